/* The candidates of doubtful words, listed with what the model says of each by itself. */

#include "ranking.h"

enum { WORDS_AHEAD = 8 /* words before its turn that the options of one are fetched */ };

/* Whether a doubtful word is in the text, and the words around it are some of the model's. */
static int is_there(const Work *work, const Doubt *doubt) {
    const Scanned *scan = &work->in->scan;
    int reach = work->own->ngrams->order - 1;
    int64_t start = scan->starts[doubt->token], end = scan->ends[doubt->token];
    if (start < 0 || end < start || end > scan->letters || doubt->bare >= work->own->bares - 1 ||
        doubt->position < reach || doubt->position >= scan->size - reach)
        return 0;
    for (int n = -reach; n <= reach; n++)
        if (!vn_known(work->own->ngrams, work->in->ids[doubt->position + n]))
            return 0;
    return 1;
}

/* List the candidates of one word; 0 where memory ran out. */
static int list(Work *work, const Spellings *spellings, int32_t row, uint64_t key) {
    const Doubt *doubt = &work->doubts[row];
    const NGrams *model = work->own->ngrams;
    const int64_t *at = vn_place_of_row(work, row);
    work->rows[row] = (Row){at[-1], at[1], model->backoff[at[-1]], model->log_prob[at[1]], doubt->cost - doubt->cost_right,
                            doubt->cost_right, doubt->cost,
                            doubt->legal ? work->own->coarse : work->own->coarse_illegal, doubt->settled};
    Py_ssize_t count, near, bare = doubt->bare < 0 ? work->own->bares - 1 : doubt->bare; /* the last row stands for -1 */
    const Option *options = key ? vn_options(work->own, spellings, key, bare, &count, &near) : NULL;
    if (!options)
        return !key; /* no word of so many letters may have been another */
    count = doubt->deep ? count : near;
    Candidate *to = vn_room(&work->all, count * (Py_ssize_t)sizeof(Candidate)), *first = to;
    for (Py_ssize_t n = 0; n < count && to; n++) {
        *to = (Candidate){row, options[n].id, options[n].id, options[n].price, options[n].log_prob, options[n].backoff};
        if (doubt->named && options[n].title != options[n].id) {
            to->id = options[n].title;
            to->log_prob = model->log_prob[to->id];
            to->backoff = model->backoff[to->id];
        }
        to += to->word != doubt->lower;
    }
    work->all.size += (to - first) * (Py_ssize_t)sizeof(Candidate);
    return to != NULL;
}

int vn_list_all(Work *work, const Spellings *spellings, Py_ssize_t count) {
    uint64_t keys[VN_TOGETHER];
    work->all.size = 0;
    for (Py_ssize_t step = 0; step < count + 2 * WORDS_AHEAD; step++) {
        Py_ssize_t fetched = step - WORDS_AHEAD, row = step - 2 * WORDS_AHEAD;
        if (step < count) {
            const Doubt *doubt = &work->doubts[step];
            const Scanned *scan = &work->in->scan;
            if (!is_there(work, doubt)) {
                vn_fail(0, PyExc_IndexError, "a word or a place that is not there");
                return 0;
            }
            keys[step] = vn_spelling_key(spellings, work->in->text, scan->starts[doubt->token], scan->ends[doubt->token]);
            vn_fetch_options(work->own, keys[step]);
        }
        if (fetched >= 0 && fetched < count && keys[fetched])
            vn_fetch_first_options(work->own, keys[fetched]);
        if (row >= 0 && !list(work, spellings, (int32_t)row, keys[row])) {
            vn_fail(work->all.full || work->own->kept.all.full || !work->own->kept.words, PyExc_IndexError,
                    "a word or a place that is not there");
            return 0;
        }
    }
    return 1;
}
