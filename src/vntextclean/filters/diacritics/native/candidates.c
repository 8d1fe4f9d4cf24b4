/* Candidates for doubtful words, ranked: filters/diacritics/proposing/candidates.py. Between `detect` and this, Python lists the
   words that may have lost a letter, for spellings that it was never asked about. */

#include "ranking.h"

enum { OFTEN = 1 << 8 /* doubtful words between two looks at signals */ };

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
    vn_fetch_candidates(own, in->ids + doubt->position, to, 0);
    return 1;
}

/* Whether memory ran out for one of three words. */
static int is_full(const Asked *three) {
    int full = 0;
    for (int n = 0; n < 3; n++)
        full |= three[n].asked.full || three[n].prices.full || three[n].near.full;
    return full;
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
    Asked three[3] = {0}; /* of one word the bigrams are on their way, of the one before it the longer n-grams */
    Bag ranked = {0}, ids_out = {0}, gains_out = {0};
    PyObject *found = good ? PyList_New(0) : NULL, *result = NULL;
    Py_ssize_t count = in.count / (Py_ssize_t)sizeof(Doubt), extra = 0, done = 0;
    for (Py_ssize_t step = 0; found && good && step < count + 2; step++) {
        Py_ssize_t row = step - 2;
        good = !vn_stopped(step, OFTEN) && (step >= count || list(own, &in, step, &extra, &three[step % 3]));
        if (good && step >= 1 && step <= count) {
            Asked *now = &three[(step - 1) % 3];
            vn_keep_near(own, in.ids + now->doubt.position, now);
            good = !now->near.full;
        }
        if (!good || row < 0)
            continue;
        Doubt doubt = three[row % 3].doubt;
        vn_rank_near(own, in.ids + doubt.position, &three[row % 3], &ranked);
        good = !ranked.full;
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
        vn_fail(is_full(three) || ranked.full, PyExc_IndexError, "a word or a place that is not there");
    Py_XDECREF(found);
    for (int n = 0; n < 3; n++) {
        PyMem_Free(three[n].asked.data);
        PyMem_Free(three[n].prices.data);
        PyMem_Free(three[n].near.data);
    }
    PyMem_Free(ranked.data);
    PyMem_Free(ids_out.data);
    PyMem_Free(gains_out.data);
    vn_release(&held);
    return result;
}
