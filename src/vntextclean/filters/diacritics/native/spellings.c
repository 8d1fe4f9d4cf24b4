/* What a word may have been, other letters and all: filters/diacritics/proposing/other_spellings.py. A word of up to eight letters
   is one number, a byte for each letter's code, the first letter lowest. */

#include "spellings.h"

enum { LETTERS = 8, BYTE = 8, WITH_A_DOT = 0x130, OFTEN = 1 << 12, FINER = 4 };
enum { AT_ONSET, BEFORE_VOWEL, AT_CODA, ANYWHERE }; /* where a rule holds; other_spellings.py has the same */

struct Spellings {
    Held held;
    Py_ssize_t size, rules, beside_count, inserted_count, codes;
    const uint64_t *keys, *read, *other;
    const int64_t *ids, *beside_start;
    const uint8_t *beside, *inserted, *vowel, *place, *code_of;
    float sound, extra, exchanged, other_letter;
    uint64_t mask;
    int shift;
    int32_t *slots; /* number of a key plus one, or 0 */
    uint64_t *seen; /* bits by hash, 1 << FINER for a slot: of 500 words tried for one a dozen are found */
};

static const char NAME[] = "vntextclean.spellings";

Spellings *vn_as_spellings(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static void free_spellings(PyObject *capsule) {
    Spellings *own = PyCapsule_GetPointer(capsule, NAME);
    PyMem_Free(own->slots);
    PyMem_Free(own->seen);
    vn_release(&own->held);
    PyMem_Free(own);
}

static int length_of(uint64_t key) {
    int length = 0;
    for (; length < LETTERS && key >> (BYTE * length) & 0xff; length++)
        ;
    return length;
}

/* The first letters of a key; all eight where `count` is 8. */
static uint64_t head(uint64_t key, int count) { return count >= LETTERS ? key : key & (((uint64_t)1 << (BYTE * count)) - 1); }

/* A key without its first letters. */
static uint64_t tail(uint64_t key, int count) { return count >= LETTERS ? 0 : key >> (BYTE * count); }

/* Two keys one behind the other; what would be behind the eighth letter is lost. */
static uint64_t joined(uint64_t first, int length, uint64_t second) {
    return length >= LETTERS ? first : first | second << (BYTE * length);
}

static uint8_t letter(uint64_t key, int at) { return (uint8_t)(key >> (BYTE * at)); }

/* Where a key is looked for first; one product, for a word is tried with 500 letters put in. */
static uint64_t slot_of(const Spellings *own, uint64_t key) { return key * VN_HASH_BASE >> own->shift; }

/* Whether a word may be a syllable; one in thirty that are none is asked for in the table. */
static int is_seen(const Spellings *own, uint64_t key) {
    uint64_t bit = key * VN_HASH_BASE >> (own->shift - FINER);
    return own->seen[bit >> 6] >> (bit & 63) & 1;
}

/* The number of a syllable, -1 if it is none. */
static int32_t number_of(const Spellings *own, uint64_t key) {
    if (!is_seen(own, key))
        return -1;
    for (uint64_t slot = slot_of(own, key); own->slots[slot]; slot = (slot + 1) & own->mask)
        if (own->keys[own->slots[slot] - 1] == key)
            return own->slots[slot] - 1;
    return -1;
}

/* Note a syllable that is not there yet; its place, -1 where it is no other syllable. */
static Py_ssize_t note(const Spellings *own, Spelt *to, uint64_t key, uint64_t word, float cost) {
    int32_t number = key == word ? -1 : number_of(own, key);
    if (number < 0)
        return -1;
    for (Py_ssize_t at = 0; at < to->count; at++)
        if (to->number[at] == number)
            return at;
    if (to->count == VN_MOST_SPELLINGS) /* more than all letters at all places */
        return -1;
    to->number[to->count] = number;
    to->cost[to->count] = cost;
    return to->count++;
}

/* What one rule of reading makes of a word; 0 where it does not hold there. */
static uint64_t exchanged_parts(const Spellings *own, uint64_t word, int length, Py_ssize_t rule) {
    uint64_t read = own->read[rule], other = own->other[rule];
    int had = length_of(read), gets = length_of(other), at = -1;
    if (had > length || length - had + gets > LETTERS)
        return 0;
    if (own->place[rule] <= BEFORE_VOWEL && head(word, had) == read)
        at = own->place[rule] == AT_ONSET || (had < LETTERS && own->vowel[letter(word, had)]) ? 0 : -1;
    if (own->place[rule] == AT_CODA && tail(word, length - had) == read && length > had &&
        own->vowel[letter(word, length - had - 1)])
        at = length - had;
    for (int n = 0; own->place[rule] == ANYWHERE && at < 0 && n + had <= length; n++)
        if (head(tail(word, n), had) == read)
            at = n;
    if (at < 0)
        return 0;
    return joined(joined(head(word, at), at, other), at + gets, tail(word, at + had));
}

/* damage.sounding_alike */
static void sounding_alike(const Spellings *own, uint64_t word, int length, Spelt *to) {
    for (Py_ssize_t rule = 0; rule < own->rules; rule++) {
        uint64_t key = own->place[rule] == ANYWHERE ? 0 : exchanged_parts(own, word, length, rule);
        if (key)
            note(own, to, key, word, own->sound);
    }
}

/* Bring the found ones from a place on, all of one cost, into the order of the syllables. */
static void sort_from(Spelt *to, Py_ssize_t first) {
    for (Py_ssize_t n = first + 1; n < to->count; n++) {
        int32_t number = to->number[n];
        Py_ssize_t at = n;
        for (; at > first && to->number[at - 1] > number; at--)
            to->number[at] = to->number[at - 1];
        to->number[at] = number;
    }
}

/* damage.with_letter_back: those with a letter before the word, then the others in their order. */
static void with_letter_back(const Spellings *own, uint64_t word, int length, Spelt *to) {
    Py_ssize_t alike = to->count, first = alike;
    for (int at = 0; at <= length && length < LETTERS; at++) {
        if (at == 1)
            first = to->count;
        const uint64_t around = joined(head(word, at), at + 1, tail(word, at));
        for (Py_ssize_t n = 0; n < own->inserted_count; n++) {
            uint64_t key = around | (uint64_t)own->inserted[n] << (BYTE * at);
            if (!is_seen(own, key))
                continue;
            Py_ssize_t place = note(own, to, key, word, 0);
            if (place >= 0 && place < alike)
                to->cost[place] = 0;
        }
    }
    sort_from(to, first);
}

/* damage.slips */
static void slips(const Spellings *own, uint64_t word, int length, Spelt *to) {
    for (int at = 0; at < length; at++)
        note(own, to, joined(head(word, at), at, tail(word, at + 1)), word, own->extra);
    for (int at = 0; at + 1 < length; at++) {
        uint64_t pair = (uint64_t)letter(word, at + 1) | (uint64_t)letter(word, at) << BYTE;
        note(own, to, joined(joined(head(word, at), at, pair), at + 2, tail(word, at + 2)), word, own->exchanged);
    }
    for (int at = 0; at < length; at++)
        for (int64_t n = own->beside_start[letter(word, at)]; n < own->beside_start[letter(word, at) + 1]; n++) {
            uint64_t key = joined(joined(head(word, at), at, own->beside[n]), at + 1, tail(word, at + 1));
            note(own, to, key, word, own->other_letter);
        }
    for (Py_ssize_t rule = 0; rule < own->rules; rule++) {
        uint64_t key = own->place[rule] == ANYWHERE ? exchanged_parts(own, word, length, rule) : 0;
        if (key)
            note(own, to, key, word, own->other_letter);
    }
}

void vn_find_spelt(const Spellings *own, uint64_t word, Spelt *to) {
    int length = length_of(word);
    to->count = 0;
    sounding_alike(own, word, length, to);
    to->alike = to->count;
    with_letter_back(own, word, length, to);
    slips(own, word, length, to);
}

int64_t vn_spelt_id(const Spellings *own, int32_t number) { return own->ids[number]; }

static uint8_t code_of(const Spellings *own, Py_UCS4 letter) {
    return own->code_of[letter < (uint64_t)own->codes ? (Py_ssize_t)letter : own->codes - 1];
}

uint64_t vn_spelling_key(const Spellings *own, PyObject *text, Py_ssize_t start, Py_ssize_t end) {
    uint64_t key = 0;
    int length = 0;
    for (; start < end && length < LETTERS; start++) {
        Py_UCS4 letter = PyUnicode_ReadChar(text, start);
        int is_two = letter == WITH_A_DOT; /* the small letter of this one, and no other, is two: i, and a dot */
        key |= (uint64_t)code_of(own, is_two ? 'i' : letter) << (BYTE * length++);
        if (is_two && length < LETTERS)
            key |= (uint64_t)code_of(own, (Py_UCS4)own->codes) << (BYTE * length++);
        else if (is_two)
            return 0;
    }
    return start < end ? 0 : key;
}

/* The number of a word; 0 with an exception for what is no word of eight letters at most. */
static uint64_t key_of(const Spellings *own, PyObject *word) {
    Py_UCS4 letters[LETTERS];
    Py_ssize_t size = word && PyUnicode_Check(word) ? PyUnicode_GetLength(word) : 0;
    if (size < 1 || size > LETTERS || !PyUnicode_AsUCS4(word, letters, LETTERS, 0)) {
        vn_fail(0, PyExc_ValueError, "a word of one to eight letters was expected");
        return 0;
    }
    uint64_t key = 0;
    while (size--)
        key = key << BYTE | code_of(own, letters[size]);
    return key;
}

/* spellings(keys of the syllables in order, their ids, (inserted letters, beside_start, beside, vowel), (place, read, other),
   (costs), code of each letter, the last for all others): tables for `find_spellings` */
VN_FUNCTION(vn_spellings) {
    Spellings *own = vn_given(given, 11) ? PyMem_Calloc(1, sizeof(Spellings)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->size = own->rules = own->beside_count = own->inserted_count = own->codes = VN_ANY;
    Held *held = &own->held;
    Py_ssize_t starts = 257, letters = 256;
    int good = (own->keys = VN_READ(held, args[0], uint64_t, &own->size)) &&
               (own->ids = VN_READ(held, args[1], int64_t, &own->size)) && own->size < 1 << 24 &&
               (own->inserted = VN_READ(held, args[2], uint8_t, &own->inserted_count)) && own->inserted_count < 256 &&
               (own->beside_start = VN_READ(held, args[3], int64_t, &starts)) &&
               (own->beside = VN_READ(held, args[4], uint8_t, &own->beside_count)) &&
               (own->vowel = VN_READ(held, args[5], uint8_t, &letters)) &&
               (own->place = VN_READ(held, args[6], uint8_t, &own->rules)) &&
               (own->read = VN_READ(held, args[7], uint64_t, &own->rules)) &&
               (own->other = VN_READ(held, args[8], uint64_t, &own->rules)) && vn_is_tuple(args[9]) &&
               PyArg_ParseTuple(args[9], "ffff", &own->sound, &own->extra, &own->exchanged, &own->other_letter) &&
               (own->code_of = VN_READ(held, args[10], uint8_t, &own->codes)) && own->codes > 0;
    for (Py_ssize_t at = 0; good && at < own->codes; at++)
        good = own->code_of[at] > 0; /* a word ends where its number has no byte left */
    for (int at = 0; good && at < 256; at++)
        good = vn_within(own->beside_start[at], vn_minus(own->beside_start[at + 1], own->beside_start[at]),
                         own->beside_count);
    own->mask = 1023;
    own->shift = 54; /* the highest bits of the product: all letters of a word have a part in them */
    for (; good && own->mask < 2 * (uint64_t)own->size; own->shift--)
        own->mask = 2 * own->mask + 1;
    if (good && (!(own->slots = PyMem_Calloc(own->mask + 1, sizeof(int32_t))) ||
                 !(own->seen = PyMem_Calloc(((own->mask + 1) << FINER) / 64, sizeof(uint64_t))))) {
        PyErr_NoMemory();
        good = 0;
    }
    for (Py_ssize_t n = 0; good && n < own->size; n++) {
        uint64_t slot = slot_of(own, own->keys[n]);
        while (own->slots[slot])
            slot = (slot + 1) & own->mask;
        own->slots[slot] = (int32_t)n + 1;
        uint64_t bit = own->keys[n] * VN_HASH_BASE >> (own->shift - FINER);
        own->seen[bit >> 6] |= (uint64_t)1 << (bit & 63);
    }
    PyObject *kept = good ? PyCapsule_New(own, NAME, free_spellings) : NULL;
    if (!kept) {
        vn_fail(0, PyExc_ValueError, "the tables of spellings do not fit together");
        PyMem_Free(own->slots);
        PyMem_Free(own->seen);
        vn_release(held);
        PyMem_Free(own);
    }
    return kept;
}

/* find_spellings(spellings, words, lengths, alike) -> (None, ids, costs): what each word may have been, one behind the other.
   It fills in how many they are, and how many of them sound like the word; those come first. */
VN_FUNCTION(vn_find_spellings) {
    Spellings *own = vn_given(given, 4) ? vn_as_spellings(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    if (!vn_is_list(args[1]))
        return NULL;
    Py_ssize_t count = PyList_Size(args[1]);
    int64_t *lengths = VN_WRITE(&held, args[2], int64_t, &count);
    int64_t *alike = lengths ? VN_WRITE(&held, args[3], int64_t, &count) : NULL;
    Bag ids = {0}, costs = {0};
    Spelt found;
    int good = alike != NULL;
    for (Py_ssize_t n = 0; good && n < count; n++) {
        uint64_t word = key_of(own, PyList_GetItem(args[1], n));
        if (!(good = word != 0))
            break;
        vn_find_spelt(own, word, &found);
        alike[n] = found.alike;
        lengths[n] = found.count;
        for (Py_ssize_t at = 0; at < found.count; at++)
            vn_add(&ids, &own->ids[found.number[at]], sizeof(int64_t));
        vn_add(&costs, found.cost, found.count * (Py_ssize_t)sizeof(float));
        good = !ids.full && !costs.full && !vn_stopped(n, OFTEN);
    }
    PyObject *result = NULL;
    if (good || ids.full || costs.full)
        result = vn_found(Py_None, &ids, &costs);
    PyMem_Free(ids.data);
    PyMem_Free(costs.data);
    vn_release(&held);
    return result;
}
