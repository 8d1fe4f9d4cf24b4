/* Runs of unmarked words that may have lost their marks: filters/bare_phrases/detect.py. */

#include "kernel.h"

enum { OFTEN = 1 << 16 };

/* What is known of the run so far: its first token, its words, and how many of them are usually marked. */
typedef struct {
    Py_ssize_t first;
    int words, usually_marked;
} Run;

/* Note a run that ends before a token, if it has enough words of both kinds; 0 with an exception where that fails. */
static int end_run(PyObject *found, Run run, Py_ssize_t end, int least_words, int least_marked) {
    if (run.words < least_words || run.usually_marked < least_marked)
        return 1;
    return vn_append(found, Py_BuildValue("(nn)", run.first, end));
}

/* bare_runs(by number of the unmarked spelling whether its words are usually marked, and whether it is a syllable; of the
   tokens the number of the unmarked spelling, whether they are marked, whether they are numbers, the border before each;
   least words, least usually marked) -> the first token of each run and the one behind its last. The last row of the
   tables stands for -1. */
VN_FUNCTION(vn_bare_runs) {
    Held held;
    held.count = 0;
    Py_ssize_t spellings = VN_ANY, count = VN_ANY;
    if (!vn_given(given, 8))
        return NULL;
    const uint8_t *usual = VN_READ(&held, args[0], uint8_t, &spellings);
    const uint8_t *syllable = usual ? VN_READ(&held, args[1], uint8_t, &spellings) : NULL;
    const int32_t *bare = syllable ? VN_READ(&held, args[2], int32_t, &count) : NULL;
    const uint8_t *marked = bare ? VN_READ(&held, args[3], uint8_t, &count) : NULL;
    const uint8_t *number = marked ? VN_READ(&held, args[4], uint8_t, &count) : NULL;
    const uint8_t *border = number ? VN_READ(&held, args[5], uint8_t, &count) : NULL;
    long words = border ? PyLong_AsLong(args[6]) : 0, changed = border ? PyLong_AsLong(args[7]) : 0;
    int good = border && !PyErr_Occurred() && words > 0 && words < OFTEN && changed >= 0 && changed < OFTEN;
    PyObject *found = good ? PyList_New(0) : NULL;
    Run run = {0, 0, 0};
    good = found != NULL;
    for (Py_ssize_t at = 0; good && at < count; at++) {
        int64_t own = bare[at] < 0 ? bare[at] + (int64_t)spellings : bare[at];
        good = own >= 0 && own < spellings && !vn_stopped(at, OFTEN);
        if (!good)
            break;
        int free = number[at] || (!marked[at] && syllable[own]);
        if (!free || border[at] == VN_SENTENCE) {
            good = end_run(found, run, at, (int)words, (int)changed);
            run = (Run){at, 0, 0};
        }
        if (!free) {
            run.first = at + 1;
        } else if (!number[at]) {
            run.words += run.words < OFTEN;
            run.usually_marked += usual[own] && run.usually_marked < OFTEN;
        }
    }
    good = good && end_run(found, run, count, (int)words, (int)changed);
    if (!good) {
        Py_CLEAR(found);
        vn_fail(0, PyExc_ValueError, "the tables of unmarked runs do not fit the words");
    }
    vn_release(&held);
    return found;
}
