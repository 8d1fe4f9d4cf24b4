/* The spellings that unmarked words may have: `candidates` of restoration/restore.py. */

#include "kernel.h"

enum { OFTEN = 1 << 12 /* positions between two looks at signals */ };

/* What the model knows of spellings: those of each bare one (`ids` from `starts[bare]` on, the most frequent first), how
   frequent each is, and each with a capital. */
typedef struct {
    Py_ssize_t bares, listed, size;
    const int64_t *starts;
    const int32_t *ids, *title_of;
    const float *frequency;
} Spellings;

/* The candidates of one word: up to `most` as it is written, and behind them up to half as many without its capital. 0
   where the tables name a spelling that they do not have. */
static int add_candidates(const Spellings *in, int32_t bare, int title, Py_ssize_t most, float rarer, int32_t *out) {
    out[0] = 0;
    if (bare < 0) /* not known */
        return 1;
    if (bare >= in->bares - 1 || !vn_within(in->starts[bare], vn_minus(in->starts[bare + 1], in->starts[bare]), in->listed))
        return 0;
    const int32_t *ids = in->ids + in->starts[bare];
    int64_t count = in->starts[bare + 1] - in->starts[bare];
    float least = 0;
    for (int64_t n = 0; n < count && n < most; n++) {
        int32_t id = ids[n];
        if (id < 0 || id >= in->size)
            return 0;
        if (n == 0)
            least = in->frequency[id] - rarer;
        if (!(in->frequency[id] >= least))
            continue;
        out[n] = title ? in->title_of[id] : id;
        if (n < most / 2 && out[n] != id)
            out[most + n] = id;
    }
    return 1;
}

/* bare_candidates(stands, place, bare, title, (starts, ids, frequency, title_of), rarer, most, out): for each position of a
   stream a row of most + most / 2 ids, 0 where there is none: what stands there, or where `place` names a word, what this
   may be. */
VN_FUNCTION(vn_bare_candidates) {
    if (!vn_given(given, 8) || !vn_is_tuple(args[4]))
        return NULL;
    PyObject *tables[4];
    if (!PyArg_ParseTuple(args[4], "OOOO", &tables[0], &tables[1], &tables[2], &tables[3]))
        return NULL;
    Held held;
    held.count = 0;
    Spellings in = {.bares = VN_ANY, .listed = VN_ANY, .size = VN_ANY};
    float rarer = (float)PyFloat_AsDouble(args[5]);
    Py_ssize_t most = PyLong_AsSsize_t(args[6]), count = VN_ANY, words = VN_ANY, all = VN_ANY;
    const int64_t *place = NULL;
    const int32_t *bare = NULL, *stands = VN_READ(&held, args[0], int32_t, &count);
    const uint8_t *title = NULL;
    int32_t *out = NULL;
    int good = stands && (place = VN_READ(&held, args[1], int64_t, &count)) &&
               (bare = VN_READ(&held, args[2], int32_t, &words)) && (title = VN_READ(&held, args[3], uint8_t, &words)) &&
               (in.starts = VN_READ(&held, tables[0], int64_t, &in.bares)) &&
               (in.ids = VN_READ(&held, tables[1], int32_t, &in.listed)) &&
               (in.frequency = VN_READ(&held, tables[2], float, &in.size)) &&
               (in.title_of = VN_READ(&held, tables[3], int32_t, &in.size)) &&
               (out = VN_WRITE(&held, args[7], int32_t, &all)) && most > 0 && most < 1 << 10;
    Py_ssize_t wide = good ? most + most / 2 : 1;
    good = good && all % wide == 0 && all / wide == count;
    for (Py_ssize_t i = 0; good && i < count; i++, out += wide) {
        memset(out, 0, wide * sizeof(int32_t));
        out[0] = stands[i];
        if (place[i] >= 0)
            good = place[i] < words &&
                   add_candidates(&in, bare[place[i]], title[place[i]], most, rarer, out);
        good = good && !vn_stopped(i, OFTEN);
    }
    if (!good)
        vn_fail(0, PyExc_IndexError, "words or spellings that are not there");
    vn_release(&held);
    return good ? vn_none() : NULL;
}
