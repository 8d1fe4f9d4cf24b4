/* The characters of lines by class, and their words: filters/boilerplate/text/line_counts.py. */

#include "kernel.h"

enum { CODES = 0x10000, CLASSES = 12, UPPER = 2, WORD = 3 /* classes up to it are of words */, SPACE = 4, CLASS = 15,
       TRAIL = 32, OFTEN = 1 << 16, DOUBLED = 15 /* characters: what is said twice has more */ };
/* Signs of more than one character: text/char_classes.py. */
enum { ADDRESS = 8, GAP = 16, TWICE = 32 };

static int ends_with(const Py_UCS4 *line, Py_ssize_t size, const char *what) {
    Py_ssize_t length = (Py_ssize_t)strlen(what);
    for (Py_ssize_t n = 0; n < length; n++)
        if (size < length || line[size - length + n] != (Py_UCS4)what[n])
            return 0;
    return 1;
}

/* The sign that ends there, if any. */
static uint32_t sign_at(const Py_UCS4 *line, Py_ssize_t size) {
    switch (line[size - 1]) {
    case ' ': return ends_with(line, size, "  ") ? GAP : 0;
    case '.': return ends_with(line, size, "www.") ? ADDRESS : 0;
    case 'n': return ends_with(line, size, ".vn") ? ADDRESS : 0;
    case 'p': return ends_with(line, size, "http") ? ADDRESS : 0;
    default: return 0;
    }
}

static int says_twice(const Py_UCS4 *line, Py_ssize_t size) {
    Py_ssize_t half = size / 2;
    return size > DOUBLED && memcmp(line, line + size - half, (size_t)half * sizeof(*line)) == 0;
}

/* line_words(text, flags, small, powers, signs, counts, ends): fills in the number of characters of each class in each
   line, the first and last character of each, and all signs that it holds; finds (number, hashes of words, twice the
   line of each and whether it begins with a capital). A line feed parts two lines and belongs to none. */
VN_FUNCTION(vn_line_words) {
    Held held;
    held.count = 0;
    Py_ssize_t codes = CODES, powers = VN_ANY, counted = VN_ANY, ended = VN_ANY, size = 0;
    if (!vn_given(given, 7))
        return NULL;
    const uint8_t *flags = VN_READ(&held, args[1], uint8_t, &codes);
    const uint32_t *small = flags ? VN_READ(&held, args[2], uint32_t, &codes) : NULL;
    const uint64_t *power = small ? VN_READ(&held, args[3], uint64_t, &powers) : NULL;
    const uint8_t *signs = power ? VN_READ(&held, args[4], uint8_t, &codes) : NULL;
    int64_t *counts = signs ? VN_WRITE(&held, args[5], int64_t, &counted) : NULL;
    uint32_t *ends = counts ? VN_WRITE(&held, args[6], uint32_t, &ended) : NULL;
    Py_ssize_t lines = counted / CLASSES, line = 0, words = 0;
    int good = ends && powers > 0 && counted % CLASSES == 0 && ended == 3 * lines;
    Py_UCS4 *text = good ? vn_codes(args[0], &size) : NULL;
    Bag keys = {0}, places = {0};
    uint64_t key = 0;
    Py_ssize_t length = 0; /* of the word so far */
    int64_t place = 0;
    good = text != NULL && (lines > 0 || size == 0);
    if (good && lines) {
        memset(counts, 0, (size_t)counted * sizeof(*counts));
        memset(ends, 0, (size_t)ended * sizeof(*ends));
    }
    for (Py_ssize_t at = 0, start = 0; good && lines && at <= size; at++) {
        uint32_t code = at < size ? (text[at] < CODES ? text[at] : CODES - 1) : '\n';
        int flag = flags[code], kind = flag & CLASS;
        if (code != '\n' && kind <= WORD) {
            if (!length)
                place = 2 * (int64_t)line + (kind == UPPER), key = 0;
            uint64_t letter = (uint64_t)small[code] * VN_KEY_BASE;
            letter ^= letter >> 29;
            key += letter * power[length < powers ? length : powers - 1];
            length++;
        } else if (length) {
            vn_add(&keys, &key, sizeof(key));
            vn_add(&places, &place, sizeof(place));
            length = 0;
            words++;
        }
        if (code == '\n') {
            if (line < lines && says_twice(text + start, at - start))
                ends[2 * lines + line] |= TWICE;
            start = at + 1;
            good = ++line <= lines && !(at < size && line == lines);
        } else {
            good = kind < CLASSES;
            if (good)
                counts[CLASSES * line + kind]++;
            if (at == start)
                ends[line] = code;
            ends[2 * lines + line] |= signs[code] | sign_at(text + start, at + 1 - start);
            if (kind != SPACE && !(flag & TRAIL))
                ends[lines + line] = code;
        }
        good = good && !vn_stopped(at, OFTEN);
    }
    good = good && line == lines;
    PyObject *number = good ? PyLong_FromSsize_t(words) : NULL, *found = NULL;
    if (number)
        found = vn_found(number, &keys, &places);
    Py_XDECREF(number);
    if (!found)
        vn_fail(0, PyExc_ValueError, "the lines do not fit the text");
    PyMem_Free(keys.data);
    PyMem_Free(places.data);
    PyMem_Free(text);
    vn_release(&held);
    return found;
}
