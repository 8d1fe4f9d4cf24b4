/* Which patterns of three or four characters a text holds: scanning/prefilter.py in one pass, without numpy. */

#include "kernel.h"

enum { MOST_WAYS = 64, WORDS = 2, SETS = 4, OFTEN = 1 << 16 };

/* By code point, the patterns that it may be the first to the fourth character of: those whose places are kept, and those
   of which it is only told whether they occur. One row is one line of the processor's cache. */
typedef struct {
    uint64_t of[SETS][WORDS];
} Row;

typedef struct {
    Held held; /* of nothing; the kernel's structures begin with one */
    Py_ssize_t top;
    uint64_t longer; /* patterns of the second word that have a fourth character */
    Row *rows;
} Prefilter;

/* A character where some of the patterns occur whose places are kept. */
typedef struct {
    int64_t at;
    uint64_t patterns;
} Hit;

static const char NAME[] = "vntextclean.prefilter";

static void free_tables(Prefilter *own) {
    PyMem_Free(own->rows);
    PyMem_Free(own);
}

static void free_prefilter(PyObject *capsule) { free_tables(PyCapsule_GetPointer(capsule, NAME)); }

/* Note a pattern for the characters of a set; `others` has the patterns of sets that are all others. */
static int read_set(Prefilter *own, Row *others, int word, int set, PyObject *chars, int is_but, uint64_t bit) {
    Py_ssize_t count;
    Py_UCS4 *named = vn_codes(chars, &count);
    for (Py_ssize_t n = 0; named && n < count; n++)
        if (named[n] < (Py_UCS4)own->top)
            own->rows[named[n]].of[set][word] |= bit;
    others->of[set][word] |= is_but ? bit : 0;
    PyMem_Free(named);
    return named != NULL;
}

/* The patterns of one word; those of the second may have four sets. */
static int read_ways(Prefilter *own, Row *others, int word, PyObject *ways) {
    if (!vn_is_list(ways))
        return 0;
    Py_ssize_t count = PyList_Size(ways);
    if (count > MOST_WAYS) {
        PyErr_SetString(PyExc_ValueError, "too many patterns, or of too many characters");
        return 0;
    }
    for (Py_ssize_t way = 0; way < count; way++) {
        PyObject *chars[SETS] = {NULL};
        int is_but[SETS] = {0};
        PyObject *sets = PyList_GetItem(ways, way);
        if (!vn_is_tuple(sets) ||
            !PyArg_ParseTuple(sets, word ? "OpOpOp|Op" : "OpOpOp", &chars[0], &is_but[0], &chars[1], &is_but[1],
                              &chars[2], &is_but[2], &chars[3], &is_but[3]))
            return 0;
        own->longer |= chars[3] ? (uint64_t)1 << way : 0;
        for (int set = 0; set < SETS && chars[set]; set++)
            if (!read_set(own, others, word, set, chars[set], is_but[set], (uint64_t)1 << way))
                return 0;
    }
    return 1;
}

/* prefilter(code points that are told apart, [(before, is that all others, own, ..., behind, ...)] whose places are kept,
   [the same, perhaps with the character after those] whose places are not) -> tables for `look` */
VN_FUNCTION(vn_prefilter) {
    if (!vn_given(given, 3))
        return NULL;
    Py_ssize_t top = PyLong_AsSsize_t(args[0]);
    if (PyErr_Occurred())
        return NULL;
    if (top < 128 || top > 0x110000) {
        PyErr_SetString(PyExc_ValueError, "too many patterns, or of too many characters");
        return NULL;
    }
    Prefilter *own = PyMem_Calloc(1, sizeof(Prefilter));
    if (!own)
        return PyErr_NoMemory();
    own->top = top;
    int good = (own->rows = PyMem_Calloc(top, sizeof(Row))) != NULL;
    Row others = {0};
    for (int word = 0; good && word < WORDS; word++)
        good = read_ways(own, &others, word, args[1 + word]);
    /* All rows at once: one after the other for each set that is all others took half a millisecond of each start. */
    for (Py_ssize_t at = 0; good && at < top; at++)
        for (int set = 0; set < SETS; set++)
            for (int word = 0; word < WORDS; word++)
                own->rows[at].of[set][word] ^= others.of[set][word];
    PyObject *kept = good ? PyCapsule_New(own, NAME, free_prefilter) : NULL;
    if (!kept) {
        vn_fail(1, NULL, NULL);
        free_tables(own);
    }
    return kept;
}

/* look(prefilter, text) -> (the patterns that occur: those with places and those without, each as bits, and where those with
   places do: place and bits of each); line feeds are assumed before and behind the text */
