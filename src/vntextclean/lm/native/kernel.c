/* The module itself: its functions by name, its constants, and what the functions share. */

#include "kernel.h"

void *vn_hold(Held *held, PyObject *array, Py_ssize_t item, Py_ssize_t *length, int writable) {
    if (PyErr_Occurred()) /* a number that was read before was none */
        return NULL;
    if (held->count >= VN_MOST_HELD) {
        PyErr_SetString(PyExc_ValueError, "too many arrays at once");
        return NULL;
    }
    Py_buffer *view = &held->views[held->count];
    if (PyObject_GetBuffer(array, view, PyBUF_ND | PyBUF_FORMAT | (writable ? PyBUF_WRITABLE : 0)) < 0)
        return NULL;
    held->count++;
    if (view->format && strchr(view->format, 'O')) { /* numbers written there would be taken for objects */
        PyErr_SetString(PyExc_ValueError, "an array of numbers was expected");
        return NULL;
    }
    Py_ssize_t count = view->len / item;
    if (view->itemsize != item || (*length >= 0 && *length != count)) {
        PyErr_SetString(PyExc_ValueError, "an array of another size or type than was expected");
        return NULL;
    }
    if (count && (uintptr_t)view->buf % (size_t)item) { /* an empty one may lie anywhere, and does on Python 3.13 */
        PyErr_SetString(PyExc_ValueError, "an array that is not aligned to its numbers");
        return NULL;
    }
    *length = count;
    return count ? view->buf : held; /* of no numbers: NULL would say that there is no array, others lie anywhere */
}

Py_UCS4 *vn_codes(PyObject *text, Py_ssize_t *size) {
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "a text was expected");
        return NULL;
    }
    *size = PyUnicode_GetLength(text);
    return PyUnicode_AsUCS4Copy(text);
}

void vn_release(Held *held) {
    while (held->count)
        PyBuffer_Release(&held->views[--held->count]);
}

void vn_make_room(Bag *to, Py_ssize_t size) {
    Py_ssize_t room = 2 * to->room + size + 256;
    char *more = to->full ? NULL : PyMem_Realloc(to->data, room);
    to->full = !more;
    to->data = more ? more : to->data;
    to->room = more ? room : to->size;
}

void vn_add_more(Bag *to, const void *data, Py_ssize_t size) {
    vn_make_room(to, size);
    if (!to->full)
        vn_add(to, data, size);
}

PyObject *vn_bytes(Bag *from) {
    PyObject *bytes = from->full ? PyErr_NoMemory() : PyByteArray_FromStringAndSize(from->data, from->size);
    PyMem_Free(from->data);
    *from = (Bag){0};
    return bytes;
}

PyObject *vn_found(PyObject *found, Bag *first, Bag *second) {
    PyObject *one = vn_bytes(first), *other = one ? vn_bytes(second) : NULL;
    PyObject *all = other ? PyTuple_Pack(3, found, one, other) : NULL;
    Py_XDECREF(one);
    Py_XDECREF(other);
    return all;
}

int vn_given(Py_ssize_t given, Py_ssize_t wanted) {
    if (given == wanted)
        return 1;
    PyErr_SetString(PyExc_TypeError, "another number of arguments was expected");
    return 0;
}

int vn_is_tuple(PyObject *object) {
    if (object && PyTuple_Check(object))
        return 1;
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "a tuple was expected");
    return 0;
}

int vn_is_list(PyObject *object) {
    if (PyList_Check(object))
        return 1;
    PyErr_SetString(PyExc_TypeError, "a list was expected");
    return 0;
}

void vn_fail(int no_memory, PyObject *kind, const char *why) {
    if (PyErr_Occurred())
        return;
    if (no_memory)
        PyErr_NoMemory();
    else
        PyErr_SetString(kind, why);
}

PyObject *vn_keep(void *structure, const char *name, PyCapsule_Destructor free_) {
    PyObject *kept = PyCapsule_New(structure, name, free_);
    if (!kept) {
        vn_release((Held *)structure);
        PyMem_Free(structure);
    }
    return kept;
}

