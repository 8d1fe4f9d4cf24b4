/* How far a line stands from prose and other furniture, and its blocks: context_features.py. */

#include "features.h"
#include "sums.h"

#include <math.h>

enum { NEAR = 10, MARKS = 8, FAR = 99, BESIDE = 6, LAGS = 6, MOST_PROSE = 600, LONG = 40, SHORT = 30, GAP = 4 };

static float *since(const PageView *page, const uint8_t *marks, int down, float *out) {
    Py_ssize_t lines = page->lines;
    int64_t last = -FAR;
    for (Py_ssize_t n = 0; n < lines; n++) {
        Py_ssize_t line = down ? n : lines - 1 - n;
        if (marks[line])
            last = n;
        out[line] = (float)vn_between(n - last, 0, FAR);
    }
    return out + lines;
}

/* The number for the shape of a line: `shape_codes` of blocks.py. */
static int64_t shape_code(const Asked *asked, Py_ssize_t line) {
    static const float edges[] = {12, 30, 60, 110, 200};
    const PageView *page = asked->page;
    const float *counts = page->counts + CLASSES * line;
    int64_t code = 0;
    for (size_t n = 0; n < sizeof(edges) / sizeof(*edges); n++)
        code += edges[n] < page->length[line];
    int capitals = counts[UPPER] >= 2 && counts[0] + counts[1] == 0;
    code = ((code * 3 + asked->open_end[page->last[line]]) * 2 + capitals) * 8 + vn_between(page->shape[line] + 1, 0, 7);
    return code * 2 + (page->prose[line] != 0);
}

static float *rhythm(const Asked *asked, double *total, int64_t *codes, float *same, float *out) {
    Py_ssize_t lines = asked->page->lines;
    float *next = out + lines, *best = next + lines;
    for (Py_ssize_t line = 0; line < lines; line++)
        codes[line] = shape_code(asked, line);
    for (Py_ssize_t lag = 1; lag <= LAGS; lag++) {
        for (Py_ssize_t line = 0; line < lines; line++)
            same[line] = (float)((line >= lag && codes[line] == codes[line - lag]) +
                                 (line + lag < lines && codes[line] == codes[line + lag])) / 2;
        vn_totals(same, lines, total);
        for (Py_ssize_t line = 0; line < lines; line++) {
            double share = vn_mean_around(total, lines, line, -8, 8);
            /* `share` is compared in doubles, as numpy does: the greatest so far is kept in the codes' room */
            if (lag == 1) {
                total[lines + 1 + line] = share, total[2 * lines + 1 + line] = -1;
                out[line] = (float)share, best[line] = 0;
            } else {
                if (share > total[2 * lines + 1 + line])
                    total[2 * lines + 1 + line] = share, next[line] = (float)share;
                if (share > total[lines + 1 + line])
                    total[lines + 1 + line] = share, best[line] = (float)(lag - 1);
            }
        }
    }
    return best + lines;
}

static float *neighbours(const PageView *page, float *out) {
    static const int steps[] = {-2, -1, 1, 2};
    for (int row = 0; row < BESIDE; row++)
        for (int step = 0; step < 4; step++)
            for (Py_ssize_t line = 0; line < page->lines; line++) {
                Py_ssize_t at = line + steps[step];
                int there = at >= 0 && at < page->lines;
                *out++ = !there     ? -9
                         : row == 0 ? page->length[at]
                         : row == 1 ? page->stops[at]
                         : row == 2 ? (float)page->form[at]
                         : row == 3 ? (float)page->shape[at]
                         : row == 4 ? (float)page->prose[at]
                                    : (float)page->indent[at];
            }
    return out;
}

/* Of which stretch each line is: its first line, and how many there are. */
static void spread(const PageView *page, const Cut *cut, int64_t *starts, int64_t *sizes) {
    for (Py_ssize_t n = 0; n < cut->count; n++) {
        Py_ssize_t end = vn_end_of(page, cut, n);
        for (Py_ssize_t line = (Py_ssize_t)cut->starts[n]; line < end; line++)
            starts[line] = cut->starts[n], sizes[line] = end - cut->starts[n];
    }
}

/* What stands over a block, or opens it. */
static float *over(const PageView *page, const Cut *cut, float *out) {
    for (Py_ssize_t n = 0; n < cut->count; n++) {
        Py_ssize_t start = (Py_ssize_t)cut->starts[n], end = vn_end_of(page, cut, n);
        float opened = (float)(page->hints[start] || page->hints[start > 0 ? start - 1 : 0]);
        for (Py_ssize_t line = start; line < end; line++)
            out[line] = opened;
    }
    return out + page->lines;
}

