"""What is shown of a question: the sentence with the change marked, the reason, the place, what is alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from vntextclean.named_tuple import NamedTuple
from vntextclean.positions import Positions
from vntextclean.render.marks import pieces
from vntextclean.render.visible import clipped, visible
from vntextclean.review.questions import Item, Page, Question, reasons
from vntextclean.review.session import Session
from vntextclean.wording import counted, told

#: Characters of a sentence that are shown on each side of a change: three lines of a terminal.
REACH = 240
#: Lines of a block, and examples of a question about many changes, that are shown.
SHOWN = 14
EXAMPLES = 6
#: Words on each side of an example.
BESIDE = 24

Style: TypeAlias = Literal["plain", "gone", "come", "note"]

_SENTENCE_END = re.compile(r"""[.!?…]["”’)\]]*\s+""")


class Piece(NamedTuple):
    """A stretch of text and how it is shown. No control character of the page is in it."""

    text: str
    style: Style = "plain"


class Card(NamedTuple):
    """One question as it is shown: where it is, the lines to read, why, and what else there is to say."""

    title: str
    lines: tuple[tuple[Piece, ...], ...]
    reason: str
    notes: tuple[str, ...]


def card(session: Session, lang: str = "en") -> Card | None:
    """What to show of the current question; None if there is none."""
    question = session.current
    if question is None:
        return None
    page = session.pages[question.items[0].page]
    many = len(question.items) > 1 or question.kind == "furniture"
    lines = tuple(_many(page, question)) if many else (tuple(_sentence(page, question.items[0])),)
    return Card(_title(page, question, lang), lines, _reason(page, question), tuple(_notes(session, question, lang)))


def _title(page: Page, question: Question, lang: str) -> str:
    first = question.items[0]
    document = page.documents[first.document][0]
    at = Positions(page.source(first)).position(page.change(first).start)
    where = f"{at.line + document.line}:{at.column + 1}"
    count = len(_lines(page, question)) if question.kind == "furniture" else len(question.items)
    told_ = {
        "word": told("word", lang),
        "suggestion": told("suggestion: not made unless you accept it", lang),
        "furniture": counted(count, "{count} line leaves the page", "{count} lines leave the page", lang),
        "spaces": counted(count, "{count} space", "{count} spaces", lang),
        "form": counted(count, "{count} word stored in another form", "{count} words stored in another form", lang),
        "reading": counted(count, "{count} word read", "{count} words read", lang),
    }[question.kind]
    return told("line {where} · {kind}", lang, where=where, kind=told_)


def _reason(page: Page, question: Question) -> str:
    """The reasons, the frequent ones first, with the rule and how sure it is where one change is asked about."""
    found = reasons(page, question)
    if len(question.items) == 1:
        change = page.change(question.items[0])
        sure = int(change.confidence * 100) / 100  # 0.998 is not 1.00
        return visible(f"{found[0][0]}  —  {', '.join(change.rules)} {sure:.2f}")
    said = [f"{reason} ×{count}" if count > 1 else reason for reason, count in found[:EXAMPLES]]
    return visible("; ".join([*said, *(["…"] if len(found) > EXAMPLES else [])]))


def _notes(session: Session, question: Question, lang: str) -> Iterator[str]:
    decided = [made for item in question.items if (made := session.verdict(item))]
    if decided:
        verdicts = dict.fromkeys(made.verdict for made in decided)
        said = ", ".join(told(one, lang) for one in verdicts)
        yield told("decided: {said}", lang, said=said + (f" ({visible(decided[0].text)})" if decided[0].text else ""))
    alike = session.places_alike()
    if alike > 1:
        yield told("{count} places alike (a: all of them)", lang, count=alike)
    if len(question.items) > 1:
        yield told("f: one by one", lang)


def _sentence(page: Page, item: Item) -> Iterator[Piece]:
    """The change in its sentence."""
    change, source = page.change(item), page.source(item)
    begin = max(source.rfind("\n", 0, change.start) + 1, change.start - REACH)
    head = source[begin : change.start]
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    if ends:
        head = head[ends[-1] :]
    elif begin and source[begin - 1] != "\n":
        head = "… " + head[head.find(" ") + 1 :]
    end = source.find("\n", change.end)
    end = min(len(source) if end < 0 else end, change.end + REACH)
    tail = source[change.end : end]
    found = _SENTENCE_END.search(tail)
    if found:
        tail = tail[: found.end()].rstrip()
    elif end < len(source) and source[end] != "\n":
        tail = tail[: tail.rfind(" ")] + " …"
    yield Piece(visible(head))
    yield from _marked(change.before, change.after)
    yield Piece(visible(tail))


def _marked(before: str, after: str) -> Iterator[Piece]:
    """A change with its letters marked; of white space every character is drawn."""
    if len(before) + len(after) > 4 * REACH:
        before, after = clipped(before, REACH), clipped(after, REACH)
    for text, kind in pieces(before, after):
        spaces = not text.strip()
        if kind == "same":
            yield Piece(visible(text))
        elif kind == "note":
            yield Piece(f" ‹{text}›", "note")
        elif kind == "gone":
            yield Piece(visible(text, spaces), "gone")
        else:
            yield Piece(text if not text.strip(" ") else visible(text, spaces), "come")  # the screen draws a space


def _many(page: Page, question: Question) -> Iterator[tuple[Piece, ...]]:
    """The lines of a block, or some changes of many with a few words around."""
    if question.kind == "furniture":
        lines = _lines(page, question)
        for line in lines[:SHOWN]:
            yield (Piece(clipped(visible(line), 2 * BESIDE + 60), "gone"),)
        if len(lines) > SHOWN:
            yield (Piece(f"… +{len(lines) - SHOWN}", "note"),)
        return
    for item in question.items[:EXAMPLES]:
        change, source = page.change(item), page.source(item)
        head = source[max(0, change.start - BESIDE) : change.start].rpartition("\n")[2]
        tail = source[change.end : change.end + BESIDE].partition("\n")[0]
        yield (Piece("… " + visible(head)), *_marked(change.before, change.after), Piece(visible(tail) + " …"))
    if len(question.items) > EXAMPLES:
        yield (Piece(f"… +{len(question.items) - EXAMPLES}", "note"),)


def _lines(page: Page, question: Question) -> list[str]:
    """The lines that leave the page, without those that are blank."""
    return [line.strip() for item in question.items for line in page.change(item).before.split("\n") if line.strip()]
