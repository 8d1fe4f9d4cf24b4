/* The first convolution of the net, from what its words add to it, made once for each word: restoration/first_layer.py. */

#include "wide_net.h"

enum {
    OFTEN = 1 << 8, /* groups of rows between two looks at signals */
    LINE = VN_NUMBERS_OF_LINE
};

/* The positive part of a sum of rows and the bias. Some numbers at a time stay in registers until they are summed up. */
VN_WIDE static void add_up(const float *const *rows, Py_ssize_t count, const float *bias, Py_ssize_t size, float *out) {
    for (Py_ssize_t from = 0; from < size; from += LINE) {
        Py_ssize_t some = size - from < LINE ? size - from : LINE;
        float sums[LINE];
        for (Py_ssize_t at = 0; at < some; at++)
            sums[at] = rows[0][from + at];
        for (Py_ssize_t row = 1; row < count; row++)
            for (Py_ssize_t at = 0; at < some; at++)
                sums[at] += rows[row][from + at];
        for (Py_ssize_t at = 0; at < some; at++) {
            float one = sums[at] + bias[from + at];
            out[from + at] = one > 0 ? one : 0;
        }
    }
}

/* What is made of the words around a place; `parts` of the products of a word are for the places before it and behind it.
   Where no word is, the first row of the products stands. 0 where a place or a word is not there. */
static int around(const float *products, Py_ssize_t words, const int64_t *word, Py_ssize_t there, int64_t place,
                  Py_ssize_t parts, Py_ssize_t step, const float *bias, Py_ssize_t size, float *out) {
    const float *rows[VN_MOST_READS];
    if (place < 0 || place >= there)
        return 0;
    for (Py_ssize_t part = 0; part < parts; part++) {
        int64_t at = place + (part - parts / 2) * step, one = at >= 0 && at < there ? word[at] : 0;
        if (one < 0 || one >= words)
            return 0;
        rows[part] = products + (one * parts + part) * size;
    }
    add_up(rows, parts, bias, size, out);
    return 1;
}

/* Fetch what `around` reads for some places: the products are larger than the cache, and the layer behind them takes as long
   as the memory. Places and words need not be there. */
static void fetch_around(const float *products, Py_ssize_t words, const int64_t *word, Py_ssize_t there,
                         const int64_t *places, Py_ssize_t count, Py_ssize_t parts, Py_ssize_t step, Py_ssize_t size) {
    for (Py_ssize_t n = 0; n < count * parts; n++) {
        Py_ssize_t part = n % parts;
        int64_t place = places[n / parts];
        if (place < 0 || place >= there)
            continue;
        int64_t at = place + (part - parts / 2) * step, one = at >= 0 && at < there ? word[at] : 0;
        for (Py_ssize_t from = 0; one > 0 && one < words && from < size; from += LINE)
            vn_prefetch(products + (one * parts + part) * size + from);
    }
}

/* wide_net_first(products, words, step, bias, last, places, x): to the rows of x at these places is added what the layer
   `last` makes of the positive part of what their words and those around them add up to. `products` has a row for each
   word, in as many parts as words are read; `words` says which word stands at each row of x. */
VN_FUNCTION(vn_wide_net_first) {
    Layer *last = vn_given(given, 7) ? PyCapsule_GetPointer(args[4], VN_WIDE_NET_MATRIX) : NULL;
    if (!last)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t size = last->matrix.rows, width = last->matrix.columns, filled = last->matrix.filled;
    Py_ssize_t made = VN_ANY, there = VN_ANY, count = VN_ANY, all = VN_ANY, step = PyLong_AsSsize_t(args[2]);
    const float *products = VN_READ(&held, args[0], float, &made), *bias = NULL;
    const int64_t *words = products ? VN_READ(&held, args[1], int64_t, &there) : NULL, *places = NULL;
    float *x = NULL;
    Py_ssize_t kept = words ? PyObject_Length(args[0]) : 0; /* rows of the products */
    Py_ssize_t parts = kept > 0 && kept <= made && made % (kept * size) == 0 ? made / (kept * size) : 0;
    int good = words && step > 0 && step < INT32_MAX && parts > 0 && parts <= VN_MOST_READS &&
               (bias = VN_READ(&held, args[3], float, &size)) && (places = VN_READ(&held, args[5], int64_t, &count)) &&
               (x = VN_WRITE(&held, args[6], float, &all)) && all % width == 0 && all / width == there;
    float *rows = good ? PyMem_Calloc(VN_ROWS * (size + filled), sizeof(float)) : NULL;
    int no_memory = good && !rows;
    good = rows != NULL;
    for (Py_ssize_t row = 0; good && row < count; row += VN_ROWS) {
        int together = (int)(count - row < VN_ROWS ? count - row : VN_ROWS);
        for (int n = 0; good && n < together; n++)
            good = around(products, kept, words, there, places[row + n], parts, step, bias, size,
                          rows + n * size);
        if (!good)
            break;
        Py_ssize_t next = row + together, left = count - next;
        fetch_around(products, kept, words, there, places + next, left < VN_ROWS ? left : VN_ROWS, parts, step, size);
        vn_add_layer(last, rows, size, together, places + row, rows + VN_ROWS * size, x);
        good = !vn_stopped(row / VN_ROWS, OFTEN);
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "products of another size than was expected, or words that are not there");
    PyMem_Free(rows);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
