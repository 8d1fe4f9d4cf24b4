/* The likeliest words of lines with letters put in: `best` of filters/moved_letters/lattice.py. */

#include "kernel.h"

enum { COLUMNS = 3 /* numbers of a table */ };

/* Scores of steps that follow each other. A table has a row for each step that ends at a place and a column for each that
   follows there, the columns from step `first` on. */
typedef struct {
    Py_ssize_t tables, lefts, scores, steps;
    const int64_t *shapes, *left;
    const double *score, *paid;
} Words;

/* The best score up to each step, and the step before it there: of equal ones the first. 0 where a table names steps or
   scores that are not there. */
static int go_forward(const Words *in, double *forward, int64_t *back) {
    Py_ssize_t at = 0, row = 0;
    for (Py_ssize_t table = 0; table < in->tables; table++) {
        int64_t rows = in->shapes[table * COLUMNS], columns = in->shapes[table * COLUMNS + 1];
        int64_t first = in->shapes[table * COLUMNS + 2];
        if (rows < 0 || rows > in->lefts - row || columns < 0 || first < 0 || first > in->steps ||
            columns > in->steps - first || (columns && rows > (in->scores - at) / columns))
            return 0;
        double *best = forward + first;
        for (int64_t i = 0; i < rows; i++, row++) {
            int64_t left = in->left[row];
            if (left < -1 || left >= in->steps)
                return 0;
            double before = forward[left < 0 ? in->steps : left]; /* the beginning stands behind the last step */
            const double *score = in->score + at;
            for (int64_t j = 0; j < columns; j++)
                if (!i || before + score[j] > best[j]) {
                    best[j] = before + score[j];
                    back[first + j] = left;
                }
            at += columns;
        }
        for (int64_t j = 0; rows && j < columns; j++)
            best[j] -= in->paid[first + j];
    }
    return 1;
}

/* best_words(shapes, left, score, paid, forward, back): fills the last two; `forward` holds one more, the beginning. */
VN_FUNCTION(vn_best_words) {
    if (!vn_given(given, 6))
        return NULL;
    Held held;
    held.count = 0;
    Words in = {.tables = VN_ANY, .lefts = VN_ANY, .scores = VN_ANY, .steps = VN_ANY};
    Py_ssize_t more = VN_ANY;
    double *forward = NULL;
    int64_t *back = NULL;
    int good = (in.shapes = VN_READ(&held, args[0], int64_t, &in.tables)) &&
               (in.left = VN_READ(&held, args[1], int64_t, &in.lefts)) &&
               (in.score = VN_READ(&held, args[2], double, &in.scores)) &&
               (in.paid = VN_READ(&held, args[3], double, &in.steps)) &&
               (forward = VN_WRITE(&held, args[4], double, &more)) &&
               (back = VN_WRITE(&held, args[5], int64_t, &in.steps)) && more == in.steps + 1 && in.tables % COLUMNS == 0;
    in.tables /= COLUMNS;
    good = good && go_forward(&in, forward, back);
    if (!good)
        vn_fail(0, PyExc_IndexError, "steps or scores that are not there");
    vn_release(&held);
    return good ? vn_none() : NULL;
}