static float *paragraph_columns(const PageView *page, const float *ended, float *out) {
    Py_ssize_t lines = page->lines;
    const Cut *cut = &page->cut[PARAGRAPHS];
    for (Py_ssize_t n = 0; n < cut->count; n++) {
        Py_ssize_t start = (Py_ssize_t)cut->starts[n], size = vn_end_of(page, cut, n) - start;
        float stops = vn_stretch_sum(page->stops + start, size), ends = vn_stretch_sum(ended + start, size);
        float common = stops / vn_most(vn_stretch_sum(page->per_line + start, size), 1);
        for (Py_ssize_t line = start; line < start + size; line++) {
            out[line] = (float)size, out[lines + line] = (float)(line - start);
            out[2 * lines + line] = common, out[3 * lines + line] = ends;
        }
    }
    return out + 4 * lines;
}

/* What is true of each line, as numbers. */
typedef struct {
    double *totals; /* of each of the NEAR rows */
    float *row, *marks, *stops; /* one row; MARKS rows; the marks that end sentences in a line */
    uint8_t *formed, *dated;
    int64_t *starts, *sizes, *codes;
} Room;

static void look(const Asked *asked, Room *room) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    for (Py_ssize_t line = 0; line < lines; line++) {
        room->formed[line] = page->form[line] >= 0;
        room->dated[line] = page->shape[line] == asked->date;
        room->stops[line] = page->counts[CLASSES * line + STOP];
        float marks[MARKS] = {(float)page->hints[line], page->stops[line] > 0, room->stops[line] > 0,
                              page->shape[line] >= 0, (float)page->bare[line], (float)page->linked[line],
                              (float)room->dated[line], page->per_line[line]};
        for (int n = 0; n < MARKS; n++)
            room->marks[n * lines + line] = marks[n];
    }
    for (int n = 0; n < NEAR; n++) {
        for (Py_ssize_t line = 0; line < lines; line++) {
            float log = page->logs[line], length = page->length[line];
            room->row[line] = n == 0   ? (float)page->hints[line]
                              : n == 1 ? (float)page->prose[line]
                              : n == 2 ? (float)page->bare[line]
                              : n == 3 ? (float)(length < SHORT)
                              : n == 4 ? (float)(room->stops[line] > 0 && length > LONG)
                              : n == 5 ? log
                              : n == 6 ? log * log
                              : n == 7 ? (float)page->linked[line]
                              : n == 8 ? (float)page->code[line]
                                       : (float)room->formed[line];
        }
        vn_totals(room->row, lines, room->totals + n * (lines + 1));
    }
}

static float *place_columns(const PageView *page, float *out) {
    Py_ssize_t lines = page->lines;
    double total = 0, before = 0;
    for (Py_ssize_t line = 0; line < lines; line++)
        total += page->prose[line] ? (double)vn_least(page->length[line], MOST_PROSE) : 0;
    total = total > 1 ? total : 1;
    for (Py_ssize_t line = 0; line < lines; line++) {
        double weight = page->prose[line] ? (double)vn_least(page->length[line], MOST_PROSE) : 0;
        float columns[] = {(float)((double)line / (double)lines), (float)line, (float)(lines - 1 - line),
                           (float)(before / total), (float)before, (float)(total - before - weight)};
        for (size_t n = 0; n < sizeof(columns) / sizeof(*columns); n++)
            out[(Py_ssize_t)n * lines + line] = columns[n];
        before += weight;
    }
    return out + 6 * lines;
}

static float *window_columns(const Asked *asked, const Room *room, float *out) {
    static const int8_t windows[][4] = {/* first and last line, first and last row */
                                        {-3, 3, 0, 3}, {-8, 8, 0, 2}, {-8, 8, 7, 10}, {-12, -1, 0, 2},
                                        {1, 12, 0, 2}, {-6, 6, 3, 5}, {-25, 25, 0, 3}};
    Py_ssize_t lines = asked->page->lines;
    for (size_t n = 0; n < sizeof(windows) / sizeof(*windows); n++)
        for (int row = windows[n][2]; row < windows[n][3]; row++)
            out = vn_around(room->totals + row * (lines + 1), lines, windows[n][0], windows[n][1], out);
    return out;
}

