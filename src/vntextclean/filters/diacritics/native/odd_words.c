/* Words that are looked at once more before a text is searched, told by tables of the vocabulary alone:
   filters/diacritics/proposing/candidates.py and misspelt_pairs.py. */

#include "kernel.h"

enum { OFTEN = 1 << 16 /* words between two looks at signals */ };

/* What a function found, or NULL with an exception where a word is not in a table. */
static PyObject *found_or_fault(PyObject *found, int good, Held *held) {
    if (!good) {
        Py_CLEAR(found);
        vn_fail(0, PyExc_IndexError, "a word that the model does not have");
    }
    vn_release(held);
    return found;
}

/* odd_words(by id whether a word is a syllable, of the words their id, case, whether they are marked, whether they are
   numbers) -> [words in small letters without a mark that are no syllables] */
VN_FUNCTION(vn_odd_words) {
    Held held;
    held.count = 0;
    Py_ssize_t ids = VN_ANY, count = VN_ANY;
    if (!vn_given(given, 5))
        return NULL;
    const uint8_t *legal = VN_READ(&held, args[0], uint8_t, &ids);
    const int32_t *lower = legal ? VN_READ(&held, args[1], int32_t, &count) : NULL;
    const uint8_t *case_ = lower ? VN_READ(&held, args[2], uint8_t, &count) : NULL;
    const uint8_t *marked = case_ ? VN_READ(&held, args[3], uint8_t, &count) : NULL;
    const uint8_t *number = marked ? VN_READ(&held, args[4], uint8_t, &count) : NULL;
    PyObject *found = number ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (Py_ssize_t at = 0; good && at < count; at++) {
        good = lower[at] >= 0 && lower[at] < ids && !vn_stopped(at, OFTEN);
        if (good && !legal[lower[at]] && !marked[at] && !number[at] && case_[at] == VN_LOWER)
            good = vn_append(found, PyLong_FromSsize_t(at));
    }
    return found_or_fault(found, good, &held);
}

/* met_pairs(by id whether a word is the first of a pair, and the second, the pairs in order, each (first id << BITS) +
   second id, of the words their id) -> [words that are the first of a pair with the next]; unknown words count as id 0 */
VN_FUNCTION(vn_met_pairs) {
    Held held;
    held.count = 0;
    Py_ssize_t ids = VN_ANY, count = VN_ANY, all = VN_ANY;
    if (!vn_given(given, 4))
        return NULL;
    const uint8_t *first = VN_READ(&held, args[0], uint8_t, &ids);
    const uint8_t *second = first ? VN_READ(&held, args[1], uint8_t, &ids) : NULL;
    const int64_t *pairs = second ? VN_READ(&held, args[2], int64_t, &all) : NULL;
    const int32_t *lower = pairs ? VN_READ(&held, args[3], int32_t, &count) : NULL;
    PyObject *found = lower && ids ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (Py_ssize_t at = 0; good && at + 1 < count; at++) {
        int32_t one = lower[at] < VN_SPECIALS ? 0 : lower[at], next = lower[at + 1] < VN_SPECIALS ? 0 : lower[at + 1];
        good = one < ids && next < ids && !vn_stopped(at, OFTEN);
        if (good && first[one] && second[next] && vn_place_of(pairs, all, ((int64_t)one << VN_BITS) + next) >= 0)
            good = vn_append(found, PyLong_FromSsize_t(at));
    }
    return found_or_fault(found, good, &held);
}
