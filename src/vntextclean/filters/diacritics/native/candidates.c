/* Candidates for doubtful words, ranked: filters/diacritics/candidates.py. Between `detect` and this, Python lists the
   words that may have lost a letter, for spellings that it was never asked about. */

#include "candidates.h"

typedef struct {
    int64_t id;
    float gain;
} Candidate;

/* A candidate that is to be scored by the whole model: its word, the id of that as it is written there, its price. */
typedef struct {
    int64_t word, id;
    float cost;
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

/* Whether a candidate is to be scored by the whole model: what its two bigrams gain. Where one side is settled, it must
   gain more than half on the other. */
static int is_near(const Search *own, const Doubt *doubt, const int64_t *at, int64_t id, float price,
                   const Slots *slots) {
    uint8_t seen;
    float coarse, least = (own->coarse + price) / 2;
    if (doubt->settled == LEFT) {
        float right = vn_fetched_pair(own->ngrams, slots[1], id, at[1], &seen);
        if (!(right - doubt->cost_right > least))
            return 0;
        coarse = vn_pair(own->ngrams, at[-1], id, &seen) + right;
    } else {
        coarse = vn_fetched_pair(own->ngrams, slots[0], at[-1], id, &seen);
        if (doubt->settled == RIGHT) {
            if (!(coarse - (doubt->cost - doubt->cost_right) > least))
                return 0;
            coarse += vn_pair(own->ngrams, id, at[1], &seen);
        } else
            coarse += vn_fetched_pair(own->ngrams, slots[1], id, at[1], &seen);
    }
    coarse -= doubt->cost + price;
    return coarse > (doubt->legal ? own->coarse : own->coarse_illegal);
}

/* A doubtful word, the ids and prices of its candidates (the first have the same letters and no price), and where the
   bigrams that were fetched last lie. */
typedef struct {
    Doubt doubt;
    Bag asked, prices;
    Slots slots[2 * VN_AHEAD];
} Asked;

/* Fetch the bigrams of the next VN_AHEAD candidates, so that they are there when they are read. */
static void fetch(const Search *own, const int64_t *at, Asked *to, Py_ssize_t from) {
    const int64_t *all = (const int64_t *)to->asked.data;
    Py_ssize_t count = to->asked.size / (Py_ssize_t)sizeof(int64_t);
    for (Py_ssize_t n = from; n < count && n < from + VN_AHEAD; n++) {
        int64_t id = to->doubt.named ? own->title_of[all[n]] : all[n];
        if (to->doubt.settled != LEFT)
            to->slots[2 * (n - from)] = vn_fetch(&own->ngrams->orders[0], vn_pair_key(at[-1], id));
        if (to->doubt.settled != RIGHT)
            to->slots[2 * (n - from) + 1] = vn_fetch(&own->ngrams->orders[0], vn_pair_key(id, at[1]));
    }
}

/* Rank the candidates of a word, first by bigrams, then by the whole model; the best come first. 0 where memory ran out
   (then a bag is full). The first bigrams were fetched. */
static int rank(const Search *own, const int64_t *at, Asked *from, Bag *near, Bag *ranked) {
    const Doubt *doubt = &from->doubt;
    const float *price = (const float *)from->prices.data;
    const int64_t *all = (const int64_t *)from->asked.data;
    Py_ssize_t count = from->asked.size / (Py_ssize_t)sizeof(int64_t);
    Py_ssize_t free_ones = count - from->prices.size / (Py_ssize_t)sizeof(float);
    const NGrams *model = own->ngrams;
    const int64_t *around = at - (model->order - 1);
    near->size = ranked->size = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        if (n && n % VN_AHEAD == 0)
            fetch(own, at, from, n);
        int64_t id = doubt->named ? own->title_of[all[n]] : all[n];
        float cost = n < free_ones ? 0 : price[n - free_ones];
        if (all[n] == doubt->lower || !is_near(own, doubt, at, id, cost, from->slots + 2 * (n % VN_AHEAD)))
            continue;
        vn_fetch_window(model, around, id);
        vn_add(near, &(Near){all[n], id, cost}, sizeof(Near));
    }
    Py_ssize_t kept = near->size / (Py_ssize_t)sizeof(Near);
    if (!kept || near->full)
        return !near->full;
    vn_fetch_window(model, around, at[0]);
    float there = vn_window(model, around, at[0]) - (at[0] >= VN_UNKNOWN_LOWER && at[0] < VN_SPECIALS ? own->spelling : 0);
    for (Py_ssize_t n = 0; n < kept; n++) {
        Near one = ((const Near *)near->data)[n];
        insert(ranked, (Candidate){one.word, vn_window(model, around, one.id) - there - one.cost});
    }
    return !ranked->full;
}