static float *block_columns(const PageView *page, Room *room, float *out) {
    Py_ssize_t lines = page->lines;
    float *within = out;
    spread(page, &page->cut[RUNS], room->starts, room->sizes);
    for (Py_ssize_t line = 0; line < lines; line++) {
        out[line] = page->brief[line] ? (float)room->sizes[line] : 0;
        out[lines + line] = page->brief[line] ? (float)(line - room->starts[line]) : 0;
    }
    out += 2 * lines;
    for (int cut = LISTS; cut <= GAPS; cut++, out += lines) {
        spread(page, &page->cut[cut], room->starts, room->sizes);
        for (Py_ssize_t line = 0; line < lines; line++)
            out[line] = (float)room->sizes[line];
    }
    within = out;
    for (int cut = RUNS; cut <= SECTIONS; cut++)
        for (int n = 0; n < MARKS; n++, out += lines)
            vn_means(page, &page->cut[cut], room->marks + n * lines, out);
    for (Py_ssize_t n = 0; n < MARKS * lines; n++)
        within[n] = page->brief[n % lines] ? within[n] : 0;
    out = over(page, &page->cut[LISTS], over(page, &page->cut[RUNS], out));
    spread(page, &page->cut[RUNS], room->starts, room->sizes);
    for (Py_ssize_t line = 0; line < lines; line++) {
        out[line] = page->brief[line] && room->starts[line] == 0;
        out[lines + line] = page->brief[line] && room->starts[line] + room->sizes[line] == lines;
    }
    return out + 2 * lines;
}

static float *rest(const Asked *asked, Room *room, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    for (Py_ssize_t line = 0; line < lines; line++) {
        double mean = vn_mean_around(room->totals + 5 * (lines + 1), lines, line, -4, 4);
        double square = vn_mean_around(room->totals + 6 * (lines + 1), lines, line, -4, 4) - mean * mean;
        out[line] = (float)sqrt(square > 0 ? square : 0);
        out[lines + line] = line ? (float)vn_between(page->rows[line] - page->rows[line - 1] - 1, INT64_MIN, GAP) : 0;
        out[2 * lines + line] =
            line + 1 < lines ? (float)vn_between(page->rows[line + 1] - page->rows[line] - 1, INT64_MIN, GAP) : 0;
        out[3 * lines + line] = page->paragraph_length[line];
    }
    out = paragraph_columns(page, room->stops, out + 4 * lines);
    for (Py_ssize_t line = 0; line < lines; line++)
        out[line] = (float)page->prose[line];
    out = neighbours(page, out + lines);
    return rhythm(asked, room->totals, room->codes, room->row, out);
}

static float *whole_columns(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    double hints = 0, prose = 0, bare = 0, linked = 0, leads = 0, total = 0, size = (double)lines;
    for (Py_ssize_t line = 0; line < lines; line++) {
        hints += page->hints[line] != 0, prose += page->prose[line] != 0, bare += page->bare[line] != 0;
        linked += page->linked[line] != 0, leads += page->lead[line] != 0;
        total += page->prose[line] ? (double)vn_least(page->length[line], MOST_PROSE) : 0;
    }
    double columns[] = {size, hints / size, hints, prose / size, total > 1 ? total : 1, (double)asked->middle,
                        bare / size, linked / size, leads / size};
    for (size_t n = 0; n < sizeof(columns) / sizeof(*columns); n++)
        for (Py_ssize_t line = 0; line < lines; line++)
            *out++ = (float)columns[n];
    return out;
}

float *vn_around_columns(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    size_t lines = (size_t)page->lines;
    Room room;
    room.totals = PyMem_Malloc((NEAR * (lines + 1) + 3 * lines) * sizeof(double) + (2 + MARKS) * lines * sizeof(float) +
                               2 * lines);
    room.starts = PyMem_Malloc(3 * lines * sizeof(int64_t));
    float *end = NULL;
    if (room.totals && room.starts) {
        room.row = (float *)(room.totals + NEAR * (lines + 1) + 3 * lines);
        room.stops = room.row + lines, room.marks = room.stops + lines;
        room.formed = (uint8_t *)(room.marks + MARKS * lines), room.dated = room.formed + lines;
        room.sizes = room.starts + lines, room.codes = room.sizes + lines;
        look(asked, &room);
        end = place_columns(page, out);
        for (int down = 1; down >= 0; down--) {
            const uint8_t *marks[] = {page->prose, page->hints, room.formed, room.dated};
            for (int n = 0; n < 4; n++)
                end = since(page, marks[n], down, end);
        }
        end = window_columns(asked, &room, end);
        end = block_columns(page, &room, end);
        end = rest(asked, &room, end);
        end = vn_main_columns(asked, end);
        end = end ? vn_nearest_columns(page, whole_columns(asked, end)) : NULL;
    }
    PyMem_Free(room.totals);
    PyMem_Free(room.starts);
    return end;
}
