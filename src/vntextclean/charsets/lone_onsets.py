"""Consonants left alone where the ư behind them was dropped, the soft hyphen of TCVN3: ``®Çu t`` for *đầu tư*."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from vntextclean.charsets.words import Choose, Reading, is_word
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

#: The onset of a word by itself, with a capital only where it has two letters and more: "T. Hùng" is an initial.
_LONE = late("[b-df-hj-np-tvx]|[CKNPTckgnpt]h|[Nn]gh?|[Tt]r")
_TOKEN = late(r"\S+")
#: What stands before and behind words of a sentence.
MARKS = ',.;:?!()"“”'
#: So many words on each side tell which word it was; none beyond a mark.
_NEAR = 2


class Token(NamedTuple):
    """What stands between two spaces of a line, and as it is read."""

    start: int
    seen: str
    word: str


def with_horns(line: str, found: Sequence[Reading], choose: Choose) -> list[Reading]:
    """The lone consonants of a line of TCVN3 that are a word with ư, by the words beside them; the others stay.

    ``found`` are the words of the line that its table reads, in order. To be asked only where other words show that the
    soft hyphens were dropped (:func:`.line_repair.lost_soft_hyphens`). A number has its unit: "5 t" are tons.

    >>> from vntextclean.charsets.line_repair import repaired
    >>> from vntextclean.charsets.tables import charset
    >>> from vntextclean.lm.disambiguate import most_likely
    >>> def horns(line):
    ...     return [one.word for one in with_horns(line, repaired(line, charset("tcvn3")), most_likely)]
    >>> horns("chñ ®Çu t, th ký vµ kü s"), horns("®iÓm t kho¶n 2, nÆng 5 t")
    (['tư', 'thư', 'sư'], [])
    """
    tokens = list(tokens_of(line, found))
    read = {at for one in found for at in range(one.start, one.end)}
    made = []
    for at, token in enumerate(tokens):
        lone = token.seen.strip(MARKS)
        if not _LONE.fullmatch(lone) or not is_word(lone + "ư") or (at and tokens[at - 1].word[-1:].isdigit()):
            continue
        start = token.start + token.seen.index(lone)
        if start in read:  # a part of a split word
            continue
        before = [] if token.seen[0] in MARKS else until_mark(tokens[max(0, at - _NEAR) : at][::-1], last=True)[::-1]
        after = [] if token.seen[-1] in MARKS else until_mark(tokens[at + 1 : at + 1 + _NEAR], last=False)
        if (before or after) and choose([lone + "ư", lone], before, after) == lone + "ư":
            made.append(Reading(start, start + len(lone), lone, lone + "ư", True))
    return made


def until_mark(tokens: Sequence[Token], last: bool) -> list[str]:
    """The words of some tokens up to a mark, which stands behind a word, or before it where ``last`` is asked for."""
    words = []
    for token in tokens:
        near, far = (token.word[-1], token.word[0]) if last else (token.word[0], token.word[-1])
        if near in MARKS:
            break
        words.append(token.word.strip(MARKS))
        if far in MARKS:
            break
    return words


def tokens_of(line: str, found: Sequence[Reading]) -> Iterator[Token]:
    """The tokens of a line; a reading over a space (a split word put together) leaves its tokens as they are."""
    waiting = deque(found)
    for match in _TOKEN.finditer(line):
        parts, at = [], match.start()
        while waiting and waiting[0].start < match.end():
            one = waiting.popleft()
            if one.start >= at and one.end <= match.end():
                parts += [line[at : one.start], one.word]
                at = one.end
        yield Token(match.start(), match[0], "".join(parts) + line[at : match.end()])
