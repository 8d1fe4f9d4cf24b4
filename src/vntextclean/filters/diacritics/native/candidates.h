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
    float coarse, coarse_illegal, gain, spelling;
    int longest, most;
} Search;

typedef struct {
    int64_t token, position;
    int32_t lower, bare;
    float cost;
    uint8_t legal, left, right, deep, named;
} Doubt;

Search *vn_as_search(PyObject *capsule);

#endif
