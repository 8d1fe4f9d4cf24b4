/* Put before every source of the kernel by sanitize.py: all that asks for memory counts its calls, and some fail.

   After `vn_fail_after` more calls so many as `vn_fail_times` fail, one after the other. -1: none does. */

#ifndef VN_FAILING_ALLOCATIONS_H
#define VN_FAILING_ALLOCATIONS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* One variable for all sources: the linker keeps one of several weak definitions. */
__attribute__((weak, visibility("default"))) long long vn_fail_after = -1;
__attribute__((weak, visibility("default"))) long long vn_fail_times = 0;

static inline int vn_fails(void) {
    if (vn_fail_after < 0 || vn_fail_after-- > 0)
        return 0;
    vn_fail_after = --vn_fail_times > 0 ? 0 : -1;
    return 1;
}

static inline void *vn_failing_malloc(size_t size) { return vn_fails() ? NULL : PyMem_Malloc(size); }
static inline void *vn_failing_calloc(size_t count, size_t size) { return vn_fails() ? NULL : PyMem_Calloc(count, size); }
static inline void *vn_failing_realloc(void *old, size_t size) { return vn_fails() ? NULL : PyMem_Realloc(old, size); }
static inline Py_UCS4 *vn_failing_copy(PyObject *text) {
    return vn_fails() ? (Py_UCS4 *)PyErr_NoMemory() : PyUnicode_AsUCS4Copy(text);
}

#undef PyMem_Malloc
#undef PyMem_Calloc
#undef PyMem_Realloc
#define PyMem_Malloc vn_failing_malloc
#define PyMem_Calloc vn_failing_calloc
#define PyMem_Realloc vn_failing_realloc
#define PyUnicode_AsUCS4Copy vn_failing_copy
/* What makes an object: NULL with MemoryError, as the real one. A macro is not expanded again inside itself. */
#define VN_OR_FAIL(call) (vn_fails() ? PyErr_NoMemory() : (call))
#define PyByteArray_FromStringAndSize(data, size) VN_OR_FAIL(PyByteArray_FromStringAndSize(data, size))
#define PyList_New(size) VN_OR_FAIL(PyList_New(size))
#define PyFloat_FromDouble(number) VN_OR_FAIL(PyFloat_FromDouble(number))
#define PyCapsule_New(pointer, name, free_) VN_OR_FAIL(PyCapsule_New(pointer, name, free_))
#define PyTuple_Pack(...) VN_OR_FAIL(PyTuple_Pack(__VA_ARGS__))
/* Python.h may have put another name in its place; ours formats no lengths, so that both do the same. */
#undef Py_BuildValue
PyAPI_FUNC(PyObject *) Py_BuildValue(const char *, ...);
#define Py_BuildValue(...) VN_OR_FAIL(Py_BuildValue(__VA_ARGS__))
#define PyList_Append(list, item) (vn_fails() ? (PyErr_NoMemory(), -1) : PyList_Append(list, item))

#endif
