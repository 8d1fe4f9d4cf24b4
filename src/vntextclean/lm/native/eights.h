/* Sums of rows in eight parts: one after the other each addition would wait for the one before it. */

#ifndef VN_EIGHTS_H
#define VN_EIGHTS_H

#include "kernel.h"

static inline float vn_sum_of_eight(const float *parts) {
    float sum = 0;
    for (int n = 0; n < 8; n++)
        sum += parts[n];
    return sum;
}

static inline float vn_mean(const float *row, Py_ssize_t size) {
    float parts[8] = {0};
    Py_ssize_t whole = size - size % 8;
    for (Py_ssize_t at = 0; at < whole; at += 8)
        for (int n = 0; n < 8; n++)
            parts[n] += row[at + n];
    for (Py_ssize_t at = whole; at < size; at++)
        parts[0] += row[at];
    return vn_sum_of_eight(parts) / (float)size;
}

static inline float vn_variance(const float *row, Py_ssize_t size, float mean) {
    float parts[8] = {0};
    Py_ssize_t whole = size - size % 8;
    for (Py_ssize_t at = 0; at < whole; at += 8)
        for (int n = 0; n < 8; n++)
            parts[n] += (row[at + n] - mean) * (row[at + n] - mean);
    for (Py_ssize_t at = whole; at < size; at++)
        parts[0] += (row[at] - mean) * (row[at] - mean);
    return vn_sum_of_eight(parts) / (float)size;
}

static inline float vn_product(const float *one, const float *other, Py_ssize_t size) {
    float parts[8] = {0};
    Py_ssize_t whole = size - size % 8;
    for (Py_ssize_t at = 0; at < whole; at += 8)
        for (int n = 0; n < 8; n++)
            parts[n] += one[at + n] * other[at + n];
    for (Py_ssize_t at = whole; at < size; at++)
        parts[0] += one[at] * other[at];
    return vn_sum_of_eight(parts);
}

#endif
