/* The proofreader's net as the kernel holds it; its sizes are those of its arrays. */

#ifndef VN_PROOF_H
#define VN_PROOF_H

#include "multiply.h"
#include "whole.h"

enum {
    VN_MOST_TOPICS = 256,
    VN_MOST_BLOCKS = 6,
    VN_MOST_SIEVED = 512, /* numbers in a row that is sieved */
    VN_SIEVED = 127       /* what the largest of them counts */
};

/* A layer that reads the normalised row, and one that reads what of its sums is above 0 and is added to the row. `sieve` is
   the first again, for rounded rows: its sums are off by `off` units at most. */
typedef struct {
    Matrix first, second;
    Whole sieve;
    float *off;
    const float *gains, *first_bias, *second_bias;
} Block;

typedef struct {
    Held held;
    Py_ssize_t width, hidden, query, topics, blocks, reach, topic_reach, near_reach, words, forms, widest, filled;
    float shrink;
    const uint8_t *word, *form;
    const float *word_scale, *form_scale, *form_bias, *look, *look_own, *to_sense, *sense_of_look, *bias;
    const float *query_bias, *gate, *gate_bias, *last_gains;
    /* The layer of the words around: by whole numbers, with what their looks add to each of their places, reckoned when it is
       first met; or, where the processor cannot, by `local`. */
    Whole around;
    const int8_t *around_weights;
    const float *around_scale;
    float *of_look;
    uint8_t *has_look;
    Matrix local, far, own, to_query;
    Block block[VN_MOST_BLOCKS];
    /* What the words of the table say of the topic, reckoned when a word is first met. */
    float *sense;
    uint8_t *has_sense;
} Proof;

/* What is asked: words and their looks, places among them, whose documents begin and end there, and the candidates of
   each (0: none), a row of `columns` for each place. */
typedef struct {
    const int64_t *word, *look, *at, *begin, *end, *form;
    const float *log_prob;
    Py_ssize_t columns;
    long task;
} Asked;

Proof *vn_as_proof(PyObject *capsule);

/* What the words around some places add to rows of `h`; `room` is memory for VN_ROWS rows of them. */
void vn_add_around(Proof *own, const Asked *asked, const Py_ssize_t *which, int rows, float *room, float *h);
/* What the words around a place are about: all, those to the left, those to the right. */
void vn_topics(Proof *own, const Asked *asked, Py_ssize_t i, float *out);
/* The candidates, each as much as the n-gram believes in it, how sure that is, and the task; `vectors` are theirs. */
void vn_read_candidates(const Proof *own, const Asked *asked, Py_ssize_t i, float *vectors, float *out);
/* A row at mean 0 and variance 1, times its gains, and nothing below 0. */
void vn_normal(const float *row, Py_ssize_t size, const float *gains, float *out);
/* Rows of `h` through the layers; `step` and `wide` are memory for VN_ROWS rows. */
void vn_blocks(const Proof *own, int rows, float *h, float *step, float *wide);

/* Answer `count` questions about so many words; 0 with an exception where one asks for what is not there. */
int vn_answer(Proof *own, const Asked *asked, Py_ssize_t words, Py_ssize_t count, float *score, float *trust);

#endif