/* What Python gives: the doubtful words, the padded ids of the text, and the tables of other spellings. */
typedef struct {
    Py_ssize_t count, size, backs, back_count, extras;
    const char *rows;
    const int64_t *ids, *back_start, *back_length, *back, *alike, *extra_row, *more;
    const float *price, *more_price;
} Given;

/* List the candidates of a row, those that Python found from `extra` on; 0 where one is not there or memory ran out. */
static int list(const Search *own, const Given *in, Py_ssize_t row, Py_ssize_t *extra, Asked *to) {
    int reach = own->ngrams->order - 1;
    Doubt *doubt = &to->doubt;
    memcpy(doubt, in->rows + row * (Py_ssize_t)sizeof(Doubt), sizeof(Doubt));
    to->asked.size = to->prices.size = 0;
    if (doubt->position < reach || doubt->position >= in->size - reach || doubt->lower < 0 || doubt->lower >= in->backs)
        return 0;
    for (Py_ssize_t at = doubt->position - reach; at <= doubt->position + reach; at++)
        if (!vn_known(own->ngrams, in->ids[at]))
            return 0;
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
    Py_ssize_t first = *extra;
    while (*extra < in->extras && in->extra_row[*extra] == row)
        ++*extra;
    vn_add(&to->asked, in->more + first, (*extra - first) * (Py_ssize_t)sizeof(int64_t));
    vn_add(&to->prices, in->more_price + first, (*extra - first) * (Py_ssize_t)sizeof(float));
    if (to->asked.full || to->prices.full)
        return 0;
    const int64_t *all = (const int64_t *)to->asked.data;
    for (Py_ssize_t n = 0; n < to->asked.size / (Py_ssize_t)sizeof(int64_t); n++)
        if (all[n] < 0 || all[n] >= own->ids)
            return 0;
    fetch(own, in->ids + doubt->position, to, 0);
    return 1;
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
    Given in = {VN_ANY, VN_ANY, VN_ANY, VN_ANY, VN_ANY};
    int good = (in.rows = VN_READ(&held, args[1], char, &in.count)) && in.count % (Py_ssize_t)sizeof(Doubt) == 0 &&
               (in.ids = VN_READ(&held, args[2], int64_t, &in.size)) &&
               (in.back_start = VN_READ(&held, args[3], int64_t, &in.backs)) &&
               (in.back_length = VN_READ(&held, args[4], int64_t, &in.backs)) &&
               (in.back = VN_READ(&held, args[5], int64_t, &in.back_count)) &&
               (in.alike = VN_READ(&held, args[6], int64_t, &in.backs)) &&
               (in.price = VN_READ(&held, args[7], float, &in.back_count)) &&
               (in.extra_row = VN_READ(&held, args[8], int64_t, &in.extras)) &&
               (in.more = VN_READ(&held, args[9], int64_t, &in.extras)) &&
               (in.more_price = VN_READ(&held, args[10], float, &in.extras));
    Asked both[2] = {0}; /* the word at hand and the next, whose bigrams are on their way meanwhile */
    Bag near = {0}, ranked = {0}, ids_out = {0}, gains_out = {0};
    PyObject *found = good ? PyList_New(0) : NULL, *result = NULL;
    Py_ssize_t count = in.count / (Py_ssize_t)sizeof(Doubt), extra = 0, done = 0;
    good = good && (!count || list(own, &in, 0, &extra, &both[0]));
    for (Py_ssize_t row = 0; found && good && row < count; row++) {
        Asked *now = &both[row & 1];
        Doubt doubt = now->doubt;
        good = !vn_stopped(row, OFTEN) && (row + 1 == count || list(own, &in, row + 1, &extra, &both[(row + 1) & 1])) &&
               rank(own, in.ids + doubt.position, now, &near, &ranked);
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
        vn_fail(both[0].asked.full || both[0].prices.full || both[1].asked.full || both[1].prices.full || near.full ||
                    ranked.full, PyExc_IndexError, "a word or a place that is not there");
    Py_XDECREF(found);
    for (int n = 0; n < 2; n++) {
        PyMem_Free(both[n].asked.data);
        PyMem_Free(both[n].prices.data);
    }
    PyMem_Free(near.data);
    PyMem_Free(ranked.data);
    PyMem_Free(ids_out.data);
    PyMem_Free(gains_out.data);
    vn_release(&held);
    return result;
}
