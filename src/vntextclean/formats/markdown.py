"""Markdown, as CommonMark and GitHub have it: the sentences are text; all that marks them up is not.

markdown-it-py parses the blocks and says on which lines each stands. It keeps no columns, so the place of each line and
cell is found again in the source; one that is not found is left as it is. After the changes the document is parsed
again, and what altered its structure is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from vntextclean.formats.markdown_inline import Inline
from vntextclean.formats.structure import Part, lasting
from vntextclean.formats.view import Builder, View, lines
from vntextclean.patterns import late

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = late(
    r"\ufeff?(?:(---)[ \t]*\r?\n.*?^(?:---|\.\.\.)|(\+\+\+)[ \t]*\r?\n.*?^\+\+\+)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_CONTAINERS = late(r"[ \t]*(?:(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])[ \t]*)*")

#: Blocks may stand in so many others, and what is inside a sentence in so many: the parser looks for the end of each
#: opening bracket through all that it holds, so a page of them costs as many readings.
_BLOCKS, _NESTED = 100, 20


def markdown(source: str) -> View:
    """The sentences of a Markdown document, a line each; code, HTML blocks, front matter and definitions are left out.

    >>> markdown("# Tin  **mới**\\n\\n    mã  lệnh\\n\\n- xem  [ở đây](a  b) `x  y`\\n").text
    'Tin  mới\\nxem  [ở đây](a  b) ￼'
    """
    made = Builder(source)
    spans = list(lines(source))
    read = _blocks(source)
    inline = Inline(read.md, read.env)
    for offsets, content in _contents(source, spans, read.tokens):
        inline.read(made, content, offsets)
    return made.view(lasting=lasting(_outline))


def _blocks(source: str) -> StateCore:
    """The blocks of a document, and the parser that goes on with what is inside them."""
    parser = MarkdownIt("commonmark", {"maxNesting": _BLOCKS}).enable(["table", "strikethrough"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    read = StateCore(_without_front_matter(source), parser, {})
    parser.core.process(read)
    parser.options["maxNesting"] = _NESTED
    return read


def _without_front_matter(source: str) -> str:
    """The source, its front matter as empty lines: to the parser it would be a heading."""
    found = _FRONT_MATTER.match(source)
    if not found:
        return source
    return "".join(c for c in found[0] if c in "\r\n") + source[found.end() :]


def _contents(source: str, spans: list[tuple[int, int]], tokens: list[Token]) -> Iterator[tuple[Sequence[int], str]]:
    """The inline content of each block, and the place of each of its characters in the source."""
    row: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "inline" and token.map:
            first = token.map[0]
            kind = tokens[index - 1].type
            if kind in ("th_open", "td_open"):
                row.append(token.content)
                continue
            if kind == "heading_open" and tokens[index - 1].markup.startswith("#"):
                found = _heading(source, spans[first], token.content, len(tokens[index - 1].markup))
            else:
                found = _lines(source, spans[first : token.map[1]], token.content)
            if found:
                yield found, token.content
        elif token.type == "tr_close":
            opening = next(t for t in reversed(tokens[:index]) if t.type == "tr_open")
            assert opening.map
            yield from _cells(source, spans[opening.map[0]], row)
            row = []


def _heading(source: str, span: tuple[int, int], content: str, level: int) -> Sequence[int] | None:
    mark = source.find("#" * level, *span)
    at = source.find(content, mark + level, span[1])
    return range(at, at + len(content)) if 0 <= mark < at else None


def _lines(source: str, spans: list[tuple[int, int]], content: str) -> Sequence[int] | None:
    """The places of a paragraph: each line of it ends a line of the source."""
    offsets: list[int] = []
    for (start, end), line in zip(spans, content.split("\n"), strict=False):
        words = line.strip()
        at = start + len(source[start:end].rstrip()) - len(words)
        if at < start or not source.startswith(words, at):
            return None
        before = len(line) - len(line.lstrip()) if words else len(line)
        offsets += [at] * before
        offsets += range(at, at + len(line) - before)
        offsets.append(end)  # the line end
    return offsets[:-1] if len(offsets) == len(content) + 1 else None


def _cells(source: str, span: tuple[int, int], contents: list[str]) -> Iterator[tuple[Sequence[int], str]]:
    """The cells of a row of a table, in which "\\|" stands for a bar; none if the row cannot be told from its frame."""
    start, end = _CONTAINERS.match(source, *span).end(), span[1]  # type: ignore[union-attr]
    cells: list[tuple[Sequence[int], str]] = []
    offsets: list[int] = []
    at = start
    while at <= end:
        if at == end or source[at] == "|":
            cells.append(_trimmed(source, offsets))
            offsets = []
        elif source.startswith("\\|", at):
            offsets.append(at)  # the backslash; the bar has no place of its own
            at += 1
        else:
            offsets.append(at)
        at += 1
    if cells and not cells[0][1]:
        cells.pop(0)
    for content, cell in zip(contents, cells, strict=False):
        if content != cell[1]:
            return
    yield from cells[: len(contents)]


def _trimmed(source: str, offsets: list[int]) -> tuple[Sequence[int], str]:
    text = "".join("|" if source.startswith("\\|", at) else source[at] for at in offsets)
    head, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    return offsets[head:tail], text.strip()


def _outline(source: str) -> list[Part]:
    """The blocks and the inline markup of a document, each with the lines it stands on; text has no part in it."""
    read = _blocks(source)
    read.md.core.ruler.enableOnly(["inline", "text_join"])
    read.md.core.process(read)
    starts = [start for start, _ in lines(source)] + [len(source)]
    parts = [Part(repr(sorted(read.env.get("references", {}).items())), 0, 0)]
    span = (0, 0)
    for token in read.tokens:
        if token.map:
            span = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
        parts.append(Part((*_key(token), tuple(token.map or ())), *span))
        parts += [Part(_key(child), *span) for child in _flat(token.children or [])]
    return parts


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.type == "image":
            yield from _flat(token.children or [])


def _key(token: Token) -> tuple[Hashable, ...]:
    kept = "" if token.type in ("text", "inline", "image") else token.content
    return token.type, token.tag, token.nesting, token.markup, token.info, repr(token.attrs), kept
