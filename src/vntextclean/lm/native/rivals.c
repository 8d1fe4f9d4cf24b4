/* Doubtful words and what may have stood there: lm/rivals.py in two steps. Between them Python says which words may have
   lost a letter, for spellings that it was never asked about. */

#include "ngrams.h"

enum { PAD = 3, TITLE = 1, UPPER = 2, UNKNOWN_LOWER = 4, SPECIALS = 8, MOST = 4 };

typedef struct {
    Held held;
    PyObject *model;
    const NGrams *ngrams;
    Py_ssize_t ids, size, bares, same_count;
    const uint8_t *legal;
    const int32_t *title_of;
    const int64_t *same_start, *same_length, *same;
    float doubt, coarse, coarse_illegal, gain, spelling;
    int longest;
} Search;

typedef struct {
    int64_t token, position;
    int32_t lower, bare;
    float cost;
    uint8_t legal, left, right, deep, named;
} Doubt;

typedef struct {
    int64_t id;
    float gain;
} Rival;

static const char NAME[] = "vntextclean.rivals";

static void free_search(PyObject *capsule) {
    Search *own = PyCapsule_GetPointer(capsule, NAME);
    Py_XDECREF(own->model);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* rivals(ngrams, legal, title_of, same_start, same_length, same, (thresholds)) */
VN_FUNCTION(vn_rivals) {
    Search *own = vn_given(given, 7) ? PyMem_Calloc(1, sizeof(Search)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->ids = own->bares = own->same_count = VN_ANY;
    Held *held = &own->held;
    int good = (own->ngrams = vn_as_ngrams(args[0])) != NULL && (own->legal = VN_READ(held, args[1], uint8_t, &own->ids)) &&
               (own->title_of = VN_READ(held, args[2], int32_t, &own->ids)) && own->ids == own->ngrams->count &&
               (own->same_start = VN_READ(held, args[3], int64_t, &own->bares)) && own->bares > 0 &&
               (own->same_length = VN_READ(held, args[4], int64_t, &own->bares)) &&
               (own->same = VN_READ(held, args[5], int64_t, &own->same_count)) &&
               PyArg_ParseTuple(args[6], "fffffi", &own->doubt, &own->coarse, &own->coarse_illegal, &own->gain,
                                &own->spelling, &own->longest);
    for (Py_ssize_t at = 0; good && at < own->bares; at++)
        good = own->same_length[at] >= 0 && own->same_start[at] >= 0 &&
               own->same_start[at] + own->same_length[at] <= own->same_count;
    for (Py_ssize_t at = 0; good && at < own->same_count; at++)
        good = own->same[at] >= 0 && own->same[at] < own->ids;
    for (Py_ssize_t at = 0; good && at < own->ids; at++)
        good = own->title_of[at] >= 0 && own->title_of[at] < own->ids;
    if (!good) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "the tables of rivals do not fit together");
        vn_release(held);
        PyMem_Free(own);
        return NULL;
    }
    Py_INCREF(args[0]);
    own->model = args[0];
    return vn_keep(own, NAME, free_search);
}

/* The words of a scan, as Python has them. */
typedef struct {
    Py_ssize_t count, size, pairs;
    const int64_t *at, *starts, *ends, *ids, *padded;
    const int32_t *lower, *bare;
    const uint8_t *case_, *marked, *number, *initial, *seen;
    const float *score;
} Words;

/* The cost of two neighbours of the padded ids, from the pairs that are held where neither was repaired. */
static float pair(const Search *own, const Words *in, int64_t at, uint8_t *seen) {
    if (in->score && in->ids[at] == in->padded[at] && in->ids[at + 1] == in->padded[at + 1]) {
        *seen = in->seen[at];
        return in->score[at];
    }
    return vn_pair(own->ngrams, in->ids[at], in->ids[at + 1], seen);
}

/* Whether a token could be a damaged syllable and costs too much; 0 if not, -1 if it is not there. */
static int doubted(const Search *own, const Words *in, int64_t token, Doubt *to) {
    if (token < 0 || token >= in->count)
        return -1;
    int64_t position = in->at[token] + PAD, length = in->ends[token] - in->starts[token];
    int32_t lower = in->lower[token];
    if (position < 1 || position + 1 >= in->size || lower < 0 || lower >= own->ids)
        return -1;
    uint8_t case_ = in->case_[token], legal = own->legal[lower];
    if (in->number[token] || length > own->longest || case_ > UPPER)
        return 0;
    if (!legal && !in->marked[token] && !(case_ <= TITLE && length > 1))
        return 0;
    for (int64_t place = position - 1; place <= position + 1; place++)
        if (!vn_known(own->ngrams, in->ids[place]))
            return -1;
    uint8_t left, right;
    float cost = pair(own, in, position - 1, &left);
    cost += pair(own, in, position, &right);
    if (legal && !(cost < own->doubt))
        return 0;
    int64_t id = in->ids[position];
    uint8_t spelled = id < UNKNOWN_LOWER || id >= SPECIALS; /* pairs with an unknown word prove nothing */
    *to = (Doubt){.token = token, .position = position, .lower = lower, .bare = in->bare[token], .cost = cost,
                  .legal = legal, .left = left && spelled, .right = right && spelled,
                  .named = case_ == TITLE && !in->initial[token]};
    to->deep = !(to->legal && to->left && to->right);
    return 1;
}

