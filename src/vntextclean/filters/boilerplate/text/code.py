"""Program code on a page: lines of it, and the blocks it stands in, which are content as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.text.char_classes import CODE_SIGN, LOOKS_SIGN, SPACE, class_table, kinds_of
from vntextclean.filters.boilerplate.text.first_words import PROGRAM
from vntextclean.patterns import late

Bools = NDArray[np.bool_]

#: A line of code of so many characters and more has one of these, or begins with a word of a programming language.
SHORTEST = 5
_MARKS = late(r"[{}\[\]();=<>$/\"'&|@#*]|::")
WORDS = (
    "import ", "from ", "def ", "class ", "function", "var ", "const ", "let ", "return", "public ", "private ",
    "sudo ", "npm ", "pip ", "git ", "cd ", "SELECT ",
)  # fmt: skip

#: What lines of programs and of commands have, and hardly any line of a menu has: how they begin, behind blanks, ...
_BEGINS = late(
    r"import [\w{*]|from \w+ import|def \w+\(|class \w+\b.*[:{]|function\b|var \w|const \w|let \w+ ?="
    r"|return\b.*;"
    r"|public |private |#include|sudo |npm |pip |git \w|cd [\w./~]|\$ ?\w|<\?php|</?[a-z]+[\s>/]|//|/\*|@\w+\(|SELECT "
    r"|[\]\[{}()]+[,;]?\s*$"
)
_FIRST = frozenset("ifdcvlrpsngS#$</@[]{}()")
#: ... how they set a value or call what has a name, ...
_ASSIGNS = late(r"[\w.$]+ ?= ?\S+;?$")
_CALLS = late(r"\w\(\)|\w+\([^()\s]*\);")
#: ... and a name or value in quotes, or a few marks, alone on a line.
_ALONE = late(r"\"[^\"\n]*\":|['\"][\w./:*\-]+['\"],?$|[.,:;=({\[)}\]'\"+*/<>!&|?$]{1,4}$")
_ALONE_FIRST = frozenset(".,:;=({[)}]'\"+*/<>!&|?$")
_LAST = frozenset("{};")
#: A line that begins with none of these signs and words and holds no ``LOOKS_SIGN`` does not look like code.
FIRST = "".join(sorted(char for char in _FIRST | _ALONE_FIRST if not char.isalpha()))
#: A block of code: so many lines of code among any so many lines on end.
WITHIN, LEAST = 9, 4


def may_be_code(
    sizes: NDArray[np.int64], first: NDArray[np.uint32], signs: NDArray[np.uint32], opens: NDArray[np.uint32]
) -> NDArray[np.int64]:
    """The lines that may look like code, and have a mark of it, begin as its words do, or are too short for either.

    They are told by their sizes, first characters, signs (``char_classes.py``) and what they open (``first_words.py``).
    """
    signs = signs | _signs_of_first()[first]
    looks = (signs & np.uint32(LOOKS_SIGN)) | (opens & np.uint32(PROGRAM))
    may_be: Bools = (signs & np.uint32(CODE_SIGN) > 0) | (sizes < SHORTEST)
    found: NDArray[np.int64] = (may_be & (looks > 0)).nonzero()[0]
    return found


@cache
def _signs_of_first() -> NDArray[np.uint32]:
    """The signs of a line by its first character: whether it begins as a word of code, and as what looks like code."""
    begins = class_table("".join({word[0] for word in WORDS})) > 0
    looks = (class_table(FIRST) > 0) | (kinds_of(np.arange(0x10000, dtype=np.uint32)) == SPACE)
    signs: NDArray[np.uint32] = begins * np.uint32(CODE_SIGN) | looks * np.uint32(LOOKS_SIGN)
    return signs


def code_lines(texts: list[str], may_be: Iterable[int] | None = None) -> Bools:
    """Which lines look like code; ``may_be`` are those that have a mark of it, by default all.

    >>> code_lines(["var x = 3;", "Trang chủ", "});", "sudo apt update"]).tolist()
    [True, False, True, True]
    """
    out = np.zeros(len(texts), bool)
    asked = range(len(texts)) if may_be is None else may_be
    out[[index for index in asked if _is_code(texts[index])]] = True
    return out


def _is_code(text: str) -> bool:
    # Each pattern is tried where a line begins, or where it holds what the pattern needs: a search for all of them at
    # each place of each line took a quarter of the time in which a page was read.
    line = text.lstrip()
    looks = (
        (line[:1] in _FIRST and _BEGINS.match(line) is not None)
        or line.rstrip()[-1:] in _LAST
        or "->" in text
        or "::" in text
        or "&&" in text
        or ("=" in text and ("==" in text or "=>" in text or _ASSIGNS.match(line) is not None))
        or (("()" in text or ");" in text) and _CALLS.search(text) is not None)
        or (text[:1] in _ALONE_FIRST and _ALONE.match(text) is not None)
    )
    return looks and (len(text) < SHORTEST or text.startswith(WORDS) or bool(_MARKS.search(text)))


def code_blocks(code: Bools) -> Bools:
    """Which lines stand in a block of code, given which look like code by themselves.

    >>> code_blocks(np.array([1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0], bool)).astype(int).tolist()
    [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0]
    """
    size = len(code)
    total = np.concatenate(([0], np.cumsum(code)))
    where = np.arange(size)
    out = np.zeros(size, bool)
    for at in where[code].tolist():
        end = min(at + WITHIN, size)
        if total[end] - total[at] >= LEAST:
            inside = where[at:end][code[at:end]]
            out[at : int(inside[-1]) + 1] = True
    return out
