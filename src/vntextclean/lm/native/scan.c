/* A text cut into tokens and looked up: all of lm/text/ (characters, tokens, lexicon, scan) in one pass. */

#include "scan.h"

enum { SOLID = VN_KIND_DIGIT | VN_KIND_LETTER, OFTEN = 1 << 16 /* characters or words between two looks at signals */, AHEAD = 8 };

typedef struct {
    const uint32_t *keys;
    const int32_t *values;
    uint64_t mask;
} Lexicon;

struct Vocabulary {
    Held held;
    Py_ssize_t top, count;
    const uint16_t *kind;
    const uint32_t *lower, *bare, *fold_first, *fold_to;
    const uint8_t *gaps, *case_of;
    Lexicon words, bares;
    const int32_t *bare_of, *title_of;
};

typedef struct {
    Py_ssize_t start, end;
    uint64_t hash; /* not of one that is several */
    uint16_t kind;
    uint8_t mark, several;
} Token;

static const char NAME[] = "vntextclean.vocabulary";

Vocabulary *vn_as_vocabulary(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static void free_vocabulary(PyObject *capsule) {
    Vocabulary *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own);
}

static int read_lexicon(Vocabulary *own, PyObject *keys, PyObject *values, Py_ssize_t most, Lexicon *to) {
    Py_ssize_t size = VN_ANY;
    to->keys = VN_READ(&own->held, keys, uint32_t, &size);
    to->values = to->keys ? VN_READ(&own->held, values, int32_t, &size) : NULL;
    if (!to->values)
        return 0;
    int fits = size > 1 && (size & (size - 1)) == 0;
    for (Py_ssize_t at = 0; at < size && fits; at++)
        fits = to->values[at] >= -1 && to->values[at] < most;
    if (!fits)
        PyErr_SetString(PyExc_ValueError, "a table of words does not fit");
    to->mask = (uint64_t)size - 1;
    return fits;
}

/* vocabulary(kind, lower, bare, fold_first, fold_to, gaps, case_of, keys, values, bare_keys, bare_values, bare_of,
   title_of): tables for `scan`. */
VN_FUNCTION(vn_vocabulary) {
    if (!vn_given(given, 13))
        return NULL;
    Vocabulary *own = PyMem_Calloc(1, sizeof(Vocabulary));
    if (!own)
        return PyErr_NoMemory();
    Py_ssize_t top = VN_ANY, two, gaps = 1 << 10, cases = 8, count = VN_ANY;
    Held *held = &own->held;
    int good = (own->kind = VN_READ(held, args[0], uint16_t, &top)) && top > 0 &&
               (own->lower = VN_READ(held, args[1], uint32_t, &top)) &&
               (own->bare = VN_READ(held, args[2], uint32_t, &top)) &&
               (own->fold_first = VN_READ(held, args[3], uint32_t, &top)) && (two = 2 * top) &&
               (own->fold_to = VN_READ(held, args[4], uint32_t, &two)) &&
               (own->gaps = VN_READ(held, args[5], uint8_t, &gaps)) &&
               (own->case_of = VN_READ(held, args[6], uint8_t, &cases)) &&
               (own->bare_of = VN_READ(held, args[11], int32_t, &count)) && count > VN_UNKNOWN_MARKED &&
               (own->title_of = VN_READ(held, args[12], int32_t, &count)) &&
               read_lexicon(own, args[7], args[8], count, &own->words) &&
               read_lexicon(own, args[9], args[10], INT32_MAX, &own->bares);
    for (Py_ssize_t at = 0; at < top && good; at++) /* what is folded is looked up again */
        good = own->lower[at] < (uint64_t)top && own->fold_to[at] < (uint64_t)top &&
               own->fold_to[top + at] < (uint64_t)top;
    if (!good)
        return vn_dropped(own, "the tables of a vocabulary do not fit together");
    own->top = top;
    own->count = count;
    return vn_keep(own, NAME, free_vocabulary);
}

static int32_t find(const Lexicon *in, uint64_t hash) {
    uint64_t at = hash & in->mask;
    uint32_t high = (uint32_t)(hash >> 32);
    for (uint64_t tried = 0; tried <= in->mask; tried++, at = (at + 1) & in->mask)
        if (in->values[at] < 0 || in->keys[at] == high)
            return in->values[at];
    return -1;
}

static uint64_t hashed(const uint32_t *low, Py_ssize_t size, const uint32_t *bare) {
    uint64_t sum = 0;
    if (size > VN_HASH_BLOCK) /* letters of a word that its hash is made of */
        size = VN_HASH_BLOCK;
    while (size--)
        sum = sum * VN_HASH_BASE + (bare ? bare[low[size]] : low[size]);
    return vn_mixed(sum);
}

