/* The article of a page and its headline: `find_article` of content/article.py, which owns most of these numbers, and
   `headline` of reading/coherence.py, which owns the others. */

#include "features.h"
#include "key_set.h"
#include "sums.h"

enum { ARTICLE = 600, LONGEST = 400, PARAGRAPH = 40, COHERENT = 5, SURE = 4, WITHIN = 9, LEAST = 4, ABOVE = 16,
       HEADLINE_WORDS = 4, CONSTANTS = 2 };

static const float AGAINST = 1.5f, TRUST = 1.5f;

/* What is asked of a page beside its own arrays. */
typedef struct {
    const PageView *page;
    const float *odds;
    const uint8_t *others, *hashed; /* the lines that list other articles, and those that Markdown marks as headings */
    float shared, spread;           /* SHARED and SPREAD of coherence.py */
    float threshold;
} Question;

static float within(float least, float value, float most) { return vn_least(vn_most(value, least), most); }

/* What each line counts for the main text; `weights` hold its share of shared words before. */
static void weigh(const Question *asked, const uint8_t *prose, float *weights) {
    const PageView *page = asked->page;
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        float coherence = within(-1, (weights[line] - asked->shared) / asked->spread, 1);
        float worth = vn_least(page->paragraph_length[line], LONGEST) / PARAGRAPH + COHERENT * coherence;
        weights[line] = (prose[line] ? worth : -AGAINST) - TRUST * within(-SURE, asked->odds[line], SURE);
    }
}

/* The characters of the lines that are marked; `room` is for as many numbers. */
static float length_of(const PageView *page, const uint8_t *marked, float *room) {
    Py_ssize_t count = 0;
    for (Py_ssize_t line = 0; line < page->lines; line++)
        if (marked[line])
            room[count++] = page->length[line];
    return vn_sum(room, count);
}

/* Marks the blocks of program code from `start` to `end`: `code_blocks` of text/code.py. */
static void keep_code(const PageView *page, Py_ssize_t start, Py_ssize_t end, uint8_t *kept) {
    for (Py_ssize_t line = 0; line < page->lines; line++) {
        Py_ssize_t last = line, count = 0;
        for (Py_ssize_t at = line; page->code[line] && at < page->lines && at < line + WITHIN; at++)
            if (page->code[at])
                last = at, count++;
        for (Py_ssize_t at = line; count >= LEAST && at <= last; at++)
            if (at >= start && at < end)
                kept[at] = 1;
    }
}

/* Whether a line above the text may be its headline. */
static int may_be_headline(const PageView *page, Py_ssize_t line) {
    return page->per_line[line] >= HEADLINE_WORDS && !page->hints[line] && !page->prose[line];
}

/* The line above those from `start` to `end` that is their headline, -1 if none is, -2 without memory. */
static Py_ssize_t headline(const Question *asked, Py_ssize_t start, Py_ssize_t end) {
    const PageView *page = asked->page;
    Py_ssize_t first = start > ABOVE ? start - ABOVE : 0, here = 0, last = 0, above = 0, candidates = 0, found = -1;
    for (Py_ssize_t line = first; line < start; line++)
        candidates += may_be_headline(page, line);
    if (!candidates)
        return -1;
    for (Py_ssize_t n = 0; n < page->words; n++) /* the words of a page stand in the order of its lines */
        above += page->word_lines[n] < first, here += page->word_lines[n] < start, last += page->word_lines[n] < end;
    KeySet body;
    if (!vn_key_set(&body, last - here)) {
        vn_free_set(&body);
        return -2;
    }
    int any = end - start != 1 || page->prose[start];
    int64_t count[ABOVE] = {0}, known[ABOVE] = {0};
    for (Py_ssize_t n = here; n < last; n++)
        if (!page->common[n] && (page->prose[page->word_lines[n]] || !any))
            vn_put(&body, page->keys[n]);
    for (Py_ssize_t n = above; n < here; n++)
        if (!page->common[n]) {
            count[page->word_lines[n] - first]++;
            known[page->word_lines[n] - first] += vn_has(&body, page->keys[n]);
        }
    vn_free_set(&body);
    double best = 0.5;
    for (Py_ssize_t line = start - 1; line >= first; line--) {
        double words = count[line - first] > 1 ? (double)count[line - first] : 1;
        double share = (double)known[line - first] / words + 0.3 * (double)(asked->hashed[line] != 0);
        if (may_be_headline(page, line) && share > best)
            best = share, found = line;
    }
    return found;
}

