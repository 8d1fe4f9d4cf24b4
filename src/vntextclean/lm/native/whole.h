/* Matrices of eight-bit numbers, as the model's file keeps them, multiplied by small whole numbers: summed as whole numbers,
   four times as many at once as of floating-point ones, and nothing is rounded before the end. */

#ifndef VN_WHOLE_H
#define VN_WHOLE_H

#include "kernel.h"

/* Packed for eight columns and four rows at once: numbers[group][four rows][column of the group][row of the four]. A row of x
   has parts of `part` numbers with a scale each; a number of x stands for so much less as `less` says. */
typedef struct {
    Py_ssize_t rows, columns, filled, part, most;
    void *room;
    int8_t *numbers; /* NULL where this processor has no instructions for it, or the rows do not part into fours */
    int32_t *less;   /* what is taken from the sums of each part: less[part][column] */
    float *scale;
} Whole;

/* Pack a matrix that is kept transposed (a row for each column, with one scale each); 0 with an exception without memory.
   The numbers of x are `most` at most, 127 or less. */
int vn_pack_whole(Whole *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns,
                  Py_ssize_t part, int most, int less);
void vn_unpack_whole(Whole *own);

/* out += x times the matrix, for `rows` rows of x, VN_WHOLE_ROWS at most: those of `out` have `filled` numbers and are
   `stride` apart, those of `scales` have one for each part. */
enum { VN_WHOLE_ROWS = 6 };
void vn_multiply_whole(const Whole *by, const uint8_t *x, const float *scales, int rows, float *out, Py_ssize_t stride);

#endif
