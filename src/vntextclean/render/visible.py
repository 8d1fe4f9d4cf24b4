"""Text as a terminal may show it: what cannot be seen is named, and no control character gets through."""

from __future__ import annotations

_SPACES = {"\t": "⇥", "\n": "⏎", "\r": "␍", "\N{NO-BREAK SPACE}": "⍽"}


def visible(text: str, spaces: bool = False) -> str:
    """The text with unseen characters named; with ``spaces`` white space is drawn too.

    Controls (C0, C1), marks of direction and the like have no other way to a terminal than by their code.

    >>> visible("a\\u200bb"), visible(" \\N{NO-BREAK SPACE}", spaces=True)
    ('a‹200B›b', '·⍽')
    >>> visible("\\x1b]0;x\\x07 \\u202e")
    '‹001B›]0;x‹0007› ‹202E›'
    """
    if spaces:
        text = text.replace(" ", "·")
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _drawn(character, spaces) for character in text)


def _drawn(character: str, spaces: bool) -> str:
    if character.isspace():
        return _SPACES.get(character, "·") if spaces or character == "\n" else " "
    return f"‹{ord(character):04X}›"


def clipped(text: str, width: int) -> str:
    """The text as it is if it is short; else its beginning, with a sign that more follows.

    >>> clipped("một hai ba", 8)
    'một hai…'
    """
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
