/* What the searches for damaged and for lost words ask of the model: lm/rivals.py and lm/gaps.py. */

#include "ngrams.h"

/* windows(ngrams, ids, position, centre, totals): the log-probability of all windows that hold a place in the padded
   ids, with another id put there. */
VN_FUNCTION(vn_windows) {
    NGrams *own = vn_given(given, 5) ? vn_as_ngrams(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = VN_ANY, count = VN_ANY;
    PyObject *result = NULL;
    const int64_t *ids = VN_READ(&held, args[1], int64_t, &size);
    const int64_t *position = ids ? VN_READ(&held, args[2], int64_t, &count) : NULL;
    const int64_t *centre = position ? VN_READ(&held, args[3], int64_t, &count) : NULL;
    float *total = centre ? VN_WRITE(&held, args[4], float, &count) : NULL;
    int order = own->order, reach = order - 1;
    Py_ssize_t i = 0;
    for (; total && i < count; i++) {
        int64_t around[2 * VN_MOST_ORDER];
        if (position[i] < reach || position[i] >= size - reach)
            break;
        memcpy(around, ids + position[i] - reach, (2 * reach + 1) * sizeof(int64_t));
        around[reach] = centre[i];
        int known = 1;
        for (int at = 0; at < 2 * reach + 1; at++)
            known &= vn_known(own, around[at]);
        if (!known)
            break;
        float sum = 0;
        for (int at = 0; at < order; at++)
            sum += around[reach + at] ? vn_log_prob(own, around + at, order) : 0;
        total[i] = sum;
    }
    if (total) {
        if (i == count)
            result = vn_none();
        else
            PyErr_SetString(PyExc_IndexError, "a place or an id that is not there");
    }
    vn_release(&held);
    return result;
}