/* doubts(search, only or None, at, starts, ends, lower, bare, case, marked, number, initial, ids, padded, score, seen,
   back_start) -> (doubts, [(row, token, lower) of words that Python is to ask about]) */
VN_FUNCTION(vn_doubts) {
    Search *own = vn_given(given, 16) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Words in = {.count = VN_ANY, .size = VN_ANY};
    Py_ssize_t asked = 0, backs = VN_ANY, row = 0;
    const int64_t *only = NULL, *back_start = NULL;
    PyObject *result = NULL, *open = NULL;
    Bag bag = {0};
    int good = (in.at = VN_READ(&held, args[2], int64_t, &in.count)) &&
               (in.starts = VN_READ(&held, args[3], int64_t, &in.count)) &&
               (in.ends = VN_READ(&held, args[4], int64_t, &in.count)) &&
               (in.lower = VN_READ(&held, args[5], int32_t, &in.count)) &&
               (in.bare = VN_READ(&held, args[6], int32_t, &in.count)) &&
               (in.case_ = VN_READ(&held, args[7], uint8_t, &in.count)) &&
               (in.marked = VN_READ(&held, args[8], uint8_t, &in.count)) &&
               (in.number = VN_READ(&held, args[9], uint8_t, &in.count)) &&
               (in.initial = VN_READ(&held, args[10], uint8_t, &in.count)) &&
               (in.ids = VN_READ(&held, args[11], int64_t, &in.size)) &&
               (in.padded = VN_READ(&held, args[12], int64_t, &in.size)) &&
               (back_start = VN_READ(&held, args[15], int64_t, &backs));
    asked = in.count;
    if (good && args[1] != Py_None) {
        asked = VN_ANY;
        good = (only = VN_READ(&held, args[1], int64_t, &asked)) != NULL;
    }
    if (good && args[13] != Py_None) {
        in.pairs = in.size - 1;
        good = (in.score = VN_READ(&held, args[13], float, &in.pairs)) &&
               (in.seen = VN_READ(&held, args[14], uint8_t, &in.pairs));
    }
    if (good && !(open = PyList_New(0)))
        good = 0;
    for (Py_ssize_t i = 0; good && i < asked; i++) {
        Doubt doubt;
        int found = doubted(own, &in, only ? only[i] : i, &doubt);
        if (found < 0 || (found && doubt.lower >= backs)) {
            PyErr_SetString(PyExc_IndexError, "a word or a place that is not there");
            good = 0;
        } else if (found) {
            vn_add(&bag, &doubt, sizeof(doubt));
            if (doubt.deep && back_start[doubt.lower] < 0) {
                PyObject *each = Py_BuildValue("nni", row, (Py_ssize_t)doubt.token, (int)doubt.lower);
                good = each && PyList_Append(open, each) == 0;
                Py_XDECREF(each);
            }
            row++;
        }
    }
    if (good) {
        PyObject *bytes = vn_bytes(&bag);
        result = bytes ? Py_BuildValue("NN", bytes, open) : NULL;
        open = bytes ? NULL : open;
    }
    Py_XDECREF(open);
    PyMem_Free(bag.data);
    vn_release(&held);
    return result;
}

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
static int is_near(const Search *own, const Doubt *doubt, const int64_t *at, int64_t id) {
    uint8_t seen;
    float coarse = vn_pair(own->ngrams, at[-1], id, &seen);
    coarse += vn_pair(own->ngrams, id, at[1], &seen);
    coarse -= doubt->cost;
    return coarse > (doubt->legal ? own->coarse : own->coarse_illegal);
}

