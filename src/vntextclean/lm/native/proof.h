/* The proofreader's net as the kernel holds it; its sizes are those of its arrays. */

#ifndef VN_PROOF_H
#define VN_PROOF_H

#include "multiply.h"

enum { VN_LOOKS = 16, VN_TASKS = 2, VN_MOST_TOPICS = 256, VN_MOST_BLOCKS = 6 };

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

Proof *vn_as_proof(PyObject *capsule);

#endif
