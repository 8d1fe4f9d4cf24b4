/* Forward-backward over the uncertain pieces of a lattice: restoration/forward_backward.py for models of order 3. */

#include "ngrams.h"

#include <math.h>

enum {
    SCALED = 3,     /* steps after which states are scaled: a step takes some 20 nats, float32 has 87 */
    OFTEN = 1 << 8, /* positions between two looks at signals: a position may take 4 096 scores */
};

/* One piece: its first position, how many it has, and how many candidates of each; `keep`^3 scores of each position
   follow, by oldest word, word before and word. */
typedef struct {
    int64_t begin, length, keep;
} Piece;

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
static void fetch_full_order(const NGrams *model, const Pruned *in, Py_ssize_t at, Py_ssize_t keep) {
    Py_ssize_t wide = in->wide;
    if (at < 2 || stops(in, at - 1))
        return;
    const int32_t *now = in->ids + at * wide, *past = now - wide, *old = past - wide;
    const uint8_t *hit = in->hit + at * wide * wide, *hit_before = hit - wide * wide;
    for (Py_ssize_t o = 0; o < keep && old[o] > 0; o++)
        for (Py_ssize_t p = 0; p < keep && past[p] > 0; p++)
            for (Py_ssize_t n = 0; hit_before[o * wide + p] && n < keep && now[n] > 0; n++)
                if (hit[p * wide + n])
                    vn_fetch(&model->orders[1], vn_pair_key(past[p], now[n]) << VN_BITS | (uint64_t)old[o]);
}

