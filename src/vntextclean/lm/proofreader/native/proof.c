/* The proofreader's answers: lm/proofreader/net.py, a few questions at a time, each reckoned as if it were alone. */

#include "proof.h"

#include <math.h>

/* So many of the last different questions are compared with a new one: a text that is one piece again and again asks
   the same for each piece, and an answer takes a thousand times as long as a comparison. */
enum { VN_RECENT = 16, AHEAD = 4 /* words whose topics are fetched before they are added up */ };

static const float *sense_of(Proof *own, int64_t word) {
    Py_ssize_t senses = own->topics + 1;
    float *sense = own->sense + word * senses;
    if (own->has_sense[word])
        return sense;
    memset(sense, 0, senses * sizeof(float));
    const uint8_t *packed = own->word + word * (own->width / 2);
    for (Py_ssize_t at = 0; at < own->width; at++) {
        float number = (float)((at % 2 ? packed[at / 2] >> 4 : packed[at / 2] & 15) - 8) * own->word_scale[word];
        const float *row = own->to_sense + at * senses;
        for (Py_ssize_t t = 0; t < senses; t++)
            sense[t] += number * row[t];
    }
    own->has_sense[word] = 1;
    return sense;
}

/* What the words around a place are about: all, those to the left, those to the right. */
VN_WIDE static void topics(Proof *own, const Asked *asked, Py_ssize_t i, float *out) {
    Py_ssize_t count = own->topics, at = asked->at[i];
    float sums[3][VN_MOST_TOPICS], weights[3] = {0}, value[VN_MOST_TOPICS];
    memset(sums, 0, sizeof(sums));
    Py_ssize_t low = at - own->topic_reach, high = at + own->topic_reach;
    if (low < asked->begin[i])
        low = asked->begin[i];
    if (high >= asked->end[i])
        high = asked->end[i] - 1;
    for (Py_ssize_t place = low; place <= high; place++) {
        const float *next = own->sense + asked->word[place + AHEAD <= high ? place + AHEAD : high] * (count + 1);
        for (Py_ssize_t t = 0; t <= count; t += 16)
            vn_prefetch(next + t);
        const float *sense = sense_of(own, asked->word[place]);
        const float *of_look = own->sense_of_look + asked->look[place] * (count + 1);
        float weight = sense[count] + of_look[count];
        weight = expf(weight < -6 ? -6 : weight > 6 ? 6 : weight);
        for (Py_ssize_t t = 0; t < count; t++) {
            float one = sense[t] + of_look[t];
            value[t] = (one > 0 ? one : 0) * weight;
            sums[0][t] += value[t];
        }
        weights[0] += weight;
        int side = place >= at - own->near_reach && place < at - 1   ? 1
                   : place > at + 1 && place <= at + own->near_reach ? 2
                                                                     : 0;
        if (side) {
            for (Py_ssize_t t = 0; t < count; t++)
                sums[side][t] += value[t];
            weights[side] += weight;
        }
    }
    for (int side = 0; side < 3; side++)
        for (Py_ssize_t t = 0; t < count; t++)
            out[side * count + t] = sums[side][t] / (weights[side] + own->shrink);
}

/* The words around a place, one behind the other; what lies beyond its document is nothing. */
static void near(const Proof *own, const Asked *asked, Py_ssize_t i, float *out) {
    for (Py_ssize_t slot = 0; slot < 2 * own->reach; slot++, out += own->width) {
        Py_ssize_t place = asked->at[i] + slot - own->reach + (slot >= own->reach) - (slot >= own->reach && asked->task);
        if (place < asked->begin[i] || place >= asked->end[i]) {
            memset(out, 0, own->width * sizeof(float));
            continue;
        }
        int64_t word = asked->word[place];
        memcpy(out, own->look + asked->look[place] * own->width, own->width * sizeof(float));
        vn_add_nibbles(own->word + word * (own->width / 2), own->width / 2, own->word_scale[word], out);
    }
}

/* The candidates, each as much as the n-gram believes in it, how sure that is, and the task; `vectors` are theirs. */
static void candidates(const Proof *own, const Asked *asked, Py_ssize_t i, float *vectors, float *out) {
    const int64_t *form = asked->form + i * asked->columns;
    const float *log_prob = asked->log_prob + i * asked->columns;
    float sum = 0, most = 0, doubt = 0;
    memset(vectors, 0, asked->columns * own->query * sizeof(float));
    memset(out, 0, (own->query + 2 + VN_TASKS) * sizeof(float));
    for (Py_ssize_t c = 0; c < asked->columns; c++) {
        vn_add_nibbles(own->form + form[c] * (own->query / 2), own->query / 2, own->form_scale[form[c]],
                       vectors + c * own->query);
        sum += form[c] > 0 ? expf(log_prob[c]) : 0;
    }
    for (Py_ssize_t c = 0; c < asked->columns; c++) {
        float share = (form[c] > 0 ? expf(log_prob[c]) : 0) / (sum > 1e-9f ? sum : 1e-9f);
        for (Py_ssize_t q = 0; q < own->query; q++)
            out[q] += share * vectors[c * own->query + q];
        most = share > most ? share : most;
        doubt -= share * logf(share + 1e-6f);
    }
    out[own->query] = most;
    out[own->query + 1] = doubt;
    out[own->query + 2 + asked->task] = 1;
}

