"""The XML of a document with its changes: tracked, each with the name of its author, or made outright.

Only runs that a change reaches are written anew, cut in several with the same properties; all else keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vntextclean.edit import Change
from vntextclean.formats.docx.fragments import Fragment, fragments
from vntextclean.formats.docx.parsing import escaped
from vntextclean.formats.docx.pieces import Body, Run, Text
from vntextclean.named_tuple import NamedTuple

#: Whom a word processor names beside each change.
AUTHOR = "vntextclean"


class Stamp(NamedTuple):
    """What marks our changes: when they were made (as xsd:dateTime), numbers that are free, that of the first comment.

    Without a first comment there is none: a word processor takes comments in the body of a document alone.
    """

    date: str
    numbers: Iterator[int]
    first_comment: int | None


def tracked(body: Body, changes: Sequence[Change], stamp: Stamp) -> bytes:
    """A part with each change as w:del and w:ins, and the range and the reference of its comment."""
    return _rewritten(body, changes, _Tracked(body, stamp))


def accepted(body: Body, changes: Sequence[Change]) -> bytes:
    """A part with the changes made, and nothing to tell of them."""
    return _rewritten(body, changes, None)


def _rewritten(body: Body, changes: Sequence[Change], track: _Tracked | None) -> bytes:
    touched: dict[int, list[Fragment]] = {}
    for place, fragment in fragments(body, changes):
        touched.setdefault(place, []).append(fragment)
    runs: dict[int, list[tuple[Text, list[Fragment]]]] = {body.texts[place].run: [] for place in touched}
    for place, text in enumerate(body.texts):
        if text.run in runs:
            runs[text.run].append((text, touched.get(place, [])))
    out: list[bytes] = []
    at = 0
    for index, texts in runs.items():  # in order, as the fragments are
        run = body.runs[index]
        out += body.xml[at : run.start], _run(body, run, texts, track)
        at = run.end
    out.append(body.xml[at:])
    return b"".join(out)


def _run(body: Body, run: Run, texts: list[tuple[Text, list[Fragment]]], track: _Tracked | None) -> bytes:
    """A run as one or more runs."""
    out: list[bytes] = []
    held: list[bytes] = []
    closing = f"</{body.prefix}r>".encode()

    def flush() -> None:
        if b"".join(held).strip():
            out.append(run.head + b"".join(held) + closing)
        held.clear()

    def keep(start: int, end: int) -> None:
        if end > start:
            held.append(_element(body.prefix, "t", body.text[start:end]))

    at = run.content
    for text, touched in texts:
        held.append(body.xml[at : text.start])
        at = text.end
        if not touched:
            held.append(body.xml[text.start : text.end])
        elif track is None:
            held.append(_element(body.prefix, "t", _made(text, touched)))
        else:
            place = text.at
            for fragment in touched:
                keep(place, fragment.start)
                flush()
                out.append(track.change(run, fragment))
                place = fragment.end
            keep(place, text.until)
    held.append(body.xml[at : body.xml.rindex(b"</", at, run.end)])
    flush()
    return b"".join(out)


def _made(text: Text, touched: list[Fragment]) -> str:
    """A piece of text with its changes made."""
    parts: list[str] = []
    at = 0
    for fragment in touched:
        parts += text.shown[at : fragment.start - text.at], fragment.after
        at = fragment.end - text.at
    return "".join((*parts, text.shown[at:]))


def _element(prefix: str, name: str, text: str) -> bytes:
    return f'<{prefix}{name} xml:space="preserve">'.encode() + escaped(text) + f"</{prefix}{name}>".encode()


class _Tracked:
    """Writes changes, and numbers what it writes."""

    def __init__(self, body: Body, stamp: Stamp) -> None:
        self._text, self._prefix = body.text, body.prefix
        self._stamp = stamp
        self._own_id = re.compile(f"(?<=\\s){re.escape(body.prefix)}id\\s*=\\s*(?:\"[^\"]*\"|'[^']*')".encode())

    def change(self, run: Run, fragment: Fragment) -> bytes:
        """A fragment, between runs of the paragraph or of what holds the run."""
        p = self._prefix
        first = self._stamp.first_comment
        out = [] if first is None or not fragment.first else [self._mark("commentRangeStart", first + fragment.number)]
        if fragment.end > fragment.start:
            out.append(self._wrapped("del", run, "delText", self._text[fragment.start : fragment.end]))
        if fragment.after:
            inserted = self._wrapped("ins", run, "t", fragment.after)
            if run.inserted:  # an insertion stands in no other one: that of somebody else ends before it, and goes on
                again = self._own_id.sub(f'{p}id="{self._next()}"'.encode(), run.inserted, count=1)
                inserted = f"</{p}ins>".encode() + inserted + again
            out.append(inserted)
        if first is not None and fragment.last:
            reference = self._mark("commentReference", first + fragment.number)
            out += (
                self._mark("commentRangeEnd", first + fragment.number),
                f"<{p}r>".encode() + reference + f"</{p}r>".encode(),
            )
        return b"".join(out)

    def _wrapped(self, name: str, run: Run, element: str, text: str) -> bytes:
        p = self._prefix
        head = f'<{p}{name} {p}id="{self._next()}" {p}author="{AUTHOR}" {p}date="{self._stamp.date}">'
        return head.encode() + run.head + _element(p, element, text) + f"</{p}r></{p}{name}>".encode()

    def _mark(self, name: str, number: int) -> bytes:
        return f'<{self._prefix}{name} {self._prefix}id="{number}"/>'.encode()

    def _next(self) -> int:
        return next(self._stamp.numbers)
