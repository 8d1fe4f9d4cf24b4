/* What the place of a line adds to its log-odds, and what people write in posts: deciding/place.py, content/article.py. */

#include "kernel.h"

enum { AROUND = 8 /* lines above and as many below */, FIRM = 2, TALK_WORDS = 8 };
enum { SMALL_LETTER = 0, SMALL_MARKED = 1 /* classes of characters */ };

/* The numbers of place.py, in its order. */
enum {
    INSIDE, AMONG, AMONG_OUTSIDE, SENTENCE, CREDIT, OUTSIDE, DOUBTED, SURELY_SAID, CONTENT, UNSURE, DOUBT, DOUBT_AMONG,
    UNHINTED, FRONT_CREDIT, NUMBERS
};

typedef struct {
    Py_ssize_t lines;
    const float *odds, *per_line, *number;
    const double *share; /* of doubtful lines, of lines that speak of furniture */
    const uint8_t *article, *hints, *linked, *ended;
    int front;
} Page;

/* Marks the lines of whose neighbours at least half are at least so likely to be furniture. */
static void mark_among(const Page *page, float least, uint8_t *among) {
    Py_ssize_t likely = 0;
    for (Py_ssize_t line = 0; line < page->lines && line < AROUND; line++)
        likely += page->odds[line] >= least;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        Py_ssize_t start = line > AROUND ? line - AROUND : 0;
        Py_ssize_t end = line + AROUND + 1 < page->lines ? line + AROUND + 1 : page->lines;
        likely += line + AROUND < page->lines && page->odds[line + AROUND] >= least;
        likely -= line > AROUND && page->odds[line - AROUND - 1] >= least;
        among[line] = 2 * likely >= end - start;
    }
}

/* On a page with a main text. */
static void beside_text(const Page *page, const uint8_t *among, float *shift) {
    const float *number = page->number;
    Py_ssize_t first = 0, last = page->lines - 1;
    while (!page->article[first])
        first++;
    while (!page->article[last])
        last--;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        int entry = (page->per_line[line] < number[SENTENCE] || page->linked[line]) && !page->hints[line];
        shift[line] = among[line] && entry ? number[OUTSIDE] : 0;
        if (line >= first && line <= last)
            shift[line] = -number[INSIDE];
    }
}

/* On a page without one. */
static void without_text(const Page *page, const uint8_t *among, Py_ssize_t doubtful, float *shift) {
    const float *number = page->number;
    Py_ssize_t content = 0;
    for (Py_ssize_t line = 0; line < page->lines; line++)
        content += page->odds[line] < number[CONTENT];
    int firm = content >= FIRM * doubtful;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        int hinted = page->hints[line], ended = page->ended[line];
        int brief = (page->per_line[line] < number[SENTENCE] && !ended) || hinted || page->linked[line];
        if (brief && among[line])
            shift[line] = number[CREDIT];
        else if (brief)
            shift[line] = firm || hinted ? number[SURELY_SAID] : -number[DOUBTED];
        else
            shift[line] = ended ? -number[INSIDE] : 0;
    }
}

static void place(const Page *page, uint8_t *among, float *shift) {
    const float *number = page->number;
    Py_ssize_t doubtful = 0, hinted = 0;
    int article = 0;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        doubtful += page->odds[line] > number[CONTENT] && page->odds[line] < number[UNSURE];
        hinted += page->hints[line] != 0;
        article |= page->article[line];
    }
    int doubted = (double)doubtful > page->share[0] * (double)page->lines;
    mark_among(page, number[article ? AMONG_OUTSIDE : AMONG], among);
    if (article)
        beside_text(page, among, shift);
    else if (page->front)
        for (Py_ssize_t line = 0; line < page->lines; line++)
            shift[line] = number[FRONT_CREDIT];
    else
        without_text(page, among, doubtful, shift);
    if (doubted && article)
        mark_among(page, number[AMONG], among);
    for (Py_ssize_t line = 0; doubted && line < page->lines; line++)
        shift[line] -= number[among[line] ? DOUBT_AMONG : DOUBT];
    if ((double)hinted < page->share[1] * (double)page->lines)
        for (Py_ssize_t line = 0; line < page->lines; line++)
            shift[line] -= number[UNHINTED];
}

/* line_places((log-odds, words), (article, hints, linked, ended), numbers, shares, whether it is a front page, shift):
   fills in what the place of each line adds to its log-odds. */
