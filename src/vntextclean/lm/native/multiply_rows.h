/* multiply_loop.h for two, three and four rows. Included by multiply.c with FOR_ROWS and PART_FOR, which name them, with
   SUMS, the registers that there are for them, and the rest set. */

#define NAME FOR_ROWS(2)
#define PART PART_FOR(2)
#define ROWS 2
#define GROUPS (SUMS / 4)
#include "multiply_loop.h"
#define NAME FOR_ROWS(3)
#define PART PART_FOR(3)
#define ROWS 3
#define GROUPS (SUMS > 8 ? 2 : 1)
#include "multiply_loop.h"
#define NAME FOR_ROWS(4)
#define PART PART_FOR(4)
#define ROWS 4
#define GROUPS (SUMS / 8)
#include "multiply_loop.h"

#undef FOR_ROWS
#undef PART_FOR
#undef SUMS
#undef VECTOR
#undef TARGET
#undef ELEMENT
#undef WIDENED
