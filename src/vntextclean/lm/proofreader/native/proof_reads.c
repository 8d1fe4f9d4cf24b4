/* What a question reads beside the words around its place: topics and candidates. */

#include "proof.h"

#include <math.h>

enum { AHEAD = 4 /* words whose topics are fetched before they are added up */ };

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

/* What a word says of the topic, as much as it weighs; it is added to `sum`. */
__attribute__((always_inline)) static inline void add_sense(const float *restrict sense, const float *restrict of_look,
                                                            float weight, Py_ssize_t count, float *restrict value,
                                                            float *restrict sum) {
    for (Py_ssize_t t = 0; t < count; t++) {
        float one = sense[t] + of_look[t];
        value[t] = (one > 0 ? one : 0) * weight;
        sum[t] += value[t];
    }
}

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
        for (Py_ssize_t t = 0; t <= count; t += VN_NUMBERS_OF_LINE)
            vn_prefetch(next + t);
        const float *sense = sense_of(own, asked->word[place]);
        const float *of_look = own->sense_of_look + asked->look[place] * (count + 1);
        float weight = sense[count] + of_look[count];
        weight = expf(weight < -6 ? -6 : weight > 6 ? 6 : weight);
        add_sense(sense, of_look, weight, count, value, sums[0]);
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

void vn_topics(Proof *own, const Asked *asked, Py_ssize_t i, float *out) { topics(own, asked, i, out); }

void vn_read_candidates(const Proof *own, const Asked *asked, Py_ssize_t i, float *vectors, float *out) {
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
