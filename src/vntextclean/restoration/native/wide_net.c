/* What the convolutional net does between its multiplications, which numpy does: restoration/wide_net.py in one pass
   where numpy takes four. */

#include "kernel.h"

#include <math.h>

/* Sums in eight parts: one after the other each would wait for the one before it. */
VN_WIDE static void normalise_row(const float *row, Py_ssize_t size, float real, float *out) {
    float parts[8] = {0}, mean = 0, square = 0;
    Py_ssize_t whole = size - size % 8;
    for (Py_ssize_t at = 0; at < whole; at += 8)
        for (int n = 0; n < 8; n++)
            parts[n] += row[at + n];
    for (Py_ssize_t at = whole; at < size; at++)
        parts[0] += row[at];
    for (int n = 0; n < 8; n++)
        mean += parts[n];
    mean /= (float)size;
    memset(parts, 0, sizeof(parts));
    for (Py_ssize_t at = 0; at < size; at++)
        out[at] = row[at] - mean;
    for (Py_ssize_t at = 0; at < whole; at += 8)
        for (int n = 0; n < 8; n++)
            parts[n] += out[at + n] * out[at + n];
    for (Py_ssize_t at = whole; at < size; at++)
        parts[0] += out[at] * out[at];
    for (int n = 0; n < 8; n++)
        square += parts[n];
    float scale = real / sqrtf(square / (float)size + 1e-5f);
    for (Py_ssize_t at = 0; at < size; at++)
        out[at] *= scale;
}

/* wide_net_normalise(x, width, real or None, out): rows at mean 0 and variance 1, those that are not real at 0. */
VN_FUNCTION(vn_wide_net_normalise) {
    if (!vn_given(given, 4))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY, width = PyLong_AsSsize_t(args[1]), rows = VN_ANY;
    const float *x = VN_READ(&held, args[0], float, &all), *real = NULL;
    float *out = x ? VN_WRITE(&held, args[3], float, &all) : NULL;
    int good = out && width > 0 && all % width == 0;
    rows = good ? all / width : 0;
    good = good && (args[2] == Py_None || (real = VN_READ(&held, args[2], float, &rows)));
    for (Py_ssize_t row = 0; good && row < rows; row++) {
        normalise_row(x + row * width, width, real ? real[row] : 1, out + row * width);
        good = !vn_stopped(row, 1 << 12);
    }
    if (!good)
        vn_fail(0, PyExc_ValueError, "rows of another length than was expected");
    vn_release(&held);
    return good ? vn_none() : NULL;
}

VN_WIDE static void relu_row(float *row, const float *bias, Py_ssize_t size) {
    for (Py_ssize_t at = 0; at < size; at++) {
        float one = row[at] + bias[at];
        row[at] = one > 0 ? one : 0;
    }
}

/* wide_net_relu(x, bias): max(0, x + bias) of each row, in place. */
VN_FUNCTION(vn_wide_net_relu) {
    if (!vn_given(given, 2))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY, width = VN_ANY;
    float *x = VN_WRITE(&held, args[0], float, &all);
    const float *bias = x ? VN_READ(&held, args[1], float, &width) : NULL;
    int good = bias && width > 0 && all % width == 0;
    for (Py_ssize_t row = 0; good && row < all / width; row++) {
        relu_row(x + row * width, bias, width);
        good = !vn_stopped(row, 1 << 13);
    }
    if (!good)
        vn_fail(0, PyExc_ValueError, "rows of another length than was expected");
    vn_release(&held);
    return good ? vn_none() : NULL;
}
