/* What a word may have been, other letters and all: filters/diacritics/proposing/other_spellings.py. A word of up to eight letters
   is one number, a byte for each letter's code, the first letter lowest. */

#include "spellings.h"

enum { LETTERS = 8, BYTE = 8, WITH_A_DOT = 0x130, OFTEN = 1 << 12 };
enum { AT_ONSET, BEFORE_VOWEL, AT_CODA, ANYWHERE }; /* where a rule holds; other_spellings.py has the same */

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

/* Whether a word may be a syllable; one in thirty that are none is asked for in the table. */
static int is_seen(const Spellings *own, uint64_t key) {
    uint64_t bit = vn_spelling_bit(own, key);
    return own->seen[bit >> 6] >> (bit & 63) & 1;
}

/* The number of a syllable, -1 if it is none. */
static int32_t number_of(const Spellings *own, uint64_t key) {
    if (!is_seen(own, key))
        return -1;
    for (uint64_t slot = vn_spelling_slot(own, key); own->slots[slot]; slot = (slot + 1) & own->mask)
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
