/* Error detection, filters/diacritics/proposing/detect.py: which words may be damaged. */

#include "candidates.h"

/* The cost of two neighbours of the padded ids, from the pairs that are held where neither was repaired. */
static float pair(const Search *own, const Words *in, int64_t at, uint8_t *seen) {
    if (in->score && in->ids[at] == in->scan.padded[at] && in->ids[at + 1] == in->scan.padded[at + 1]) {
        *seen = in->seen[at];
        return in->score[at];
    }
    return vn_pair(own->ngrams, in->ids[at], in->ids[at + 1], seen);
}

/* The bits of a slot. */
static uint8_t bits_at(const Search *own, uint64_t slot) {
    return own->settled[slot >> 2] >> 2 * (slot & 3);
}

/* The bits of a pair that the model has seen: LEFT if they settle the left side of its second word, RIGHT if they settle
   the right side of its first. */
static uint8_t settled_by(const Search *own, Slots at) {
    return bits_at(own, at.first) ^ bits_at(own, at.second) ^ bits_at(own, at.third);
}

/* Where the bits of a pair lie; they are fetched. */
static Slots fetched_bits(const Search *own, int64_t first, int64_t second) {
    Slots at = vn_slots(&own->ngrams->orders[0], vn_pair_key(first, second));
    vn_prefetch(own->settled + (at.first >> 2));
    vn_prefetch(own->settled + (at.second >> 2));
    vn_prefetch(own->settled + (at.third >> 2));
    return at;
}

/* Whether the bits of a doubtful word can be asked. They are meant for a syllable as the model writes it there, and for the
   candidates of one that has its neighbours. */
static int has_bits(const Search *own, const int64_t *at, const Doubt *doubt) {
    int32_t title = own->title_of[doubt->lower];
    return own->settled && !doubt->deep && at[0] == (doubt->named ? title : doubt->lower) &&
           !(doubt->named && title == doubt->lower);
}

/* Whether the words up to two away on either side are capitals, and at least two of them syllables: a heading. */
static int in_capitals(const Search *own, const Words *in, int64_t token) {
    int64_t first = token > 2 ? token - 2 : 0, last = token + 3 < in->scan.count ? token + 3 : in->scan.count;
    int syllables = 0;
    for (int64_t near = first; near < last; near++) {
        if (near == token || in->scan.number[near])
            continue;
        if (in->scan.case_[near] != VN_UPPER || in->scan.lower[near] < 0 || in->scan.lower[near] >= own->ids)
            return 0;
        syllables += own->legal[in->scan.lower[near]] != 0;
    }
    return syllables > 1;
}

/* Whether what is no legal syllable could be a damaged one. */
static int may_be_damaged(const Search *own, const Words *in, int64_t token, int64_t length, int letters) {
    uint8_t case_ = in->scan.case_[token];
    return in->scan.marked[token] || (letters && case_ == VN_LOWER) ||
           (case_ <= VN_TITLE ? length > 1 : length > 2 && in_capitals(own, in, token));
}

/* Whether a doubtful word was one before, and was compared with the same: it is not asked about again. */
static int is_known(const Search *own, const Words *in, const Doubt *doubt, int64_t length) {
    const Reach *before = &in->before;
    int deep = before->letters || !(doubt->legal && doubt->left && doubt->right);
    return in->again && deep == doubt->deep &&
           (doubt->legal ? doubt->cost < before->doubt
                         : may_be_damaged(own, in, doubt->token, length, before->letters));
}

/* Whether a token could be a damaged syllable and costs too much; 0 if not, -1 if it is not there. */
static int doubted(const Search *own, const Words *in, int64_t token, Doubt *to) {
    if (token < 0 || token >= in->scan.count)
        return -1;
    int32_t lower = in->scan.lower[token];
    int64_t at = in->scan.at[token];
    if (at < 1 - VN_PAD || at >= in->scan.size - VN_PAD - 1 || lower < 0 || lower >= own->ids)
        return -1;
    int64_t position = at + VN_PAD, length = vn_minus(in->scan.ends[token], in->scan.starts[token]);
    uint8_t case_ = in->scan.case_[token], legal = own->legal[lower];
    if (in->scan.number[token] || length > own->longest || case_ > VN_UPPER)
        return 0;
    if (legal && in->is_plain && !(in->score[position - 1] + in->score[position] < in->reach.doubt))
        return 0;
    if (!legal && !may_be_damaged(own, in, token, length, in->reach.letters))
        return 0;
    for (int64_t place = position - 1; place <= position + 1; place++)
        if (!vn_known(own->ngrams, in->ids[place]))
            return -1;
    uint8_t left, right;
    float cost = pair(own, in, position - 1, &left), cost_right = pair(own, in, position, &right);
    cost += cost_right;
    if (legal && !(cost < in->reach.doubt))
        return 0;
    int64_t id = in->ids[position];
    uint8_t spelled = id < VN_UNKNOWN_LOWER || id >= VN_SPECIALS; /* pairs with an unknown word prove nothing */
    *to = (Doubt){.token = token, .position = position, .lower = lower, .bare = in->scan.bare[token], .cost = cost,
                  .cost_right = cost_right, .legal = legal, .left = left && spelled, .right = right && spelled,
                  .named = case_ == VN_TITLE && !in->scan.initial[token]};
    to->deep = in->reach.letters || !(to->legal && to->left && to->right);
    return !is_known(own, in, to, length);
}

/* Doubtful words whose bits are on their way. */
enum { TOGETHER = 16 };
typedef struct {
    int count;
    uint8_t ask[TOGETHER];
    Doubt doubts[TOGETHER];
    Slots left[TOGETHER], right[TOGETHER];
} Waiting;

/* Put the doubtful word behind the others among them, and fetch its bits. */
static void wait(const Search *own, const int64_t *ids, Waiting *to) {
    const Doubt *doubt = &to->doubts[to->count];
    const int64_t *at = ids + doubt->position;
    to->ask[to->count] = (uint8_t)has_bits(own, at, doubt);
    if (to->ask[to->count]) {
        to->left[to->count] = fetched_bits(own, at[-1], at[0]);
        to->right[to->count] = fetched_bits(own, at[0], at[1]);
    }
    to->count++;
}

/* Keep of the waiting words those that are not settled on both sides. */
static void let_pass(const Search *own, Waiting *from, Bag *to) {
    for (int n = 0; n < from->count; n++) {
        Doubt *doubt = &from->doubts[n];
        doubt->settled = 0;
        if (from->ask[n])
            doubt->settled = (settled_by(own, from->left[n]) & LEFT) | (settled_by(own, from->right[n]) & RIGHT);
        if (doubt->settled != (LEFT | RIGHT))
            vn_add(to, doubt, sizeof(*doubt));
    }
    from->count = 0;
}

int vn_find_doubts(const Search *own, const Words *in, const int64_t *only, Py_ssize_t asked, Bag *to) {
    Waiting waiting = {.count = 0};
    for (Py_ssize_t i = 0; i < asked; i++) {
        int found = doubted(own, in, only ? only[i] : i, &waiting.doubts[waiting.count]);
        if (found < 0)
            vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
        if (found < 0 || vn_stopped(i, 1 << 13))
            return 0;
        if (found)
            wait(own, in->ids, &waiting);
        if (waiting.count == TOGETHER)
            let_pass(own, &waiting, to);
    }
    let_pass(own, &waiting, to);
    if (to->full)
        PyErr_NoMemory();
    return !to->full;
}
