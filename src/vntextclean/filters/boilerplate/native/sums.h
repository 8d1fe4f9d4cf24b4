/* Sums and means over stretches and over the lines around a line, in the order in which numpy adds. */

#ifndef VN_SUMS_H
#define VN_SUMS_H

#include "page_view.h"

enum { AT_ONCE = 128, LANES_OF_SUM = 8 };

/* As numpy adds up an array: by halves, and by eight sums within a block. */
static inline float vn_block_sum(const float *values, Py_ssize_t count) {
    if (count < LANES_OF_SUM) {
        float sum = 0;
        for (Py_ssize_t n = 0; n < count; n++)
            sum += values[n];
        return sum;
    }
    float lane[LANES_OF_SUM];
    Py_ssize_t n = LANES_OF_SUM;
    memcpy(lane, values, sizeof(lane));
    for (; n < count - count % LANES_OF_SUM; n += LANES_OF_SUM)
        for (int k = 0; k < LANES_OF_SUM; k++)
            lane[k] += values[n + k];
    float sum = ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    for (; n < count; n++)
        sum += values[n];
    return sum;
}

static inline float vn_sum(const float *values, Py_ssize_t count) {
    if (count <= AT_ONCE)
        return vn_block_sum(values, count);
    Py_ssize_t half = count / 2 - count / 2 % LANES_OF_SUM;
    return vn_sum(values, half) + vn_sum(values + half, count - half);
}

/* As `np.add.reduceat` adds up a stretch of at least one: the first, and the sum of the others. */
static inline float vn_stretch_sum(const float *values, Py_ssize_t count) {
    return count > 1 ? values[0] + vn_sum(values + 1, count - 1) : values[0];
}

/* Fills in, for each line, the mean of `values` over its stretch. */
static inline void vn_means(const PageView *page, const Cut *cut, const float *values, float *out) {
    for (Py_ssize_t n = 0; n < cut->count; n++) {
        Py_ssize_t start = (Py_ssize_t)cut->starts[n], end = vn_end_of(page, cut, n);
        float mean = (float)((double)vn_stretch_sum(values + start, end - start) / (double)(end - start));
        for (Py_ssize_t line = start; line < end; line++)
            out[line] = mean;
    }
}

/* Fills in `total`, of one more than `count`: the sums of the first n values. */
static inline void vn_totals(const float *values, Py_ssize_t count, double *total) {
    total[0] = 0;
    for (Py_ssize_t n = 0; n < count; n++)
        total[n + 1] = total[n] + (double)values[n];
}

/* The mean over the lines from `first` to `last` lines below that line, given the totals. */
static inline double vn_mean_around(const double *total, Py_ssize_t lines, Py_ssize_t line, int first, int last) {
    Py_ssize_t low = (Py_ssize_t)vn_between(line + first, 0, lines);
    Py_ssize_t high = (Py_ssize_t)vn_between(line + last + 1, 0, lines);
    return (total[high] - total[low]) / (double)(high > low ? high - low : 1);
}

/* The same for each line, as a column; the next column is where it ends. */
static inline float *vn_around(const double *total, Py_ssize_t lines, int first, int last, float *out) {
    for (Py_ssize_t line = 0; line < lines; line++)
        out[line] = (float)vn_mean_around(total, lines, line, first, last);
    return out + lines;
}

#endif
