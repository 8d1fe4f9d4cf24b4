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

/* Whether a word has a letter that can bear a syllable: filters/diacritics/proposing/without_vowel.py. */
static inline int vn_has_vowel(const Scanned *in, Py_ssize_t token) {
    enum { DOTLESS = 0x131 };
    int64_t start = in->starts[token] > 0 ? in->starts[token] : 0, end = in->ends[token];
    for (; start < end && start < in->letters; start++)
        switch (in->low[start]) {
        case 'a': case 'e': case 'i': case 'o': case 'u': case 'y': case DOTLESS:
            return 1;
        }
    return 0;
}

#endif
