/* Doubtful words and their best candidates: filters/diacritics/proposing/candidates.py. */

#include "candidates.h"

int vn_search_words(Search *own, const Spellings *spellings, Held *held, const Words *in, PyObject *only, Best *to) {
    Py_ssize_t asked = in->scan.count;
    const int64_t *some = NULL;
    if (only != Py_None) {
        asked = VN_ANY;
        some = VN_READ(held, only, int64_t, &asked);
        if (!some)
            return 0;
    }
    Bag doubts = {0};
    int good = vn_find_doubts(own, in, some, asked, &doubts);
    good = good && vn_rank(own, spellings, in, (const Doubt *)doubts.data, doubts.size / (Py_ssize_t)sizeof(Doubt), to);
    PyMem_Free(doubts.data);
    return good;
}

/* search(candidates, spellings, text, scan, only or None, ids, score or None, seen, (doubt, letters), (doubt, letters) of
   the search before or None) -> ([(token, first, last, cost, known_left, known_right)], ids, gains): the best candidates of
   each doubtful word that has any */
VN_FUNCTION(vn_search) {
    Search *own = vn_given(given, 10) ? vn_as_search(args[0]) : NULL;
    const Spellings *spellings = own ? vn_as_spellings(args[1]) : NULL;
    if (!spellings)
        return NULL;
    Held held;
    held.count = 0;
    Words in = {.text = args[2], .again = args[9] != Py_None};
    Best best = {0};
    int good = vn_is_tuple(args[8]) && PyArg_ParseTuple(args[8], "fp", &in.reach.doubt, &in.reach.letters) &&
               (!in.again || (vn_is_tuple(args[9]) &&
                              PyArg_ParseTuple(args[9], "fp", &in.before.doubt, &in.before.letters))) &&
               vn_read_scan(&held, args[3], args[2], &in.scan) &&
               (in.ids = VN_READ(&held, args[5], int64_t, &in.scan.size));
    if (good && args[6] != Py_None) {
        Py_ssize_t pairs = in.scan.size - 1;
        good = (in.score = VN_READ(&held, args[6], float, &pairs)) && (in.seen = VN_READ(&held, args[7], uint8_t, &pairs));
    }
    PyObject *result = NULL;
    if (good && (best.found = PyList_New(0)) && vn_search_words(own, spellings, &held, &in, args[4], &best))
        result = vn_found(best.found, &best.ids, &best.gains);
    Py_XDECREF(best.found);
    PyMem_Free(best.ids.data);
    PyMem_Free(best.gains.data);
    vn_release(&held);
    return result;
}
