"""Settings in YAML, which stay as they are: keys of programs with others below them, further in.

A page that shows a file of settings loses the marks of code around it, and the lines are read as prose: ``ten: ngô``
became ``tên: ngô``, and two blanks of a value became one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vntextclean.patterns import late

_KEY = r"(?:- )?[a-z_][A-Za-z0-9_.-]*:"
#: So many lines further in that are no keys end the settings.
BETWEEN = 3
_KEYED = late(rf" *{_KEY}(?: |$)")
#: A key alone on its line, and one with a value or alone right below it, further in.
_NESTED = late(rf"(?m)^(?P<in> *){_KEY}\n(?P=in) +{_KEY}(?: \S|$)")
#: The end of such a line, and the beginning of the next one.
_OPENS = ":\n "


def nested_keys(text: str) -> list[tuple[int, int]]:
    """The stretches of lines that are settings in YAML.

    A key is one word without marks that begins small. One key alone proves nothing ("gom:" above a list).

    >>> text = "Tệp mẫu\\nkho:\\n  ten: ngô\\nHết"
    >>> [text[start:end] for start, end in nested_keys(text)]
    ['kho:\\n  ten: ngô\\n']
    >>> nested_keys("gom:\\n  - rau\\nTen: Lan")
    []
    """
    out: list[tuple[int, int]] = []
    for found in _nested(text):
        start, end = found.start(), found.end()
        if out and start < out[-1][1]:
            continue
        inside = len(found["in"])
        while start and _KEYED.match(text, above := text.rfind("\n", 0, start - 1) + 1, start - 1):
            start = above
        end = at = _line_end(text, end)
        others = 0  # lines between two keys that are neither, as a value over several lines has them
        while at < len(text) and others < BETWEEN:
            below = _line_end(text, at)
            line = text[at:below].rstrip("\n")
            key = _KEYED.match(line) or line.lstrip(" ").startswith("- ")
            if not key and line.strip() and len(line) - len(line.lstrip(" ")) <= inside:
                break
            others = 0 if key else others + 1
            at, end = below, below if key else end
        out.append((start, end))
    return out


def _nested(text: str) -> Iterator[re.Match[str]]:
    """The keys alone on their lines with one below; a search at every line took three times as long."""
    done, at = 0, text.find(_OPENS)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if start >= done and (found := _NESTED.match(text, start)):
            yield found
            done = found.end()
        at = text.find(_OPENS, at + 1)


def _line_end(text: str, at: int) -> int:
    """Where the line below begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
