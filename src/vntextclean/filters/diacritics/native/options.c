/* What words may have been, kept by their letters. The same few thousand words are doubted in all texts, and to find what
   one may have been takes as long as to look at some 30 others. */

#include "candidates.h"

/* A table of so many places, half of which are used at most; so many bytes of options are kept. Where there are more of either, all
   begins anew: some texts are of random letters. */
enum { PLACES = 1 << 15, MOST_WORDS = PLACES / 2, MOST_BYTES = 4 << 20, FETCHED = 5 };

void vn_free_options(Kept *own) {
    PyMem_Free(own->words);
    PyMem_Free(own->all.data);
}

static Py_ssize_t place_of(uint64_t key) { return (Py_ssize_t)(vn_mixed(key) & (PLACES - 1)); }

/* The place of a word, or the one where it would be. */
static Options *find(const Kept *own, uint64_t key) {
    Py_ssize_t at = place_of(key);
    while (own->words[at].key && own->words[at].key != key)
        at = (at + 1) & (PLACES - 1);
    return &own->words[at];
}

void vn_fetch_options(const Search *own, uint64_t key) {
    if (own->kept.words)
        vn_prefetch(own->kept.words + place_of(key));
}

void vn_fetch_first_options(const Search *own, uint64_t key) {
    const Options *found = own->kept.words ? find(&own->kept, key) : NULL;
    if (!found || !found->key)
        return;
    const char *first = own->kept.all.data + found->first * sizeof(Option);
    for (int line = 0; line < FETCHED; line++)
        vn_prefetch(first + VN_LINE * line);
}

/* Begin anew, for these tables of spellings; 0 where memory ran out. */
static int begin(Kept *own, const Spellings *spellings) {
    if (!own->words && !(own->words = PyMem_Calloc(PLACES, sizeof(Options))))
        return 0;
    if (own->count)
        memset(own->words, 0, PLACES * sizeof(Options));
    own->of = spellings;
    own->all.size = own->count = own->all.full = 0;
    if (!own->all.data) /* or the first word would have no place, if it can have been no other */
        vn_make_room(&own->all, sizeof(Option));
    return !own->all.full;
}

/* Put an option behind the others; 0 where the model has no such word, or memory ran out. */
static int add(const Search *own, int64_t id, float price, Bag *to) {
    if (id < 0 || id >= own->ids)
        return 0;
    Option one = {(int32_t)id, own->title_of[id], price, own->ngrams->log_prob[id], own->ngrams->backoff[id]};
    vn_add(to, &one, sizeof(one));
    return !to->full;
}

const Option *vn_options(Search *own, const Spellings *spellings, uint64_t key, Py_ssize_t bare, Py_ssize_t *count,
                         Py_ssize_t *near) {
    Kept *kept = &own->kept;
    if ((!kept->words || kept->of != spellings || kept->all.full || kept->count >= MOST_WORDS || kept->all.size > MOST_BYTES) &&
        !begin(kept, spellings))
        return NULL;
    Py_ssize_t options = kept->all.size / (Py_ssize_t)sizeof(Option);
    Options *found = find(kept, key);
    if (!found->key) {
        Spelt spelt;
        vn_find_spelt(spellings, key, &spelt);
        Py_ssize_t same = own->same_length[bare];
        same = same < VN_MOST_SPELLINGS ? same : VN_MOST_SPELLINGS;
        Options made = {key, (uint32_t)options, (uint16_t)(same + spelt.count), (uint16_t)(same + spelt.alike)};
        int good = 1;
        for (Py_ssize_t n = 0; n < same && good; n++)
            good = add(own, own->same[own->same_start[bare] + n], 0, &kept->all);
        for (Py_ssize_t n = 0; n < spelt.count && good; n++)
            good = add(own, vn_spelt_id(spellings, spelt.number[n]), spelt.cost[n], &kept->all);
        if (!good)
            return NULL;
        *found = made;
        kept->count++;
    }
    *count = found->count;
    *near = found->near;
    return (const Option *)kept->all.data + found->first;
}
