/* Where a word was lost, and which: filters/lost_words/search.py in one pass over the gaps of a text. */

#include "document_counts.h"
#include "lost_words.h"

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
        !read_side(own, args + 2, &own->before) || !read_side(own, args + 6, &own->after))
        return vn_dropped(own, "the lists of collocates do not fit together");
    return vn_keep_with(own, NAME, free_lost_words, args[0], &own->model);
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
        good = good && vn_words_to_try(own, in, gap);
        const Try *all = vn_tries_of(in, gap);
        for (Py_ssize_t n = 0; good && n < gap->count; n++) {
            vn_fetch_pair(own->ngrams, gap->at[-1], all[n].word);
            vn_fetch_pair(own->ngrams, all[n].word, gap->at[0]);
        }
    }
    for (int i = 0; good && i < in->count; i++)
        vn_link_up(own, in, &in->gaps[i]);
    for (int i = 0; good && i < in->count; i++) {
        Gap *gap = &in->gaps[i];
        vn_rank_tries(own, in, gap);
        const Try *best = vn_tries_of(in, gap);
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
        vn_prefetch(own->before.length + right);
        vn_prefetch(own->before.start + right);
        vn_prefetch(own->after.length + left);
        vn_prefetch(own->after.start + left);
        waiting->gaps[waiting->count++] =
            (Gap){.token = token, .at = in->ids + place, .left = left, .right = right, .cost = cost, .seen = seen,
                  .seen_left = in->seen[place - 2], .seen_right = in->seen[place]};
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
