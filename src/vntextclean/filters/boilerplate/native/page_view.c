/* Reads the arrays of a page and checks that they fit together: filters/boilerplate/features/page_features.py. */

#include "page_view.h"

/* The next array of a tuple. */
typedef struct {
    PageView *page;
    PyObject *tuple;
    Py_ssize_t at, size;
    int good;
} Reading;

static const void *next_of(Reading *reading, Py_ssize_t item, Py_ssize_t *length) {
    if (!reading->good)
        return NULL;
    PyObject *array = reading->at < reading->size ? PyTuple_GetItem(reading->tuple, reading->at++) : NULL;
    const void *found = array ? vn_hold(&reading->page->held, array, item, length, 0) : NULL;
    reading->good = found != NULL;
    return found;
}

int vn_is_cut(const Cut *cut, Py_ssize_t lines) {
    if (cut->count < 1 || cut->starts[0] != 0)
        return 0;
    for (Py_ssize_t n = 1; n < cut->count; n++)
        if (cut->starts[n] <= cut->starts[n - 1])
            return 0;
    return cut->starts[cut->count - 1] < lines;
}

static int fits(const PageView *page) {
    Py_ssize_t lines = page->lines;
    for (Py_ssize_t line = 0; line < lines; line++)
        if (page->first[line] >= CODES || page->last[line] >= CODES)
            return 0;
    for (int n = 0; n < CUTS; n++)
        if (!vn_is_cut(&page->cut[n], lines))
            return 0;
    return vn_all_within(page->shape, lines, -1, SHAPES - 1) && vn_all_within(page->form, lines, -1, page->kinds - 1) &&
           vn_all_within(page->whole, lines, -1, page->kinds - 1) && vn_all_within(page->start, lines, -1, page->kinds - 1) &&
           vn_all_within(page->number, lines, 1, lines) && vn_all_within(page->word_lines, page->words, 0, lines - 1) &&
           vn_all_within(page->rare_lines, page->rare, 0, lines - 1) &&
           vn_all_within(page->rare_paragraphs, page->rare, 1, lines) &&
           vn_all_within(page->indent, lines, 0, (int64_t)1 << 40) && vn_all_within(page->lead, lines, 0, (int64_t)1 << 40) &&
           vn_all_within(page->rows, lines, 0, (int64_t)1 << 40);
}

#define NEXT(type, length) ((const type *)next_of(&reading, sizeof(type), length))

int vn_page_view(PageView *page, PyObject *tuple) {
    page->held.count = 0;
    page->kinds = 0;
    if (!vn_is_tuple(tuple))
        return 0;
    Reading reading = {page, tuple, 0, PyTuple_Size(tuple), 1};
    Py_ssize_t lines = VN_ANY, words = VN_ANY, rare = VN_ANY;
    page->length = NEXT(float, &lines);
    Py_ssize_t counted = reading.good && lines < PY_SSIZE_T_MAX / CLASSES ? lines * CLASSES : 0;
    page->counts = NEXT(float, &counted);
    const float **numbers[] = {&page->per_line, &page->stops, &page->capitals, &page->logs, &page->paragraph_length};
    for (size_t n = 0; n < sizeof(numbers) / sizeof(*numbers); n++)
        *numbers[n] = NEXT(float, &lines);
    const int64_t **wholes[] = {&page->rows, &page->indent, &page->lead,   &page->shape, &page->form,
                                &page->whole, &page->start,  &page->within, &page->number};
    for (size_t n = 0; n < sizeof(wholes) / sizeof(*wholes); n++)
        *wholes[n] = NEXT(int64_t, &lines);
    page->first = NEXT(uint32_t, &lines);
    page->last = NEXT(uint32_t, &lines);
    page->head = NEXT(uint64_t, &lines);
    page->tail = NEXT(uint64_t, &lines);
    const uint8_t **marks[] = {&page->hints, &page->bare,  &page->linked, &page->stripped,
                               &page->code,  &page->prose, &page->brief};
    for (size_t n = 0; n < sizeof(marks) / sizeof(*marks); n++)
        *marks[n] = NEXT(uint8_t, &lines);
    page->keys = NEXT(uint64_t, &words);
    page->word_lines = NEXT(int64_t, &words);
    page->common = NEXT(uint8_t, &words);
    page->rare_keys = NEXT(uint64_t, &rare);
    page->rare_lines = NEXT(int64_t, &rare);
    page->rare_paragraphs = NEXT(int64_t, &rare);
    for (int n = 0; n < CUTS; n++) {
        page->cut[n].count = VN_ANY;
        page->cut[n].starts = NEXT(int64_t, &page->cut[n].count);
    }
    PyObject *kinds = reading.good && reading.at == reading.size - 1 ? PyTuple_GetItem(tuple, reading.at) : NULL;
    page->kinds = kinds ? PyLong_AsSsize_t(kinds) : 0;
    page->lines = lines, page->words = words, page->rare = rare;
    if (kinds && !PyErr_Occurred() && page->kinds > 0 && page->kinds < 256 && fits(page))
        return 1;
    vn_fail(0, PyExc_ValueError, "the arrays of the page do not fit together");
    return 0;
}
