/* How the words of a line, and those around, score: word_scores.py and layout_features.py. */

#include "features.h"
#include "sums.h"

enum { SINGLE = 0, DOUBLE = 3, ALL = 6, ROWS = 3 };

/* The mean, least and greatest score of one line's words or pairs of words, and their sum added to the sum of all. */
static void score(float *out, Py_ssize_t lines, const float *values, Py_ssize_t count, Py_ssize_t line, int first) {
    float sum = vn_stretch_sum(values, count), least = values[0], most = values[0];
    for (Py_ssize_t n = 1; n < count; n++)
        least = vn_least(values[n], least), most = vn_most(values[n], most);
    out[first * lines + line] = (float)((double)sum / (double)count);
    out[(first + 1) * lines + line] = least;
    out[(first + 2) * lines + line] = most;
    out[ALL * lines + line] += sum;
}

float *vn_word_columns(Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    float *values = PyMem_Malloc(((size_t)page->words + 1) * sizeof(*values));
    if (!values)
        return NULL;
    memset(out, 0, (size_t)lines * (ALL + 1) * sizeof(*out));
    for (int first = SINGLE; first <= DOUBLE; first += DOUBLE)
        for (Py_ssize_t at = 0; at < page->words;) {
            Py_ssize_t start = at, line = (Py_ssize_t)page->word_lines[at], count = 0;
            for (; at < page->words && page->word_lines[at] == line; at++) {
                uint64_t bucket = page->keys[at] >> (64 - WORD_BITS);
                if (first == DOUBLE) {
                    if (at == start)
                        continue;
                    bucket = ((page->keys[at - 1] * VN_KEY_BASE + page->keys[at]) >> (64 - PAIR_BITS)) + (1 << WORD_BITS);
                }
                values[count++] = (float)asked->scores[bucket] * 0.1f;
            }
            if (count)
                score(out, lines, values, count, line, first);
        }
    PyMem_Free(values);
    asked->mean_score = vn_sum(out, lines) / (float)lines;
    return out + (ALL + 1) * lines;
}

float *vn_word_context_columns(const Asked *asked, const float *scores, float *out) {
    static const int8_t windows[][3] = {/* first and last line, rows */
                                        {-3, 3, 3}, {-10, 10, 3}, {-8, -1, 2}, {1, 8, 2}};
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    const float *rows[ROWS] = {scores + SINGLE * lines, scores + ALL * lines, scores + DOUBLE * lines};
    double *totals = PyMem_Malloc(ROWS * ((size_t)lines + 1) * sizeof(*totals));
    if (!totals)
        return NULL;
    for (int row = 0; row < ROWS; row++)
        vn_totals(rows[row], lines, totals + row * (lines + 1));
    for (size_t n = 0; n < sizeof(windows) / sizeof(*windows); n++)
        for (int row = 0; row < windows[n][2]; row++)
            out = vn_around(totals + row * (lines + 1), lines, windows[n][0], windows[n][1], out);
    PyMem_Free(totals);
    for (int cut = RUNS; cut <= SECTIONS; cut++)
        for (int row = 0; row < 2; row++, out += lines)
            vn_means(page, &page->cut[cut], rows[row], out);
    const Cut *cut = &page->cut[PARAGRAPHS];
    for (Py_ssize_t n = 0; n < cut->count; n++) {
        Py_ssize_t start = (Py_ssize_t)cut->starts[n], end = vn_end_of(page, cut, n);
        float sum = vn_stretch_sum(rows[1] + start, end - start);
        for (Py_ssize_t line = start; line < end; line++)
            out[line] = sum;
    }
    out += lines;
    for (Py_ssize_t line = 0; line < lines; line++)
        out[line] = asked->mean_score;
    return out + lines;
}
