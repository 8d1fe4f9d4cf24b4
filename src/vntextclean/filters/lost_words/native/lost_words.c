/* Where a word was lost, and which: filters/lost_words/search.py in one pass over the gaps of a text. */

#include "document_counts.h"
#include "ngrams.h"

#include <math.h>

/* The collocates on one side of every word. */
typedef struct {
    const int64_t *start, *length, *word;
    const float *share;
} Side;

typedef struct {
    Held held;
    PyObject *model;
    const NGrams *ngrams;
    Py_ssize_t size;
    Side before, after;
    float doubt, links, gain, certain;
    int habit, most;
} LostWords;

typedef struct {
    int64_t word;
    float share_right, share_left, gain;
} Try;

static const char NAME[] = "vntextclean.lost_words";

static void free_lost_words(PyObject *capsule) {
    LostWords *own = PyCapsule_GetPointer(capsule, NAME);
    Py_XDECREF(own->model);
    vn_release(&own->held);
    PyMem_Free(own);
}

static int read_side(LostWords *own, PyObject *const *args, Side *to) {
    Py_ssize_t count = VN_ANY;
    int good = (to->start = VN_READ(&own->held, args[0], int64_t, &own->size)) &&
               (to->length = VN_READ(&own->held, args[1], int64_t, &own->size)) &&
               (to->word = VN_READ(&own->held, args[2], int64_t, &count)) &&
               (to->share = VN_READ(&own->held, args[3], float, &count));
    for (Py_ssize_t at = 0; good && at < own->size; at++)
        good = vn_within(to->start[at], to->length[at], count);
    for (Py_ssize_t at = 0; good && at < count; at++)
        good = vn_known(own->ngrams, to->word[at]);
    return good;
}

