/* The proofreader's answers: lm/proofreader/net.py, a few questions at a time, each reckoned as if it were alone. */

#include "eights.h"
#include "proof.h"

#include <math.h>

/* So many of the last different questions are compared with a new one: a text that is one piece again and again asks
   the same for each piece, and an answer takes a thousand times as long as a comparison. */
enum { VN_RECENT = 16 };

VN_WIDE static float product(const float *one, const float *other, Py_ssize_t size) { return vn_product(one, other, size); }

/* Some questions, VN_ROWS at most, each by its number in `which`; `room` is memory to work in. */
static void answer(Proof *own, const Asked *asked, const Py_ssize_t *which, int rows, float *room, float *score,
                   float *trust) {
    Py_ssize_t around = 2 * own->reach * own->width, far = own->far.rows, mine = own->own.rows, filled = own->filled;
    Py_ssize_t vectors_size = asked->columns * own->query;
    float *x = room, *topic = x + VN_ROWS * around, *candidate = topic + VN_ROWS * far;
    float *vectors = candidate + VN_ROWS * mine, *h = vectors + VN_ROWS * vectors_size;
    float *step = h + VN_ROWS * filled, *wide = step + VN_ROWS * filled;
    memset(h, 0, (char *)(wide + VN_ROWS * own->widest) - (char *)h);
    for (int row = 0; row < rows; row++) {
        vn_topics(own, asked, which[row], topic + row * far);
        vn_read_candidates(own, asked, which[row], vectors + row * vectors_size, candidate + row * mine);
        const float *of_look = own->look_own + asked->look[asked->at[which[row]]] * own->hidden;
        for (Py_ssize_t at = 0; at < own->hidden; at++)
            h[row * filled + at] = own->bias[at] + of_look[at];
    }
    vn_add_around(own, asked, which, rows, x, h);
    vn_multiply(&own->far, topic, far, rows, h);
    vn_multiply(&own->own, candidate, mine, rows, h);
    vn_blocks(own, rows, h, step, wide);
    for (int row = 0; row < rows; row++)
        vn_normal(h + row * filled, own->hidden, own->last_gains, step + row * filled);
    Py_ssize_t queries = own->to_query.filled;
    memset(wide, 0, VN_ROWS * queries * sizeof(float));
    vn_multiply(&own->to_query, step, filled, rows, wide);
    for (int row = 0; row < rows; row++) {
        float gate = own->gate_bias[0] + product(step + row * filled, own->gate, own->hidden);
        float *query = wide + row * queries;
        for (Py_ssize_t q = 0; q < own->query; q++)
            query[q] += own->query_bias[q];
        trust[which[row]] = 1 + (gate > 0 ? gate : expm1f(gate));
        for (Py_ssize_t c = 0; c < asked->columns; c++) {
            Py_ssize_t at = which[row] * asked->columns + c;
            float sum = product(query, vectors + row * vectors_size + c * own->query, own->query);
            score[at] = sum + own->form_bias[asked->form[at]];
        }
    }
}

static int fits(const Proof *own, const Asked *asked, Py_ssize_t words, Py_ssize_t count) {
    for (Py_ssize_t i = 0; i < words; i++)
        if (asked->word[i] < 0 || asked->word[i] >= own->words || asked->look[i] < 0 || asked->look[i] >= VN_LOOKS)
            return 0;
    for (Py_ssize_t i = 0; i < count; i++)
        if (asked->begin[i] < 0 || asked->at[i] < asked->begin[i] || asked->at[i] >= asked->end[i] ||
            asked->end[i] > words)
            return 0;
    for (Py_ssize_t i = 0; i < count * asked->columns; i++)
        if (asked->form[i] < 0 || asked->form[i] >= own->forms)
            return 0;
    return asked->task >= 0 && asked->task < VN_TASKS;
}

