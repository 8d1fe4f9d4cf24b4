/* The best of several candidates by the n-gram and the proofreader together: lm/proofreader/proofreader.py. */

#include "proof.h"

#include <math.h>

/* What the words of the text are to the net, and how far it reads around each place. */
static int link_words(const Proof *own, Asked *asked, Py_ssize_t words, Py_ssize_t count, const int32_t *lower,
                      const uint8_t *case_, const uint8_t *mark, const int64_t *word_of, Py_ssize_t size,
                      int64_t *room) {
    int64_t *word = room, *look = word + words, *begin = look + words, *end = begin + count;
    for (Py_ssize_t i = 0; i < words; i++) {
        if (lower[i] < 0 || lower[i] >= size)
            return 0;
        word[i] = word_of[lower[i]];
        look[i] = case_[i] + 4 * (mark[i] == VN_CLAUSE) + 8 * (mark[i] == VN_SENTENCE);
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
static int link_candidates(const Asked *asked, Py_ssize_t count, const int64_t *stands, const int64_t *ids,
                           const float *gains, const int64_t *counts, Py_ssize_t all, const int64_t *form_of,
                           Py_ssize_t size, int64_t *form, float *log_prob) {
    Py_ssize_t done = 0;
    for (Py_ssize_t i = 0; i < count; i++, form += asked->columns, log_prob += asked->columns) {
        float top = 0, sum;
        if (counts[i] < 1 || counts[i] >= asked->columns || counts[i] > all - done || stands[i] < 0 ||
            stands[i] >= size)
            return 0;
        form[0] = form_of[stands[i]];
        log_prob[0] = 0;
        for (Py_ssize_t c = 1; c < asked->columns; c++) {
            form[c] = 0;
            log_prob[c] = -INFINITY;
            if (c > counts[i])
                continue;
            int64_t id = ids[done + c - 1];
            if (id < 0 || id >= size)
                return 0;
            form[c] = form_of[id];
            log_prob[c] = gains[done + c - 1];
            top = log_prob[c] > top ? log_prob[c] : top;
        }
        sum = 0;
        for (Py_ssize_t c = 0; c <= counts[i]; c++)
            sum += expf(log_prob[c] - top);
        for (Py_ssize_t c = 0; c <= counts[i]; c++)
            log_prob[c] = log_prob[c] - top - logf(sum);
        done += counts[i];
    }
    return done == all;
}

/* The opinion of one place: (column, gain, what the net adds, lead). */
static PyObject *opinion(const int64_t *form, const float *log_prob, const float *score, float trust,
                         const float *gains, Py_ssize_t count, float most_lead) {
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
    return Py_BuildValue("nddd", best - 1, gain, (double)(first - standing) - gain, lead < most_lead ? lead : most_lead);
}

/* opinions(proof, word_of, form_of, most_lead, task, lower, case, mark, at, stands, counts, ids, gains)
   -> [(column, gain, what the net adds, lead)] */
VN_FUNCTION(vn_opinions) {
    Proof *own = vn_given(given, 13) ? vn_as_proof(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Asked asked = {.task = PyLong_AsLong(args[4])};
    float most_lead = (float)PyFloat_AsDouble(args[3]);
    Py_ssize_t size = VN_ANY, words = VN_ANY, count = VN_ANY, all = VN_ANY;
    const int64_t *word_of = NULL, *form_of = NULL, *stands = NULL, *counts = NULL, *ids = NULL;
    const int32_t *lower = NULL;
    const uint8_t *case_ = NULL, *mark = NULL;
    const float *gains = NULL;
    int good = (word_of = VN_READ(&held, args[1], int64_t, &size)) &&
               (form_of = VN_READ(&held, args[2], int64_t, &size)) &&
               (lower = VN_READ(&held, args[5], int32_t, &words)) &&
               (case_ = VN_READ(&held, args[6], uint8_t, &words)) && (mark = VN_READ(&held, args[7], uint8_t, &words)) &&
               (asked.at = VN_READ(&held, args[8], int64_t, &count)) &&
               (stands = VN_READ(&held, args[9], int64_t, &count)) &&
               (counts = VN_READ(&held, args[10], int64_t, &count)) && (ids = VN_READ(&held, args[11], int64_t, &all)) &&
               (gains = VN_READ(&held, args[12], float, &all));
    PyObject *result = NULL;
    int64_t *room = NULL;
    float *numbers = NULL;
    if (!good)
        goto done;
    for (Py_ssize_t i = 0; i < count; i++)
        asked.columns = counts[i] >= asked.columns && counts[i] <= all ? counts[i] + 1 : asked.columns;
    Py_ssize_t cells = count * asked.columns;
    room = PyMem_Malloc((2 * words + 2 * count + cells + 1) * sizeof(int64_t));
    numbers = PyMem_Malloc((2 * cells + count + 1) * sizeof(float));
    if (!room || !numbers) {
        PyErr_NoMemory();
        goto done;
    }
    int64_t *form = room + 2 * words + 2 * count;
    float *log_prob = numbers, *score = log_prob + cells, *trust = score + cells;
    asked.form = form;
    asked.log_prob = log_prob;
    if (!link_words(own, &asked, words, count, lower, case_, mark, word_of, size, room) ||
        !link_candidates(&asked, count, stands, ids, gains, counts, all, form_of, size, form, log_prob)) {
        PyErr_SetString(PyExc_IndexError, "a word, a place or a candidate that is not there");
        goto done;
    }
    if (!vn_answer(own, &asked, words, count, score, trust) || !(result = PyList_New(count)))
        goto done;
    for (Py_ssize_t i = 0; i < count; i++) {
        Py_ssize_t row = i * asked.columns;
        PyObject *one = opinion(form + row, log_prob + row, score + row, trust[i], gains, counts[i], most_lead);
        gains += counts[i];
        if (!one || PyList_SetItem(result, i, one) < 0) {
            Py_CLEAR(result);
            break;
        }
    }
done:
    PyMem_Free(room);
    PyMem_Free(numbers);
    vn_release(&held);
    return result;
}
