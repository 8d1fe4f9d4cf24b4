/* The best of several candidates by the n-gram and the proofreader together: lm/proofreader/proofreader.py. */

#include "opinions.h"
#include "proof.h"

#include <math.h>

/* What the words of the text are to the net, and how far it reads around each place. */
static int link_words(const Proof *own, Asked *asked, const Read *text, Py_ssize_t count, int64_t *room) {
    Py_ssize_t words = text->words;
    int64_t *word = room, *look = word + words, *begin = look + words, *end = begin + count;
    for (Py_ssize_t i = 0; i < words; i++) {
        int32_t lower = text->lower[i];
        if (lower < 0 || lower >= text->ids)
            return 0;
        word[i] = text->word_of[lower];
        look[i] = text->case_[i] + 4 * (text->mark[i] == VN_CLAUSE) + 8 * (text->mark[i] == VN_SENTENCE);
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        int64_t at = asked->at[i];
        if (at < 0 || at >= words)
            return 0;
        begin[i] = at > own->topic_reach ? at - own->topic_reach : 0;
        end[i] = at + own->topic_reach + 1 < words ? at + own->topic_reach + 1 : words;
    }
    asked->word = word;
    asked->look = look;
    asked->begin = begin;
    asked->end = end;
    return 1;
}

/* The n-gram's gains as shares, and what the net calls the candidates; those that are missing are none. */
static int link_candidates(const Asked *asked, const Read *text, const Rivals *rivals, int64_t *form, float *log_prob) {
    Py_ssize_t done = 0;
    for (Py_ssize_t i = 0; i < rivals->count; i++, form += asked->columns, log_prob += asked->columns) {
        int64_t own = rivals->counts[i], stands = rivals->stands[i];
        float top = 0, sum = 0;
        if (own < 1 || own >= asked->columns || own > rivals->all - done || stands < 0 || stands >= text->ids)
            return 0;
        form[0] = text->form_of[stands];
        log_prob[0] = 0;
        for (Py_ssize_t c = 1; c < asked->columns; c++) {
            form[c] = 0;
            log_prob[c] = -INFINITY;
            if (c > own)
                continue;
            int64_t id = rivals->ids[done + c - 1];
            if (id < 0 || id >= text->ids)
                return 0;
            form[c] = text->form_of[id];
            log_prob[c] = rivals->gains[done + c - 1];
            top = log_prob[c] > top ? log_prob[c] : top;
        }
        for (Py_ssize_t c = 0; c <= own; c++)
            sum += expf(log_prob[c] - top);
        for (Py_ssize_t c = 0; c <= own; c++)
            log_prob[c] = log_prob[c] - top - logf(sum);
        done += own;
    }
    return done == rivals->all;
}

/* The opinion of one place. */
static Opinion opinion(const int64_t *form, const float *log_prob, const float *score, float trust, const float *gains,
                       Py_ssize_t count, float most_lead) {
    float worst = INFINITY, standing = 0, first = -INFINITY, second = -INFINITY;
    Py_ssize_t best = 1;
    for (Py_ssize_t c = 0; c <= count; c++)
        worst = form[c] > 0 && score[c] < worst ? score[c] : worst;
    worst = isfinite(worst) ? worst : 0;
    for (Py_ssize_t c = 0; c <= count; c++) {
        float both = log_prob[c] + ((form[c] > 0 ? score[c] : worst) + (trust - 1) * log_prob[c]);
        if (c == 0)
            standing = both;
        else if (both > first) {
            second = first;
            first = both;
            best = c;
        } else if (both > second)
            second = both;
    }
    double gain = gains[best - 1], lead = count > 1 ? (double)(first - second) : most_lead;
    return (Opinion){best - 1, gain, (double)(first - standing) - gain, lead < most_lead ? lead : most_lead};
}

