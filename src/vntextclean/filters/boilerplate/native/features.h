/* The features of the lines of a page, a part of them in each file; each part answers where the next column begins. */

#ifndef VN_FEATURES_H
#define VN_FEATURES_H

#include "page_view.h"

enum { WORD_BITS = 15, PAIR_BITS = 17, BUCKETS = (1 << WORD_BITS) + (1 << PAIR_BITS), TEXT_COLUMNS = 12 };

/* What is asked of a page beside its own arrays. */
typedef struct {
    const PageView *page;
    const uint8_t *flags, *first_class, *last_class, *open_end; /* tables of characters */
    const int8_t *scores;                                       /* of words and pairs of words */
    const float *costs;       /* of the main text, twice, and of the coherent one; SHARED and SPREAD of coherence.py */
    const float *text;        /* TEXT_COLUMNS columns that are made of the texts of the lines */
    const uint8_t *labelled, *titled; /* the lines with a colon near their start, and those that are the title */
    int64_t date, related, long_paragraph, heading, title_parts;
    float middle, mean_score; /* the middle one of the lengths; the mean score is filled in by the words' part */
} Asked;

/* Each returns NULL without memory. */
float *vn_word_columns(Asked *asked, float *out);
float *vn_line_columns(const Asked *asked, float *out);
float *vn_around_columns(const Asked *asked, float *out);
float *vn_main_columns(const Asked *asked, float *out);
float *vn_nearest_columns(const PageView *page, float *out);
float *vn_layout_columns(const Asked *asked, float *out);
float *vn_word_context_columns(const Asked *asked, const float *scores, float *out);

/* How much the paragraphs of the lines marked `asked` share their rare words, for each line: shared_words of
   coherence.py. 0 without memory. */
int vn_shared_words(const PageView *page, const uint8_t *asked, float *out);

/* The consecutive lines whose weights add up to most: `span_of` of blocks.py. */
void vn_span_of(const float *weights, Py_ssize_t lines, Py_ssize_t *start, Py_ssize_t *end);

#endif
