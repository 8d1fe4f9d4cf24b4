/* The words that fill a gap: filters/lost_words/search.py. */

#include "lost_words.h"

#include <math.h>

int vn_words_to_try(const LostWords *own, Waiting *in, Gap *gap) {
    gap->first = in->tries.size / (Py_ssize_t)sizeof(Try);
    for (int side = 0; side < 2; side++) {
        const Side *from = side ? &own->after : &own->before;
        int32_t beside = side ? gap->left : gap->right;
        for (Py_ssize_t n = 0; n < from->length[beside]; n++) {
            int64_t word = from->word[from->start[beside] + n];
            float share = from->share[from->start[beside] + n];
            Try one = {word, side ? 0 : share, side ? share : 0, 0}, *all = vn_tries_of(in, gap);
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

/* The ids around a gap with a word in it: `reach` on both sides of it. */
static void filled(const NGrams *model, const int64_t *at, int64_t word, int64_t *around) {
    int reach = model->order - 1;
    memcpy(around, at - reach, reach * sizeof(int64_t));
    around[reach] = word;
    memcpy(around + reach + 1, at, reach * sizeof(int64_t));
}

/* How likely the text around a gap is with the word in it; `at` is the place of the word behind the gap. Minus infinity
   where it cannot come to more than `least`: no word that is left is likelier than `own->certain`. */
static float with_word(const LostWords *own, const int64_t *at, int64_t word, float least) {
    const NGrams *model = own->ngrams;
    int order = model->order, reach = order - 1;
    int64_t around[2 * VN_MOST_ORDER];
    filled(model, at, word, around);
    float sum = 0;
    for (int n = 0; n < order; n++) {
        if (n && sum + own->certain * (float)(order - n) <= least)
            return -INFINITY;
        sum += around[reach + n] ? vn_log_prob(model, around + n, order) : 0;
    }
    return sum;
}

static float without(const NGrams *model, const int64_t *at) {
    int reach = model->order - 1;
    float sum = 0;
    for (int n = 0; n < reach; n++)
        sum += at[n] ? vn_log_prob(model, at - reach + n, model->order) : 0;
    return sum;
}

/* Fetch what `without` looks up; no id is read that it does not read. */
static void fetch_without(const NGrams *model, const int64_t *at) {
    for (int n = 0; n < model->order - 1; n++) {
        uint64_t key = (uint64_t)at[n];
        for (int back = 1; back < model->order; back++) {
            key = key << VN_BITS | (uint64_t)at[n - back];
            vn_fetch(&model->orders[back - 1], key);
        }
    }
}

void vn_link_up(const LostWords *own, const Waiting *in, Gap *gap) {
    const NGrams *model = own->ngrams;
    const int64_t *at = gap->at;
    Try *all = vn_tries_of(in, gap);
    Py_ssize_t kept = 0;
    for (Py_ssize_t n = 0; n < gap->count; n++) {
        uint8_t seen;
        float links = vn_pair(model, at[-1], all[n].word, &seen);
        links += vn_pair(model, all[n].word, at[0], &seen);
        links -= gap->cost;
        if (!seen || !(links > own->links))
            continue;
        int64_t around[2 * VN_MOST_ORDER];
        filled(model, at, all[n].word, around);
        if (!kept)
            fetch_without(model, at);
        vn_fetch_window(model, around, all[n].word);
        all[kept++] = all[n];
    }
    gap->count = kept;
}

void vn_rank_tries(const LostWords *own, const Waiting *in, Gap *gap) {
    Try *all = vn_tries_of(in, gap);
    float plain = gap->count ? without(own->ngrams, gap->at) : 0;
    Py_ssize_t kept = 0;
    for (Py_ssize_t n = 0; n < gap->count; n++) {
        Try one = all[n];
        one.gain = with_word(own, gap->at, one.word, plain + own->gain) - plain;
        if (!(one.gain > own->gain))
            continue;
        Py_ssize_t place = kept++;
        for (; place > 0 && all[place - 1].gain < one.gain; place--)
            all[place] = all[place - 1];
        all[place] = one;
    }
    gap->count = kept < own->most ? kept : own->most;
}
