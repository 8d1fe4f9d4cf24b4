/* The multiplications of the nets. Eight-bit weights are widened as they are read: a fourth of the memory to go through
   is worth the conversion, because a document asks only some four questions and the cache has forgotten the rest. */

#include "multiply.h"

#include <stdlib.h>

typedef float Lane __attribute__((vector_size(VN_LANE * sizeof(float)), aligned(4)));

enum { PIECE = 64 }; /* rows whose weights are widened at once: what compilers vectorise, and the nearest cache holds */

int vn_pack(Matrix *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns) {
    Py_ssize_t groups = (columns + VN_LANE - 1) / VN_LANE;
    to->rows = rows;
    to->columns = columns;
    to->filled = groups * VN_LANE;
    to->numbers = PyMem_Calloc(groups * VN_LANE, rows);
    to->scale = PyMem_Calloc(to->filled, sizeof(float));
    if (!to->numbers || !to->scale)
        return 0;
    memcpy(to->scale, scale, columns * sizeof(float));
    for (Py_ssize_t column = 0; column < columns; column++)
        for (Py_ssize_t row = 0; row < rows; row++)
            to->numbers[(column / VN_LANE * rows + row) * VN_LANE + column % VN_LANE] =
                transposed[column * rows + row];
    return 1;
}

void vn_unpack(Matrix *own) {
    PyMem_Free(own->numbers);
    PyMem_Free(own->scale);
}

VN_WIDE void vn_multiply(const Matrix *by, const float *x, Py_ssize_t stride, float *out) {
    const float *x0 = x, *x1 = x + stride, *x2 = x1 + stride, *x3 = x2 + stride;
    Py_ssize_t filled = by->filled, rows = by->rows;
    for (Py_ssize_t column = 0; column < filled; column += VN_LANE) {
        const int8_t *numbers = by->numbers + column * rows;
        Lane s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
        for (Py_ssize_t from = 0; from < rows; from += PIECE) {
            Py_ssize_t to = from + PIECE < rows ? from + PIECE : rows;
            float weights[PIECE * VN_LANE];
            for (Py_ssize_t at = 0; at < (to - from) * VN_LANE; at++)
                weights[at] = (float)numbers[from * VN_LANE + at];
            const Lane *weight = (const Lane *)weights;
            for (Py_ssize_t row = from; row < to; row++, weight++) {
                s0 += *weight * x0[row];
                s1 += *weight * x1[row];
                s2 += *weight * x2[row];
                s3 += *weight * x3[row];
            }
        }
        Lane scale = *(const Lane *)(by->scale + column);
        float *to = out + column;
        *(Lane *)to += s0 * scale;
        *(Lane *)(to + filled) += s1 * scale;
        *(Lane *)(to + 2 * filled) += s2 * scale;
        *(Lane *)(to + 3 * filled) += s3 * scale;
    }
}

void vn_add_nibbles(const uint8_t *packed, Py_ssize_t bytes, float scale, float *out) {
    for (Py_ssize_t at = 0; at < bytes; at++) {
        out[2 * at] += (float)((packed[at] & 15) - 8) * scale;
        out[2 * at + 1] += (float)((packed[at] >> 4) - 8) * scale;
    }
}
