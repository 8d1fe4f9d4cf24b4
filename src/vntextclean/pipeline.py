"""The engine: filters in order, each reading what the one before it left, and one list of changes at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean import registry, unmarked
from vntextclean.batches import batches
from vntextclean.changes import apply, propose, rebase, still_open
from vntextclean.cleaned import Cleaned, settle
from vntextclean.edit import Change, Edit
from vntextclean.errors import ConfigError, FilterError
from vntextclean.filter import Filter, Phase
from vntextclean.line_endings import LineEndings
from vntextclean.nearest import did_you_mean
from vntextclean.policy import Policy
from vntextclean.presets import preset
from vntextclean.settings import Settings, SettingsOptions

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from vntextclean.documents import Document

#: Documents are cleaned together until they have so many characters: more no longer pays, and fills the cache.
TOGETHER = 1 << 16


class Pipeline:
    r"""A tuple of filters and a policy; made from settings, and pickled as its settings.

    >>> Pipeline.from_preset("lossless").run("Vie\u0323\u0302t  Nam").text
    'Việt Nam'
    """

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        chosen = preset(settings.preset)
        wanted = settings.filters or chosen.filters
        if settings.tone_style != "keep" and "tone-marks" not in wanted:
            wanted = (*wanted, "tone-marks")
        self.settings = settings
        self.filters: tuple[Filter, ...] = registry.build(wanted, self.settings)
        self.policy = Policy(settings, chosen.ignore)
        self._check_rules()

    @classmethod
    def from_preset(cls, name: str = "web", **options: Unpack[SettingsOptions]) -> Pipeline:
        """The pipeline of a preset, with any field of :class:`Settings` set by name."""
        return cls(Settings(preset=name, **options))

    def __reduce__(self) -> tuple[type[Pipeline], tuple[Settings]]:
        return type(self), (self.settings,)

    def run(self, text: str) -> Cleaned:
        """Clean one document; line ends stay as they are, and changes are in the offsets of ``text``."""
        return self.run_many([text])[0]

    def run_many(self, texts: Sequence[str]) -> list[Cleaned]:
        """Clean several documents, each as it would be alone; small ones cost half as much in company.

        >>> [cleaned.text for cleaned in Pipeline.from_preset("lossless").run_many(["Hà  Nội", "Sơn La"])]
        ['Hà Nội', 'Sơn La']
        """
        return [cleaned for batch in batches(texts, len, TOGETHER) for cleaned in self._batch(batch)]

    def _batch(self, texts: list[str]) -> list[Cleaned]:
        # One character is found to be absent several times as fast as two.
        ends = [LineEndings(text) if "\r" in text and "\r\n" in text else None for text in texts]
        unix = [text if own is None else own.unix for text, own in zip(texts, ends, strict=True)]
        return [
            cleaned if own is None else _with_line_ends(text, cleaned, own)
            for text, cleaned, own in zip(texts, self._run(unix), ends, strict=True)
        ]

    def _run(self, sources: list[str]) -> list[Cleaned]:
        works = [_Work(source) for source in sources]
        for stage in self._stages:
            foresee: Callable[[Sequence[str]], None] | None = getattr(stage[0], "foresee", None)  # filter.Foreseeing
            if foresee is not None and len(works) > 1:
                waiting = [work.text for work in works if not self._is_done(work, stage[0])]
                if len(waiting) > 1:
                    foresee(waiting)
            for work in works:
                for made in stage:
                    if self._is_done(work, made):
                        break
                    self._take(work, made)
        return [work.settled() for work in works]

    @cached_property
    def _stages(self) -> list[list[Filter]]:
        """The filters in runs; a document goes through a whole run, while it is in the cache, before the next does."""
        stages: list[list[Filter]] = []
        for made in self.filters:
            if not stages or hasattr(made, "foresee"):
                stages.append([])
            stages[-1].append(made)
        return stages

    @staticmethod
    def _is_done(work: _Work, made: Filter) -> bool:
        """Whether a document has no marks, and so nothing for the filters from LAYOUT on but a suggestion."""
        if not work.done and made.phase > Phase.CHARACTERS and unmarked.has_no_marks(work.text):
            work.suggestions += unmarked.suggest_restoring(work.changes, work.text)
            work.done = True
        return work.done

    def _take(self, work: _Work, made: Filter) -> None:
        """One filter's edits to one document."""
        text, edits = work.text, list(made.edits(work.text))
        if not edits:
            return
        _check(edits, text, made)
        accepted, doubtful = self.policy.sort(edits, text, made)
        work.suggestions += propose(work.changes, text, doubtful)
        if accepted:
            work.changes, work.text = rebase(work.changes, text, accepted), apply(text, (e[:3] for e in accepted))

    def stream(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Cleaned]]:
        """Clean documents in order, some at a time; who waits for each as it comes calls :meth:`run`."""
        for batch in batches(documents, lambda document: len(document.text), TOGETHER):
            cleaned: Iterable[Cleaned]
            try:
                cleaned = self.run_many([document.text for document in batch])
            except FilterError:  # what stands before the fault comes out as it would alone
                cleaned = (self.run(document.text) for document in batch)
            yield from zip(batch, cleaned, strict=True)

    def _check_rules(self) -> None:
        """Refuse a ``select`` or ``ignore`` that names nothing: a misspelt rule would be a silent no."""
        codes = (*self.settings.select, *self.settings.ignore)
        if not codes:
            return
        known = {rule for made in self.filters for rule in made.rules}
        if unknown := [code for code in codes if not _names_a_rule(code, known)]:
            known = {r for made in registry.build(registry.names(), self.settings) for r in made.rules}
            for code in unknown:
                if not _names_a_rule(code, known):
                    near = did_you_mean(code, [*sorted(known), *registry.names()])
                    raise ConfigError(f"no rule is called {code!r}{near}; `vntextclean rules` lists them all")


