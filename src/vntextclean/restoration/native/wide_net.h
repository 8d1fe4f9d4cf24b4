/* A layer of the convolutional net, as the files that reckon with it see it. */

#ifndef VN_WIDE_NET_H
#define VN_WIDE_NET_H

#include "multiply.h"

#define VN_WIDE_NET_MATRIX "vntextclean.wide_net_matrix"

/* A matrix and the bias that is added to its products. */
typedef struct {
    Held held;
    const float *bias;
    Matrix matrix;
} Layer;

enum { VN_MOST_READS = 129 /* rows that a layer reads around a place, as many as `_HALO` of wide_net.py lets it */ };

/* To the rows of x at some places, VN_ROWS at most, is added what a layer makes of rows that are `stride` apart. `sums` is
   room for VN_ROWS filled rows of the layer. The places must be there. */
void vn_add_layer(const Layer *last, const float *rows, Py_ssize_t stride, int together, const int64_t *places, float *sums,
                  float *x);

#endif
