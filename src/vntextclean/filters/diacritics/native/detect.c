/* Error detection, filters/diacritics/proposing/detect.py: which words may be damaged. */

#include "candidates.h"

static const char NAME[] = "vntextclean.candidates";

Search *vn_as_search(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static void free_search(PyObject *capsule) {
    Search *own = vn_as_search(capsule);
    Py_XDECREF(own->model);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* candidates(ngrams, legal, title_of, same_start, same_length, same, (thresholds), settled): tables for `detect` and
   `rank_candidates`; `settled` may be empty */
VN_FUNCTION(vn_candidates) {
    Search *own = vn_given(given, 8) ? PyMem_Calloc(1, sizeof(Search)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->ids = own->bares = own->same_count = VN_ANY;
    Py_ssize_t bytes = VN_ANY;
    Held *held = &own->held;
    int good = (own->ngrams = vn_as_ngrams(args[0])) != NULL && (own->legal = VN_READ(held, args[1], uint8_t, &own->ids)) &&
               (own->title_of = VN_READ(held, args[2], int32_t, &own->ids)) && own->ids == own->ngrams->count &&
               (own->same_start = VN_READ(held, args[3], int64_t, &own->bares)) && own->bares > 0 &&
               (own->same_length = VN_READ(held, args[4], int64_t, &own->bares)) &&
               (own->same = VN_READ(held, args[5], int64_t, &own->same_count)) &&
               vn_is_tuple(args[6]) &&
               PyArg_ParseTuple(args[6], "ffffii", &own->coarse, &own->coarse_illegal, &own->gain, &own->spelling,
                                &own->longest, &own->most) &&
               own->most > 0 && (own->settled = VN_READ(held, args[7], uint8_t, &bytes)) &&
               (!bytes || bytes == (own->ngrams->orders[0].size + 3) / 4);
    for (Py_ssize_t at = 0; good && at < own->bares; at++)
        good = vn_within(own->same_start[at], own->same_length[at], own->same_count);
    for (Py_ssize_t at = 0; good && at < own->same_count; at++)
        good = own->same[at] >= 0 && own->same[at] < own->ids;
    if (!bytes)
        own->settled = NULL;
    for (Py_ssize_t at = 0; good && at < own->ids; at++)
        good = own->title_of[at] >= 0 && own->title_of[at] < own->ids;
    if (!good) {
        vn_fail(0, PyExc_ValueError, "the tables of candidates do not fit together");
        vn_release(held);
        PyMem_Free(own);
        return NULL;
    }
    PyObject *kept = vn_keep(own, NAME, free_search);
    if (kept) {
        Py_INCREF(args[0]);
        own->model = args[0];
    }
    return kept;
}

/* Which syllables are doubted: those that cost more than `doubt` (nats). With `letters` each is compared with what has other
   letters. */
typedef struct {
    float doubt;
    int letters;
} Reach;

/* The words of a scan, as Python has them, how far is searched, and how far it was searched before, if it was. */
typedef struct {
    Py_ssize_t count, size, pairs;
    const int64_t *at, *starts, *ends, *ids, *padded;
    const int32_t *lower, *bare;
    const uint8_t *case_, *marked, *number, *initial, *seen;
    const float *score;
    Reach reach, before;
    int again;
} Words;

/* The cost of two neighbours of the padded ids, from the pairs that are held where neither was repaired. */
static float pair(const Search *own, const Words *in, int64_t at, uint8_t *seen) {
    if (in->score && in->ids[at] == in->padded[at] && in->ids[at + 1] == in->padded[at + 1]) {
        *seen = in->seen[at];
        return in->score[at];
    }
    return vn_pair(own->ngrams, in->ids[at], in->ids[at + 1], seen);
}

/* The bits of a slot. */
static uint8_t bits_at(const Search *own, uint64_t slot) {
    uint64_t size = (uint64_t)own->ngrams->orders[0].size;
    slot = slot < size ? slot : size - 1;
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
    int64_t first = token > 2 ? token - 2 : 0, last = token + 3 < in->count ? token + 3 : in->count;
    int syllables = 0;
    for (int64_t near = first; near < last; near++) {
        if (near == token || in->number[near])
            continue;
        if (in->case_[near] != VN_UPPER || in->lower[near] < 0 || in->lower[near] >= own->ids)
            return 0;
        syllables += own->legal[in->lower[near]] != 0;
    }
    return syllables > 1;
}

/* Whether what is no legal syllable could be a damaged one. */
static int may_be_damaged(const Search *own, const Words *in, int64_t token, int64_t length, int letters) {
    uint8_t case_ = in->case_[token];
    return in->marked[token] || (letters && case_ == VN_LOWER) ||
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
    if (token < 0 || token >= in->count)
        return -1;
    int32_t lower = in->lower[token];
    if (in->at[token] < 1 - VN_PAD || in->at[token] >= in->size - VN_PAD - 1 || lower < 0 || lower >= own->ids)
        return -1;
    int64_t position = in->at[token] + VN_PAD, length = vn_minus(in->ends[token], in->starts[token]);
    uint8_t case_ = in->case_[token], legal = own->legal[lower];
    if (in->number[token] || length > own->longest || case_ > VN_UPPER)
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
    *to = (Doubt){.token = token, .position = position, .lower = lower, .bare = in->bare[token], .cost = cost,
                  .cost_right = cost_right, .legal = legal, .left = left && spelled, .right = right && spelled,
                  .named = case_ == VN_TITLE && !in->initial[token]};
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

/* Keep of the waiting words those that are not settled on both sides, and list what Python is to ask about; 0 with an
   exception where that cannot be done. */
static int let_pass(const Search *own, Waiting *from, const int64_t *back_start, Bag *to, PyObject *open,
                    Py_ssize_t *row) {
    int good = 1;
    for (int n = 0; n < from->count && good; n++) {
        Doubt *doubt = &from->doubts[n];
        doubt->settled = 0;
        if (from->ask[n])
            doubt->settled = (settled_by(own, from->left[n]) & LEFT) | (settled_by(own, from->right[n]) & RIGHT);
        if (doubt->settled == (LEFT | RIGHT))
            continue;
        vn_add(to, doubt, sizeof(*doubt));
        if (back_start[doubt->lower] < 0)
            good = vn_append(open, Py_BuildValue("nnii", *row, (Py_ssize_t)doubt->token, (int)doubt->lower,
                                                 (int)doubt->deep));
        ++*row;
    }
    from->count = 0;
    return good;
}

/* detect(candidates, only or None, at, starts, ends, lower, bare, case, marked, number, initial, ids, padded, score, seen,
   back_start, doubt, letters, (doubt, letters) of the search before or None) -> (doubts, [(row, token, lower, deep) of
   words that Python is to ask about]) */
VN_FUNCTION(vn_detect) {
    Search *own = vn_given(given, 19) ? vn_as_search(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Words in = {.count = VN_ANY, .size = VN_ANY, .again = args[18] != Py_None,
                .reach = {(float)PyFloat_AsDouble(args[16]), PyObject_IsTrue(args[17])}};
    Py_ssize_t asked = 0, backs = VN_ANY, row = 0;
    const int64_t *only = NULL, *back_start = NULL;
    PyObject *result = NULL, *open = NULL;
    Bag bag = {0};
    int good = (!in.again || (vn_is_tuple(args[18]) &&
                              PyArg_ParseTuple(args[18], "fp", &in.before.doubt, &in.before.letters))) &&
               (in.at = VN_READ(&held, args[2], int64_t, &in.count)) &&
               (in.starts = VN_READ(&held, args[3], int64_t, &in.count)) &&
               (in.ends = VN_READ(&held, args[4], int64_t, &in.count)) &&
               (in.lower = VN_READ(&held, args[5], int32_t, &in.count)) &&
               (in.bare = VN_READ(&held, args[6], int32_t, &in.count)) &&
               (in.case_ = VN_READ(&held, args[7], uint8_t, &in.count)) &&
               (in.marked = VN_READ(&held, args[8], uint8_t, &in.count)) &&
               (in.number = VN_READ(&held, args[9], uint8_t, &in.count)) &&
               (in.initial = VN_READ(&held, args[10], uint8_t, &in.count)) &&
               (in.ids = VN_READ(&held, args[11], int64_t, &in.size)) &&
               (in.padded = VN_READ(&held, args[12], int64_t, &in.size)) &&
               (back_start = VN_READ(&held, args[15], int64_t, &backs));
    asked = in.count;
    if (good && args[1] != Py_None) {
        asked = VN_ANY;
        good = (only = VN_READ(&held, args[1], int64_t, &asked)) != NULL;
    }
    if (good && args[13] != Py_None) {
        in.pairs = in.size ? in.size - 1 : 0;
        good = (in.score = VN_READ(&held, args[13], float, &in.pairs)) &&
               (in.seen = VN_READ(&held, args[14], uint8_t, &in.pairs));
    }
    if (good && !(open = PyList_New(0)))
        good = 0;
    Waiting waiting = {.count = 0};
    for (Py_ssize_t i = 0; good && i < asked; i++) {
        Doubt *doubt = &waiting.doubts[waiting.count];
        int found = doubted(own, &in, only ? only[i] : i, doubt);
        if (found < 0 || (found && doubt->lower >= backs)) {
            PyErr_SetString(PyExc_IndexError, "a word or a place that is not there");
            good = 0;
        } else if (found)
            wait(own, in.ids, &waiting);
        if (good && (waiting.count == TOGETHER || i + 1 == asked))
            good = let_pass(own, &waiting, back_start, &bag, open, &row);
        good = good && !vn_stopped(i, 1 << 13);
    }
    if (good) {
        PyObject *bytes = vn_bytes(&bag);
        result = bytes ? PyTuple_Pack(2, bytes, open) : NULL;
        Py_XDECREF(bytes);
    }
    Py_XDECREF(open);
    PyMem_Free(bag.data);
    vn_release(&held);
    return result;
}
