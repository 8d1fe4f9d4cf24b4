/* The tables for candidates, and one doubtful word. */

#ifndef VN_CANDIDATES_H
#define VN_CANDIDATES_H

#include "ngrams.h"

typedef struct {
    Held held;
    PyObject *model;
    const NGrams *ngrams;
    Py_ssize_t ids, size, bares, same_count;
    const uint8_t *legal;
    const int32_t *title_of;
    const int64_t *same_start, *same_length, *same;
    const uint8_t *settled; /* two bits a slot of the bigrams, or NULL: filters/diacritics/proposing/settled_pairs.py */
    float coarse, coarse_illegal, gain, spelling;
    int longest, most;
} Search;

/* The sides of a word, as bits. */
enum { LEFT = 1, RIGHT = 2 };

/* `cost` is that of both bigrams, `cost_right` that of the second; `settled` are the sides where no candidate gains half of
   what it must gain by both. */
typedef struct {
    int64_t token, position;
    int32_t lower, bare;
    float cost, cost_right;
    uint8_t legal, left, right, deep, named, settled;
} Doubt;

Search *vn_as_search(PyObject *capsule);

#endif