/* Kinds and small letters of all characters; capitals behind a letter are INNER, the tone of an open rime goes to its
   first vowel. */
static void read_letters(const Vocabulary *own, const Py_UCS4 *codes, Py_ssize_t size, uint16_t *kind, uint32_t *low) {
    const uint16_t *kinds = own->kind;
    const uint32_t *lower = own->lower;
    uint32_t top = (uint32_t)own->top;
    uint16_t before = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        uint32_t code = codes[at] < top ? codes[at] : top - 1;
        uint16_t now = kinds[code], pair = now & (uint16_t)(before << 1);
        low[at] = lower[code];
        kind[at] = pair & VN_KIND_UPPER ? now | VN_KIND_INNER : now;
        before = now;
        if (pair & VN_KIND_SECOND && own->fold_first[low[at]] == low[at - 1] &&
            !(at + 1 < size && kinds[lower[codes[at + 1] < top ? codes[at + 1] : top - 1]] & VN_KIND_LETTER) &&
            !(at > 1 && low[at - 2] == 'q' && low[at - 1] == 'u')) {
            uint32_t toned = low[at];
            low[at - 1] = own->fold_to[toned];
            low[at] = own->fold_to[top + toned];
        }
    }
}

int32_t vn_number_of(const Vocabulary *own, const Py_UCS4 *letters, Py_ssize_t size) {
    uint16_t kind[VN_MOST_LETTERS];
    uint32_t low[VN_MOST_LETTERS];
    if (size < 1 || size > VN_MOST_LETTERS)
        return -1;
    read_letters(own, letters, size, kind, low);
    return find(&own->words, hashed(low, size, NULL));
}

int vn_small_letters(const Vocabulary *own, const Py_UCS4 *letters, Py_ssize_t size, uint16_t *kind, uint32_t *low) {
    read_letters(own, letters, size, kind, low);
    for (Py_ssize_t at = 0; at < size; at++)
        if (own->bare[low[at]] != low[at])
            return 1;
    return 0;
}

/* Tokens of a text; what stands before each is 0, CLAUSE or SENTENCE. Each is hashed as its end is looked for: a second
   loop over its letters would be another that the processor cannot tell the end of. Returns how many, or -1 where memory
   ran out or a signal came. */
static Py_ssize_t cut(const Vocabulary *own, const Py_UCS4 *codes, const uint16_t *kind, const uint32_t *low,
                      Py_ssize_t size, Token **out) {
    Py_ssize_t count = 0, room = size / 4 + 8, at = 0;
    Token *found = PyMem_Malloc(room * sizeof(Token)), *more;
    uint16_t soft = 0;
    Py_ssize_t previous_end = 0;
    uint16_t previous = 0;
    int previous_short = 0, first = 1, good = found != NULL;
    *out = found;
    for (Py_ssize_t turn = 0; good && at < size; turn++) {
        uint16_t solid = kind[at] & SOLID, has = 0;
        Py_ssize_t start = at;
        if (!solid) {
            do
                has |= kind[at++];
            while (at < size && !(kind[at] & SOLID));
            soft = has;
            good = !vn_stopped(turn, OFTEN);
            continue;
        }
        uint64_t sum = 0, power = 1;
        do {
            has |= kind[at];
            sum += low[at++] * power;
            power *= VN_HASH_BASE;
        } while (at < size && (kind[at] & SOLID) == solid);
        uint8_t small = own->case_of[has >> VN_CASE_AT & 7] == 0;
        uint8_t mark = VN_SENTENCE;
        if (!first) {
            unsigned gap = (soft & VN_KIND_SOFT) >> VN_SOFT_AT, short_ = previous_short && codes[previous_end] == '.';
            Py_ssize_t length = start - previous_end;
            gap |= (unsigned)(length < 3 ? length : 3) << VN_GAP_LENGTH | (unsigned)small << VN_GAP_AFTER_LOWER |
                   (has & VN_KIND_DIGIT ? 1u : 0u) << VN_GAP_AFTER_NUMBER |
                   (previous & VN_KIND_DIGIT ? 1u : 0u) << VN_GAP_BEFORE_NUMBER | short_ << VN_GAP_SHORT;
            mark = own->gaps[gap];
        }
        first = 0;
        if (mark >= VN_MERGED && count) {
            found[count - 1].end = at; /* a number such as 1.500 is one token */
            found[count - 1].several = 1;
        } else {
            if (count == room) {
                room *= 2;
                more = PyMem_Realloc(found, room * sizeof(Token));
                good = more != NULL;
                if (!good)
                    break;
                *out = found = more;
            }
            uint64_t hash = at - start > VN_HASH_BLOCK ? hashed(low + start, at - start, NULL) : vn_mixed(sum);
            found[count++] = (Token){start, at, hash, has, mark, 0};
        }
        previous_end = at;
        previous = has;
        previous_short = at - start <= 2 && !small;
        soft = 0;
    }
    return good ? count : -1;
}

