/* The coarse pass over a lattice: restoration/prune.py, position by position. */

#include "ngrams.h"

enum { OFTEN = 1 << 14 /* turns between two looks at signals */, MOST_ROUNDS = 1000 };

/* The candidates of all positions one behind the other, and the pairs of neighbours; `base` is where the pairs of a
   position begin, by candidate and then by candidate before. */
typedef struct {
    Py_ssize_t count, wide, flat, pairs;
    Py_ssize_t *start, *base;
    int32_t *id;
    uint8_t *column, *hit;
    float *bias, *own, *pair, *backoff, *forward, *backward, *other;
} Flat;

static void let_go(Flat *own) {
    PyMem_Free(own->start);
    PyMem_Free(own->base);
    PyMem_Free(own->id);
    PyMem_Free(own->column);
    PyMem_Free(own->hit);
    PyMem_Free(own->bias);
    PyMem_Free(own->pair);
}

static int lay_out(Flat *own, const NGrams *model, const int32_t *ids, const float *weight) {
    Py_ssize_t count = own->count, wide = own->wide, at = 0, pairs = 0;
    for (Py_ssize_t i = 0; i < count * wide; i++) {
        if (ids[i] < 0 || ids[i] >= model->count) {
            PyErr_SetString(PyExc_IndexError, "an id that the model does not have");
            return 0;
        }
        if (vn_stopped(i, OFTEN))
            return 0;
        own->flat += ids[i] > 0;
    }
    own->start = PyMem_Malloc((count + 1) * sizeof(Py_ssize_t));
    own->base = PyMem_Malloc((count + 1) * sizeof(Py_ssize_t));
    own->id = PyMem_Malloc((own->flat + 1) * sizeof(int32_t));
    own->column = PyMem_Malloc(own->flat + 1);
    own->bias = PyMem_Malloc((5 * own->flat + 1) * sizeof(float));
    if (!own->start || !own->base || !own->id || !own->column || !own->bias)
        return PyErr_NoMemory() != NULL;
    own->own = own->bias + own->flat;
    own->forward = own->own + own->flat;
    own->backward = own->forward + own->flat;
    own->other = own->backward + own->flat;
    for (Py_ssize_t i = 0; i < count; i++) {
        own->start[i] = at;
        own->base[i] = pairs;
        for (Py_ssize_t c = 0; c < wide; c++)
            if (ids[i * wide + c] > 0) {
                own->id[at] = ids[i * wide + c];
                own->column[at] = (uint8_t)c;
                own->bias[at] = weight[i * wide + c];
                own->own[at] = model->log_prob[own->id[at]] + own->bias[at];
                at++;
            }
        pairs += i ? (at - own->start[i]) * (own->start[i] - own->start[i - 1]) : 0;
    }
    own->start[count] = at;
    own->base[count] = own->pairs = pairs;
    own->pair = PyMem_Malloc((2 * pairs + 1) * sizeof(float));
    own->hit = PyMem_Malloc(pairs + 1);
    if (!own->pair || !own->hit)
        return PyErr_NoMemory() != NULL;
    own->backoff = own->pair + pairs;
    return 1;
}

/* What the model says of the pairs of a position; all are fetched before the first is looked at. */
static void score_pairs(Flat *own, const NGrams *model, Py_ssize_t i, Slots *slots) {
    const Order *in = &model->orders[0];
    Py_ssize_t pair = own->base[i], at = 0;
    for (Py_ssize_t n = own->start[i]; n < own->start[i + 1]; n++)
        for (Py_ssize_t p = own->start[i - 1]; p < own->start[i]; p++)
            slots[at++] = vn_fetch(in, vn_pair_key(own->id[p], own->id[n]));
    at = 0;
    for (Py_ssize_t n = own->start[i]; n < own->start[i + 1]; n++)
        for (Py_ssize_t p = own->start[i - 1]; p < own->start[i]; p++, pair++) {
            Entry entry = vn_entry(in, slots[at++]);
            own->hit[pair] = entry.hit;
            own->backoff[pair] = entry.backoff;
            own->pair[pair] = entry.gain + (model->backoff[own->id[p]] + model->log_prob[own->id[n]]);
        }
}

/* Max-product messages, all positions in step: each round reads the messages of the round before. 0 where a signal
   came. */
static int pass_messages(Flat *own, int rounds) {
    Py_ssize_t count = own->count;
    memcpy(own->forward, own->own, own->flat * sizeof(float));
    memset(own->backward, 0, own->flat * sizeof(float));
    for (int round = 0; round < rounds; round++) {
        memcpy(own->other, own->forward, own->flat * sizeof(float));
        for (Py_ssize_t i = 1; i < count; i++) {
            if (vn_stopped(i, OFTEN))
                return 0;
            for (Py_ssize_t n = own->start[i], pair = own->base[i]; n < own->start[i + 1]; n++) {
                float best = -3.4e38f;
                for (Py_ssize_t p = own->start[i - 1]; p < own->start[i]; p++, pair++)
                    best = own->other[p] + own->pair[pair] > best ? own->other[p] + own->pair[pair] : best;
                own->forward[n] = best + own->bias[n];
            }
        }
    }
    for (int round = 0; round < rounds; round++) {
        for (Py_ssize_t n = 0; n < own->flat; n++)
            own->other[n] = own->bias[n] + own->backward[n];
        for (Py_ssize_t i = 0; i + 1 < count; i++) {
            if (vn_stopped(i, OFTEN))
                return 0;
            Py_ssize_t before = own->start[i + 1] - own->start[i];
            for (Py_ssize_t p = 0; p < before; p++) {
                float best = -3.4e38f;
                Py_ssize_t pair = own->base[i + 1] + p;
                for (Py_ssize_t n = own->start[i + 1]; n < own->start[i + 2]; n++, pair += before)
                    best = own->pair[pair] + own->other[n] > best ? own->pair[pair] + own->other[n] : best;
                own->backward[own->start[i] + p] = best;
            }
        }
    }
    return 1;
}