/* Weigh the rivals of a word, first by bigrams, then by the whole model; the best come first. */
static int weigh(const Search *own, const Doubt *doubt, const int64_t *at, const Bag *asked, Bag *rivals) {
    const NGrams *model = own->ngrams;
    const int64_t *around = at - (model->order - 1), *all = (const int64_t *)asked->data;
    Py_ssize_t count = asked->size / (Py_ssize_t)sizeof(int64_t);
    float there = 0;
    int has_there = 0;
    rivals->size = 0;
    for (Py_ssize_t n = 0; n < count; n++)
        if (all[n] < 0 || all[n] >= own->ids)
            return 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        for (Py_ssize_t ahead = n; n % VN_AHEAD == 0 && ahead < count && ahead < n + VN_AHEAD; ahead++) {
            int64_t id = doubt->named ? own->title_of[all[ahead]] : all[ahead];
            vn_fetch(&model->orders[0], vn_pair_key(at[-1], id));
            vn_fetch(&model->orders[0], vn_pair_key(id, at[1]));
        }
        int64_t id = doubt->named ? own->title_of[all[n]] : all[n];
        if (all[n] == doubt->lower || !is_near(own, doubt, at, id))
            continue;
        if (!has_there)
            there = vn_window(model, around, at[0]) - (at[0] >= UNKNOWN_LOWER && at[0] < SPECIALS ? own->spelling : 0);
        has_there = 1;
        insert(rivals, (Rival){all[n], vn_window(model, around, id) - there});
    }
    return !rivals->full;
}

/* weighed(search, doubts, ids, back_start, back_length, back, extra_row, extra) -> ([(token, first, last, cost,
   known_left, known_right)], rivals, gains): the best rivals of each doubtful word that has any. */
VN_FUNCTION(vn_weighed) {
    Search *own = vn_given(given, 8) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, size = VN_ANY, backs = VN_ANY, back_count = VN_ANY, extras = VN_ANY, extra = 0, done = 0;
    const int64_t *ids = NULL, *back_start = NULL, *back_length = NULL, *back = NULL, *extra_row = NULL, *more = NULL;
    const char *rows = VN_READ(&held, args[1], char, &count);
    int reach = own->ngrams->order - 1;
    int good = rows && count % (Py_ssize_t)sizeof(Doubt) == 0 && (ids = VN_READ(&held, args[2], int64_t, &size)) &&
               (back_start = VN_READ(&held, args[3], int64_t, &backs)) &&
               (back_length = VN_READ(&held, args[4], int64_t, &backs)) &&
               (back = VN_READ(&held, args[5], int64_t, &back_count)) &&
               (extra_row = VN_READ(&held, args[6], int64_t, &extras)) &&
               (more = VN_READ(&held, args[7], int64_t, &extras));
    Bag asked = {0}, rivals = {0}, ids_out = {0}, gains_out = {0};
    PyObject *found = good ? PyList_New(0) : NULL, *result = NULL;
    count /= (Py_ssize_t)sizeof(Doubt);
    for (Py_ssize_t row = 0; found && good && row < count; row++) {
        Doubt doubt;
        memcpy(&doubt, rows + row * (Py_ssize_t)sizeof(Doubt), sizeof(doubt));
        asked.size = 0;
        good = doubt.position >= reach && doubt.position + reach < size && doubt.lower >= 0 && doubt.lower < backs;
        for (Py_ssize_t at = doubt.position - reach; good && at <= doubt.position + reach; at++)
            good = vn_known(own->ngrams, ids[at]);
        Py_ssize_t bare = doubt.bare < 0 ? own->bares - 1 : doubt.bare; /* the last row stands for -1 */
        good = good && bare < own->bares;
        if (good)
            vn_add(&asked, own->same + own->same_start[bare], own->same_length[bare] * (Py_ssize_t)sizeof(int64_t));
        if (good && doubt.deep && back_start[doubt.lower] >= 0) {
            Py_ssize_t start = back_start[doubt.lower], length = back_length[doubt.lower];
            good = length >= 0 && start + length <= back_count;
            if (good)
                vn_add(&asked, back + start, length * (Py_ssize_t)sizeof(int64_t));
        }
        for (; good && extra < extras && extra_row[extra] == row; extra++)
            vn_add(&asked, &more[extra], sizeof(int64_t));
        good = good && !asked.full && weigh(own, &doubt, ids + doubt.position, &asked, &rivals);
        const Rival *best = (const Rival *)rivals.data;
        Py_ssize_t most = rivals.size / (Py_ssize_t)sizeof(Rival);
        if (!good || !most || best[0].gain < own->gain)
            continue;
        most = most < MOST ? most : MOST;
        for (Py_ssize_t n = 0; n < most; n++) {
            vn_add(&ids_out, &best[n].id, sizeof(int64_t));
            vn_add(&gains_out, &best[n].gain, sizeof(float));
        }
        PyObject *one = Py_BuildValue("nnndOO", (Py_ssize_t)doubt.token, done, done + most, (double)doubt.cost,
                                      doubt.left ? Py_True : Py_False, doubt.right ? Py_True : Py_False);
        good = one && PyList_Append(found, one) == 0;
        Py_XDECREF(one);
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
    PyMem_Free(rivals.data);
    PyMem_Free(ids_out.data);
    PyMem_Free(gains_out.data);
    vn_release(&held);
    return result;
}
