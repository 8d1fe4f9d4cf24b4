/* Which words of a model are made of two parts, as syllables are of onset and rime: lm/syllables.py. */

#include "scan.h"

enum { OFTEN = 1 << 16 };

/* Note the words that a beginning and each line of `ends` make; 0 where a signal came. */
static int note(const Vocabulary *own, const Py_UCS4 *beginning, Py_ssize_t first, const Py_UCS4 *ends, Py_ssize_t size,
                uint8_t *found, Py_ssize_t count) {
    Py_UCS4 word[VN_MOST_LETTERS];
    for (Py_ssize_t at = 0; at < first && at < VN_MOST_LETTERS; at++)
        word[at] = beginning[at];
    Py_ssize_t letters = first;
    for (Py_ssize_t at = 0; at <= size; at++) {
        if (vn_stopped(at, OFTEN))
            return 0;
        if (at < size && ends[at] != '\n') {
            if (letters < VN_MOST_LETTERS) /* one that is longer is no word */
                word[letters] = ends[at];
            letters++;
            continue;
        }
        int32_t number = vn_number_of(own, word, letters);
        if (number >= VN_SPECIALS && number < count)
            found[number] = 1;
        letters = first;
    }
    return 1;
}

/* note_parts(vocabulary, beginning, ends, found): sets, by lower-case id, the place of each word that the beginning and a
   line of the ends make. */
VN_FUNCTION(vn_note_parts) {
    Vocabulary *own = vn_given(given, 4) ? vn_as_vocabulary(args[0]) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t first = 0, size = 0, count = VN_ANY;
    uint8_t *found = VN_WRITE(&held, args[3], uint8_t, &count);
    Py_UCS4 *beginning = found ? vn_codes(args[1], &first) : NULL;
    Py_UCS4 *ends = beginning ? vn_codes(args[2], &size) : NULL;
    int good = ends && note(own, beginning, first, ends, size, found, count);
    PyMem_Free(beginning);
    PyMem_Free(ends);
    vn_release(&held);
    return good ? vn_none() : NULL;
}
