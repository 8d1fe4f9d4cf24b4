/* The uncertain pieces of a lattice and their scores: restoration/forward_backward.py for models of order 3. */

#include "pieces.h"

typedef struct {
    Py_ssize_t count, wide;
    const int32_t *ids;
    const uint8_t *hit;
    const float *pair, *backoff;
} Pruned;

static Py_ssize_t size_of(const Pruned *in, Py_ssize_t at) {
    Py_ssize_t size = 0;
    for (Py_ssize_t c = 0; c < in->wide; c++)
        size += in->ids[at * in->wide + c] > 0;
    return size;
}

static int stops(const Pruned *in, Py_ssize_t at) { return in->ids[at * in->wide] == VN_SENTENCE; }

/* Whether a position is undecided, or one of the two words before it in its sentence. */
static int matters(const Pruned *in, Py_ssize_t at) {
    return size_of(in, at) > 1 || (at >= 1 && size_of(in, at - 1) > 1) ||
           (at >= 2 && !stops(in, at - 1) && size_of(in, at - 2) > 1);
}

/* Fetch the n-grams of three words that `full_order` looks up for a position: the table is larger than the cache. */
static void fetch_full_order(const NGrams *model, const Pruned *in, Py_ssize_t at) {
    Py_ssize_t wide = in->wide;
    if (at < 2 || stops(in, at - 1))
        return;
    const int32_t *now = in->ids + at * wide, *past = now - wide, *old = past - wide;
    const uint8_t *hit = in->hit + at * wide * wide, *hit_before = hit - wide * wide;
    for (Py_ssize_t o = 0; o < wide && old[o] > 0; o++)
        for (Py_ssize_t p = 0; p < wide && past[p] > 0; p++)
            for (Py_ssize_t n = 0; hit_before[o * wide + p] && n < wide && now[n] > 0; n++)
                if (hit[p * wide + n])
                    vn_fetch(&model->orders[1], vn_pair_key(past[p], now[n]) << VN_BITS | (uint64_t)old[o]);
}

/* Only what is a candidate is reckoned: most positions have two or three, and of so many cubed are a tenth of all. In a piece
   with a position that has none, where all scores are alike, every column counts. */
static Sizes sizes_at(const Pruned *in, Py_ssize_t at, int all) {
    uint8_t wide = (uint8_t)in->wide;
    if (all)
        return (Sizes){wide, wide, wide, 0};
    int reach = at >= 2 && !stops(in, at - 1);
    return (Sizes){reach ? (uint8_t)size_of(in, at - 2) : 1, at ? (uint8_t)size_of(in, at - 1) : 1, (uint8_t)size_of(in, at), 0};
}

/* Conditional log-probabilities of the candidates of a position. */
static void full_order(const NGrams *model, const Pruned *in, Py_ssize_t at, Sizes sizes, float never, float *out) {
    Py_ssize_t wide = in->wide;
    const int32_t *now = in->ids + at * wide, *past = at ? now - wide : now, *old = at >= 2 ? now - 2 * wide : now;
    const uint8_t *hit = in->hit + at * wide * wide, *hit_before = at ? hit - wide * wide : hit;
    const float *pair = in->pair + at * wide * wide, *backoff = in->backoff + (at ? at - 1 : 0) * wide * wide;
    int reach = at >= 2 && !stops(in, at - 1);
    for (Py_ssize_t o = 0; o < sizes.old; o++)
        for (Py_ssize_t p = 0; p < sizes.past; p++)
            for (Py_ssize_t n = 0; n < sizes.now; n++, out++) {
                int some = reach && old[o] > 0 && past[p] > 0 && now[n] > 0;
                float score = pair[p * wide + n];
                if (o && !some) { /* without a word two back the first row stands for all */
                    *out = never;
                    continue;
                }
                if (some && hit_before[o * wide + p]) {
                    score += backoff[o * wide + p];
                    if (hit[p * wide + n])
                        score += vn_look_up(&model->orders[1], vn_pair_key(past[p], now[n]) << VN_BITS | (uint64_t)old[o])
                                     .gain;
                }
                *out = score;
            }
}

/* forward_backward(ngrams, ids, hit, pair, backoff, wide, never) -> the pieces of a lattice in which something is
   undecided, with their scores */
VN_FUNCTION(vn_forward_backward) {
    NGrams *model = vn_given(given, 7) ? vn_as_ngrams(args[0]) : NULL;
    if (!model)
        return NULL;
    Held held;
    held.count = 0;
    Pruned in = {.wide = PyLong_AsSsize_t(args[5])};
    float never = (float)PyFloat_AsDouble(args[6]);
    Py_ssize_t all = VN_ANY, cells;
    Bag bag = {0};
    PyObject *result = NULL;
    int good = model->order == VN_LATTICE_ORDER && in.wide > 0 && in.wide <= VN_LATTICE_KEEP && (in.ids = VN_READ(&held, args[1], int32_t, &all)) &&
               all % in.wide == 0 && (cells = all * in.wide, 1) && (in.hit = VN_READ(&held, args[2], uint8_t, &cells)) &&
               (in.pair = VN_READ(&held, args[3], float, &cells)) &&
               (in.backoff = VN_READ(&held, args[4], float, &cells));
    in.count = good ? all / in.wide : 0;
    float scores[VN_LATTICE_KEEP * VN_LATTICE_KEEP * VN_LATTICE_KEEP];
    for (Py_ssize_t at = 0; good && at < in.count && !bag.full;) {
        if (!matters(&in, at)) {
            good = !vn_stopped(at, VN_TURNS);
            at++;
            continue;
        }
        Piece piece = {.begin = at, .length = 0};
        int empty = at && !size_of(&in, at - 1);
        empty |= at >= 2 && !size_of(&in, at - 2);
        do {
            empty |= !size_of(&in, at);
            at++;
            piece.length++;
        } while (at < in.count && matters(&in, at) && !stops(&in, at - 1));
        vn_add(&bag, &piece, sizeof(piece));
        for (Py_ssize_t n = 0; n < piece.length; n++) {
            Sizes sizes = sizes_at(&in, piece.begin + n, empty);
            vn_add(&bag, &sizes, sizeof(sizes));
        }
        fetch_full_order(model, &in, piece.begin);
        for (Py_ssize_t n = 0; good && n < piece.length; n++) {
            Sizes sizes = sizes_at(&in, piece.begin + n, empty);
            good = !vn_stopped(n, VN_TURNS);
            if (n + 1 < piece.length)
                fetch_full_order(model, &in, piece.begin + n + 1);
            full_order(model, &in, piece.begin + n, sizes, never, scores);
            vn_add(&bag, scores, vn_cube(sizes) * (Py_ssize_t)sizeof(float));
        }
    }
    if (good)
        result = vn_bytes(&bag);
    else
        vn_fail(0, PyExc_ValueError, "a lattice whose parts do not fit together");
    PyMem_Free(bag.data);
    vn_release(&held);
    return result;
}