/* Conditional log-probabilities of the candidates of a position. */
static void full_order(const NGrams *model, const Pruned *in, Py_ssize_t at, Py_ssize_t keep, float never, float *out) {
    Py_ssize_t wide = in->wide;
    const int32_t *now = in->ids + at * wide, *past = at ? now - wide : now, *old = at >= 2 ? now - 2 * wide : now;
    const uint8_t *hit = in->hit + at * wide * wide, *hit_before = at ? hit - wide * wide : hit;
    const float *pair = in->pair + at * wide * wide, *backoff = in->backoff + (at ? at - 1 : 0) * wide * wide;
    int reach = at >= 2 && !stops(in, at - 1);
    for (Py_ssize_t o = 0; o < keep; o++)
        for (Py_ssize_t p = 0; p < keep; p++)
            for (Py_ssize_t n = 0; n < keep; n++, out++) {
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
            good = !vn_stopped(at, OFTEN);
            at++;
            continue;
        }
        Piece piece = {.begin = at, .length = 0};
        Py_ssize_t most = 0;
        do {
            Py_ssize_t size = size_of(&in, at);
            most = size > most ? size : most;
            at++;
            piece.length++;
        } while (at < in.count && matters(&in, at) && !stops(&in, at - 1));
        /* Most pieces have two candidates at most: among those with all they would cost fifteen times as much. */
        piece.keep = most <= 2 && in.wide > 2 ? 2 : most <= 3 && in.wide > 3 ? 3 : in.wide;
        vn_add(&bag, &piece, sizeof(piece));
        fetch_full_order(model, &in, piece.begin, piece.keep);
        for (Py_ssize_t n = 0; good && n < piece.length; n++) {
            good = !vn_stopped(n, OFTEN);
            if (n + 1 < piece.length)
                fetch_full_order(model, &in, piece.begin + n + 1, piece.keep);
            full_order(model, &in, piece.begin + n, piece.keep, never, scores);
            vn_add(&bag, scores, piece.keep * piece.keep * piece.keep * (Py_ssize_t)sizeof(float));
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

static void scale(float *state, Py_ssize_t size) {
    float most = 1e-30f;
    for (Py_ssize_t n = 0; n < size; n++)
        most = state[n] > most ? state[n] : most;
    for (Py_ssize_t n = 0; n < size; n++)
        state[n] /= most;
}

/* What candidates score with their weights, a row for each two words before them; the highest of all. It is looked for in
   eight parts: one after the other each comparison would wait for the one before it. */
VN_WIDE static float add_weights(const float *potential, const float *weight, Py_ssize_t keep, Py_ssize_t size, float *to) {
    float parts[8], most = -INFINITY;
    for (int part = 0; part < 8; part++)
        parts[part] = -INFINITY;
    for (Py_ssize_t row = 0; row < size; row += keep)
        for (Py_ssize_t n = 0; n < keep; n++)
            to[row + n] = potential[row + n] + weight[n];
    Py_ssize_t whole = size - size % 8;
    for (Py_ssize_t n = 0; n < whole; n += 8)
        for (int part = 0; part < 8; part++)
            parts[part] = to[n + part] > parts[part] ? to[n + part] : parts[part];
    for (Py_ssize_t n = whole; n < size; n++)
        most = to[n] > most ? to[n] : most;
    for (int part = 0; part < 8; part++)
        most = parts[part] > most ? parts[part] : most;
    return most;
}

VN_WIDE static void exponentials(float *of, Py_ssize_t size, float most) {
    for (Py_ssize_t n = 0; n < size; n++)
        of[n] = vn_exp(of[n] - most);
}

/* Forward-backward over one piece. `room` holds its scores and, for each position, keep^2 forward states. 0 where a
   signal came. */
static int work_through(const Piece *piece, const float *potential, const float *weight, Py_ssize_t wide, float *room,
                         float *out) {
    Py_ssize_t keep = piece->keep, square = keep * keep, cube = square * keep, steps = piece->length;
    float *score = room, *forward = score + steps * cube, state[VN_LATTICE_KEEP * VN_LATTICE_KEEP] = {1}, other[VN_LATTICE_KEEP * VN_LATTICE_KEEP];
    for (Py_ssize_t t = 0; t < steps; t++) {
        if (vn_stopped(t, OFTEN))
            return 0;
        const float *own = weight + (piece->begin + t) * wide;
        float *to = score + t * cube;
        exponentials(to, cube, add_weights(potential + t * cube, own, keep, cube, to));
        float *here = forward + t * square;
        memset(here, 0, square * sizeof(float));
        for (Py_ssize_t o = 0; o < keep; o++)
            for (Py_ssize_t p = 0; p < keep; p++)
                for (Py_ssize_t n = 0; n < keep; n++)
                    here[p * keep + n] += state[o * keep + p] * to[(o * keep + p) * keep + n];
        if (t % SCALED == SCALED - 1)
            scale(here, square);
        memcpy(state, here, square * sizeof(float));
    }
    for (Py_ssize_t n = 0; n < square; n++)
        state[n] = 1;
    for (Py_ssize_t t = steps - 1; t >= 0; t--) {
        if (vn_stopped(t, OFTEN))
            return 0;
        const float *here = forward + t * square, *from = score + t * cube;
        float *to = out + (piece->begin + t) * wide, sum = 0;
        for (Py_ssize_t n = 0; n < keep; n++) {
            to[n] = 0;
            for (Py_ssize_t p = 0; p < keep; p++)
                to[n] += here[p * keep + n] * state[p * keep + n];
            sum += to[n];
        }
        for (Py_ssize_t n = 0; n < keep; n++)
            to[n] /= sum > 1e-30f ? sum : 1e-30f;
        memset(other, 0, square * sizeof(float));
        for (Py_ssize_t o = 0; o < keep; o++)
            for (Py_ssize_t p = 0; p < keep; p++)
                for (Py_ssize_t n = 0; n < keep; n++)
                    other[o * keep + p] += from[(o * keep + p) * keep + n] * state[p * keep + n];
        if (t % SCALED == SCALED - 1)
            scale(other, square);
        memcpy(state, other, square * sizeof(float));
    }
    return 1;
}

/* posterior(pieces, weight, wide, changed or None, out): of every candidate, in the pieces that hold a position whose
   weights changed. */
VN_FUNCTION(vn_posterior) {
    if (!vn_given(given, 5))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = VN_ANY, all = VN_ANY, wide = PyLong_AsSsize_t(args[2]), count, at = 0, room_size = 0;
    const float *weight = NULL;
    const uint8_t *changed = NULL;
    float *out = NULL, *room = NULL;
    const char *bytes = VN_READ(&held, args[0], char, &size);
    int no_memory = 0;
    int good = bytes && (uintptr_t)bytes % sizeof(float) == 0 && wide > 0 && wide <= VN_LATTICE_KEEP &&
               (weight = VN_READ(&held, args[1], float, &all)) && (out = VN_WRITE(&held, args[4], float, &all)) &&
               all % wide == 0;
    count = good ? all / wide : 0;
    good = good && (args[3] == Py_None || (changed = VN_READ(&held, args[3], uint8_t, &count)));
    while (good && at < size) {
        Piece piece;
        good = size - at >= (Py_ssize_t)sizeof(piece);
        if (!good)
            break;
        memcpy(&piece, bytes + at, sizeof(piece));
        at += sizeof(piece);
        good = piece.keep > 0 && piece.keep <= wide && piece.begin >= 0 && piece.length > 0 &&
               piece.length <= count - piece.begin;
        Py_ssize_t cube = good ? piece.keep * piece.keep * piece.keep : 0;
        const float *potential = (const float *)(bytes + at);
        at += piece.length * cube * (Py_ssize_t)sizeof(float);
        good = good && at <= size;
        int wanted = good && !changed;
        for (Py_ssize_t n = 0; good && changed && n < piece.length; n++)
            wanted |= changed[piece.begin + n];
        Py_ssize_t needed = piece.length * (cube + piece.keep * piece.keep);
        if (wanted && needed > room_size) {
            PyMem_Free(room);
            room = PyMem_Malloc(2 * needed * sizeof(float));
            room_size = 2 * needed;
            no_memory = !room;
            good = !no_memory;
        }
        if (wanted && good)
            good = work_through(&piece, potential, weight, wide, room, out);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "a lattice whose parts do not fit together");
    PyMem_Free(room);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