class _Work:
    """A document on its way through the filters."""

    def __init__(self, source: str) -> None:
        self.source = self.text = source
        self.changes: list[Change] = []
        self.suggestions: list[Change] = []
        self.done = False

    def settled(self) -> Cleaned:
        """What became of it."""
        settled = settle(self.source, self.changes)
        open_ = settle(self.source, still_open(self.suggestions, settled))
        return Cleaned(self.source, self.text, settled, tuple(open_))


def _with_line_ends(text: str, cleaned: Cleaned, ends: LineEndings) -> Cleaned:
    changes, suggestions = ends.carry(cleaned.changes), ends.carry(cleaned.suggestions)
    if ends.back(ends.unix) != text:  # mixed line ends: what no change touches stays as it is
        return Cleaned(text, apply(text, (c[:3] for c in changes)), changes, suggestions)
    return Cleaned(text, ends.back(cleaned.text), changes, suggestions)


def _names_a_rule(code: str, known: Iterable[str]) -> bool:
    return any(rule == code or rule.startswith(code + ".") for rule in known)


def _check(edits: list[Edit], text: str, made_by: Filter) -> None:
    """Hold a filter to its contract, naming it and quoting the span where it breaks it."""
    at = 0
    last: Edit | None = None
    for edit in edits:
        fault = ""
        if edit.start < at or (last and (edit.start, edit.end) == (last.start, last.end)):
            fault = "edits overlap or are not sorted"
        elif not edit.start <= edit.end <= len(text):
            fault = "an edit lies outside the text"
        elif text[edit.start : edit.end] == edit.replacement:
            fault = "an edit changes nothing"
        elif edit.rule not in made_by.rules:
            fault = f"the rule {edit.rule!r} is not declared"
        if fault:
            around = re.sub(r"\s", " ", text[max(0, edit.start - 20) : edit.end + 20])
            raise FilterError(f"filter {made_by.name!r}: {fault} at {edit.start}–{edit.end}, near {around!r}")
        at, last = edit.end, edit
