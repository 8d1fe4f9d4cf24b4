"""Where a text that is too long for one document is cut."""

from __future__ import annotations

from collections.abc import Iterator

#: A plain text of more code points is cleaned in parts, some 100 pages of print each. What filters know of a text takes
#: up to 90 bytes for each byte of it: 5 MB of pages took 747 MB in parts of 4 million code points.
PART = 1 << 18


def cut(text: str, start: int = 0) -> int:
    r"""Where a text of more than :data:`PART` code points from ``start`` on is cut; 0 if no line ends there or behind.

    That is behind the last blank line in the second half of a part, else behind its last line, else behind the line
    that is longer than a part.
    """
    half, end = start + PART // 2, start + PART
    blank = max(text.rfind("\n\n", half, end) + 2, text.rfind("\n\r\n", half, end) + 3)
    return blank if blank > 2 else text.rfind("\n", start, end) + 1 or text.find("\n", end) + 1


def pieces(text: str) -> Iterator[tuple[str, str]]:
    r"""The parts of a text in order, each with the line ends behind it, which stay as they are.

    A text of :data:`PART` code points at most is one part, and all of it is cleaned.

    >>> [*pieces("một\nhai\n")]
    [('một\nhai\n', '')]
    """
    start = 0
    while len(text) - start > PART and 0 < (at := cut(text, start)) < len(text):
        body = text[start:at].rstrip("\r\n")
        yield body, text[start + len(body) : at]
        start = at
    yield text[start:], ""
