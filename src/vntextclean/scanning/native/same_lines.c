/* The lines of a text that say the same as another: scanning/same_lines.py. */

#include "kernel.h"

#include <stdlib.h>

enum { CODES = 0x10000, OFTEN = 1 << 16 };

typedef struct {
    uint64_t key;
    int64_t row;
} Line;

static int by_key(const void *a, const void *b) {
    const Line *one = a, *other = b;
    return one->key != other->key ? (one->key > other->key) - (one->key < other->key)
                                  : (one->row > other->row) - (one->row < other->row);
}

static int by_row(const void *a, const void *b) {
    const int64_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

/* Adds the rows of the lines whose key another has. */
static void add_same(const Line *lines, Py_ssize_t count, Bag *rows) {
    for (Py_ssize_t n = 0; n < count; n++)
        if ((n > 0 && lines[n - 1].key == lines[n].key) || (n + 1 < count && lines[n + 1].key == lines[n].key))
            vn_add(rows, &lines[n].row, sizeof(lines[n].row));
}

/* same_lines(text, blanks, least): the rows of the lines that have the words of another line, and so many characters with
   one space between them; `blanks` says of each character whether it is white space. */
VN_FUNCTION(vn_same_lines) {
    if (!vn_given(given, 3))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t codes = CODES, size = 0, least = PyLong_AsSsize_t(args[2]);
    const uint8_t *blanks = PyErr_Occurred() ? NULL : VN_READ(&held, args[1], uint8_t, &codes);
    Py_UCS4 *text = blanks ? vn_codes(args[0], &size) : NULL;
    Bag lines = {0}, rows = {0};
    Line line = {0, 0};
    Py_ssize_t length = 0;
    int good = text != NULL, blank = 0;
    for (Py_ssize_t at = 0; good && at <= size; at++) {
        Py_UCS4 code = at < size ? text[at] : '\n';
        if (code == '\n') {
            uint64_t key = line.key;
            line.key = vn_mixed(key);
            if (length >= least && length > 0)
                vn_add(&lines, &line, sizeof(line));
            line.key = 0, line.row++;
            length = blank = 0;
        } else if (blanks[code < CODES ? code : CODES - 1])
            blank = length > 0;
        else {
            if (blank)
                line.key = line.key * VN_HASH_BASE + ' ';
            line.key = line.key * VN_HASH_BASE + code;
            length += 1 + blank;
            blank = 0;
        }
        good = !vn_stopped(at, OFTEN);
    }
    Py_ssize_t count = lines.size / (Py_ssize_t)sizeof(Line);
    good = good && !lines.full;
    if (good && count > 1) {
        qsort(lines.data, (size_t)count, sizeof(Line), by_key);
        add_same((const Line *)lines.data, count, &rows);
        if (rows.size && !rows.full)
            qsort(rows.data, (size_t)rows.size / sizeof(int64_t), sizeof(int64_t), by_row);
    }
    PyObject *bytes = good ? vn_bytes(&rows) : NULL;
    if (!bytes)
        vn_fail(lines.full, PyExc_ValueError, "the table does not fit");
    PyMem_Free(lines.data);
    PyMem_Free(rows.data);
    PyMem_Free(text);
    vn_release(&held);
    return bytes;
}
