/* The layers of the convolutional net: restoration/layers.py in one pass where numpy takes four. The multiplications as
   well, because the library that numpy has for them starts a thread for each core: on a machine that is busy they wait for
   one another, and one question took 100 ms of processor time in place of 3. */

#include "eights.h"
#include "wide_net.h"

#include <math.h>

VN_WIDE static void normalise_row(const float *row, const float *gains, Py_ssize_t size, float real, float *out) {
    float mean = vn_mean(row, size), scale = real / sqrtf(vn_variance(row, size, mean) + 1e-5f);
    for (Py_ssize_t at = 0; at < size; at++)
        out[at] = (row[at] - mean) * (scale * gains[at]);
}

/* wide_net_normalise(x, gains, real or None, out): rows at mean 0 and variance 1, times the gains; those that are not real
   at 0. */
VN_FUNCTION(vn_wide_net_normalise) {
    if (!vn_given(given, 4))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY, width = VN_ANY, rows = VN_ANY;
    const float *x = VN_READ(&held, args[0], float, &all), *real = NULL;
    const float *gains = x ? VN_READ(&held, args[1], float, &width) : NULL;
    float *out = gains ? VN_WRITE(&held, args[3], float, &all) : NULL;
    int good = out && width > 0 && all % width == 0;
    rows = good ? all / width : 0;
    good = good && (args[2] == Py_None || (real = VN_READ(&held, args[2], float, &rows)));
    for (Py_ssize_t row = 0; good && row < rows; row++) {
        normalise_row(x + row * width, gains, width, real ? real[row] : 1, out + row * width);
        good = !vn_stopped(row, 1 << 12);
    }
    if (!good)
        vn_fail(0, PyExc_ValueError, "rows of another length than was expected");
    vn_release(&held);
    return good ? vn_none() : NULL;
}

VN_WIDE static void finish_row(const float *row, const float *bias, Py_ssize_t size, int positive, float *out) {
    for (Py_ssize_t at = 0; at < size; at++) {
        float one = row[at] + bias[at];
        out[at] = one > 0 || !positive ? one : 0;
    }
}

#define NAME VN_WIDE_NET_MATRIX

static void let_go(Layer *own) {
    vn_unpack(&own->matrix);
    vn_release(&own->held);
    PyMem_Free(own);
}

static void free_layer(PyObject *capsule) { let_go(PyCapsule_GetPointer(capsule, NAME)); }

