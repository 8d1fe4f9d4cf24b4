/* The share of right repairs among proposals with the same features: lm/calibration.py. */

#include "kernel.h"
#include <math.h>

enum { UNITS = 256 /* hidden ones, at most */ };

typedef struct {
    Held held;
    Py_ssize_t width, units;
    const double *low, *high, *straight, *bent, *out;
    double least, most, highest;
} Calibrator;

static const char NAME[] = "vntextclean.calibrator";

static void free_calibrator(PyObject *capsule) {
    Calibrator *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* calibrator(low, high, straight, bent, out, (least and highest score, highest share)): what `shares` uses */
VN_FUNCTION(vn_calibrator) {
    Calibrator *own = vn_given(given, 6) ? PyMem_Calloc(1, sizeof(Calibrator)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    own->width = own->units = VN_ANY;
    Held *held = &own->held;
    Py_ssize_t all = 0, rows = 0;
    int good = (own->low = VN_READ(held, args[0], double, &own->width)) &&
               (own->high = VN_READ(held, args[1], double, &own->width)) &&
               (own->out = VN_READ(held, args[4], double, &own->units)) && own->units <= UNITS;
    all = good ? own->width + 1 : 0;
    rows = good ? all * own->units : 0;
    good = good && (own->straight = VN_READ(held, args[2], double, &all)) &&
           (own->bent = VN_READ(held, args[3], double, &rows)) && vn_is_tuple(args[5]) &&
           PyArg_ParseTuple(args[5], "ddd", &own->least, &own->most, &own->highest);
    if (!good)
        return vn_dropped(own, "the arrays of a calibration do not fit together");
    return vn_keep(own, NAME, free_calibrator);
}

/* Within bounds; what is no number stays so. */
static double within(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

/* Add so much of one feature to all hidden units. */
VN_WIDE static void add_feature(double *hidden, const double *weights, double x, Py_ssize_t units) {
    for (Py_ssize_t unit = 0; unit < units; unit++)
        hidden[unit] += weights[unit] * x;
}

static double share_of(const Calibrator *own, const double *row) {
    double hidden[UNITS], score = own->straight[0];
    memcpy(hidden, own->bent, (size_t)own->units * sizeof(*hidden));
    for (Py_ssize_t at = 0; at < own->width; at++) {
        double x = within(row[at], own->low[at], own->high[at]);
        if (x == 0) /* as most features are that name a kind */
            continue;
        score += own->straight[at + 1] * x;
        add_feature(hidden, own->bent + (at + 1) * own->units, x, own->units);
    }
    for (Py_ssize_t unit = 0; unit < own->units; unit++)
        score += own->out[unit] * tanh(hidden[unit]);
    double share = 1 / (1 + exp(-within(score, own->least, own->most)));
    return share > own->highest ? own->highest : share;
}

/* shares(calibrator, rows) -> the share of each row */
VN_FUNCTION(vn_shares) {
    Calibrator *own = vn_given(given, 2) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Held held;
    held.count = 0;
    Py_ssize_t all = VN_ANY;
    const double *rows = VN_READ(&held, args[1], double, &all);
    PyObject *shares = NULL;
    if (rows && own->width && all % own->width == 0)
        shares = PyList_New(0);
    int good = shares != NULL;
    for (Py_ssize_t at = 0; good && at < all; at += own->width)
        good = vn_append(shares, PyFloat_FromDouble(share_of(own, rows + at)));
    if (!good) {
        Py_CLEAR(shares);
        vn_fail(0, PyExc_ValueError, "rows of another width than was calibrated");
    }
    vn_release(&held);
    return shares;
}

/* Fill a row with the numbers of a tuple, zeros behind them, and a one at a place; 0 where they are none or too many. */
static int read_row(const Calibrator *own, PyObject *signs, PyObject *place, double *row) {
    Py_ssize_t count = vn_is_tuple(signs) ? PyTuple_Size(signs) : own->width + 1, one = PyLong_AsSsize_t(place);
    if (PyErr_Occurred() || count > own->width || one < 0 || one >= own->width)
        return 0;
    memset(row, 0, (size_t)own->width * sizeof(*row));
    Py_INCREF(signs); /* a number may be an object that empties the list */
    for (Py_ssize_t at = 0; at < count; at++)
        row[at] = PyFloat_AsDouble(PyTuple_GetItem(signs, at));
    Py_DECREF(signs);
    row[one] = 1;
    return !PyErr_Occurred();
}

/* shares_of_signs(calibrator, [signs], [place of a one]) -> the share of each: as `shares`, without an array */
VN_FUNCTION(vn_shares_of_signs) {
    Calibrator *own = vn_given(given, 3) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own || !vn_is_list(args[1]) || !vn_is_list(args[2]))
        return NULL;
    Py_ssize_t count = PyList_Size(args[1]);
    double *row = PyMem_Malloc((size_t)(own->width + 1) * sizeof(*row));
    PyObject *shares = row && PyList_Size(args[2]) == count ? PyList_New(0) : NULL;
    int good = shares != NULL;
    for (Py_ssize_t at = 0; good && at < count; at++)
        good = read_row(own, PyList_GetItem(args[1], at), PyList_GetItem(args[2], at), row) &&
               vn_append(shares, PyFloat_FromDouble(share_of(own, row)));
    if (!good) {
        Py_CLEAR(shares);
        vn_fail(!row, PyExc_ValueError, "signs of another width than was calibrated");
    }
    PyMem_Free(row);
    return shares;
}
