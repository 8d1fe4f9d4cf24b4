/* One way to multiply, for processors with vectors of VECTOR numbers. Included by multiply_rows.h with NAME, PART, ROWS,
   GROUPS, VECTOR, TARGET, ELEMENT and WIDENED set. Each row has its own sums, so that it comes out the same however many
   there are. GROUPS of columns are reckoned at once: there are registers for their sums, 2 * ROWS * GROUPS, and what they
   are made of; fewer than eight sums wait for one another. */

/* Some groups of columns; `groups` is a constant, the loops over groups and rows are unrolled, and the sums are registers. */
TARGET __attribute__((always_inline)) static inline void PART(const Matrix *by, const float *const *x, Py_ssize_t part,
                                                              float *out, Py_ssize_t column, const int groups) {
    typedef float Numbers __attribute__((vector_size(VECTOR * sizeof(float)), aligned(4)));
    enum { LANE = 2 * VECTOR };
    Py_ssize_t filled = by->filled, rows = by->rows;
    const ELEMENT *numbers = (const ELEMENT *)by->numbers + column * rows;
    Numbers first[GROUPS][ROWS] = {{{0}}}, second[GROUPS][ROWS] = {{{0}}};
    for (Py_ssize_t from = 0; from < rows; from += part, x += VN_ROWS) {
        const float *read[ROWS];
        for (int n = 0; n < ROWS; n++)
            read[n] = x[n];
        for (Py_ssize_t row = 0; row < part; row++, numbers += LANE)
            for (int g = 0; g < groups; g++) {
                Numbers a = WIDENED(numbers + g * rows * LANE), b = WIDENED(numbers + g * rows * LANE + VECTOR);
                for (int n = 0; n < ROWS; n++) {
                    first[g][n] += a * read[n][row];
                    second[g][n] += b * read[n][row];
                }
            }
    }
    for (int g = 0; g < groups; g++, column += LANE) {
        const Numbers *scale = (const Numbers *)(by->scale + column);
        for (int n = 0; n < ROWS; n++) {
            Numbers *to = (Numbers *)(out + n * filled + column);
            to[0] += first[g][n] * scale[0];
            to[1] += second[g][n] * scale[1];
        }
    }
}

TARGET static void NAME(const Matrix *by, const float *const *x, Py_ssize_t part, float *out) {
    Py_ssize_t column = 0, together = 2 * VECTOR * GROUPS;
    for (; column + together <= by->filled; column += together)
        PART(by, x, part, out, column, GROUPS);
    for (; column < by->filled; column += 2 * VECTOR)
        PART(by, x, part, out, column, 1);
}

#undef NAME
#undef PART
#undef ROWS
#undef GROUPS