/* scan(vocabulary, text) -> (bytes, tokens, ids in the padded stream, [unknown words], [tokens that touch the next, one of
   the two a number]). The bytes hold, one behind the other, the arrays that scan_compiled in lm/text/scan.py names. */
VN_FUNCTION(vn_scan) {
    Vocabulary *own = vn_given(given, 2) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Py_ssize_t size;
    Py_UCS4 *codes = vn_codes(args[1], &size);
    if (!codes)
        return NULL;
    uint16_t *kind = PyMem_Malloc((size + 1) * sizeof(uint16_t));
    uint32_t *low = PyMem_Malloc((size + 1) * sizeof(uint32_t));
    Token *tokens = NULL;
    PyObject *bytes = NULL, *unknown = PyList_New(0), *touching = PyList_New(0);
    Py_ssize_t count = -1, padded_size = 0;
    if (kind && low && unknown && touching) {
        read_letters(own, codes, size, kind, low);
        count = cut(own, codes, kind, low, size, &tokens);
    }
    if (count >= 0) {
        for (Py_ssize_t i = 0; i < count; i++)
            padded_size += 1 + (tokens[i].mark > 0);
        padded_size += 1 + 2 * VN_PAD;
        bytes = PyByteArray_FromStringAndSize(NULL, (padded_size + 3 * count) * 8 + (3 * count + size) * 4 + 5 * count);
    }
    if (bytes) {
        int64_t *padded = (int64_t *)PyByteArray_AsString(bytes), *starts = padded + padded_size;
        int64_t *ends = starts + count, *places = ends + count, place = -1;
        int32_t *lower = (int32_t *)(places + count), *bare = lower + count, *ids = bare + count;
        uint32_t *low_out = (uint32_t *)(ids + count);
        uint8_t *case_ = (uint8_t *)(low_out + size), *number = case_ + count, *mark = number + count;
        uint8_t *initial = mark + count, *marked = initial + count;
        memcpy(low_out, low, size * sizeof(uint32_t));
        memset(padded, 0, padded_size * sizeof(int64_t));
        padded[padded_size - 1 - VN_PAD] = VN_SENTENCE;
        Py_ssize_t i = 0, ahead = 0;
        for (; i < count && !vn_stopped(i, OFTEN); i++) {
            for (; ahead < count && ahead < i + AHEAD; ahead++) { /* their places in the table */
                vn_prefetch(own->words.values + (tokens[ahead].hash & own->words.mask));
                vn_prefetch(own->words.keys + (tokens[ahead].hash & own->words.mask));
            }
            const Token *one = &tokens[i];
            starts[i] = one->start;
            ends[i] = one->end;
            case_[i] = own->case_of[one->kind >> VN_CASE_AT & 7];
            number[i] = (one->kind & VN_KIND_DIGIT) > 0;
            mark[i] = one->mark;
            initial[i] = one->mark == VN_SENTENCE;
            marked[i] = (one->kind & VN_KIND_MARKED) > 0;
            const uint32_t *word = low + one->start;
            Py_ssize_t letters = one->end - one->start;
            uint64_t hash = one->several && !number[i] ? hashed(word, letters, NULL) : one->hash;
            lower[i] = number[i] ? VN_NUMBER : find(&own->words, hash);
            if (lower[i] < 0) {
                lower[i] = marked[i] ? VN_UNKNOWN_MARKED : VN_UNKNOWN_LOWER + (case_[i] < 2 ? case_[i] : 2);
                bare[i] = find(&own->bares, hashed(word, letters, own->bare));
                if (!vn_append(unknown, PyLong_FromSsize_t(i)))
                    break;
            } else
                bare[i] = own->bare_of[lower[i]];
            ids[i] = case_[i] == VN_TITLE && !initial[i] ? own->title_of[lower[i]] : lower[i];
            if (i && starts[i] == ends[i - 1] && number[i] != number[i - 1] && !vn_append(touching, PyLong_FromSsize_t(i - 1)))
                break;
            place += 1 + (mark[i] > 0);
            places[i] = place;
            padded[VN_PAD + place] = ids[i];
            if (mark[i])
                padded[VN_PAD + place - 1] = mark[i];
        }
        if (i < count)
            Py_CLEAR(bytes);
    }
    PyMem_Free(tokens);
    PyMem_Free(low);
    PyMem_Free(kind);
    PyMem_Free(codes);
    PyObject *result = bytes ? Py_BuildValue("OnnOO", bytes, count, padded_size, unknown, touching) : NULL;
    Py_XDECREF(bytes);
    Py_XDECREF(unknown);
    Py_XDECREF(touching);
    return result || PyErr_Occurred() ? result : PyErr_NoMemory();
}
