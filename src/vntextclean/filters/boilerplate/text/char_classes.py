"""The classes of characters the lines of a page are counted by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LOWER, MARKED, UPPER, DIGIT, SPACE, STOP, COMMA, SEPARATOR, BRACKET, DASH, SYMBOL, OTHER = range(12)
CLASSES = 12

#: Above this no letter has a case that Vietnamese pages use; below it each character is asked what it is.
_KNOWN = 0x2190


#: Set beside the class: the character may be part of a bullet or indentation; it may stand behind the last mark of a
#: sentence; one of the pieces may end with it.
LEAD, TRAIL, ENDS, CLASS = 16, 32, 64, 15


#: Signs: the line holds a mark that code has, a colon, a mark by which it may look like code. Those of more than one
#: character are found in the whole line: it holds an address or two spaces on end, says the same twice, or may name an
#: article or a clause. The last: it begins or ends in white space.
CODE_SIGN, COLON_SIGN, LOOKS_SIGN = 1, 2, 4
ADDRESS_SIGN, GAP_SIGN, TWICE_SIGN, CLAUSE_SIGN = 8, 16, 32, 64
EDGE_SIGN = 128

#: The signs of more than one character: what addresses hold beside "@", what stands between the cells of a row, what
#: code has, what names a part of a law. The kernel has them too.
PIECES = (
    ("www.", ADDRESS_SIGN),
    (".vn", ADDRESS_SIGN),
    ("http", ADDRESS_SIGN),
    ("  ", GAP_SIGN),
    ("::", LOOKS_SIGN),
    ("()", LOOKS_SIGN),
    ("Điều ", CLAUSE_SIGN),
    ("khoản ", CLAUSE_SIGN),
)


@cache
def sign_table() -> NDArray[np.uint8]:
    """The signs that each of the first 65 536 characters is by itself."""
    table = np.zeros(0x10000, np.uint8)
    for chars, sign in (
        ("{}[]();=<>$/\"'&|@#*:", CODE_SIGN),
        (":", COLON_SIGN),
        ("@", ADDRESS_SIGN),
        ("{};=>&", LOOKS_SIGN),
    ):
        for char in chars:
            table[ord(char)] |= sign
    return table


@cache
def flag_table() -> NDArray[np.uint8]:
    """The class of each of the first 65 536 characters and the flags beside it, see :func:`flags_of`."""
    table = np.full(0x10000, OTHER, np.uint8)
    table[0x2190:0x2C00] = table[0xE000:0xF900] = table[0xFFFF] = SYMBOL
    for code in (*range(_KNOWN), 0x3000, 0xFEFF):
        char = chr(code)
        if char.islower():
            table[code] = LOWER if code < 128 else MARKED
        elif char.isupper():
            table[code] = UPPER
        elif char.isdigit():
            table[code] = DIGIT
        elif char.isspace() or code in (0x200B, 0xFEFF):
            table[code] = SPACE
    for chars, kind in (
        (".!?\N{HORIZONTAL ELLIPSIS}", STOP),
        (",;:", COMMA),
        (
            "|\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}><"
            "\N{BULLET}\N{MIDDLE DOT}/\\_*#\N{BLACK RIGHT-POINTING SMALL TRIANGLE}\N{RIGHTWARDS ARROW}=~@&+%",
            SEPARATOR,
        ),
        (
            "()[]{}\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
            "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
            BRACKET,
        ),
        ("-\N{EN DASH}\N{EM DASH}", DASH),
        ("\N{COPYRIGHT SIGN}\N{REGISTERED SIGN}\N{TRADE MARK SIGN}\N{MULTIPLICATION SIGN}", SYMBOL),
    ):
        for char in chars:
            table[ord(char)] = kind
    for chars, flag in (
        (" \t*-+#>\N{BULLET}\N{NO-BREAK SPACE}", LEAD),
        ("".join({piece[-1] for piece, _ in PIECES}), ENDS),
        ("\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})*_", TRAIL),
    ):
        for char in chars:
            table[ord(char)] |= flag
    return table


@cache
def small_table() -> NDArray[np.uint32]:
    """The small letter of each character, where it is one character too."""
    table = np.arange(0x10000, dtype=np.uint32)
    for code in range(_KNOWN):
        low = chr(code).lower()
        if len(low) == 1:
            table[code] = ord(low)
    return table


def flags_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The class of each code point and the flags beside it; those beyond the first 65 536 are to be given as 0xFFFF.

    >>> flags = flags_of(np.array([ord(char) for char in "*a"], np.uint32))
    >>> (flags & CLASS).tolist() == [SEPARATOR, LOWER], (flags & LEAD > 0).tolist()
    (True, [True, False])
    """
    return flag_table()[codes]


def kinds_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The class of each code point.

    >>> kinds_of(np.array([ord(char) for char in "aÁ7."], np.uint32)).tolist() == [LOWER, UPPER, DIGIT, STOP]
    True
    """
    kinds: NDArray[np.uint8] = flag_table()[codes] & np.uint8(CLASS)
    return kinds


def small(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The code points in small letters.

    >>> small(np.array([ord("Đ"), ord("7")], np.uint32)).tolist() == [ord("đ"), ord("7")]
    True
    """
    return small_table()[codes]


def class_table(*groups: str) -> NDArray[np.uint8]:
    """A table of which of the groups each character belongs to, 0 for none.

    >>> class_table(".!", ":")[[ord("!"), ord(":"), ord("a")]].tolist()
    [1, 2, 0]
    """
    table = np.zeros(0x10000, np.uint8)
    for number, group in enumerate(groups):
        for char in group:
            table[ord(char)] = number + 1
    return table
