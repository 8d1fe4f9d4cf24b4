/* The letters of unknown words: lm/spelling.py. */

#include "ngrams.h"
#include "scan.h"

enum { OFTEN = 1 << 10 /* words between two looks at signals */ };

/* The letters that the model knows, in order; their symbols begin at `first`. */
typedef struct {
    const int64_t *letters;
    Py_ssize_t count;
    long first, strange;
} Alphabet;

static int64_t symbol_of(const Alphabet *in, int64_t letter) {
    Py_ssize_t place = vn_place_of(in->letters, in->count, letter);
    return place < 0 ? in->strange : place + in->first;
}

/* Put one word behind the others in the stream: its kind, its letters and an end; 0 with an exception where that fails. */
static int add_word(const Vocabulary *own, const Alphabet *alphabet, PyObject *word, int64_t marked, int is_spelled,
                    int64_t *kind, Bag *stream, Bag *begins) {
    Py_ssize_t size = 0;
    Py_UCS4 *codes = word ? vn_codes(word, &size) : NULL;
    uint16_t *kinds = codes ? PyMem_Malloc((size + 1) * sizeof(uint16_t)) : NULL;
    uint32_t *low = kinds ? PyMem_Malloc((size + 1) * sizeof(uint32_t)) : NULL;
    if (low) {
        const int64_t end = VN_END, begin = stream->size / (Py_ssize_t)sizeof(int64_t) - 1;
        if (vn_small_letters(own, codes, size, kinds, low))
            *kind = marked;
        if (is_spelled) {
            vn_add(begins, &begin, sizeof(begin));
            vn_add(stream, kind, sizeof(*kind));
            for (Py_ssize_t at = 0; at < size; at++) {
                int64_t symbol = symbol_of(alphabet, low[at]);
                vn_add(stream, &symbol, sizeof(symbol));
            }
            vn_add(stream, &end, sizeof(end));
        }
    }
    if (codes && !low)
        stream->full = 1; /* no memory */
    int good = low && !stream->full && !begins->full;
    PyMem_Free(low);
    PyMem_Free(kinds);
    PyMem_Free(codes);
    return good;
}

/* The log-probability of each symbol of a stream but the first; 0 where one is not there or a signal came. */
static int score(const NGrams *model, const Alphabet *alphabet, float strange, const Bag *stream, Bag *scores) {
    const int64_t *all = (const int64_t *)stream->data;
    Py_ssize_t count = stream->size / (Py_ssize_t)sizeof(int64_t);
    int64_t row[VN_MOST_ORDER] = {0};
    int order = model->order;
    for (Py_ssize_t at = 0; at < count; at++) {
        memmove(row, row + 1, (order - 1) * sizeof(int64_t));
        row[order - 1] = all[at];
        if (!vn_known(model, all[at]) || vn_stopped(at, 1 << 13))
            return 0;
        float one = at ? vn_log_prob(model, row, order) - (all[at] == alphabet->strange ? strange : 0) : 0;
        if (at)
            vn_add(scores, &one, sizeof(one));
    }
    return !scores->full;
}

/* letters(vocabulary, n-grams of letters, alphabet, (symbol of other letters, symbol of the first letter), price of other
   letters, words, kinds, their kinds if they have marks, whether they are spelled) -> (None, scores of all symbols but the
   first, where each spelled word begins in them). It fills in the kinds. */
VN_FUNCTION(vn_letters) {
    const Vocabulary *own = vn_given(given, 9) ? vn_as_vocabulary(args[0]) : NULL;
    const NGrams *model = own ? vn_as_ngrams(args[1]) : NULL;
    if (!model || !vn_is_tuple(args[3]) || !vn_is_list(args[5]))
        return NULL;
    Held held;
    held.count = 0;
    Alphabet alphabet = {.count = VN_ANY};
    Py_ssize_t count = PyList_Size(args[5]);
    float strange = (float)PyFloat_AsDouble(args[4]);
    const int64_t *marked = NULL, end = VN_END;
    const uint8_t *spelled = NULL;
    int64_t *kinds = NULL;
    Bag stream = {0}, scores = {0}, begins = {0};
    int good = PyArg_ParseTuple(args[3], "ll", &alphabet.strange, &alphabet.first) && !PyErr_Occurred() &&
               (alphabet.letters = VN_READ(&held, args[2], int64_t, &alphabet.count)) &&
               (kinds = VN_WRITE(&held, args[6], int64_t, &count)) &&
               (marked = VN_READ(&held, args[7], int64_t, &count)) &&
               (spelled = VN_READ(&held, args[8], uint8_t, &count)) && alphabet.first >= 0 &&
               alphabet.first <= INT64_MAX - alphabet.count;
    vn_add(&stream, &end, sizeof(end));
    for (Py_ssize_t n = 0; good && n < count; n++)
        good = !vn_stopped(n, OFTEN) && add_word(own, &alphabet, PyList_GetItem(args[5], n), marked[n], spelled[n] != 0,
                                                 &kinds[n], &stream, &begins);
    good = good && score(model, &alphabet, strange, &stream, &scores);
    PyObject *result = NULL;
    if (good)
        result = vn_found(Py_None, &scores, &begins);
    else
        vn_fail(stream.full || begins.full || scores.full, PyExc_IndexError, "a symbol that the model does not have");
    PyMem_Free(stream.data);
    PyMem_Free(scores.data);
    PyMem_Free(begins.data);
    vn_release(&held);
    return result;
}
