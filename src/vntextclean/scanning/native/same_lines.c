/* The lines of a text that say the same as another: scanning/same_lines.py. */

#include "kernel.h"

#include <stdlib.h>

enum { CODES = 0x10000, BEGINNING = 16 /* characters that tell nearly all lines apart */, OFTEN = 1 << 16, LINES = 1 << 10 };

typedef struct {
    uint64_t key;
    int64_t row;
    Py_ssize_t start, end;
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

static int has_its_key(const Line *lines, Py_ssize_t count, Py_ssize_t n) {
    return (n > 0 && lines[n - 1].key == lines[n].key) || (n + 1 < count && lines[n + 1].key == lines[n].key);
}

static int is_blank(const uint8_t *blanks, Py_UCS4 code) { return blanks[code < CODES ? code : CODES - 1]; }

/* The number of the first characters of a line, without white space. */
static uint64_t beginning_of(const Py_UCS4 *text, const Line *line, const uint8_t *blanks) {
    uint64_t key = 0;
    int read = 0;
    for (Py_ssize_t at = line->start; read < BEGINNING && at < line->end; at++)
        if (!is_blank(blanks, text[at])) {
            key = key * VN_HASH_BASE + text[at];
            read++;
        }
    return vn_mixed(key);
}

/* The number of a line with one space between its words, and how many characters it has so; 0 if a signal came. */
static int read_line(const Py_UCS4 *text, Line *line, const uint8_t *blanks, Py_ssize_t *length) {
    uint64_t key = 0;
    int blank = 0;
    *length = 0;
    for (Py_ssize_t at = line->start; at < line->end; at++) {
        if (vn_stopped(at, OFTEN))
            return 0;
        if (is_blank(blanks, text[at])) {
            blank = *length > 0;
            continue;
        }
        if (blank)
            key = key * VN_HASH_BASE + ' ';
        key = key * VN_HASH_BASE + text[at];
        *length += 1 + blank;
        blank = 0;
    }
    line->key = vn_mixed(key);
    return 1;
}

/* The lines that begin as another does, of those that may have so many characters; 0 if a signal came. */
static int find_begun_alike(const Py_UCS4 *text, Py_ssize_t size, const uint8_t *blanks, Py_ssize_t least, Bag *lines) {
    Line line = {0, 0, 0, 0};
    for (; line.start <= size; line.start = line.end + 1, line.row++) {
        if (vn_stopped(line.row, LINES))
            return 0;
        line.end = line.start;
        while (line.end < size && text[line.end] != '\n')
            line.end++;
        if (line.end - line.start < least || line.end == line.start)
            continue;
        line.key = beginning_of(text, &line, blanks);
        vn_add(lines, &line, sizeof(line));
    }
    Py_ssize_t count = lines->size / (Py_ssize_t)sizeof(Line), kept = 0;
    if (count < 2)
        return 1;
    Line *all = (Line *)lines->data;
    qsort(all, (size_t)count, sizeof(Line), by_key);
    for (Py_ssize_t n = 0; n < count; n++) {
        int alike = (n > 0 && all[n].key == line.key) || (n + 1 < count && all[n + 1].key == all[n].key);
        line.key = all[n].key;
        if (alike)
            all[kept++] = all[n];
    }
    lines->size = kept * (Py_ssize_t)sizeof(Line);
    return 1;
}

/* same_lines(text, blanks, least): the rows of the lines that have the words of another line, and so many characters with
   one space between them; `blanks` says of each character whether it is white space. Most lines differ in their first
   words, and are read no further. */
VN_FUNCTION(vn_same_lines) {
    if (!vn_given(given, 3))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t codes = CODES, size = 0, least = PyLong_AsSsize_t(args[2]), kept = 0;
    const uint8_t *blanks = PyErr_Occurred() ? NULL : VN_READ(&held, args[1], uint8_t, &codes);
    Py_UCS4 *text = blanks ? vn_codes(args[0], &size) : NULL;
    Bag lines = {0}, rows = {0};
    int good = text && find_begun_alike(text, size, blanks, least, &lines) && !lines.full;
    Line *all = (Line *)lines.data;
    for (Py_ssize_t n = 0; good && n < lines.size / (Py_ssize_t)sizeof(Line); n++) {
        Line line = all[n];
        Py_ssize_t length;
        good = read_line(text, &line, blanks, &length);
        if (length >= least && length > 0)
            all[kept++] = line;
    }
    if (good && kept > 1) {
        qsort(all, (size_t)kept, sizeof(Line), by_key);
        for (Py_ssize_t n = 0; n < kept; n++)
            if (has_its_key(all, kept, n))
                vn_add(&rows, &all[n].row, sizeof(all[n].row));
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
