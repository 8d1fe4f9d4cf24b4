/* How often each cause damages the words of a page, and how sure each repair is there:
   filters/diacritics/evidence/page_rates.py has the same steps in the same order. */

#include "kernel.h"

#include <math.h>

enum { MOST_CAUSES = 16, OFTEN = 1 << 12 /* proposals between two looks at signals */ };

/* Of each cause how often it is usual, what is added to its log-odds while the page is read and when it is known, and how
   much the page says of it; then the numbers of page_rates.py. */
typedef struct {
    Held held;
    Py_ssize_t causes;
    const double *usual, *unread, *added, *steep;
    double all_usual, strength, shared, most, least, faintest, surest, slight;
    int rounds;
} Rates;

static const char NAME[] = "vntextclean.page_rates";

static void free_rates(PyObject *capsule) {
    Rates *own = PyCapsule_GetPointer(capsule, NAME);
    vn_release(&own->held);
    PyMem_Free(own);
}

/* page_rates(usual, unread, added, steep, (all usual, strength, shared, most, least, faintest, surest, slight), rounds) */
VN_FUNCTION(vn_page_rates) {
    Rates *own = vn_given(given, 6) ? PyMem_Calloc(1, sizeof(Rates)) : NULL;
    if (!own)
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    Held *held = &own->held;
    own->causes = VN_ANY;
    int good = (own->usual = VN_READ(held, args[0], double, &own->causes)) && own->causes <= MOST_CAUSES &&
               (own->unread = VN_READ(held, args[1], double, &own->causes)) &&
               (own->added = VN_READ(held, args[2], double, &own->causes)) &&
               (own->steep = VN_READ(held, args[3], double, &own->causes)) && vn_is_tuple(args[4]) &&
               PyArg_ParseTuple(args[4], "dddddddd", &own->all_usual, &own->strength, &own->shared, &own->most,
                                &own->least, &own->faintest, &own->surest, &own->slight);
    long rounds = good ? PyLong_AsLong(args[5]) : -1;
    own->rounds = rounds >= 0 && rounds < 100 ? (int)rounds : -1;
    if (own->rounds < 0)
        return vn_dropped(own, "the numbers of page rates do not fit together");
    return vn_keep(own, NAME, free_rates);
}

/* A page as it is counted: its words and the usual ones beside them, and of each cause the words that it damaged and those
   that it may have damaged before any is seen. */
typedef struct {
    const Rates *rates;
    double words, all, counts[MOST_CAUSES], priors[MOST_CAUSES];
} Page;

static void count(Page *page) {
    const Rates *own = page->rates;
    page->all = 0;
    for (Py_ssize_t cause = 0; cause < own->causes; cause++)
        page->all += page->counts[cause];
    for (Py_ssize_t cause = 0; cause < own->causes; cause++) {
        double usual = own->usual[cause], found = page->all - page->counts[cause], others = own->all_usual - usual;
        double excess = found > 0 ? (own->strength * others + found) / (page->words * others) : 0;
        page->priors[cause] = own->strength * usual * (excess > 1 ? pow(excess, own->shared) : 1);
    }
}

/* What a page adds to the log-odds of a cause, but for what one word counts. */
static double shift(const Page *page, Py_ssize_t cause, double left_out) {
    const Rates *own = page->rates;
    double seen = page->counts[cause] - (left_out > own->slight ? left_out : 0), prior = page->priors[cause];
    double nats = log((seen > 0 ? prior + seen : prior) / page->words / own->usual[cause]);
    return nats < own->least ? own->least : nats > own->most ? own->most : nats;
}

static double log_odds(const Rates *own, double share) {
    share = share < own->faintest ? own->faintest : share;
    share = share > 1 - own->surest ? 1 - own->surest : share;
    return log(share / (1 - share));
}

static double share_of(const Rates *own, double odds) {
    double share = 1 / (1 + exp(-odds));
    return share > 1 - own->surest ? 1 - own->surest : share;
}

/* One proposed repair: what damaged the word, how sure it is by itself, and how likely it is right on the page. */
typedef struct {
    Py_ssize_t cause;
    double odds, share;
} Proposal;

/* Proposals from lists of causes and confidences, `count` of them; to be freed. NULL with an exception where they do not fit. */
static Proposal *read_proposals(const Rates *own, PyObject *causes, PyObject *shares, Py_ssize_t *count) {
    if (!vn_is_list(causes) || !vn_is_list(shares))
        return NULL;
    *count = PyList_Size(causes);
    Proposal *to = PyMem_Malloc(((size_t)*count + 1) * sizeof(Proposal));
    int good = to != NULL;
    for (Py_ssize_t n = 0; good && n < *count; n++) {
        PyObject *cause = PyList_GetItem(causes, n), *share = cause ? PyList_GetItem(shares, n) : NULL;
        to[n].cause = share ? PyLong_AsSsize_t(cause) : -1;
        to[n].share = 0;
        good = !PyErr_Occurred() && to[n].cause >= 0 && to[n].cause < own->causes;
        if (good)
            to[n].odds = log_odds(own, PyFloat_AsDouble(PyList_GetItem(shares, n)));
        good = good && !PyErr_Occurred();
    }
    if (good)
        return to;
    vn_fail(!to, PyExc_IndexError, "a cause that is not there, or not as many confidences");
    PyMem_Free(to);
    return NULL;
}