VN_FUNCTION(vn_line_places) {
    if (!vn_given(given, 6) || !vn_is_tuple(args[0]) || !vn_is_tuple(args[1]))
        return NULL;
    Held held;
    held.count = 0;
    Page page = {.lines = VN_ANY};
    Py_ssize_t numbers = NUMBERS, shares = 2;
    const uint8_t **marks[] = {&page.article, &page.hints, &page.linked, &page.ended};
    int good = PyTuple_Size(args[0]) == 2 && PyTuple_Size(args[1]) == 4 &&
               (page.odds = VN_READ(&held, PyTuple_GetItem(args[0], 0), float, &page.lines)) &&
               (page.per_line = VN_READ(&held, PyTuple_GetItem(args[0], 1), float, &page.lines)) &&
               (page.number = VN_READ(&held, args[2], float, &numbers)) &&
               (page.share = VN_READ(&held, args[3], double, &shares));
    for (int n = 0; good && n < 4; n++)
        good = (*marks[n] = VN_READ(&held, PyTuple_GetItem(args[1], n), uint8_t, &page.lines)) != NULL;
    good = good && (page.front = PyObject_IsTrue(args[4])) >= 0;
    float *shift = good ? VN_WRITE(&held, args[5], float, &page.lines) : NULL;
    good = shift != NULL;
    uint8_t *among = good ? PyMem_Malloc((size_t)page.lines + 1) : NULL;
    int no_memory = good && !among;
    if (among)
        place(&page, among, shift);
    else
        vn_fail(no_memory, PyExc_ValueError, "the arrays of the page do not fit together");
    PyMem_Free(among);
    vn_release(&held);
    return among ? vn_none() : NULL;
}

/* line_talk((numbers of paragraphs, leads, first classes of characters, capitals, words, lengths, log-odds), (hints,
   linked, dates), threshold, length of a row, talk): fills in which lines are what people write in posts. */
VN_FUNCTION(vn_line_talk) {
    if (!vn_given(given, 5) || !vn_is_tuple(args[0]) || !vn_is_tuple(args[1]))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t lines = VN_ANY;
    const int64_t *paragraph = NULL, *lead = NULL;
    const uint8_t *first = NULL, *hints = NULL, *linked = NULL, *dates = NULL;
    const float *capitals = NULL, *words = NULL, *length = NULL, *odds = NULL;
    const float **numbers[] = {&capitals, &words, &length, &odds};
    const uint8_t **marks[] = {&hints, &linked, &dates};
    int good = PyTuple_Size(args[0]) == 7 && PyTuple_Size(args[1]) == 3 &&
               (paragraph = VN_READ(&held, PyTuple_GetItem(args[0], 0), int64_t, &lines)) &&
               (lead = VN_READ(&held, PyTuple_GetItem(args[0], 1), int64_t, &lines)) &&
               (first = VN_READ(&held, PyTuple_GetItem(args[0], 2), uint8_t, &lines));
    for (int n = 0; good && n < 4; n++)
        good = (*numbers[n] = VN_READ(&held, PyTuple_GetItem(args[0], n + 3), float, &lines)) != NULL;
    for (int n = 0; good && n < 3; n++)
        good = (*marks[n] = VN_READ(&held, PyTuple_GetItem(args[1], n), uint8_t, &lines)) != NULL;
    float threshold = good ? (float)PyFloat_AsDouble(args[2]) : 0, row = good ? (float)PyFloat_AsDouble(args[3]) : 0;
    uint8_t *talk = good && !PyErr_Occurred() ? VN_WRITE(&held, args[4], uint8_t, &lines) : NULL;
    for (Py_ssize_t line = 0; talk && line < lines; line++) {
        int small = (first[line] == SMALL_LETTER || first[line] == SMALL_MARKED) && lead[line] == 0 && capitals[line] <= 1;
        talk[line] = small && words[line] >= TALK_WORDS && !hints[line] && !linked[line];
        if (line && paragraph[line] == paragraph[line - 1] && length[line - 1] >= row && odds[line - 1] >= threshold)
            talk[line] = 0;
    }
    /* Downwards: what is below a line is as it was said above. */
    for (Py_ssize_t line = 0; talk && line + 1 < lines; line++)
        if (dates[line] && (odds[line + 1] < threshold || talk[line + 1]))
            talk[line] |= 1;
    for (Py_ssize_t line = 0; talk && line + 1 < lines; line++)
        if (dates[line] && dates[line + 1] && talk[line + 1])
            talk[line] |= 1;
    if (!talk)
        vn_fail(0, PyExc_ValueError, "the arrays of the page do not fit together");
    vn_release(&held);
    return talk ? vn_none() : NULL;
}
