/* Which pairs of words a document has again and again. */

#ifndef VN_HABITS_H
#define VN_HABITS_H

#include "kernel.h"

/* How often pairs stand in a document, by open addressing over keys that are not 0. */
typedef struct {
    uint64_t mask;
    int64_t *keys;
    int32_t *counts;
} Counts;

/* Room for so many keys; 0 without memory. */
int vn_counts(Counts *to, Py_ssize_t keys);
void vn_forget(Counts *own);

/* The count of a key, to be read or written. */
static inline int32_t *vn_count(Counts *own, int64_t key) {
    uint64_t at = vn_mixed((uint64_t)key) & own->mask;
    while (own->keys[at] && own->keys[at] != key)
        at = (at + 1) & own->mask;
    own->keys[at] = key;
    return &own->counts[at];
}

#endif