/* A row at mean 0 and variance 1, times its gains, and nothing below 0. */
VN_WIDE static void normal(const float *row, Py_ssize_t size, const float *gains, float *out) {
    float mean = 0, square = 0;
    for (Py_ssize_t at = 0; at < size; at++)
        mean += row[at];
    mean /= (float)size;
    for (Py_ssize_t at = 0; at < size; at++)
        square += (row[at] - mean) * (row[at] - mean);
    float scale = 1 / sqrtf(square / (float)size + 1e-5f);
    for (Py_ssize_t at = 0; at < size; at++) {
        float one = (row[at] - mean) * scale * gains[at];
        out[at] = one > 0 ? one : 0;
    }
}

static void blocks(const Proof *own, int rows, float *h, float *step, float *wide) {
    Py_ssize_t filled = own->local.filled;
    for (Py_ssize_t n = 0; n < own->blocks; n++) {
        const Block *block = &own->block[n];
        Py_ssize_t inner = block->first.filled;
        for (int row = 0; row < rows; row++)
            normal(h + row * filled, own->hidden, block->gains, step + row * filled);
        memset(wide, 0, VN_ROWS * inner * sizeof(float));
        vn_multiply(&block->first, step, filled, rows, wide);
        for (int row = 0; row < rows; row++)
            for (Py_ssize_t at = 0; at < block->first.columns; at++) {
                float one = wide[row * inner + at] + block->first_bias[at];
                wide[row * inner + at] = one > 0 ? one : 0;
            }
        vn_multiply(&block->second, wide, inner, rows, h);
        for (int row = 0; row < rows; row++)
            for (Py_ssize_t at = 0; at < own->hidden; at++)
                h[row * filled + at] += block->second_bias[at];
    }
}

/* Some questions, VN_ROWS at most, each by its number in `which`; `room` is memory to work in. */
static void answer(Proof *own, const Asked *asked, const Py_ssize_t *which, int rows, float *room, float *score,
                   float *trust) {
    Py_ssize_t around = own->local.rows, far = own->far.rows, mine = own->own.rows, filled = own->local.filled;
    Py_ssize_t vectors_size = asked->columns * own->query;
    float *x = room, *topic = x + VN_ROWS * around, *candidate = topic + VN_ROWS * far;
    float *vectors = candidate + VN_ROWS * mine, *h = vectors + VN_ROWS * vectors_size;
    float *step = h + VN_ROWS * filled, *wide = step + VN_ROWS * filled;
    memset(room, 0, (char *)(wide + VN_ROWS * own->widest) - (char *)room);
    for (int row = 0; row < rows; row++) {
        near(own, asked, which[row], x + row * around);
        topics(own, asked, which[row], topic + row * far);
        candidates(own, asked, which[row], vectors + row * vectors_size, candidate + row * mine);
        const float *of_look = own->look_own + asked->look[asked->at[which[row]]] * own->hidden;
        for (Py_ssize_t at = 0; at < own->hidden; at++)
            h[row * filled + at] = own->bias[at] + of_look[at];
    }
    vn_multiply(&own->local, x, around, rows, h);
    vn_multiply(&own->far, topic, far, rows, h);
    vn_multiply(&own->own, candidate, mine, rows, h);
    blocks(own, rows, h, step, wide);
    for (int row = 0; row < rows; row++)
        normal(h + row * filled, own->hidden, own->last_gains, step + row * filled);
    Py_ssize_t queries = own->to_query.filled;
    memset(wide, 0, VN_ROWS * queries * sizeof(float));
    vn_multiply(&own->to_query, step, filled, rows, wide);
    for (int row = 0; row < rows; row++) {
        float gate = own->gate_bias[0];
        for (Py_ssize_t at = 0; at < own->hidden; at++)
            gate += step[row * filled + at] * own->gate[at];
        trust[which[row]] = 1 + (gate > 0 ? gate : expm1f(gate));
        for (Py_ssize_t c = 0; c < asked->columns; c++) {
            Py_ssize_t at = which[row] * asked->columns + c;
            const float *vector = vectors + row * vectors_size + c * own->query;
            float sum = 0;
            for (Py_ssize_t q = 0; q < own->query; q++)
                sum += (wide[row * queries + q] + own->query_bias[q]) * vector[q];
            score[at] = sum + own->form_bias[asked->form[at]];
        }
    }
}

