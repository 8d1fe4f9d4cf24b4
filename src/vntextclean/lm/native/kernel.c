/* The module itself: its functions by name, and the arrays it borrows. */

#include "kernel.h"

void *vn_hold(Held *held, PyObject *array, Py_ssize_t item, Py_ssize_t *length, int writable) {
    if (PyErr_Occurred()) /* a number that was read before was none */
        return NULL;
    if (held->count >= VN_MOST_HELD) {
        PyErr_SetString(PyExc_ValueError, "too many arrays at once");
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

void vn_add(Bag *to, const void *data, Py_ssize_t size) {
    if (!size)
        return;
    if (to->size + size > to->room && !to->full) {
        Py_ssize_t room = 2 * to->room + size + 256;
        char *more = PyMem_Realloc(to->data, room);
        to->full = !more;
        if (more) {
            to->data = more;
            to->room = room;
        }
    }
    if (to->full)
        return;
    memcpy(to->data + to->size, data, size);
    to->size += size;
}

PyObject *vn_bytes(Bag *from) {
    PyObject *bytes = from->full ? PyErr_NoMemory() : PyByteArray_FromStringAndSize(from->data, from->size);
    PyMem_Free(from->data);
    *from = (Bag){0};
    return bytes;
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
VN_FUNCTION(vn_rivals);
VN_FUNCTION(vn_doubts);
VN_FUNCTION(vn_weighed);
VN_FUNCTION(vn_gaps);
VN_FUNCTION(vn_filled);
VN_FUNCTION(vn_proof);
VN_FUNCTION(vn_proof_answers);
VN_FUNCTION(vn_opinions);
VN_FUNCTION(vn_scores);
VN_FUNCTION(vn_normal);
VN_FUNCTION(vn_raised);
VN_FUNCTION(vn_prune);
VN_FUNCTION(vn_chains);
VN_FUNCTION(vn_posterior);

#define ENTRY(name, function) {name, (PyCFunction)(void (*)(void))function, METH_FASTCALL, NULL}

static PyMethodDef functions[] = {
    ENTRY("vocabulary", vn_vocabulary),
    ENTRY("scan", vn_scan),
    ENTRY("ngrams", vn_ngrams),
    ENTRY("find", vn_find),
    ENTRY("pairs", vn_pairs),
    ENTRY("logp", vn_logp),
    ENTRY("rivals", vn_rivals),
    ENTRY("doubts", vn_doubts),
    ENTRY("weighed", vn_weighed),
    ENTRY("gaps", vn_gaps),
    ENTRY("filled", vn_filled),
    ENTRY("proof", vn_proof),
    ENTRY("proof_answers", vn_proof_answers),
    ENTRY("opinions", vn_opinions),
    ENTRY("scores", vn_scores),
    ENTRY("normal", vn_normal),
    ENTRY("raised", vn_raised),
    ENTRY("prune", vn_prune),
    ENTRY("chains", vn_chains),
    ENTRY("posterior", vn_posterior),
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
