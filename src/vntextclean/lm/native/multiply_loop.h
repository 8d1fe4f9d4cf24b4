/* One way to multiply, for processors with vectors of VECTOR numbers and registers for 8 sums beside what they are made
   of. Included by multiply_rows.h with NAME, ROWS (2 to 4), VECTOR, TARGET, ELEMENT and WIDENED set; two vectors wide. Each
   row has its own sums, so that it comes out the same however many there are. */

TARGET static void NAME(const Matrix *by, const float *x, Py_ssize_t stride, float *out) {
    typedef float Numbers __attribute__((vector_size(VECTOR * sizeof(float)), aligned(4)));
    enum { LANE = 2 * VECTOR };
    const float *x0 = x, *x1 = x + stride;
#if ROWS > 2
    const float *x2 = x1 + stride;
#endif
#if ROWS > 3
    const float *x3 = x2 + stride;
#endif
    Py_ssize_t filled = by->filled, rows = by->rows;
    for (Py_ssize_t column = 0; column < filled; column += LANE) {
        const ELEMENT *numbers = (const ELEMENT *)by->numbers + column * rows;
        Numbers a0 = {0}, a1 = {0}, b0 = {0}, b1 = {0};
#if ROWS > 2
        Numbers a2 = {0}, b2 = {0};
#endif
#if ROWS > 3
        Numbers a3 = {0}, b3 = {0};
#endif
        for (Py_ssize_t row = 0; row < rows; row++, numbers += LANE) {
            Numbers a = WIDENED(numbers), b = WIDENED(numbers + VECTOR);
            a0 += a * x0[row];
            a1 += a * x1[row];
            b0 += b * x0[row];
            b1 += b * x1[row];
#if ROWS > 2
            a2 += a * x2[row];
            b2 += b * x2[row];
#endif
#if ROWS > 3
            a3 += a * x3[row];
            b3 += b * x3[row];
#endif
        }
        const Numbers *scale = (const Numbers *)(by->scale + column);
        Numbers *to = (Numbers *)(out + column);
        Py_ssize_t next = filled / VECTOR;
        to[0] += a0 * scale[0];
        to[1] += b0 * scale[1];
        to[next] += a1 * scale[0];
        to[next + 1] += b1 * scale[1];
#if ROWS > 2
        to[2 * next] += a2 * scale[0];
        to[2 * next + 1] += b2 * scale[1];
#endif
#if ROWS > 3
        to[3 * next] += a3 * scale[0];
        to[3 * next + 1] += b3 * scale[1];
#endif
    }
}

#undef NAME
#undef ROWS
