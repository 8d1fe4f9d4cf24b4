/* What numpy knows of the lines, words and blocks of one page, as the features of its lines read it. */

#ifndef VN_PAGE_VIEW_H
#define VN_PAGE_VIEW_H

#include "kernel.h"

/* Stretches of lines: paragraphs, runs of short lines, lists, stretches between blank lines, sections. */
enum { PARAGRAPHS, RUNS, LISTS, GAPS, SECTIONS, CUTS };
enum { CLASSES = 12, UPPER = 2, DIGIT = 3, SPACE = 4, STOP = 5, COMMA = 6, SEPARATOR = 7, BRACKET = 8, DASH = 9,
       SYMBOL = 10, OTHER = 11, SHAPES = 7, CODES = 0x10000 };

typedef struct {
    const int64_t *starts;
    Py_ssize_t count;
} Cut;

/* `lines` are those that hold anything, `words` their words in order, `rare` the rare ones of them sorted by key. */
typedef struct {
    Held held;
    Py_ssize_t lines, words, rare, kinds;
    const float *counts, *length, *per_line, *stops, *capitals, *logs, *paragraph_length;
    const int64_t *rows, *indent, *lead, *shape, *form, *whole, *start, *within, *number;
    const uint32_t *first, *last;
    const uint64_t *head, *tail;
    const uint8_t *hints, *bare, *linked, *stripped, *code, *prose, *brief;
    const uint64_t *keys, *rare_keys;
    const int64_t *word_lines, *rare_lines, *rare_paragraphs;
    const uint8_t *common;
    Cut cut[CUTS];
} PageView;

/* Reads the tuple that `view` of page_features.py makes; 0 with an exception where its arrays do not fit together. What
   it holds is given back by vn_release(&page->held), whatever it answers. */
int vn_page_view(PageView *page, PyObject *tuple);

/* Whether stretches of so many lines begin at the first one and lie one behind the other. */
int vn_is_cut(const Cut *cut, Py_ssize_t lines);

/* Whether all numbers lie between two others, those included. */
static inline int vn_all_within(const int64_t *numbers, Py_ssize_t count, int64_t low, int64_t high) {
    for (Py_ssize_t n = 0; n < count; n++)
        if (numbers[n] < low || numbers[n] > high)
            return 0;
    return 1;
}

/* The end of the stretch with that number. */
static inline Py_ssize_t vn_end_of(const PageView *page, const Cut *cut, Py_ssize_t number) {
    return number + 1 < cut->count ? (Py_ssize_t)cut->starts[number + 1] : page->lines;
}

/* The furniture kind that a line's own form tells, or its phrases. */
static inline int64_t vn_kind_of(const PageView *page, Py_ssize_t line) {
    return page->form[line] >= 0 ? page->form[line] : page->whole[line] >= 0 ? page->whole[line] : page->start[line];
}

static inline float vn_least(float a, float b) { return a < b ? a : b; }
static inline float vn_most(float a, float b) { return a > b ? a : b; }

/* A whole number between two others. */
static inline int64_t vn_between(int64_t value, int64_t low, int64_t high) {
    return value < low ? low : value > high ? high : value;
}

#endif
