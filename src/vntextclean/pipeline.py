"""The engine: filters in order, each reading what the one before it left, and one list of changes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from vntextclean import registry, unmarked
from vntextclean.changes import apply, propose, rebase, still_open
from vntextclean.cleaned import Cleaned, settle
from vntextclean.edit import Change, Edit
from vntextclean.errors import ConfigError, FilterError
from vntextclean.filter import Filter, Phase
from vntextclean.line_endings import LineEndings
from vntextclean.policy import Policy
from vntextclean.presets import preset
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


class Pipeline:
    r"""A tuple of filters and a policy; made from settings, and pickled as its settings.

    Nothing of a text is kept from one call to the next, so one pipeline may be shared by threads.

    >>> Pipeline.from_preset("lossless").run("Vie\u0323\u0302t  Nam").text
    'Việt Nam'
    """

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        chosen = preset(settings.preset)
        wanted = settings.filters or chosen.filters
        if settings.tone_style != "keep" and "tone-marks" not in wanted:
            wanted = (*wanted, "tone-marks")
        self.settings = replace(settings, unit=chosen.unit)
        self.filters: tuple[Filter, ...] = registry.build(wanted, self.settings)
        self.policy = Policy(settings, self.filters, chosen.ignore)
        self._check_rules()

    @classmethod
    def from_preset(cls, name: str = "web", **options: Any) -> Pipeline:
        """The pipeline of a preset, with any field of :class:`Settings` set by name."""
        return cls(Settings(preset=name, **options))

    def __reduce__(self) -> tuple[type[Pipeline], tuple[Settings]]:
        return type(self), (self.settings,)

    def run(self, text: str) -> Cleaned:
        """Clean one document; line ends stay as they are, and changes are in the offsets of ``text``.

        Raises :class:`FilterError` where a filter breaks its contract, :class:`ModelError` where the model cannot be
        opened. A pipeline keeps nothing of a text, so threads may share it.
        """
        # One character is found to be absent several times as fast as two.
        if "\r" in text and "\r\n" in text:
            ends = LineEndings(text)
            return _with_line_ends(text, self._clean(ends.unix), ends)
        return self._clean(text)

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """Clean several documents, each as :meth:`run` does; it raises what :meth:`run` raises.

        >>> [cleaned.text for cleaned in Pipeline.from_preset("lossless").run_many(["Hà  Nội", "Sơn La"])]
        ['Hà Nội', 'Sơn La']
        """
        return [self.run(text) for text in texts]

    def _clean(self, source: str) -> Cleaned:
        state = TextState(source, self.policy.makes)
        changes: list[Change] = []
        suggestions: list[Change] = []
        for made in self.filters:
            # A document without marks has nothing for the filters from LAYOUT on but a suggestion.
            if made.phase > Phase.CHARACTERS and state.once(unmarked.has_no_marks):
                suggestions += unmarked.suggest_restoring(changes, state.text)
                break
            edits = list(made.edits(state))
            if not edits:
                continue
            _check(edits, state.text, made)
            accepted, doubtful = self.policy.sort(edits, state)
            suggestions += propose(changes, state.text, doubtful)
            if accepted:
                changes = rebase(changes, state.text, accepted)
                state = TextState(apply(state.text, (edit[:3] for edit in accepted)), self.policy.makes)
        settled = settle(source, changes)
        return Cleaned(source, state.text, settled, settle(source, still_open(suggestions, settled)))

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
                    near = [rule for rule in sorted(known) if rule.split(".")[0] == code.split(".")[0]]
                    hint = f"; of that filter there are: {', '.join(near)}" if near else ""
                    raise ConfigError(f"no rule is called {code!r}{hint}; `vntextclean rules` lists them all")


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
