/* The tables of the search for candidates. */

#include "candidates.h"

static const char NAME[] = "vntextclean.candidates";

Search *vn_as_search(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static void free_search(PyObject *capsule) {
    Search *own = vn_as_search(capsule);
    vn_free_options(&own->kept);
    Py_XDECREF(own->model);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* candidates(ngrams, legal, title_of, same_start, same_length, same, (thresholds), settled): tables for `search` and
   `propose`; `settled` may be empty */
VN_FUNCTION(vn_candidates) {
    Search *own = vn_given(given, 8) ? PyMem_Calloc(1, sizeof(Search)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->ids = own->bares = own->same_count = VN_ANY;
    Py_ssize_t bytes = VN_ANY;
    Held *held = &own->held;
    int good = (own->ngrams = vn_as_ngrams(args[0])) != NULL && (own->legal = VN_READ(held, args[1], uint8_t, &own->ids)) &&
               (own->title_of = VN_READ(held, args[2], int32_t, &own->ids)) && own->ids == own->ngrams->count &&
               (own->same_start = VN_READ(held, args[3], int64_t, &own->bares)) && own->bares > 0 &&
               (own->same_length = VN_READ(held, args[4], int64_t, &own->bares)) &&
               (own->same = VN_READ(held, args[5], int64_t, &own->same_count)) &&
               vn_is_tuple(args[6]) &&
               PyArg_ParseTuple(args[6], "ffffii", &own->coarse, &own->coarse_illegal, &own->gain, &own->spelling,
                                &own->longest, &own->most) &&
               own->most > 0 && (own->settled = VN_READ(held, args[7], uint8_t, &bytes)) &&
               (!bytes || bytes == (own->ngrams->orders[0].size + 3) / 4);
    for (Py_ssize_t at = 0; good && at < own->bares; at++)
        good = vn_within(own->same_start[at], own->same_length[at], own->same_count);
    for (Py_ssize_t at = 0; good && at < own->same_count; at++)
        good = own->same[at] >= 0 && own->same[at] < own->ids;
    if (!bytes)
        own->settled = NULL;
    for (Py_ssize_t at = 0; good && at < own->ids; at++)
        good = own->title_of[at] >= 0 && own->title_of[at] < own->ids;
    if (!good)
        return vn_dropped(own, "the tables of candidates do not fit together");
    return vn_keep_with(own, NAME, free_search, args[0], &own->model);
}
