"""Whether ftfy read a token as a whole: what its tables make of the new token must be the old one."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: What ftfy reads by, in its order.
_TABLES = (
    "latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "sloppy-windows-1250", "sloppy-windows-1253",
    "sloppy-windows-1254", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437",
)  # fmt: skip
_DEEPEST = 4
#: What the first bytes of letters look like to Western Europe, in small letters too.
_LEADS = frozenset("ÂÃÄÅÆâãäåæáð")
#: Signs that no table shows for a byte of a letter.
_SIGN = late(r"[,.;:!?()/-]")


def is_whole(new: str, old: str) -> bool:
    """Whether a table makes the old token of the new one, perhaps but for an equal head and tail without a sign of it.

    A part that stays is a letter that lost a byte: of Vietnamese read twice "ÃƒÂt" became "ÃÂt", neither the damage
    nor the word.

    >>> import ftfy
    >>> (
    ...     is_whole("café", "cafÃ©"),
    ...     is_whole("ÃÂt", "ÃƒÂt"),
    ...     is_whole("má,bút", "má,bÃºt"),
    ...     is_whole("máx,bút", "máx,bÃºt"),
    ... )
    (True, False, True, False)
    """
    if _makes(new, old, _DEEPEST):
        return True
    head, tail = _equal(new, old), 0
    if len(new) > head:
        tail = _equal(new[head:][::-1], old[head:][::-1])
    kept, made = old[:head] + old[len(old) - tail :], new[head : len(new) - tail]
    is_whole_word = len(kept) > 1 and is_syllable(kept) and not any(map(str.isalpha, made))  # *“Cá*
    beside = _beside(old[:head], old[len(old) - tail :])
    return (is_whole_word or _LEADS.isdisjoint(beside)) and _makes(made, old[head : len(old) - tail], _DEEPEST)


def _beside(head: str, tail: str) -> str:
    """What stays of a token, but for sound words that a sign of ASCII parts from what was read."""
    (*before, first), (last, *behind) = _SIGN.split(head), _SIGN.split(tail)
    return "".join([first, last, *(word for word in (*before, *behind) if len(word) < 2 or not is_syllable(word))])


def _equal(first: str, second: str) -> int:
    """The length of the equal head of two tokens."""
    return next(
        (at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other),
        min(len(first), len(second)),
    )


def _makes(new: str, old: str, depth: int) -> bool:
    if not depth or len(new) >= len(old):
        return False
    for table in _TABLES:
        try:
            read = old.encode(table).decode("utf-8-variants")  # ftfy's, which knows surrogates
        except UnicodeError:
            continue
        if read == new or _makes(new, read, depth - 1):
            return True
    return False
