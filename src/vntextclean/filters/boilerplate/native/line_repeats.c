/* Where lines stand again: `repeats` of filters/boilerplate/features/line_features.py. */

#include "kernel.h"

enum { FAR = 4 /* lines apart */, TRIED = 4 /* copies above */, OFTEN = 1 << 14 };

/* The places of each line's copies: those of number n from `starts[n]` to `starts[n + 1]`, in order. */
typedef struct {
    Py_ssize_t lines, *starts, *places;
} Copies;

static void find_copies(const int64_t *same, Copies *copies) {
    Py_ssize_t lines = copies->lines, *starts = copies->starts;
    memset(starts, 0, ((size_t)lines + 2) * sizeof(*starts));
    for (Py_ssize_t line = 0; line < lines; line++)
        starts[same[line] + 2]++;
    for (Py_ssize_t n = 2; n < lines + 2; n++)
        starts[n] += starts[n - 1];
    for (Py_ssize_t line = 0; line < lines; line++)
        copies->places[starts[same[line] + 1]++] = line;
}

/* How many lines from `below` on repeat those from `above` on, without running into themselves. */
static Py_ssize_t run_of(const int64_t *same, Py_ssize_t lines, Py_ssize_t above, Py_ssize_t below) {
    Py_ssize_t length = 1;
    while (above + length < below && below + length < lines && same[above + length] == same[below + length])
        length++;
    return length;
}

static void raise_to(float *values, Py_ssize_t count, float least) {
    for (Py_ssize_t n = 0; n < count; n++)
        values[n] = values[n] < least ? least : values[n];
}

/* The longest run of lines that stands again, for each line of it. */
static int find_runs(const int64_t *same, const Copies *copies, const float *order, float *copied) {
    Py_ssize_t lines = copies->lines;
    for (Py_ssize_t line = 0; line < lines;) {
        Py_ssize_t longest = 0, other = 0, first = copies->starts[same[line]], end = copies->starts[same[line] + 1];
        for (Py_ssize_t n = first; order[line] > 1 && n < end && n < first + TRIED && copies->places[n] < line; n++) {
            Py_ssize_t length = run_of(same, lines, copies->places[n], line);
            if (length > longest)
                longest = length, other = copies->places[n];
        }
        if (longest > 1) {
            raise_to(copied + line, longest, (float)longest);
            raise_to(copied + other, longest, (float)longest);
        }
        line += longest > 1 ? longest : 1;
        if (vn_stopped(line, OFTEN))
            return 0;
    }
    return 1;
}

/* line_repeats(same, out): fills in four columns: whether a line stands again far away, how often it stands, how long a
   run of lines stands again with it, and the how many-th it is. `same` numbers the different lines from 0 on. */
VN_FUNCTION(vn_line_repeats) {
    if (!vn_given(given, 2))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t lines = VN_ANY, filled = VN_ANY;
    const int64_t *same = VN_READ(&held, args[0], int64_t, &lines);
    float *out = same ? VN_WRITE(&held, args[1], float, &filled) : NULL;
    int good = out && lines <= PY_SSIZE_T_MAX / 32 && filled == 4 * lines;
    for (Py_ssize_t line = 0; good && line < lines; line++)
        good = same[line] >= 0 && same[line] < lines;
    Copies copies = {lines, good ? PyMem_Malloc((2 * (size_t)lines + 2) * sizeof(*copies.starts)) : NULL, NULL};
    int no_memory = good && !copies.starts;
    good = copies.starts != NULL;
    if (good) {
        copies.places = copies.starts + lines + 2;
        find_copies(same, &copies);
        memset(out, 0, (size_t)filled * sizeof(*out));
        float *often = out + lines, *order = out + 3 * lines;
        for (Py_ssize_t n = 0; n < lines; n++) {
            Py_ssize_t first = copies.starts[n], count = copies.starts[n + 1] - first;
            for (Py_ssize_t k = 0; count > 1 && k < count; k++) {
                Py_ssize_t line = copies.places[first + k];
                out[line] = copies.places[first + count - 1] - copies.places[first] > FAR;
                often[line] = (float)count, order[line] = (float)(k + 1);
            }
        }
        good = find_runs(same, &copies, order, out + 2 * lines);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "the numbers of the lines do not fit");
    PyMem_Free(copies.starts);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