/* Fills in which lines stay, and which of them although most of the prose would have gone. 0 without memory. */
static int find(const Question *asked, uint8_t *kept, uint8_t *spared) {
    const PageView *page = asked->page;
    Py_ssize_t lines = page->lines, start = 0, end = 0, title = -1;
    float *weights = PyMem_Malloc(2 * (size_t)lines * sizeof(*weights)), *room = weights ? weights + lines : NULL;
    memset(kept, 0, (size_t)lines);
    memset(spared, 0, (size_t)lines);
    if (!weights)
        return 0;
    for (Py_ssize_t line = 0; line < lines; line++)
        kept[line] = page->prose[line] && !page->hints[line] && !asked->others[line];
    int good = vn_shared_words(page, kept, weights);
    if (good) {
        weigh(asked, kept, weights);
        vn_span_of(weights, lines, &start, &end);
        for (Py_ssize_t line = 0; line < lines; line++)
            kept[line] = kept[line] && line >= start && line < end;
        float total = length_of(page, kept, room);
        if (total < ARTICLE)
            memset(kept, 0, (size_t)lines);
        else {
            Py_ssize_t top = start;
            while (!kept[top])
                top++;
            for (Py_ssize_t line = 0; line < lines; line++)
                spared[line] = kept[line] && asked->odds[line] > asked->threshold;
            if (!((double)length_of(page, spared, room) > 1.0 / 3 * (double)total))
                memset(spared, 0, (size_t)lines);
            keep_code(page, start, end, kept);
            title = headline(asked, top, end);
            if (title >= 0)
                kept[title] = 1;
            good = title != -2;
        }
    }
    PyMem_Free(weights);
    return good;
}

/* Whether the numbers of lines and paragraphs are those of the page, and its words stand in the order of its lines. */
static int fits(const PageView *page) {
    for (Py_ssize_t n = 1; n < page->words; n++)
        if (page->word_lines[n] < page->word_lines[n - 1])
            return 0;
    return vn_all_within(page->number, page->lines, 1, page->lines) &&
           vn_all_within(page->word_lines, page->words, 0, page->lines - 1) &&
           vn_all_within(page->rare_lines, page->rare, 0, page->lines - 1) &&
           vn_all_within(page->rare_paragraphs, page->rare, 1, page->lines);
}

/* article((numbers of paragraphs, lengths, lengths of paragraphs, words, log-odds), (prose, hints, others, code, marked as
   headings), (keys, lines, common), (rare keys, lines, paragraphs), (SHARED, SPREAD), threshold, kept, spared): fills in
   which lines stay, and which of them although most of the prose would have gone. */
VN_FUNCTION(vn_article) {
    static const int sizes[] = {5, 5, 3, 3};
    if (!vn_given(given, 8))
        return NULL;
    for (int n = 0; n < 4; n++)
        if (!vn_is_tuple(args[n]) || PyTuple_Size(args[n]) != sizes[n]) {
            vn_fail(0, PyExc_ValueError, "another number of arrays was expected");
            return NULL;
        }
    PageView page = {.lines = VN_ANY, .words = VN_ANY, .rare = VN_ANY};
    Held *held = &page.held;
    Question asked = {.page = &page};
    Py_ssize_t constants = CONSTANTS;
    const float **numbers[] = {&page.length, &page.paragraph_length, &page.per_line, &asked.odds}, *given_numbers = NULL;
    const uint8_t **marks[] = {&page.prose, &page.hints, &asked.others, &page.code, &asked.hashed};
    int good = (page.number = VN_READ(held, PyTuple_GetItem(args[0], 0), int64_t, &page.lines)) != NULL;
    for (int n = 0; good && n < 4; n++)
        good = (*numbers[n] = VN_READ(held, PyTuple_GetItem(args[0], n + 1), float, &page.lines)) != NULL;
    for (int n = 0; good && n < 5; n++)
        good = (*marks[n] = VN_READ(held, PyTuple_GetItem(args[1], n), uint8_t, &page.lines)) != NULL;
    good = good && (page.keys = VN_READ(held, PyTuple_GetItem(args[2], 0), uint64_t, &page.words)) &&
           (page.word_lines = VN_READ(held, PyTuple_GetItem(args[2], 1), int64_t, &page.words)) &&
           (page.common = VN_READ(held, PyTuple_GetItem(args[2], 2), uint8_t, &page.words)) &&
           (page.rare_keys = VN_READ(held, PyTuple_GetItem(args[3], 0), uint64_t, &page.rare)) &&
           (page.rare_lines = VN_READ(held, PyTuple_GetItem(args[3], 1), int64_t, &page.rare)) &&
           (page.rare_paragraphs = VN_READ(held, PyTuple_GetItem(args[3], 2), int64_t, &page.rare)) &&
           (given_numbers = VN_READ(held, args[4], float, &constants));
    asked.threshold = good ? (float)PyFloat_AsDouble(args[5]) : 0;
    uint8_t *kept = good && !PyErr_Occurred() ? VN_WRITE(held, args[6], uint8_t, &page.lines) : NULL;
    uint8_t *spared = kept ? VN_WRITE(held, args[7], uint8_t, &page.lines) : NULL;
    int no_memory = 0;
    good = spared && fits(&page);
    if (good) {
        asked.shared = given_numbers[0], asked.spread = given_numbers[1];
        good = find(&asked, kept, spared);
        no_memory = !good;
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "the arrays of the page do not fit together");
    vn_release(held);
    return good ? vn_none() : NULL;
}
