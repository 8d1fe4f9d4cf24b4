/* What the first trees think of the lines around a line: filters/boilerplate/features/opinion_features.py. */

#include "sums.h"

#include <math.h>

enum { NEXT = 6, COLUMNS = 2 * NEXT + 1 + 6 + 6 + 5 * CUTS, EDGE = 60, LONGEST = 200 };

/* Where the lines that are taken for content stand: `spans_of_content`. */
static void content_span(const PageView *page, const float *opinions, Py_ssize_t *start, Py_ssize_t *end) {
    float total = 0, low = 0;
    double best = 0;
    Py_ssize_t lowest = 0;
    *start = *end = 0;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        total += -opinions[line] * sqrtf(vn_least(page->length[line], LONGEST) + 1);
        if (total < low)
            low = total, lowest = line + 1;
        if ((double)total - (double)low > best)
            best = (double)total - (double)low, *start = lowest, *end = line + 1;
    }
}

/* How much content stands above and below, and where the line stands to the most of it. */
static float *content_columns(const PageView *page, const float *opinions, float *row, float *out) {
    Py_ssize_t lines = page->lines, start, end, contents = 0;
    content_span(page, opinions, &start, &end);
    for (Py_ssize_t line = 0; line < lines; line++) {
        row[line] = opinions[line] < 0 ? vn_least(page->length[line], LONGEST) : 0;
        contents += opinions[line] < 0;
    }
    float total = vn_most(vn_sum(row, lines), 1), seen = 0;
    for (Py_ssize_t line = 0; line < lines; line++) {
        seen += row[line];
        float above = seen - row[line];
        out[line] = above / total, out[lines + line] = total - above;
        out[2 * lines + line] = (float)((double)contents / (double)lines);
        out[3 * lines + line] = (float)vn_between(line - start, -EDGE, EDGE);
        out[4 * lines + line] = (float)vn_between(line - end, -EDGE, EDGE);
        out[5 * lines + line] = line >= start && line < end;
    }
    return out + 6 * lines;
}

/* The mean opinion of each stretch, the shares of sure ones on either side, the greatest and the least. */
static float *stretch_columns(const PageView *page, const Cut *cut, const float *opinions, float *row, float *out) {
    Py_ssize_t lines = page->lines;
    vn_means(page, cut, opinions, out);
    for (int sign = 1; sign >= -1; sign -= 2) {
        for (Py_ssize_t line = 0; line < lines; line++)
            row[line] = (float)sign * opinions[line] > 0.5f;
        vn_means(page, cut, row, out + (sign > 0 ? 1 : 2) * lines);
    }
    for (Py_ssize_t n = 0; n < cut->count; n++) {
        Py_ssize_t from = (Py_ssize_t)cut->starts[n], to = vn_end_of(page, cut, n);
        float most = opinions[from], least = opinions[from];
        for (Py_ssize_t line = from; line < to; line++)
            most = vn_most(opinions[line], most), least = vn_least(opinions[line], least);
        for (Py_ssize_t line = from; line < to; line++)
            out[3 * lines + line] = most, out[4 * lines + line] = least;
    }
    return out + 5 * lines;
}

static float *columns_of(const PageView *page, const float *opinions, double *totals, float *row, float *out) {
    static const int8_t windows[][2] = {{-4, -1}, {1, 4}, {-12, -1}, {1, 12}, {-25, -1}, {1, 25}};
    static const int order[CUTS] = {RUNS, LISTS, GAPS, SECTIONS, PARAGRAPHS};
    Py_ssize_t lines = page->lines;
    for (int step = -NEXT; step <= NEXT; step++)
        for (Py_ssize_t line = 0; line < lines; line++)
            *out++ = line + step >= 0 && line + step < lines ? opinions[line + step] : 0;
    vn_totals(opinions, lines, totals);
    for (size_t n = 0; n < sizeof(windows) / sizeof(*windows); n++)
        out = vn_around(totals, lines, windows[n][0], windows[n][1], out);
    out = content_columns(page, opinions, row, out);
    for (int n = 0; n < CUTS; n++)
        out = stretch_columns(page, &page->cut[order[n]], opinions, row, out);
    return out;
}

/* opinion_features(length, cuts, opinions, out): fills in the columns of each model, which lie one behind the other;
   `cuts` are the starts of the paragraphs, runs, lists, stretches between blank lines and sections. */
VN_FUNCTION(vn_opinion_features) {
    PageView page;
    page.held.count = 0;
    if (!vn_given(given, 4) || !vn_is_tuple(args[1]))
        return NULL;
    Py_ssize_t lines = VN_ANY, opined = VN_ANY, filled = VN_ANY;
    page.length = VN_READ(&page.held, args[0], float, &lines);
    int good = page.length && lines > 0 && PyTuple_Size(args[1]) == CUTS;
    page.lines = lines;
    for (int n = 0; good && n < CUTS; n++) {
        page.cut[n].count = VN_ANY;
        page.cut[n].starts = VN_READ(&page.held, PyTuple_GetItem(args[1], n), int64_t, &page.cut[n].count);
        good = page.cut[n].starts && vn_is_cut(&page.cut[n], lines);
    }
    const float *opinions = good ? VN_READ(&page.held, args[2], float, &opined) : NULL;
    float *out = opinions ? VN_WRITE(&page.held, args[3], float, &filled) : NULL;
    good = out && opined % lines == 0 && opined <= PY_SSIZE_T_MAX / COLUMNS && filled == opined * COLUMNS;
    double *totals = good ? PyMem_Malloc(((size_t)lines + 1) * sizeof(double) + (size_t)lines * sizeof(float)) : NULL;
    int no_memory = good && !totals;
    for (Py_ssize_t at = 0; totals && at < opined; at += lines)
        out = columns_of(&page, opinions + at, totals, (float *)(totals + lines + 1), out);
    good = totals != NULL;
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "the opinions do not fit the page");
    PyMem_Free(totals);
    vn_release(&page.held);
    return good ? vn_none() : NULL;
}
