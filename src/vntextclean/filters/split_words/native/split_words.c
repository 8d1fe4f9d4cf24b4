/* Which words of a text may be pieces of one: filters/split_words/survey.py. */

#include "scan.h"

typedef struct {
    Held held;
    PyObject *words;
    const Vocabulary *vocabulary;
    Py_ssize_t size;
    const uint8_t *plain, *joinable;
    int longest, most, longest_piece, fewest, fewest_odd, spaced;
    double share;
} SplitWords;

typedef struct {
    Py_ssize_t count;
    const int64_t *starts, *ends;
    const int32_t *lower;
    const uint8_t *number;
} Text;

enum { OFTEN = 1 << 12 /* words between two looks at signals */ };

static const char NAME[] = "vntextclean.split_words";

static void free_split_words(PyObject *capsule) {
    SplitWords *own = PyCapsule_GetPointer(capsule, NAME);
    Py_XDECREF(own->words);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* split_words(vocabulary, by id whether a word raises no doubt, whether it may be joined, (numbers), share) */
VN_FUNCTION(vn_split_words) {
    SplitWords *own = vn_given(given, 5) ? PyMem_Calloc(1, sizeof(SplitWords)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->size = VN_ANY;
    int good = (own->vocabulary = vn_as_vocabulary(args[0])) != NULL &&
               (own->plain = VN_READ(&own->held, args[1], uint8_t, &own->size)) &&
               (own->joinable = VN_READ(&own->held, args[2], uint8_t, &own->size)) && vn_is_tuple(args[3]) &&
               PyArg_ParseTuple(args[3], "iiiiii", &own->longest, &own->most, &own->longest_piece, &own->fewest,
                                &own->fewest_odd, &own->spaced) &&
               own->longest > 0 && own->longest <= VN_MOST_LETTERS && own->most > 1 && own->spaced > 1;
    own->share = good ? PyFloat_AsDouble(args[4]) : 0;
    if (!good || PyErr_Occurred())
        return vn_dropped(own, "the tables of split words do not fit together");
    return vn_keep_with(own, NAME, free_split_words, args[0], &own->words);
}

static Py_ssize_t length_of(const Text *in, Py_ssize_t token) { return (Py_ssize_t)(in->ends[token] - in->starts[token]); }

static int is_beside(const Text *in, Py_ssize_t token) { return in->starts[token] - in->ends[token - 1] == 1; }

/* Whether words with one space between each, without these, are a word worth joining to. */
static int makes_a_word(const SplitWords *own, const Text *in, const Py_UCS4 *codes, Py_ssize_t first, Py_ssize_t last) {
    Py_UCS4 letters[VN_MOST_LETTERS];
    Py_ssize_t size = 0;
    for (Py_ssize_t token = first; token <= last; token++) {
        if (token > first && codes[in->starts[token] - 1] != ' ')
            return 0;
        for (int64_t at = in->starts[token]; at < in->ends[token]; at++) {
            if (size == VN_MOST_LETTERS)
                return 0;
            letters[size++] = codes[at];
        }
    }
    int32_t number = vn_number_of(own->vocabulary, letters, size);
    return number >= 0 && number < own->size && own->joinable[number];
}

/* The stretches around the doubtful words that may be one word, as pairs of tokens. */
static int find_joins(const SplitWords *own, const Text *in, const Py_UCS4 *codes, PyObject *joins) {
    Py_ssize_t done = 0;
    for (Py_ssize_t token = 0; token < in->count; token++) {
        if (vn_stopped(token, OFTEN))
            return 0;
        if (own->plain[in->lower[token]] || length_of(in, token) >= own->longest)
            continue; /* with a space and a letter more it is too long for a syllable */
        Py_ssize_t lowest = token - own->most + 1 > done ? token - own->most + 1 : done;
        for (Py_ssize_t first = token; first >= lowest; first--) {
            int64_t start = in->starts[first];
            if (first < token && (!is_beside(in, first + 1) || in->ends[token] - start > own->longest + token - first))
                break;
            for (Py_ssize_t last = first < token ? token : token + 1; last < first + own->most && last < in->count; last++) {
                if (in->ends[last] - start > own->longest + last - first || !is_beside(in, last))
                    break;
                if (makes_a_word(own, in, codes, first, last) && !vn_append(joins, Py_BuildValue("nn", first, last)))
                    return 0;
            }
        }
        done = token + 1;
    }
    return 1;
}

/* Whether so many words of one letter follow one another. */
static int is_spaced(const SplitWords *own, const Text *in) {
    int alone = 0;
    for (Py_ssize_t token = 0; token < in->count; token++) {
        alone = length_of(in, token) == 1 ? alone + 1 : 0;
        if (alone == own->spaced)
            return 1;
    }
    return 0;
}

/* Whether a stretch of words one space apart has enough pieces to be a broken line. */
static int is_broken(const SplitWords *own, const Text *in) {
    Py_ssize_t first = 0, odd = 0, pieces = 0;
    for (Py_ssize_t token = 0; token < in->count; token++) {
        Py_ssize_t length = length_of(in, token);
        int is_odd = !own->plain[in->lower[token]] && length <= own->longest_piece;
        odd += is_odd;
        pieces += is_odd || (length == 1 && !in->number[token]);
        if (token + 1 < in->count && is_beside(in, token + 1))
            continue;
        if (odd >= own->fewest_odd && pieces >= own->fewest && (double)pieces >= own->share * (double)(token + 1 - first))
            return 1;
        first = token + 1;
        odd = pieces = 0;
    }
    return 0;
}

/* find_splits(split_words, text, starts, ends, lower, number) -> ([(first, last)], whether a line may be broken, whether
   letters may be spaced out) */
VN_FUNCTION(vn_find_splits) {
    SplitWords *own = vn_given(given, 6) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Text in = {.count = VN_ANY};
    Py_ssize_t size = 0;
    Py_UCS4 *codes = vn_codes(args[1], &size);
    PyObject *joins = NULL, *result = NULL;
    int good = codes && (in.starts = VN_READ(&held, args[2], int64_t, &in.count)) &&
               (in.ends = VN_READ(&held, args[3], int64_t, &in.count)) &&
               (in.lower = VN_READ(&held, args[4], int32_t, &in.count)) &&
               (in.number = VN_READ(&held, args[5], uint8_t, &in.count)) && (joins = PyList_New(0));
    for (Py_ssize_t token = 0; good && token < in.count; token++)
        if (!vn_within(in.starts[token], vn_minus(in.ends[token], in.starts[token]), size) || in.lower[token] < 0 ||
            in.lower[token] >= own->size || (token && in.starts[token] < in.ends[token - 1])) {
            PyErr_SetString(PyExc_IndexError, "a word or a place that is not there");
            good = 0;
        }
    if (good && find_joins(own, &in, codes, joins))
        result = Py_BuildValue("OOO", joins, is_broken(own, &in) ? Py_True : Py_False,
                               is_spaced(own, &in) ? Py_True : Py_False);
    Py_XDECREF(joins);
    PyMem_Free(codes);
    vn_release(&held);
    return result;
}
