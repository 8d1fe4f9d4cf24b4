/* A line by itself, and how it is related to those beside it and to the prose: line_features.py. */

#include "features.h"
#include "key_set.h"

enum { LOWER = 0, MARKED = 1, CLASS = 15, OF_TEXT = 7, COUNTED = 25, TOLD = 8, KIN = 6 };

static float *counted(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    for (Py_ssize_t line = 0; line < lines; line++) {
        const float *counts = page->counts + CLASSES * line;
        float length = page->length[line], words = vn_most(page->per_line[line], 1);
        float chars = vn_most(length - counts[SPACE], 1), lower = counts[LOWER] + counts[MARKED];
        float letters = vn_most(lower + counts[UPPER] + counts[OTHER], 1);
        int kind = asked->flags[page->first[line]] & CLASS;
        float columns[COUNTED] = {
            length,
            page->per_line[line],
            chars / words,
            counts[MARKED] / letters,
            counts[UPPER] / letters,
            counts[DIGIT] / chars,
            counts[SEPARATOR],
            counts[SEPARATOR] / chars,
            counts[SYMBOL],
            counts[STOP],
            counts[COMMA],
            counts[BRACKET] / chars,
            counts[DASH],
            counts[OTHER] / chars,
            (float)(counts[UPPER] >= 2 && lower == 0),
            page->capitals[line] / words,
            page->stops[line] / words,
            page->stops[line],
            (float)asked->last_class[page->last[line]],
            (float)asked->first_class[page->first[line]],
            (float)(kind == LOWER || kind == MARKED),
            (float)(kind == DIGIT),
            (float)page->indent[line],
            (float)page->linked[line],
            (float)page->stripped[line],
        };
        for (Py_ssize_t n = 0; n < COUNTED; n++)
            out[n * lines + line] = columns[n];
    }
    return out + COUNTED * lines;
}

static float *told(const PageView *page, float *out) {
    Py_ssize_t lines = page->lines;
    for (Py_ssize_t line = 0; line < lines; line++) {
        float columns[TOLD] = {(float)page->code[line],  (float)page->whole[line], (float)page->start[line],
                               (float)page->within[line], (float)page->form[line],  (float)page->shape[line],
                               (float)page->hints[line], (float)page->bare[line]};
        for (Py_ssize_t n = 0; n < TOLD; n++)
            out[n * lines + line] = columns[n];
    }
    return out + TOLD * lines;
}

/* Half a point for each line beside one that has the same key. */
static void alike(Py_ssize_t lines, const uint64_t *keys, float *out) {
    for (Py_ssize_t line = 1; line < lines; line++)
        if (keys[line] && keys[line] == keys[line - 1])
            out[line] += 0.5f, out[line - 1] += 0.5f;
}

static float *kinship(const Asked *asked, float *out) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines;
    KeySet body;
    int64_t *counts = PyMem_Calloc(2 * (size_t)lines, sizeof(*counts)), *shared = counts + lines;
    uint8_t *far = PyMem_Malloc((size_t)lines);
    int good = vn_key_set(&body, page->words) && counts && far;
    memset(out, 0, KIN * (size_t)lines * sizeof(*out));
    for (Py_ssize_t line = 0; good && line < lines; line++)
        far[line] = page->prose[line] && page->paragraph_length[line] >= (float)asked->long_paragraph;
    if (good) {
        alike(lines, page->head, out);
        alike(lines, page->tail, out + lines);
        alike(lines, (const uint64_t *)page->lead, out + 2 * lines);
        good = vn_shared_words(page, far, out + 5 * lines);
    }
    for (Py_ssize_t n = 0; good && n < page->words; n++)
        if (!page->common[n] && far[page->word_lines[n]])
            vn_put(&body, page->keys[n]);
    for (Py_ssize_t n = 0; good && n < page->words; n++)
        if (!page->common[n] && !far[page->word_lines[n]]) {
            counts[page->word_lines[n]]++;
            shared[page->word_lines[n]] += vn_has(&body, page->keys[n]);
        }
    for (Py_ssize_t line = 0; good && line < lines; line++) {
        out[3 * lines + line] = (float)((double)shared[line] / (double)(counts[line] > 1 ? counts[line] : 1));
        out[4 * lines + line] = (float)shared[line];
    }
    vn_free_set(&body);
    PyMem_Free(counts);
    PyMem_Free(far);
    return good ? out + KIN * lines : NULL;
}

float *vn_line_columns(const Asked *asked, float *out) {
    size_t lines = (size_t)asked->page->lines;
    out = counted(asked, out);
    memcpy(out, asked->text, OF_TEXT * lines * sizeof(*out)); /* what stands before it, signs of addresses, gaps */
    out = told(asked->page, out + OF_TEXT * lines);
    memcpy(out, asked->text + OF_TEXT * lines, (TEXT_COLUMNS - OF_TEXT) * lines * sizeof(*out)); /* its repeats */
    return kinship(asked, out + (TEXT_COLUMNS - OF_TEXT) * lines);
}
