"""Which edits are made, which are only suggested, and which are refused."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

from vntextclean.edit import Edit
from vntextclean.filter import Filter, Phase
from vntextclean.nested_keys import nested_keys
from vntextclean.protected import PROTECTED, ProtectedSpans, off_regions, token_around
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.stretches import stretches_of

#: Filters that decode: what looks like an address in their input is not yet text.
DECODERS = frozenset({"mojibake", "references", "legacy-fonts", "keystrokes"})

#: Filters that are asked for by name to change every character, those of addresses and hashtags too.
EVERYWHERE = frozenset({"ascii"})

#: Filters whose repairs are of Vietnamese words, and wrong in a line or quotation of another language. ``run-ons`` asks
#: for itself: words run together look foreign.
OF_VIETNAMESE = frozenset({"split-words", "tone-marks", "ocr-confusions", "bare-phrases", "diacritics", "lost-words"})

#: Filters that put a line together anew: what is protected in it stands there again, as it was and in order.
OF_WHOLE_LINES = frozenset({"moved-letters"})
#: Rules that read a text whose letters were lost throughout, all its words together. What they are not sure of stays:
#: of 426 words that filters for the slips of a writer filled then 142 were wrong.
OF_RUINED_TEXTS = frozenset({"legacy-fonts.question-marks", "legacy-fonts.dropped", "legacy-fonts.replaced"})

_Guard = Callable[[Edit, TextState], bool]


class Policy:
    """The one judge of edits: it knows the settings, and the filters whose edits it judges.

    A search asks it (through :meth:`TextState.accepts`) before it builds on a repair, so that what is refused or only
    suggested changes nothing beside it. Protection belongs here and not in each filter: an edit is tried against the
    protected tokens only when it is proposed, so the cost follows the number of edits and not the size of the text.
    A policy may be shared by threads.

    ``filters`` are those that run: an edit by a rule of another filter is refused. ``ignored_by_preset`` are rule codes
    or their prefixes; a longer code in ``settings.select`` outweighs them.
    """

    def __init__(self, settings: Settings, filters: Iterable[Filter], ignored_by_preset: Sequence[str] = ()) -> None:
        #: No edit of a smaller confidence is made.
        self.minimum = settings.min_confidence
        self._select = settings.select
        self._ignore = settings.ignore
        self._preset_ignore = tuple(ignored_by_preset)
        self._keep = _any_word(settings.keep) if settings.keep else None
        self._longest_kept = max(map(len, settings.keep), default=0)
        self._guards = {rule: _guard(made) for made in filters for rule in made.rules if self.wants(rule)}
        #: The rules of the filters that run, as far as they are selected.
        self.rules: Container[str] = self._guards.keys()

    def wants(self, rule: str) -> bool:
        """Whether a rule is selected: the longest code that fits decides, and ``ignore`` wins a tie.

        >>> policy = Policy(Settings(select=("run-ons",), ignore=("run-ons.list",)), ())
        >>> policy.wants("run-ons.words"), policy.wants("run-ons.list"), policy.wants("compose.nfc")
        (True, False, False)
        """
        chosen = _longest(self._select, rule)
        preset = _longest(self._preset_ignore, rule)
        return (chosen >= 0 or not self._select) and chosen >= preset and _longest(self._ignore, rule) < max(chosen, 0)

    def made(self, edits: Iterable[Edit], state: TextState) -> list[Edit]:
        """The edits of a text that are made: what :meth:`TextState.accepts` and its like ask."""
        return self._allowed(edits, state, self.minimum)

    def sort(self, edits: Iterable[Edit], state: TextState) -> tuple[list[Edit], list[Edit]]:
        """The made and the suggested among ``edits``, each in order."""
        allowed, minimum = self._allowed(edits, state), self.minimum
        return [edit for edit in allowed if edit[5] >= minimum], [edit for edit in allowed if edit[5] < minimum]

    def _allowed(self, edits: Iterable[Edit], state: TextState, least: float = 0.0) -> list[Edit]:
        """The edits that are made or suggested: each by a rule that is selected, and of what the rule may touch.

        None has less than the ``least`` confidence. Of the proposals in sound text four in five are not sure; that is
        told without a look at the text.
        """
        guards, allowed = self._guards, []
        for edit in edits:
            if edit[5] < least:
                continue
            guard = guards.get(edit[3])
            if guard is not None and (guard is _never or not guard(edit, state)):
                allowed.append(edit)
        if allowed and self._bars_places(state):
            allowed = [edit for edit in allowed if not self._bars(edit, state)]
        return allowed

    def _bars_places(self, state: TextState) -> bool:
        """Whether there are places of a text where none of the rules makes an edit: on most pages there are none."""
        return state.frame is not None or self._keep is not None or bool(state.once(off_regions))

    def _bars(self, edit: Edit, state: TextState) -> bool:
        """Whether an edit stands in such a place."""
        if state.frame is not None and state.frame.refuses(edit, state.text):
            return True
        start, end = edit.start, edit.end
        if any(a < end and start < b for a, b in state.once(off_regions)):
            return True
        return self._keep is not None and self._is_kept(edit, state.text)

    def _is_kept(self, edit: Edit, text: str) -> bool:
        low, high = token_around(text, edit.start, edit.end)
        assert self._keep is not None
        low, high = max(0, low - self._longest_kept), high + self._longest_kept  # a phrase goes over spaces
        return any(m.start() < edit.end and edit.start < m.end() for m in self._keep.finditer(text, low, high))


def _guard(made_by: Filter) -> _Guard:
    """What a filter's edits must not touch, by its phase."""
    if made_by.name in EVERYWHERE:
        return _never
    if made_by.name in OF_VIETNAMESE:
        return _told_once(_is_foreign_or_protected)
    if made_by.name in OF_WHOLE_LINES:
        return _changes_protected
    if made_by.phase in (Phase.BOUNDARIES, Phase.WORDS):
        return _told_once(_reaches_into_protected)
    if made_by.phase is Phase.CHARACTERS and made_by.name not in DECODERS:
        return _changes_protected_ascii
    return _never


