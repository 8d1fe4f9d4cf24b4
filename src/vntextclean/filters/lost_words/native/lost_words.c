/* Where a word was lost, and which: filters/lost_words/search.py in one pass over the gaps of a text. */

#include "document_counts.h"
#include "lost_words.h"

static const char NAME[] = "vntextclean.lost_words";

static void free_side(Side side) {
    PyMem_Free(side.start);
    PyMem_Free(side.all);
}

static void free_lost_words(PyObject *capsule) {
    LostWords *own = PyCapsule_GetPointer(capsule, NAME);
    Py_XDECREF(own->model);
    free_side(own->before);
    free_side(own->after);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* What makes a collocate worth trying: its share in 255ths, and the largest log-probability, for commoner ones stand
   anywhere. */
typedef struct {
    float least_share, most_log_prob;
    const float *log_prob;
} Worth;

/* Keep of the lists of a file the collocates worth trying. 0 where the lists do not fit together. */
static int keep_side(const uint8_t *count, const uint16_t *ids, const uint8_t *share, Py_ssize_t all, Py_ssize_t size,
                     const Worth *worth, Side *to) {
    int32_t kept = 0;
    Py_ssize_t from = 0;
    for (Py_ssize_t word = 0; word < size; word++) {
        to->start[word] = kept;
        if (count[word] > all - from)
            return 0;
        for (Py_ssize_t end = from + count[word]; from < end; from++) {
            int32_t id = ids[from] < size ? ids[from] : (int32_t)size - 1;
            if (share[from] >= worth->least_share && worth->log_prob[id] <= worth->most_log_prob)
                to->all[kept++] = (Collocate){id, (float)(share[from] / 255.0)};
        }
    }
    to->start[size] = kept;
    return from == all;
}

static int read_side(LostWords *own, PyObject *const *args, const Worth *worth, Side *to) {
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY;
    const uint8_t *count = VN_READ(&held, args[0], uint8_t, &own->size);
    const uint16_t *ids = count ? VN_READ(&held, args[1], uint16_t, &all) : NULL;
    const uint8_t *share = ids ? VN_READ(&held, args[2], uint8_t, &all) : NULL;
    int good = share && all <= INT32_MAX;
    if (good) {
        to->start = PyMem_Malloc((own->size + 1) * sizeof(int32_t));
        to->all = PyMem_Malloc((all + 1) * sizeof(Collocate));
        good = to->start && to->all;
        if (!good)
            PyErr_NoMemory();
        good = good && keep_side(count, ids, share, all, own->size, worth, to);
    }
    vn_release(&held);
    return good;
}

/* lost_words(ngrams, (thresholds; words in small letters, least share in 255ths, most log-probability), log-probabilities
   by id; how many collocates each word has, their ids and shares in 255ths, of what stands before, and of what stands
   behind) */
VN_FUNCTION(vn_lost_words) {
    LostWords *own = vn_given(given, 9) ? PyMem_Calloc(1, sizeof(LostWords)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    Held held;
    held.count = 0;
    Worth worth;
    Py_ssize_t known = VN_ANY;
    int good = (own->ngrams = vn_as_ngrams(args[0])) && vn_is_tuple(args[1]) &&
               PyArg_ParseTuple(args[1], "ffffiinff", &own->doubt, &own->links, &own->gain, &own->certain, &own->habit,
                                &own->most, &own->size, &worth.least_share, &worth.most_log_prob) &&
               own->habit > 0 && own->most > 0 && own->size > 0 &&
               (worth.log_prob = VN_READ(&held, args[2], float, &known)) && own->size <= known &&
               vn_known(own->ngrams, own->size - 1) && read_side(own, args + 3, &worth, &own->before) &&
               read_side(own, args + 6, &worth, &own->after);
    vn_release(&held);
    Side before = own->before, after = own->after;
    PyObject *kept = good ? vn_keep_with(own, NAME, free_lost_words, args[0], &own->model)
                          : vn_dropped(own, "the lists of collocates do not fit together");
    if (!kept) {
        free_side(before);
        free_side(after);
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

/* Look at the gaps that wait, and put those that a word fills into `found` and the bags; 0 where that cannot be done. */
static int look(const LostWords *own, Waiting *in, PyObject *found, Bag *words, Bag *numbers) {
    const int reach = own->ngrams->order - 1;
    int good = 1;
    in->tries.size = 0;
    for (int i = 0; good && i < in->count; i++) {
        Gap *gap = &in->gaps[i];
        if (own->before.start[gap->right] == own->before.start[gap->right + 1] &&
            own->after.start[gap->left] == own->after.start[gap->left + 1])
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
        vn_prefetch(own->before.start + right);
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
