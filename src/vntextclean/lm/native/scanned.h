/* The tokens of a text as `scan` hands them to Python: its arrays lie one behind the other in the bytes that it made. */

#ifndef VN_SCANNED_H
#define VN_SCANNED_H

#include "kernel.h"

typedef struct {
    Py_ssize_t count, size, letters;
    const int64_t *padded, *starts, *ends, *at;
    const int32_t *lower, *bare, *ids;
    const uint32_t *low;
    const uint8_t *case_, *number, *mark, *initial, *marked;
} Scanned;

/* How many bytes they take: `count` tokens, `size` ids in the padded stream, `letters` of the text. */
static inline Py_ssize_t vn_scanned_bytes(Py_ssize_t count, Py_ssize_t size, Py_ssize_t letters) {
    return (size + 3 * count) * (Py_ssize_t)sizeof(int64_t) + (3 * count + letters) * (Py_ssize_t)sizeof(int32_t) +
           5 * count;
}

/* The arrays of (bytes, tokens, ids in the padded stream) and its text; 0 with an exception where they do not fit. What the
   arrays say is not checked. */
int vn_read_scan(Held *held, PyObject *scan, PyObject *text, Scanned *to);

#endif
