/* The number of a word by its letters, for parts of the kernel that make words of others. */

#ifndef VN_SCAN_H
#define VN_SCAN_H

#include "kernel.h"

enum { VN_MOST_LETTERS = 32 };

typedef struct Vocabulary Vocabulary;

Vocabulary *vn_as_vocabulary(PyObject *capsule);

/* The lower-case id of a word of VN_MOST_LETTERS at most, in any case and tone style; -1 if the model does not know it. */
int32_t vn_number_of(const Vocabulary *own, const Py_UCS4 *letters, Py_ssize_t size);

/* The small letters of a word, the tone of an open rime on its first vowel, and what kinds they are; whether any has marks. */
int vn_small_letters(const Vocabulary *own, const Py_UCS4 *letters, Py_ssize_t size, uint16_t *kind, uint32_t *low);

#endif
