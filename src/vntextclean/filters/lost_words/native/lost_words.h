/* The gaps of a text that may have lost a word, and the words tried in them. */

#ifndef VN_LOST_WORDS_H
#define VN_LOST_WORDS_H

#include "ngrams.h"

/* A word, and its share of what stands on one side of another. */
typedef struct {
    int32_t word;
    float share;
} Collocate;

/* The collocates on one side of every word: those of a word from `start[word]` on, up to where those of the next begin. */
typedef struct {
    int32_t *start;
    Collocate *all;
} Side;

typedef struct {
    Held held;
    PyObject *model;
    const NGrams *ngrams;
    Py_ssize_t size;
    Side before, after;
    float doubt, links, gain, certain;
    int habit, most;
} LostWords;

/* `after` is the entry of the word after its left neighbour, `then` that of the right neighbour after the word. */
typedef struct {
    int64_t word;
    float share_right, share_left, gain;
    Entry after, then;
} Try;

/* A gap that is doubted, the words around it, and its tries: `count` from `first` on. `seen` are its neighbours side by
   side, `seen_left` the two words before it and `seen_right` the two behind it. */
typedef struct {
    Py_ssize_t token, first, count;
    const int64_t *at; /* the id behind the gap */
    int32_t left, right;
    float cost;
    uint8_t seen, seen_left, seen_right;
} Gap;

/* Gaps that are looked at together, so that what is read for one is on its way while another is looked at: the tables are
   larger than the cache, and to wait for each took a fifth of the time. */
enum { TOGETHER = 16 };
typedef struct {
    int count;
    Gap gaps[TOGETHER];
    Bag tries;
} Waiting;

/* The tries of a gap; NULL as long as no gap has any. */
static inline Try *vn_tries_of(const Waiting *in, const Gap *gap) {
    return in->tries.data ? (Try *)in->tries.data + gap->first : NULL;
}

/* The words to try in a gap: the collocates of both neighbours, by their ids, each once. 0 where memory ran out. */
int vn_words_to_try(const LostWords *own, Waiting *in, Gap *gap);

/* Keep of the words tried in a gap those that its neighbours go on to, and fetch what tells how likely the text is. */
void vn_link_up(const LostWords *own, const Waiting *in, Gap *gap);

/* Keep of the words that are left those that make the text likelier by enough, the best first. */
void vn_rank_tries(const LostWords *own, const Waiting *in, Gap *gap);

#endif
