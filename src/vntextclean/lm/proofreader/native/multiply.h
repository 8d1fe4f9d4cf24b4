/* Matrices of eight-bit numbers, as the model's file keeps them, multiplied from the right. */

#ifndef VN_MULTIPLY_H
#define VN_MULTIPLY_H

#include "kernel.h"

enum { VN_ROWS = 4 };

/* Packed for columns in groups as wide as two vectors of the processor: numbers[group][row][column of the group].
   `filled` are the columns with those that fill up the last group. */
typedef struct Matrix {
    Py_ssize_t rows, columns, filled;
    void *numbers;
    float *scale;
    void (*multiply)(const struct Matrix *, const float *, Py_ssize_t, float *);
} Matrix;

/* Pack a matrix that is kept transposed (a row for each column, with one scale each); 0 with an exception without memory. */
int vn_pack(Matrix *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns);
void vn_unpack(Matrix *own);

/* out += x times the matrix, for VN_ROWS rows; `stride` parts the rows of x, out has `filled` numbers in a row.
   Always so many rows at once, whatever is asked, so that no answer depends on what is asked beside it. */
static inline void vn_multiply(const Matrix *by, const float *x, Py_ssize_t stride, float *out) {
    by->multiply(by, x, stride, out);
}

/* The numbers of a row of four-bit numbers, two in a byte, times its scale; added to `out`. */
void vn_add_nibbles(const uint8_t *packed, Py_ssize_t bytes, float scale, float *out);

#endif
