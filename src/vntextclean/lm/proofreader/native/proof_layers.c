/* The layers of the proofreader's net behind the one that reads the words around.

   Of the sums of a block's first layer two in a thousand are above 0, and only those are read on. Which may be is told by
   whole numbers, with a bound of what that leaves out: the others need not be reckoned. What is left out adds nothing, so the
   answer is the same to the last bit. */

#include "eights.h"
#include "proof.h"

#include <math.h>

/* A row at mean 0 and variance 1, times its gains, and nothing below 0. */
VN_WIDE static void normal(const float *restrict row, Py_ssize_t size, const float *restrict gains, float *restrict out) {
    float mean = vn_mean(row, size), scale = 1 / sqrtf(vn_variance(row, size, mean) + 1e-5f);
    for (Py_ssize_t at = 0; at < size; at++) {
        float one = (row[at] - mean) * scale * gains[at];
        out[at] = one > 0 ? one : 0;
    }
}

void vn_normal(const float *row, Py_ssize_t size, const float *gains, float *out) { normal(row, size, gains, out); }

VN_WIDE static float largest(const float *row, Py_ssize_t size) {
    float parts[8] = {0}, most = 0;
    for (Py_ssize_t at = 0; at + 8 <= size; at += 8)
        for (int n = 0; n < 8; n++)
            parts[n] = row[at + n] > parts[n] ? row[at + n] : parts[n];
    for (Py_ssize_t at = size - size % 8; at < size; at++)
        most = row[at] > most ? row[at] : most;
    for (int n = 0; n < 8; n++)
        most = parts[n] > most ? parts[n] : most;
    return most;
}

VN_WIDE static void round_off(const float *restrict row, Py_ssize_t size, float turn, uint8_t *restrict out) {
    for (Py_ssize_t at = 0; at < size; at++)
        out[at] = (uint8_t)(int32_t)(row[at] * turn + 0.5f);
}

/* Which groups of columns of the first layer may have one that comes out above 0; -1 where that is not told. */
static Py_ssize_t groups_above(const Block *block, const float *step, uint8_t *rounded, float *about,
                               Py_ssize_t *groups) {
    Py_ssize_t count = 0, lane = block->first.lane;
    float most = largest(step, block->first.rows);
    if (!(most > 1e-20f && most < 1e20f))
        return -1;
    float unit = most / VN_SIEVED;
    round_off(step, block->first.rows, VN_SIEVED / most, rounded);
    memset(about, 0, block->sieve.filled * sizeof(float));
    vn_multiply_whole(&block->sieve, rounded, &unit, 1, about, block->sieve.filled);
    for (Py_ssize_t first = 0; first < block->first.columns; first += lane) {
        Py_ssize_t last = first + lane < block->first.columns ? first + lane : block->first.columns;
        int above = 0;
        for (Py_ssize_t at = first; at < last; at++)
            above |= about[at] + block->first_bias[at] + unit * block->off[at] > -1e-5f;
        groups[count] = first / lane;
        count += above;
    }
    return count;
}

/* A row of `h` through a block, by what of the first layer is above 0; 0 where that is not told. */
static int through_few(const Block *block, const float *step, float *wide, float *h) {
    uint8_t rounded[VN_MOST_SIEVED];
    float about[VN_MOST_SIEVED];
    Py_ssize_t groups[VN_MOST_SIEVED], places[VN_MOST_SIEVED], met = 0, lane = block->first.lane;
    Py_ssize_t count = groups_above(block, step, rounded, about, groups);
    for (Py_ssize_t n = 0; n < count; n++) {
        vn_multiply_group(&block->first, step, groups[n], wide);
        for (Py_ssize_t at = groups[n] * lane; at < (groups[n] + 1) * lane && at < block->first.columns; at++) {
            wide[at] += block->first_bias[at];
            if (wide[at] > 0)
                places[met++] = at;
        }
    }
    if (met)
        vn_multiply_few(&block->second, wide, places, met, h);
    return count >= 0;
}

/* The same, all of it reckoned. */
static void through_all(const Block *block, const float *step, Py_ssize_t stride, int rows, float *wide, float *h) {
    Py_ssize_t inner = block->first.filled;
    vn_multiply(&block->first, step, stride, rows, wide);
    for (int row = 0; row < rows; row++)
        for (Py_ssize_t at = 0; at < block->first.columns; at++) {
            float one = wide[row * inner + at] + block->first_bias[at];
            wide[row * inner + at] = one > 0 ? one : 0;
        }
    vn_multiply(&block->second, wide, inner, rows, h);
}

void vn_blocks(const Proof *own, int rows, float *h, float *step, float *wide) {
    Py_ssize_t filled = own->filled;
    for (Py_ssize_t n = 0; n < own->blocks; n++) {
        const Block *block = &own->block[n];
        Py_ssize_t inner = block->first.filled;
        for (int row = 0; row < rows; row++)
            normal(h + row * filled, own->hidden, block->gains, step + row * filled);
        memset(wide, 0, VN_ROWS * inner * sizeof(float));
        if (!block->sieve.numbers)
            through_all(block, step, filled, rows, wide, h);
        else
            for (int row = 0; row < rows; row++) {
                const float *one = step + row * filled;
                if (!through_few(block, one, wide + row * inner, h + row * filled))
                    through_all(block, one, filled, 1, wide + row * inner, h + row * filled);
            }
        for (int row = 0; row < rows; row++)
            for (Py_ssize_t at = 0; at < own->hidden; at++)
                h[row * filled + at] += block->second_bias[at];
    }
}
