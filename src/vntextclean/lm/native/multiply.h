/* Matrices of eight-bit numbers, as the model's file keeps them, multiplied from the right. */

#ifndef VN_MULTIPLY_H
#define VN_MULTIPLY_H

#include "kernel.h"

enum { VN_LANE = 16, VN_ROWS = 4 };

/* Packed for columns in groups of VN_LANE: numbers[group][row][lane]; `columns` counts those that are filled up. */
typedef struct {
    Py_ssize_t rows, columns, filled;
    int8_t *numbers;
    float *scale;
} Matrix;

/* Pack a matrix that is kept transposed (a row for each column, with one scale each); 0 without memory. */
int vn_pack(Matrix *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns);
void vn_unpack(Matrix *own);

/* out += x times the matrix, for VN_ROWS rows; `stride` parts the rows of x, out has `filled` numbers in a row.
   Always so many rows at once, whatever is asked, so that no answer depends on what is asked beside it. */
void vn_multiply(const Matrix *by, const float *x, Py_ssize_t stride, float *out);

/* The numbers of a row of four-bit numbers, two in a byte, times its scale; added to `out`. */
void vn_add_nibbles(const uint8_t *packed, Py_ssize_t bytes, float scale, float *out);

#endif
