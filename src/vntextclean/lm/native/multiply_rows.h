/* multiply_loop.h for one row up to VN_ROWS. Included by multiply.c with FOR_ROWS and PART_FOR, which name them, with SUMS,
   the registers that there are for four rows at most, and the rest set. Of the twelve sums of six rows none waits, and what
   is widened serves all of them: a row takes an eighth less than as one of four. One row has ten sums, and its groups part
   the columns of the nets without a rest. */

#define NAME FOR_ROWS(1)
#define PART PART_FOR(1)
#define ROWS 1
#define GROUPS 5
#include "multiply_loop.h"
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
#define NAME FOR_ROWS(5)
#define PART PART_FOR(5)
#define ROWS 5
#define GROUPS (SUMS / 8)
#include "multiply_loop.h"
#define NAME FOR_ROWS(6)
#define PART PART_FOR(6)
#define ROWS 6
#define GROUPS (SUMS / 8)
#include "multiply_loop.h"

#undef FOR_ROWS
#undef PART_FOR
#undef SUMS
#undef VECTOR
#undef TARGET
#undef ELEMENT
#undef WIDENED