def _told_once(guard: _Guard) -> _Guard:
    """A guard that goes by the rule and the place alone, asked once of each.

    A search asks about its edit, what looks for lost spaces beside it does again, and at last the policy sorts it: the
    guards took a third of the time of a page in pieces.
    """

    def refuses(edit: Edit, state: TextState) -> bool:
        told, key = state.once(_told_of), (guard, edit.start, edit.end, edit.rule)
        refused = told.get(key)
        if refused is None:
            refused = told[key] = guard(edit, state)
        return refused

    return refuses


def _told_of(text: str) -> dict[tuple[object, ...], bool]:
    """What guards said of one text; empty at first."""
    del text
    return {}


def _reaches_into_protected(edit: Edit, state: TextState) -> bool:
    return state.once(ProtectedSpans).reached(edit.start, edit.end) or _is_in_settings(edit, state)


def _changes_protected(edit: Edit, state: TextState) -> bool:
    """Whether a protected token is another behind an edit of a line than before it, or none.

    The edit of "L y 1 – 3 l n" and its "ấ ầ" goes over "1 – 3" and leaves both numbers as they are.
    """
    text = state.text
    low, high = token_around(text, edit.start, edit.end)
    after = text[low : edit.start] + edit.replacement + text[edit.end : high]
    return PROTECTED.findall(text, low, high) != PROTECTED.findall(after) or _is_in_settings(edit, state)


def _is_in_settings(edit: Edit, state: TextState) -> bool:
    settings = state.once(nested_keys)
    before = bisect_left(settings, (edit.end,))
    return before > 0 and edit.start < settings[before - 1][1]


def _is_foreign_or_protected(edit: Edit, state: TextState) -> bool:
    # "l945" and "1O/12" look like codes: the rule itself asks for the word before them, and for nothing that goes on.
    holds = _is_in_settings if edit.rule == "ocr-confusions.number" else _reaches_into_protected
    if holds(edit, state):
        return True
    stretches = state.ask(stretches_of)
    if stretches.is_foreign(edit.start, edit.end):
        return True
    if edit.rule == "ocr-confusions.letter" and stretches.is_quoted_without_own_letter(edit.start, edit.end):
        return True  # "ä" and "ü" are letters of many languages: “Tai nüa”
    # "Ha Giang" on a line of its own may be Irish, and “tày tac” the name of a language in Hungarian.
    if not (edit.rule.startswith("diacritics.") and state.text[edit.start : edit.end].isascii()):
        return False
    own = stretches.evidence(edit.start, edit.end, closest=True).own
    if own > 1 or (own == 1 and not stretches.is_quoted_without_own_letter(edit.start, edit.end)):
        return False
    return not stretches.lost_letters


def _never(edit: Edit, state: TextState) -> bool:
    del edit, state
    return False


#: Texts of so many characters and more are compared anew each time: none of them is kept in memory.
_LONG = 16


def _changes_protected_ascii(edit: Edit, state: TextState) -> bool:
    if edit.rule == "invisibles.control":
        return False  # no code, address or number holds a control character, nor the escape sequence that it begins
    start, end, after, _, _, _ = edit
    are_equal = _are_equal_in_ascii if end - start < _LONG and len(after) < _LONG else _are_equal_in_ascii.__wrapped__
    if are_equal(state.text[start:end], after):
        return False
    return state.once(ProtectedSpans).reached(start, end)


@lru_cache(maxsize=1 << 10)  # most repairs of characters in a text are of a few kinds
def _are_equal_in_ascii(one: str, other: str) -> bool:
    """Whether two texts have the same ASCII characters, or are the same but for how they are composed."""
    if one.encode("ascii", "ignore") == other.encode("ascii", "ignore"):
        return True
    return normalize("NFC", one) == normalize("NFC", other)


def _longest(codes: Sequence[str], rule: str) -> int:
    """The length of the longest code that is the rule or a dotted prefix of it; -1 if none is."""
    return max((len(code) for code in codes if rule == code or rule.startswith(code + ".")), default=-1)


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
