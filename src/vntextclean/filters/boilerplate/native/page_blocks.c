/* The blocks of a page: `blocks_of` of filters/boilerplate/reading/blocks.py, which owns these limits. */

#include "page_view.h"
#include "sums.h"

enum { CLASS = 15, ASCII_CAPITALS = 65, MARKS = 8, HASHES = 1, BLANK = 7, LINES_OF_PROSE = 90, BRIEF = 70,
       NARROWEST = 50, WIDEST = 240, WIDE_LINES = 6, RAGGED = 16, OVER = 2 };

static const float WORDED = 0.08f;

/* What is asked of a page. */
typedef struct {
    Py_ssize_t lines, leads;
    const int64_t *rows, *indent, *lead, *which, *marks; /* `marks` of each of the different leads */
    const float *length, *counts, *per_line, *stops;
    const uint32_t *first, *last;
    const uint8_t *flags, *goes_on, *open_end; /* tables of characters */
} Given;

/* What is found, for each line; `starts` of each cut have room for all lines. */
typedef struct {
    float *length;
    uint8_t *prose, *brief;
    int64_t *number, *starts, *counts;
} Found;

static int fits(const Given *page) {
    for (Py_ssize_t line = 0; line < page->lines; line++)
        if (page->first[line] >= CODES || page->last[line] >= CODES || page->which[line] < 0 ||
            page->which[line] >= page->leads)
            return 0;
    return page->lines > 0;
}

static double width_of(const Given *page, Py_ssize_t line) {
    return (double)page->length[line] + (double)page->indent[line];
}

static int has(const Given *page, Py_ssize_t line, int mark) { return page->marks[MARKS * page->which[line] + mark] > 0; }

/* The width at which lines are wrapped, 0 where they are not. Widths are whole numbers. */
static double edge_of(const Given *page) {
    Py_ssize_t of_width[WIDEST + 1] = {0}, wide = 0, near = 0, so_far = 0;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        double width = width_of(page, line);
        if (width >= NARROWEST && width <= WIDEST)
            of_width[(int)width]++, wide++;
    }
    if (wide < WIDE_LINES)
        return 0;
    int edge = NARROWEST;
    for (Py_ssize_t place = (Py_ssize_t)((double)wide * 0.97); (so_far += of_width[edge]) <= place;)
        edge++;
    for (int width = NARROWEST; width <= WIDEST; width++)
        near += width > edge - RAGGED && width <= edge + OVER ? of_width[width] : 0;
    return (double)near >= 0.3 * (double)wide ? edge : 0;
}

/* Which lines go on with the paragraph of the line before; `heads` are the lengths of what stands before the first space
   of each, NULL where the page is not wrapped at `edge`. */
static int continues(const Given *page, Py_ssize_t line, double edge, const Py_ssize_t *heads) {
    if (line == 0 || vn_minus(page->rows[line], page->rows[line - 1]) > 1)
        return 0;
    uint32_t first = page->first[line];
    int blank = has(page, line, BLANK), small = first >= ASCII_CAPITALS && (page->flags[first] & CLASS) != UPPER;
    if ((page->goes_on[first] || (small && blank)) && !page->open_end[page->last[line - 1]])
        return 1;
    double above = width_of(page, line - 1);
    return heads && blank && above >= NARROWEST && above + 1 + (double)heads[line] > edge - 1;
}

/* The length of what stands before the first space of each line; to be freed. NULL with an exception where the text has
   another number of lines, or without memory. */
static Py_ssize_t *heads_of(PyObject *text, Py_ssize_t lines) {
    Py_ssize_t size = 0, line = 0, *heads = PyMem_Calloc((size_t)lines, sizeof(*heads));
    Py_UCS4 *codes = heads ? vn_codes(text, &size) : NULL;
    int spaced = 0, good = codes != NULL;
    for (Py_ssize_t at = 0; good && at < size; at++) {
        if (codes[at] == '\n') {
            good = ++line < lines;
            spaced = 0;
        } else {
            spaced |= codes[at] == ' ';
            heads[line] += !spaced;
        }
    }
    good = good && line + 1 == lines;
    if (!good)
        vn_fail(!heads, PyExc_ValueError, "the lines do not fit the text");
    PyMem_Free(codes);
    if (good)
        return heads;
    PyMem_Free(heads);
    return NULL;
}

/* What the paragraphs are made of. */
static void judge(const Given *page, Found *found) {
    const Cut cut = {found->starts, (Py_ssize_t)found->counts[PARAGRAPHS]};
    for (Py_ssize_t n = 0; n < cut.count; n++) {
        Py_ssize_t start = (Py_ssize_t)cut.starts[n];
        Py_ssize_t end = n + 1 < cut.count ? (Py_ssize_t)cut.starts[n + 1] : page->lines, size = end - start;
        float length = vn_stretch_sum(page->length + start, size);
        float words = vn_most(vn_stretch_sum(page->per_line + start, size), 1), marks = 0;
        for (Py_ssize_t line = start; line < end; line++)
            marks += page->counts[CLASSES * line + STOP] + page->counts[CLASSES * line + COMMA];
        int worded = vn_stretch_sum(page->stops + start, size) / words > WORDED;
        for (Py_ssize_t line = start; line < end; line++) {
            found->length[line] = length, found->number[line] = n + 1;
            found->prose[line] = length >= LINES_OF_PROSE && worded && marks > 0;
            found->brief[line] = length < BRIEF;
        }
    }
}