int vn_opine(PyObject *proof, long task, float most_lead, const Read *text, const Rivals *rivals, Opinion *to) {
    Proof *own = vn_as_proof(proof);
    if (!own)
        return 0;
    Asked asked = {.task = task, .at = rivals->at};
    Py_ssize_t words = text->words, count = rivals->count;
    for (Py_ssize_t i = 0; i < count; i++) {
        int64_t each = rivals->counts[i];
        asked.columns = each >= asked.columns && each <= rivals->all ? each + 1 : asked.columns;
    }
    Py_ssize_t cells = count * asked.columns;
    int64_t *room = PyMem_Malloc((2 * words + 2 * count + cells + 1) * sizeof(int64_t));
    float *numbers = PyMem_Malloc((2 * cells + count + 1) * sizeof(float));
    int good = room && numbers;
    if (good) {
        int64_t *form = room + 2 * words + 2 * count;
        float *log_prob = numbers, *score = log_prob + cells, *trust = score + cells;
        const float *gains = rivals->gains;
        asked.form = form;
        asked.log_prob = log_prob;
        good = link_words(own, &asked, text, count, room) && link_candidates(&asked, text, rivals, form, log_prob) &&
               vn_answer(own, &asked, words, count, score, trust);
        for (Py_ssize_t i = 0; good && i < count; gains += rivals->counts[i], i++) {
            Py_ssize_t row = i * asked.columns;
            to[i] = opinion(form + row, log_prob + row, score + row, trust[i], gains, rivals->counts[i], most_lead);
        }
    }
    if (!good)
        vn_fail(!room || !numbers, PyExc_IndexError, "a word, a place or a candidate that is not there");
    PyMem_Free(room);
    PyMem_Free(numbers);
    return good;
}

/* opinions(proof, word_of, form_of, most_lead, task, lower, case, mark, at, stands, counts, ids, gains)
   -> [(column, gain, what the net adds, lead)] */
VN_FUNCTION(vn_opinions) {
    if (!vn_given(given, 13))
        return NULL;
    Held held;
    held.count = 0;
    Read text = {.words = VN_ANY, .ids = VN_ANY};
    Rivals rivals = {.count = VN_ANY, .all = VN_ANY};
    float most_lead = (float)PyFloat_AsDouble(args[3]);
    long task = PyErr_Occurred() ? -1 : PyLong_AsLong(args[4]);
    int good = !PyErr_Occurred() && (text.word_of = VN_READ(&held, args[1], int64_t, &text.ids)) &&
               (text.form_of = VN_READ(&held, args[2], int64_t, &text.ids)) &&
               (text.lower = VN_READ(&held, args[5], int32_t, &text.words)) &&
               (text.case_ = VN_READ(&held, args[6], uint8_t, &text.words)) &&
               (text.mark = VN_READ(&held, args[7], uint8_t, &text.words)) &&
               (rivals.at = VN_READ(&held, args[8], int64_t, &rivals.count)) &&
               (rivals.stands = VN_READ(&held, args[9], int64_t, &rivals.count)) &&
               (rivals.counts = VN_READ(&held, args[10], int64_t, &rivals.count)) &&
               (rivals.ids = VN_READ(&held, args[11], int64_t, &rivals.all)) &&
               (rivals.gains = VN_READ(&held, args[12], float, &rivals.all));
    Opinion *best = good ? PyMem_Malloc(((size_t)rivals.count + 1) * sizeof(Opinion)) : NULL;
    if (good && !best)
        PyErr_NoMemory();
    PyObject *result = best && vn_opine(args[0], task, most_lead, &text, &rivals, best) ? PyList_New(0) : NULL;
    for (Py_ssize_t i = 0; result && i < rivals.count; i++)
        if (!vn_append(result, Py_BuildValue("nddd", best[i].column, best[i].gain, best[i].wide, best[i].lead)))
            Py_CLEAR(result);
    PyMem_Free(best);
    vn_release(&held);
    return result;
}
