"""Program code on a page: lines of it, and the blocks it stands in, which are content as a whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vntextclean.patterns import late

Bools = NDArray[np.bool_]

#: A line of code that is longer than four characters has one of these, or begins with a word of a programming language.
_MARKS = late(r"[{}\[\]();=<>$/\"'&|@#*]|::")
_WORDS = (
    "import ", "from ", "def ", "class ", "function", "var ", "const ", "let ", "return", "public ", "private ",
    "sudo ", "npm ", "pip ", "git ", "cd ", "SELECT ",
)  # fmt: skip

#: What lines of programs and of commands have, and hardly any line of a menu has.
_CODE = late(
    r"^\s*(?:import [\w{*]|from \w+ import|def \w+\(|class \w+\b.*[:{]|function\b|var \w|const \w|let \w+ ?="
    r"|return\b.*;"
    r"|public |private |#include|sudo |npm |pip |git \w|cd [\w./~]|\$ ?\w|<\?php|</?[a-z]+[\s>/]|//|/\*|@\w+\(|SELECT )"
    r"|[{};]\s*$|^\s*[\]\[{}()]+[,;]?\s*$|=>|->|::|==|&&|\w\(\)|\w+\([^()\s]*\);|^\s*[\w.$]+ ?= ?\S+;?$"
    r"|^\"[^\"\n]*\":|^['\"][\w./:*\-]+['\"],?$|^[.,:;=({\[)}\]'\"+*/<>!&|?$]{1,4}$"
)

#: A block of code: so many lines of code among any so many lines on end.
WITHIN, LEAST = 9, 4


def code_lines(texts: list[str]) -> Bools:
    """Which lines look like code.

    >>> code_lines(["var x = 3;", "Trang chủ", "});", "sudo apt update"]).tolist()
    [True, False, True, True]
    """
    may_be = [bool(text) and (len(text) < 5 or text.startswith(_WORDS) or bool(_MARKS.search(text))) for text in texts]
    return np.array([may and bool(_CODE.search(text)) for may, text in zip(may_be, texts, strict=True)], bool)


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
