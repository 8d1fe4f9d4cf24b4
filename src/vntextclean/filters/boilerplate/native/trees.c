/* The sum of oblivious regression trees for rows of features: filters/boilerplate/deciding/classifier.py. */

#include "kernel.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define VN_WIDER 1
#include <immintrin.h>
#else
#define VN_WIDER 0
#endif

enum { TILE = 16, BLOCK = 512 /* rows */, DEEPEST = 8, OFTEN = 1 << 3 };

typedef float Sixteen __attribute__((vector_size(TILE * sizeof(float))));
typedef int32_t Answers __attribute__((vector_size(TILE * sizeof(int32_t))));

typedef struct {
    Held held;
    Py_ssize_t trees, depth, widest; /* `widest` is one more than the greatest number of a feature */
    const int64_t *features;
    const float *borders, *leaves;
} Trees;

static const char NAME[] = "vntextclean.trees";

static void free_trees(PyObject *capsule) {
    Trees *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* trees(features, borders, leaves, depth): features and borders by depth, then by tree; leaves by tree, then by answer */
VN_FUNCTION(vn_trees) {
    Trees *own = vn_given(given, 4) ? PyMem_Calloc(1, sizeof(Trees)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    Py_ssize_t questions = VN_ANY, leaves = VN_ANY;
    own->depth = PyLong_AsSsize_t(args[3]);
    int good = (own->features = VN_READ(&own->held, args[0], int64_t, &questions)) &&
               (own->borders = VN_READ(&own->held, args[1], float, &questions)) &&
               (own->leaves = VN_READ(&own->held, args[2], float, &leaves)) &&
               own->depth > 0 && own->depth <= DEEPEST && questions % own->depth == 0;
    own->trees = good ? questions / own->depth : 0;
    good = good && leaves % ((Py_ssize_t)1 << own->depth) == 0 && leaves >> own->depth == own->trees;
    for (Py_ssize_t n = 0; good && n < questions; n++) {
        good = own->features[n] >= 0 && own->features[n] < 1 << 20;
        if (good && own->features[n] >= own->widest)
            own->widest = (Py_ssize_t)own->features[n] + 1;
    }
    if (!good) {
        vn_fail(0, PyExc_ValueError, "the trees do not fit together");
        vn_release(&own->held);
        PyMem_Free(own);
        return NULL;
    }
    return vn_keep(own, NAME, free_trees);
}

/* Rows whose features lie by column, `apart` numbers from one column to the next: the first ones, and all others. */
typedef struct {
    const float *first, *others;
    Py_ssize_t split, apart;
} Columns;

static inline const float *column_of(const Columns *columns, Py_ssize_t feature) {
    return feature < columns->split ? columns->first + columns->apart * feature
                                    : columns->others + columns->apart * (feature - columns->split);
}

/* The sums of rows; `count` is divided by TILE. A tree answers for all rows before the next begins, so that its leaves stay near; each row adds the trees in
   their order, as numpy does. */
VN_WIDE static void sums_of(const Trees *own, const Columns *columns, float *sums, Py_ssize_t count) {
    for (Py_ssize_t tree = 0; tree < own->trees; tree++) {
        const float *values = own->leaves + (tree << own->depth);
        for (Py_ssize_t at = 0; at < count; at += TILE) {
            Answers leaf = {0};
            int32_t answers[TILE];
            for (Py_ssize_t bit = 0; bit < own->depth; bit++) {
                Sixteen column;
                memcpy(&column, column_of(columns, (Py_ssize_t)own->features[bit * own->trees + tree]) + at, sizeof(column));
                leaf |= (column > own->borders[bit * own->trees + tree]) & (1 << bit);
            }
            memcpy(answers, &leaf, sizeof(answers));
            for (int row = 0; row < TILE; row++)
                sums[at + row] += values[answers[row]];
        }
    }
}

#if VN_WIDER
enum { SHIPPED = 7 /* the depth of the trees that come with the package */, LANES = 8 /* vectors of leaves */ };

/* The same for trees of depth SHIPPED: the leaves of a tree lie in eight vectors, and are found without a look at
   memory, four times as fast. */
__attribute__((target("avx512f"))) static void sums_of_seven(const Trees *own, const Columns *columns, float *sums,
                                                             Py_ssize_t count) {
    for (Py_ssize_t tree = 0; tree < own->trees; tree++) {
        const float *at_depth[SHIPPED], *values = own->leaves + (tree << SHIPPED);
        __m512 border[SHIPPED], leaf[LANES];
        for (int bit = 0; bit < SHIPPED; bit++) {
            at_depth[bit] = column_of(columns, (Py_ssize_t)own->features[bit * own->trees + tree]);
            border[bit] = _mm512_set1_ps(own->borders[bit * own->trees + tree]);
        }
        for (int lane = 0; lane < LANES; lane++)
            leaf[lane] = _mm512_loadu_ps(values + TILE * lane);
        for (Py_ssize_t at = 0; at < count; at += TILE) {
            __m512i answer = _mm512_setzero_si512();
            __mmask16 high[2];
            for (int bit = 0; bit < SHIPPED; bit++) {
                __mmask16 above = _mm512_cmp_ps_mask(_mm512_loadu_ps(at_depth[bit] + at), border[bit], _CMP_GT_OQ);
                if (bit < 5)
                    answer = _mm512_mask_or_epi32(answer, above, answer, _mm512_set1_epi32(1 << bit));
                else
                    high[bit - 5] = above;
            }
            __m512 low = _mm512_mask_mov_ps(_mm512_permutex2var_ps(leaf[0], answer, leaf[1]), high[0],
                                            _mm512_permutex2var_ps(leaf[2], answer, leaf[3]));
            __m512 up = _mm512_mask_mov_ps(_mm512_permutex2var_ps(leaf[4], answer, leaf[5]), high[0],
                                           _mm512_permutex2var_ps(leaf[6], answer, leaf[7]));
            __m512 found = _mm512_mask_mov_ps(low, high[1], up);
            _mm512_storeu_ps(sums + at, _mm512_add_ps(_mm512_loadu_ps(sums + at), found));
        }
    }
}
#endif

typedef void Summing(const Trees *, const Columns *, float *, Py_ssize_t);

/* The fastest way that this processor has for these trees. */
static Summing *summing(const Trees *own) {
#if VN_WIDER
    __builtin_cpu_init();
    if (own->depth == SHIPPED && __builtin_cpu_supports("avx512f"))
        return sums_of_seven;
#endif
    (void)own;
    return sums_of;
}

/* What is asked of all ensembles: rows of features by column, the last of which fill no tile. */
typedef struct {
    const float *first, *others;
    Py_ssize_t split, width, count;
    float *tile; /* the last rows, with room for all columns */
} Rows;

/* The sums of one ensemble; `first` are its own first columns. 0 where a signal ends it. */
static int add_up(const Trees *own, const Rows *rows, const float *first, float *out) {
    Py_ssize_t whole = rows->count / TILE * TILE;
    size_t some = (size_t)(rows->count - whole) * sizeof(float);
    Summing *sum = summing(own);
    memset(out, 0, (size_t)rows->count * sizeof(float));
    for (Py_ssize_t at = 0, turn = 0; at < whole; at += BLOCK, turn++) {
        Columns columns = {first + at, rows->others + at, rows->split, rows->count};
        sum(own, &columns, out + at, whole - at < BLOCK ? whole - at : BLOCK);
        if (vn_stopped(turn, OFTEN))
            return 0;
    }
    if (some) {
        float sums[TILE] = {0};
        Columns tile = {rows->tile, rows->tile + TILE * rows->split, rows->split, TILE};
        for (Py_ssize_t column = 0; column < rows->split; column++)
            memcpy(rows->tile + TILE * column, first + rows->count * column + whole, some);
        sum(own, &tile, sums, TILE);
        memcpy(out + whole, sums, some);
    }
    return 1;
}

/* tree_sums((trees, ...), first, others, sums): fills in the sums of each ensemble for each row; the columns lie one
   behind the other, the first ones of each ensemble in an array of their own. */
VN_FUNCTION(vn_tree_sums) {
    if (!vn_given(given, 4) || !vn_is_tuple(args[0]))
        return NULL;
    Held held;
    held.count = 0;
    Rows rows = {0};
    Py_ssize_t sizes[2] = {VN_ANY, VN_ANY}, filled = VN_ANY, models = PyTuple_Size(args[0]);
    rows.first = VN_READ(&held, args[1], float, &sizes[0]);
    rows.others = rows.first ? VN_READ(&held, args[2], float, &sizes[1]) : NULL;
    float *out = rows.others ? VN_WRITE(&held, args[3], float, &filled) : NULL;
    int good = out && models > 0 && filled % models == 0;
    Py_ssize_t count = rows.count = good ? filled / models : 0;
    good = good && (count == 0 || (sizes[0] % filled == 0 && sizes[1] % count == 0));
    rows.split = good && count ? sizes[0] / filled : 0;
    rows.width = rows.split + (good && count ? sizes[1] / count : 0);
    rows.tile = good ? PyMem_Calloc((size_t)rows.width + 1, TILE * sizeof(float)) : NULL;
    int no_memory = good && !rows.tile;
    Py_ssize_t whole = count / TILE * TILE;
    for (Py_ssize_t column = rows.split; rows.tile && whole < count && column < rows.width; column++)
        memcpy(rows.tile + TILE * column, rows.others + count * (column - rows.split) + whole,
               (size_t)(count - whole) * sizeof(float));
    good = rows.tile != NULL;
    for (Py_ssize_t n = 0; good && n < models; n++) {
        const Trees *own = PyCapsule_GetPointer(PyTuple_GetItem(args[0], n), NAME);
        good = own && (count == 0 || rows.width >= own->widest) &&
               add_up(own, &rows, rows.first + n * rows.split * count, out + n * count);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "the rows do not fit the trees");
    PyMem_Free(rows.tile);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
