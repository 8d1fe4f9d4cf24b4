"""A document as paragraphs of HTML with its insertions and deletions; everything of the page is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal, TypeAlias

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple
from vntextclean.render.marks import pieces
from vntextclean.render.rows import kind_of
from vntextclean.render.tally import tally
from vntextclean.render.visible import visible
from vntextclean.review.questions import removed_lines
from vntextclean.wording import counted

#: How a change is shown: a word, a suggestion (offered), white space, or a line of furniture.
Kind: TypeAlias = Literal["word", "offer", "space", "line"]
#: Of a longer stretch that goes or comes only the beginning is shown.
LONGEST = 400

_TAGS = {"gone": "del", "come": "ins", "note": "i"}


class Mark(NamedTuple):
    """A change or suggestion of a document with its kind and, for a line of furniture, the number of its block."""

    change: Change
    kind: Kind
    block: int = -1


def marks(cleaned: Cleaned) -> list[Mark]:
    """The changes and suggestions of a document in order of the source."""
    runs, blank = removed_lines(cleaned)
    block = {index: number for number, run in enumerate(runs) for index in run}
    found = [
        Mark(change, _kind(cleaned, change, index in blank, index in block), block.get(index, -1))
        for index, change in enumerate(cleaned.changes)
    ]
    found += [Mark(change, "offer") for change in cleaned.suggestions]
    return sorted(found, key=lambda mark: (mark.change.start, mark.change.end, mark.kind == "offer"))


def _kind(cleaned: Cleaned, change: Change, blank: bool, in_block: bool) -> Kind:
    if in_block:
        return "line"
    if blank or kind_of(cleaned.source, change) in ("spaces", "unseen"):
        return "space"
    return "word"


def paragraphs(source: str, found: Sequence[Mark], first: int, lang: str) -> Iterator[str]:
    """The paragraphs of a document, one for each of its lines; blocks of furniture are folded.

    ``first`` is the number of the first mark on the page, and numbers go on from it.
    """
    line: list[str] = []
    at = 0
    index = 0
    while index < len(found):
        mark = found[index]
        if mark.change.start > at:
            yield from _closed(line, source[at : mark.change.start])
            at = mark.change.start
        if mark.block >= 0:
            if line:
                yield _paragraph(line)
            end = index
            while end < len(found) and found[end].block == mark.block:
                end += 1
            yield from _block(found[index:end], first + index, lang)
            at = max(at, *(one.change.end for one in found[index:end]))
            index = end
            continue
        line.append(_marked(mark, first + index, source[max(at, mark.change.start) : mark.change.end]))
        at = max(at, mark.change.end)
        if mark.change.before.endswith("\n") and not mark.change.after and mark.kind != "offer":
            yield _paragraph(line)
        index += 1
    yield from _closed(line, source[at:])
    if line:
        yield _paragraph(line)


def _closed(line: list[str], text: str) -> Iterator[str]:
    """Text without changes: every line end in it closes a paragraph."""
    parts = text.split("\n")
    for part in parts[:-1]:
        if part:
            line.append(_text(part))
        if line:
            yield _paragraph(line)
    if parts[-1]:
        line.append(_text(parts[-1]))


def _paragraph(line: list[str]) -> str:
    made = f"<p>{''.join(line)}</p>\n"
    line.clear()
    return made


def _text(text: str) -> str:
    return escape(visible(text), quote=False)


def _block(found: Sequence[Mark], first: int, lang: str) -> Iterator[str]:
    """Lines that leave the page together."""
    lines = [text.strip() for one in found for text in one.change.before.split("\n") if text.strip()]
    said = counted(len(lines), "{count} line removed", "{count} lines removed", lang)
    begin = _text(" ¦ ".join(text[:40] for text in lines[:3]))
    yield f'<details class="block"><summary><b>− {said}</b> <span>{begin}</span></summary>\n'
    for number, mark in enumerate(found, first):
        yield f"<p>{_marked(mark, number, mark.change.before)}</p>\n"
    yield "</details>\n"


def _marked(mark: Mark, number: int, unseen: str) -> str:
    """One change: what stays of it, goes and comes; of a suggestion the text that no change before it has shown."""
    before, after = _short(mark.change.before), _short(mark.change.after)
    if mark.kind == "offer":
        before = _short(unseen)
        shown = f"<del>{_text(before)}</del>" if before else ""
        shown += f"<ins>{_text(after)}</ins>"
    elif mark.kind == "line":
        shown = f"<del>{_text(before.strip(chr(10)))}</del>" + (f"<ins>{_text(after)}</ins>" if after.strip() else "")
    else:
        shown = "".join(_piece(text, kind, mark.kind == "space") for text, kind in pieces(before, after))
    return f'<span class="c {mark.kind}" data-i="{number}" tabindex="-1">{shown}</span>'


def _piece(text: str, kind: str, spaces: bool) -> str:
    if kind == "same":
        return _text(text)
    if kind == "note":
        return f"<i>‹{_text(text)}›</i>"
    tag = _TAGS[kind]
    if text.isspace() or spaces:  # the sign is drawn by the style sheet, so that a filter can leave the space alone
        sign = "▮" if kind == "come" and text == " " else escape(visible(text, spaces=True))
        return f'<{tag} class="sp" data-d="{sign}">{" " if text.isspace() else ""}</{tag}>'
    return f"<{tag}>{_text(text)}</{tag}>"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def heading(name: str, cleaned: Cleaned, lang: str) -> str:
    """The title of a document with how much is changed and suggested."""
    return f"<h2>{escape(visible(name))} <small>{tally(cleaned, lang)}</small></h2>\n"
