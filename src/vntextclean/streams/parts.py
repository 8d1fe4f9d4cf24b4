"""Where a text that is too long for one document is cut."""

from __future__ import annotations

from collections.abc import Iterator

#: A plain text of more code points is cleaned in parts, some 200 pages of print each. What filters know of a text takes
#: up to 90 bytes for each byte of it: 5 MB of pages took 747 MB in parts of 4 million code points.
PART = 1 << 19


def cut(text: str) -> int:
    r"""Where a text of more than :data:`PART` code points is cut; 0 if it has no line end there or behind.

    That is behind the last blank line in the second half of a part, else behind its last line, else behind the line
    that is longer than a part.
    """
    blank = max(text.rfind("\n\n", PART // 2, PART) + 2, text.rfind("\n\r\n", PART // 2, PART) + 3)
    return blank if blank > 2 else text.rfind("\n", 0, PART) + 1 or text.find("\n", PART) + 1


def pieces(text: str) -> Iterator[tuple[str, str]]:
    r"""The parts of a text in order, each with the line ends behind it, which stay as they are.

    A text of :data:`PART` code points at most is one part, and all of it is cleaned.

    >>> [*pieces("một\nhai\n")]
    [('một\nhai\n', '')]
    """
    while len(text) > PART and 0 < (at := cut(text)) < len(text):
        body = text[:at].rstrip("\r\n")
        yield body, text[len(body) : at]
        text = text[at:]
    yield text, ""
