/* The module itself: its functions by name, and the arrays it borrows. */

#include "kernel.h"

void *vn_hold(Held *held, PyObject *array, Py_ssize_t item, Py_ssize_t *length, int writable) {
    if (held->count >= VN_MOST_HELD) {
        PyErr_SetString(PyExc_SystemError, "too many arrays at once");
        return NULL;
    }
    Py_buffer *view = &held->views[held->count];
    if (PyObject_GetBuffer(array, view, writable ? PyBUF_WRITABLE : PyBUF_SIMPLE) < 0)
        return NULL;
    held->count++;
    Py_ssize_t count = view->len / item;
    if (view->itemsize != item || (length && *length >= 0 && *length != count)) {
        PyErr_SetString(PyExc_ValueError, "an array of another size or type than was expected");
        return NULL;
    }
    if (length)
        *length = count;
    return view->buf;
}

void vn_release(Held *held) {
    while (held->count)
        PyBuffer_Release(&held->views[--held->count]);
}

int vn_given(Py_ssize_t given, Py_ssize_t wanted) {
    if (given == wanted)
        return 1;
    PyErr_SetString(PyExc_TypeError, "another number of arguments was expected");
    return 0;
}

PyObject *vn_keep(void *structure, const char *name, PyCapsule_Destructor free_) {
    PyObject *kept = PyCapsule_New(structure, name, free_);
    if (!kept) {
        vn_release((Held *)structure);
        PyMem_Free(structure);
    }
    return kept;
}

VN_FUNCTION(vn_vocabulary);
VN_FUNCTION(vn_scan);
VN_FUNCTION(vn_ngrams);
VN_FUNCTION(vn_find);
VN_FUNCTION(vn_pairs);
VN_FUNCTION(vn_logp);
VN_FUNCTION(vn_windows);
VN_FUNCTION(vn_proof);
VN_FUNCTION(vn_proof_answers);

#define ENTRY(name, function) {name, (PyCFunction)(void (*)(void))function, METH_FASTCALL, NULL}

static PyMethodDef functions[] = {
    ENTRY("vocabulary", vn_vocabulary),
    ENTRY("scan", vn_scan),
    ENTRY("ngrams", vn_ngrams),
    ENTRY("find", vn_find),
    ENTRY("pairs", vn_pairs),
    ENTRY("logp", vn_logp),
    ENTRY("windows", vn_windows),
    ENTRY("proof", vn_proof),
    ENTRY("proof_answers", vn_proof_answers),
    {NULL, NULL, 0, NULL},
};

/* Raised whenever what a function takes or gives changes: lm/kernel.py uses no kernel of another number. */
static int name_interface(PyObject *module) { return PyModule_AddIntConstant(module, "INTERFACE", 1); }

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)name_interface}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_kernel", "Compiled answers for the modules of vntextclean.lm.", 0, functions, slots,
    NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModuleDef_Init(&definition); }
