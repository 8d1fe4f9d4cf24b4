/* Oblivious regression trees, and the ways to sum them for rows of features: trees.c, tree_ranks.c. */

#ifndef VN_TREES_H
#define VN_TREES_H

#include "kernel.h"

enum { TILE = 32 /* rows at once */, BLOCK = 512 /* rows */, DEEPEST = 8, SHIPPED = 7 /* the depth of the shipped trees */ };

/* Whether a feature is above a border. */
struct Question {
    int32_t feature;
    float border;
};

/* The same of a feature's rank: how many of `count` borders, from one on, it is above. */
struct Column {
    int32_t feature, first, count;
};
struct RankQuestion {
    int32_t column;
    int8_t place;
};

typedef struct {
    Held held;
    Py_ssize_t trees, depth, widest; /* `widest` is one more than the greatest number of a feature */
    const int64_t *features;
    const float *borders, *leaves;
    struct Question *questions; /* those of a tree side by side */
    struct RankQuestion *by_rank;
    struct Column *columns;
    float *steps; /* the borders of the columns */
    Py_ssize_t count; /* of columns */
} Trees;

/* Some rows, by column: a column has `count` numbers, divided by TILE, of which `some` are rows. */
typedef struct {
    float *columns;
    Py_ssize_t count, some;
    int8_t *ranks; /* room for as many of each of the most columns that trees have */
} Rows;

/* Finds the columns of ranks and the questions of them; 0 without memory. What was made is freed with the trees. */
int vn_rank_borders(Trees *own);

/* Adds the trees of each row to its sum. */
void vn_sums_by_ranks(const Trees *own, const Rows *rows, float *sums);

#endif
