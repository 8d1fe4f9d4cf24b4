/* All features of the lines of a page, as the first trees read them: filters/boilerplate/features/page_features.py. */

#include "features.h"

enum { OF_WORDS = 7, OF_LINES = 51, OF_PLACE = 107, OF_MAIN = 16, OF_PAGE = 9, OF_LAYOUT = 22, OF_CONTEXT = 20,
       NUMBERS = 5, COSTS = 5 };

/* How many columns a page has. */
static Py_ssize_t columns_of(const PageView *page) {
    return OF_WORDS + OF_LINES + OF_PLACE + OF_MAIN + OF_PAGE + 2 * page->kinds + OF_LAYOUT + OF_CONTEXT;
}

/* page_features(page, tables, scores, costs, numbers, text, labelled, titled, middle, out): fills in the columns, which
   lie one behind the other. `tables` are those of classes of characters, of first and last ones, and of open ends. */
VN_FUNCTION(vn_page_features) {
    PageView page;
    if (!vn_given(given, 10) || !vn_page_view(&page, args[0])) {
        if (given == 10)
            vn_release(&page.held);
        return NULL;
    }
    Held held;
    held.count = 0;
    Asked asked = {.page = &page};
    Py_ssize_t codes = CODES, buckets = BUCKETS, costs = COSTS, numbers = NUMBERS, lines = page.lines;
    Py_ssize_t text = TEXT_COLUMNS * lines, size = columns_of(&page) * lines;
    const uint8_t **tables[] = {&asked.flags, &asked.first_class, &asked.last_class, &asked.open_end};
    int good = vn_is_tuple(args[1]) && PyTuple_Size(args[1]) == 4;
    for (Py_ssize_t n = 0; good && n < 4; n++)
        good = (*tables[n] = VN_READ(&held, PyTuple_GetItem(args[1], n), uint8_t, &codes)) != NULL;
    const int64_t *given_numbers = NULL;
    float *out = NULL;
    good = good && (asked.scores = VN_READ(&held, args[2], int8_t, &buckets)) &&
           (asked.costs = VN_READ(&held, args[3], float, &costs)) &&
           (given_numbers = VN_READ(&held, args[4], int64_t, &numbers)) &&
           (asked.text = VN_READ(&held, args[5], float, &text)) &&
           (asked.labelled = VN_READ(&held, args[6], uint8_t, &lines)) &&
           (asked.titled = VN_READ(&held, args[7], uint8_t, &lines)) &&
           (out = VN_WRITE(&held, args[9], float, &size));
    asked.middle = good ? (float)PyFloat_AsDouble(args[8]) : 0;
    good = good && !PyErr_Occurred();
    int no_memory = 0;
    if (good) {
        asked.date = given_numbers[0], asked.related = given_numbers[1], asked.long_paragraph = given_numbers[2];
        asked.heading = given_numbers[3], asked.title_parts = given_numbers[4];
        float *end = vn_word_columns(&asked, out);
        end = end ? vn_line_columns(&asked, end) : NULL;
        end = end ? vn_around_columns(&asked, end) : NULL;
        end = end ? vn_layout_columns(&asked, end) : NULL;
        end = end ? vn_word_context_columns(&asked, out, end) : NULL;
        no_memory = end == NULL;
        good = end == out + size;
    }
    if (!good)
        vn_fail(no_memory, PyExc_ValueError, "the tables do not fit the page");
    vn_release(&held);
    vn_release(&page.held);
    return good ? vn_none() : NULL;
}
