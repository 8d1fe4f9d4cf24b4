/* The tables that spellings are found with: filters/diacritics/proposing/spelling_tables.py. */

#include "spellings.h"

static const char NAME[] = "vntextclean.spellings";

Spellings *vn_as_spellings(PyObject *capsule) { return PyCapsule_GetPointer(capsule, NAME); }

static void free_spellings(PyObject *capsule) {
    Spellings *own = PyCapsule_GetPointer(capsule, NAME);
    PyMem_Free(own->slots);
    PyMem_Free(own->seen);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* spellings(keys of the syllables in order, their ids, (inserted letters, beside_start, beside, vowel), (place, read, other),
   (costs), code of each letter, the last for all others): tables for `find_spellings` */
VN_FUNCTION(vn_spellings) {
    Spellings *own = vn_given(given, 11) ? PyMem_Calloc(1, sizeof(Spellings)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->size = own->rules = own->beside_count = own->inserted_count = own->codes = VN_ANY;
    Held *held = &own->held;
    Py_ssize_t starts = 257, letters = 256;
    int good = (own->keys = VN_READ(held, args[0], uint64_t, &own->size)) &&
               (own->ids = VN_READ(held, args[1], int64_t, &own->size)) && own->size < 1 << 24 &&
               (own->inserted = VN_READ(held, args[2], uint8_t, &own->inserted_count)) && own->inserted_count < 256 &&
               (own->beside_start = VN_READ(held, args[3], int64_t, &starts)) &&
               (own->beside = VN_READ(held, args[4], uint8_t, &own->beside_count)) &&
               (own->vowel = VN_READ(held, args[5], uint8_t, &letters)) &&
               (own->place = VN_READ(held, args[6], uint8_t, &own->rules)) &&
               (own->read = VN_READ(held, args[7], uint64_t, &own->rules)) &&
               (own->other = VN_READ(held, args[8], uint64_t, &own->rules)) && vn_is_tuple(args[9]) &&
               PyArg_ParseTuple(args[9], "ffff", &own->sound, &own->extra, &own->exchanged, &own->other_letter) &&
               (own->code_of = VN_READ(held, args[10], uint8_t, &own->codes)) && own->codes > 0;
    for (Py_ssize_t at = 0; good && at < own->codes; at++)
        good = own->code_of[at] > 0; /* a word ends where its number has no byte left */
    for (int at = 0; good && at < 256; at++)
        good = vn_within(own->beside_start[at], vn_minus(own->beside_start[at + 1], own->beside_start[at]),
                         own->beside_count);
    own->mask = 1023;
    own->shift = 54; /* the highest bits of the product: all letters of a word have a part in them */
    for (; good && own->mask < 2 * (uint64_t)own->size; own->shift--)
        own->mask = 2 * own->mask + 1;
    if (good && (!(own->slots = PyMem_Calloc(own->mask + 1, sizeof(int32_t))) ||
                 !(own->seen = PyMem_Calloc(((own->mask + 1) << VN_FINER) / 64, sizeof(uint64_t))))) {
        PyErr_NoMemory();
        good = 0;
    }
    for (Py_ssize_t n = 0; good && n < own->size; n++) {
        uint64_t slot = vn_spelling_slot(own, own->keys[n]);
        while (own->slots[slot])
            slot = (slot + 1) & own->mask;
        own->slots[slot] = (int32_t)n + 1;
        uint64_t bit = vn_spelling_bit(own, own->keys[n]);
        own->seen[bit >> 6] |= (uint64_t)1 << (bit & 63);
    }
    PyObject *kept = good ? PyCapsule_New(own, NAME, free_spellings) : NULL;
    if (!kept) {
        vn_fail(0, PyExc_ValueError, "the tables of spellings do not fit together");
        PyMem_Free(own->slots);
        PyMem_Free(own->seen);
        vn_release(held);
        PyMem_Free(own);
    }
    return kept;
}
