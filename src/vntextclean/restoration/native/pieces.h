/* The pieces of a lattice in which something is undecided, as forward_backward.c lays them out and posterior.c reads them. */

#ifndef VN_PIECES_H
#define VN_PIECES_H

#include "ngrams.h"

enum {
    VN_TURNS = 1 << 8, /* positions between two looks at signals: a position may take 4 096 scores */
};

/* One piece: its first position and how many it has. Behind it stand the sizes of each position, and then the scores of each
   by oldest word, word before and word. */
typedef struct {
    int64_t begin, length;
} Piece;

/* How many candidates are told apart at a position, the one before it and the one before that. */
typedef struct {
    uint8_t old, past, now, none;
} Sizes;

static inline Py_ssize_t vn_cube(Sizes of) { return (Py_ssize_t)of.old * of.past * of.now; }

#endif
