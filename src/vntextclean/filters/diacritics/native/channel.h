/* The confusion channel, for one pair of words. */

#ifndef VN_CHANNEL_H
#define VN_CHANNEL_H

#include "kernel.h"

enum { VN_MOST_LETTERS = 64 };

typedef struct Channel Channel;

/* A word as it is, without its tone and without marks, its length and its tone. */
typedef struct {
    Py_UCS4 written[VN_MOST_LETTERS], toneless[VN_MOST_LETTERS], bare[VN_MOST_LETTERS];
    Py_ssize_t size;
    uint8_t tone;
} Letters;

Channel *vn_as_channel(PyObject *capsule);

/* The letters of a word; 0 with an exception where it is none, or too long. */
int vn_read_letters(const Channel *own, PyObject *text, Letters *to);

/* What the channel adds to a word that may have been meant, and how likely people and engines write so, in `both`. */
float vn_prior(const Channel *own, const Letters *written, const Letters *meant, double *both);

#endif
