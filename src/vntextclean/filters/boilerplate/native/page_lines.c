/* The lines of a page: what stands before their words (text/residue.py), and which may speak of furniture (triage.py). */

#include "kernel.h"

enum { CODES = 0x10000, OFTEN = 1 << 10 };

/* The last of the codes stands for all that are beyond them. */
static inline uint8_t of(const uint8_t *table, Py_UCS4 code) { return table[code < CODES ? code : CODES - 1]; }

static Py_ssize_t line_end(const Py_UCS4 *text, Py_ssize_t at, Py_ssize_t size) {
    while (at < size && text[at] != '\n')
        at++;
    return at;
}

/* Classes of characters: text/lead_marks.py. */
enum { LEAD = 1, BLANK = 2, DIGIT = 4, LETTER = 8, ROMAN = 16, CLOSES = 32, BOLD = 64, TAIL = 128 };

/* Where a run of characters of that class ends, of so many at most. */
static Py_ssize_t run_end(const Py_UCS4 *line, Py_ssize_t at, Py_ssize_t end, const uint8_t *table, int class, int most) {
    for (int n = 0; n < most && at < end && of(table, line[at]) & class; n++)
        at++;
    return at;
}

/* The end of a list number and the blanks and marks behind it, or `at` where none stands there. */
static Py_ssize_t number_end(const Py_UCS4 *text, Py_ssize_t at, Py_ssize_t end, const uint8_t *table) {
    static const struct {
        int class, most;
    } kinds[] = {{DIGIT, 3}, {LETTER, 1}, {ROMAN, 4}};
    for (size_t n = 0; n < sizeof(kinds) / sizeof(*kinds); n++) {
        Py_ssize_t closes = run_end(text, at, end, table, kinds[n].class, kinds[n].most), blank = closes + 1;
        if (closes == at || closes >= end || !(of(table, text[closes]) & CLOSES))
            continue;
        Py_ssize_t behind = blank;
        while (behind < end && of(table, text[behind]) & BLANK)
            behind++;
        if (behind == blank)
            continue;
        while (behind < end && of(table, text[behind]) & BOLD)
            behind++;
        return behind;
    }
    return at;
}

/* What is said of a line: its row; where it starts and ends in the text, and without residue; where its words do. */
enum { ROW, START, END, FLAT_START, FLAT_END, WORDS_START, WORDS_END, MARKS, COLUMNS };
enum { SCRIPTS = 0x660, LATIN = 0x1E00, MORE_SCRIPTS = 0xA620 /* between them no digit of the table stands */ };
enum { LINKED = 1, STRIPPED = 2, UNSURE = 4 /* what stands where a list number may could be a digit of another script */ };

/* Adds a line, unless it is blank. */
static void add_line(int64_t line[COLUMNS], const Py_UCS4 *text, const Py_UCS4 *flat, const uint8_t *table, Bag *found) {
    Py_ssize_t start = line[START], end = line[END], from = line[FLAT_START], to = line[FLAT_END], at = start;
    while (at < end && of(table, text[at]) & BLANK)
        at++;
    if (at == end)
        return;
    line[MARKS] = 0;
    if (flat != text) {
        for (at = start; at + 1 < end && !(text[at] == ']' && text[at + 1] == '('); at++)
            ;
        line[MARKS] |= at + 1 < end ? LINKED : 0;
        int same = end - start == to - from && !memcmp(text + start, flat + from, (size_t)(end - start) * sizeof(*text));
        line[MARKS] |= same ? 0 : STRIPPED;
    }
    at = from;
    while (at < to && of(table, flat[at]) & LEAD)
        at++;
    for (Py_ssize_t n = at; n < to && n < at + 3; n++)
        line[MARKS] |= (flat[n] >= SCRIPTS && flat[n] < LATIN) || flat[n] >= MORE_SCRIPTS ? UNSURE : 0;
    at = number_end(flat, at, to, table);
    line[WORDS_START] = at;
    while (to > at && of(table, flat[to - 1]) & TAIL)
        to--;
    line[WORDS_END] = to;
    vn_add(found, line, COLUMNS * sizeof(*line));
}

/* page_lines(text, flat, table): for each line of the text that is not blank, eight numbers (see above). `flat` is the
   text without residue, of as many lines; where it is the text itself, both are one object. */
