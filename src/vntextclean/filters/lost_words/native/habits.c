/* Which pairs of words a document has again and again: room for their counts. */

#include "habits.h"

int vn_counts(Counts *to, Py_ssize_t keys) {
    uint64_t size = 16;
    while (size < 2 * (uint64_t)keys)
        size *= 2;
    to->mask = size - 1;
    to->keys = PyMem_Calloc(size, sizeof(int64_t));
    to->counts = PyMem_Calloc(size, sizeof(int32_t));
    return to->keys && to->counts;
}

void vn_forget(Counts *own) {
    PyMem_Free(own->keys);
    PyMem_Free(own->counts);
}
