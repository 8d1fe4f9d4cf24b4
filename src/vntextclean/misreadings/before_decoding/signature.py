"""The signs of a misreading: which lines of a text may hold one, in one pass that clean text costs next to nothing."""

from __future__ import annotations

import re
from functools import cache

from vntextclean.misreadings.tables.code_pages import NAMES, views
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Hint, Sign
from vntextclean.scanning.unusual import UNUSUAL, USUAL, unusual
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import ASCII_LOWER

#: The first bytes of Vietnamese letters in UTF-8, of two bytes and of three; C2, D0 and D1 lead the signs of a table
#: that was read wrongly in its turn.
_SHORT, _LONG, _MIDDLE = (0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xD0, 0xD1), 0xE1, (0xBA, 0xBB)
#: Characters for 80 to BF that prose holds behind a letter that may be a leading byte (``Â…``): no sign by themselves.
_PRINT = frozenset("‘’“”–—…•€™«»°²³·´`'\u00a0")
#: What the bytes 80 to BF look like in Latin-1 and Windows-1252.
FOLLOWING = "".join(map(chr, range(0x80, 0xC0))) + "".join(views("cp1252")[0x80:0xA0])
#: UTF-8 as Latin-1 or Windows-1252, Vietnamese or not; the signs of other tables hold an unusual character.
SIGN = Sign(("ÂÃÄÅÆÌÎÏÐÑâð", FOLLOWING + "ÃÆ", ANY), ("áÁ", "º»", ANY), (ASCII_LOWER, "ÃÆ", ANY))
#: The usual characters that a damaged line may hold side by side, with no unusual one among them.
_OF_USUAL = Hint(
    (ANY, "Á", "»"),
    (ANY, "ÂÃ", "Ĩĩ"),
    (ANY, "ã", "ÀÁÂÉ×àáâèéêìíòóôùú"),
    (ASCII_LOWER, "Ă", ASCII_LOWER),
    (ANY, "–—", "'`«°²³·»Éàáâãèéêìíòóôõùú–—‘’“”•…"),
)
#: An encyclopedia has a foreign letter in 400 characters: to look beside each takes a tenth of the time of a scan.
_APART = 32

#: A following byte behind a leading one, or the remains of letters whose last byte is gone (``á»i``, ``vÃ ``).
SCAN = late(rf"[{re.escape(FOLLOWING)}ÃÆ](?:(?<=[ÂÃÄÅÆÌÎÏÐÑâð].)|(?<=á[º»])|(?<=[a-z][ÃÆ]))")


@cache
def _patterns() -> tuple[re.Pattern[str], frozenset[str]]:
    """What a damaged line holds, and the unusual characters among it.

    The pattern is one class of first characters and what stands beside them, so that most characters are passed at
    once: as plain alternatives it took 220 nanoseconds a character.
    """
    ways, rare, first = [], set(), {"æ", "ä", "Ã", "Ä"}
    for name in NAMES:
        sight = views(name)
        middle = "".join(sight[byte] for byte in _MIDDLE)
        follow = {char for byte in range(0x80, 0xC0) for char in (sight[byte], chr(byte))} - _PRINT - {"\u00ad"}
        leads = "".join(sight[byte] for byte in _SHORT)
        symbols = "".join(char for char in leads if not char.isalpha())  # √ stands in no word, whatever is behind it
        if symbols:
            ways.append(f"(?<=[a-z][{re.escape(symbols)}])[{re.escape(''.join(sorted(follow | _PRINT)))}]")
        long = {sight[_LONG], sight[_LONG].upper()[:1]}  # text may have been made capitals afterwards
        ways += [
            f"(?<=[{re.escape(''.join(sorted(long)))}])[{re.escape(middle)}]",
            f"(?<=[{re.escape(leads)}])[{re.escape(''.join(sorted(follow)))}\u00ad]",
            f"(?<=[a-z][{re.escape(sight[0xC3])}])[a-z\u00ad\ufffd\u00a0]",
        ]
        rare |= {*leads, *middle, sight[_LONG]} | follow
        first |= {*leads, *long}
    ways += ["(?<=æ)[°¡]", "(?<=ä)‘", "(?<=[a-z]Ã)", "(?<=Ä)[ \ufffd?]?[a-zàáâãäåæ]"]
    pattern = f"[{re.escape(''.join(sorted(first)))}](?:{'|'.join(dict.fromkeys(ways))})"
    return re.compile(pattern), frozenset(rare) - frozenset(USUAL)


