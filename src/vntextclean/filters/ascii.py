"""Search keys and slugs: every character in ASCII, by unidecode; in no preset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

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

#: A lone surrogate is a byte that ``--errors keep`` kept, and no character: unidecode warns of it and takes it out.
_WORD = re.compile(r"[A-Za-z0-9]*[^\W\x00-\x7f][^\W_]*|[^\x00-\x7f\ud800-\udfff]")
#: In an address a letter is written by its bytes: any other letter would lead elsewhere.
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[^\s<>\"“”]+")


class Ascii:
    """Transliterates everything that is not ASCII; lengths may change (``đồng`` keeps its, ``…`` becomes ``...``).

    Hashtags and handles are words like others. The policy lets this filter reach into protected tokens.

    >>> [edit.replacement for edit in Ascii(Settings()).edits(TextState("Tiếng #Việt…"))]
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
        addresses = _ADDRESS.finditer(text)
        address = next(addresses, None)
        for found in _WORD.finditer(text):
            while address and address.end() <= found.start():
                address = next(addresses, None)
            before = found.group()
            inside = address is not None and address.start() <= found.start()
            after = quote(before) if inside else unidecode(bare(before))
            if after != before:
                yield Edit(*found.span(), after, "ascii.letters", RULES["ascii.letters"].say(self._lang, before=before))
