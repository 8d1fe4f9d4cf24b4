/* The title of a page, its indents, its labels and their values: layout_features.py. */

#include "features.h"
#include "key_set.h"
#include "sums.h"

#include <stdlib.h>

enum { FAR = 40, COLON = 2, APART = 1000, NONE = -9, NOWHERE = -99, LABELS = 4 };

static float *title(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines, own = 0;
    while (own < page->words && page->word_lines[own] == 0)
        own++;
    KeySet set;
    if (!vn_key_set(&set, own)) {
        vn_free_set(&set);
        return NULL;
    }
    memset(out, 0, (size_t)lines * sizeof(*out));
    for (Py_ssize_t n = 0; n < own; n++)
        vn_put(&set, page->keys[n]);
    for (Py_ssize_t n = 0; own && n < page->words; n++)
        out[page->word_lines[n]] += (float)vn_has(&set, page->keys[n]);
    vn_free_set(&set);
    int again = 0;
    for (Py_ssize_t line = 1; line < lines; line++)
        again |= asked->titled[line];
    for (Py_ssize_t line = 0; line < lines; line++) {
        double shared = (double)out[line], share = shared / (double)(own > 1 ? own : 1);
        out[line] = (float)(shared / (double)vn_most(page->per_line[line], 1));
        out[lines + line] = (float)(share < 1 ? share : 1);
        out[2 * lines + line] = (float)asked->titled[line];
        out[3 * lines + line] = (float)again;
        out[4 * lines + line] = (float)own;
        out[5 * lines + line] = (float)asked->title_parts;
    }
    return out + 6 * lines;
}

typedef struct {
    int64_t indent;
    double prose;
} Indent;

static int by_indent(const void *a, const void *b) {
    const Indent *one = a, *other = b;
    return (one->indent > other->indent) - (one->indent < other->indent);
}

/* How much prose each indent has, into `found`, by the numbers of the set; all of it together. */
static double prose_of(const PageView *page, KeySet *set, Indent *found) {
    double total = 0;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        Py_ssize_t before = set->count;
        int32_t number = vn_put(set, (uint64_t)page->indent[line]);
        double prose = page->prose[line] ? (double)page->length[line] : 0;
        if (set->count > before)
            found[number] = (Indent){page->indent[line], 0};
        found[number].prose += prose;
        total += prose;
    }
    return total;
}

/* The indent of the middle of the prose. */
static int64_t middle_of(const Indent *found, Indent *sorted, Py_ssize_t count, double total) {
    double so_far = 0;
    memcpy(sorted, found, (size_t)count * sizeof(*sorted));
    qsort(sorted, (size_t)count, sizeof(*sorted), by_indent);
    for (Py_ssize_t n = 0; n < count; n++)
        if ((so_far += sorted[n].prose) >= total / 2)
            return sorted[n].indent;
    return 0;
}

static float *indents(const PageView *page, float *out) {
    Py_ssize_t lines = page->lines;
    KeySet prose, forms;
    Indent *found = PyMem_Malloc(2 * (size_t)lines * sizeof(*found));
    int64_t *count = PyMem_Calloc((size_t)lines, sizeof(*count));
    int good = vn_key_set(&prose, lines);
    good = vn_key_set(&forms, lines) && good && found && count;
    double total = good ? prose_of(page, &prose, found) : 0;
    int64_t middle = total > 0 ? middle_of(found, found + lines, prose.count, total) : 0;
    for (Py_ssize_t line = 0; good && line < lines; line++)
        count[vn_put(&forms, (uint64_t)(page->lead[line] * APART + page->indent[line]))]++;
    for (Py_ssize_t line = 0; good && line < lines; line++) {
        int64_t indent = page->indent[line];
        int32_t number = vn_put(&forms, (uint64_t)(page->lead[line] * APART + indent));
        out[line] = total > 0 ? (float)(found[vn_put(&prose, (uint64_t)indent)].prose / total) : -1;
        out[lines + line] = total > 0 ? (float)vn_between(indent - middle, -FAR, FAR) : NOWHERE;
        out[2 * lines + line] = (float)((double)count[number] / (double)lines);
        double above = line ? (double)(float)page->indent[line - 1] : NONE;
        double below = line + 1 < lines ? (double)(float)page->indent[line + 1] : NONE;
        out[3 * lines + line] = (float)(above - (double)indent);
        out[4 * lines + line] = (float)(below - (double)indent);
    }
    vn_free_set(&prose);
    vn_free_set(&forms);
    PyMem_Free(found);
    PyMem_Free(count);
    return good ? out + 5 * lines : NULL;
}

/* The value of the line so many lines above, for each line. */
static float *moved(const float *values, Py_ssize_t lines, int step, float *out) {
    for (Py_ssize_t line = 0; line < lines; line++)
        out[line] = line >= step && line - step < lines ? values[line - step] : NONE;
    return out + lines;
}

static float *labels(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    double *totals = PyMem_Malloc(LABELS * ((size_t)lines + 1) * sizeof(*totals) + LABELS * (size_t)lines * sizeof(float));
    if (!totals)
        return NULL;
    float *ends = (float *)(totals + LABELS * (lines + 1)), *capitals = ends + lines, *row = capitals + lines;
    for (Py_ssize_t line = 0; line < lines; line++) {
        ends[line] = (float)asked->last_class[page->last[line]];
        capitals[line] = page->capitals[line] / vn_most(page->per_line[line], 1);
    }
    for (int n = 0; n < LABELS; n++) {
        for (Py_ssize_t line = 0; line < lines; line++)
            row[line] = n == 0   ? (float)(ends[line] == COLON)
                        : n == 1 ? (float)asked->labelled[line]
                        : n == 2 ? capitals[line]
                                 : (float)(page->shape[line] >= 0);
        vn_totals(row, lines, totals + n * (lines + 1));
    }
    static const int steps[] = {1, -1, 2, -2};
    for (int n = 0; n < 4; n++)
        out = moved(ends, lines, steps[n], out);
    out = moved(capitals, lines, -1, moved(capitals, lines, 1, out));
    for (Py_ssize_t line = 0; line < lines; line++)
        *out++ = (float)asked->labelled[line];
    for (int n = 0; n < LABELS; n++)
        out = vn_around(totals + n * (lines + 1), lines, -5, 5, out);
    PyMem_Free(totals);
    return out;
}

float *vn_layout_columns(const Asked *asked, float *out) {
    out = title(asked, out);
    out = out ? indents(asked->page, out) : NULL;
    return out ? labels(asked, out) : NULL;
}
