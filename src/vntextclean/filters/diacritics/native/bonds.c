/* How words go with their neighbours: filters/diacritics/evidence/document_counts.py. Four numbers at most are asked for at a
   time, and by arrays each question took ten times as long. */

#include "ngrams.h"

#include <math.h>

/* Put how much oftener than by chance a word stands behind another at the end of a list (nats); -infinity where the model has
   never seen them. 0 with an exception where that cannot be done. */
static int add_bond(PyObject *to, const NGrams *own, int64_t first, int64_t second) {
    if (!vn_known(own, first) || !vn_known(own, second)) {
        vn_fail(0, PyExc_IndexError, "an id that the model does not have");
        return 0;
    }
    uint8_t seen;
    float score = vn_pair(own, first, second, &seen);
    score -= own->log_prob[second];
    return vn_append(to, PyFloat_FromDouble(seen ? (double)score : -INFINITY));
}

/* bonds(ngrams, ids of the words of a text, marks, place, [id]) -> [of each id that stands there with the word before, then of
   each with that behind]; none of a word that is not there or stands across a mark */
VN_FUNCTION(vn_bonds) {
    const NGrams *own = vn_given(given, 5) && vn_is_list(args[4]) ? vn_as_ngrams(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, at = PyLong_AsSsize_t(args[3]);
    const int32_t *lower = PyErr_Occurred() ? NULL : VN_READ(&held, args[1], int32_t, &count);
    const uint8_t *mark = lower ? VN_READ(&held, args[2], uint8_t, &count) : NULL;
    PyObject *found = mark && at >= 0 && at < count ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (int side = 0; good && side < 2; side++) {
        Py_ssize_t near = side ? at + 1 : at - 1;
        if (near < 0 || near >= count || mark[side ? near : at])
            continue;
        for (Py_ssize_t n = 0; good && n < PyList_Size(args[4]); n++) {
            int64_t word = PyLong_AsLongLong(PyList_GetItem(args[4], n));
            good = !PyErr_Occurred() &&
                   (side ? add_bond(found, own, word, lower[near]) : add_bond(found, own, lower[near], word));
        }
    }
    if (!good) {
        vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
        Py_CLEAR(found);
    }
    vn_release(&held);
    return found;
}
