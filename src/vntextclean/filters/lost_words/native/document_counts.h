/* How often pairs of words stand in one document. */

#ifndef VN_DOCUMENT_COUNTS_H
#define VN_DOCUMENT_COUNTS_H

#include "kernel.h"

/* Counts by key, in a table with open addressing; a key of 0 is an empty place. */
typedef struct {
    uint64_t mask;
    int64_t *keys;
    int32_t *counts;
} Counts;

/* Room for so many different keys; 0 without memory. */
static inline int vn_counts(Counts *to, Py_ssize_t keys) {
    uint64_t size = 16;
    while (size < 2 * (uint64_t)keys)
        size *= 2;
    to->mask = size - 1;
    to->keys = PyMem_Calloc(size, sizeof(int64_t));
    to->counts = PyMem_Calloc(size, sizeof(int32_t));
    return to->keys && to->counts;
}

static inline void vn_free_counts(Counts *own) {
    PyMem_Free(own->keys);
    PyMem_Free(own->counts);
}

/* The count of a key, to be written. */
static inline int32_t *vn_count(Counts *own, int64_t key) {
    uint64_t at = vn_mixed((uint64_t)key) & own->mask;
    while (own->keys[at] && own->keys[at] != key)
        at = (at + 1) & own->mask;
    own->keys[at] = key;
    return &own->counts[at];
}

/* The count of a key, 0 where it is not there. */
static inline int32_t vn_counted(const Counts *own, int64_t key) {
    uint64_t at = vn_mixed((uint64_t)key) & own->mask;
    while (own->keys[at] && own->keys[at] != key)
        at = (at + 1) & own->mask;
    return own->keys[at] ? own->counts[at] : 0;
}

#endif
