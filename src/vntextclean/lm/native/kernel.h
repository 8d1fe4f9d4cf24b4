/* What all parts of the kernel use: constants, arrays of Python, growing lists, errors, signals, vector loops.

   The kernel answers what the Python modules answer by numpy: to the last bit, except for the nets and exponentials.
   Its tables come from those modules or from the model's file. Every size and index is checked against the array that
   it belongs to before anything is read. */

#ifndef VN_KERNEL_H
#define VN_KERNEL_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

/* Wheels travel, so no file is compiled for one processor; what gains by wide vectors is compiled for three. */
#if defined(VN_CLONES)
#define VN_WIDE __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define VN_WIDE
#endif

/* The constants that Python and C both use. The module hands them to Python as the dictionary CONSTANTS, and each Python
   module that owns some of them compares (`agree` in lm/kernel.py): where one differs, the kernel is not used.
   INTERFACE is raised whenever what a function takes or gives changes. */
#define VN_CONSTANTS(X) \
    X(INTERFACE, 24) \
    X(SENTENCE, 1) X(CLAUSE, 2) X(NUMBER, 3) X(UNKNOWN_LOWER, 4) X(UNKNOWN_MARKED, 7) X(SPECIALS, 8) \
    X(LOWER, 0) X(TITLE, 1) X(UPPER, 2) X(PAD, 3) \
    X(KIND_DIGIT, 1) X(KIND_LETTER, 2) X(KIND_UPPER, 4) X(KIND_INNER, 8) X(KIND_MARKED, 32) X(KIND_SOFT, 960) \
    X(KIND_FIRST, 1024) X(KIND_SECOND, 2048) X(CASE_AT, 2) X(SOFT_AT, 6) \
    X(GAP_LENGTH, 4) X(GAP_AFTER_LOWER, 6) X(GAP_AFTER_NUMBER, 7) X(GAP_BEFORE_NUMBER, 8) X(GAP_SHORT, 9) \
    X(MERGED, 4) X(HASH_BLOCK, 32768) \
    X(SIGN_SYLLABLE, 1) X(SIGN_FIRST, 2) X(SIGN_SECOND, 4) X(SIGN_EXCHANGED, 8) \
    X(BITS, 15) X(END, 1) X(LOOKS, 16) X(TASKS, 2) X(LATTICE_ORDER, 3) X(LATTICE_KEEP, 16) \
    X(REACH, 4)
#define VN_HASH_CONSTANTS(X) \
    X(HASH_BASE, 0x9E3779B97F4A7C15u | 1) X(MIX_FIRST, 0xBF58476D1CE4E5B9u) X(MIX_SECOND, 0x94D049BB133111EBu) \
    X(KEY_BASE, 0x9E3779B97F4A7C15u) X(PRINT_BASE, 0xC2B2AE3D27D4EB4Fu)

#define VN_NUMBER_OF(name, value) VN_##name = value,
enum { VN_CONSTANTS(VN_NUMBER_OF) VN_MOST_HELD = 40 /* arrays at once: the proofreader's net has 32 */ };
#define VN_HASH_OF(name, value) static const uint64_t VN_##name = value;
VN_HASH_CONSTANTS(VN_HASH_OF)

/* Arrays that are in use; they are given back together. */
typedef struct {
    int count;
    Py_buffer views[VN_MOST_HELD];
} Held;

/* The numbers of a contiguous array; NULL with an exception where their size is not `item` bytes or memory is not
   aligned to it. `length` is how many they are; where it holds a number from 0 on, the array must have so many. */
void *vn_hold(Held *held, PyObject *array, Py_ssize_t item, Py_ssize_t *length, int writable);
void vn_release(Held *held);

/* The code points of a text and how many they are; to be freed. */
Py_UCS4 *vn_codes(PyObject *text, Py_ssize_t *size);

#define VN_ANY -1
#define VN_READ(held, array, type, length) ((const type *)vn_hold(held, array, sizeof(type), length, 0))
#define VN_WRITE(held, array, type, length) ((type *)vn_hold(held, array, sizeof(type), length, 1))

/* Bytes that grow as answers are found. Where memory ran out they stay as they are from then on, and are `full`: then
   there is no room. */
typedef struct {
    char *data;
    Py_ssize_t size, room;
    int full;
} Bag;

void vn_make_room(Bag *to, Py_ssize_t size);
void vn_add_more(Bag *to, const void *data, Py_ssize_t size);

static inline void vn_add(Bag *to, const void *data, Py_ssize_t size) {
    if (size > to->room - to->size)
        vn_add_more(to, data, size);
    else if (size) {
        memcpy(to->data + to->size, data, (size_t)size);
        to->size += size;
    }
}

