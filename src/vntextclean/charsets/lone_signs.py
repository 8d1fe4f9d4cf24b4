"""Signs by themselves that are a word in an old encoding: ``nhö · Huª`` is *nhỏ ở Huế* in VISCII.

The table says which word; whether the sign is one is told by the words beside it. A control character is no sign of
any text. Of TCVN3 the signs alone tell (:func:`.odd_words.is_letter_by_itself`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vntextclean.charsets.lone_onsets import MARKS, tokens_of, until_mark
from vntextclean.charsets.tables import Charset
from vntextclean.charsets.words import Reading, is_word

#: What a sign may be that prose has between two words: a dash, a quotation mark, a currency. It is never read.
_OF_PROSE = frozenset("–—“”‘’«»…€£$%&+=|<>{}÷©®§")
#: By so much (nats) a line may become less likely with the word in it: of 300 *ở* 94 % stay above, of those put in at
#: random one in twelve.
_LEAST = -6.5
_NEAR = 2

#: By how much a word between others makes them likelier, or None where no model is.
Gain = Callable[[str, Sequence[str], Sequence[str]], float | None]


def signs_as_words(line: str, found: Sequence[Reading], table: Charset, gain: Gain) -> Iterator[Reading]:
    """The signs by themselves that are words by a table; ``found`` are the other words that it reads, in order.

    >>> from vntextclean.charsets.line_repair import repaired
    >>> from vntextclean.charsets.tables import charset
    >>> from vntextclean.lm.disambiguate import gain
    >>> viscii = charset("viscii")
    >>> def words(line):
    ...     return [one.word for one in signs_as_words(line, repaired(line, viscii), viscii, gain)]
    >>> words("Chúng tôi s¯ng · ngoÕi thành"), words("· Chúng tôi s¯ng"), words("s¯ng 3 · 5 nåm")
    (['ở'], [], [])
    """
    tokens = list(tokens_of(line, found))
    for at, token in enumerate(tokens):
        sign = token.seen.strip(MARKS)
        word = table.letters.get(sign, "") if len(sign) == 1 and not sign.isalpha() else ""
        if not word or not is_word(word) or token.word != token.seen:
            continue
        start = token.start + token.seen.index(sign)
        if not "\x80" <= sign < "\xa0":
            if (
                at == 0
                or sign in _OF_PROSE
                or any(near.seen.strip(MARKS)[-1:].isdigit() for near in tokens[at - 1 : at + 2])
            ):
                continue
            before = until_mark(tokens[max(0, at - _NEAR) : at][::-1], last=True)[::-1]
            after = [] if token.seen[-1] in MARKS else until_mark(tokens[at + 1 : at + 1 + _NEAR], last=False)
            by = gain(word, before, after) if before or after else None
            if by is None or by < _LEAST:
                continue
        yield Reading(start, start + 1, sign, word, True)
