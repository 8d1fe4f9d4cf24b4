/* The n-gram model: lm/fuse_table.py and lm/ngrams.py, in float32 and in their order, so that no bit differs. */

#include "ngrams.h"

static const char NAME[] = "vntextclean.ngrams";

static void free_ngrams(PyObject *capsule) {
    NGrams *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own);
}

NGrams *vn_as_ngrams(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static int read_order(NGrams *own, PyObject *given, Order *to) {
    PyObject *slots, *gains, *backoffs;
    int item;
    if (!vn_is_tuple(given) ||
        !PyArg_ParseTuple(given, "OiKinOO", &slots, &item, &to->start, &to->bits, &to->segment, &gains, &backoffs))
        return 0;
    Py_ssize_t values, kinds = 256;
    to->size = VN_ANY;
    to->item = item;
    if ((item != 2 && item != 4) || to->bits < 1 || to->bits >= 8 * item || to->bits > 16)
        return 0;
    values = backoffs == Py_None ? (Py_ssize_t)1 << to->bits : 256;
    to->slots = vn_hold(&own->held, slots, item, &to->size, 0);
    to->gains = to->slots ? VN_READ(&own->held, gains, float, &values) : NULL;
    if (!to->gains)
        return 0;
    to->backoffs = NULL;
    if (backoffs != Py_None) {
        to->backoffs = VN_READ(&own->held, backoffs, float, &kinds);
        if (!to->backoffs || to->bits != 16)
            return 0;
    }
    if (to->segment < 2 || (to->segment & (to->segment - 1)) || to->segment > to->size / 3 || to->size > INT32_MAX ||
        to->size % to->segment) /* so that no slot of any key lies outside */
        return 0;
    to->span = (uint64_t)(to->size - 2 * to->segment);
    return 1;
}

/* ngrams(log_prob, backoff, [(slots, bytes of a slot, start, bits, segment, gains, backoffs or None) of each order]) */
VN_FUNCTION(vn_ngrams) {
    if (!vn_given(given, 3) || !vn_is_list(args[2]))
        return NULL;
    NGrams *own = PyMem_Calloc(1, sizeof(NGrams));
    if (!own)
        return PyErr_NoMemory();
    own->count = VN_ANY;
    own->log_prob = VN_READ(&own->held, args[0], float, &own->count);
    own->backoff = own->log_prob ? VN_READ(&own->held, args[1], float, &own->count) : NULL;
    Py_ssize_t orders = own->backoff ? PyList_Size(args[2]) : -1;
    int good = orders >= 1 && orders < VN_MOST_ORDER - 1 && own->count > 0;
    for (Py_ssize_t n = 0; n < orders && good; n++)
        good = read_order(own, PyList_GetItem(args[2], n), &own->orders[n]);
    if (!good)
        return vn_dropped(own, "the n-gram tables do not fit together");
    own->order = (int)orders + 1;
    return vn_keep(own, NAME, free_ngrams);
}

/* find(ngrams, order, keys, hit, gain, backoff or None) */
VN_FUNCTION(vn_find) {
    NGrams *own = vn_given(given, 6) ? vn_as_ngrams(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    long order = PyLong_AsLong(args[1]);
    Py_ssize_t count = VN_ANY;
    PyObject *result = NULL;
    const uint64_t *keys = VN_READ(&held, args[2], uint64_t, &count);
    uint8_t *hit = keys ? VN_WRITE(&held, args[3], uint8_t, &count) : NULL;
    float *gain = hit ? VN_WRITE(&held, args[4], float, &count) : NULL;
    float *backoff = gain && args[5] != Py_None ? VN_WRITE(&held, args[5], float, &count) : NULL;
    if (!gain || (!backoff && args[5] != Py_None))
        goto done;
    if (order < 2 || order > own->order) {
        PyErr_SetString(PyExc_IndexError, "no n-grams of this order");
        goto done;
    }
    const Order *in = &own->orders[order - 2];
    Py_ssize_t i = 0;
    for (; i < count && !vn_stopped(i, 1 << 14); i++) {
        for (Py_ssize_t ahead = i; i % VN_AHEAD == 0 && ahead < count && ahead < i + VN_AHEAD; ahead++)
            vn_fetch(in, keys[ahead]);
        Entry entry = vn_look_up(in, keys[i]);
        hit[i] = entry.hit;
        gain[i] = entry.gain;
        if (backoff)
            backoff[i] = entry.backoff;
    }
    result = i == count ? vn_none() : NULL;
done:
    vn_release(&held);
    return result;
}

static PyObject *out_of_range(void) {
    vn_fail(0, PyExc_IndexError, "an id that the model does not have");
    return NULL;
}

/* pairs(ngrams, first, second, score, seen) */
VN_FUNCTION(vn_pairs) {
    NGrams *own = vn_given(given, 5) ? vn_as_ngrams(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY;
    PyObject *result = NULL;
    const int64_t *first = VN_READ(&held, args[1], int64_t, &count);
    const int64_t *second = first ? VN_READ(&held, args[2], int64_t, &count) : NULL;
    float *score = second ? VN_WRITE(&held, args[3], float, &count) : NULL;
    uint8_t *seen = score ? VN_WRITE(&held, args[4], uint8_t, &count) : NULL;
    if (seen) {
        Slots slots[VN_AHEAD]; /* those on their way: one is fetched for each that is read */
        Py_ssize_t i = 0, ahead = 0;
        for (; i < count && vn_known(own, first[i]) && vn_known(own, second[i]) && !vn_stopped(i, 1 << 14); i++) {
            for (; ahead < count && ahead < i + VN_AHEAD; ahead++)
                slots[ahead % VN_AHEAD] = vn_fetch(&own->orders[0], vn_pair_key(first[ahead], second[ahead]));
            score[i] = vn_fetched_pair(own, slots[i % VN_AHEAD], first[i], second[i], &seen[i]);
        }
        result = i == count ? vn_none() : out_of_range();
    }
    vn_release(&held);
    return result;
}

/* The log-probability of the last id of a row. `pair` is the entry of its last two ids and `before` that of the two before
   the last, where they were looked up. */
static float log_prob(const NGrams *own, const int64_t *row, int width, const Entry *pair, const Entry *before) {
    const int64_t *last = row + width - 1;
    int most = width < own->order ? width - 1 : own->order - 1;
    float score = own->log_prob[*last];
    if (!most)
        return score;
    uint64_t key = (uint64_t)last[0], history = (uint64_t)last[-1];
    int alive = 1, suffix = 1, known = 1;
    float weight = own->backoff[last[-1]];
    for (int back = 1; back <= most; back++) {
        int64_t past = last[-back];
        alive &= past != 0;
        known &= alive;
        key = key << VN_BITS | (uint64_t)past;
        float gain = 0;
        suffix &= known; /* what the table says of an n-gram whose history is unknown does not count */
        if (suffix) {
            Entry entry = pair && back == 1 ? *pair : vn_look_up(&own->orders[back - 1], key);
            suffix = entry.hit;
            gain = entry.gain;
        }
        score += (float)known * weight + (float)suffix * gain;
        if (back == most)
            break;
        history = history << VN_BITS | (uint64_t)last[-back - 1];
        alive &= past != VN_END;
        if (alive && last[-back - 1] != 0) {
            Entry entry = before && back == 1 ? *before : vn_look_up(&own->orders[back - 1], history);
            known = entry.hit;
            weight = entry.backoff;
        } else
            known = 0;
    }
    return score;
}

float vn_log_prob(const NGrams *own, const int64_t *row, int width) { return log_prob(own, row, width, NULL, NULL); }

float vn_log_prob_at(const NGrams *own, const Stretch *in, int place) {
    const int reach = own->order - 1;
    const Entry *pair = &in->pairs[place - 1];
    return in->ids[place] ? log_prob(own, in->ids + place - reach, own->order, pair, reach > 1 ? pair - 1 : NULL) : 0;
}

void vn_fetch_longer(const NGrams *own, const int64_t *last) {
    uint64_t key = vn_pair_key(last[-1], last[0]);
    for (int back = 2; back < own->order; back++) {
        key = key << VN_BITS | (uint64_t)last[-back];
        vn_fetch(&own->orders[back - 1], key);
    }
}

/* logp(ngrams, rows, width, scores) */
VN_FUNCTION(vn_logp) {
    NGrams *own = vn_given(given, 4) ? vn_as_ngrams(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, all = VN_ANY, width = PyLong_AsSsize_t(args[2]);
    PyObject *result = NULL;
    const int64_t *rows = VN_READ(&held, args[1], int64_t, &all);
    float *score = rows ? VN_WRITE(&held, args[3], float, &count) : NULL;
    if (score) {
        if (width < 1 || width > 1 << 20 || all % width || all / width != count)
            PyErr_SetString(PyExc_ValueError, "rows of another length than was expected");
        else {
            Py_ssize_t i = 0;
            for (; i < count && !vn_stopped(i, 1 << 13); i++, rows += width) {
                if (!vn_known(own, rows[width - 1]) || (width > 1 && !vn_known(own, rows[width - 2])))
                    break;
                score[i] = vn_log_prob(own, rows, (int)width);
            }
            result = i == count ? vn_none() : out_of_range();
        }
    }
    vn_release(&held);
    return result;
}

/* The log-probability of one sequence from its `begin`-th id on, given the ids before; an exception is set for what is
   no sequence of ids. */
static double score(const NGrams *model, PyObject *sequence, Py_ssize_t begin) {
    int64_t row[VN_MOST_ORDER] = {0};
    Py_ssize_t size = PySequence_Size(sequence);
    int order = model->order;
    double sum = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        PyObject *one = PySequence_GetItem(sequence, at);
        int64_t id = one ? PyLong_AsLongLong(one) : -1;
        Py_XDECREF(one);
        if (!vn_known(model, id) || vn_stopped(at, 1 << 13)) {
            out_of_range();
            return 0;
        }
        memmove(row, row + 1, (order - 1) * sizeof(int64_t));
        row[order - 1] = id;
        if (at >= begin)
            sum += vn_log_prob(model, row, order);
    }
    return sum;
}

/* scores(ngrams, sequences, begins) -> [log-probability of each]: sequences of ids as Python builds them */
VN_FUNCTION(vn_scores) {
    NGrams *model = vn_given(given, 3) ? vn_as_ngrams(args[0]) : NULL;
    Py_ssize_t count = model ? PySequence_Size(args[1]) : -1;
    PyObject *result = count >= 0 ? PyList_New(count) : NULL;
    for (Py_ssize_t n = 0; result && n < count; n++) {
        PyObject *sequence = PySequence_GetItem(args[1], n), *begin = sequence ? PySequence_GetItem(args[2], n) : NULL;
        Py_ssize_t first = begin ? PyLong_AsSsize_t(begin) : -1;
        if (first < 0)
            vn_fail(0, PyExc_IndexError, "a sequence begins before its first id");
        double sum = first < 0 || vn_stopped(n, 1 << 9) ? 0 : score(model, sequence, first);
        Py_XDECREF(sequence);
        Py_XDECREF(begin);
        PyObject *one = PyErr_Occurred() ? NULL : PyFloat_FromDouble(sum);
        if (!one || PyList_SetItem(result, n, one) < 0)
            Py_CLEAR(result);
    }
    return result;
}
