/* What a word may have been, by its letters. */

#ifndef VN_SPELLINGS_H
#define VN_SPELLINGS_H

#include "kernel.h"

enum { VN_MOST_SPELLINGS = 4096 };

typedef struct Spellings Spellings;

/* The syllables found for one word, by number, in the order of finding; the first `alike` sound like it. */
typedef struct {
    Py_ssize_t count, alike;
    int32_t number[VN_MOST_SPELLINGS];
    float cost[VN_MOST_SPELLINGS];
} Spelt;

Spellings *vn_as_spellings(PyObject *capsule);

/* The number of a word of a text in any case, that of no letters where it has more than eight. */
uint64_t vn_spelling_key(const Spellings *own, PyObject *text, Py_ssize_t start, Py_ssize_t end);

/* What the word of a key may have been. */
void vn_find_spelt(const Spellings *own, uint64_t word, Spelt *to);

/* The id of a syllable by its number. */
int64_t vn_spelt_id(const Spellings *own, int32_t number);

#endif