/* Room for so many bytes behind those in a bag; NULL where memory ran out. Who fills it adds them to the size. */
static inline void *vn_room(Bag *to, Py_ssize_t size) {
    if (!to->data || size > to->room - to->size)
        vn_make_room(to, size);
    return to->full ? NULL : to->data + to->size;
}

/* What is in a bag as a bytearray; the bag is empty afterwards. */
PyObject *vn_bytes(Bag *from);

/* (found, bytes of the first bag, bytes of the second), or NULL with an exception; both bags are empty afterwards. */
PyObject *vn_found(PyObject *found, Bag *first, Bag *second);

/* The number of arguments is checked by each function that Python calls. */
int vn_given(Py_ssize_t given, Py_ssize_t wanted);

/* Whether an argument is a tuple, or a list; 0 with an exception where it is not. */
int vn_is_tuple(PyObject *object);
int vn_is_list(PyObject *object);

/* Says why a function has no answer, where no exception says it yet: MemoryError if memory ran out, else this one. */
void vn_fail(int no_memory, PyObject *kind, const char *why);

/* A structure that begins with a Held, kept by Python; `free_` is called when nobody needs it any more. */
PyObject *vn_keep(void *structure, const char *name, PyCapsule_Destructor free_);

/* The same for one that points into another capsule, which it holds at `place`. */
PyObject *vn_keep_with(void *structure, const char *name, PyCapsule_Destructor free_, PyObject *other, PyObject **place);

/* NULL, with a ValueError unless there is an exception: what a structure was to be made of does not fit together. */
PyObject *vn_dropped(void *structure, const char *fault);

/* Whether a long loop must end because a signal came whose handler raised an exception (Ctrl-C). Asked after every
   `every` turns, a power of two: some milliseconds of work. */
static inline int vn_stopped(Py_ssize_t turn, Py_ssize_t every) {
    return (turn & (every - 1)) == every - 1 && PyErr_CheckSignals() < 0;
}

/* Whether `length` items from `start` on lie within `count`; the sum is never made, for it may overflow. */
static inline int vn_within(int64_t start, int64_t length, int64_t count) {
    return start >= 0 && start <= count && length >= 0 && length <= count - start;
}

/* The difference of any two numbers; it wraps where it would overflow. */
static inline int64_t vn_minus(int64_t a, int64_t b) { return (int64_t)((uint64_t)a - (uint64_t)b); }

/* The place of a number among sorted ones; -1 where it is not among them. */
static inline Py_ssize_t vn_place_of(const int64_t *sorted, Py_ssize_t count, int64_t number) {
    Py_ssize_t low = 0, left = count;
    while (left > 0) {
        Py_ssize_t half = left / 2;
        int less = sorted[low + half] < number;
        low += less ? half + 1 : 0;
        left = less ? left - half - 1 : half;
    }
    return low < count && sorted[low] == number ? low : -1;
}

/* The finaliser of splitmix64: spreads a key over all bits. */
static inline uint64_t vn_mixed(uint64_t key) {
    key ^= key >> 30;
    key *= VN_MIX_FIRST;
    key ^= key >> 27;
    key *= VN_MIX_SECOND;
    return key ^ (key >> 31);
}

/* Puts what was made at the end of a list and lets go of it; 0 where it was not made, or could not be put there. */
static inline int vn_append(PyObject *list, PyObject *made) {
    int good = made && PyList_Append(list, made) == 0;
    Py_XDECREF(made);
    return good;
}

static inline PyObject *vn_none(void) {
    Py_INCREF(Py_None);
    return Py_None;
}

/* e^x, to the last bit but one; below what float32 can tell from 0 it is 0. Unlike the C library's it has no branch, so
   that a loop of it becomes vectors (coefficients: Cephes). */
static inline float vn_exp(float x) {
    float y = x > -87 ? (x < 88 ? x : 88) : -87;
    float k = (y * 1.44269504f + 12582912.0f) - 12582912.0f; /* to the nearest whole number */
    float r = (y - k * 0.693359375f) + k * 2.12194440e-4f, p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1;
    int32_t bits = ((int32_t)k + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof(power));
    return x > -87 ? p * power : 0;
}

/* Fetch what is soon read. A function that does nothing else has no effect for GCC, which then leaves out the calls of it;
   of what an assembler instruction does, though there is none, it knows nothing. */
static inline void vn_prefetch(const void *address) {
    __builtin_prefetch(address);
    __asm__ volatile("" : : "r"(address));
}

/* Bytes that one fetch brings, on nearly all processors, and the numbers of four bytes in them. */
enum { VN_LINE = 64, VN_NUMBERS_OF_LINE = VN_LINE / 4 };

#define VN_FUNCTION(name) PyObject *name(PyObject *module, PyObject *const *args, Py_ssize_t given)

#endif
