/* The best rival of each doubtful word, by the n-gram, the confusion channel and the proofreader:
   filters/diacritics/best_rivals.py. */

#include "channel.h"
#include "opinions.h"

/* What Python asks: the text, its doubtful words, and how each is spelled. */
typedef struct {
    Held held;
    Read text;
    const int32_t *written;
    const Channel *channel;
    PyObject *words, *spelled, *found;
    Py_ssize_t count;
} Asked;

static int read_asked(Asked *to, PyObject *const *args) {
    Held *held = &to->held;
    Read *text = &to->text;
    text->words = text->ids = VN_ANY;
    to->words = args[9];
    to->spelled = args[10];
    to->found = args[11];
    if (!(text->word_of = VN_READ(held, args[1], int64_t, &text->ids)) ||
        !(text->form_of = VN_READ(held, args[2], int64_t, &text->ids)) ||
        !(text->lower = VN_READ(held, args[4], int32_t, &text->words)) ||
        !(text->case_ = VN_READ(held, args[5], uint8_t, &text->words)) ||
        !(text->mark = VN_READ(held, args[6], uint8_t, &text->words)) ||
        !(to->written = VN_READ(held, args[7], int32_t, &text->words)) || !(to->channel = vn_as_channel(args[8])) ||
        !vn_is_list(to->words) || !vn_is_list(to->spelled) || !vn_is_list(to->found))
        return 0;
    to->count = PyList_Size(to->found);
    return 1;
}

/* What is said of all candidates: their ids, their gains with what the channel adds, and how likely people and engines write
   so; then the places, what is written there, and how many candidates each has. */
typedef struct {
    Bag ids, gains, channels, places, stands, counts;
} Candidates;

static int is_full(const Candidates *own) {
    return own->ids.full || own->gains.full || own->channels.full || own->places.full || own->stands.full ||
           own->counts.full;
}

static void free_candidates(Candidates *own) {
    PyMem_Free(own->ids.data);
    PyMem_Free(own->gains.data);
    PyMem_Free(own->channels.data);
    PyMem_Free(own->places.data);
    PyMem_Free(own->stands.data);
    PyMem_Free(own->counts.data);
}

/* Add the candidates of one word; 0 with an exception where that cannot be done. */
static int add_candidates(const Asked *asked, const Letters *written, const int64_t *ids, const float *gains,
                          Py_ssize_t count, Candidates *to) {
    for (Py_ssize_t n = 0; n < count; n++) {
        Letters meant;
        double both[2];
        if (ids[n] < 0 || !vn_read_letters(asked->channel, PyList_GetItem(asked->words, (Py_ssize_t)ids[n]), &meant))
            return 0;
        float gain = gains[n] + vn_prior(asked->channel, written, &meant, both);
        vn_add(&to->ids, &ids[n], sizeof(*ids));
        vn_add(&to->gains, &gain, sizeof(gain));
        vn_add(&to->channels, both, sizeof(both));
    }
    return 1;
}

/* Read one doubtful word: (token, ids of its candidates, their gains, …). */
static int read_word(const Asked *asked, Py_ssize_t n, Candidates *to) {
    PyObject *one = PyList_GetItem(asked->found, n);
    Letters written;
    if (!vn_is_tuple(one) || PyTuple_Size(one) < 3 ||
        !vn_read_letters(asked->channel, PyList_GetItem(asked->spelled, n), &written))
        return 0;
    Held held;
    held.count = 0;
    Py_INCREF(one); /* a number may be an object that empties the list */
    int64_t token = PyLong_AsLongLong(PyTuple_GetItem(one, 0)), count = 0;
    Py_ssize_t size = VN_ANY;
    const int64_t *ids = PyErr_Occurred() ? NULL : VN_READ(&held, PyTuple_GetItem(one, 1), int64_t, &size);
    const float *gains = ids ? VN_READ(&held, PyTuple_GetItem(one, 2), float, &size) : NULL;
    int good = gains && token >= 0 && token < asked->text.words && add_candidates(asked, &written, ids, gains, size, to);
    if (good) {
        int64_t stands = asked->written[token];
        count = size;
        vn_add(&to->places, &token, sizeof(token));
        vn_add(&to->stands, &stands, sizeof(stands));
        vn_add(&to->counts, &count, sizeof(count));
    }
    vn_release(&held);
    Py_DECREF(one);
    return good;
}

/* [(id, gain, what the net adds, lead, how likely people write so, and engines)] */
static PyObject *told(const Rivals *rivals, const Opinion *best, const double *channels) {
    PyObject *found = PyList_New(0);
    for (Py_ssize_t n = 0, first = 0; found && n < rivals->count; first += (Py_ssize_t)rivals->counts[n], n++) {
        Py_ssize_t at = first + best[n].column;
        if (!vn_append(found, Py_BuildValue("Lddddd", (long long)rivals->ids[at], best[n].gain, best[n].wide, best[n].lead,
                                            channels[2 * at], channels[2 * at + 1])))
            Py_CLEAR(found);
    }
    return found;
}

/* best_rivals(proof, word_of, form_of, (task, most_lead), lower, case, mark, ids as they are written, channel, words of the
   model, [spelling], [(token, ids, gains, …)]) -> [(id, gain, what the net adds, lead, people, engines)] */
VN_FUNCTION(vn_best_rivals) {
    int task;
    float most_lead;
    if (!vn_given(given, 12) || !vn_is_tuple(args[3]) || !PyArg_ParseTuple(args[3], "if", &task, &most_lead))
        return NULL;
    Asked asked;
    asked.held.count = 0;
    Candidates all = {{0}, {0}, {0}, {0}, {0}, {0}};
    int good = read_asked(&asked, args);
    for (Py_ssize_t n = 0; good && n < asked.count; n++)
        good = read_word(&asked, n, &all) && !is_full(&all);
    Opinion *best = good ? PyMem_Malloc(((size_t)asked.count + 1) * sizeof(Opinion)) : NULL;
    PyObject *found = NULL;
    if (best) {
        Rivals rivals = {
            .count = asked.count,
            .all = all.gains.size / (Py_ssize_t)sizeof(float),
            .at = (const int64_t *)all.places.data,
            .stands = (const int64_t *)all.stands.data,
            .counts = (const int64_t *)all.counts.data,
            .ids = (const int64_t *)all.ids.data,
            .gains = (const float *)all.gains.data,
        };
        if (vn_opine(args[0], task, most_lead, &asked.text, &rivals, best))
            found = told(&rivals, best, (const double *)all.channels.data);
    }
    if (!found)
        vn_fail(is_full(&all) || (good && !best), PyExc_IndexError, "a word or a candidate that is not there");
    PyMem_Free(best);
    free_candidates(&all);
    vn_release(&asked.held);
    return found;
}
