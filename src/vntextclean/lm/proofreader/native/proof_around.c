/* The words around a place, and the layer that reads them: half of the multiplications of an answer. */

#include "proof.h"

/* Where the word of a slot stands; -1 where it lies beyond its document. */
static Py_ssize_t place_of(const Proof *own, const Asked *asked, Py_ssize_t i, Py_ssize_t slot) {
    Py_ssize_t place = asked->at[i] + slot - own->reach + (slot >= own->reach) - (slot >= own->reach && asked->task);
    return place < asked->begin[i] || place >= asked->end[i] ? -1 : place;
}

/* The words around a place, one behind the other; what lies beyond its document is nothing. */
static void near(const Proof *own, const Asked *asked, Py_ssize_t i, float *out) {
    for (Py_ssize_t slot = 0; slot < 2 * own->reach; slot++, out += own->width) {
        Py_ssize_t place = place_of(own, asked, i, slot);
        if (place < 0) {
            memset(out, 0, own->width * sizeof(float));
            continue;
        }
        int64_t word = asked->word[place];
        memcpy(out, own->look + asked->look[place] * own->width, own->width * sizeof(float));
        vn_add_nibbles(own->word + word * (own->width / 2), own->width / 2, own->word_scale[word], out);
    }
}

/* What a look adds to the layer where the word of a slot has it. */
VN_WIDE static const float *of_look(Proof *own, Py_ssize_t slot, int64_t look) {
    Py_ssize_t pair = slot * VN_LOOKS + look, width = own->width, whole = width - width % 8;
    float *out = own->of_look + pair * own->hidden;
    if (own->has_look[pair])
        return out;
    const float *x = own->look + look * width;
    for (Py_ssize_t column = 0; column < own->hidden; column++) {
        const int8_t *weights = own->around_weights + (column * 2 * own->reach + slot) * width;
        float parts[8] = {0}, sum = 0;
        for (Py_ssize_t at = 0; at < whole; at += 8)
            for (int n = 0; n < 8; n++)
                parts[n] += x[at + n] * weights[at + n];
        for (Py_ssize_t at = whole; at < width; at++)
            parts[0] += x[at] * weights[at];
        for (int n = 0; n < 8; n++)
            sum += parts[n];
        out[column] = sum * own->around_scale[column];
    }
    own->has_look[pair] = 1;
    return out;
}

/* Two four-bit numbers of each byte, one behind the other. */
VN_WIDE static void unpack(const uint8_t *restrict packed, Py_ssize_t bytes, uint8_t *restrict out) {
    for (Py_ssize_t at = 0; at < bytes; at++) {
        out[2 * at] = packed[at] & 15;
        out[2 * at + 1] = packed[at] >> 4;
    }
}

VN_WIDE static void add(const float *restrict row, Py_ssize_t size, float *restrict out) {
    for (Py_ssize_t at = 0; at < size; at++)
        out[at] += row[at];
}

/* The same as whole numbers, the scale of each word, and what their looks add; four bits stand for 8 less. */
static void near_as_whole(Proof *own, const Asked *asked, Py_ssize_t i, uint8_t *out, float *scales, float *h) {
    for (Py_ssize_t slot = 0; slot < 2 * own->reach; slot++, out += own->width) {
        Py_ssize_t place = place_of(own, asked, i, slot);
        if (place < 0) {
            scales[slot] = 0;
            memset(out, 0, own->width);
            continue;
        }
        scales[slot] = own->word_scale[asked->word[place]];
        unpack(own->word + asked->word[place] * (own->width / 2), own->width / 2, out);
        add(of_look(own, slot, asked->look[place]), own->hidden, h);
    }
}

void vn_add_around(Proof *own, const Asked *asked, const Py_ssize_t *which, int rows, float *room, float *h) {
    Py_ssize_t slots = 2 * own->reach, size = slots * own->width;
    if (!own->around.numbers) {
        for (int row = 0; row < rows; row++)
            near(own, asked, which[row], room + row * size);
        vn_multiply(&own->local, room, size, rows, h);
        return;
    }
    float *scales = room;
    uint8_t *words = (uint8_t *)(scales + VN_ROWS * slots);
    for (int row = 0; row < rows; row++)
        near_as_whole(own, asked, which[row], words + row * size, scales + row * slots, h + row * own->filled);
    vn_multiply_whole(&own->around, words, scales, rows, h, own->filled);
}
