"""Search keys and slugs: every character in ASCII, by unidecode; in no preset."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unidecode import unidecode

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import bare

RULES: dict[str, Rule] = {
    "ascii.letters": Rule(
        "Every word and sign is written in ASCII",
        "Search keys, slugs and old devices want it. It loses what the marks say, so no preset asks for it.",
        ("Đường về quê", "Duong ve que"),
        "Duong ve que",
        "'{before}' in ASCII",
        "'{before}' viết bằng ASCII",
    )
}

_WORD = re.compile(r"[A-Za-z0-9]*[^\W\x00-\x7f][^\W_]*|[^\x00-\x7f]")


class Ascii:
    """Transliterates everything that is not ASCII; lengths may change (``đồng`` keeps its, ``…`` becomes ``...``).

    >>> [edit.replacement for edit in Ascii(Settings()).edits(TextState("Tiếng Việt…"))]
    ['Tieng', 'Viet', '...']
    >>> list(Ascii(Settings()).edits(TextState("Tieng Viet")))
    []
    """

    name = "ascii"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word or sign outside ASCII."""
        text = state.text
        if text.isascii():
            return
        for found in _WORD.finditer(text):
            before = found.group()
            after = unidecode(bare(before))
            if after != before:
                yield Edit(*found.span(), after, "ascii.letters", RULES["ascii.letters"].say(self._lang, before=before))
