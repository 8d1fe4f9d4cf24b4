/* The log-probability of whole sequences of ids, as Python builds them: lm/segment.py. */

#include "ngrams.h"

/* One sequence from its `begin`-th id on, given the ids before; an exception is set for what is no sequence of ids. */
static double score(const NGrams *model, PyObject *sequence, Py_ssize_t begin) {
    int64_t row[VN_MOST_ORDER] = {0};
    Py_ssize_t size = PySequence_Size(sequence);
    int order = model->order;
    double sum = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        PyObject *one = PySequence_GetItem(sequence, at);
        int64_t id = one ? PyLong_AsLongLong(one) : -1;
        Py_XDECREF(one);
        if (!vn_known(model, id)) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_IndexError, "an id that the model does not have");
            return 0;
        }
        memmove(row, row + 1, (order - 1) * sizeof(int64_t));
        row[order - 1] = id;
        if (at >= begin)
            sum += vn_log_prob(model, row, order);
    }
    return sum;
}

/* scores(ngrams, sequences, begins) -> [log-probability of each] */
VN_FUNCTION(vn_scores) {
    NGrams *model = vn_given(given, 3) ? vn_as_ngrams(args[0]) : NULL;
    Py_ssize_t count = model ? PySequence_Size(args[1]) : -1;
    PyObject *result = count >= 0 ? PyList_New(count) : NULL;
    for (Py_ssize_t n = 0; result && n < count; n++) {
        PyObject *sequence = PySequence_GetItem(args[1], n), *begin = PySequence_GetItem(args[2], n);
        Py_ssize_t first = begin ? PyLong_AsSsize_t(begin) : -1;
        double sum = sequence && first >= 0 ? score(model, sequence, first) : 0;
        if (first < 0 && !PyErr_Occurred())
            PyErr_SetString(PyExc_IndexError, "a sequence begins before its first id");
        Py_XDECREF(sequence);
        Py_XDECREF(begin);
        PyObject *one = PyErr_Occurred() ? NULL : PyFloat_FromDouble(sum);
        if (!one || PyList_SetItem(result, n, one) < 0)
            Py_CLEAR(result);
    }
    return result;
}
