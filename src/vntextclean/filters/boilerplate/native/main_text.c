/* Where a line stands to the main text and to lists of other articles: `_main` and `_nearest` of context_features.py,
   and what they ask of coherence.py and blocks.py. */

#include "features.h"
#include "key_set.h"

enum { EDGE = 60, WORDS = 40, TOP = 3, FAR = 99, COSTS = 2, COHERENT = 2, SHARED = 3, SPREAD = 4 };

int vn_shared_words(const PageView *page, const uint8_t *asked, float *out) {
    size_t lines = (size_t)page->lines;
    int64_t *count = PyMem_Calloc(2 * (lines + 1), sizeof(*count)), *shared = count ? count + lines + 1 : NULL;
    if (!count)
        return 0;
    for (Py_ssize_t at = 0; at < page->rare;) { /* all places of one word */
        Py_ssize_t end = at;
        int64_t fresh = 0, last = 0;
        for (; end < page->rare && page->rare_keys[end] == page->rare_keys[at]; end++)
            if (asked[page->rare_lines[end]]) {
                fresh += page->rare_paragraphs[end] != last;
                last = page->rare_paragraphs[end];
            }
        for (; at < end; at++)
            if (asked[page->rare_lines[at]]) {
                count[page->rare_paragraphs[at]]++;
                shared[page->rare_paragraphs[at]] += fresh > 1;
            }
    }
    for (size_t line = 0; line < lines; line++) {
        int64_t number = page->number[line], words = count[number] > 1 ? count[number] : 1;
        out[line] = asked[line] ? (float)((double)shared[number] / (double)words) : 0;
    }
    PyMem_Free(count);
    return 1;
}

void vn_span_of(const float *weights, Py_ssize_t lines, Py_ssize_t *start, Py_ssize_t *end) {
    float total = 0, low = 0;
    double best = 0;
    Py_ssize_t lowest = 0;
    *start = *end = 0;
    for (Py_ssize_t line = 0; line < lines; line++) {
        total += weights[line];
        if (total < low)
            low = total, lowest = line + 1;
        if ((double)total - (double)low > best)
            best = (double)total - (double)low, *start = lowest, *end = line + 1;
    }
}

static float *place(Py_ssize_t lines, Py_ssize_t start, Py_ssize_t end, float *out) {
    for (Py_ssize_t line = 0; line < lines; line++) {
        out[line] = (float)vn_between(line - start, INT64_MIN, EDGE);
        out[lines + line] = (float)vn_between(line - end, INT64_MIN, EDGE);
        out[2 * lines + line] = line >= start && line < end;
    }
    return out + 3 * lines;
}

static float *filled(Py_ssize_t lines, float value, float *out) {
    for (Py_ssize_t line = 0; line < lines; line++)
        out[line] = value;
    return out + lines;
}

/* How many of a line's rare words stand at the top of the text: `title_overlap` of coherence.py. */
static float *overlap(const PageView *page, Py_ssize_t start, Py_ssize_t end, float *out) {
    Py_ssize_t lines = page->lines, last = start + TOP < end ? start + TOP : end, top = 0;
    for (Py_ssize_t n = 0; n < page->words; n++)
        top += page->word_lines[n] >= start - TOP && page->word_lines[n] < last && !page->common[n];
    KeySet set;
    int64_t *hits = PyMem_Calloc(2 * (size_t)lines, sizeof(*hits));
    if (!vn_key_set(&set, top) || !hits)
        lines = -1;
    for (Py_ssize_t n = 0; lines >= 0 && n < page->words; n++)
        if (page->word_lines[n] >= start - TOP && page->word_lines[n] < last && !page->common[n])
            vn_put(&set, page->keys[n]);
    for (Py_ssize_t n = 0; lines >= 0 && n < page->words; n++)
        if (!page->common[n]) {
            hits[page->word_lines[n]] += vn_has(&set, page->keys[n]);
            hits[lines + page->word_lines[n]]++;
        }
    for (Py_ssize_t line = 0; line < lines; line++)
        out[line] = (float)((double)hits[line] / (double)(hits[lines + line] > 1 ? hits[lines + line] : 1));
    vn_free_set(&set);
    PyMem_Free(hits);
    return lines < 0 ? NULL : out + lines;
}

/* The lines since the last list of other articles, and where a line stands to the first heading. */
static float *related_and_heading(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    int64_t last = -FAR;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        if (page->whole[line] == asked->related || page->start[line] == asked->related ||
            page->form[line] == asked->related)
            last = line;
        out[line] = (float)vn_between(line - last, 0, FAR);
        out[page->lines + line] = asked->heading >= 0 ? (float)vn_between(line - asked->heading, -EDGE, EDGE) : -FAR;
    }
    return out + 2 * page->lines;
}

float *vn_main_columns(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines, start, end;
    float *weights = PyMem_Malloc(2 * (size_t)lines * sizeof(*weights)), *shared = weights ? weights + lines : NULL;
    if (!weights || !vn_shared_words(page, page->prose, shared)) {
        PyMem_Free(weights);
        return NULL;
    }
    for (int n = 0; n < COSTS; n++) {
        double all = 0, inside = 0;
        for (Py_ssize_t line = 0; line < lines; line++)
            weights[line] = page->prose[line] ? vn_least(page->per_line[line], WORDS) : -asked->costs[n];
        vn_span_of(weights, lines, &start, &end);
        for (Py_ssize_t line = 0; line < lines; line++) {
            double words = page->prose[line] ? (double)page->per_line[line] : 0;
            all += words, inside += line >= start && line < end ? words : 0;
        }
        out = place(lines, start, end, out);
        out = filled(lines, (float)inside / (float)(all > 1 ? all : 1), out);
        out = filled(lines, (float)inside, out);
    }
    for (Py_ssize_t line = 0; line < lines; line++) {
        float worth = (shared[line] - asked->costs[SHARED]) / asked->costs[SPREAD];
        worth = vn_least(vn_most(worth, -1), 1) * vn_least(page->per_line[line], WORDS);
        weights[line] = page->prose[line] ? worth : -asked->costs[COHERENT];
    }
    vn_span_of(weights, lines, &start, &end);
    PyMem_Free(weights);
    out = overlap(page, start, end, place(lines, start, end, out));
    return out ? related_and_heading(asked, out) : NULL;
}

float *vn_nearest_columns(const PageView *page, float *out) {
    Py_ssize_t lines = page->lines, width = page->kinds * lines;
    memset(out, 0, 2 * (size_t)width * sizeof(*out));
    for (int up = 0; up < 2; up++) {
        Py_ssize_t last = -1;
        for (Py_ssize_t n = 0; n < lines; n++) {
            Py_ssize_t line = up ? lines - 1 - n : n;
            if (last >= 0) {
                int64_t kind = vn_kind_of(page, up ? lines - 1 - last : last);
                out[up * width + kind * lines + line] = (float)(1 / (1 + (double)(n - last - 1) / 6));
            }
            if (vn_kind_of(page, line) >= 0)
                last = n;
        }
    }
    return out + 2 * width;
}