static void opens(const Given *page, Found *found, int cut, Py_ssize_t line) {
    found->starts[page->lines * cut + found->counts[cut]++] = line;
}

/* page_blocks((rows, indents, leads, which leads, marks of those, lengths, counts, words, common words, first and last
   characters), text, (classes, what goes on, open ends), (lengths of paragraphs, prose, short, numbers), starts, counts):
   fills in what is known of each line's paragraph, and where the blocks of each cut begin, which are so many. */
VN_FUNCTION(vn_page_blocks) {
    if (!vn_given(given, 6) || !vn_is_tuple(args[0]) || !vn_is_tuple(args[2]) || !vn_is_tuple(args[3]))
        return NULL;
    if (PyTuple_Size(args[0]) != 11 || PyTuple_Size(args[2]) != 3 || PyTuple_Size(args[3]) != 4) {
        PyErr_SetString(PyExc_ValueError, "another number of arrays was expected");
        return NULL;
    }
    Held held;
    held.count = 0;
    Given page = {0};
    Found found = {0};
    Py_ssize_t lines = VN_ANY, marks = VN_ANY, counted = 0, codes = CODES, cuts = CUTS, opened = 0;
    const int64_t **wholes[] = {&page.rows, &page.indent, &page.lead, &page.which};
    const float **numbers[] = {&page.length, &page.counts, &page.per_line, &page.stops};
    const uint8_t **tables[] = {&page.flags, &page.goes_on, &page.open_end};
    int good = 1;
    for (int n = 0; good && n < 4; n++)
        good = (*wholes[n] = VN_READ(&held, PyTuple_GetItem(args[0], n), int64_t, &lines)) != NULL;
    good = good && lines < PY_SSIZE_T_MAX / CLASSES && (page.marks = VN_READ(&held, PyTuple_GetItem(args[0], 4), int64_t, &marks));
    counted = good ? lines * CLASSES : 0, opened = good ? lines * CUTS : 0;
    for (int n = 0; good && n < 4; n++)
        good = (*numbers[n] = VN_READ(&held, PyTuple_GetItem(args[0], 5 + n), float, n == 1 ? &counted : &lines)) != NULL;
    good = good && (page.first = VN_READ(&held, PyTuple_GetItem(args[0], 9), uint32_t, &lines)) &&
           (page.last = VN_READ(&held, PyTuple_GetItem(args[0], 10), uint32_t, &lines));
    for (int n = 0; good && n < 3; n++)
        good = (*tables[n] = VN_READ(&held, PyTuple_GetItem(args[2], n), uint8_t, &codes)) != NULL;
    good = good && (found.length = VN_WRITE(&held, PyTuple_GetItem(args[3], 0), float, &lines)) &&
           (found.prose = VN_WRITE(&held, PyTuple_GetItem(args[3], 1), uint8_t, &lines)) &&
           (found.brief = VN_WRITE(&held, PyTuple_GetItem(args[3], 2), uint8_t, &lines)) &&
           (found.number = VN_WRITE(&held, PyTuple_GetItem(args[3], 3), int64_t, &lines)) &&
           (found.starts = VN_WRITE(&held, args[4], int64_t, &opened)) &&
           (found.counts = VN_WRITE(&held, args[5], int64_t, &cuts));
    page.lines = lines, page.leads = marks / MARKS;
    good = good && marks % MARKS == 0 && fits(&page);
    double edge = good ? edge_of(&page) : 0;
    Py_ssize_t *heads = edge > 0 ? heads_of(args[1], lines) : NULL;
    good = good && (edge == 0 || heads);
    if (good) {
        memset(found.counts, 0, CUTS * sizeof(*found.counts));
        for (Py_ssize_t line = 0; line < lines; line++)
            if (!continues(&page, line, edge, heads))
                opens(&page, &found, PARAGRAPHS, line);
        judge(&page, &found);
        for (Py_ssize_t line = 0; line < lines; line++) {
            int changes = line == 0 || found.brief[line] != found.brief[line - 1];
            if (changes)
                opens(&page, &found, RUNS, line);
            if (changes || page.lead[line] != page.lead[line - 1])
                opens(&page, &found, LISTS, line);
            if (line == 0 || vn_minus(page.rows[line], page.rows[line - 1]) > 1)
                opens(&page, &found, GAPS, line);
            if (line == 0 || has(&page, line, HASHES))
                opens(&page, &found, SECTIONS, line);
        }
    } else
        vn_fail(0, PyExc_ValueError, "the arrays of the page do not fit together");
    PyMem_Free(heads);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
