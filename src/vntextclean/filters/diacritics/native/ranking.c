/* The candidates of one doubtful word, ranked first by bigrams, then by the whole model. */

#include "ranking.h"

/* A candidate that is to be scored by the whole model: its word, the id of that as it is written there, its price, and the
   entries of its pairs with the words beside it. */
typedef struct {
    int64_t word, id;
    float cost;
    Entry left, right;
} Near;

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
static int is_near(const Search *own, const Doubt *doubt, const int64_t *at, const Slots *slots, Near *one) {
    const NGrams *model = own->ngrams;
    float left, right, least = (own->coarse + one->cost) / 2;
    if (doubt->settled == LEFT) {
        one->right = vn_entry(&model->orders[0], slots[1]);
        right = vn_pair_score(model, one->right, one->id, at[1]);
        if (!(right - doubt->cost_right > least))
            return 0;
        one->left = vn_pair_of(model, at[-1], one->id);
        left = vn_pair_score(model, one->left, at[-1], one->id);
    } else {
        one->left = vn_entry(&model->orders[0], slots[0]);
        left = vn_pair_score(model, one->left, at[-1], one->id);
        if (doubt->settled == RIGHT && !(left - (doubt->cost - doubt->cost_right) > least))
            return 0;
        one->right = doubt->settled == RIGHT ? vn_pair_of(model, one->id, at[1]) : vn_entry(&model->orders[0], slots[1]);
        right = vn_pair_score(model, one->right, one->id, at[1]);
    }
    float coarse = left + right;
    coarse -= doubt->cost + one->cost;
    return coarse > (doubt->legal ? own->coarse : own->coarse_illegal);
}

void vn_fetch_candidates(const Search *own, const int64_t *at, Asked *to, Py_ssize_t from) {
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

/* Fetch what the whole model says of the word as it stands; its pairs and those around it as well. */
static void fetch_standing(const NGrams *model, const int64_t *at, const Doubt *doubt) {
    const int reach = model->order - 1;
    for (int n = -reach; n < reach; n++)
        vn_fetch_pair(model, at[n], at[n + 1]);
    for (int n = 0; n <= reach; n++)
        if ((n > 1 || doubt->left) && (n == 0 || doubt->right))
            vn_fetch_longer(model, at + n);
}

/* Fetch what it says of a candidate there. */
static void fetch_near(const NGrams *model, const int64_t *at, const Near *one) {
    const int reach = model->order - 1;
    int64_t ids[2 * VN_MOST_ORDER];
    memcpy(ids, at - reach, (2 * reach + 1) * sizeof(int64_t));
    ids[reach] = one->id;
    for (int n = 0; n <= reach; n++)
        if ((n > 1 || one->left.hit) && (n == 0 || one->right.hit))
            vn_fetch_longer(model, ids + reach + n);
}

void vn_keep_near(const Search *own, const int64_t *at, Asked *from) {
    const Doubt *doubt = &from->doubt;
    const float *price = (const float *)from->prices.data;
    const int64_t *all = (const int64_t *)from->asked.data;
    Py_ssize_t count = from->asked.size / (Py_ssize_t)sizeof(int64_t);
    Py_ssize_t free_ones = count - from->prices.size / (Py_ssize_t)sizeof(float);
    from->near.size = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        if (n && n % VN_AHEAD == 0)
            vn_fetch_candidates(own, at, from, n);
        if (all[n] == doubt->lower)
            continue;
        Near one = {.word = all[n], .id = doubt->named ? own->title_of[all[n]] : all[n],
                    .cost = n < free_ones ? 0 : price[n - free_ones]};
        if (!is_near(own, doubt, at, from->slots + 2 * (n % VN_AHEAD), &one))
            continue;
        if (!from->near.size)
            fetch_standing(own->ngrams, at, doubt);
        fetch_near(own->ngrams, at, &one);
        vn_add(&from->near, &one, sizeof(one));
    }
}

void vn_rank_near(const Search *own, const int64_t *at, const Asked *from, Bag *ranked) {
    const NGrams *model = own->ngrams;
    const int reach = model->order - 1;
    Py_ssize_t count = from->near.size / (Py_ssize_t)sizeof(Near);
    ranked->size = 0;
    if (!count)
        return;
    Stretch text;
    memcpy(text.ids, at - reach, (2 * reach + 1) * sizeof(int64_t));
    vn_look_up_pairs(model, &text, 0, 2 * reach);
    float there = vn_sum(model, &text, reach, 2 * reach + 1) -
                  (at[0] >= VN_UNKNOWN_LOWER && at[0] < VN_SPECIALS ? own->spelling : 0);
    for (Py_ssize_t n = 0; n < count; n++) {
        Near one = ((const Near *)from->near.data)[n];
        text.ids[reach] = one.id;
        text.pairs[reach - 1] = one.left;
        text.pairs[reach] = one.right;
        insert(ranked, (Candidate){one.word, vn_sum(model, &text, reach, 2 * reach + 1) - there - one.cost});
    }
}
