/* The candidates of one doubtful word, and the best of them. */

#ifndef VN_RANKING_H
#define VN_RANKING_H

#include "candidates.h"

typedef struct {
    int64_t id;
    float gain;
} Candidate;

/* A doubtful word, the ids and prices of its candidates (the first have the same letters and no price), where the bigrams
   that were fetched last lie, and the candidates that are near. */
typedef struct {
    Doubt doubt;
    Bag asked, prices, near;
    Slots slots[2 * VN_AHEAD];
} Asked;

/* Fetch the bigrams of the next VN_AHEAD candidates, so that they are there when they are read. `at` is the place of the
   word among the ids. */
void vn_fetch_candidates(const Search *own, const int64_t *at, Asked *to, Py_ssize_t from);

/* Keep of the candidates of a word those that are near by their bigrams, the first of which were fetched, and fetch what
   the whole model says of them. Where memory ran out, their bag is full. */
void vn_keep_near(const Search *own, const int64_t *at, Asked *from);

/* Rank the near candidates of a word by the whole model, a Candidate each; the best come first. */
void vn_rank_near(const Search *own, const int64_t *at, const Asked *from, Bag *ranked);

#endif
