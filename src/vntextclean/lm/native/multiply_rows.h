/* multiply_loop.h for two, three and four rows. Included by multiply.c with FOR_ROWS, which names them, and the rest set. */

#define NAME FOR_ROWS(2)
#define ROWS 2
#include "multiply_loop.h"
#define NAME FOR_ROWS(3)
#define ROWS 3
#include "multiply_loop.h"
#define NAME FOR_ROWS(4)
#define ROWS 4
#include "multiply_loop.h"

#undef FOR_ROWS
#undef VECTOR
#undef TARGET
#undef ELEMENT
#undef WIDENED
