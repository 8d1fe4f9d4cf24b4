/* The words that fill a gap: filters/lost_words/search.py. */

#include "lost_words.h"

#include <math.h>

int vn_words_to_try(const LostWords *own, Waiting *in, Gap *gap) {
    gap->first = in->tries.size / (Py_ssize_t)sizeof(Try);
    for (int side = 0; side < 2; side++) {
        const Side *from = side ? &own->after : &own->before;
        int32_t beside = side ? gap->left : gap->right;
        for (int32_t n = from->start[beside]; n < from->start[beside + 1]; n++) {
            int64_t word = from->all[n].word;
            float share = from->all[n].share;
            Try one = {.word = word, .share_right = side ? 0 : share, .share_left = side ? share : 0}, *all = vn_tries_of(in, gap);
            Py_ssize_t at = gap->count;
            while (at > 0 && all[at - 1].word > word)
                at--;
            if (at > 0 && all[at - 1].word == word) {
                if (side)
                    all[at - 1].share_left = share;
                continue;
            }
            vn_add(&in->tries, &one, sizeof(one));
            if (in->tries.full)
                return 0;
            all = vn_tries_of(in, gap);
            memmove(all + at + 1, all + at, (gap->count - at) * sizeof(Try));
            all[at] = one;
            gap->count++;
        }
    }
    return 1;
}

/* How likely the text around a gap is with a word in it. Minus infinity where it cannot come to more than `least`: no word
   that is left is likelier than `own->certain`. */
static float with_word(const LostWords *own, const Stretch *filled, float least) {
    int order = own->ngrams->order, reach = order - 1;
    float sum = 0;
    for (int n = 0; n < order; n++) {
        if (n && sum + own->certain * (float)(order - n) <= least)
            return -INFINITY;
        sum += vn_log_prob_at(own->ngrams, filled, reach + n);
    }
    return sum;
}

/* Fetch what tells how likely the text around a gap is without a word, and all pairs of its words. */
static void fetch_plain(const NGrams *model, const Gap *gap) {
    const int reach = model->order - 1;
    for (int n = 1 - reach; n < reach; n++)
        vn_fetch_pair(model, gap->at[n - 1], gap->at[n]);
    if (gap->seen && gap->seen_left)
        vn_fetch_longer(model, gap->at);
    for (int n = 1; n < reach; n++)
        if (gap->seen && gap->seen_right)
            vn_fetch_longer(model, gap->at + n);
}

/* Fetch what tells how likely it is with the word in it. */
static void fetch_filled(const NGrams *model, const Gap *gap, const Try *one) {
    const int reach = model->order - 1;
    int64_t ids[2 * VN_MOST_ORDER];
    memcpy(ids, gap->at - reach, reach * sizeof(int64_t));
    ids[reach] = one->word;
    memcpy(ids + reach + 1, gap->at, reach * sizeof(int64_t));
    if (gap->seen_left && one->after.hit)
        vn_fetch_longer(model, ids + reach);
    if (one->after.hit && one->then.hit)
        vn_fetch_longer(model, ids + reach + 1);
    for (int n = 2; n <= reach; n++)
        if (one->then.hit && gap->seen_right)
            vn_fetch_longer(model, ids + reach + n);
}

void vn_link_up(const LostWords *own, const Waiting *in, Gap *gap) {
    const NGrams *model = own->ngrams;
    const int64_t *at = gap->at;
    Try *all = vn_tries_of(in, gap);
    Py_ssize_t kept = 0;
    for (Py_ssize_t n = 0; n < gap->count; n++) {
        Try one = all[n];
        one.after = vn_pair_of(model, at[-1], one.word);
        one.then = vn_pair_of(model, one.word, at[0]);
        float links = vn_pair_score(model, one.after, at[-1], one.word);
        links += vn_pair_score(model, one.then, one.word, at[0]);
        links -= gap->cost;
        if (!one.then.hit || !(links > own->links))
            continue;
        if (!kept)
            fetch_plain(model, gap);
        fetch_filled(model, gap, &one);
        all[kept++] = one;
    }
    gap->count = kept;
}

void vn_rank_tries(const LostWords *own, const Waiting *in, Gap *gap) {
    const NGrams *model = own->ngrams;
    const int reach = model->order - 1;
    Try *all = vn_tries_of(in, gap);
    Py_ssize_t kept = 0;
    if (!gap->count)
        return;
    Stretch text;
    memcpy(text.ids, gap->at - reach, 2 * reach * sizeof(int64_t));
    vn_look_up_pairs(model, &text, 0, 2 * reach - 1);
    float plain = vn_sum(model, &text, reach, 2 * reach);
    memmove(text.ids + reach + 1, text.ids + reach, reach * sizeof(int64_t)); /* room for a word */
    memmove(text.pairs + reach + 1, text.pairs + reach, (reach - 1) * sizeof(Entry));
    for (Py_ssize_t n = 0; n < gap->count; n++) {
        Try one = all[n];
        text.ids[reach] = one.word;
        text.pairs[reach - 1] = one.after;
        text.pairs[reach] = one.then;
        one.gain = with_word(own, &text, plain + own->gain) - plain;
        if (!(one.gain > own->gain))
            continue;
        Py_ssize_t place = kept++;
        for (; place > 0 && all[place - 1].gain < one.gain; place--)
            all[place] = all[place - 1];
        all[place] = one;
    }
    gap->count = kept < own->most ? kept : own->most;
}