static int fits(const Proof *own, const Asked *asked, Py_ssize_t words, Py_ssize_t count) {
    for (Py_ssize_t i = 0; i < words; i++)
        if (asked->word[i] < 0 || asked->word[i] >= own->words || asked->look[i] < 0 || asked->look[i] >= VN_LOOKS)
            return 0;
    for (Py_ssize_t i = 0; i < count; i++)
        if (asked->begin[i] < 0 || asked->at[i] < asked->begin[i] || asked->at[i] >= asked->end[i] ||
            asked->end[i] > words)
            return 0;
    for (Py_ssize_t i = 0; i < count * asked->columns; i++)
        if (asked->form[i] < 0 || asked->form[i] >= own->forms)
            return 0;
    return asked->task >= 0 && asked->task < VN_TASKS;
}

/* Whether a question is an earlier one again: the same candidates, as likely, and the same words around the place. */
static int asks_again(const Asked *asked, Py_ssize_t i, Py_ssize_t before) {
    size_t cells = (size_t)asked->columns, words = (size_t)(asked->end[i] - asked->begin[i]);
    return asked->end[before] - asked->begin[before] == asked->end[i] - asked->begin[i] &&
           asked->at[before] - asked->begin[before] == asked->at[i] - asked->begin[i] &&
           !memcmp(asked->form + before * cells, asked->form + i * cells, cells * sizeof(int64_t)) &&
           !memcmp(asked->log_prob + before * cells, asked->log_prob + i * cells, cells * sizeof(float)) &&
           !memcmp(asked->word + asked->begin[before], asked->word + asked->begin[i], words * sizeof(int64_t)) &&
           !memcmp(asked->look + asked->begin[before], asked->look + asked->begin[i], words * sizeof(int64_t));
}

/* One of the last questions that ask the same as this one, or -1; `recent` is a ring of them. */
static Py_ssize_t asked_before(const Asked *asked, Py_ssize_t i, const Py_ssize_t *recent, Py_ssize_t met) {
    for (Py_ssize_t at = met < VN_RECENT ? met : VN_RECENT; at-- > 0;)
        if (asks_again(asked, i, recent[at]))
            return recent[at];
    return -1;
}

int vn_answer(Proof *own, const Asked *asked, Py_ssize_t words, Py_ssize_t count, float *score, float *trust) {
    if (!fits(own, asked, words, count)) {
        PyErr_SetString(PyExc_IndexError, "a word, a place or a candidate that is not there");
        return 0;
    }
    Py_ssize_t each = own->local.rows + own->far.rows + own->own.rows + asked->columns * own->query +
                      2 * own->local.filled + own->widest;
    float *room = PyMem_Malloc(VN_ROWS * sizeof(float) * each);
    Py_ssize_t *same = PyMem_Malloc((count + 1) * sizeof(Py_ssize_t));
    int good = room && same;
    if (!good)
        PyErr_NoMemory();
    Py_ssize_t which[VN_ROWS], recent[VN_RECENT], met = 0;
    int rows = 0;
    for (Py_ssize_t i = 0; good && i < count; i++) {
        same[i] = asked_before(asked, i, recent, met);
        if (same[i] < 0) {
            recent[met++ % VN_RECENT] = i;
            which[rows++] = i;
        }
        if (rows == VN_ROWS || (rows && i + 1 == count)) { /* six answers take 0.2 ms and more */
            answer(own, asked, which, rows, room, score, trust);
            rows = 0;
            good = PyErr_CheckSignals() == 0;
        }
    }
    for (Py_ssize_t i = 0; good && i < count; i++) {
        if (same[i] < 0)
            continue;
        memcpy(score + i * asked->columns, score + same[i] * asked->columns, asked->columns * sizeof(float));
        trust[i] = trust[same[i]];
    }
    PyMem_Free(same);
    PyMem_Free(room);
    return good;
}

/* proof_answers(proof, word, look, task, at, begin, end, form, log_prob, score, trust) */
VN_FUNCTION(vn_proof_answers) {
    Proof *own = vn_given(given, 11) ? vn_as_proof(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Asked asked = {.task = PyLong_AsLong(args[3])};
    Py_ssize_t words = VN_ANY, count = VN_ANY, all = VN_ANY;
    float *score = NULL, *trust = NULL;
    PyObject *result = NULL;
    int good = (asked.word = VN_READ(&held, args[1], int64_t, &words)) &&
               (asked.look = VN_READ(&held, args[2], int64_t, &words)) &&
               (asked.at = VN_READ(&held, args[4], int64_t, &count)) &&
               (asked.begin = VN_READ(&held, args[5], int64_t, &count)) &&
               (asked.end = VN_READ(&held, args[6], int64_t, &count)) &&
               (asked.form = VN_READ(&held, args[7], int64_t, &all)) &&
               (asked.log_prob = VN_READ(&held, args[8], float, &all)) &&
               (score = VN_WRITE(&held, args[9], float, &all)) && (trust = VN_WRITE(&held, args[10], float, &count));
    if (good) {
        asked.columns = count ? all / count : 0;
        if (count ? all % count : all)
            PyErr_SetString(PyExc_ValueError, "not as many candidates of each place");
        else if (vn_answer(own, &asked, words, count, score, trust))
            result = vn_none();
    }
    vn_release(&held);
    return result;
}