/* The candidates of a position that are left, the likeliest first; `kept` are their places in it. */
static Py_ssize_t choose(const Flat *own, Py_ssize_t i, Py_ssize_t keep, float margin, uint8_t *kept) {
    Py_ssize_t begin = own->start[i], size = own->start[i + 1] - begin, count = 0;
    float belief[256], best = -3.4e38f;
    for (Py_ssize_t c = 0; c < size; c++) {
        belief[c] = own->pairs ? own->forward[begin + c] + own->backward[begin + c] : own->own[begin + c];
        best = belief[c] > best ? belief[c] : best;
    }
    for (Py_ssize_t c = 0; c < size; c++) {
        if (!(belief[c] >= best - margin))
            continue;
        Py_ssize_t at = count < keep ? count++ : keep;
        for (; at > 0 && belief[kept[at - 1]] < belief[c]; at--)
            if (at < keep)
                kept[at] = kept[at - 1];
        if (at < keep)
            kept[at] = (uint8_t)c;
    }
    return count;
}

/* prune(ngrams, ids, weight, wide, keep, margin, rounds, never, few, column, few_weight, hit, pair, backoff) */
VN_FUNCTION(vn_prune) {
    NGrams *model = vn_given(given, 14) ? vn_as_ngrams(args[0]) : NULL;
    if (!model)
        return NULL;
    Held held;
    held.count = 0;
    Flat own = {.wide = PyLong_AsSsize_t(args[3])};
    Py_ssize_t keep = PyLong_AsSsize_t(args[4]), all = VN_ANY, rows = VN_ANY, cells;
    float margin = (float)PyFloat_AsDouble(args[5]), never = (float)PyFloat_AsDouble(args[7]);
    Py_ssize_t rounds = PyLong_AsSsize_t(args[6]);
    const int32_t *ids = NULL;
    const float *weight = NULL;
    int32_t *few = NULL;
    int64_t *column = NULL;
    float *few_weight = NULL, *pair = NULL, *backoff = NULL;
    uint8_t *hit = NULL, *kept = NULL;
    Slots *slots = NULL;
    PyObject *result = NULL;
    int no_memory = 0;
    int good = rounds >= 0 && rounds <= MOST_ROUNDS && own.wide > 0 && own.wide < 256 && keep > 0 && keep < 256 &&
               (ids = VN_READ(&held, args[1], int32_t, &all)) && (weight = VN_READ(&held, args[2], float, &all)) &&
               (few = VN_WRITE(&held, args[8], int32_t, &rows)) && rows % keep == 0 &&
               (column = VN_WRITE(&held, args[9], int64_t, &rows)) &&
               (few_weight = VN_WRITE(&held, args[10], float, &rows)) && (cells = rows * keep, 1) &&
               (hit = VN_WRITE(&held, args[11], uint8_t, &cells)) &&
               (pair = VN_WRITE(&held, args[12], float, &cells)) &&
               (backoff = VN_WRITE(&held, args[13], float, &cells)) && all / own.wide == rows / keep &&
               all % own.wide == 0;
    own.count = good ? rows / keep : 0;
    if (!good || !lay_out(&own, model, ids, weight))
        goto done;
    kept = PyMem_Malloc(2 * keep);
    slots = PyMem_Malloc(own.wide * own.wide * sizeof(Slots));
    no_memory = !kept || !slots;
    good = !no_memory;
    for (Py_ssize_t i = 1; good && i < own.count; i++) {
        score_pairs(&own, model, i, slots);
        good = !vn_stopped(i, OFTEN / 16);
    }
    if (!good || !pass_messages(&own, (int)rounds))
        goto done;
    Py_ssize_t before = 0;
    for (Py_ssize_t i = 0; i < own.count; i++) {
        uint8_t *now = kept + (i % 2) * keep, *past = kept + (1 - i % 2) * keep;
        Py_ssize_t size = choose(&own, i, keep, margin, now), begin = own.start[i];
        Py_ssize_t width = i ? begin - own.start[i - 1] : 0;
        for (Py_ssize_t c = 0; c < keep; c++) {
            few[i * keep + c] = c < size ? own.id[begin + now[c]] : 0;
            column[i * keep + c] = c < size ? own.column[begin + now[c]] : 0;
            few_weight[i * keep + c] = c < size ? own.bias[begin + now[c]] : never;
            for (Py_ssize_t p = 0; p < keep; p++) {
                Py_ssize_t to = (i * keep + p) * keep + c;
                int some = c < size && p < before;
                Py_ssize_t from = some ? own.base[i] + now[c] * width + past[p] : 0;
                hit[to] = some ? own.hit[from] : 0;
                pair[to] = some ? own.pair[from] : never;
                backoff[to] = some ? own.backoff[from] : 0;
            }
        }
        before = size;
    }
    result = vn_none();
done:
    if (!result)
        vn_fail(no_memory, PyExc_ValueError, "a lattice whose parts do not fit together");
    PyMem_Free(kept);
    PyMem_Free(slots);
    let_go(&own);
    vn_release(&held);
    return result;
}
