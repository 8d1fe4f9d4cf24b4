/* The characters of lines by class, and their words: filters/boilerplate/text/line_counts.py. */

#include "kernel.h"

enum { CODES = 0x10000, CLASSES = 12, UPPER = 2, WORD = 3 /* classes up to it are of words */, SPACE = 4, CLASS = 15,
       TRAIL = 32, ENDS = 64, OFTEN = 1 << 16, DOUBLED = 15 /* characters: what is said twice has more */ };
/* Signs of more than one character: text/char_classes.py. */
enum { LOOKS = 4, ADDRESS = 8, GAP = 16, TWICE = 32, CLAUSE = 64, EDGE = 128 };

#define PAIR(first, second) ((uint64_t)(first) << 32 | (second))

/* What the pieces hold before their last two characters. */
static const Py_UCS4 WWW[] = {'w', 'w'}, VN[] = {'.'}, HTTP[] = {'h', 't'}, ARTICLE[] = {0x110, 'i', 0x1EC1},
                     CLAUSES[] = {'k', 'h', 'o', 0x1EA3};

static int stands(const Py_UCS4 *line, Py_ssize_t size, const Py_UCS4 *what, Py_ssize_t length) {
    return size >= length && !memcmp(line + size - length, what, (size_t)length * sizeof(*what));
}

#define BEFORE(what) stands(line, size - 2, what, (Py_ssize_t)(sizeof(what) / sizeof(*(what))))

/* The sign that ends there, if any; its last two characters are looked at first, which few others have. */
static uint32_t sign_at(const Py_UCS4 *line, Py_ssize_t size) {
    switch (size > 1 ? PAIR(line[size - 2], line[size - 1]) : 0) {
    case PAIR(' ', ' '):
        return GAP;
    case PAIR('w', '.'):
        return BEFORE(WWW) ? ADDRESS : 0;
    case PAIR('v', 'n'):
        return BEFORE(VN) ? ADDRESS : 0;
    case PAIR('t', 'p'):
        return BEFORE(HTTP) ? ADDRESS : 0;
    case PAIR('u', ' '):
        return BEFORE(ARTICLE) ? CLAUSE : 0;
    case PAIR('n', ' '):
        return BEFORE(CLAUSES) ? CLAUSE : 0;
    case PAIR(':', ':'):
    case PAIR('(', ')'):
        return LOOKS;
    default:
        return 0;
    }
}

/* The number under which tables have a character. */
static inline uint32_t coded(Py_UCS4 code) { return code < CODES ? code : CODES - 1; }

static int says_twice(const Py_UCS4 *line, Py_ssize_t size) {
    Py_ssize_t half = size / 2;
    return size > DOUBLED && memcmp(line, line + size - half, (size_t)half * sizeof(*line)) == 0;
}

/* The common words: their hashes in order, and of each its first sixteen bits. */
typedef struct {
    Py_ssize_t count;
    const uint64_t *keys;
    const uint8_t *first;
} Common;