/* Whether a question is an earlier one again: the same candidates, as likely, and the same words around the place. */
static int asks_again(const Asked *asked, Py_ssize_t i, Py_ssize_t before) {
    size_t cells = (size_t)asked->columns, words = (size_t)(asked->end[i] - asked->begin[i]);
    return asked->end[before] - asked->begin[before] == asked->end[i] - asked->begin[i] &&
           asked->at[before] - asked->begin[before] == asked->at[i] - asked->begin[i] &&
           !memcmp(asked->form + before * cells, asked->form + i * cells, cells * sizeof(int64_t)) &&
           !memcmp(asked->log_prob + before * cells, asked->log_prob + i * cells, cells * sizeof(float)) &&
           !memcmp(asked->word + asked->begin[before], asked->word + asked->begin[i], words * sizeof(int64_t)) &&
           !memcmp(asked->look + asked->begin[before], asked->look + asked->begin[i], words * sizeof(int64_t));
}

/* One of the last questions that ask the same as this one, or -1; `recent` is a ring of them. */
static Py_ssize_t asked_before(const Asked *asked, Py_ssize_t i, const Py_ssize_t *recent, Py_ssize_t met) {
    for (Py_ssize_t at = met < VN_RECENT ? met : VN_RECENT; at-- > 0;)
        if (asks_again(asked, i, recent[at]))
            return recent[at];
    return -1;
}

int vn_answer(Proof *own, const Asked *asked, Py_ssize_t words, Py_ssize_t count, float *score, float *trust) {
    if (!fits(own, asked, words, count)) {
        PyErr_SetString(PyExc_IndexError, "a word, a place or a candidate that is not there");
        return 0;
    }
    Py_ssize_t each = 2 * own->reach * own->width + own->far.rows + own->own.rows + asked->columns * own->query +
                      2 * own->filled + own->widest;
    float *room = PyMem_Malloc(VN_ROWS * sizeof(float) * each);
    Py_ssize_t *same = PyMem_Malloc((count + 1) * sizeof(Py_ssize_t));
    int good = room && same;
    if (!good)
        PyErr_NoMemory();
    Py_ssize_t which[VN_ROWS], recent[VN_RECENT], met = 0;
    int rows = 0;
    for (Py_ssize_t i = 0; good && i < count; i++) {
        same[i] = asked_before(asked, i, recent, met);
        if (same[i] < 0) {
            recent[met++ % VN_RECENT] = i;
            which[rows++] = i;
        }
        if (rows == VN_ROWS || (rows && i + 1 == count)) { /* six answers take 0.2 ms and more */
            answer(own, asked, which, rows, room, score, trust);
            rows = 0;
            good = PyErr_CheckSignals() == 0;
        }
    }
    for (Py_ssize_t i = 0; good && i < count; i++) {
        if (same[i] < 0)
            continue;
        memcpy(score + i * asked->columns, score + same[i] * asked->columns, asked->columns * sizeof(float));
        trust[i] = trust[same[i]];
    }
    PyMem_Free(same);
    PyMem_Free(room);
    return good;
}

/* proof_answers(proof, word, look, task, at, begin, end, form, log_prob, score, trust) */
VN_FUNCTION(vn_proof_answers) {
    Proof *own = vn_given(given, 11) ? vn_as_proof(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Asked asked = {.task = PyLong_AsLong(args[3])};
    Py_ssize_t words = VN_ANY, count = VN_ANY, all = VN_ANY;
    float *score = NULL, *trust = NULL;
    PyObject *result = NULL;
    int good = (asked.word = VN_READ(&held, args[1], int64_t, &words)) &&
               (asked.look = VN_READ(&held, args[2], int64_t, &words)) &&
               (asked.at = VN_READ(&held, args[4], int64_t, &count)) &&
               (asked.begin = VN_READ(&held, args[5], int64_t, &count)) &&
               (asked.end = VN_READ(&held, args[6], int64_t, &count)) &&
               (asked.form = VN_READ(&held, args[7], int64_t, &all)) &&
               (asked.log_prob = VN_READ(&held, args[8], float, &all)) &&
               (score = VN_WRITE(&held, args[9], float, &all)) && (trust = VN_WRITE(&held, args[10], float, &count));
    if (good) {
        asked.columns = count ? all / count : 0;
        if (count ? all % count : all)
            PyErr_SetString(PyExc_ValueError, "not as many candidates of each place");
        else if (vn_answer(own, &asked, words, count, score, trust))
            result = vn_none();
    }
    vn_release(&held);
    return result;
}
