/* The layers of the convolutional net: restoration/layers.py in one pass where numpy takes four. The multiplications as
   well, because the library that numpy has for them starts a thread for each core: on a machine that is busy they wait for
   one another, and one question took 100 ms of processor time in place of 3. */

#include "multiply.h"

#include <math.h>

/* Sums in eight parts: one after the other each would wait for the one before it. */
VN_WIDE static void normalise_row(const float *row, const float *gains, Py_ssize_t size, float real, float *out) {
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
        out[at] *= scale * gains[at];
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

static const char NAME[] = "vntextclean.wide_net_matrix";

/* A matrix and the bias that is added to its products. */
typedef struct {
    Held held;
    const float *bias;
    Matrix matrix;
} Layer;

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
    int positive = args[5] == Py_True;
    const float *x = VN_READ(&held, args[1], float, &all);
    const int64_t *places = NULL;
    int good = x && width > 0 && step > 0 && step < INT32_MAX && all % width == 0 && rows % width == 0 &&
               (args[3] == Py_None || (places = VN_READ(&held, args[3], int64_t, &count)));
    Py_ssize_t there = good ? all / width : 0, reads = good ? rows / width : 0;
    float *out = good ? VN_WRITE(&held, args[6], float, &sums) : NULL;
    count = places ? count : there;
    good = out && sums % columns == 0 && sums / columns == count;
    float *near = good ? PyMem_Malloc(VN_ROWS * (rows + own->matrix.filled) * sizeof(float)) : NULL;
    int no_memory = good && !near;
    good = near != NULL;
    for (Py_ssize_t row = 0; good && row < count; row += VN_ROWS) {
        int together = (int)(count - row < VN_ROWS ? count - row : VN_ROWS);
        float *product = near + VN_ROWS * rows;
        memset(product, 0, VN_ROWS * own->matrix.filled * sizeof(float));
        for (int n = 0; good && n < together; n++) {
            int64_t place = places ? places[row + n] : row + n;
            good = place >= 0 && place < there;
            for (Py_ssize_t read = 0; good && read < reads; read++) {
                int64_t at = place + (read - reads / 2) * step;
                if (at >= 0 && at < there)
                    memcpy(near + n * rows + read * width, x + at * width, width * sizeof(float));
                else
                    memset(near + n * rows + read * width, 0, width * sizeof(float));
            }
        }
        if (!good)
            break;
        if (together == 1) /* two are reckoned */
            memset(near + rows, 0, rows * sizeof(float));
        vn_multiply(&own->matrix, near, rows, together, product);
        for (int n = 0; n < together; n++)
            finish_row(product + n * own->matrix.filled, own->bias, columns, positive, out + (row + n) * columns);
        good = !vn_stopped(row / VN_ROWS, OFTEN);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "rows of another length than was expected, or that are not there");
    PyMem_Free(near);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
