/* The confusion channel, filters/diacritics/kinds/channel.py: how likely each word is written where another is meant. Its
   logarithms are reckoned by Python beforehand, so that no bit differs. */

#include "channel.h"

enum { AT_ONCE = 1 << 12 /* pairs between two looks at signals */ };

/* What Python gives: by code point the letter without its tone, the letter without marks, and its tone; then the keys of
   the known confusions and of what may be meant, each with its log-probabilities by people and by engines. */
struct Channel {
    Held held;
    Py_ssize_t letters, parts, meant;
    const uint16_t *toneless, *bare;
    const uint8_t *tone;
    const int64_t *part_key, *meant_key;
    const double *part, *unseen, *of_others;
    double least, most, extraction, share;
};

static const char NAME[] = "vntextclean.channel";

static void free_channel(PyObject *capsule) {
    Channel *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* channel(toneless, bare, tone, keys of confusions, log-probabilities, keys of what is meant, those of what was never seen
   for it, those of what is meant seldom, (least, most, extraction, share)) */
VN_FUNCTION(vn_channel) {
    Channel *own = vn_given(given, 9) ? PyMem_Calloc(1, sizeof(Channel)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    Held *held = &own->held;
    own->letters = own->parts = own->meant = VN_ANY;
    Py_ssize_t two = 2, of_parts = 0, of_meant = 0;
    int good = (own->toneless = VN_READ(held, args[0], uint16_t, &own->letters)) &&
               (own->bare = VN_READ(held, args[1], uint16_t, &own->letters)) &&
               (own->tone = VN_READ(held, args[2], uint8_t, &own->letters)) &&
               (own->part_key = VN_READ(held, args[3], int64_t, &own->parts)) &&
               (own->meant_key = VN_READ(held, args[5], int64_t, &own->meant));
    of_parts = 2 * own->parts;
    of_meant = 2 * own->meant;
    good = good && (own->part = VN_READ(held, args[4], double, &of_parts)) &&
           (own->unseen = VN_READ(held, args[6], double, &of_meant)) &&
           (own->of_others = VN_READ(held, args[7], double, &two)) && vn_is_tuple(args[8]) &&
           PyArg_ParseTuple(args[8], "dddd", &own->least, &own->most, &own->extraction, &own->share);
    if (!good)
        return vn_dropped(own, "the tables of a channel do not fit together");
    return vn_keep(own, NAME, free_channel);
}

Channel *vn_as_channel(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

int vn_read_letters(const Channel *own, PyObject *text, Letters *to) {
    if (!text || !PyUnicode_Check(text)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "a word was expected");
        return 0;
    }
    to->size = PyUnicode_GetLength(text);
    if (to->size >= VN_MOST_LETTERS) {
        PyErr_SetString(PyExc_ValueError, "a word that is too long");
        return 0;
    }
    if (!PyUnicode_AsUCS4(text, to->written, VN_MOST_LETTERS, 1))
        return 0;
    to->tone = 0;
    for (Py_ssize_t at = 0; at < to->size; at++) {
        Py_UCS4 letter = to->written[at];
        int known = (Py_ssize_t)letter < own->letters;
        to->toneless[at] = known ? own->toneless[letter] : letter;
        to->bare[at] = known ? own->bare[letter] : letter;
        if (known && !to->tone)
            to->tone = own->tone[letter];
    }
    return 1;
}

static int is_same(const Py_UCS4 *one, const Py_UCS4 *other, Py_ssize_t size) {
    return !memcmp(one, other, (size_t)size * sizeof(Py_UCS4));
}

/* What is left of two words without what they begin and end alike with. */
typedef struct {
    Py_ssize_t start, end, other_end;
} Difference;

static Difference difference(const Py_UCS4 *first, Py_ssize_t size, const Py_UCS4 *second, Py_ssize_t other) {
    Difference left = {0, size, other};
    while (left.start < left.end && left.start < left.other_end && first[left.start] == second[left.start])
        left.start++;
    while (left.start < left.end && left.start < left.other_end && first[left.end - 1] == second[left.other_end - 1]) {
        left.end--;
        left.other_end--;
    }
    return left;
}

/* Up to two letters as a number: 15 bits each, with a one before them; -1 where one has more bits. */
static int64_t key_of(const Py_UCS4 *letters, Py_ssize_t count) {
    int64_t key = 1;
    for (Py_ssize_t at = 0; at < count; at++) {
        if (letters[at] >> 15)
            return -1;
        key = key << 15 | letters[at];
    }
    return key;
}

/* Add the log-probabilities of one confusion. */
static void add_part(const Channel *own, const Py_UCS4 *read, Py_ssize_t count, const Py_UCS4 *was, Py_ssize_t other,
                     double *both) {
    int64_t first = key_of(read, count), meant = key_of(was, other);
    const double *found = own->of_others;
    Py_ssize_t at = first < 0 || meant < 0 ? -1 : vn_place_of(own->part_key, own->parts, first << 31 | meant);
    if (at >= 0)
        found = own->part + 2 * at;
    else if (meant >= 0 && (at = vn_place_of(own->meant_key, own->meant, meant)) >= 0)
        found = own->unseen + 2 * at;
    both[0] += found[0];
    both[1] += found[1];
}

static void add_tones(const Channel *own, const Letters *written, const Letters *meant, double *both) {
    Py_UCS4 tones[2] = {'0' + written->tone, '0' + meant->tone};
    if (written->tone != meant->tone)
        add_part(own, tones, 1, tones + 1, 1, both);
}

/* Add the log-probabilities of the confusions that turn one word into the other; 0 if they are no slip. */
static int add_confusions(const Channel *own, const Letters *written, const Letters *meant, double *both) {
    const Py_UCS4 *first = written->toneless, *second = meant->toneless;
    static const Py_UCS4 any = '*', exchanged = '<';
    if (written->size == meant->size && is_same(written->bare, meant->bare, meant->size)) {
        add_tones(own, written, meant, both);
        for (Py_ssize_t at = 0; at < meant->size; at++)
            if (first[at] != second[at])
                add_part(own, first + at, 1, second + at, 1, both);
        return 1;
    }
    Difference left = difference(first, written->size, second, meant->size);
    Py_ssize_t a = left.end - left.start, b = left.other_end - left.start;
    const Py_UCS4 *read = first + left.start, *was = second + left.start;
    if (!a && b == 1) {
        Difference whole = difference(written->written, written->size, meant->written, meant->size);
        for (Py_ssize_t at = whole.start; at < whole.other_end; at++)
            if (meant->written[at] > 127) {
                add_part(own, &any, 0, &any, 1, both);
                return 1;
            }
    }
    if (a > 2 || b > 2)
        return 0;
    add_tones(own, written, meant, both);
    if (a == 2 && b == 2 && read[0] == was[1] && read[1] == was[0])
        add_part(own, &exchanged, 0, &exchanged, 1, both);
    else
        add_part(own, read, a, was, b, both);
    return 1;
}

static double within(double x, double low, double high) {
    x = x > low ? x : low;
    return x < high ? x : high;
}

/* Whether what is meant lost its tone, all its marks or a letter: then what is written is no slip. */
static int is_loss(const Letters *written, const Letters *meant) {
    if (written->size != meant->size || !is_same(written->bare, meant->bare, meant->size))
        return meant->size == written->size + 1;
    return is_same(written->written, meant->toneless, meant->size) || is_same(written->written, meant->bare, meant->size);
}

float vn_prior(const Channel *own, const Letters *written, const Letters *meant, double *both) {
    both[0] = both[1] = 0;
    int slip = add_confusions(own, written, meant, both);
    for (int source = 0; source < 2; source++)
        both[source] = slip ? within(both[source], own->least, own->most) : own->least;
    double gain = (both[0] < both[1] ? both[1] : both[0]) - own->extraction;
    return is_loss(written, meant) ? 0 : (float)(own->share * (gain < 0 ? gain : 0));
}

/* confused(channel, words, [written], counts, ids) -> (prior, likelihoods): for each written word and each of the next
   `counts` ids of words that may have been meant, what the channel adds to it (float32), and how likely people and engines
   write so (two float64). */
VN_FUNCTION(vn_confused) {
    Channel *own = vn_given(given, 5) ? vn_as_channel(args[0]) : NULL;
    if (!own || !vn_is_list(args[1]) || !vn_is_list(args[2]))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = PyList_Size(args[2]), all = VN_ANY, done = 0;
    const int64_t *counts = VN_READ(&held, args[3], int64_t, &count), *ids = NULL;
    int good = counts && (ids = VN_READ(&held, args[4], int64_t, &all));
    Bag priors = {0}, likelihoods = {0};
    for (Py_ssize_t n = 0; good && n < count; n++) {
        Letters written, meant;
        good = counts[n] >= 0 && counts[n] <= all - done && vn_read_letters(own, PyList_GetItem(args[2], n), &written);
        for (Py_ssize_t end = good ? done + counts[n] : 0; good && done < end; done++) {
            good = ids[done] >= 0 && vn_read_letters(own, PyList_GetItem(args[1], ids[done]), &meant);
            if (!good)
                break;
            double both[2];
            float prior = vn_prior(own, &written, &meant, both);
            vn_add(&priors, &prior, sizeof(prior));
            vn_add(&likelihoods, both, sizeof(both));
            good = !vn_stopped(done, AT_ONCE);
        }
    }
    PyObject *result = NULL;
    good = good && done == all;
    int full = priors.full || likelihoods.full;
    PyObject *first = good && !full ? vn_bytes(&priors) : NULL, *second = first ? vn_bytes(&likelihoods) : NULL;
    if (second)
        result = PyTuple_Pack(2, first, second);
    else
        vn_fail(full, PyExc_IndexError, "a word that is not there");
    Py_XDECREF(first);
    Py_XDECREF(second);
    PyMem_Free(priors.data);
    PyMem_Free(likelihoods.data);
    vn_release(&held);
    return result;
}
