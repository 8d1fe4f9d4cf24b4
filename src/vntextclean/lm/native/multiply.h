/* Matrices of eight-bit numbers, as the model's file keeps them, multiplied from the right. */

#ifndef VN_MULTIPLY_H
#define VN_MULTIPLY_H

#include "kernel.h"

enum { VN_ROWS = 6 };

/* Packed for columns in groups as wide as two vectors of the processor: numbers[group][row][column of the group].
   `filled` are the columns with those that fill up the last group. */
struct Matrix;
typedef void Multiply(const struct Matrix *, const float *const *, Py_ssize_t, float *);

typedef struct Matrix {
    Py_ssize_t rows, columns, filled, lane, element; /* columns of a group, bytes of a number */
    void *numbers;
    float *scale;
    Multiply *multiply[VN_ROWS]; /* by number of rows, less one */
} Matrix;

/* Pack a matrix that is kept transposed (a row for each column, with one scale each); 0 with an exception without memory. */
int vn_pack(Matrix *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns);
void vn_unpack(Matrix *own);

/* out += x times the matrix, for `rows` rows, VN_ROWS at most; out has `filled` numbers in a row. A row of x lies in parts of
   `part` numbers: `parts[p * VN_ROWS + n]` is part p of row n. No row depends on the others. */
static inline void vn_multiply_parts(const Matrix *by, const float *const *parts, Py_ssize_t part, int rows, float *out) {
    by->multiply[rows - 1](by, parts, part, out);
}

/* The same where each row lies in one part; `stride` parts the rows of x. */
static inline void vn_multiply(const Matrix *by, const float *x, Py_ssize_t stride, int rows, float *out) {
    const float *whole[VN_ROWS];
    for (int n = 0; n < rows; n++)
        whole[n] = x + n * stride;
    vn_multiply_parts(by, whole, by->rows, rows, out);
}

/* The same for one row of x and one group of columns. */
static inline void vn_multiply_group(const Matrix *by, const float *x, Py_ssize_t group, float *out) {
    Py_ssize_t first = group * by->lane;
    Matrix one = *by;
    one.numbers = (char *)by->numbers + first * by->rows * by->element;
    one.scale += first;
    one.filled = by->lane;
    vn_multiply(&one, x, by->rows, 1, out + first);
}

/* The same for one row of x that is 0 but in some of its places (rising). */
void vn_multiply_few(const Matrix *by, const float *x, const Py_ssize_t *places, Py_ssize_t count, float *out);

/* The numbers of a row of four-bit numbers, two in a byte, times its scale; added to `out`. */
void vn_add_nibbles(const uint8_t *packed, Py_ssize_t bytes, float scale, float *out);

#endif
