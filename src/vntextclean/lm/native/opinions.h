/* The best of several candidates by the n-gram and the proofreader together, for more than one room. */

#ifndef VN_OPINIONS_H
#define VN_OPINIONS_H

#include "kernel.h"

/* A text: the ids of its words with the repairs made, their cases and borders; then what an id is to the net as a word, and
   as a candidate. */
typedef struct {
    Py_ssize_t words, ids;
    const int32_t *lower;
    const uint8_t *case_, *mark;
    const int64_t *word_of, *form_of;
} Read;

/* Places of it, what is written there, and `counts[i]` candidates for each, one behind the other: `all` ids, and their
   gains. */
typedef struct {
    Py_ssize_t count, all;
    const int64_t *at, *stands, *counts, *ids;
    const float *gains;
} Rivals;

/* The best of one place: its number among the candidates, and proofreader.py's numbers. */
typedef struct {
    Py_ssize_t column;
    double gain, wide, lead;
} Opinion;

/* An opinion of each place by the net in a capsule; 0 with an exception where that cannot be done. */
int vn_opine(PyObject *proof, long task, float most_lead, const Read *text, const Rivals *rivals, Opinion *to);

#endif
