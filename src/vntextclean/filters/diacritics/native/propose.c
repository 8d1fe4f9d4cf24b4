/* All that is doubted in a text, in one call: filters/diacritics/proposing/in_one_call.py. Most texts have next to nothing
   of it, and then the steps to and from Python, an array for each, cost more than what is looked up. */

#include "candidates.h"

enum { AHEAD = 32, OFTEN = 1 << 14 /* words between two looks at signals */ };

/* From what a text is told to be no language: no_language.py has the same names. */
typedef struct {
    int together, in_a_row, known_in_a_row;
    double with_marks, behind_marks;
} Rare;

typedef struct {
    Held held;
    PyObject *search;
    Search *own;
    Py_ssize_t pairs;
    const uint8_t *signs;
    const int64_t *written;
    Rare rare;
} Proposing;

static const char NAME[] = "vntextclean.proposing";

static void free_proposing(PyObject *capsule) {
    Proposing *own = PyCapsule_GetPointer(capsule, NAME);
    Py_XDECREF(own->search);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* proposing(candidates, signs of each word, the misspelt pairs in order, each (first id << BITS) + second id, (together,
   in a row, known in a row, with marks, behind marks)): tables for `propose` */
VN_FUNCTION(vn_proposing) {
    Proposing *own = vn_given(given, 4) ? PyMem_Calloc(1, sizeof(Proposing)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    Rare *rare = &own->rare;
    own->pairs = VN_ANY;
    int good = (own->own = vn_as_search(args[0])) != NULL &&
               (own->signs = VN_READ(&own->held, args[1], uint8_t, &own->own->ids)) &&
               (own->written = VN_READ(&own->held, args[2], int64_t, &own->pairs)) && vn_is_tuple(args[3]) &&
               PyArg_ParseTuple(args[3], "iiidd", &rare->together, &rare->in_a_row, &rare->known_in_a_row,
                                &rare->with_marks, &rare->behind_marks) &&
               rare->in_a_row > 0;
    if (!good)
        return vn_dropped(own, "the tables of what is proposed do not fit together");
    return vn_keep_with(own, NAME, free_proposing, args[0], &own->search);
}

/* Score all pairs of the stream; 0 with an exception where an id is not there. */
static int score_pairs(const NGrams *model, const Scanned *in, float *score, uint8_t *seen) {
    const int64_t *ids = in->padded;
    Py_ssize_t count = in->size - 1, ahead = 0;
    Slots slots[AHEAD];
    for (Py_ssize_t n = 0; n < in->size; n++)
        if (!vn_known(model, ids[n])) {
            vn_fail(0, PyExc_IndexError, "an id that the model does not have");
            return 0;
        }
    for (Py_ssize_t n = 0; n < count && !vn_stopped(n, OFTEN); n++) {
        for (; ahead < count && ahead < n + AHEAD; ahead++)
            slots[ahead % AHEAD] = vn_fetch(&model->orders[0], vn_pair_key(ids[ahead], ids[ahead + 1]));
        score[n] = vn_fetched_pair(model, slots[n % AHEAD], ids[n], ids[n + 1], &seen[n]);
    }
    return !PyErr_Occurred();
}

/* Whether a text is to be looked at closer, for it may have stretches that are no language. */
static int is_rare(const Rare *rare, const Scanned *in, const uint8_t *seen) {
    if (in->count <= rare->together)
        return 0;
    double marks = (double)in->at[in->count - 1] / (double)in->count - 1; /* for each word */
    Py_ssize_t rows = (in->size - 1) / rare->in_a_row;
    if (marks > rare->behind_marks || !rows)
        return 1;
    Py_ssize_t least = rare->in_a_row;
    for (Py_ssize_t row = 0; row < rows; row++) {
        Py_ssize_t known = 0;
        for (Py_ssize_t n = 0; n < rare->in_a_row; n++)
            known += seen[row * rare->in_a_row + n];
        least = known < least ? known : least;
    }
    double with_marks = 2 * marks / (1 + marks);
    return (double)least <= rare->known_in_a_row + rare->with_marks * with_marks * rare->in_a_row;
}

/* The words that are looked at once more, by number, and how many had no vowel. */
typedef struct {
    PyObject *pairs, *exchanged, *odd;
    Py_ssize_t bare;
} Signs;

/* The number of a word for pairs: all unknown words are one to them. */
static int32_t paired(int32_t lower) { return lower < VN_SPECIALS ? 0 : lower; }

/* Note what the signs of a word say; 0 where that cannot be done. */
static int read_word(const Proposing *own, const Scanned *in, Py_ssize_t at, uint8_t before, int64_t *ids, Signs *to) {
    int32_t lower = in->lower[at];
    uint8_t signs = own->signs[lower];
    if (before & VN_SIGN_FIRST && signs & VN_SIGN_SECOND) {
        int64_t pair = ((int64_t)paired(in->lower[at - 1]) << VN_BITS) + paired(lower);
        if (vn_place_of(own->written, own->pairs, pair) >= 0 && !vn_append(to->pairs, PyLong_FromSsize_t(at - 1)))
            return 0;
    }
    if (signs & VN_SIGN_EXCHANGED && in->case_[at] == VN_LOWER && !vn_append(to->exchanged, PyLong_FromSsize_t(at)))
        return 0;
    if (signs & VN_SIGN_SYLLABLE || in->number[at])
        return 1;
    if (in->marked[at])
        return vn_append(to->odd, PyLong_FromSsize_t(at));
    if (in->case_[at] != VN_LOWER || vn_has_vowel(in, at))
        return 1;
    int is_there = in->at[at] >= -VN_PAD && in->at[at] < in->size - VN_PAD;
    if (is_there)
        ids[in->at[at] + VN_PAD] = VN_UNKNOWN_LOWER;
    to->bare++;
    return is_there;
}

/* List the words that have a sign, and put "unknown" into the ids in place of those without a vowel; 0 with an exception
   where a word is not there. */
static int read_signs(const Proposing *own, const Scanned *in, int64_t *ids, Signs *to) {
    uint8_t before = 0;
    for (Py_ssize_t at = 0; at < in->count; at++) {
        int good = in->lower[at] >= 0 && in->lower[at] < own->own->ids && !vn_stopped(at, OFTEN);
        if (!good || !read_word(own, in, at, before, ids, to)) {
            vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
            return 0;
        }
        before = own->signs[in->lower[at]];
    }
    return 1;
}

/* What was found, for Python; None where that is nothing. */
static PyObject *handed_over(const Signs *signs, PyObject *stream, Best *best) {
    if (!PyList_Size(best->found) && !PyList_Size(signs->pairs) && !PyList_Size(signs->exchanged) &&
        !PyList_Size(signs->odd))
        return vn_none();
    PyObject *ids = vn_bytes(&best->ids), *gains = ids ? vn_bytes(&best->gains) : NULL, *all = NULL;
    if (gains)
        all = PyTuple_Pack(7, stream, best->found, ids, gains, signs->pairs, signs->exchanged, signs->odd);
    Py_XDECREF(ids);
    Py_XDECREF(gains);
    return all;
}

/* propose(proposing, spellings, text, scan, only or None, score, seen, (whether the pairs are to be scored, whether the text
   may be no language), (doubt, letters)) -> None where nothing is found; False where a text is to be looked at closer; else
   (ids of the stream, [(token, first, last, cost, known_left, known_right)], ids, gains, [first words of misspelt pairs],
   [words whose vowels may have changed places], [words with marks that are no syllables]). It fills in the scores. */
VN_FUNCTION(vn_propose) {
    Proposing *own = vn_given(given, 9) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    const Spellings *spellings = own ? vn_as_spellings(args[1]) : NULL;
    if (!spellings)
        return NULL;
    Held held;
    held.count = 0;
    Words in = {.text = args[2]};
    int is_new = 0, may_be_rare = 0;
    int good = vn_is_tuple(args[7]) && PyArg_ParseTuple(args[7], "pp", &is_new, &may_be_rare) && vn_is_tuple(args[8]) &&
               PyArg_ParseTuple(args[8], "fp", &in.reach.doubt, &in.reach.letters) &&
               vn_read_scan(&held, args[3], args[2], &in.scan);
    Py_ssize_t pairs = good ? in.scan.size - 1 : VN_ANY; /* what does not fit has any size */
    float *score = good ? VN_WRITE(&held, args[5], float, &pairs) : NULL;
    uint8_t *seen = score ? VN_WRITE(&held, args[6], uint8_t, &pairs) : NULL;
    good = seen && (!is_new || score_pairs(own->own->ngrams, &in.scan, score, seen));
    PyObject *result = NULL, *stream = NULL;
    Signs signs = {0};
    Best best = {0};
    if (good && may_be_rare && is_rare(&own->rare, &in.scan, seen)) {
        result = Py_False;
        Py_INCREF(result);
        good = 0;
    }
    good = good &&
           (stream = PyByteArray_FromStringAndSize((const char *)in.scan.padded, in.scan.size * sizeof(int64_t))) &&
           (signs.pairs = PyList_New(0)) && (signs.exchanged = PyList_New(0)) && (signs.odd = PyList_New(0)) &&
           (best.found = PyList_New(0));
    int64_t *ids = good ? (int64_t *)PyByteArray_AsString(stream) : NULL;
    good = ids && read_signs(own, &in.scan, ids, &signs);
    in.ids = ids;
    in.score = score;
    in.seen = seen;
    in.is_plain = !signs.bare;
    if (good && vn_search_words(own->own, spellings, &held, &in, args[4], &best))
        result = handed_over(&signs, stream, &best);
    vn_release(&held);
    Py_XDECREF(stream);
    Py_XDECREF(signs.pairs);
    Py_XDECREF(signs.exchanged);
    Py_XDECREF(signs.odd);
    Py_XDECREF(best.found);
    PyMem_Free(best.ids.data);
    PyMem_Free(best.gains.data);
    return result;
}
