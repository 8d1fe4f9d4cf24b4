/* The arrays of the proofreader's net, checked once. */

#include "proof.h"

#include <math.h>

static const char NAME[] = "vntextclean.proof";

static void let_go(Proof *own) {
    vn_unpack(&own->local);
    vn_unpack_whole(&own->around);
    PyMem_Free(own->of_look);
    PyMem_Free(own->has_look);
    vn_unpack(&own->far);
    vn_unpack(&own->own);
    vn_unpack(&own->to_query);
    for (Py_ssize_t n = 0; n < VN_MOST_BLOCKS; n++) { /* `blocks` may never have been checked; those not read are empty */
        vn_unpack(&own->block[n].first);
        vn_unpack(&own->block[n].second);
        vn_unpack_whole(&own->block[n].sieve);
        PyMem_Free(own->block[n].off);
    }
    PyMem_Free(own->sense);
    PyMem_Free(own->has_sense);
    vn_release(&own->held);
    PyMem_Free(own);
}

static void free_proof(PyObject *capsule) { let_go(vn_as_proof(capsule)); }

Proof *vn_as_proof(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static const float *numbers(Proof *own, PyObject *from, Py_ssize_t at, Py_ssize_t length) {
    PyObject *array = PyList_GetItem(from, at);
    return array ? VN_READ(&own->held, array, float, &length) : NULL;
}

/* What is at a place of a list: (eight-bit numbers with a row for each column, a scale for each column). */
static int weights_at(Held *held, PyObject *from, Py_ssize_t at, Py_ssize_t rows, Py_ssize_t columns,
                      const int8_t **weights, const float **scale) {
    PyObject *pair = PyList_GetItem(from, at), *packed, *scales;
    if (!pair || !vn_is_tuple(pair) || !PyArg_ParseTuple(pair, "OO", &packed, &scales))
        return 0;
    Py_ssize_t size = rows * columns;
    return (*weights = VN_READ(held, packed, int8_t, &size)) && (*scale = VN_READ(held, scales, float, &columns));
}

static int matrix(PyObject *from, Py_ssize_t at, Py_ssize_t rows, Py_ssize_t columns, Matrix *to) {
    Held held;
    held.count = 0;
    const int8_t *weights;
    const float *scale;
    int good = weights_at(&held, from, at, rows, columns, &weights, &scale) && vn_pack(to, weights, scale, rows, columns);
    vn_release(&held);
    return good;
}

/* The layer of the words around, by whole numbers where the processor can. */
static int read_around(Proof *own, PyObject *matrices) {
    Py_ssize_t slots = 2 * own->reach, rows = slots * own->width, pairs = slots * VN_LOOKS;
    if (!weights_at(&own->held, matrices, 0, rows, own->hidden, &own->around_weights, &own->around_scale) ||
        !vn_pack_whole(&own->around, own->around_weights, own->around_scale, rows, own->hidden, own->width, 15, 8))
        return 0;
    if (!own->around.numbers)
        return vn_pack(&own->local, own->around_weights, own->around_scale, rows, own->hidden);
    own->of_look = PyMem_Malloc(pairs * own->hidden * sizeof(float));
    own->has_look = PyMem_Calloc(pairs, 1);
    if (!own->of_look || !own->has_look)
        PyErr_NoMemory();
    return own->of_look && own->has_look;
}

/* The first layer of a block again, as whole numbers, and how far its sums may be off: half a unit for each number, and
   what rounding takes from the sums of both. */
static int read_sieve(PyObject *matrices, Py_ssize_t at, Py_ssize_t rows, Py_ssize_t columns, Block *block) {
    if (rows > VN_MOST_SIEVED || block->first.filled > VN_MOST_SIEVED)
        return 1;
    Held held;
    held.count = 0;
    const int8_t *weights;
    const float *scale;
    int good = weights_at(&held, matrices, at, rows, columns, &weights, &scale) &&
               vn_pack_whole(&block->sieve, weights, scale, rows, columns, rows, VN_SIEVED, 0);
    if (good && !(block->off = PyMem_Calloc(columns, sizeof(float)))) {
        PyErr_NoMemory();
        good = 0;
    }
    for (Py_ssize_t column = 0; good && column < columns; column++) {
        int64_t sum = 0;
        for (Py_ssize_t row = 0; row < rows; row++)
            sum += weights[column * rows + row] < 0 ? -weights[column * rows + row] : weights[column * rows + row];
        block->off[column] = 0.52f * (float)sum * fabsf(scale[column]);
    }
    vn_release(&held);
    return good;
}

static int read_blocks(Proof *own, PyObject *matrices, PyObject *vectors) {
    for (Py_ssize_t n = 0; n < own->blocks; n++) {
        Block *block = &own->block[n];
        PyObject *bias = PyList_GetItem(vectors, 5 + 3 * n);
        Py_ssize_t inner = VN_ANY;
        if (!bias || !(block->first_bias = VN_READ(&own->held, bias, float, &inner)) || inner < 1 ||
            !(block->gains = numbers(own, vectors, 4 + 3 * n, own->hidden)) ||
            !(block->second_bias = numbers(own, vectors, 6 + 3 * n, own->hidden)) ||
            !matrix(matrices, 4 + 2 * n, own->hidden, inner, &block->first) ||
            !read_sieve(matrices, 4 + 2 * n, own->hidden, inner, block) ||
            !matrix(matrices, 5 + 2 * n, inner, own->hidden, &block->second))
            return 0;
        if (block->first.filled > own->widest)
            own->widest = block->first.filled;
    }
    own->last_gains = numbers(own, vectors, 4 + 3 * own->blocks, own->hidden);
    return own->last_gains != NULL;
}

static int read_all(Proof *own, PyObject *const *args) {
    Held *held = &own->held;
    Py_ssize_t packed = VN_ANY, size = VN_ANY;
    if (!vn_is_tuple(args[0]) || !vn_is_list(args[10]) || !vn_is_list(args[11]) ||
        !PyArg_ParseTuple(args[0], "nnnnnnnnf", &own->width, &own->hidden, &own->query, &own->topics, &own->blocks,
                          &own->reach, &own->topic_reach, &own->near_reach, &own->shrink))
        return 0;
    const Py_ssize_t most = 1 << 14;
    if (own->width < 2 || own->width % 2 || own->width > most || own->hidden < 1 || own->hidden > most ||
        own->query < 2 || own->query % 2 || own->query > most || own->topics < 1 || own->topics > VN_MOST_TOPICS ||
        own->blocks < 0 || own->blocks > VN_MOST_BLOCKS || own->reach < 1 || own->reach > 64 ||
        own->near_reach < 2 || own->topic_reach < own->near_reach || own->topic_reach > most)
        return 0;
    Py_ssize_t looks = VN_LOOKS * own->width, looks_own = VN_LOOKS * own->hidden, senses = own->topics + 1;
    Py_ssize_t to_sense = own->width * senses, of_look = VN_LOOKS * senses;
    PyObject *matrices = args[10], *vectors = args[11];
    int good = (own->word = VN_READ(held, args[1], uint8_t, &packed)) &&
               (own->word_scale = VN_READ(held, args[2], float, &size)) && packed == size * own->width / 2;
    own->words = size;
    packed = size = VN_ANY;
    good = good && (own->form = VN_READ(held, args[3], uint8_t, &packed)) &&
           (own->form_scale = VN_READ(held, args[4], float, &size)) && packed == size * own->query / 2 &&
           (own->form_bias = VN_READ(held, args[5], float, &size)) &&
           (own->look = VN_READ(held, args[6], float, &looks)) &&
           (own->look_own = VN_READ(held, args[7], float, &looks_own)) &&
           (own->to_sense = VN_READ(held, args[8], float, &to_sense)) &&
           (own->sense_of_look = VN_READ(held, args[9], float, &of_look)) &&
           (own->bias = numbers(own, vectors, 0, own->hidden)) &&
           (own->query_bias = numbers(own, vectors, 1, own->query)) &&
           (own->gate = numbers(own, vectors, 2, own->hidden)) && (own->gate_bias = numbers(own, vectors, 3, 1)) &&
           read_around(own, matrices) &&
           matrix(matrices, 1, 3 * own->topics, own->hidden, &own->far) &&
           matrix(matrices, 2, own->query + 2 + VN_TASKS, own->hidden, &own->own) &&
           matrix(matrices, 3, own->hidden, own->query, &own->to_query);
    own->forms = size;
    own->filled = own->far.filled;
    own->widest = good && own->to_query.filled > own->filled ? own->to_query.filled : own->filled;
    if (!good || !read_blocks(own, matrices, vectors))
        return 0;
    own->sense = PyMem_Malloc(own->words * senses * sizeof(float));
    own->has_sense = PyMem_Calloc(own->words ? own->words : 1, 1);
    if (!own->sense || !own->has_sense)
        PyErr_NoMemory();
    return own->sense && own->has_sense;
}

/* proof(sizes, word, word_scale, form, form_scale, form_bias, look, look_own, to_sense, sense_of_look, matrices,
   vectors): see Proof._compiled in lm/proofreader/net.py for their order. */
VN_FUNCTION(vn_proof) {
    Proof *own = vn_given(given, 12) ? PyMem_Calloc(1, sizeof(Proof)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    if (!read_all(own, args)) {
        vn_fail(0, PyExc_ValueError, "the parts of a net do not fit together");
        let_go(own);
        return NULL;
    }
    PyObject *kept = PyCapsule_New(own, NAME, free_proof);
    if (!kept)
        let_go(own);
    return kept;
}
