"""Characters that show nothing: zero-width spaces, soft hyphens, byte order marks, text directions, controls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import name

from vntextclean.edit import Edit
from vntextclean.filter import Phase
from vntextclean.filters.invisibles.rules import RULES
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

_CODES = {
    "escape": "control",
    "control": "control",
    "end": "line-end",
    "soft": "soft-hyphen",
    "direction": "direction",
    "zero": "zero-width",
}


class Invisibles:
    r"""Deletes what nobody sees, where no script or emoji needs it.

    >>> [edit.rule for edit in Invisibles(Settings()).edits(TextState("xin \u200bchào"))]
    ['invisibles.zero-width']
    >>> list(Invisibles(Settings()).edits(TextState("👨‍👩‍👧 gia đình ❤️")))
    []
    """

    name = "invisibles"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each run of invisible characters of one kind."""
        if not (rare := unusual(state)):
            return
        from vntextclean.filters.invisibles.repairs import REPAIRS, LineEnds, needs_no_direction, right_to_left
        from vntextclean.filters.invisibles.runs import INVISIBLE, RUN
        from vntextclean.filters.invisibles.soft_hyphens import SoftHyphens

        text = state.text
        if not INVISIBLE.search(rare):
            return
        at = 0
        letters = right_to_left(text, rare)
        run, ends, soft = re.compile(RUN), LineEnds(text), SoftHyphens(text, rare)
        said: dict[tuple[str, str, str], str] = {}  # the reasons: a text has few different ones
        while sign := INVISIBLE.search(text, at):
            before_it = sign.start() - (text[sign.start() - 1 : sign.start()] == "\n" and sign.start() > at)
            found = run.match(text, before_it) or run.match(text, sign.start())
            assert found
            at = found.end()
            kind = found.lastgroup or ""
            if kind == "direction" and needs_no_direction(letters, *found.span()):
                repairs: Iterable[tuple[int, int, str]] = ((*found.span(), ""),)
            elif kind == "end":
                repairs = ends.repairs(*found.span())
            elif kind == "soft":
                repairs = soft.repairs(*found.span())
            else:
                repairs = REPAIRS[kind](text, *found.span())
            for start, end, after in repairs:
                if text[start:end] != after:
                    code = "invisibles.windows" if after not in ("", " ", "\n") else f"invisibles.{_CODES[kind]}"
                    what = _named(text[start : start + 1 if kind == "escape" else end])
                    key = code, what, after
                    if key not in said:
                        said[key] = RULES[code].say(self._lang, what=what, after=after)
                    yield Edit(start, end, after, code, said[key])


@lru_cache(maxsize=1 << 10)
def _named(run: str) -> str:
    """The characters of a run by name, each once."""
    kinds = dict.fromkeys(run)
    return ", ".join(name(c, f"U+{ord(c):04X}").lower() if not c.isascii() else f"U+{ord(c):04X}" for c in kinds)
