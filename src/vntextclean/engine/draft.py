"""One document on its way through the filters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vntextclean.changes import apply, propose, rebase, still_open
from vntextclean.cleaned import Cleaned, settle
from vntextclean.edit import Change, Edit
from vntextclean.engine import unmarked
from vntextclean.engine.line_endings import LineEndings
from vntextclean.engine.policy import OF_RUINED_TEXTS, OF_VIETNAMESE, Policy
from vntextclean.errors import FilterError, VntextcleanError, told
from vntextclean.filter import Filter
from vntextclean.frame import Frame
from vntextclean.misreadings.lost_letters.left_over import is_left_over
from vntextclean.misreadings.marks_apart.cut_lines import is_cut
from vntextclean.registry import Step, Stretch
from vntextclean.scanning.prefilter import signs_of
from vntextclean.text_state import TextState
from vntextclean.vietnamese.stretches import Stretches, stretches_of

#: Filters that run in turn are asked so often at most; three rounds were the most seen on damaged samples.
MOST_ROUNDS = 4
#: And so often those that are asked again behind the words: a word that reads on may show one beside a lost byte.
MOST_AGAIN = 3


class Draft:
    """A document, what the filters so far made of it, and the state of its present text; for one thread.

    Filters never see a carriage return before a line feed: such pairs are carried in the offsets of the result.
    ``frame`` is what surrounds the text of a structured document; it moves with the edits.
    """

    def __init__(self, source: str, policy: Policy, frame: Frame | None = None) -> None:
        self._given = source
        # One character is found to be absent several times as fast as two.
        self._ends = LineEndings(source) if "\r" in source and "\r\n" in source else None
        self._source = source if self._ends is None else self._ends.unix
        self._policy = policy
        self._state = TextState(self._source, policy.made, frame, policy.minimum, rules=policy.rules)
        self._changes: list[Change] = []
        self._suggestions: list[Change] = []
        self._done = False
        self._ruined: bool | None = None
        self._first: Stretches | None = None
        #: Whether the text, as it is by now, is known to hold a Vietnamese diacritic.
        self._is_marked = False
        #: How often the text was changed, and at which of these each filter looked at it last, by its identity.
        self._version = 0
        self._looked: dict[int, int] = {}

    def passes(self, stretch: Stretch) -> bool:
        """Whether no filter of a stretch can have an edit, and none need be asked."""
        state = self._state
        signs = state.signs
        if (signs_of(state) if signs is None else signs) & stretch.bits:
            return self._done
        return self._done or not (stretch.late and self._has_no_marks())

    def take(self, steps: Sequence[Step]) -> None:
        """Make the edits of filters that run in turn, until none of them has any.

        A filter by itself is asked again if its first edits stand dense.

        Raises :class:`FilterError` where a filter fails or breaks its contract.
        """
        first = steps[0]
        if first.again:
            if not self._version:  # each was asked about this very text
                return
            self._first = self._state.first = None  # the next run will see the words as they are by now
        rounds = MOST_AGAIN if first.again else MOST_ROUNDS
        if len(steps) == 1:
            if not self._is_dense(self._take(first), first.dense):
                return
            rounds -= 1
        for _ in range(rounds):
            edits = 0
            for step in steps:  # each has its turn
                if edits or not step.follows:
                    edits += self._take(step)
            if not edits:
                break

    def _is_dense(self, edits: int, dense: int) -> bool:
        return edits > 0 and edits * dense >= len(self._state.text)

    def _has_no_marks(self) -> bool:
        """Whether the text, as it is by now, has no Vietnamese diacritic."""
        if self._is_marked:
            return False
        found = self._state.once(unmarked.has_no_marks)
        self._is_marked = not found
        return found

    def _take(self, step: Step) -> int:
        """Make one filter's edits; their number. It has none in a text that it has looked at."""
        if self._done:
            return 0
        made, _, bits, late, _, _, at_once, again = step
        state = self._state
        # A document without marks has nothing for the filters from LAYOUT on but a suggestion.
        if late and self._has_no_marks():
            if again:
                return 0  # a filter took them off
            self._suggestions += unmarked.suggest_restoring(self._changes, state.text)
            self._done = True
            return 0
        signs = state.signs
        if not (signs_of(state) if signs is None else signs) & bits or self._looked.get(id(made)) == self._version:
            return 0
        if made.name in OF_VIETNAMESE:
            if self._is_ruined():
                return 0
            self._first = self._first or state.ask(stretches_of)
        self._looked[id(made)] = self._version
        try:
            edits = list(made.edits(state))
            if edits:
                _check(edits, state.text, made)
        except (VntextcleanError, MemoryError):
            raise
        except Exception as error:  # filters of other packages may raise anything
            raise FilterError(f"filter {made.name!r} failed: {told(error)}") from error
        if not edits:
            return 0
        accepted, doubtful = self._policy.sort(edits, state)
        self._suggestions += propose(self._changes, state.text, doubtful)
        if accepted:
            self._changes = rebase(self._changes, state.text, accepted)
            frame = state.frame.after(accepted) if state.frame else None
            text = apply(state.text, (edit[:3] for edit in accepted))
            ruined = state.ruined or any(edit.rule in OF_RUINED_TEXTS for edit in accepted)
            self._state = state.after(text, frame, ruined=ruined, first=self._first)
            self._version, self._is_marked = self._version + 1, False
            if at_once:
                self._looked[id(made)] = self._version
        return len(accepted)

    def _is_ruined(self) -> bool:
        """Whether the text lost letters throughout and was read as far as can be, in this run or an earlier one.

        So did one that is still cut before its marks: they stand elsewhere.
        """
        if self._ruined is None:
            self._ruined = self._state.ruined or self._state.ask(is_left_over) or self._state.ask(is_cut)
        return self._ruined

    def cleaned(self) -> Cleaned:
        """What became of the document."""
        changes = settle(self._source, self._changes)
        suggestions = settle(self._source, still_open(self._suggestions, changes))
        ends = self._ends
        if ends is None:
            return Cleaned(self._given, self._state.text, changes, suggestions)
        changes, suggestions = ends.carry(changes), ends.carry(suggestions)
        if ends.back(ends.unix) != self._given:  # mixed line ends: what no change touches stays as it is
            return Cleaned(self._given, apply(self._given, (c[:3] for c in changes)), changes, suggestions)
        return Cleaned(self._given, ends.back(self._state.text), changes, suggestions)


