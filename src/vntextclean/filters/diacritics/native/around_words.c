/* What the text says of doubted words before anything is proposed for them: filters/diacritics/around_words.py. */

#include "scanned.h"

enum {
    AROUND = 2, /* words on either side whose language tells of the one between */
    OFTEN = 1 << 12, /* words between two looks at signals */
    ELLIPSIS = 0x2026
};

/* A text, what its words are by now, and what the model says of each id and of each pair of the stream. */
typedef struct {
    Held held;
    Scanned scan;
    PyObject *text;
    Py_ssize_t words, syllables, known, pairs;
    const int32_t *lower;
    const uint8_t *legal, *seen;
    const float *log_prob;
} Words;

static int read_words(Words *to, PyObject *const *args) {
    Held *held = &to->held;
    to->text = args[0];
    if (!vn_read_scan(held, args[1], args[0], &to->scan))
        return 0;
    to->words = to->scan.count;
    to->pairs = to->scan.size - 1;
    to->syllables = to->known = VN_ANY;
    return (to->lower = VN_READ(held, args[2], int32_t, &to->words)) &&
           (to->legal = VN_READ(held, args[3], uint8_t, &to->syllables)) &&
           (to->log_prob = VN_READ(held, args[4], float, &to->known)) &&
           (to->seen = VN_READ(held, args[5], uint8_t, &to->pairs));
}

/* The words up to so far away from one, in the text. */
typedef struct {
    Py_ssize_t first, last;
} Near;

static Near near_of(const Words *in, Py_ssize_t token, Py_ssize_t reach) {
    Py_ssize_t first = token > reach ? token - reach : 0, left = in->scan.count - token;
    return (Near){first, token + (left > reach ? reach + 1 : left)};
}

/* Whether all that is read of a word lies in its arrays: what they say comes from Python. */
static int is_there(const Words *in, Py_ssize_t token) {
    const Scanned *scan = &in->scan;
    if (token < 0 || token >= scan->count)
        return 0;
    Near near = near_of(in, token, AROUND);
    for (Py_ssize_t at = near.first; at < near.last; at++)
        if (in->lower[at] < 0 || in->lower[at] >= in->syllables)
            return 0;
    int64_t start = scan->starts[token], own = scan->lower[token], at = scan->at[token];
    return start >= 0 && scan->ends[token] >= start && scan->ends[token] <= scan->letters && own >= 0 &&
           own < in->syllables && own < in->known && at > -VN_PAD && at < in->pairs - VN_PAD;
}

/* The share of the words around that are no syllables; numbers are none, and do not count. */
static double foreign_share(const Words *in, Py_ssize_t token) {
    const uint8_t *number = in->scan.number;
    Near near = near_of(in, token, AROUND);
    Py_ssize_t words = 0, alien = 0;
    for (Py_ssize_t at = near.first; at < near.last; at++) {
        if (at == token || number[at])
            continue;
        words++;
        alien += !in->legal[in->lower[at]];
    }
    return words < 2 ? !words : (double)alien / (double)words;
}

/* The code point at a place; 0 where there is none. */
static Py_UCS4 letter_at(const Words *in, int64_t place) {
    return place >= 0 && place < in->scan.letters ? PyUnicode_ReadChar(in->text, (Py_ssize_t)place) : 0;
}

/* Whether a word without a mark may be typed bare among others: one beside it would have a mark in nearly every sentence. */
static int may_be_typed_bare(const Scanned *in, Py_ssize_t token) {
    if (token && in->marked[token - 1] && !in->mark[token])
        return 0;
    return token + 1 >= in->count || !in->marked[token + 1] || in->mark[token + 1];
}

