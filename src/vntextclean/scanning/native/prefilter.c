/* Which patterns of three characters a text holds: scanning/prefilter.py in one pass, without numpy. */

#include "kernel.h"

enum { MOST_WAYS = 64, SETS = 3, OFTEN = 1 << 16 };

/* By code point, the patterns that it may be the first, the second and the third character of. */
typedef struct {
    Held held; /* of nothing; the kernel's structures begin with one */
    Py_ssize_t top;
    uint64_t *of[SETS];
} Prefilter;

static const char NAME[] = "vntextclean.prefilter";

static void free_tables(Prefilter *own) {
    for (int set = 0; set < SETS; set++)
        PyMem_Free(own->of[set]);
    PyMem_Free(own);
}

static void free_prefilter(PyObject *capsule) { free_tables(PyCapsule_GetPointer(capsule, NAME)); }

/* Note a pattern for the characters of a set, or for all others. */
static int read_set(Prefilter *own, int set, PyObject *chars, int is_but, uint64_t bit) {
    Py_ssize_t count;
    Py_UCS4 *named = vn_codes(chars, &count);
    for (Py_ssize_t at = 0; named && is_but && at < own->top; at++)
        own->of[set][at] |= bit;
    for (Py_ssize_t n = 0; named && n < count; n++)
        if (named[n] < (Py_UCS4)own->top)
            own->of[set][named[n]] = is_but ? own->of[set][named[n]] & ~bit : own->of[set][named[n]] | bit;
    PyMem_Free(named);
    return named != NULL;
}

/* prefilter(code points that are told apart, [(before, is that all others, own, ..., behind, ...)]) -> tables for `look` */
VN_FUNCTION(vn_prefilter) {
    if (!vn_given(given, 2) || !vn_is_list(args[1]))
        return NULL;
    Py_ssize_t top = PyLong_AsSsize_t(args[0]), ways = PyList_Size(args[1]);
    if (PyErr_Occurred())
        return NULL;
    if (top < 128 || top > 0x110000 || ways > MOST_WAYS) {
        PyErr_SetString(PyExc_ValueError, "too many patterns, or of too many characters");
        return NULL;
    }
    Prefilter *own = PyMem_Calloc(1, sizeof(Prefilter));
    if (!own)
        return PyErr_NoMemory();
    own->top = top;
    int good = 1;
    for (int set = 0; set < SETS; set++)
        good = (own->of[set] = PyMem_Calloc(top, sizeof(uint64_t))) != NULL && good;
    for (Py_ssize_t way = 0; good && way < ways; way++) {
        PyObject *chars[SETS];
        int is_but[SETS];
        good = vn_is_tuple(PyList_GetItem(args[1], way)) &&
               PyArg_ParseTuple(PyList_GetItem(args[1], way), "OpOpOp", &chars[0], &is_but[0], &chars[1], &is_but[1],
                                &chars[2], &is_but[2]);
        for (int set = 0; good && set < SETS; set++)
            good = read_set(own, set, chars[set], is_but[set], (uint64_t)1 << way);
    }
    PyObject *kept = good ? PyCapsule_New(own, NAME, free_prefilter) : NULL;
    if (!kept) {
        vn_fail(1, NULL, NULL);
        free_tables(own);
    }
    return kept;
}

/* look(prefilter, text) -> (the patterns that occur, as bits, and those at each character: uint64); a line feed is assumed
   before and behind the text */
VN_FUNCTION(vn_look) {
    Prefilter *own = vn_given(given, 2) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Py_ssize_t count;
    Py_UCS4 *codes = vn_codes(args[1], &count);
    if (!codes)
        return NULL;
    PyObject *bytes = PyByteArray_FromStringAndSize(NULL, count * (Py_ssize_t)sizeof(uint64_t)), *result = NULL;
    const Py_UCS4 last = (Py_UCS4)own->top - 1;
    const uint64_t *first = own->of[0], *second = own->of[1], *third = own->of[2];
    char *to = bytes ? PyByteArray_AsString(bytes) : NULL;
    uint64_t all = 0;
    Py_UCS4 before = '\n', at = count && codes[0] < last ? codes[0] : last;
    Py_ssize_t n = 0;
    for (; to && n < count && !vn_stopped(n, OFTEN); n++) {
        Py_UCS4 behind = n + 1 < count ? codes[n + 1] : '\n';
        behind = behind < last ? behind : last;
        uint64_t hits = second[at] & first[before] & third[behind];
        memcpy(to + n * (Py_ssize_t)sizeof(hits), &hits, sizeof(hits));
        all |= hits;
        before = at;
        at = behind;
    }
    if (to && n == count)
        result = Py_BuildValue("KO", (unsigned long long)all, bytes);
    Py_XDECREF(bytes);
    PyMem_Free(codes);
    return result;
}

/* places(hits of each character, bits) -> where one of these patterns occurs */
VN_FUNCTION(vn_places) {
    if (!vn_given(given, 2))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY;
    const char *hits = VN_READ(&held, args[0], char, &count);
    uint64_t bits = PyLong_AsUnsignedLongLong(args[1]);
    PyObject *found = hits && !PyErr_Occurred() ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (Py_ssize_t n = 0; good && n < count / (Py_ssize_t)sizeof(bits); n++) {
        uint64_t at;
        memcpy(&at, hits + n * (Py_ssize_t)sizeof(at), sizeof(at));
        if (at & bits)
            good = vn_append(found, PyLong_FromSsize_t(n));
        good = good && !vn_stopped(n, OFTEN);
    }
    vn_release(&held);
    if (!good) {
        Py_XDECREF(found);
        return NULL;
    }
    return found;
}
