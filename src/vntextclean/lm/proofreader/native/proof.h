/* The proofreader's net as the kernel holds it; its sizes are those of its arrays. */

#ifndef VN_PROOF_H
#define VN_PROOF_H

#include "multiply.h"

enum { VN_MOST_TOPICS = 256, VN_MOST_BLOCKS = 6 };

typedef struct {
    Matrix first, second;
    const float *gains, *first_bias, *second_bias;
} Block;

typedef struct {
    Held held;
    Py_ssize_t width, hidden, query, topics, blocks, reach, topic_reach, near_reach, words, forms, widest;
    float shrink;
    const uint8_t *word, *form;
    const float *word_scale, *form_scale, *form_bias, *look, *look_own, *to_sense, *sense_of_look, *bias;
    const float *query_bias, *gate, *gate_bias, *last_gains;
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

/* Answer `count` questions about so many words; 0 with an exception where one asks for what is not there. */
int vn_answer(Proof *own, const Asked *asked, Py_ssize_t words, Py_ssize_t count, float *score, float *trust);

#endif
