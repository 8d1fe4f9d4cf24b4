/* Candidates for doubtful words, ranked: filters/diacritics/candidates.py. Between `detect` and this, Python lists the
   words that may have lost a letter, for spellings that it was never asked about. */

#include "candidates.h"

typedef struct {
    int64_t id;
    float gain;
} Candidate;

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

/* Whether a candidate is to be scored by the whole model: what its two bigrams gain. */
static int is_near(const Search *own, const Doubt *doubt, const int64_t *at, int64_t id, float price,
                   const Slots *slots) {
    uint8_t seen;
    float coarse = vn_fetched_pair(own->ngrams, slots[0], at[-1], id, &seen);
    coarse += vn_fetched_pair(own->ngrams, slots[1], id, at[1], &seen);
    coarse -= doubt->cost + price;
    return coarse > (doubt->legal ? own->coarse : own->coarse_illegal);
}

/* Rank the candidates of a word, first by bigrams, then by the whole model; the best come first. 0 where one is not
   there, or memory ran out (then `ranked` is full). */
static int rank(const Search *own, const Doubt *doubt, const int64_t *at, const Bag *asked, const Bag *prices,
                Bag *ranked) {
    /* The first candidates have the same letters and no price. */
    const float *price = (const float *)prices->data;
    Py_ssize_t free_ones = asked->size / (Py_ssize_t)sizeof(int64_t) - prices->size / (Py_ssize_t)sizeof(float);
    const NGrams *model = own->ngrams;
    const int64_t *around = at - (model->order - 1), *all = (const int64_t *)asked->data;
    Py_ssize_t count = asked->size / (Py_ssize_t)sizeof(int64_t);
    Slots slots[2 * VN_AHEAD];
    float there = 0;
    int has_there = 0;
    ranked->size = 0;
    for (Py_ssize_t n = 0; n < count; n++)
        if (all[n] < 0 || all[n] >= own->ids)
            return 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        for (Py_ssize_t ahead = n; n % VN_AHEAD == 0 && ahead < count && ahead < n + VN_AHEAD; ahead++) {
            int64_t id = doubt->named ? own->title_of[all[ahead]] : all[ahead];
            slots[2 * (ahead - n)] = vn_fetch(&model->orders[0], vn_pair_key(at[-1], id));
            slots[2 * (ahead - n) + 1] = vn_fetch(&model->orders[0], vn_pair_key(id, at[1]));
        }
        int64_t id = doubt->named ? own->title_of[all[n]] : all[n];
        float cost = n < free_ones ? 0 : price[n - free_ones];
        if (all[n] == doubt->lower || !is_near(own, doubt, at, id, cost, slots + 2 * (n % VN_AHEAD)))
            continue;
        if (!has_there)
            there = vn_window(model, around, at[0]) - (at[0] >= VN_UNKNOWN_LOWER && at[0] < VN_SPECIALS ? own->spelling : 0);
        has_there = 1;
        insert(ranked, (Candidate){all[n], vn_window(model, around, id) - there - cost});
    }
    return !ranked->full;
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
    Py_ssize_t count = VN_ANY, size = VN_ANY, backs = VN_ANY, back_count = VN_ANY, extras = VN_ANY, extra = 0, done = 0;
    const int64_t *ids = NULL, *back_start = NULL, *back_length = NULL, *back = NULL, *extra_row = NULL, *more = NULL;
    const int64_t *alike = NULL;
    const float *price = NULL, *more_price = NULL;
    const char *rows = VN_READ(&held, args[1], char, &count);
    int reach = own->ngrams->order - 1;
    int good = rows && count % (Py_ssize_t)sizeof(Doubt) == 0 && (ids = VN_READ(&held, args[2], int64_t, &size)) &&
               (back_start = VN_READ(&held, args[3], int64_t, &backs)) &&
               (back_length = VN_READ(&held, args[4], int64_t, &backs)) &&
               (back = VN_READ(&held, args[5], int64_t, &back_count)) &&
               (alike = VN_READ(&held, args[6], int64_t, &backs)) &&
               (price = VN_READ(&held, args[7], float, &back_count)) &&
               (extra_row = VN_READ(&held, args[8], int64_t, &extras)) &&
               (more = VN_READ(&held, args[9], int64_t, &extras)) &&
               (more_price = VN_READ(&held, args[10], float, &extras));
    Bag asked = {0}, prices = {0}, ranked = {0}, ids_out = {0}, gains_out = {0};
    PyObject *found = good ? PyList_New(0) : NULL, *result = NULL;
    count /= (Py_ssize_t)sizeof(Doubt);
    for (Py_ssize_t row = 0; found && good && row < count; row++) {
        Doubt doubt;
        memcpy(&doubt, rows + row * (Py_ssize_t)sizeof(Doubt), sizeof(doubt));
        asked.size = prices.size = 0;
        good = !vn_stopped(row, OFTEN) && doubt.position >= reach && doubt.position < size - reach && doubt.lower >= 0 && doubt.lower < backs;
        for (Py_ssize_t at = doubt.position - reach; good && at <= doubt.position + reach; at++)
            good = vn_known(own->ngrams, ids[at]);
        Py_ssize_t bare = doubt.bare < 0 ? own->bares - 1 : doubt.bare; /* the last row stands for -1 */
        good = good && bare < own->bares;
        if (good)
            vn_add(&asked, own->same + own->same_start[bare], own->same_length[bare] * (Py_ssize_t)sizeof(int64_t));
        if (good && back_start[doubt.lower] >= 0) {
            Py_ssize_t start = back_start[doubt.lower];
            Py_ssize_t length = doubt.deep ? back_length[doubt.lower] : alike[doubt.lower];
            good = vn_within(start, length, back_count);
            if (good) {
                vn_add(&asked, back + start, length * (Py_ssize_t)sizeof(int64_t));
                vn_add(&prices, price + start, length * (Py_ssize_t)sizeof(float));
            }
        }
        for (; good && extra < extras && extra_row[extra] == row; extra++) {
            vn_add(&asked, &more[extra], sizeof(int64_t));
            vn_add(&prices, &more_price[extra], sizeof(float));
        }
        good = good && !asked.full && !prices.full && rank(own, &doubt, ids + doubt.position, &asked, &prices, &ranked);
        const Candidate *best = (const Candidate *)ranked.data;
        Py_ssize_t most = ranked.size / (Py_ssize_t)sizeof(Candidate);
        if (!good || !most || best[0].gain < own->gain)
            continue;
        most = most < own->most ? most : own->most;
        for (Py_ssize_t n = 0; n < most; n++) {
            vn_add(&ids_out, &best[n].id, sizeof(int64_t));
            vn_add(&gains_out, &best[n].gain, sizeof(float));
        }
        PyObject *left = doubt.left ? Py_True : Py_False, *right = doubt.right ? Py_True : Py_False;
        good = vn_append(found, Py_BuildValue("nnndOO", (Py_ssize_t)doubt.token, done, done + most, (double)doubt.cost,
                                              left, right));
        done += most;
    }
    if (found && good)
        result = vn_found(found, &ids_out, &gains_out);
    else
        vn_fail(asked.full || prices.full || ranked.full, PyExc_IndexError, "a word or a place that is not there");
    Py_XDECREF(found);
    PyMem_Free(asked.data);
    PyMem_Free(prices.data);
    PyMem_Free(ranked.data);
    PyMem_Free(ids_out.data);
    PyMem_Free(gains_out.data);
    vn_release(&held);
    return result;
}
