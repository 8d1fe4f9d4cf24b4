/* What a word may have been, by its letters. */

#ifndef VN_SPELLINGS_H
#define VN_SPELLINGS_H

#include "kernel.h"

/* The most that are found for one word, and the bits of the sieve for a slot of the table, as a power of two. */
enum { VN_MOST_SPELLINGS = 4096, VN_FINER = 4 };

/* The syllables, and how a word may have come from one; `spelling_tables.c` makes it. */
typedef struct {
    Held held;
    Py_ssize_t size, rules, beside_count, inserted_count, codes;
    const uint64_t *keys, *read, *other;
    const int64_t *ids, *beside_start;
    const uint8_t *beside, *inserted, *vowel, *place, *code_of;
    float sound, extra, exchanged, other_letter;
    uint64_t mask;
    int shift;
    int32_t *slots; /* number of a key plus one, or 0 */
    uint64_t *seen; /* bits by hash, 1 << VN_FINER for a slot: of 500 words tried for one a dozen are found */
} Spellings;

/* The syllables found for one word, by number, in the order of finding; the first `alike` sound like it. */
typedef struct {
    Py_ssize_t count, alike;
    int32_t number[VN_MOST_SPELLINGS];
    float cost[VN_MOST_SPELLINGS];
} Spelt;

Spellings *vn_as_spellings(PyObject *capsule);

/* Where a key is looked for first; one product, for a word is tried with 500 letters put in. */
static inline uint64_t vn_spelling_slot(const Spellings *own, uint64_t key) { return key * VN_HASH_BASE >> own->shift; }

/* The bit of a key in the sieve. */
static inline uint64_t vn_spelling_bit(const Spellings *own, uint64_t key) {
    return key * VN_HASH_BASE >> (own->shift - VN_FINER);
}

/* The number of a word of a text in any case, that of no letters where it has more than eight. */
uint64_t vn_spelling_key(const Spellings *own, PyObject *text, Py_ssize_t start, Py_ssize_t end);

/* What the word of a key may have been. */
void vn_find_spelt(const Spellings *own, uint64_t word, Spelt *to);

/* The id of a syllable by its number. */
int64_t vn_spelt_id(const Spellings *own, int32_t number);

#endif
