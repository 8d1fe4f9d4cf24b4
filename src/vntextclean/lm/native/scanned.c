/* Where the arrays of a scan lie: lm/text/scan.py has the same order. */

#include "scanned.h"

int vn_read_scan(Held *held, PyObject *scan, PyObject *text, Scanned *to) {
    PyObject *bytes;
    Py_ssize_t length = VN_ANY;
    if (!vn_is_tuple(scan) || !PyArg_ParseTuple(scan, "Onn", &bytes, &to->count, &to->size))
        return 0;
    to->letters = PyUnicode_Check(text) ? PyUnicode_GetLength(text) : -1;
    const char *data = VN_READ(held, bytes, char, &length);
    if (!data)
        return 0;
    Py_ssize_t count = to->count, size = to->size; /* no more than letters, so that no sum of them overflows */
    int fits = count >= 0 && count <= to->letters && size > count && size <= 2 * count + 1 + 2 * VN_PAD &&
               length == vn_scanned_bytes(count, size, to->letters) && (uintptr_t)data % sizeof(int64_t) == 0;
    if (!fits) {
        vn_fail(0, PyExc_ValueError, "a scan that does not fit its text");
        return 0;
    }
    to->padded = (const int64_t *)data;
    to->starts = to->padded + size;
    to->ends = to->starts + count;
    to->at = to->ends + count;
    to->lower = (const int32_t *)(to->at + count);
    to->bare = to->lower + count;
    to->ids = to->bare + count;
    to->low = (const uint32_t *)(to->ids + count);
    to->case_ = (const uint8_t *)(to->low + to->letters);
    to->number = to->case_ + count;
    to->mark = to->number + count;
    to->initial = to->mark + count;
    to->marked = to->initial + count;
    return 1;
}
