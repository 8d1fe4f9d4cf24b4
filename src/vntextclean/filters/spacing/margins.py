"""The margin of a page whose layout was kept: where the indent of its prose goes, that of all other lines goes too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

#: A line that begins with so many spaces and no other blank, up to its first character. Fewer are no margin.
_INDENTED = late(r"^ {4,}(?=\S)", re.MULTILINE)
#: So wide is the indent of a paragraph that is a margin. One of four is that of a first line or of an entry of a list.
_WIDE = 8
#: What a line of a program has. Only lines in ASCII are asked, and none with an address, which has such signs as well.
#: ``meant_gaps.is_code`` takes any line of figures or of foreign words for code, and a page has many of these.
_CODE = late(
    r"[{}=\\_]|[\w\])]\(|;\Z|^\"[\w-]+\" ?:"
    r"|^(?:def|class|return|import|from|for|if|elif|else|while|try|except|raise|var|let|const|public|private|function)\b"
    r"|^(?://|/\*|\*/|#include|</?\w)"
)
#: Columns: what would be narrowed where a line is not indented.
_GAP = late(r"\S(?:  +|\t)\S")
_ADDRESSES = ("://", "@", "www.")
#: A sentence may go on behind a line of so many characters, ...
_LONG = 62
#: ... but not behind one of these signs.
_ENDS = ".:;!?…{("
#: What stands behind the letter that an entry of a list begins with.
_BEHIND_A_LETTER = (")", ".", "/")
#: A region is code where one of so many lines is.
_LINES_OF_CODE = 10


class _Line(NamedTuple):
    number: int
    start: int
    width: int
    is_prose: bool
    is_code: bool
    has_gaps: bool
    hangs: bool
    #: Lines of one region have no line of less indent between them; those of one block have no blank line either.
    region: int
    block: int


def margins(text: str, loses_indent: Callable[[int, int], bool]) -> dict[int, int]:
    """How many spaces go at the beginning of each line that is indented by four and more, by the line's offset.

    Extractors that keep a layout (inscriptis, lynx, w3m) put 30 spaces before each line of an article. Those of its
    paragraphs went by themselves, and its headings and lists stood far to the right: 69 of 560 pages. What is indented
    further than the paragraph next to it stays so. Lines of code and tables keep their indents (the gaps of a line are
    told to be columns by the indent before it), and so do the entries of a list below their line.

    ``loses_indent`` tells whether the blanks [start, end) at the beginning of a line go for themselves.

    >>> text = "        Điều 1\\n\\n        Chợ quê họp từ sáng sớm.\\n          - rau\\n\\nMục lục\\n        hết\\n"
    >>> margins(text, lambda start, end: text.startswith("Chợ", end))
    {0: 8, 16: 8, 49: 8, 74: 0}
    """
    gone: dict[int, int] = {}
    if not text.startswith("    ") and "\n    " not in text:
        return gone
    for _, lines in groupby(_lines(text, loses_indent), attrgetter("region")):
        region = list(lines)
        prose = [line for line in region if line.is_prose]
        gone.update((line.start, line.width * line.is_prose) for line in region)
        if prose and not region[0].hangs and _LINES_OF_CODE * sum(line.is_code for line in region) < len(region):
            gone.update(_of_region(region, prose))
    return gone


def _lines(text: str, loses_indent: Callable[[int, int], bool]) -> Iterator[_Line]:
    region = block = end = 0
    for number, found in enumerate(_INDENTED.finditer(text)):
        start, begin = found.span()
        between = text[end:start]
        if not between.isspace():
            region += 1
        if between.strip(" \t") != "\n":
            block += 1
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        line, is_prose = text[begin:end], loses_indent(start, begin)
        gaps = _GAP.search(line) is not None
        hangs = _hangs(between[:-1].rpartition("\n")[2].strip(), line)
        yield _Line(number, start, begin - start, is_prose, _is_code(line), gaps, hangs, region, block)


def _hangs(above: str, line: str) -> bool:
    """Whether a line is an entry of the line of less indent right above it, and does not read on from there.

    Markup that was wrapped by an editor has the first line of a paragraph at the margin and the rest far behind it.
    """
    reads_on = len(above) >= _LONG or (line[0].islower() and line[1:2] not in _BEHIND_A_LETTER)
    return bool(above) and (not reads_on or above[-1] in _ENDS)


def _is_code(line: str) -> bool:
    return line.isascii() and _CODE.search(line) is not None and not any(sign in line for sign in _ADDRESSES)


def _of_region(region: list[_Line], prose: list[_Line]) -> Iterator[tuple[int, int]]:
    """What goes before the other lines of a region: the indent of the nearest prose, or what all of a block have."""
    nearest = 0
    for _, lines in groupby(region, attrgetter("block")):
        block = list(lines)
        at = block[0].number
        while nearest + 1 < len(prose) and abs(prose[nearest + 1].number - at) < abs(prose[nearest].number - at):
            nearest += 1
        others = [line for line in block if not line.is_prose]
        if prose[nearest].width < _WIDE or any(line.has_gaps for line in others):
            continue
        width = min(prose[nearest].width, *(line.width for line in block))
        for line in others:
            # One space that is left is an indent that goes.
            yield line.start, line.width if line.width - width == 1 else width
