/* Stretches of two or three tokens that make a syllable when joined: the first test of lm/splits.py. */

#include "kernel.h"

/* Legal syllables by the hashes of their letters, and which words raise no doubt. */
typedef struct {
    Held held;
    Py_ssize_t top, words;
    const uint32_t *lower;
    uint64_t *filed, mask; /* by open addressing; 0 is an empty place */
    const uint8_t *plain;
    Py_ssize_t longest, most_pieces;
} Splits;

static const char NAME[] = "vntextclean.splits";
static const uint64_t BASE = 0x9E3779B97F4A7C15u | 1;

static void free_splits(PyObject *capsule) {
    Splits *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own->filed);
    PyMem_Free(own);
}

/* File hashes so that half of the places at least stay empty. */
static int file_all(Splits *own, const uint64_t *hashes, Py_ssize_t count) {
    uint64_t size = 16;
    while (size < 2 * (uint64_t)count)
        size *= 2;
    own->mask = size - 1;
    own->filed = PyMem_Calloc(size, sizeof(uint64_t));
    for (Py_ssize_t n = 0; own->filed && n < count; n++) {
        uint64_t at = hashes[n] & own->mask;
        while (own->filed[at])
            at = (at + 1) & own->mask;
        own->filed[at] = hashes[n];
    }
    return own->filed != NULL;
}

/* splits(lower, hashes, plain, longest, most_pieces) */
VN_FUNCTION(vn_splits) {
    Splits *own = vn_given(given, 5) ? PyMem_Calloc(1, sizeof(Splits)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->top = own->words = VN_ANY;
    own->longest = PyLong_AsSsize_t(args[3]);
    own->most_pieces = PyLong_AsSsize_t(args[4]);
    Py_ssize_t count = VN_ANY;
    const uint64_t *hashes = VN_READ(&own->held, args[1], uint64_t, &count);
    int good = hashes && (own->lower = VN_READ(&own->held, args[0], uint32_t, &own->top)) && own->top > 0 &&
               (own->plain = VN_READ(&own->held, args[2], uint8_t, &own->words)) && own->longest > 0 &&
               own->most_pieces > 1 && file_all(own, hashes, count);
    if (!good) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a table of syllables does not fit");
        vn_release(&own->held);
        PyMem_Free(own);
        return NULL;
    }
    return vn_keep(own, NAME, free_splits);
}

/* Whether the letters from one place to another, spaces left out, may be a syllable. Letters beyond the table are told
   in Python. */
static int may_be_one(const Splits *own, const Py_UCS4 *codes, Py_ssize_t start, Py_ssize_t end) {
    uint64_t sum = 0;
    for (Py_ssize_t at = end; at-- > start;) {
        if (codes[at] >= (Py_UCS4)own->top)
            return 1;
        if (codes[at] != ' ')
            sum = sum * BASE + own->lower[codes[at]];
    }
    uint64_t hash = vn_mixed(sum);
    for (uint64_t at = hash & own->mask; own->filed[at]; at = (at + 1) & own->mask)
        if (own->filed[at] == hash)
            return 1;
    return 0;
}

/* broken(splits, text, starts, ends, lower) -> [(first token, last)] */
VN_FUNCTION(vn_broken) {
    Splits *own = vn_given(given, 5) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Py_ssize_t size, count = VN_ANY;
    Py_UCS4 *codes = vn_codes(args[1], &size);
    if (!codes)
        return NULL;
    Held held;
    held.count = 0;
    const int64_t *starts = VN_READ(&held, args[2], int64_t, &count), *ends = NULL;
    const int32_t *lower = NULL;
    PyObject *found = NULL;
    int good = starts && (ends = VN_READ(&held, args[3], int64_t, &count)) &&
               (lower = VN_READ(&held, args[4], int32_t, &count)) && (found = PyList_New(0));
    for (Py_ssize_t i = 0; good && i < count; i++)
        if (starts[i] < 0 || ends[i] < starts[i] || ends[i] > size || lower[i] < 0 || lower[i] >= own->words) {
            PyErr_SetString(PyExc_IndexError, "a word that is not there");
            good = 0;
        }
    for (Py_ssize_t first = 0; good && first < count; first++) {
        int doubtful = !own->plain[lower[first]];
        for (Py_ssize_t last = first + 1; good && last < count && last - first < own->most_pieces; last++) {
            if (starts[last] - ends[last - 1] != 1)
                break;
            doubtful |= !own->plain[lower[last]];
            if (ends[last] - starts[first] >= own->longest + last - first + 1)
                break;
            if (doubtful && may_be_one(own, codes, starts[first], ends[last]))
                good = vn_append(found, Py_BuildValue("nn", first, last));
        }
    }
    if (!good)
        Py_CLEAR(found);
    PyMem_Free(codes);
    vn_release(&held);
    return found;
}
