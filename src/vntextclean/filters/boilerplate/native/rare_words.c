/* The rare words of a page, equal ones side by side: filters/boilerplate/text/word_stats.py. */

#include "page_view.h"
#include "key_set.h"

/* The places of the rare words, sorted by the order in which different ones come; how many there are. -1: no memory. */
static Py_ssize_t sort_rare(const uint64_t *keys, const uint8_t *common, Py_ssize_t count, Py_ssize_t *sorted) {
    KeySet set;
    Py_ssize_t rare = 0, *starts = PyMem_Calloc((size_t)count + 1, sizeof(*starts));
    int32_t *number = PyMem_Malloc(((size_t)count + 1) * sizeof(*number));
    int good = vn_key_set(&set, count) && starts && number;
    for (Py_ssize_t n = 0; good && n < count; n++)
        if (!common[n]) {
            number[n] = vn_put(&set, keys[n]);
            starts[number[n] + 1]++;
            rare++;
        }
    for (Py_ssize_t n = 1; good && n <= set.count; n++)
        starts[n] += starts[n - 1];
    for (Py_ssize_t n = 0; good && n < count; n++)
        if (!common[n])
            sorted[starts[number[n]]++] = n;
    vn_free_set(&set);
    PyMem_Free(starts);
    PyMem_Free(number);
    return good ? rare : -1;
}

/* rare_words(keys, common, lines, paragraphs of lines) -> (keys, lines, paragraphs) of those that are not common, equal
   keys side by side. */
VN_FUNCTION(vn_rare_words) {
    if (!vn_given(given, 4))
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t count = VN_ANY, lines = VN_ANY, rare = -1;
    const uint64_t *keys = VN_READ(&held, args[0], uint64_t, &count);
    const uint8_t *common = keys ? VN_READ(&held, args[1], uint8_t, &count) : NULL;
    const int64_t *line = common ? VN_READ(&held, args[2], int64_t, &count) : NULL;
    const int64_t *paragraph = line ? VN_READ(&held, args[3], int64_t, &lines) : NULL;
    int good = paragraph && count < INT32_MAX && vn_all_within(line, count, 0, lines - 1);
    Py_ssize_t *sorted = good ? PyMem_Malloc(((size_t)count + 1) * sizeof(*sorted)) : NULL;
    int no_memory = good && !sorted;
    if (sorted) {
        rare = sort_rare(keys, common, count, sorted);
        no_memory = rare < 0;
    }
    Bag found[3] = {{0}, {0}, {0}};
    for (Py_ssize_t n = 0; n < rare; n++) {
        vn_add(&found[0], &keys[sorted[n]], sizeof(*keys));
        vn_add(&found[1], &line[sorted[n]], sizeof(*line));
        vn_add(&found[2], &paragraph[line[sorted[n]]], sizeof(*paragraph));
    }
    PyObject *first = rare >= 0 ? vn_bytes(&found[0]) : NULL, *all = first ? vn_found(first, &found[1], &found[2]) : NULL;
    Py_XDECREF(first);
    if (!all)
        vn_fail(no_memory, PyExc_ValueError, "the words do not fit the lines");
    for (int n = 0; n < 3; n++)
        PyMem_Free(found[n].data);
    PyMem_Free(sorted);
    vn_release(&held);
    return all;
}
