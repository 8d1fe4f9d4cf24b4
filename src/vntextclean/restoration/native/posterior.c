/* Forward-backward over the uncertain pieces of a lattice: restoration/forward_backward.py for models of order 3. */

#include "pieces.h"

#include <math.h>

enum { SCALED = 3 /* steps after which states are scaled: a step takes some 20 nats, float32 has 87 */ };

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

/* Forward-backward over one piece. `room` holds its scores and, for each position, the forward states. 0 where a signal
   came. */
static int work_through(const Piece *piece, const Sizes *sizes, const float *potential, Py_ssize_t scores, const float *weight,
                         Py_ssize_t wide, float *room, float *out) {
    float *score = room, *here = room + scores, state[VN_LATTICE_KEEP * VN_LATTICE_KEEP] = {1}, other[VN_LATTICE_KEEP * VN_LATTICE_KEEP];
    for (Py_ssize_t t = 0; t < piece->length; t++) {
        if (vn_stopped(t, VN_TURNS))
            return 0;
        const Py_ssize_t olds = sizes[t].old, pasts = sizes[t].past, nows = sizes[t].now, size = olds * pasts * nows;
        exponentials(score, size, add_weights(potential, weight + (piece->begin + t) * wide, nows, size, score));
        memset(here, 0, pasts * nows * sizeof(float));
        for (Py_ssize_t o = 0; o < olds; o++)
            for (Py_ssize_t p = 0; p < pasts; p++)
                for (Py_ssize_t n = 0; n < nows; n++)
                    here[p * nows + n] += state[o * pasts + p] * score[(o * pasts + p) * nows + n];
        if (t % SCALED == SCALED - 1)
            scale(here, pasts * nows);
        memcpy(state, here, pasts * nows * sizeof(float));
        potential += size;
        score += size;
        here += pasts * nows;
    }
    for (Py_ssize_t n = 0; n < VN_LATTICE_KEEP * VN_LATTICE_KEEP; n++)
        state[n] = 1;
    for (Py_ssize_t t = piece->length - 1; t >= 0; t--) {
        if (vn_stopped(t, VN_TURNS))
            return 0;
        const Py_ssize_t olds = sizes[t].old, pasts = sizes[t].past, nows = sizes[t].now;
        score -= olds * pasts * nows;
        here -= pasts * nows;
        float *to = out + (piece->begin + t) * wide, sum = 0;
        memset(to, 0, wide * sizeof(float));
        for (Py_ssize_t n = 0; n < nows; n++) {
            for (Py_ssize_t p = 0; p < pasts; p++)
                to[n] += here[p * nows + n] * state[p * nows + n];
            sum += to[n];
        }
        for (Py_ssize_t n = 0; n < nows; n++)
            to[n] /= sum > 1e-30f ? sum : 1e-30f;
        memset(other, 0, olds * pasts * sizeof(float));
        for (Py_ssize_t o = 0; o < olds; o++)
            for (Py_ssize_t p = 0; p < pasts; p++)
                for (Py_ssize_t n = 0; n < nows; n++)
                    other[o * pasts + p] += score[(o * pasts + p) * nows + n] * state[p * nows + n];
        if (t % SCALED == SCALED - 1)
            scale(other, olds * pasts);
        memcpy(state, other, olds * pasts * sizeof(float));
    }
    return 1;
}

/* How many scores and states a piece has; 0 for what is no piece of a lattice so wide: the words before a position are
   those of the positions before it. */
static int sizes_fit(const Piece *piece, const Sizes *sizes, Py_ssize_t wide, Py_ssize_t *scores, Py_ssize_t *states) {
    *scores = *states = 0;
    for (Py_ssize_t t = 0; t < piece->length; t++) {
        Sizes now = sizes[t];
        if (!now.old || !now.past || !now.now || now.old > wide || now.past > wide || now.now > wide ||
            (t && (now.old != sizes[t - 1].past || now.past != sizes[t - 1].now)))
            return 0;
        *scores += vn_cube(now);
        *states += (Py_ssize_t)now.past * now.now;
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
    Py_ssize_t size = VN_ANY, all = VN_ANY, wide = PyLong_AsSsize_t(args[2]), count, at = 0, room_size = 0, scores, states;
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
        const Sizes *sizes = (const Sizes *)(bytes + at);
        good = piece.begin >= 0 && piece.length > 0 && piece.begin <= count && piece.length <= count - piece.begin &&
               piece.length <= (size - at) / (Py_ssize_t)sizeof(Sizes) && sizes_fit(&piece, sizes, wide, &scores, &states);
        if (!good)
            break;
        at += piece.length * (Py_ssize_t)sizeof(Sizes);
        const float *potential = (const float *)(bytes + at);
        good = scores <= (size - at) / (Py_ssize_t)sizeof(float);
        at += scores * (Py_ssize_t)sizeof(float);
        int wanted = good && !changed;
        for (Py_ssize_t n = 0; good && changed && n < piece.length; n++)
            wanted |= changed[piece.begin + n];
        if (wanted && scores + states > room_size) {
            PyMem_Free(room);
            room_size = 2 * (scores + states);
            room = PyMem_Malloc(room_size * sizeof(float));
            no_memory = !room;
            good = !no_memory;
        }
        if (wanted && good)
            good = work_through(&piece, sizes, potential, scores, weight, wide, room, out);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "a lattice whose parts do not fit together");
    PyMem_Free(room);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
