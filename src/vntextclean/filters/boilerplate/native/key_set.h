/* A set of keys of words, and the number of each in the order in which it came. */

#ifndef VN_KEY_SET_H
#define VN_KEY_SET_H

#include "kernel.h"

typedef struct {
    uint64_t *keys;
    int32_t *numbers; /* -1 where nothing is */
    Py_ssize_t mask, count;
} KeySet;

/* An empty set with room for so many keys; 0 where there is no memory. */
static inline int vn_key_set(KeySet *set, Py_ssize_t most) {
    Py_ssize_t room = 16;
    while (room < 2 * most)
        room *= 2;
    set->mask = room - 1, set->count = 0;
    set->keys = PyMem_Malloc((size_t)room * sizeof(*set->keys));
    set->numbers = PyMem_Malloc((size_t)room * sizeof(*set->numbers));
    if (set->numbers)
        memset(set->numbers, 0xFF, (size_t)room * sizeof(*set->numbers));
    return set->keys && set->numbers;
}

static inline void vn_free_set(KeySet *set) {
    PyMem_Free(set->keys);
    PyMem_Free(set->numbers);
}

static inline Py_ssize_t vn_slot(const KeySet *set, uint64_t key) {
    Py_ssize_t at = (Py_ssize_t)(vn_mixed(key) & (uint64_t)set->mask);
    while (set->numbers[at] >= 0 && set->keys[at] != key)
        at = (at + 1) & set->mask;
    return at;
}

/* The number of a key that is there afterwards. No more keys may come than there is room for. */
static inline int32_t vn_put(KeySet *set, uint64_t key) {
    Py_ssize_t at = vn_slot(set, key);
    if (set->numbers[at] < 0)
        set->keys[at] = key, set->numbers[at] = (int32_t)set->count++;
    return set->numbers[at];
}

static inline int vn_has(const KeySet *set, uint64_t key) { return set->numbers[vn_slot(set, key)] >= 0; }

#endif
