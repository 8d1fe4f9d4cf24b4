/* Candidates for doubtful words, ranked: filters/diacritics/candidates.py. Between `detect` and this, Python lists the
   words that may have lost a letter, for spellings that it was never asked about. */

#include "candidates.h"

typedef struct {
    int64_t id;
    float gain;
} Candidate;

/* A candidate that may be scored by the whole model: its lower-case id, the id it would have, the log-probability of its
   pair on the left, its price, and where its pair on the right is. */
typedef struct {
    int64_t number, id;
    float left, cost;
    Slots right;
} Near;

enum { OFTEN = 1 << 8 /* doubtful words between two looks at signals */ };

/* Put a candidate behind those that gain as much or more. */
static void insert(Bag *ranked, Candidate one) {
    vn_add(ranked, &one, sizeof(one));
    if (ranked->full)
        return;
    Candidate *all = (Candidate *)ranked->data;
    Py_ssize_t at = ranked->size / (Py_ssize_t)sizeof(one) - 1;
    for (; at > 0 && all[at - 1].gain < one.gain; at--)
        all[at] = all[at - 1];
    all[at] = one;
}

/* A doubtful word and its candidates; the first have the same letters and no price. `slots` are of the pairs on the left,
   which are fetched while the word before is ranked. */
typedef struct {
    Doubt doubt;
    const int64_t *at;
    Bag asked, prices, slots;
} Word;

static void fetch(const Search *own, Word *word) {
    const int64_t *all = (const int64_t *)word->asked.data;
    Py_ssize_t count = word->asked.size / (Py_ssize_t)sizeof(int64_t);
    word->slots.size = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        int64_t id = word->doubt.named ? own->title_of[all[n]] : all[n];
        Slots slots = vn_fetch(&own->ngrams->orders[0], vn_pair_key(word->at[-1], id));
        vn_add(&word->slots, &slots, sizeof(slots));
    }
}

/* Rank the candidates of a word, first by bigrams, then by the whole model; the best come first. 0 where memory ran out
   (then `ranked` is full). */
static int rank(const Search *own, const Word *word, Bag *near, Bag *ranked) {
    const Doubt *doubt = &word->doubt;
    const float *price = (const float *)word->prices.data, least = doubt->legal ? own->coarse : own->coarse_illegal;
    const NGrams *model = own->ngrams;
    const int64_t *at = word->at, *around = at - (model->order - 1), *all = (const int64_t *)word->asked.data;
    const Slots *slots = (const Slots *)word->slots.data;
    Py_ssize_t count = word->asked.size / (Py_ssize_t)sizeof(int64_t);
    Py_ssize_t free_ones = count - word->prices.size / (Py_ssize_t)sizeof(float);
    float there = 0;
    int has_there = 0;
    ranked->size = near->size = 0;
    /* What the pair on the left costs rules out half of them: no pair adds more than VN_MOST_LOG_PROB. */
    for (Py_ssize_t n = 0; n < count; n++) {
        int64_t id = doubt->named ? own->title_of[all[n]] : all[n];
        float cost = n < free_ones ? 0 : price[n - free_ones];
        uint8_t seen;
        float left = vn_fetched_pair(model, slots[n], at[-1], id, &seen);
        if (all[n] == doubt->lower || !(left + VN_MOST_LOG_PROB - (doubt->cost + cost) > least))
            continue;
        Near one = {all[n], id, left, cost, vn_fetch(&model->orders[0], vn_pair_key(id, at[1]))};
        vn_add(near, &one, sizeof(one));
    }
    const Near *some = (const Near *)near->data;
    for (Py_ssize_t n = 0; !near->full && n < near->size / (Py_ssize_t)sizeof(Near); n++) {
        Near one = some[n];
        uint8_t seen;
        float coarse = one.left + vn_fetched_pair(model, one.right, one.id, at[1], &seen);
        coarse -= doubt->cost + one.cost;
        if (!(coarse > least))
            continue;
        if (!has_there)
            there = vn_window(model, around, at[0]) -
                    (at[0] >= VN_UNKNOWN_LOWER && at[0] < VN_SPECIALS ? own->spelling : 0);
        has_there = 1;
        insert(ranked, (Candidate){one.number, vn_window(model, around, one.id) - there - one.cost});
    }
    ranked->full |= near->full;
    return !ranked->full;
}

/* What is asked of all words, and what is found of them. */
typedef struct {
    const int64_t *ids, *back_start, *back_length, *back, *alike, *extra_row, *more;
    const float *price, *more_price;
    Py_ssize_t size, backs, back_count, extras, extra, done;
    Bag near, ranked, ids_out, gains_out;
    PyObject *found;
} Asked;