VN_FUNCTION(vn_look) {
    Prefilter *own = vn_given(given, 2) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Py_ssize_t count;
    Py_UCS4 *codes = vn_codes(args[1], &count);
    if (!codes)
        return NULL;
    const Py_UCS4 last = (Py_UCS4)own->top - 1;
    const Row *rows = own->rows, *before = rows + '\n', *at = rows + (count && codes[0] < last ? codes[0] : last);
    const uint64_t longer = own->longer;
    uint64_t all = 0, others = 0;
    Bag found = {0};
    Py_ssize_t n = 0;
    for (; n < count && !vn_stopped(n, OFTEN); n++) {
        Py_UCS4 next = n + 1 < count ? codes[n + 1] : '\n';
        const Row *behind = rows + (next < last ? next : last);
        uint64_t hits = at->of[1][0] & before->of[0][0] & behind->of[2][0];
        uint64_t told = at->of[1][1] & before->of[0][1] & behind->of[2][1];
        if (told & longer) {
            Py_UCS4 after = n + 2 < count ? codes[n + 2] : '\n';
            told &= ~longer | rows[after < last ? after : last].of[3][1];
        }
        if (hits) {
            Hit hit = {n, hits};
            vn_add(&found, &hit, sizeof(hit));
            all |= hits;
        }
        others |= told;
        before = at;
        at = behind;
    }
    PyObject *bytes = n == count ? vn_bytes(&found) : NULL;
    PyMem_Free(found.data);
    PyMem_Free(codes);
    PyObject *result = bytes ? Py_BuildValue("KKO", (unsigned long long)all, (unsigned long long)others, bytes) : NULL;
    Py_XDECREF(bytes);
    return result;
}

/* places(hits, bits) -> where one of these patterns occurs */
VN_FUNCTION(vn_places) {
    if (!vn_given(given, 2))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = VN_ANY;
    const char *hits = VN_READ(&held, args[0], char, &size);
    uint64_t bits = PyLong_AsUnsignedLongLong(args[1]);
    PyObject *found = hits && !PyErr_Occurred() ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (Py_ssize_t n = 0; good && n < size / (Py_ssize_t)sizeof(Hit); n++) {
        Hit hit;
        memcpy(&hit, hits + n * (Py_ssize_t)sizeof(Hit), sizeof(Hit));
        if (hit.patterns & bits)
            good = vn_append(found, PyLong_FromLongLong(hit.at));
        good = good && !vn_stopped(n, OFTEN);
    }
    vn_release(&held);
    if (!good)
        Py_CLEAR(found);
    return found;
}

/* distinct(text, hits, bits) -> the characters where one of these patterns occurs, each once; those above U+FFFF once for
   each run of them */
VN_FUNCTION(vn_distinct) {
    if (!vn_given(given, 3))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = VN_ANY;
    const char *hits = VN_READ(&held, args[1], char, &size);
    uint64_t bits = hits ? PyLong_AsUnsignedLongLong(args[2]) : 0;
    int good = hits && !PyErr_Occurred();
    uint64_t seen[1024] = {0};
    Py_UCS4 latest = 0;
    Bag found = {0};
    for (Py_ssize_t n = 0; good && n < size / (Py_ssize_t)sizeof(Hit); n++) {
        Hit hit;
        memcpy(&hit, hits + n * (Py_ssize_t)sizeof(Hit), sizeof(Hit));
        good = !vn_stopped(n, OFTEN);
        if (!good || !(hit.patterns & bits))
            continue;
        Py_UCS4 code = PyUnicode_ReadChar(args[0], (Py_ssize_t)hit.at);
        if (code == (Py_UCS4)-1) {
            good = 0; /* the hits are of another text */
        } else if (code > 0xFFFF ? code != latest : !(seen[code >> 6] >> (code & 63) & 1)) {
            if (code <= 0xFFFF)
                seen[code >> 6] |= (uint64_t)1 << (code & 63);
            latest = code;
            vn_add(&found, &code, sizeof(code));
        }
    }
    int order = 1; /* that of this processor */
    const uint16_t probe = 1;
    if (*(const char *)&probe)
        order = -1;
    PyObject *answer = NULL;
    if (good && !found.full)
        answer = PyUnicode_DecodeUTF32(found.data ? found.data : "", found.size, "surrogatepass", &order);
    else
        vn_fail(found.full, PyExc_ValueError, "the hits are of another text");
    PyMem_Free(found.data);
    vn_release(&held);
    return answer;
}
