/* The sum of oblivious regression trees for rows of features: filters/boilerplate/deciding/classifier.py. */

#include "trees.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define VN_WIDER 1
#include <immintrin.h>
#else
#define VN_WIDER 0
#endif

enum { OFTEN = 1 << 3 };

static const char NAME[] = "vntextclean.trees";

static void free_tables(Trees *own) {
    PyMem_Free(own->questions);
    PyMem_Free(own->by_rank);
    PyMem_Free(own->columns);
    PyMem_Free(own->steps);
}

static void free_trees(PyObject *capsule) {
    Trees *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    free_tables(own);
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
    own->questions = good ? PyMem_Malloc((size_t)(questions + 1) * sizeof(*own->questions)) : NULL;
    for (Py_ssize_t n = 0; own->questions && n < questions; n++) {
        struct Question question = {(int32_t)own->features[n], own->borders[n]};
        own->questions[n % own->trees * own->depth + n / own->trees] = question;
    }
    int made = own->questions && vn_rank_borders(own);
    Trees tables = *own; /* vn_keep frees `own` where it fails */
    if (!made) {
        vn_fail(good, PyExc_ValueError, "the trees do not fit together");
        vn_release(&own->held);
        PyMem_Free(own);
    }
    PyObject *kept = made ? vn_keep(own, NAME, free_trees) : NULL;
    if (!kept)
        free_tables(&tables);
    return kept;
}

#if VN_WIDER
enum { WIDE = 16 /* rows */, LANES = 8 /* vectors of leaves */ };

/* The sums of rows for trees of depth SHIPPED: the leaves of a tree lie in eight vectors, and are found without a look at
   memory. */
__attribute__((target("avx512f"))) static void sums_of_seven(const Trees *own, const Rows *rows, float *sums) {
    const struct Question *asked = own->questions;
    Py_ssize_t count = rows->count;
    for (Py_ssize_t tree = 0; tree < own->trees; tree++, asked += SHIPPED) {
        const float *at_depth[SHIPPED], *values = own->leaves + (tree << SHIPPED);
        __m512 border[SHIPPED], leaf[LANES];
        for (int bit = 0; bit < SHIPPED; bit++) {
            at_depth[bit] = rows->columns + count * asked[bit].feature;
            border[bit] = _mm512_set1_ps(asked[bit].border);
        }
        for (int lane = 0; lane < LANES; lane++)
            leaf[lane] = _mm512_loadu_ps(values + WIDE * lane);
        for (Py_ssize_t at = 0; at < rows->some; at += WIDE) {
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

typedef void Summing(const Trees *, const Rows *, float *);

/* The fastest way that this processor has for these trees. */
static Summing *summing(const Trees *own) {
#if VN_WIDER
    __builtin_cpu_init();
    if (own->depth == SHIPPED && __builtin_cpu_supports("avx512f"))
        return sums_of_seven;
#endif
    (void)own;
    return vn_sums_by_ranks;
}

/* Puts `some` rows of columns of `count` numbers from `at` on side by side, from one column of the rows on. */
static void pack(Rows *rows, Py_ssize_t column, const float *from, Py_ssize_t columns, Py_ssize_t count, Py_ssize_t at,
                 Py_ssize_t some) {
    for (Py_ssize_t n = 0; n < columns; n++) {
        float *to = rows->columns + rows->count * (column + n);
        memcpy(to, from + count * n + at, (size_t)some * sizeof(float));
        memset(to + some, 0, (size_t)(rows->count - some) * sizeof(float));
    }
}

/* tree_sums((trees, ...), first, others, sums): fills in the sums of each ensemble for each row; the columns lie one
   behind the other, the first ones of each ensemble in an array of their own. */
VN_FUNCTION(vn_tree_sums) {
    if (!vn_given(given, 4) || !vn_is_tuple(args[0]))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t sizes[2] = {VN_ANY, VN_ANY}, filled = VN_ANY, models = PyTuple_Size(args[0]);
    const float *first = VN_READ(&held, args[1], float, &sizes[0]);
    const float *others = first ? VN_READ(&held, args[2], float, &sizes[1]) : NULL;
    float *out = others ? VN_WRITE(&held, args[3], float, &filled) : NULL;
    int good = out && models > 0 && filled % models == 0;
    Py_ssize_t count = good ? filled / models : 0;
    good = good && (count == 0 || (sizes[0] % filled == 0 && sizes[1] % count == 0));
    Py_ssize_t own_columns = good && count ? sizes[0] / filled : 0;
    Py_ssize_t other_columns = good && count ? sizes[1] / count : 0, width = own_columns + other_columns, most = 0;
    for (Py_ssize_t n = 0; good && n < models; n++) {
        const Trees *own = PyCapsule_GetPointer(PyTuple_GetItem(args[0], n), NAME);
        good = own && (count == 0 || width >= own->widest);
        most = own && own->count > most ? own->count : most;
    }
    size_t room = (size_t)(count < BLOCK ? (count + TILE - 1) / TILE * TILE : BLOCK);
    Rows rows = {.columns = good ? PyMem_Malloc(((size_t)width * room + 1) * sizeof(float)) : NULL};
    rows.ranks = rows.columns ? PyMem_Malloc((size_t)most * room + 1) : NULL;
    int no_memory = good && !rows.ranks;
    good = rows.ranks != NULL;
    for (Py_ssize_t at = 0, turn = 0; good && at < count; at += BLOCK) {
        float sums[BLOCK];
        Py_ssize_t some = count - at < BLOCK ? count - at : BLOCK;
        rows.some = some, rows.count = (some + TILE - 1) / TILE * TILE;
        pack(&rows, own_columns, others, other_columns, count, at, some);
        for (Py_ssize_t n = 0; good && n < models; n++, turn++) {
            const Trees *own = PyCapsule_GetPointer(PyTuple_GetItem(args[0], n), NAME);
            memset(sums, 0, sizeof(sums));
            pack(&rows, 0, first + n * own_columns * count, own_columns, count, at, some);
            summing(own)(own, &rows, sums);
            memcpy(out + n * count + at, sums, (size_t)some * sizeof(float));
            good = !vn_stopped(turn, OFTEN);
        }
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "the rows do not fit the trees");
    PyMem_Free(rows.ranks);
    PyMem_Free(rows.columns);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