/* lost_words(ngrams, (thresholds), start, length, word, share of what stands before, and of what stands behind) */
VN_FUNCTION(vn_lost_words) {
    LostWords *own = vn_given(given, 10) ? PyMem_Calloc(1, sizeof(LostWords)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->size = VN_ANY;
    if (!(own->ngrams = vn_as_ngrams(args[0])) || !vn_is_tuple(args[1]) ||
        !PyArg_ParseTuple(args[1], "ffffii", &own->doubt, &own->links, &own->gain, &own->certain, &own->habit, &own->most) ||
        own->habit < 1 || own->most < 1 ||
        !read_side(own, args + 2, &own->before) || !read_side(own, args + 6, &own->after)) {
        vn_fail(0, PyExc_ValueError, "the lists of collocates do not fit together");
        vn_release(&own->held);
        PyMem_Free(own);
        return NULL;
    }
    PyObject *kept = vn_keep(own, NAME, free_lost_words);
    if (kept) {
        Py_INCREF(args[0]);
        own->model = args[0];
    }
    return kept;
}

static int64_t key_of(const int32_t *lower, Py_ssize_t token) {
    return (int64_t)((uint64_t)((int64_t)lower[token] + 1) << 32 | (uint32_t)lower[token - 1]);
}

/* How often each pair of a document stands in it, and by word the most that one of its pairs does. */
static int count_pairs(const int32_t *lower, Py_ssize_t count, int habit, Counts *pairs, Counts *usual) {
    if (!vn_counts(pairs, count) || !vn_counts(usual, count / habit))
        return 0;
    for (Py_ssize_t token = 1; token < count; token++) {
        int32_t often = ++*vn_count(pairs, key_of(lower, token));
        if (often >= habit) {
            int32_t *most = vn_count(usual, (int64_t)lower[token] + 1);
            *most = often > *most ? often : *most;
        }
    }
    return 1;
}

/* A gap that is doubted, the words around it, and its tries: `count` from `first` on. */
typedef struct {
    Py_ssize_t token, first, count;
    const int64_t *at; /* the id behind the gap */
    int32_t left, right;
    float cost;
    uint8_t seen;
} Gap;

/* Gaps that are looked at together, so that what is read for one is on its way while another is looked at: the tables are
   larger than the cache, and to wait for each took a third of the time. */
enum { TOGETHER = 16 };
typedef struct {
    int count;
    Gap gaps[TOGETHER];
    Bag tries;
} Waiting;

static Try *tries_of(const Waiting *in, const Gap *gap) { return (Try *)in->tries.data + gap->first; }

/* The words to try in a gap: the collocates of both neighbours, by their ids, each once. 0 where memory ran out. */
static int words_to_try(const LostWords *own, Waiting *in, Gap *gap) {
    gap->first = in->tries.size / (Py_ssize_t)sizeof(Try);
    for (int side = 0; side < 2; side++) {
        const Side *from = side ? &own->after : &own->before;
        int32_t beside = side ? gap->left : gap->right;
        for (Py_ssize_t n = 0; n < from->length[beside]; n++) {
            int64_t word = from->word[from->start[beside] + n];
            float share = from->share[from->start[beside] + n];
            Try one = {word, side ? 0 : share, side ? share : 0, 0}, *all = tries_of(in, gap);
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
            all = tries_of(in, gap);
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

/* Keep of the words tried in a gap those that its neighbours go on to, and fetch what tells how likely the text is. */
static void link_up(const LostWords *own, const Waiting *in, Gap *gap) {
    const NGrams *model = own->ngrams;
    const int64_t *at = gap->at;
    Try *all = tries_of(in, gap);
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
        if (!kept) /* the text without the word: windows that end behind the gap */
            vn_fetch_window(model, at - (model->order - 1), at[0]);
        vn_fetch_window(model, around, all[n].word);
        all[kept++] = all[n];
    }
    gap->count = kept;
}

/* Keep of the words that are left those that make the text likelier by enough, the best first. */
static void rank(const LostWords *own, const Waiting *in, Gap *gap) {
    Try *all = tries_of(in, gap);
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

/* Look at the gaps that wait, and put those that a word fills into `found` and the bags; 0 where that cannot be done. */
static int look(const LostWords *own, Waiting *in, PyObject *found, Bag *words, Bag *numbers) {
    const int reach = own->ngrams->order - 1;
    int good = 1;
    in->tries.size = 0;
    for (int i = 0; good && i < in->count; i++) {
        Gap *gap = &in->gaps[i];
        if (!(own->before.length[gap->right] || own->after.length[gap->left]))
            continue;
        for (int near = -reach; good && near < reach; near++)
            good = vn_known(own->ngrams, gap->at[near]);
        good = good && words_to_try(own, in, gap);
        const Try *all = tries_of(in, gap);
        for (Py_ssize_t n = 0; good && n < gap->count; n++) {
            vn_fetch(&own->ngrams->orders[0], vn_pair_key(gap->at[-1], all[n].word));
            vn_fetch(&own->ngrams->orders[0], vn_pair_key(all[n].word, gap->at[0]));
        }
    }
    for (int i = 0; good && i < in->count; i++)
        link_up(own, in, &in->gaps[i]);
    for (int i = 0; good && i < in->count; i++) {
        Gap *gap = &in->gaps[i];
        rank(own, in, gap);
        const Try *best = tries_of(in, gap);
        Py_ssize_t done = words->size / (Py_ssize_t)sizeof(int64_t);
        for (Py_ssize_t n = 0; n < gap->count; n++) {
            float three[3] = {best[n].gain, best[n].share_right, best[n].share_left};
            vn_add(words, &best[n].word, sizeof(int64_t));
            vn_add(numbers, three, sizeof(three));
        }
        if (gap->count)
            good = vn_append(found, Py_BuildValue("nnnOd", gap->token, done, done + gap->count,
                                                  gap->seen ? Py_True : Py_False, (double)gap->cost));
    }
    in->count = 0;
    return good;
}

typedef struct {
    Py_ssize_t count, size, pairs;
    const int64_t *at, *starts, *ends, *ids;
    const int32_t *lower;
    const uint8_t *mark, *seen;
    const float *score;
} Text;

enum { OFTEN = 1 << 12 /* words between two looks at signals */ };

/* The gaps of a text, put into `found` and the bags; 0 where memory ran out (then the tries are full), something is
   not there or a signal came. */
static int search(const LostWords *own, const Text *in, Waiting *waiting, PyObject *found, Bag *words, Bag *numbers) {
    Counts pairs = {0}, usual = {0};
    int good = count_pairs(in->lower, in->count, own->habit, &pairs, &usual);
    waiting->tries.full |= !good;
    const int reach = own->ngrams->order - 1, room = reach < VN_PAD ? VN_PAD : reach;
    for (Py_ssize_t token = 1; good && token < in->count; token++) {
        int32_t left = in->lower[token - 1], right = in->lower[token];
        good = !vn_stopped(token, OFTEN);
        if (!good || left < VN_SPECIALS || right < VN_SPECIALS || in->mark[token] ||
            vn_minus(in->starts[token], in->ends[token - 1]) != 1)
            continue;
        /* `reach` ids on both sides are read; the sum with VN_PAD is made once it cannot overflow. */
        good = left < own->size && right < own->size && in->at[token] >= room - VN_PAD &&
               in->at[token] <= in->size - VN_PAD - room;
        if (!good)
            break;
        int64_t place = in->at[token] + VN_PAD;
        float cost = in->score[place - 1];
        uint8_t seen = in->seen[place - 1];
        if (seen && !(cost < own->doubt)) {
            int32_t most = vn_counted(&usual, (int64_t)right + 1);
            if (!most || most < (int64_t)own->habit * vn_counted(&pairs, key_of(in->lower, token)))
                continue;
        }
        __builtin_prefetch(own->before.length + right);
        __builtin_prefetch(own->before.start + right);
        __builtin_prefetch(own->after.length + left);
        __builtin_prefetch(own->after.start + left);
        waiting->gaps[waiting->count++] =
            (Gap){.token = token, .at = in->ids + place, .left = left, .right = right, .cost = cost, .seen = seen};
        if (waiting->count == TOGETHER)
            good = look(own, waiting, found, words, numbers);
    }
    good = good && look(own, waiting, found, words, numbers);
    vn_free_counts(&pairs);
    vn_free_counts(&usual);
    return good;
}

/* find_lost_words(lost_words, at, starts, ends, lower, mark, ids, score, seen) -> ([(token, first, last, seen, cost)], words,
   (gain, share on the right, share on the left) of each) */
VN_FUNCTION(vn_find_lost_words) {
    LostWords *own = vn_given(given, 9) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Text in = {.count = VN_ANY, .size = VN_ANY};
    Waiting waiting = {.count = 0};
    Bag words = {0}, numbers = {0};
    PyObject *found = NULL, *result = NULL;
    int good = (in.at = VN_READ(&held, args[1], int64_t, &in.count)) &&
               (in.starts = VN_READ(&held, args[2], int64_t, &in.count)) &&
               (in.ends = VN_READ(&held, args[3], int64_t, &in.count)) &&
               (in.lower = VN_READ(&held, args[4], int32_t, &in.count)) &&
               (in.mark = VN_READ(&held, args[5], uint8_t, &in.count)) &&
               (in.ids = VN_READ(&held, args[6], int64_t, &in.size)) && ((in.pairs = in.size ? in.size - 1 : 0), 1) &&
               (in.score = VN_READ(&held, args[7], float, &in.pairs)) &&
               (in.seen = VN_READ(&held, args[8], uint8_t, &in.pairs)) && (found = PyList_New(0));
    if (good && (good = search(own, &in, &waiting, found, &words, &numbers)))
        result = vn_found(found, &words, &numbers);
    else
        vn_fail(waiting.tries.full, PyExc_IndexError, "a word or a place that is not there");
    Py_XDECREF(found);
    PyMem_Free(waiting.tries.data);
    PyMem_Free(words.data);
    PyMem_Free(numbers.data);
    vn_release(&held);
    return result;
}