def _check(edits: list[Edit], text: str, made_by: Filter) -> None:
    """Hold a filter to its contract, naming it and quoting the span where it breaks it."""
    at, last, size, rules = 0, -1, len(text), made_by.rules  # where the edit before ends, and where it began
    for edit in edits:
        # What nearly all are is told here, in a fifth of the time of a call: a page has a hundred.
        if type(edit) is not Edit and not _is_edit(edit):
            raise FilterError(_no_edit(edit, made_by))
        start, end, replacement, rule, reason, confidence = edit
        if not (type(replacement) is type(rule) is type(reason) is str) and not _is_edit(edit):
            raise FilterError(_no_edit(edit, made_by))
        is_placed = at <= start <= end <= size and (start != last or end != at)
        changes = end - start != len(replacement) or text[start:end] != replacement
        if is_placed and changes and rule in rules and 0 <= confidence <= 1:
            at, last = end, start
            continue
        fault = _fault(edit, text, made_by, at, (last, at))
        around = re.sub(r"\s", " ", text[max(0, start - 20) : end + 20])
        raise FilterError(f"filter {made_by.name!r}: {fault} at {start}–{end}, near {around!r}")


def _fault(edit: Edit, text: str, made_by: Filter, at: int, last: tuple[int, int]) -> str:
    """What is wrong with an edit behind another one (``last``), which ends at ``at``."""
    if edit.start < at or (edit.start, edit.end) == last:
        return "edits overlap or are not sorted"
    if not edit.start <= edit.end <= len(text):
        return "an edit lies outside the text"
    if text[edit.start : edit.end] == edit.replacement:
        return "an edit changes nothing"
    if edit.rule not in made_by.rules:
        return f"the rule {edit.rule!r} is not declared"
    return f"the confidence {edit.confidence!r} is none"


def _no_edit(given: object, made_by: Filter) -> str:
    """What is said of something else that a filter gave."""
    return f"filter {made_by.name!r}: {given!r:.100} is no Edit of numbers and strings"


def _is_edit(given: object) -> bool:
    """Whether a filter, perhaps one that no type checker has seen, gave what it should."""
    if not isinstance(given, Edit):
        return False
    parts: tuple[object, ...] = given
    return isinstance(parts[2], str) and isinstance(parts[3], str) and isinstance(parts[4], str)
