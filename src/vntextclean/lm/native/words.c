/* Questions about all words of a text whose answer is mostly none: one call each instead of ten by numpy. */

#include "kernel.h"

enum { SENTENCE = 1, TITLE = 1, LOWER = 0 };

/* odd_words(legal, lower, marked, case, number) -> [tokens in small letters without a mark that are no syllable] */
VN_FUNCTION(vn_odd_words) {
    if (!vn_given(given, 5))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = VN_ANY, count = VN_ANY;
    const uint8_t *legal = VN_READ(&held, args[0], uint8_t, &size), *marked = NULL, *case_ = NULL, *number = NULL;
    const int32_t *lower = legal ? VN_READ(&held, args[1], int32_t, &count) : NULL;
    PyObject *found = lower && (marked = VN_READ(&held, args[2], uint8_t, &count)) &&
                              (case_ = VN_READ(&held, args[3], uint8_t, &count)) &&
                              (number = VN_READ(&held, args[4], uint8_t, &count))
                          ? PyList_New(0)
                          : NULL;
    for (Py_ssize_t i = 0; found && i < count; i++) {
        if (lower[i] < 0 || lower[i] >= size) {
            PyErr_SetString(PyExc_IndexError, "a word that is not there");
            Py_CLEAR(found);
        } else if (!legal[lower[i]] && !marked[i] && case_[i] == LOWER && !number[i]) {
            if (!vn_append(found, PyLong_FromSsize_t(i)))
                Py_CLEAR(found);
        }
    }
    vn_release(&held);
    return found;
}

/* spaced(starts, ends, least) -> whether so many words of one letter follow one another */
VN_FUNCTION(vn_spaced) {
    if (!vn_given(given, 3))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, least = PyLong_AsSsize_t(args[2]), row = 0;
    const int64_t *starts = VN_READ(&held, args[0], int64_t, &count);
    const int64_t *ends = starts ? VN_READ(&held, args[1], int64_t, &count) : NULL;
    for (Py_ssize_t i = 0; ends && i < count && row < least; i++)
        row = ends[i] - starts[i] == 1 ? row + 1 : 0;
    vn_release(&held);
    return ends ? PyBool_FromLong(row >= least) : NULL;
}

/* bare_runs(doubt, syllable, bare, marked, number, mark, case, initial, least_words, least_changed) -> [(first token, the
   one behind the last)] of the runs of unmarked words that are long enough and have enough words that are no names, and
   enough that are seldom bare. The last row of the tables stands for -1. */
VN_FUNCTION(vn_bare_runs) {
    if (!vn_given(given, 10))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = VN_ANY, count = VN_ANY;
    Py_ssize_t least_words = PyLong_AsSsize_t(args[8]), least_changed = PyLong_AsSsize_t(args[9]);
    const float *doubt = VN_READ(&held, args[0], float, &size);
    const uint8_t *syllable = NULL, *marked = NULL, *number = NULL, *mark = NULL, *case_ = NULL, *initial = NULL;
    const int32_t *bare = NULL;
    PyObject *found = doubt && size > 0 && (syllable = VN_READ(&held, args[1], uint8_t, &size)) &&
                              (bare = VN_READ(&held, args[2], int32_t, &count)) &&
                              (marked = VN_READ(&held, args[3], uint8_t, &count)) &&
                              (number = VN_READ(&held, args[4], uint8_t, &count)) &&
                              (mark = VN_READ(&held, args[5], uint8_t, &count)) &&
                              (case_ = VN_READ(&held, args[6], uint8_t, &count)) &&
                              (initial = VN_READ(&held, args[7], uint8_t, &count))
                          ? PyList_New(0)
                          : NULL;
    Py_ssize_t first = 0, words = 0, plain = 0, doubtful = 0;
    for (Py_ssize_t i = 0; found && i <= count; i++) {
        Py_ssize_t row = i < count ? (bare[i] < 0 ? size - 1 : bare[i]) : 0;
        if (row >= size) {
            PyErr_SetString(PyExc_IndexError, "a word that is not there");
            Py_CLEAR(found);
            break;
        }
        int free_ = i < count && (number[i] || (!marked[i] && syllable[row]));
        if (!free_ || mark[i] == SENTENCE) { /* a run ends here, and another may begin */
            if (i - first > 1 && words >= least_words && plain >= least_changed && doubtful >= least_changed &&
                !vn_append(found, Py_BuildValue("nn", first, i)))
                Py_CLEAR(found);
            first = free_ ? i : i + 1;
            words = plain = doubtful = 0;
        }
        if (free_ && !number[i]) {
            words++;
            plain += case_[i] != TITLE || initial[i];
            doubtful += doubt[row] >= 1;
        }
    }
    vn_release(&held);
    return found;
}