PyObject *vn_keep_with(void *structure, const char *name, PyCapsule_Destructor free_, PyObject *other, PyObject **place) {
    PyObject *kept = vn_keep(structure, name, free_);
    if (kept) {
        Py_INCREF(other);
        *place = other;
    }
    return kept;
}

PyObject *vn_dropped(void *structure, const char *fault) {
    vn_fail(0, PyExc_ValueError, fault);
    vn_release((Held *)structure);
    PyMem_Free(structure);
    return NULL;
}

VN_FUNCTION(vn_prefilter);
VN_FUNCTION(vn_look);
VN_FUNCTION(vn_places);
VN_FUNCTION(vn_distinct);
VN_FUNCTION(vn_vocabulary);
VN_FUNCTION(vn_scan);
VN_FUNCTION(vn_note_parts);
VN_FUNCTION(vn_letters);
VN_FUNCTION(vn_ngrams);
VN_FUNCTION(vn_find);
VN_FUNCTION(vn_pairs);
VN_FUNCTION(vn_logp);
VN_FUNCTION(vn_calibrator);
VN_FUNCTION(vn_shares);
VN_FUNCTION(vn_shares_of_signs);
VN_FUNCTION(vn_candidates);
VN_FUNCTION(vn_spellings);
VN_FUNCTION(vn_find_spellings);
VN_FUNCTION(vn_trees);
VN_FUNCTION(vn_tree_sums);
VN_FUNCTION(vn_same_lines);
VN_FUNCTION(vn_line_words);
VN_FUNCTION(vn_known_words);
VN_FUNCTION(vn_line_repeats);
VN_FUNCTION(vn_rare_words);
VN_FUNCTION(vn_page_lines);
VN_FUNCTION(vn_triage_lines);
VN_FUNCTION(vn_page_blocks);
VN_FUNCTION(vn_page_features);
VN_FUNCTION(vn_article);
VN_FUNCTION(vn_line_places);
VN_FUNCTION(vn_line_talk);
VN_FUNCTION(vn_opinion_features);
VN_FUNCTION(vn_unrepaired);
VN_FUNCTION(vn_usage);
VN_FUNCTION(vn_bonds);
VN_FUNCTION(vn_around_words);
VN_FUNCTION(vn_best_rivals);
VN_FUNCTION(vn_page_rates);
VN_FUNCTION(vn_page_posteriors);
VN_FUNCTION(vn_page_confidences);
VN_FUNCTION(vn_search);
VN_FUNCTION(vn_proposing);
VN_FUNCTION(vn_propose);
VN_FUNCTION(vn_channel);
VN_FUNCTION(vn_confused);
VN_FUNCTION(vn_lost_words);
VN_FUNCTION(vn_find_lost_words);
VN_FUNCTION(vn_split_words);
VN_FUNCTION(vn_find_splits);
VN_FUNCTION(vn_bare_runs);
VN_FUNCTION(vn_proof);
VN_FUNCTION(vn_proof_answers);
VN_FUNCTION(vn_opinions);
VN_FUNCTION(vn_scores);
VN_FUNCTION(vn_wide_net_normalise);
VN_FUNCTION(vn_wide_net_rows);
VN_FUNCTION(vn_wide_net_means);
VN_FUNCTION(vn_wide_net_layer);
VN_FUNCTION(vn_wide_net_multiply);
VN_FUNCTION(vn_wide_net_block);
VN_FUNCTION(vn_wide_net_first);
VN_FUNCTION(vn_bare_candidates);
VN_FUNCTION(vn_best_words);
VN_FUNCTION(vn_prune);
VN_FUNCTION(vn_forward_backward);
VN_FUNCTION(vn_posterior);

#define ENTRY(name, function) {name, (PyCFunction)(void (*)(void))function, METH_FASTCALL, NULL}

