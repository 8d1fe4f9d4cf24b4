"""What an editor shows of a result: problems, the reasons at a place, and the edits that solve them.

The questions are those of ``review``, so that both faces say the same of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.lsp.places import Places, Span
from vntextclean.named_tuple import NamedTuple
from vntextclean.render.visible import clipped, visible
from vntextclean.review.questions import Item, Page, Question, questions, reasons, word_of
from vntextclean.streams.documents import Document
from vntextclean.wording import counted, told

#: A change is a warning, white space and the form of letters information, furniture and suggestions are hints.
Severity: TypeAlias = Literal["warning", "information", "hint"]
#: Characters of a text that a message shows.
SHOWN = 80


class TextEdit(NamedTuple):
    """Put a text in the place of a range."""

    span: Span
    text: str


class Problem(NamedTuple):
    """What is shown at a place; ``unnecessary`` text is drawn faint."""

    span: Span
    severity: Severity
    message: str
    rule: str
    unnecessary: bool
    changes: tuple[Change, ...]
    word: str


class Action(NamedTuple):
    """What an editor offers at a place: edits, or a word to keep."""

    title: str
    kind: str
    edits: tuple[TextEdit, ...] = ()
    problem: Problem | None = None
    word: str = ""


def problems(cleaned: Cleaned, places: Places, lang: str) -> list[Problem]:
    """The problems of a document, in the order of its text; many of a kind that touch no word are one."""
    page = Page("", ((Document(cleaned.source), cleaned),))
    found = [one for question in questions([page]) for one in _of(page, question, places, lang)]
    return sorted(found, key=lambda problem: problem.span)


def _of(page: Page, question: Question, places: Places, lang: str) -> Iterator[Problem]:
    changes = [page.change(item) for item in question.items]
    if question.kind in ("word", "suggestion", "spaces"):
        for item, change in zip(question.items, changes, strict=True):
            yield _single(page, item, change, question.kind, places, lang)
        return
    first, count = changes[0], len(changes)
    why = "; ".join(reason for reason, _ in reasons(page, question)[:3])
    rule = question.rule or first.rules[0]
    if question.kind == "furniture":
        said = counted(count, "{count} line leaves the page", "{count} lines leave the page", lang)
        block = _trimmed(page.source(question.items[0]), first.start, max(change.end for change in changes))
        yield Problem(places.span(*block), "hint", f"{said}: {why}", rule, True, tuple(changes), "")
        return
    if question.kind == "form":
        said = counted(count, "{count} word stored in another form", "{count} words stored in another form", lang)
    else:
        said = counted(count, "{count} word read", "{count} words read", lang)
    span = places.span(first.start, first.end)
    severity: Severity = "information" if question.kind == "form" else "warning"
    yield Problem(span, severity, f"{said}: {why}", rule, False, tuple(changes), "")


def _single(page: Page, item: Item, change: Change, kind: str, places: Places, lang: str) -> Problem:
    word = "" if kind == "spaces" else word_of(page, item)
    severity: Severity = "warning" if kind == "word" else "hint" if kind == "suggestion" else "information"
    return Problem(
        places.span(change.start, change.end),
        severity,
        said_of(change, lang, offered=item.offered),
        change.rules[0],
        False,
        (change,),
        word,
    )


def said_of(change: Change, lang: str, offered: bool = False) -> str:
    """A change in a line: what becomes of what, and why."""
    what = f"{_quoted(change.before)} → {_quoted(change.after)}" if change.after else told("remove", lang)
    return f"{told('suggestion', lang) + ': ' if offered else ''}{what}: {visible('; '.join(change.reasons))}"


def _quoted(text: str) -> str:
    return f"“{clipped(visible(text, not text.strip()), SHOWN)}”"


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def edits(changes: Iterable[Change], places: Places) -> tuple[TextEdit, ...]:
    """The changes as an editor makes them."""
    return tuple(TextEdit(places.span(change.start, change.end), change.after) for change in changes)


def actions(here: Iterable[Problem], cleaned: Cleaned, places: Places, lang: str) -> Iterator[Action]:
    """What is offered for some problems: this change, all of its rule, and to keep the word."""
    rules: dict[str, None] = {}
    words: dict[str, None] = {}
    for problem in here:
        yield Action(_title(problem, lang), "quickfix", edits(problem.changes, places), problem)
        if not set(problem.changes) <= set(cleaned.suggestions):
            rules[problem.rule] = None
        if problem.word:
            words[problem.word] = None
    for rule in rules:
        same = [change for change in cleaned.changes if rule in change.rules]
        if len(same) > 1:
            title = told("all {count} changes of {rule}", lang, count=len(same), rule=rule)
            yield Action(title, "quickfix", edits(same, places))
    for word in words:
        yield Action(told("keep “{word}” from now on", lang, word=visible(word)), "quickfix", word=word)


def _title(problem: Problem, lang: str) -> str:
    if len(problem.changes) > 1:
        return clipped(problem.message, SHOWN)
    change = problem.changes[0]
    if not change.after:
        return told("remove {before}", lang, before=_quoted(change.before))
    return told("change {before} to {after}", lang, before=_quoted(change.before), after=_quoted(change.after))