static int is_common(const Common *common, uint64_t key) {
    Py_ssize_t low = 0, high = common->first[key >> 48] ? common->count : 0;
    while (low < high) {
        Py_ssize_t middle = (low + high) / 2;
        if (common->keys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < common->count && common->first[key >> 48] && common->keys[low] == key;
}

/* What is counted of each line: its words, the common ones, those that begin with a capital; its first and last word. */
typedef struct {
    Py_ssize_t lines, words;
    float *counts;
    uint64_t *ends;
    Bag keys, places, common;
} Words;

static void add_word(Words *words, const Common *known, uint64_t key, int64_t line, int capital) {
    uint8_t common = (uint8_t)is_common(known, key);
    vn_add(&words->keys, &key, sizeof(key));
    vn_add(&words->places, &line, sizeof(line));
    vn_add(&words->common, &common, sizeof(common));
    if (words->counts[line] == 0)
        words->ends[line] = key;
    words->ends[words->lines + line] = key;
    words->counts[line]++;
    words->counts[words->lines + line] += common;
    words->counts[2 * words->lines + line] += (float)capital;
}

/* line_words(text, (flags, small letters, signs of characters), powers, (common words, first bits of them), counts, ends,
   (counts of words, first and last words)): fills in the number of characters of each class in each line, the first and
   last character of each and all signs that it holds, and the same of its words; finds (hashes of words, the line of
   each, whether it is a common one). A line feed parts two lines and belongs to none. */
VN_FUNCTION(vn_line_words) {
    Held held;
    held.count = 0;
    Py_ssize_t codes = CODES, powers = VN_ANY, counted = VN_ANY, size = 0;
    if (!vn_given(given, 7) || !vn_is_tuple(args[1]) || !vn_is_tuple(args[3]) || !vn_is_tuple(args[6]))
        return NULL;
    if (PyTuple_Size(args[1]) != 3 || PyTuple_Size(args[3]) != 2 || PyTuple_Size(args[6]) != 2) {
        PyErr_SetString(PyExc_ValueError, "another number of arrays was expected");
        return NULL;
    }
    Common common = {.count = VN_ANY};
    const uint8_t *flags = VN_READ(&held, PyTuple_GetItem(args[1], 0), uint8_t, &codes), *signs = NULL;
    const uint32_t *small = NULL;
    const uint64_t *power = NULL;
    int64_t *counts = NULL;
    int good = flags && (small = VN_READ(&held, PyTuple_GetItem(args[1], 1), uint32_t, &codes)) &&
               (signs = VN_READ(&held, PyTuple_GetItem(args[1], 2), uint8_t, &codes)) &&
               (power = VN_READ(&held, args[2], uint64_t, &powers)) &&
               (common.keys = VN_READ(&held, PyTuple_GetItem(args[3], 0), uint64_t, &common.count)) &&
               (common.first = VN_READ(&held, PyTuple_GetItem(args[3], 1), uint8_t, &codes)) &&
               (counts = VN_WRITE(&held, args[4], int64_t, &counted));
    Py_ssize_t lines = good ? counted / CLASSES : 0, line = 0, ended = 3 * lines, worded = 3 * lines, edged = 2 * lines;
    Words words = {.lines = lines};
    uint32_t *ends = good ? VN_WRITE(&held, args[5], uint32_t, &ended) : NULL;
    good = ends && powers > 0 && counted % CLASSES == 0 &&
           (words.counts = VN_WRITE(&held, PyTuple_GetItem(args[6], 0), float, &worded)) &&
           (words.ends = VN_WRITE(&held, PyTuple_GetItem(args[6], 1), uint64_t, &edged));
    Py_UCS4 *text = good ? vn_codes(args[0], &size) : NULL;
    uint64_t key = 0;
    uint32_t kinds[2][16] = {{0}}, seen = 0, last = 0; /* of the line so far; by turns, for each waits for the one before */
    Py_ssize_t length = 0;                             /* of the word so far */
    int capital = 0;
    good = text != NULL && (lines > 0 || size == 0);
    if (good && lines) {
        memset(counts, 0, (size_t)counted * sizeof(*counts));
        memset(ends, 0, (size_t)ended * sizeof(*ends));
        memset(words.counts, 0, (size_t)worded * sizeof(*words.counts));
        memset(words.ends, 0, (size_t)edged * sizeof(*words.ends));
    }
    for (Py_ssize_t at = 0, start = 0; good && lines && at <= size; at++) {
        uint32_t code = at < size ? coded(text[at]) : '\n';
        int flag = flags[code], kind = flag & CLASS;
        if (code != '\n' && kind <= WORD) {
            if (!length)
                capital = kind == UPPER, key = 0;
            uint64_t letter = (uint64_t)small[code] * VN_KEY_BASE;
            letter ^= letter >> 29;
            key += letter * power[length < powers ? length : powers - 1];
            length++;
        } else if (length) {
            add_word(&words, &common, key, line, capital);
            length = 0;
        }
        if (code == '\n') {
            for (int n = 0; line < lines && n < CLASSES; n++)
                counts[CLASSES * line + n] = (int64_t)kinds[0][n] + kinds[1][n];
            if (line < lines && at > start) {
                int blank = (flags[coded(text[start])] & CLASS) == SPACE || (flags[coded(text[at - 1])] & CLASS) == SPACE;
                ends[line] = coded(text[start]), ends[lines + line] = last;
                ends[2 * lines + line] = seen | (says_twice(text + start, at - start) ? TWICE : 0) | (blank ? EDGE : 0);
            }
            memset(kinds, 0, sizeof(kinds));
            seen = last = 0;
            start = at + 1;
            good = ++line <= lines && !(at < size && line == lines);
        } else {
            good = kind < CLASSES;
            kinds[at & 1][kind]++;
            seen |= signs[code];
            if (flag & ENDS)
                seen |= sign_at(text + start, at + 1 - start);
            last = kind != SPACE && !(flag & TRAIL) ? code : last;
        }
        good = good && !vn_stopped(at, OFTEN);
    }
    good = good && line == lines;
    PyObject *keys = good ? vn_bytes(&words.keys) : NULL, *found = NULL;
    if (keys)
        found = vn_found(keys, &words.places, &words.common);
    Py_XDECREF(keys);
    if (!found)
        vn_fail(0, PyExc_ValueError, "the lines do not fit the text");
    PyMem_Free(words.keys.data);
    PyMem_Free(words.places.data);
    PyMem_Free(words.common.data);
    PyMem_Free(text);
    vn_release(&held);
    return found;
}

/* known_words(keys, pairs, sorted, first): the places of the keys that are among the sorted ones, where `first` says by
   their first sixteen bits which may be. With `pairs` it is each key with the one behind it that is looked for. */
VN_FUNCTION(vn_known_words) {
    if (!vn_given(given, 4))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, codes = CODES;
    Common known = {.count = VN_ANY};
    int pairs = PyObject_IsTrue(args[1]);
    const uint64_t *keys = pairs >= 0 ? VN_READ(&held, args[0], uint64_t, &count) : NULL;
    int good = keys && (known.keys = VN_READ(&held, args[2], uint64_t, &known.count)) &&
               (known.first = VN_READ(&held, args[3], uint8_t, &codes));
    Bag found = {0};
    for (int64_t n = 0; good && n < count - pairs; n++) {
        if (is_common(&known, pairs ? keys[n] * VN_KEY_BASE + keys[n + 1] : keys[n]))
            vn_add(&found, &n, sizeof(n));
        good = !vn_stopped((Py_ssize_t)n, OFTEN);
    }
    PyObject *places = good ? vn_bytes(&found) : NULL;
    if (!places)
        vn_fail(0, PyExc_ValueError, "the keys do not fit");
    PyMem_Free(found.data);
    vn_release(&held);
    return places;
}