/* Whether what stands beside a word, or its letters, give a reason to ask whether it is exempt. */
static int may_be_exempt(const Words *in, Py_ssize_t token) {
    const Scanned *scan = &in->scan;
    int64_t start = scan->starts[token], end = scan->ends[token];
    Py_UCS4 before = letter_at(in, start - 1), behind = letter_at(in, end);
    if (before > 127 || (before >= '0' && before <= '9') || before == '/' || before == '.' || before == '-')
        return 1;
    if (behind == '-' || behind == ELLIPSIS)
        return 1;
    if (behind == '.' && (scan->case_[token] == VN_TITLE || letter_at(in, end + 1) == '.'))
        return 1;
    if (!scan->marked[token] && (scan->case_[token] == VN_UPPER || may_be_typed_bare(scan, token)))
        return 1;
    Near near = near_of(in, token, AROUND);
    int single = 0;
    for (Py_ssize_t at = near.first; at < near.last; at++)
        single += scan->ends[at] - scan->starts[at] == 1;
    return single > 1 || end - start == 1;
}

/* The share of the pairs around a word, its own two left out, that the model has never seen. */
static double strange_share(const Words *in, Py_ssize_t token) {
    Py_ssize_t at = (Py_ssize_t)in->scan.at[token] + VN_PAD;
    Py_ssize_t first = at > VN_REACH ? at - VN_REACH : 0, last = at + VN_REACH < in->pairs ? at + VN_REACH : in->pairs;
    Py_ssize_t known = 0, count = last - first - 2;
    for (Py_ssize_t pair = first; pair < last; pair++)
        known += pair != at - 1 && pair != at && in->seen[pair];
    return 1 - (double)known / (double)(count > 1 ? count : 1);
}

static PyObject *truth(int is) {
    PyObject *found = is ? Py_True : Py_False;
    Py_INCREF(found);
    return found;
}

/* What is told of one word: around_words.py has the same order. */
static PyObject *told_of(const Words *in, Py_ssize_t token) {
    const Scanned *scan = &in->scan;
    int32_t own = scan->lower[token];
    uint8_t case_ = scan->case_[token];
    int is_last = token + 1 == scan->count;
    PyObject *signs[] = {
        PyFloat_FromDouble(foreign_share(in, token)),
        truth(may_be_exempt(in, token)),
        truth(!in->legal[own]),
        truth(case_ == VN_TITLE && !scan->initial[token]),
        truth(case_ == VN_UPPER),
        truth(!scan->marked[token] && !vn_has_vowel(scan, token)),
        PyFloat_FromDouble(in->log_prob[own]),
        PyLong_FromLongLong(scan->ends[token] - scan->starts[token]),
        PyLong_FromLong((scan->mark[token] > 0) + (is_last || scan->mark[token + 1] > 0)),
        truth(token > 0 && scan->number[token - 1]),
        PyFloat_FromDouble(strange_share(in, token)),
    };
    enum { COUNT = sizeof(signs) / sizeof(*signs) };
    PyObject *found = PyTuple_New(COUNT);
    int good = found != NULL;
    for (int n = 0; n < COUNT; n++) {
        if (good && signs[n])
            good = PyTuple_SetItem(found, n, signs[n]) == 0; /* takes it, even where it fails */
        else {
            Py_XDECREF(signs[n]);
            good = 0;
        }
    }
    if (!good)
        Py_CLEAR(found);
    return found;
}

/* around_words(text, scan, ids with the repairs made, which ids are syllables, log-probability of each id, which pairs of
   the stream the model has seen, [token]) -> [what is told of each] */
VN_FUNCTION(vn_around_words) {
    if (!vn_given(given, 7) || !vn_is_list(args[6]))
        return NULL;
    Words in;
    in.held.count = 0;
    PyObject *found = read_words(&in, args) ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (Py_ssize_t n = 0; good && n < PyList_Size(args[6]); n++) {
        Py_ssize_t token = PyLong_AsSsize_t(PyList_GetItem(args[6], n));
        good = !PyErr_Occurred() && is_there(&in, token) && !vn_stopped(n, OFTEN) && vn_append(found, told_of(&in, token));
    }
    if (!good) {
        vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
        Py_CLEAR(found);
    }
    vn_release(&in.held);
    return found;
}
