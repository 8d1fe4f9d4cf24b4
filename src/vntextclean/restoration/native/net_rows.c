/* The rows that words enter the wide-context net with, and their means: lm/int4.py and restoration/wide_net.py. They come out
   as by numpy to the last bit, so this file, unlike the net's, fuses no products with sums. */

#include "kernel.h"

VN_WIDE static void add_fine(const int8_t *row, float scale, const float *look, float real, Py_ssize_t width, float *out) {
    for (Py_ssize_t at = 0; at < width; at++)
        out[at] = (row[at] * scale + look[at]) * real;
}

VN_WIDE static void add_coarse(const uint8_t *row, float scale, const float *look, float real, Py_ssize_t width, float *out) {
    for (Py_ssize_t at = 0; at < width / 2; at++) {
        out[2 * at] = (((float)(row[at] & 15) - 8) * scale + look[2 * at]) * real;
        out[2 * at + 1] = (((float)(row[at] >> 4) - 8) * scale + look[2 * at + 1]) * real;
    }
}

/* wide_net_rows(numbers, looks, real, place, fine, fine scale, packed, coarse scale, look, width, out): the rows that words
   enter the net with, that of the spelling and that of the look added up; those that are not real at 0. Of a spelling's
   row, `place` says where it lies among the fine ones and, behind these, the coarse ones. */
VN_FUNCTION(vn_wide_net_rows) {
    if (!vn_given(given, 11))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, places = VN_ANY, fines = VN_ANY, coarses = VN_ANY, width = PyLong_AsSsize_t(args[9]);
    Py_ssize_t fine_size = VN_ANY, coarse_size = VN_ANY, look_size = VN_ANY, all = VN_ANY;
    const int64_t *numbers = VN_READ(&held, args[0], int64_t, &count), *looks = NULL, *place = NULL;
    const float *real = NULL, *fine_scale = NULL, *coarse_scale = NULL, *look = NULL;
    const int8_t *fine = NULL;
    const uint8_t *packed = NULL;
    float *out = NULL;
    int good = numbers && (looks = VN_READ(&held, args[1], int64_t, &count)) &&
               (real = VN_READ(&held, args[2], float, &count)) && (place = VN_READ(&held, args[3], int64_t, &places)) &&
               (fine = VN_READ(&held, args[4], int8_t, &fine_size)) &&
               (fine_scale = VN_READ(&held, args[5], float, &fines)) &&
               (packed = VN_READ(&held, args[6], uint8_t, &coarse_size)) &&
               (coarse_scale = VN_READ(&held, args[7], float, &coarses)) &&
               (look = VN_READ(&held, args[8], float, &look_size)) && (out = VN_WRITE(&held, args[10], float, &all));
    good = good && width > 0 && width % 2 == 0 && all % width == 0 && all / width == count && fine_size % width == 0 &&
           fine_size / width == fines && coarse_size % (width / 2) == 0 && coarse_size / (width / 2) == coarses &&
           look_size % width == 0;
    for (Py_ssize_t i = 0; good && i < count; i++, out += width) {
        int64_t at = numbers[i] >= 0 && numbers[i] < places ? place[numbers[i]] : -1;
        good = at >= 0 && at < fines + coarses && looks[i] >= 0 && looks[i] < look_size / width;
        if (!good)
            break;
        const float *seen = look + looks[i] * width;
        if (at < fines)
            add_fine(fine + at * width, fine_scale[at], seen, real[i], width, out);
        else
            add_coarse(packed + (at - fines) * (width / 2), coarse_scale[at - fines], seen, real[i], width, out);
        good = !vn_stopped(i, 1 << 12);
    }
    if (!good)
        vn_fail(0, PyExc_IndexError, "words or looks that are not there");
    vn_release(&held);
    return good ? vn_none() : NULL;
}

VN_WIDE static void add_up(const float *row, Py_ssize_t width, float *sum) {
    for (Py_ssize_t at = 0; at < width; at++)
        sum[at] += row[at];
}

/* wide_net_means(x, width, low, high, out): the mean of the rows from each `low` up to, but not including, its `high`. */
VN_FUNCTION(vn_wide_net_means) {
    if (!vn_given(given, 5))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY, count = VN_ANY, sums = VN_ANY, width = PyLong_AsSsize_t(args[1]);
    const float *x = VN_READ(&held, args[0], float, &all);
    const int64_t *low = x ? VN_READ(&held, args[2], int64_t, &count) : NULL;
    const int64_t *high = low ? VN_READ(&held, args[3], int64_t, &count) : NULL;
    float *out = high ? VN_WRITE(&held, args[4], float, &sums) : NULL;
    int good = out && width > 0 && all % width == 0 && sums % width == 0 && sums / width == count;
    for (Py_ssize_t i = 0; good && i < count; i++, out += width) {
        good = low[i] >= 0 && low[i] < high[i] && high[i] <= all / width;
        if (!good)
            break;
        memcpy(out, x + low[i] * width, width * sizeof(float));
        for (int64_t row = low[i] + 1; good && row < high[i]; row++) {
            add_up(x + row * width, width, out);
            good = !vn_stopped((Py_ssize_t)row, 1 << 14);
        }
        for (Py_ssize_t at = 0; at < width; at++)
            out[at] /= (float)(high[i] - low[i]);
    }
    if (!good)
        vn_fail(0, PyExc_IndexError, "rows that are not there");
    vn_release(&held);
    return good ? vn_none() : NULL;
}
