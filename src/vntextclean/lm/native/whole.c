/* Matrices times small whole numbers: whole.h. */

#include "whole.h"

enum { LANE = 8, FOUR = 4, SIDE = 32 /* bytes to which the numbers are aligned: those of a vector */ };

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define TARGET __attribute__((target("avx2,fma")))

static int is_able(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

/* `safe` sums of two products fit into 16 bits together; it is a constant. */
TARGET __attribute__((always_inline)) static inline void sum_up(const Whole *by, const uint8_t *x, const float *scales,
                                                                int rows, float *out, Py_ssize_t stride,
                                                                const Py_ssize_t safe) {
    const __m256i ones = _mm256_set1_epi16(1), *numbers = (const __m256i *)by->numbers;
    Py_ssize_t parts = by->rows / by->part, fours = by->part / FOUR;
    for (Py_ssize_t column = 0; column < by->filled; column += LANE) {
        __m256 total[VN_WHOLE_ROWS];
        for (int n = 0; n < rows; n++)
            total[n] = _mm256_setzero_ps();
        for (Py_ssize_t part = 0; part < parts; part++, numbers += fours) {
            __m256i less = _mm256_loadu_si256((const __m256i *)(by->less + part * by->filled + column));
            for (int n = 0; n < rows; n++) {
                const uint8_t *from = x + n * by->rows + part * by->part;
                __m256i sum = _mm256_sub_epi32(_mm256_setzero_si256(), less);
                for (Py_ssize_t first = 0; first < fours; first += safe) {
                    __m256i some = _mm256_setzero_si256();
                    for (Py_ssize_t at = first; at < first + safe; at++) {
                        int32_t four;
                        memcpy(&four, from + FOUR * at, sizeof(four));
                        some = _mm256_add_epi16(some, _mm256_maddubs_epi16(_mm256_set1_epi32(four), numbers[at]));
                    }
                    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(some, ones));
                }
                __m256 scale = _mm256_set1_ps(scales[n * parts + part]);
                total[n] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(sum), scale, total[n]);
            }
        }
        __m256 scale = _mm256_loadu_ps(by->scale + column);
        for (int n = 0; n < rows; n++) {
            float *to = out + n * stride + column;
            _mm256_storeu_ps(to, _mm256_fmadd_ps(total[n], scale, _mm256_loadu_ps(to)));
        }
    }
}

TARGET static void sum_up_in_eights(const Whole *by, const uint8_t *x, const float *scales, int rows, float *out,
                                    Py_ssize_t stride) {
    sum_up(by, x, scales, rows, out, stride, 8);
}

TARGET static void sum_up_singly(const Whole *by, const uint8_t *x, const float *scales, int rows, float *out,
                                 Py_ssize_t stride) {
    sum_up(by, x, scales, rows, out, stride, 1);
}

void vn_multiply_whole(const Whole *by, const uint8_t *x, const float *scales, int rows, float *out, Py_ssize_t stride) {
    if (by->most < 16 && by->part % (8 * FOUR) == 0) /* 8 times two products of at most 15 and 128 */
        sum_up_in_eights(by, x, scales, rows, out, stride);
    else
        sum_up_singly(by, x, scales, rows, out, stride);
}
#else
static int is_able(void) { return 0; }

void vn_multiply_whole(const Whole *by, const uint8_t *x, const float *scales, int rows, float *out, Py_ssize_t stride) {
    (void)by, (void)x, (void)scales, (void)rows, (void)out, (void)stride; /* never packed, so never called */
}
#endif

int vn_pack_whole(Whole *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns,
                  Py_ssize_t part, int most, int less) {
    memset(to, 0, sizeof(*to));
    if (!is_able() || rows < 1 || part < FOUR || part % FOUR || rows % part)
        return 1;
    Py_ssize_t groups = (columns + LANE - 1) / LANE, parts = rows / part;
    *to = (Whole){.rows = rows, .columns = columns, .filled = groups * LANE, .part = part, .most = most};
    to->room = PyMem_Calloc(groups * LANE * rows + SIDE, 1);
    to->less = PyMem_Calloc(parts * to->filled, sizeof(int32_t));
    to->scale = PyMem_Calloc(to->filled, sizeof(float));
    if (!to->room || !to->less || !to->scale) {
        PyErr_NoMemory();
        return 0;
    }
    to->numbers = (int8_t *)(((uintptr_t)to->room + SIDE - 1) / SIDE * SIDE);
    memcpy(to->scale, scale, columns * sizeof(float));
    for (Py_ssize_t column = 0; column < columns; column++)
        for (Py_ssize_t row = 0; row < rows; row++) {
            int8_t number = transposed[column * rows + row];
            to->numbers[((column / LANE * (rows / FOUR) + row / FOUR) * LANE + column % LANE) * FOUR + row % FOUR] = number;
            to->less[row / part * to->filled + column] += less * number;
        }
    return 1;
}

void vn_unpack_whole(Whole *own) {
    PyMem_Free(own->room);
    PyMem_Free(own->less);
    PyMem_Free(own->scale);
}
