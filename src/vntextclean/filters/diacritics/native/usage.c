/* How often a document has a doubtful word and what it may have been: filters/diacritics/evidence/document_counts.py. */

#include "kernel.h"

enum { OFTEN = 1 << 8 /* words that are asked about between two looks at signals */ };

/* A document: the ids of its words as they are written, and with the repairs already made; its marks, where they are asked
   for. */
typedef struct {
    Held held;
    Py_ssize_t words;
    const int32_t *written, *lower;
    const uint8_t *mark;
} Document;

static int read_document(Document *to, PyObject *const *args) {
    to->held.count = 0;
    to->words = VN_ANY;
    return (to->written = VN_READ(&to->held, args[0], int32_t, &to->words)) &&
           (to->lower = VN_READ(&to->held, args[1], int32_t, &to->words));
}

/* The token at a place of a list; -1 with an exception where it is none of the document. */
static Py_ssize_t token_at(const Document *own, PyObject *tokens, Py_ssize_t at) {
    Py_ssize_t token = PyLong_AsSsize_t(PyList_GetItem(tokens, at));
    if (token >= 0 && token < own->words)
        return token;
    vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
    return -1;
}

/* unrepaired(ids as written, ids with the repairs made, [token]) -> [how often its word stands unrepaired] */
VN_FUNCTION(vn_unrepaired) {
    Document own;
    if (!vn_given(given, 3) || !vn_is_list(args[2]))
        return NULL;
    int good = read_document(&own, args);
    PyObject *found = good ? PyList_New(0) : NULL;
    good = found != NULL;
    for (Py_ssize_t n = 0; good && n < PyList_Size(args[2]); n++) {
        Py_ssize_t token = token_at(&own, args[2], n), times = 0;
        good = token >= 0 && !vn_stopped(n, OFTEN);
        int32_t word = good ? own.written[token] : 0;
        for (Py_ssize_t at = 0; good && at < own.words; at++)
            times += own.written[at] == word && own.lower[at] == word;
        good = good && vn_append(found, PyLong_FromSsize_t(times));
    }
    if (!good)
        Py_CLEAR(found);
    vn_release(&own.held);
    return found;
}

/* How often a word stands in a document, and how often behind one word and before another. */
typedef struct {
    Py_ssize_t all, behind, before;
} Times;

static Times times_of(const Document *own, int32_t word, int32_t left, int32_t right) {
    const int32_t *lower = own->lower;
    Times found = {0};
    for (Py_ssize_t at = 0; at < own->words; at++) {
        if (lower[at] != word)
            continue;
        found.all++;
        found.behind += lower[at ? at - 1 : 0] == left; /* beyond an end the word at the end counts, as numpy clips */
        found.before += lower[at + 1 < own->words ? at + 1 : at] == right;
    }
    return found;
}

static double of_count(const double *logs, Py_ssize_t most, Py_ssize_t count) { return logs[count < most ? count : most]; }

/* How much oftener the rival stands beside a neighbour of the word than the word itself: what is further from 0. */
static double usage_of(const Document *own, Py_ssize_t token, int32_t rival, const double *logs, Py_ssize_t most) {
    int has_left = token > 0 && !own->mark[token], has_right = token + 1 < own->words && !own->mark[token + 1];
    int32_t left = has_left ? own->lower[token - 1] : -1, right = has_right ? own->lower[token + 1] : -1;
    Times meant = times_of(own, rival, left, right), again = times_of(own, own->written[token], left, right);
    int is_met_again = again.all > 1; /* the mention in question is left out */
    double found = 0;
    for (int side = 0; side < 2; side++) {
        if (!(side ? has_right : has_left))
            continue;
        double ratio = of_count(logs, most, side ? meant.before : meant.behind);
        Py_ssize_t others = (side ? again.before : again.behind) - 1;
        if (is_met_again)
            ratio -= of_count(logs, most, others > 0 ? others : 0);
        if ((ratio < 0 ? -ratio : ratio) > (found < 0 ? -found : found))
            found = ratio;
    }
    return found;
}

/* usage(ids as written, ids with the repairs made, marks, [token], [id of its rival], logarithms of the counts from 1 on)
   -> [usage] */
VN_FUNCTION(vn_usage) {
    Document own;
    if (!vn_given(given, 6) || !vn_is_list(args[3]) || !vn_is_list(args[4]))
        return NULL;
    Py_ssize_t counts = VN_ANY;
    const double *logs = NULL;
    int good = read_document(&own, args) && (own.mark = VN_READ(&own.held, args[2], uint8_t, &own.words)) &&
               (logs = VN_READ(&own.held, args[5], double, &counts)) && counts > 0 &&
               PyList_Size(args[3]) == PyList_Size(args[4]);
    PyObject *found = good ? PyList_New(0) : NULL;
    if (!good)
        vn_fail(0, PyExc_ValueError, "not as many rivals as words, or no counts");
    good = found != NULL;
    for (Py_ssize_t n = 0; good && n < PyList_Size(args[3]); n++) {
        Py_ssize_t token = token_at(&own, args[3], n);
        Py_ssize_t rival = token >= 0 ? PyLong_AsSsize_t(PyList_GetItem(args[4], n)) : -1;
        good = token >= 0 && !PyErr_Occurred() && !vn_stopped(n, OFTEN);
        if (good && (rival < 0 || rival > INT32_MAX)) {
            vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
            good = 0;
        }
        good = good && vn_append(found, PyFloat_FromDouble(usage_of(&own, token, (int32_t)rival, logs, counts - 1)));
    }
    if (!good)
        Py_CLEAR(found);
    vn_release(&own.held);
    return found;
}
