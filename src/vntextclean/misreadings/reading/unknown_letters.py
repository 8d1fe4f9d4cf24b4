"""A replacement character inside a word: one letter that is not known, filled by the language model.

``đi ch� mua rau`` has lost the ợ of *chợ*. Which letter stood there is the model's choice over the whole line; on a
line that is no Vietnamese, and beside a whole word, the character stays.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.choosing.choose import Open, choose
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.misreadings.reading.tokens import Found
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

_TOKEN = late("(?<![^\\W_\ufffd])[^\\W\\d_\ufffd]*\ufffd{1,3}[^\\W\\d_]*(?:\ufffd{1,3}[^\\W\\d_]*)?(?![^\\W_\ufffd])")
_RUN = late("\ufffd+")
_WORD = late(r"[^\W\d_]+")
#: So many marked words must be whole on the line.
_LEAST = 2


@cache
def _letters() -> tuple[str, str]:
    small = "".join(sorted(char for char in MARKED if char.islower()))
    return small, small.upper()


def unknown_letters(text: str) -> list[Found]:
    """The words with a replacement character that the line tells, in order.

    >>> [found.word for found in unknown_letters("Chị em rủ nhau đi ch\ufffd mua rau")]
    ['chợ']
    >>> unknown_letters("na\ufffdve, nhà nghèo \ufffd ở xã"), unknown_letters("\ufffdNhà ở của dân\ufffd")
    ([], [])
    """
    found: list[Found] = []
    position = 0
    while (hit := text.find("\ufffd", position)) >= 0:
        start, end = line_of(text, hit)
        found += _in_line(text[start:end], start)
        position = end
    return found


def _in_line(line: str, offset: int) -> list[Found]:
    whole = {word for word in _WORD.findall(line) if not word.isascii() and is_word(word)}
    if len(whole) < _LEAST or len(attested(sorted(whole))) < _LEAST:
        return []
    opens = [Open(*match.span(), options, (0.0,) * len(options)) for match in _TOKEN.finditer(line)
             if (options := _options(match[0]))]  # fmt: skip
    return [
        Found(offset + one.start, offset + one.end, choice.word, "chosen", choice.posterior, ())
        for one, choice in zip(opens, choose(line, opens), strict=True)
        if choice
    ]


def _options(token: str) -> tuple[str, ...]:
    """The words that one letter for each run of replacement characters makes, if the model has counted them."""
    return tuple(attested(_words(token)))


@lru_cache(maxsize=1 << 11)
def _words(token: str) -> tuple[str, ...]:
    """The same, counted or not. Two letters are tried in four thousand ways, and a page says its words again."""
    core = token.strip("\ufffd")
    if not core or (core != token and is_syllable(core)):
        return ()  # a sign beside a word, as likely as not
    small, big = _letters()
    parts = _RUN.split(token)
    rest = "".join(parts)
    letters = big if len(rest) > 1 and rest.isupper() else small
    first = small + big if not parts[0] and not rest.isupper() else letters
    ways = product(*(first if number == 0 else letters for number in range(len(parts) - 1)))
    made = ("".join(map("".join, zip(parts, (*chosen, ""), strict=True))) for chosen in ways)
    return tuple([word for word in made if is_word(word)])