static PyMethodDef functions[] = {
    ENTRY("prefilter", vn_prefilter),
    ENTRY("look", vn_look),
    ENTRY("places", vn_places),
    ENTRY("distinct", vn_distinct),
    ENTRY("vocabulary", vn_vocabulary),
    ENTRY("scan", vn_scan),
    ENTRY("note_parts", vn_note_parts),
    ENTRY("letters", vn_letters),
    ENTRY("ngrams", vn_ngrams),
    ENTRY("find", vn_find),
    ENTRY("pairs", vn_pairs),
    ENTRY("logp", vn_logp),
    ENTRY("calibrator", vn_calibrator),
    ENTRY("shares", vn_shares),
    ENTRY("shares_of_signs", vn_shares_of_signs),
    ENTRY("candidates", vn_candidates),
    ENTRY("spellings", vn_spellings),
    ENTRY("find_spellings", vn_find_spellings),
    ENTRY("trees", vn_trees),
    ENTRY("tree_sums", vn_tree_sums),
    ENTRY("same_lines", vn_same_lines),
    ENTRY("line_words", vn_line_words),
    ENTRY("known_words", vn_known_words),
    ENTRY("line_repeats", vn_line_repeats),
    ENTRY("rare_words", vn_rare_words),
    ENTRY("page_lines", vn_page_lines),
    ENTRY("triage_lines", vn_triage_lines),
    ENTRY("page_blocks", vn_page_blocks),
    ENTRY("page_features", vn_page_features),
    ENTRY("article", vn_article),
    ENTRY("line_places", vn_line_places),
    ENTRY("line_talk", vn_line_talk),
    ENTRY("opinion_features", vn_opinion_features),
    ENTRY("unrepaired", vn_unrepaired),
    ENTRY("usage", vn_usage),
    ENTRY("bonds", vn_bonds),
    ENTRY("around_words", vn_around_words),
    ENTRY("best_rivals", vn_best_rivals),
    ENTRY("page_rates", vn_page_rates),
    ENTRY("page_posteriors", vn_page_posteriors),
    ENTRY("page_confidences", vn_page_confidences),
    ENTRY("search", vn_search),
    ENTRY("proposing", vn_proposing),
    ENTRY("propose", vn_propose),
    ENTRY("channel", vn_channel),
    ENTRY("confused", vn_confused),
    ENTRY("lost_words", vn_lost_words),
    ENTRY("find_lost_words", vn_find_lost_words),
    ENTRY("split_words", vn_split_words),
    ENTRY("find_splits", vn_find_splits),
    ENTRY("bare_runs", vn_bare_runs),
    ENTRY("proof", vn_proof),
    ENTRY("proof_answers", vn_proof_answers),
    ENTRY("opinions", vn_opinions),
    ENTRY("scores", vn_scores),
    ENTRY("wide_net_normalise", vn_wide_net_normalise),
    ENTRY("wide_net_rows", vn_wide_net_rows),
    ENTRY("wide_net_means", vn_wide_net_means),
    ENTRY("wide_net_layer", vn_wide_net_layer),
    ENTRY("wide_net_multiply", vn_wide_net_multiply),
    ENTRY("wide_net_block", vn_wide_net_block),
    ENTRY("wide_net_first", vn_wide_net_first),
    ENTRY("bare_candidates", vn_bare_candidates),
    ENTRY("best_words", vn_best_words),
    ENTRY("prune", vn_prune),
    ENTRY("forward_backward", vn_forward_backward),
    ENTRY("posterior", vn_posterior),
    {NULL, NULL, 0, NULL},
};

static const struct {
    const char *name;
    uint64_t value;
} constants[] = {
#define VN_PAIR_OF(name, value) {#name, value},
    VN_CONSTANTS(VN_PAIR_OF) VN_HASH_CONSTANTS(VN_PAIR_OF)
};

/* Gives the module its dictionary CONSTANTS. */
static int hand_over(PyObject *module) {
    PyObject *all = PyDict_New();
    int good = all != NULL;
    for (size_t n = 0; good && n < sizeof(constants) / sizeof(constants[0]); n++) {
        PyObject *value = PyLong_FromUnsignedLongLong(constants[n].value);
        good = value && PyDict_SetItemString(all, constants[n].name, value) == 0;
        Py_XDECREF(value);
    }
    good = good && PyModule_AddObjectRef(module, "CONSTANTS", all) == 0;
    Py_XDECREF(all);
    return good ? 0 : -1;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)hand_over}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_kernel", "Compiled answers for the modules of vntextclean.lm.", 0, functions, slots,
    NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModuleDef_Init(&definition); }
