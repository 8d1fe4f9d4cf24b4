/* The tables for candidates, and one doubtful word. */

#ifndef VN_CANDIDATES_H
#define VN_CANDIDATES_H

#include "ngrams.h"
#include "scanned.h"
#include "spellings.h"

/* What a word may have been: the id of that in small letters and as a name, what it must gain beyond others, and what the
   model says of the first by itself: it lies at hand here, and far apart in the tables of all words. */
typedef struct {
    int32_t id, title;
    float price, log_prob, backoff;
} Option;

/* Where the options of a word begin, how many there are, and how many are tried where its neighbours know it: those of the
   same letters, and those that sound like it. `key` is 0 where none are kept. */
typedef struct {
    uint64_t key;
    uint32_t first;
    uint16_t count, near;
} Options;

/* The options of the words that were asked about, by their letters. */
typedef struct {
    const Spellings *of;
    Options *words;
    Py_ssize_t count;
    Bag all;
} Kept;

typedef struct {
    Held held;
    PyObject *model;
    const NGrams *ngrams;
    Py_ssize_t ids, size, bares, same_count;
    const uint8_t *legal;
    const int32_t *title_of;
    const int64_t *same_start, *same_length, *same;
    const uint8_t *settled; /* two bits a slot of the bigrams, or NULL: filters/diacritics/proposing/settled_pairs.py */
    float coarse, coarse_illegal, gain, spelling;
    int longest, most;
    Kept kept;
} Search;

/* The sides of a word, as bits. */
enum { LEFT = 1, RIGHT = 2 };

/* `cost` is that of both bigrams, `cost_right` that of the second; `settled` are the sides where no candidate gains half of
   what it must gain by both. */
typedef struct {
    int64_t token, position;
    int32_t lower, bare;
    float cost, cost_right;
    uint8_t legal, left, right, deep, named, settled;
} Doubt;

Search *vn_as_search(PyObject *capsule);

/* Which syllables are doubted: those that cost more than `doubt` (nats). With `letters` each is compared with what has other
   letters. */
typedef struct {
    float doubt;
    int letters;
} Reach;

/* The words of a text and the ids of its stream, with the repairs already made; the scores of its pairs where they
   are known, whether they are those of all these ids (`is_plain`), how far is searched, and how far it was searched before,
   if it was. */
typedef struct {
    PyObject *text;
    Scanned scan;
    const int64_t *ids;
    const float *score;
    const uint8_t *seen;
    Reach reach, before;
    int again, is_plain;
} Words;

/* The doubtful ones of `asked` words, a Doubt each: of all, or of those listed. 0 with an exception where a word or a place
   is not there. */
int vn_find_doubts(const Search *own, const Words *in, const int64_t *only, Py_ssize_t asked, Bag *to);

/* Fetch where the options of a word are looked up. */
void vn_fetch_options(const Search *own, uint64_t key);

/* Fetch the options of a word, if they are kept. */
void vn_fetch_first_options(const Search *own, uint64_t key);

/* What a word may have been, by its letters and the number of those without marks; NULL where memory ran out. It is good
   until the next call. */
const Option *vn_options(Search *own, const Spellings *spellings, uint64_t key, Py_ssize_t bare, Py_ssize_t *count,
                         Py_ssize_t *near);

void vn_free_options(Kept *own);

/* What a search finds: for Python the doubtful words that have a likelier candidate, and their best ones. */
typedef struct {
    PyObject *found;
    Bag ids, gains;
} Best;

/* Add the best candidates of the doubtful words to those found; 0 with an exception where that cannot be done. */
int vn_rank(Search *own, const Spellings *spellings, const Words *in, const Doubt *doubts, Py_ssize_t count, Best *to);

/* All of it: doubt, and rank. `only` is None, or the numbers of the words that are asked about. */
int vn_search_words(Search *own, const Spellings *spellings, Held *held, const Words *in, PyObject *only, Best *to);

#endif
