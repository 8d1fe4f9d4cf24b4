/* What may have stood where a doubtful word stands: the second half of candidates.py. Between the two Python says which
   words may have lost a letter, for spellings that it was never asked about. */

#include "candidates.h"

enum { MOST = 4 };

static const float free_of_cost = 0;

typedef struct {
    int64_t id;
    float gain;
} Rival;

/* Put a rival behind those that gain as much or more. */
static void insert(Bag *rivals, Rival one) {
    vn_add(rivals, &one, sizeof(one));
    if (rivals->full)
        return;
    Rival *all = (Rival *)rivals->data;
    Py_ssize_t at = rivals->size / (Py_ssize_t)sizeof(one) - 1;
    for (; at > 0 && all[at - 1].gain < one.gain; at--)
        all[at] = all[at - 1];
    all[at] = one;
}

/* Whether a rival is worth a look by the whole model: what its two bigrams gain. */
static int is_near(const Search *own, const Doubt *doubt, const int64_t *at, int64_t id, float price,
                   const Slots *slots) {
    uint8_t seen;
    float coarse = vn_fetched_pair(own->ngrams, slots[0], at[-1], id, &seen);
    coarse += vn_fetched_pair(own->ngrams, slots[1], id, at[1], &seen);
    coarse -= doubt->cost + price;
    return coarse > (doubt->legal ? own->coarse : own->coarse_illegal);
}

/* Weigh the rivals of a word, first by bigrams, then by the whole model; the best come first. */
static int weigh(const Search *own, const Doubt *doubt, const int64_t *at, const Bag *asked, const Bag *prices,
                 Bag *rivals) {
    const float *price = (const float *)prices->data;
    const NGrams *model = own->ngrams;
    const int64_t *around = at - (model->order - 1), *all = (const int64_t *)asked->data;
    Py_ssize_t count = asked->size / (Py_ssize_t)sizeof(int64_t);
    Slots slots[2 * VN_AHEAD];
    float there = 0;
    int has_there = 0;
    rivals->size = 0;
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
        if (all[n] == doubt->lower || !is_near(own, doubt, at, id, price[n], slots + 2 * (n % VN_AHEAD)))
            continue;
        if (!has_there)
            there = vn_window(model, around, at[0]) - (at[0] >= UNKNOWN_LOWER && at[0] < SPECIALS ? own->spelling : 0);
        has_there = 1;
        insert(rivals, (Rival){all[n], vn_window(model, around, id) - there - price[n]});
    }
    return !rivals->full;
}

/* weighed(search, doubts, ids, back_start, back_length, back, alike, price, extra_row, extra, extra_price) -> ([(token, first, last, cost,
   known_left, known_right)], rivals, gains): the best rivals of each doubtful word that has any. */
VN_FUNCTION(vn_weighed) {
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
    Bag asked = {0}, prices = {0}, rivals = {0}, ids_out = {0}, gains_out = {0};
    PyObject *found = good ? PyList_New(0) : NULL, *result = NULL;
    count /= (Py_ssize_t)sizeof(Doubt);
    for (Py_ssize_t row = 0; found && good && row < count; row++) {
        Doubt doubt;
        memcpy(&doubt, rows + row * (Py_ssize_t)sizeof(Doubt), sizeof(doubt));
        asked.size = prices.size = 0;
        good = doubt.position >= reach && doubt.position + reach < size && doubt.lower >= 0 && doubt.lower < backs;
        for (Py_ssize_t at = doubt.position - reach; good && at <= doubt.position + reach; at++)
            good = vn_known(own->ngrams, ids[at]);
        Py_ssize_t bare = doubt.bare < 0 ? own->bares - 1 : doubt.bare; /* the last row stands for -1 */
        good = good && bare < own->bares;
        for (Py_ssize_t n = 0; good && n < own->same_length[bare]; n++) {
            vn_add(&asked, own->same + own->same_start[bare] + n, sizeof(int64_t));
            vn_add(&prices, &free_of_cost, sizeof(float));
        }
        if (good && back_start[doubt.lower] >= 0) {
            Py_ssize_t start = back_start[doubt.lower];
            Py_ssize_t length = doubt.deep ? back_length[doubt.lower] : alike[doubt.lower];
            good = length >= 0 && start + length <= back_count;
            if (good) {
                vn_add(&asked, back + start, length * (Py_ssize_t)sizeof(int64_t));
                vn_add(&prices, price + start, length * (Py_ssize_t)sizeof(float));
            }
        }
        for (; good && extra < extras && extra_row[extra] == row; extra++) {
            vn_add(&asked, &more[extra], sizeof(int64_t));
            vn_add(&prices, &more_price[extra], sizeof(float));
        }
        good = good && !asked.full && !prices.full && weigh(own, &doubt, ids + doubt.position, &asked, &prices, &rivals);
        const Rival *best = (const Rival *)rivals.data;
        Py_ssize_t most = rivals.size / (Py_ssize_t)sizeof(Rival);
        if (!good || !most || best[0].gain < own->gain)
            continue;
        most = most < MOST ? most : MOST;
        for (Py_ssize_t n = 0; n < most; n++) {
            vn_add(&ids_out, &best[n].id, sizeof(int64_t));
            vn_add(&gains_out, &best[n].gain, sizeof(float));
        }
        PyObject *left = doubt.left ? Py_True : Py_False, *right = doubt.right ? Py_True : Py_False;
        good = vn_append(found, Py_BuildValue("nnndOO", (Py_ssize_t)doubt.token, done, done + most, (double)doubt.cost,
                                              left, right));
        done += most;
    }
    if (found && good) {
        PyObject *rival_bytes = vn_bytes(&ids_out), *gain_bytes = vn_bytes(&gains_out);
        if (rival_bytes && gain_bytes)
            result = Py_BuildValue("ONN", found, rival_bytes, gain_bytes);
    } else if (!PyErr_Occurred())
        PyErr_SetString(PyExc_IndexError, "a word or a place that is not there");
    Py_XDECREF(found);
    PyMem_Free(asked.data);
    PyMem_Free(prices.data);
    PyMem_Free(rivals.data);
    PyMem_Free(ids_out.data);
    PyMem_Free(gains_out.data);
    vn_release(&held);
    return result;
}
