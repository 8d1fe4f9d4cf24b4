"""An open document: its text, what is known of its changes, and what was edited since they were found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.lsp.places import Encoding, Places, Span
from vntextclean.pipeline import Pipeline

#: Characters before and behind what was edited that are read with it: words are judged by those around them.
AROUND = 2000
#: Documents up to this many characters are cleaned as a whole after each edit: 12 000 characters take 50 ms
#: (`python -m benchmarks.lsp`). So much edited text is cleaned at once in a longer one; more waits for the whole.
SHORT = 12_000


class Document:
    """One open document and its last result, which moves with the edits; for one thread.

    ``known`` says whether there was a result of the whole at any time, and ``exact`` whether it is of the present text.
    After an edit of a long document it is not, until :meth:`settle` is given that of the whole: :meth:`near` cleans
    only the lines that were edited.
    """

    def __init__(self, uri: str, text: str, version: int, form: str | None, encoding: Encoding) -> None:
        self.uri = uri
        self.text = text
        self.version = version
        self.form = form
        self.exact = False
        self.known = False
        self._encoding = encoding
        self._changes: list[Change] = []
        self._suggestions: list[Change] = []
        self._edited: list[tuple[int, int]] = []

    @cached_property
    def places(self) -> Places:
        """The lines of the present text."""
        return Places(self.text, self._encoding)

    @cached_property
    def cleaned(self) -> Cleaned:
        """The last result, in the places of the present text."""
        text = apply(self.text, (change[:3] for change in self._changes))
        return Cleaned(self.text, text, tuple(self._changes), tuple(self._suggestions))

    @property
    def short(self) -> bool:
        """Whether cleaning all of it is quick."""
        return len(self.text) <= SHORT

    def replace(self, text: str) -> None:
        """The editor sends the whole text anew."""
        self._changes, self._suggestions, self._edited = [], [], []
        self.known = False
        self._renew(text)

    def edit(self, span: Span, new: str) -> None:
        """Put ``new`` in the place of a range; the changes around it move, and those that it touches go."""
        start, end = sorted((self.places.offset(span.start), self.places.offset(span.end)))
        shift = len(new) - (end - start)
        self._changes = _moved(self._changes, start, end, shift)
        self._suggestions = _moved(self._suggestions, start, end, shift)
        moved = [(a if a <= start else max(start, a + shift), b + shift if b >= end else min(b, start))
                 for a, b in self._edited]  # fmt: skip
        self._edited = [*moved, (start, start + len(new))]
        self._renew(self.text[:start] + new + self.text[end:])

    def near(self, pipeline: Pipeline) -> None:
        """Clean the lines that were edited, with the text around them, and keep the result of all others.

        Nothing is done in a structured document, nor where more than :data:`SHORT` characters would be read.
        """
        stretches = _united([self._lines(start, end) for start, end in self._edited])
        self._edited = []
        if self.form != "text" or sum(end - start for start, end in stretches) > SHORT:
            return
        for start, end in stretches:
            low = self._lines(max(0, start - AROUND), start)[0]
            high = self._lines(end, min(len(self.text), end + AROUND))[1]
            if high - low > 2 * SHORT:  # of very long lines
                continue
            found = pipeline.run(self.text[low:high])
            self._changes = _instead(self._changes, found.changes, start, end, low)
            self._suggestions = _instead(self._suggestions, found.suggestions, start, end, low)
        self.__dict__.pop("cleaned", None)

    def settle(self, cleaned: Cleaned) -> bool:
        """Take the result of the whole document; False if it is of another text by now."""
        if cleaned.source != self.text:
            return False
        self._changes, self._suggestions = list(cleaned.changes), list(cleaned.suggestions)
        self._edited = []
        self.exact = self.known = True
        self.__dict__["cleaned"] = cleaned
        return True

    def _renew(self, text: str) -> None:
        self.text = text
        self.exact = False
        for name in ("places", "cleaned"):
            self.__dict__.pop(name, None)

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) and the rest of its lines."""
        close = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if close < 0 else close


def _moved(changes: Iterable[Change], start: int, end: int, shift: int) -> list[Change]:
    kept = []
    for change in changes:
        if change.end < start:
            kept.append(change)
        elif change.start > end:
            kept.append(change._replace(start=change.start + shift, end=change.end + shift))
    return kept


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _instead(old: list[Change], new: Iterable[Change], start: int, end: int, shift: int) -> list[Change]:
    """The changes with those of [start, end) replaced; ``new`` ones are counted from ``shift``."""
    placed = (change._replace(start=change.start + shift, end=change.end + shift) for change in new)
    inside = [change for change in placed if start <= change.start and change.end <= end]
    return [
        *(change for change in old if change.end < start or (change.end == start and change.start < start)),
        *inside,
        *(change for change in old if change.start > end or (change.start == end and change.end > end)),
    ]
