/* The candidates of doubtful words, ranked first by bigrams, then by the whole model.

   The n-grams lie in tables far from the processor. So all candidates of many words are looked up in one go, each fetched a
   while before it is read: word by word, with the next step of one between those of the others, it took three times as
   long. */

#include "ranking.h"

enum { AHEAD = 16 /* candidates before its turn that the bigrams of one are fetched */ };

/* One that may be near, and the entries of its pairs with the words beside it; `open` is the side that is still on its
   way, or 0. */
typedef struct {
    Candidate one;
    int open;
    Slots slots;
    Entry left, right;
} Near;

typedef struct {
    int64_t id;
    float gain;
} Ranked;

/* Fetch the bigrams of a candidate that are read first: those of both sides, or of the one that is not settled. */
static void fetch(const Work *work, const Candidate *one, Slots *both) {
    const Row *row = &work->rows[one->row];
    const Order *pairs = &work->own->ngrams->orders[0];
    if (row->settled != LEFT)
        both[0] = vn_fetch(pairs, vn_pair_key(row->before, one->id));
    if (row->settled != RIGHT)
        both[1] = vn_fetch(pairs, vn_pair_key(one->id, row->after));
}

/* What its two bigrams cost: `vn_pair_score`, of what lies at hand. */
static float score_left(const Row *row, const Candidate *one, Entry left) {
    return row->backoff_before + one->log_prob + left.gain;
}

static float score_right(const Row *row, const Candidate *one, Entry right) {
    return one->backoff + row->log_prob_after + right.gain;
}

/* Whether the two bigrams of a candidate gain enough. */
static int is_near(const Row *row, const Near *near) {
    float coarse = score_left(row, &near->one, near->left);
    coarse += score_right(row, &near->one, near->right);
    coarse -= row->cost + near->one.price;
    return coarse > row->least;
}

/* Whether a candidate may be near by the bigrams that were fetched. Where one side is settled, it must gain more than half
   on the other; then the bigram of the settled one is fetched. */
static int may_be_near(const Work *work, const Slots *both, Near *near) {
    const Row *row = &work->rows[near->one.row];
    const Order *pairs = &work->own->ngrams->orders[0];
    float half = (work->own->coarse + near->one.price) / 2;
    near->open = row->settled;
    if (row->settled == LEFT) {
        near->right = vn_entry(pairs, both[1]);
        if (!(score_right(row, &near->one, near->right) - row->cost_right > half))
            return 0;
        near->slots = vn_fetch(pairs, vn_pair_key(row->before, near->one.id));
        return 1;
    }
    near->left = vn_entry(pairs, both[0]);
    if (row->settled == RIGHT) {
        if (!(score_left(row, &near->one, near->left) - row->cost_left > half))
            return 0;
        near->slots = vn_fetch(pairs, vn_pair_key(near->one.id, row->after));
        return 1;
    }
    near->right = vn_entry(pairs, both[1]);
    return is_near(row, near);
}

/* Keep of all candidates those that may be near. */
static void look_up_all(Work *work) {
    const Candidate *all = (const Candidate *)work->all.data;
    Py_ssize_t count = work->all.size / (Py_ssize_t)sizeof(Candidate), ahead = 0;
    Slots both[AHEAD][2];
    work->near.size = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        for (; ahead < count && ahead < n + AHEAD; ahead++)
            fetch(work, &all[ahead], both[ahead % AHEAD]);
        Near near; /* not cleared: that took a twentieth of the time, and what is read of it is set */
        near.one = all[n];
        if (may_be_near(work, both[n % AHEAD], &near))
            vn_add(&work->near, &near, sizeof(near));
    }
}

/* Fetch what the whole model says of a word as it stands; its pairs and those around it as well. */
static void fetch_standing(const NGrams *model, const int64_t *at, const Doubt *doubt) {
    const int reach = model->order - 1;
    for (int n = -reach; n < reach; n++)
        vn_fetch_pair(model, at[n], at[n + 1]);
    for (int n = 0; n <= reach; n++)
        if ((n > 1 || doubt->left) && (n == 0 || doubt->right))
            vn_fetch_longer(model, at + n);
}

/* Fetch what it says of a candidate there. */
static void fetch_near(const NGrams *model, const int64_t *at, const Near *near) {
    const int reach = model->order - 1;
    int64_t ids[2 * VN_MOST_ORDER];
    memcpy(ids, at - reach, (2 * reach + 1) * sizeof(int64_t));
    ids[reach] = near->one.id;
    for (int n = 0; n <= reach; n++)
        if ((n > 1 || near->left.hit) && (n == 0 || near->right.hit))
            vn_fetch_longer(model, ids + reach + n);
}