/* A list of `count` numbers that lie so many bytes apart. */
static PyObject *numbers(const double *from, Py_ssize_t count, size_t step) {
    PyObject *found = PyList_New(0);
    for (Py_ssize_t n = 0; found && n < count; n++)
        if (!vn_append(found, PyFloat_FromDouble(*(const double *)((const char *)from + (size_t)n * step))))
            Py_CLEAR(found);
    return found;
}

/* Reckon anew how likely each proposal is right; whether one is as it was before. */
static int reckon(const Page *page, Proposal *all, Py_ssize_t count) {
    int same = 1;
    for (Py_ssize_t n = 0; n < count; n++) {
        Py_ssize_t cause = all[n].cause;
        double share = share_of(page->rates, all[n].odds + shift(page, cause, all[n].share) + page->rates->unread[cause]);
        same &= share == all[n].share;
        all[n].share = share;
    }
    return same;
}

/* page_posteriors(rates, words with the usual ones, [cause], [confidence]) -> ([how many words each cause damaged], [how
   likely each is right]) */
VN_FUNCTION(vn_page_posteriors) {
    Rates *own = vn_given(given, 4) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own)
        return NULL;
    Page page = {.rates = own, .words = PyFloat_AsDouble(args[1])};
    Py_ssize_t size = 0;
    Proposal *all = PyErr_Occurred() ? NULL : read_proposals(own, args[2], args[3], &size);
    if (!all)
        return NULL;
    int good = 1, same = !size;
    count(&page);
    for (int round = 0; good && !same && round < own->rounds; round++) {
        same = reckon(&page, all, size);
        memset(page.counts, 0, sizeof(page.counts));
        for (Py_ssize_t n = 0; n < size; n++)
            page.counts[all[n].cause] += all[n].share;
        count(&page);
        good = PyErr_CheckSignals() == 0;
    }
    PyObject *counts = good ? numbers(page.counts, own->causes, sizeof(double)) : NULL;
    PyObject *posteriors = counts ? numbers(&all->share, size, sizeof(Proposal)) : NULL;
    PyObject *found = posteriors ? PyTuple_Pack(2, counts, posteriors) : NULL;
    Py_XDECREF(counts);
    Py_XDECREF(posteriors);
    PyMem_Free(all);
    return found;
}

static int read_counts(Page *to, PyObject *counts) {
    if (!vn_is_list(counts) || PyList_Size(counts) != to->rates->causes) {
        vn_fail(0, PyExc_ValueError, "not as many counts as causes");
        return 0;
    }
    for (Py_ssize_t cause = 0; cause < to->rates->causes; cause++) {
        PyObject *one = PyList_GetItem(counts, cause);
        to->counts[cause] = one ? PyFloat_AsDouble(one) : 0;
        if (PyErr_Occurred())
            return 0;
    }
    count(to);
    return 1;
}

/* page_confidences(rates, words with the usual ones, [how many words each cause damaged], [cause], [confidence], [how much of
   the count is the word itself]) -> [how sure each is on the page] */
VN_FUNCTION(vn_page_confidences) {
    Rates *own = vn_given(given, 6) ? PyCapsule_GetPointer(args[0], NAME) : NULL;
    if (!own || !vn_is_list(args[5]))
        return NULL;
    Page page = {.rates = own, .words = PyFloat_AsDouble(args[1])};
    Py_ssize_t size = 0;
    Proposal *all = PyErr_Occurred() || !read_counts(&page, args[2]) ? NULL : read_proposals(own, args[3], args[4], &size);
    PyObject *found = all ? PyList_New(0) : NULL;
    int good = found != NULL;
    for (Py_ssize_t n = 0; good && n < size; n++) {
        PyObject *one = PyList_GetItem(args[5], n);
        double left_out = one ? PyFloat_AsDouble(one) : 0;
        Py_ssize_t cause = all[n].cause;
        double nats = own->steep[cause] * shift(&page, cause, left_out) + own->added[cause];
        good = !PyErr_Occurred() && !vn_stopped(n, OFTEN) &&
               vn_append(found, PyFloat_FromDouble(share_of(own, all[n].odds + nats)));
    }
    PyMem_Free(all);
    if (!good)
        Py_CLEAR(found);
    return found;
}