def looks_hurt(word: str) -> bool:
    """Whether a word holds a sign of a misreading by any table.

    >>> looks_hurt("ch√∫"), looks_hurt("chú")
    (True, False)
    """
    return _patterns()[0].search(word) is not None


def may_be_utf8(state: TextState) -> bool:
    """Whether a text may hold UTF-8 read as Latin-1 or Windows-1252, of whatever language."""
    text = state.text
    if not unusual(state) and not ("Ã" in text or "Â" in text or "á»" in text):
        return False  # a third of the time of the scan; all other letters have a sign that no clean text holds
    return any(SCAN.match(text, at) for at in SIGN.places(state))


def hurt_lines(state: TextState, is_utf8: bool) -> list[tuple[int, int]]:
    """Start and end of each line of a text that may hold a misreading; ``is_utf8`` is what :func:`may_be_utf8` says.

    >>> hurt_lines(TextState("Chợ quê\\nViß╗çt"), False), hurt_lines(TextState("São Tomé, «quá»"), False)
    ([(8, 14)], [])
    """
    text = state.text
    pattern, signs = _patterns()
    if not is_utf8 and signs.isdisjoint(unusual(state)):
        return []
    found, position = [], 0
    if not is_utf8 and (places := _few_unusual(state)) is not None:
        for at in places:
            for begin in (max(at - 1, 0), at):
                if begin >= position and (hit := pattern.match(text, begin)):
                    start, position = line_of(text, *hit.span())
                    found.append((start, position))
        return found
    while hit := pattern.search(text, position):
        start, position = line_of(text, *hit.span())
        found.append((start, position))
    return found


def _few_unusual(state: TextState) -> list[int] | None:
    """The unusual characters, where what a damaged line holds has one and they are few; else None."""
    if _OF_USUAL.may_be_in(state):
        return None
    places = UNUSUAL.places(state)
    return places if len(places) * _APART <= len(state.text) else None


@cache
def _before_a0() -> tuple[str, frozenset[str], str]:
    """What may stand before a no-break space that is the second byte of an à.

    It is C3 as the tables show it that have a no-break space at A0; the same where the text was read so twice: Ã was
    seen as Ãƒ, and the no-break space as Â with itself behind. Last what may stand before such a letter in its word:
    half of another letter that was read wrongly.
    """
    sights = [views(name) for name in NAMES]
    with_blank = [sight for sight in sights if sight[0xA0] == "\u00a0"]
    once = "".join(dict.fromkeys(sight[0xC3] for sight in with_blank))
    twice = frozenset(f"{sight[0xC3]}{middle}{sight[0xC2]}" for sight in with_blank for middle in (sight[0x83], "\x83"))
    halves = "".join(dict.fromkeys(sight[byte] for sight in sights for byte in (0xC2, 0xC4, 0xC6))) + "\ufffd?"
    return once, twice, halves


def ends_a_letter(text: str, at: int) -> bool:
    """Whether a no-break space is the second byte of an à: behind the first one, at the head of a word or in it.

    >>> ends_a_letter("nhÃ\u00a0", 3), ends_a_letter("ÄÃ\u00a0i", 2), ends_a_letter("XÃ\u00a0HỘI", 2)
    (True, True, False)
    """
    once, twice, halves = _before_a0()
    if text[max(0, at - 3) : at] in twice:
        return True
    if not at or text[at - 1] not in once:
        return _is_amid_three_bytes(text, at)
    before = text[at - 2] if at > 1 else " "
    return before.islower() or before.isspace() or before in halves


def _is_amid_three_bytes(text: str, at: int) -> bool:
    """Whether a no-break space is the second byte of three, as of a picture in CESU-8: another byte follows it."""
    behind = text[at + 1 : at + 2]
    return (
        text[at] == "\u00a0"
        and "\u00e0" <= text[at - 1 : at] <= "\u00ef"
        and behind != ""
        and behind in FOLLOWING
        and (behind not in _PRINT)
    )