/* Keep those that are near, and fetch what the whole model says of them. */
static void keep_near(Work *work) {
    const NGrams *model = work->own->ngrams;
    Near *all = (Near *)work->near.data;
    Py_ssize_t count = work->near.size / (Py_ssize_t)sizeof(Near), kept = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        Near near = all[n];
        const int64_t *at = vn_place_of_row(work, near.one.row);
        if (near.open)
            *(near.open == LEFT ? &near.left : &near.right) = vn_entry(&model->orders[0], near.slots);
        if (near.open && !is_near(&work->rows[near.one.row], &near))
            continue;
        if (!kept || all[kept - 1].one.row != near.one.row)
            fetch_standing(model, at, &work->doubts[near.one.row]);
        fetch_near(model, at, &near);
        all[kept++] = near;
    }
    work->near.size = kept * (Py_ssize_t)sizeof(Near);
}

/* Put a candidate behind those that gain as much or more. */
static void insert(Bag *ranked, Ranked one) {
    vn_add(ranked, &one, sizeof(one));
    if (ranked->full)
        return;
    Ranked *all = (Ranked *)ranked->data;
    Py_ssize_t at = ranked->size / (Py_ssize_t)sizeof(one) - 1;
    for (; at > 0 && all[at - 1].gain < one.gain; at--)
        all[at] = all[at - 1];
    all[at] = one;
}

/* Rank some candidates of one word by the whole model; the best come first. */
static void rank(Work *work, const Near *near, Py_ssize_t count) {
    const NGrams *model = work->own->ngrams;
    const int64_t *at = vn_place_of_row(work, near->one.row);
    const int reach = model->order - 1;
    Stretch text;
    work->ranked.size = 0;
    memcpy(text.ids, at - reach, (2 * reach + 1) * sizeof(int64_t));
    vn_look_up_pairs(model, &text, 0, 2 * reach);
    float there = vn_sum(model, &text, reach, 2 * reach + 1) -
                  (at[0] >= VN_UNKNOWN_LOWER && at[0] < VN_SPECIALS ? work->own->spelling : 0);
    for (Py_ssize_t n = 0; n < count; n++) {
        text.ids[reach] = near[n].one.id;
        text.pairs[reach - 1] = near[n].left;
        text.pairs[reach] = near[n].right;
        float gain = vn_sum(model, &text, reach, 2 * reach + 1) - there - near[n].one.price;
        insert(&work->ranked, (Ranked){near[n].one.word, gain});
    }
}

/* Add the best candidates of a word to those found, if one gains enough; 0 where that cannot be done. */
static int add_best(const Work *work, const Doubt *doubt, Best *to) {
    const Ranked *best = (const Ranked *)work->ranked.data;
    Py_ssize_t most = work->ranked.size / (Py_ssize_t)sizeof(Ranked);
    Py_ssize_t done = to->ids.size / (Py_ssize_t)sizeof(int64_t);
    if (work->ranked.full)
        return 0;
    if (best[0].gain < work->own->gain)
        return 1;
    most = most < work->own->most ? most : work->own->most;
    for (Py_ssize_t n = 0; n < most; n++) {
        vn_add(&to->ids, &best[n].id, sizeof(int64_t));
        vn_add(&to->gains, &best[n].gain, sizeof(float));
    }
    PyObject *left = doubt->left ? Py_True : Py_False, *right = doubt->right ? Py_True : Py_False;
    return !to->ids.full && !to->gains.full &&
           vn_append(to->found, Py_BuildValue("nnndOO", (Py_ssize_t)doubt->token, done, done + most,
                                              (double)doubt->cost, left, right));
}

int vn_rank(Search *own, const Spellings *spellings, const Words *in, const Doubt *doubts, Py_ssize_t count, Best *to) {
    Work work = {.own = own, .in = in, .doubts = doubts};
    int good = 1;
    for (; good && count > 0; count -= VN_TOGETHER, work.doubts += VN_TOGETHER) {
        good = vn_list_all(&work, spellings, count < VN_TOGETHER ? count : VN_TOGETHER);
        if (!good)
            break;
        look_up_all(&work);
        keep_near(&work);
        const Near *near = (const Near *)work.near.data;
        Py_ssize_t all = work.near.size / (Py_ssize_t)sizeof(Near), next;
        for (Py_ssize_t n = 0; good && n < all; n = next) {
            for (next = n; next < all && near[next].one.row == near[n].one.row; next++)
                ;
            rank(&work, near + n, next - n);
            good = add_best(&work, &work.doubts[near[n].one.row], to);
        }
        good = good && !work.near.full && PyErr_CheckSignals() == 0;
    }
    if (!good)
        vn_fail(1, NULL, NULL);
    PyMem_Free(work.all.data);
    PyMem_Free(work.near.data);
    PyMem_Free(work.ranked.data);
    return good;
}
