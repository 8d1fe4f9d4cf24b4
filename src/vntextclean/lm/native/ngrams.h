/* The tables of an n-gram model, and one look-up. */

#ifndef VN_NGRAMS_H
#define VN_NGRAMS_H

#include "kernel.h"

enum { VN_MOST_ORDER = 6, VN_AHEAD = 16 /* keys fetched at once */ };

typedef struct {
    const void *slots;
    int item, bits;
    unsigned long long start;
    Py_ssize_t size, segment;
    uint64_t span;
    const float *gains, *backoffs;
} Order;

typedef struct {
    Held held;
    int order;
    Py_ssize_t count;
    const float *log_prob, *backoff;
    Order orders[VN_MOST_ORDER];
} NGrams;

typedef struct {
    uint8_t hit;
    float gain, backoff;
} Entry;

NGrams *vn_as_ngrams(PyObject *capsule);

/* A few ids in a row, and what the table says of each with the next: `pairs[n]` of `ids[n]` and `ids[n + 1]`. A pair is in
   two or three windows, and its place in the table may be far from the cache. */
typedef struct {
    int64_t ids[2 * VN_MOST_ORDER];
    Entry pairs[2 * VN_MOST_ORDER];
} Stretch;

/* The log-probability of the last id of a row; its last two ids must be known. */
float vn_log_prob(const NGrams *own, const int64_t *row, int width);

/* The log-probability of an id in a stretch, given those before it: `order` - 1 at least, all pairs looked up. The empty id
   has none. */
float vn_log_prob_at(const NGrams *own, const Stretch *in, int place);

/* The sum from one place up to, but not including, another. */
static inline float vn_sum(const NGrams *own, const Stretch *in, int first, int end) {
    float sum = 0;
    for (int place = first; place < end; place++)
        sum += vn_log_prob_at(own, in, place);
    return sum;
}

/* Fetch the n-grams of three ids and more that end at this id: n-grams that are read one by one wait for the memory one by
   one. Not called where a pair among them is missing from the table, for then they are not looked up. */
void vn_fetch_longer(const NGrams *own, const int64_t *last);

static inline int vn_known(const NGrams *own, int64_t id) { return id >= 0 && id < own->count; }

/* A slot where a key may lie: each of the three is in the table, which has whole segments. */
static inline uint32_t vn_slot(const Order *in, uint64_t at) {
    return in->item == 2 ? ((const uint16_t *)in->slots)[at] : ((const uint32_t *)in->slots)[at];
}

/* Where the three slots of a key lie. */
typedef struct {
    uint64_t hash, first, second, third;
} Slots;

static inline Slots vn_slots(const Order *in, uint64_t key) {
    uint64_t hash = vn_mixed(key * VN_KEY_BASE + in->start), mask = (uint64_t)in->segment - 1;
    uint64_t first = (hash >> 32) * in->span >> 32, second = first + (uint64_t)in->segment;
    uint64_t third = (second + (uint64_t)in->segment) ^ (hash & mask);
    return (Slots){hash, first, second ^ (hash >> 18 & mask), third};
}

/* Fetch the slots of a key that is soon looked up: the tables are larger than the cache, and to wait for each key
   takes five times as long. The places need not be in the table: a fetch that leads nowhere does nothing. */
static inline Slots vn_fetch(const Order *in, uint64_t key) {
    Slots at = vn_slots(in, key);
    const char *slots = in->slots;
    vn_prefetch(slots + at.first * (uint64_t)in->item);
    vn_prefetch(slots + at.second * (uint64_t)in->item);
    vn_prefetch(slots + at.third * (uint64_t)in->item);
    return at;
}

/* An n-gram in the table of its order: gain and weight are 0 where it is absent. */
static inline Entry vn_entry(const Order *in, Slots at) {
    uint32_t seen = vn_slot(in, at.first) ^ vn_slot(in, at.second) ^ vn_slot(in, at.third);
    uint32_t value = seen & ((1u << in->bits) - 1);
    uint32_t print = (uint32_t)(at.hash * VN_PRINT_BASE >> (64 - (8 * in->item - in->bits)));
    Entry entry = {seen >> in->bits == print, 0, 0};
    float hit = entry.hit;
    entry.gain = in->gains[in->backoffs ? value >> 8 : value] * hit;
    entry.backoff = in->backoffs ? in->backoffs[value & 255] * hit : 0;
    return entry;
}

static inline Entry vn_look_up(const Order *in, uint64_t key) { return vn_entry(in, vn_slots(in, key)); }

static inline uint64_t vn_pair_key(int64_t first, int64_t second) {
    return (uint64_t)second << VN_BITS | (uint64_t)first;
}

/* The entry of a pair. */
static inline Entry vn_pair_of(const NGrams *own, int64_t first, int64_t second) {
    return vn_look_up(&own->orders[0], vn_pair_key(first, second));
}

static inline void vn_fetch_pair(const NGrams *own, int64_t first, int64_t second) {
    vn_fetch(&own->orders[0], vn_pair_key(first, second));
}

/* Look up the pairs of a stretch from one place up to, but not including, another. */
static inline void vn_look_up_pairs(const NGrams *own, Stretch *in, int first, int end) {
    for (int n = first; n < end; n++)
        in->pairs[n] = vn_pair_of(own, in->ids[n], in->ids[n + 1]);
}

/* The log-probability of a second id after a first by the entry of the pair; both ids must be known. */
static inline float vn_pair_score(const NGrams *own, Entry entry, int64_t first, int64_t second) {
    float score = own->backoff[first];
    score += own->log_prob[second];
    return score + entry.gain;
}

/* The same, of a pair whose slots were fetched, and whether the model has seen it. */
static inline float vn_fetched_pair(const NGrams *own, Slots at, int64_t first, int64_t second, uint8_t *seen) {
    Entry entry = vn_entry(&own->orders[0], at);
    *seen = entry.hit;
    return vn_pair_score(own, entry, first, second);
}

static inline float vn_pair(const NGrams *own, int64_t first, int64_t second, uint8_t *seen) {
    return vn_fetched_pair(own, vn_slots(&own->orders[0], vn_pair_key(first, second)), first, second, seen);
}

#endif