VN_FUNCTION(vn_page_lines) {
    if (!vn_given(given, 3))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t codes = CODES, size = 0, flat_size = 0;
    const uint8_t *table = VN_READ(&held, args[2], uint8_t, &codes);
    Py_UCS4 *text = table ? vn_codes(args[0], &size) : NULL, *own = NULL;
    if (text && args[1] != args[0])
        own = vn_codes(args[1], &flat_size);
    const Py_UCS4 *flat = args[1] == args[0] ? text : own;
    flat_size = flat == text ? size : flat_size;
    int good = flat != NULL;
    Bag found = {0};
    int64_t line[COLUMNS] = {0};
    while (good) {
        line[END] = line_end(text, line[START], size);
        line[FLAT_END] = flat == text ? line[END] : line_end(flat, line[FLAT_START], flat_size);
        add_line(line, text, flat, table, &found);
        good = (line[END] < size) == (line[FLAT_END] < flat_size) && !vn_stopped(line[ROW], OFTEN);
        if (line[END] == size)
            break;
        line[ROW]++, line[START] = line[END] + 1, line[FLAT_START] = line[FLAT_END] + 1;
    }
    PyObject *bytes = good ? vn_bytes(&found) : NULL;
    if (!bytes)
        vn_fail(0, PyExc_ValueError, "the texts have not as many lines");
    PyMem_Free(found.data);
    PyMem_Free(own);
    PyMem_Free(text);
    vn_release(&held);
    return bytes;
}

/* Of what triage knows: triage.py. */
enum { AROUND = 1, WHITE = 2, NUMERIC = 4, HASH_BITS = 18, OPENS = 1, WHOLE = 2 };

static inline Py_ssize_t slot(uint64_t key) { return (Py_ssize_t)((key * VN_KEY_BASE) >> (64 - HASH_BITS)); }

typedef struct {
    const uint8_t *classes, *phrases;
    const uint32_t *small;
    Py_ssize_t short_, longest;
    int bare; /* lines of nothing but marks that were found so far */
} Triage;

/* Whether a line may be a phrase or begin with one; sure only where it answers no. */
static int may_speak(Triage *triage, const Py_UCS4 *text, Py_ssize_t start, Py_ssize_t end) {
    if (end - start >= triage->short_) {
        while (start < end && of(triage->classes, text[start]) & WHITE)
            start++;
        while (end > start && of(triage->classes, text[end - 1]) & WHITE)
            end--;
    }
    if (end == start || end - start >= triage->short_)
        return 0;
    int blank = 1;
    for (; start < end && of(triage->classes, text[start]) & AROUND; start++)
        blank = blank && of(triage->classes, text[start]) & WHITE;
    while (end > start && of(triage->classes, text[end - 1]) & AROUND)
        end--;
    if (start == end)
        return !blank && triage->bare++ < 2;
    if (of(triage->classes, text[start]) & NUMERIC)
        return 1;
    uint64_t key = 0;
    for (Py_ssize_t at = start; at < end && at - start < triage->longest; at++) {
        key = key * VN_HASH_BASE + triage->small[text[at] < CODES ? text[at] : CODES - 1];
        int known = triage->phrases[slot(key)];
        if (known & OPENS || (known & WHOLE && at == end - 1))
            return 1;
    }
    return 0;
}

/* triage_lines(text, classes, small, phrases, short, longest): row, start and end of each line that may be a phrase or
   begin with one, or is a number or nothing but marks; `phrases` has a byte for each hash of one. */
VN_FUNCTION(vn_triage_lines) {
    if (!vn_given(given, 6))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t codes = CODES, hashes = (Py_ssize_t)1 << HASH_BITS, size = 0;
    Triage triage = {.short_ = PyLong_AsSsize_t(args[4])};
    triage.longest = PyErr_Occurred() ? 0 : PyLong_AsSsize_t(args[5]);
    int good = (triage.classes = VN_READ(&held, args[1], uint8_t, &codes)) &&
               (triage.small = VN_READ(&held, args[2], uint32_t, &codes)) &&
               (triage.phrases = VN_READ(&held, args[3], uint8_t, &hashes));
    Py_UCS4 *text = good ? vn_codes(args[0], &size) : NULL;
    Bag found = {0};
    int64_t line[3] = {0};
    for (good = text != NULL; good;) {
        line[2] = line_end(text, (Py_ssize_t)line[1], size);
        if (may_speak(&triage, text, (Py_ssize_t)line[1], (Py_ssize_t)line[2]))
            vn_add(&found, line, sizeof(line));
        if (line[2] == size)
            break;
        line[0]++, line[1] = line[2] + 1;
        good = !vn_stopped(line[0], OFTEN);
    }
    PyObject *bytes = good ? vn_bytes(&found) : NULL;
    PyMem_Free(found.data);
    PyMem_Free(text);
    vn_release(&held);
    return bytes;
}
