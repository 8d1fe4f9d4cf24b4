/* What is at hand while the candidates of some doubtful words are listed and ranked. */

#ifndef VN_RANKING_H
#define VN_RANKING_H

#include "candidates.h"

enum { VN_TOGETHER = 128 /* words whose candidates are looked at together */ };

/* A candidate: the number of its doubtful word, the id of it in small letters and as it is written there, its price, and
   what the model says of it by itself. */
typedef struct {
    int32_t row, word, id;
    float price, log_prob, backoff;
} Candidate;

/* A doubtful word: the words beside it, what the model says of them, what each of its bigrams costs and both together, what
   a candidate must gain by both, and the side where none gains half of it. */
typedef struct {
    int64_t before, after;
    float backoff_before, log_prob_after, cost_left, cost_right, cost, least;
    uint8_t settled;
} Row;

/* What is at hand while some words are looked at. */
typedef struct {
    Search *own;
    const Words *in;
    const Doubt *doubts;
    Row rows[VN_TOGETHER];
    Bag all, near, ranked;
} Work;

/* Where a word stands among the ids of the text. */
static inline const int64_t *vn_place_of_row(const Work *work, int32_t row) {
    return work->in->ids + work->doubts[row].position;
}

/* List the candidates of some words; 0 with an exception where that cannot be done. */
int vn_list_all(Work *work, const Spellings *spellings, Py_ssize_t count);

#endif