/* The candidates of a word; 0 where one is not there or memory ran out. */
static int read_word(const Search *own, Asked *in, Py_ssize_t row, Word *to) {
    const Doubt *doubt = &to->doubt;
    int reach = own->ngrams->order - 1;
    to->asked.size = to->prices.size = 0;
    if (doubt->position < reach || doubt->position >= in->size - reach || doubt->lower < 0 || doubt->lower >= in->backs)
        return 0;
    for (Py_ssize_t at = doubt->position - reach; at <= doubt->position + reach; at++)
        if (!vn_known(own->ngrams, in->ids[at]))
            return 0;
    to->at = in->ids + doubt->position;
    Py_ssize_t bare = doubt->bare < 0 ? own->bares - 1 : doubt->bare; /* the last row stands for -1 */
    if (bare >= own->bares)
        return 0;
    vn_add(&to->asked, own->same + own->same_start[bare], own->same_length[bare] * (Py_ssize_t)sizeof(int64_t));
    if (in->back_start[doubt->lower] >= 0) {
        Py_ssize_t start = in->back_start[doubt->lower];
        Py_ssize_t length = doubt->deep ? in->back_length[doubt->lower] : in->alike[doubt->lower];
        if (!vn_within(start, length, in->back_count))
            return 0;
        vn_add(&to->asked, in->back + start, length * (Py_ssize_t)sizeof(int64_t));
        vn_add(&to->prices, in->price + start, length * (Py_ssize_t)sizeof(float));
    }
    for (; in->extra < in->extras && in->extra_row[in->extra] == row; in->extra++) {
        vn_add(&to->asked, &in->more[in->extra], sizeof(int64_t));
        vn_add(&to->prices, &in->more_price[in->extra], sizeof(float));
    }
    if (to->asked.full || to->prices.full)
        return 0;
    const int64_t *all = (const int64_t *)to->asked.data;
    for (Py_ssize_t n = 0; n < to->asked.size / (Py_ssize_t)sizeof(int64_t); n++)
        if (all[n] < 0 || all[n] >= own->ids)
            return 0;
    fetch(own, to);
    return !to->slots.full;
}

/* Put the best candidates of a word behind those of others; 0 where memory ran out. */
static int settle(const Search *own, Asked *in, const Word *word) {
    if (!rank(own, word, &in->near, &in->ranked))
        return 0;
    const Candidate *best = (const Candidate *)in->ranked.data;
    Py_ssize_t most = in->ranked.size / (Py_ssize_t)sizeof(Candidate);
    if (!most || best[0].gain < own->gain)
        return 1;
    most = most < own->most ? most : own->most;
    for (Py_ssize_t n = 0; n < most; n++) {
        vn_add(&in->ids_out, &best[n].id, sizeof(int64_t));
        vn_add(&in->gains_out, &best[n].gain, sizeof(float));
    }
    const Doubt *doubt = &word->doubt;
    PyObject *left = doubt->left ? Py_True : Py_False, *right = doubt->right ? Py_True : Py_False;
    in->done += most;
    return vn_append(in->found, Py_BuildValue("nnndOO", (Py_ssize_t)doubt->token, in->done - most, in->done,
                                              (double)doubt->cost, left, right));
}

/* rank_candidates(candidates, doubts, ids, back_start, back_length, back, alike, price, extra_row, extra, extra_price) ->
   ([(token, first, last, cost, known_left, known_right)], ids, gains): the best candidates of each doubtful word that has
   any. */
VN_FUNCTION(vn_rank_candidates) {
    Search *own = vn_given(given, 11) ? vn_as_search(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Asked in = {.size = VN_ANY, .backs = VN_ANY, .back_count = VN_ANY, .extras = VN_ANY};
    Word words[2] = {{{0}}, {{0}}}, *waiting = NULL;
    Py_ssize_t count = VN_ANY;
    const char *rows = VN_READ(&held, args[1], char, &count);
    int good = rows && count % (Py_ssize_t)sizeof(Doubt) == 0 && (in.ids = VN_READ(&held, args[2], int64_t, &in.size)) &&
               (in.back_start = VN_READ(&held, args[3], int64_t, &in.backs)) &&
               (in.back_length = VN_READ(&held, args[4], int64_t, &in.backs)) &&
               (in.back = VN_READ(&held, args[5], int64_t, &in.back_count)) &&
               (in.alike = VN_READ(&held, args[6], int64_t, &in.backs)) &&
               (in.price = VN_READ(&held, args[7], float, &in.back_count)) &&
               (in.extra_row = VN_READ(&held, args[8], int64_t, &in.extras)) &&
               (in.more = VN_READ(&held, args[9], int64_t, &in.extras)) &&
               (in.more_price = VN_READ(&held, args[10], float, &in.extras)) && (in.found = PyList_New(0));
    count /= (Py_ssize_t)sizeof(Doubt);
    for (Py_ssize_t row = 0; good && row < count; row++) {
        Word *word = &words[row % 2];
        memcpy(&word->doubt, rows + row * (Py_ssize_t)sizeof(Doubt), sizeof(Doubt));
        good = !vn_stopped(row, OFTEN) && read_word(own, &in, row, word) && (!waiting || settle(own, &in, waiting));
        waiting = word;
    }
    good = good && (!waiting || settle(own, &in, waiting));
    PyObject *result = good ? vn_found(in.found, &in.ids_out, &in.gains_out) : NULL;
    int full = in.near.full || in.ranked.full;
    for (int n = 0; n < 2; n++) {
        full |= words[n].asked.full || words[n].prices.full || words[n].slots.full;
        PyMem_Free(words[n].asked.data);
        PyMem_Free(words[n].prices.data);
        PyMem_Free(words[n].slots.data);
    }
    if (!good)
        vn_fail(full, PyExc_IndexError, "a word or a place that is not there");
    Py_XDECREF(in.found);
    PyMem_Free(in.near.data);
    PyMem_Free(in.ranked.data);
    PyMem_Free(in.ids_out.data);
    PyMem_Free(in.gains_out.data);
    vn_release(&held);
    return result;
}
