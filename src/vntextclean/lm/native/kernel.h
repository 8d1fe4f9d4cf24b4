/* What the parts of the kernel share: arrays borrowed from Python, and how wide loops are compiled.

   The kernel answers what the Python modules beside it answer by numpy, to the last bit but for the proofreader's nets.
   It holds no knowledge of its own: every table comes from those modules or from the model's file, and every size is
   checked against the array it belongs to before anything is read. */

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

#define VN_MOST_HELD 40

/* Arrays that are in use; they are given back together. */
typedef struct {
    int count;
    Py_buffer views[VN_MOST_HELD];
} Held;

/* The numbers of a contiguous array, or NULL with an exception where their size is not `item` bytes.
   `length` is how many they are; where it is not NULL and holds a number from 0 on, the array must have so many. */
void *vn_hold(Held *held, PyObject *array, Py_ssize_t item, Py_ssize_t *length, int writable);
void vn_release(Held *held);

/* The code points of a text and how many they are; to be freed. */
Py_UCS4 *vn_codes(PyObject *text, Py_ssize_t *size);

#define VN_ANY -1
#define VN_READ(held, array, type, length) ((const type *)vn_hold(held, array, sizeof(type), length, 0))
#define VN_WRITE(held, array, type, length) ((type *)vn_hold(held, array, sizeof(type), length, 1))

/* Bytes that grow as answers are found; where memory ran out they stay as they were and are `full`. */
typedef struct {
    char *data;
    Py_ssize_t size, room;
    int full;
} Bag;

void vn_add(Bag *to, const void *data, Py_ssize_t size);

/* What is in a bag as a bytearray; the bag is empty afterwards. */
PyObject *vn_bytes(Bag *from);

/* The number of arguments is checked by each function that Python calls. */
int vn_given(Py_ssize_t given, Py_ssize_t wanted);

/* A structure that begins with a Held, kept by Python; `free_` is called when nobody needs it any more. */
PyObject *vn_keep(void *structure, const char *name, PyCapsule_Destructor free_);

/* The finaliser of splitmix64: spreads a key over all bits. */
static inline uint64_t vn_mixed(uint64_t key) {
    key ^= key >> 30;
    key *= 0xBF58476D1CE4E5B9u;
    key ^= key >> 27;
    key *= 0x94D049BB133111EBu;
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

#define VN_FUNCTION(name) PyObject *name(PyObject *module, PyObject *const *args, Py_ssize_t given)

#endif