/* wide_net_layer(weights, a row for each column, their scales, bias) */
VN_FUNCTION(vn_wide_net_layer) {
    Layer *own = vn_given(given, 3) ? PyMem_Calloc(1, sizeof(Layer)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    Py_ssize_t all = VN_ANY, columns = VN_ANY;
    const int8_t *weights = VN_READ(&own->held, args[0], int8_t, &all);
    const float *scale = weights ? VN_READ(&own->held, args[1], float, &columns) : NULL;
    int good = scale && (own->bias = VN_READ(&own->held, args[2], float, &columns)) && columns > 0 && all > 0 &&
               all % columns == 0 && vn_pack(&own->matrix, weights, scale, all / columns, columns);
    PyObject *kept = good ? PyCapsule_New(own, NAME, free_layer) : NULL;
    if (!kept) {
        vn_fail(0, PyExc_ValueError, "a layer of unequal width");
        let_go(own);
    }
    return kept;
}

enum { OFTEN = 1 << 8 /* groups of rows between two looks at signals */ };

/* Where the rows around some places lie, for `vn_multiply_parts`; a row that is not there is `none`. 0 where a place is not
   there. */
static int read_around(const float *x, Py_ssize_t there, Py_ssize_t width, const int64_t *places, int64_t first, int together,
                       Py_ssize_t reads, Py_ssize_t step, const float *none, const float **parts) {
    for (int n = 0; n < together; n++) {
        int64_t place = places ? places[n] : first + n;
        if (place < 0 || place >= there)
            return 0;
        for (Py_ssize_t read = 0; read < reads; read++) {
            int64_t at = place + (read - reads / 2) * step;
            parts[read * VN_ROWS + n] = at >= 0 && at < there ? x + at * width : none;
        }
    }
    return 1;
}

/* What a layer makes of the rows around some places, into rows of `out` that are `size` apart; 0 where a place is not there.
   `product` is room for sums and a row of zeros behind `none`. */
static int around(const Layer *own, const float *x, Py_ssize_t there, Py_ssize_t width, const int64_t *places, int64_t first,
                  int together, Py_ssize_t reads, Py_ssize_t step, const float *none, float *product, int positive,
                  float *out, Py_ssize_t size) {
    const float *parts[VN_MOST_READS * VN_ROWS];
    Py_ssize_t filled = own->matrix.filled;
    if (!read_around(x, there, width, places, first, together, reads, step, none, parts))
        return 0;
    memset(product, 0, VN_ROWS * filled * sizeof(float));
    vn_multiply_parts(&own->matrix, parts, width, together, product);
    for (int n = 0; n < together; n++)
        finish_row(product + n * filled, own->bias, own->matrix.columns, positive, out + n * size);
    return 1;
}

/* wide_net_multiply(layer, x, width, places or None, step, positive, out): the products and the bias for the rows of x at
   these places, or for all; below 0 they are 0 if only positive ones are asked for. Of a layer that reads several rows the
   places are those in the middle, and `step` parts the rows. Rows that are not there count as 0. */
VN_FUNCTION(vn_wide_net_multiply) {
    Layer *own = vn_given(given, 7) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY, count = VN_ANY, sums = VN_ANY, width = PyLong_AsSsize_t(args[2]);
    Py_ssize_t step = PyLong_AsSsize_t(args[4]), rows = own->matrix.rows, columns = own->matrix.columns;
    Py_ssize_t filled = own->matrix.filled;
    int positive = args[5] == Py_True;
    const float *x = VN_READ(&held, args[1], float, &all);
    const int64_t *places = NULL;
    int good = x && width > 0 && step > 0 && step < INT32_MAX && all % width == 0 && rows % width == 0 &&
               rows / width <= VN_MOST_READS && (args[3] == Py_None || (places = VN_READ(&held, args[3], int64_t, &count)));
    Py_ssize_t there = good ? all / width : 0, reads = good ? rows / width : 0;
    float *out = good ? VN_WRITE(&held, args[6], float, &sums) : NULL;
    count = places ? count : there;
    good = out && sums % columns == 0 && sums / columns == count;
    float *product = good ? PyMem_Calloc(VN_ROWS * filled + width, sizeof(float)) : NULL;
    int no_memory = good && !product;
    good = product != NULL;
    for (Py_ssize_t row = 0; good && row < count; row += VN_ROWS) {
        int together = (int)(count - row < VN_ROWS ? count - row : VN_ROWS);
        good = around(own, x, there, width, places ? places + row : NULL, row, together, reads, step,
                      product + VN_ROWS * filled, product, positive, out + row * columns, columns) &&
               !vn_stopped(row / VN_ROWS, OFTEN);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "rows of another length than was expected, or that are not there");
    PyMem_Free(product);
    vn_release(&held);
    return good ? vn_none() : NULL;
}

/* x += what a layer made of a row; the sum with the bias is made first, as numpy makes it. */
VN_WIDE static void add_row(const float *row, const float *bias, Py_ssize_t size, float *x) {
    for (Py_ssize_t at = 0; at < size; at++) {
        float one = row[at] + bias[at];
        x[at] += one;
    }
}

void vn_add_layer(const Layer *last, const float *rows, Py_ssize_t stride, int together, const int64_t *places, float *sums,
                  float *x) {
    Py_ssize_t width = last->matrix.columns, filled = last->matrix.filled;
    memset(sums, 0, VN_ROWS * filled * sizeof(float));
    vn_multiply(&last->matrix, rows, stride, together, sums);
    for (int n = 0; n < together; n++)
        add_row(sums + n * filled, last->bias, width, x + places[n] * width);
}

/* wide_net_block(conv, out, near, first, places, step, x): to the rows of x at these places is added what `out` makes of the
   positive part of what `conv` makes of the rows of `near` around them, the first of which stands for row `first` of x. What
   lies between the two layers stays in the nearest cache: a tenth of the time that all rows of a text take. */
VN_FUNCTION(vn_wide_net_block) {
    Layer *conv = vn_given(given, 7) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    Layer *last = conv ? PyCapsule_GetPointer(args[1], NAME) : NULL;
    if (!last)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t near_size = VN_ANY, all = VN_ANY, count = VN_ANY, width = last->matrix.columns, inner = conv->matrix.columns;
    Py_ssize_t rows = conv->matrix.rows, step = PyLong_AsSsize_t(args[5]), first = PyLong_AsSsize_t(args[3]);
    Py_ssize_t filled = conv->matrix.filled, filled_last = last->matrix.filled;
    const float *near = VN_READ(&held, args[2], float, &near_size);
    const int64_t *places = near ? VN_READ(&held, args[4], int64_t, &count) : NULL;
    float *x = places ? VN_WRITE(&held, args[6], float, &all) : NULL;
    int good = x && step > 0 && step < INT32_MAX && rows % width == 0 && rows / width <= VN_MOST_READS &&
               last->matrix.rows == inner && near_size % width == 0 && all % width == 0 &&
               vn_within(first, near_size / width, all / width);
    Py_ssize_t there = good ? near_size / width : 0, reads = good ? rows / width : 0;
    float *product = good ? PyMem_Calloc(VN_ROWS * (filled + filled_last) + width, sizeof(float)) : NULL;
    int no_memory = good && !product;
    good = product != NULL;
    float *sums = good ? product + VN_ROWS * filled : NULL;
    for (Py_ssize_t row = 0; good && row < count; row += VN_ROWS) {
        int together = (int)(count - row < VN_ROWS ? count - row : VN_ROWS);
        int64_t middle[VN_ROWS];
        for (int n = 0; n < together; n++)
            middle[n] = vn_minus(places[row + n], first);
        good = around(conv, near, there, width, middle, 0, together, reads, step, sums + VN_ROWS * filled_last, product, 1,
                      product, filled);
        if (!good)
            break;
        vn_add_layer(last, product, filled, together, places + row, sums, x);
        good = !vn_stopped(row / VN_ROWS, OFTEN);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "rows of another length than was expected, or that are not there");
    PyMem_Free(product);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
