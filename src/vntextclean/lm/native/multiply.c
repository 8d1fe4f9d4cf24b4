/* The multiplications of the nets. Eight-bit weights are widened as they are read: a fourth of the memory to go through
   is worth the conversion, because a document asks only some four questions and the cache has forgotten the rest. */

#include "multiply.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define VN_WIDER 1
#else
#define VN_WIDER 0
#endif

/* Vectors wider than the processor's go through memory and take five times as long, so each width has its own code. */
#define FOR_ROWS(rows) multiply_by_4_##rows
#define PART_FOR(rows) groups_by_4_##rows
#define SUMS 8
#define VECTOR 4
#define TARGET
#define ELEMENT float /* widened beforehand: without an instruction for it that would be half of the time */
#define WIDENED(from) (*(const Numbers *)(from))
#include "multiply_rows.h"

#if VN_WIDER
#include <immintrin.h>

#define FOR_ROWS(rows) multiply_by_8_##rows
#define PART_FOR(rows) groups_by_8_##rows
#define SUMS 8
#define VECTOR 8
#define TARGET __attribute__((target("avx2,fma")))
#define ELEMENT int8_t
#define WIDENED(from) ((Numbers)_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)(from)))))
#include "multiply_rows.h"

#define FOR_ROWS(rows) multiply_by_16_##rows
#define PART_FOR(rows) groups_by_16_##rows
#define SUMS 16
#define VECTOR 16
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")))
#define ELEMENT int8_t
#define WIDENED(from) ((Numbers)_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128((const __m128i *)(from)))))
#include "multiply_rows.h"
#endif

#define WAYS(by) {by##_1, by##_2, by##_3, by##_4, by##_5, by##_6}

typedef struct {
    Py_ssize_t lane, element;
    Multiply *multiply[VN_ROWS];
} Way;

/* The widest that this processor has. */
static Way way(void) {
#if VN_WIDER
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return (Way){32, 1, WAYS(multiply_by_16)};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return (Way){16, 1, WAYS(multiply_by_8)};
#endif
    return (Way){8, sizeof(float), WAYS(multiply_by_4)};
}

int vn_pack(Matrix *to, const int8_t *transposed, const float *scale, Py_ssize_t rows, Py_ssize_t columns) {
    Way chosen = way();
    Py_ssize_t lane = chosen.lane, groups = (columns + lane - 1) / lane;
    to->rows = rows;
    to->columns = columns;
    to->filled = groups * lane;
    to->lane = lane;
    to->element = chosen.element;
    memcpy(to->multiply, chosen.multiply, sizeof(to->multiply));
    to->numbers = PyMem_Calloc(groups * lane * rows, chosen.element);
    to->scale = PyMem_Calloc(to->filled, sizeof(float));
    if (!to->numbers || !to->scale) {
        PyErr_NoMemory();
        return 0;
    }
    memcpy(to->scale, scale, columns * sizeof(float));
    for (Py_ssize_t column = 0; column < columns; column++)
        for (Py_ssize_t row = 0; row < rows; row++) {
            Py_ssize_t at = (column / lane * rows + row) * lane + column % lane;
            if (chosen.element == 1)
                ((int8_t *)to->numbers)[at] = transposed[column * rows + row];
            else
                ((float *)to->numbers)[at] = transposed[column * rows + row];
        }
    return 1;
}

void vn_unpack(Matrix *own) {
    PyMem_Free(own->numbers);
    PyMem_Free(own->scale);
}

/* Some rows of a group, in its lane; `element` and `lane` are constants. */
__attribute__((always_inline)) static inline void few(const void *numbers, const float *x, const Py_ssize_t *places,
                                                      Py_ssize_t count, const float *scale, float *out,
                                                      const Py_ssize_t element, const Py_ssize_t lane) {
    float sums[32] = {0};
    for (Py_ssize_t n = 0; n < count; n++) {
        float one = x[places[n]];
        for (Py_ssize_t at = 0; at < lane; at++) {
            Py_ssize_t from = places[n] * lane + at;
            sums[at] += one * (element == 1 ? (float)((const int8_t *)numbers)[from] : ((const float *)numbers)[from]);
        }
    }
    for (Py_ssize_t at = 0; at < lane; at++)
        out[at] += sums[at] * scale[at];
}

VN_WIDE static void multiply_few(const Matrix *by, const float *x, const Py_ssize_t *places, Py_ssize_t count, float *out) {
    for (Py_ssize_t first = 0; first < by->filled; first += by->lane) {
        const void *numbers = (const char *)by->numbers + first * by->rows * by->element;
        if (by->lane == 8)
            few(numbers, x, places, count, by->scale + first, out + first, sizeof(float), 8);
        else if (by->lane == 16)
            few(numbers, x, places, count, by->scale + first, out + first, 1, 16);
        else
            few(numbers, x, places, count, by->scale + first, out + first, 1, 32);
    }
}

void vn_multiply_few(const Matrix *by, const float *x, const Py_ssize_t *places, Py_ssize_t count, float *out) {
    multiply_few(by, x, places, count, out);
}

void vn_add_nibbles(const uint8_t *packed, Py_ssize_t bytes, float scale, float *out) {
    for (Py_ssize_t at = 0; at < bytes; at++) {
        out[2 * at] += (float)((packed[at] & 15) - 8) * scale;
        out[2 * at + 1] += (float)((packed[at] >> 4) - 8) * scale;
    }
}
