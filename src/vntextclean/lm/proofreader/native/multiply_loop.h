/* One way to multiply, for processors with vectors of VECTOR numbers and registers for 8 sums beside what they are made
   of. Included by multiply.c with NAME, VECTOR, TARGET, ELEMENT and WIDENED set; two vectors wide, four rows high. */

TARGET static void NAME(const Matrix *by, const float *x, Py_ssize_t stride, float *out) {
    typedef float Numbers __attribute__((vector_size(VECTOR * sizeof(float)), aligned(4)));
    enum { LANE = 2 * VECTOR };
    const float *x0 = x, *x1 = x + stride, *x2 = x1 + stride, *x3 = x2 + stride;
    Py_ssize_t filled = by->filled, rows = by->rows;
    for (Py_ssize_t column = 0; column < filled; column += LANE) {
        const ELEMENT *numbers = (const ELEMENT *)by->numbers + column * rows;
        Numbers a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0}, b0 = {0}, b1 = {0}, b2 = {0}, b3 = {0};
        for (Py_ssize_t row = 0; row < rows; row++, numbers += LANE) {
            Numbers a = WIDENED(numbers), b = WIDENED(numbers + VECTOR);
            a0 += a * x0[row];
            a1 += a * x1[row];
            a2 += a * x2[row];
            a3 += a * x3[row];
            b0 += b * x0[row];
            b1 += b * x1[row];
            b2 += b * x2[row];
            b3 += b * x3[row];
        }
        const Numbers *scale = (const Numbers *)(by->scale + column);
        Numbers *to = (Numbers *)(out + column);
        Py_ssize_t next = filled / VECTOR;
        to[0] += a0 * scale[0];
        to[1] += b0 * scale[1];
        to[next] += a1 * scale[0];
        to[next + 1] += b1 * scale[1];
        to[2 * next] += a2 * scale[0];
        to[2 * next + 1] += b2 * scale[1];
        to[3 * next] += a3 * scale[0];
        to[3 * next + 1] += b3 * scale[1];
    }
}

#undef NAME
#undef VECTOR
#undef TARGET
#undef ELEMENT
#undef WIDENED
