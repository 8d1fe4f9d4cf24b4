"""Lines whose letters stand apart, with wider gaps between the words: "T h a n h   t r a   t ỉ n h".

Wide letter spacing becomes blanks when a page is read from PDF. The widths of the gaps then tell where words end, so
they must not be made one blank each before the letters are joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vntextclean.filters.spacing.blanks import BLANKS
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.letters import MARKED, VOWELS
from vntextclean.vietnamese.syllables import forms

_TOKEN = late(f"[^{BLANKS}]+")
#: A syllable that may have lost a letter or two.
_VOWEL = "".join(sorted(VOWELS))
_WORN = late(f"(?:ng|[^{_VOWEL}]){{0,3}}(?:[{_VOWEL}]{{1,3}}(?:ng|nh|ch|[^{_VOWEL}]){{0,2}})?")
_BLANK_BEFORE = late(f"[{BLANKS}]*\\Z")
_BLANK_BEHIND = late(f"[{BLANKS}]*")
#: A gap of more blanks is wide in any case.
_WIDEST = 20
#: Fewer letters may be the answers of a test, a formula, or initials.
_FEWEST = 6
#: So many of them stand alone in a row.
_ROW = 5
#: What stands among single characters may be two or three letters set close; so many of ten tokens at most.
_LONGEST = 3
_CLOSE = 2
#: So many such tokens on end, of which the first is single.
_INK = f"[^{BLANKS}\\n\\r]"
_ROW_OF_TOKENS = late(
    f"{_INK}(?=[{BLANKS}])(?<!{_INK}{{2}})(?:[{BLANKS}]+{_INK}{{1,{_LONGEST}}}(?!{_INK})){{{_FEWEST - 1},}}"
)
#: The share of the groups that must be syllables before they are joined: a PDF file loses letters here and there.
_LEGAL = 0.6
#: The same for so many characters, each alone, with gaps of two widths only.
_LEGAL_STRICT, _LONG = 0.3, 8
#: The same where no letter has a mark: English has words that are syllables of Vietnamese.
_LEGAL_BARE = 0.75
#: Letters that a group has on average; "a ă â   e ê" has fewer, or makes no syllables.
_MEAN = 2
#: So many widths of gaps are looked at; more are no letter spacing.
_WIDTHS = 5
_CLOSING = frozenset(",.;:!?…)”»")
#: What stands before and behind a line.
_EDGES = frozenset(["", "\n"])


class Word(NamedTuple):
    """Where a word begins, where the next one does (or the stretch ends), and its letters and signs, joined."""

    start: int
    end: int
    joined: str


class Spaced(NamedTuple):
    """A stretch of a text whose letters stand apart, its words, and whether most of them are syllables."""

    start: int
    end: int
    words: tuple[Word, ...]
    reads: bool


class LetterSpaced:
    r"""The letter-spaced stretches of one text, each line read once as places are asked about in order.

    ``joined`` says whether a filter joins such letters. Where none does, or where they make no syllables, the gaps that
    part the stretch from the words beside it stay as well: one blank wide, they would take its first and last letters
    away from it, and the next run would find a shorter stretch or none.

    >>> spaced = LetterSpaced("T h a n h   t r a   t ỉ n h\nMột  hai", joined=True)
    >>> spaced.covers(9, 12), spaced.covers(31, 33)
    (True, False)
    """

    def __init__(self, text: str, *, joined: bool) -> None:
        self._text, self._joined = text, joined
        self._low = self._high = -1
        self._found: list[Spaced] = []

    def covers(self, start: int, end: int) -> bool:
        """Whether the width of a zone of blanks tells where a word of a letter-spaced stretch ends."""
        text = self._text
        if text[start - 1 : start] in _EDGES or text[end : end + 1] in _EDGES:
            return False  # an indent, or blanks at the end of a line: no letter stands on both sides
        if not _has_blank(text, start - 1 - _LONGEST, start - 1) and not _has_blank(text, end + 1, end + 1 + _LONGEST):
            return False
        if not self._low <= start < self._high:
            self._low, self._high = line_of(text, start, end)
            self._found = list(letter_spaced(text, self._low, self._high))
        for one in self._found:
            if one.start < start and end < one.end:
                return True
            if end == one.start or start == one.end:
                return self._low < start and end < self._high and not (self._joined and one.reads)
        return False


def letter_spaced(text: str, low: int, high: int) -> Iterator[Spaced]:
    """The letter-spaced stretches in a part of a text that have gaps of two widths, or of two kinds of blanks.

    >>> [word.joined for spaced in letter_spaced("1. C ộ n g   h ò a ,   x ã", 0, 26) for word in spaced.words]
    ['Cộng', 'hòa,', 'xã']
    >>> [spaced.reads for spaced in letter_spaced("Đáp án: A B C   B C A", 0, 21)]
    [False]
    >>> list(letter_spaced("T H Ô N G B Á O", 0, 15))
    []
    """
    for tokens in _runs(text[low:high]):
        spaced = _read(text, [(low + start, low + end) for start, end in tokens])
        if spaced is not None:
            yield spaced


def _has_blank(text: str, start: int, end: int) -> bool:
    """Whether one of the places holds a blank or lies outside of the text.

    >>> _has_blank("ba  nhà", 1, 4), _has_blank("ba  nhà", 4, 7), _has_blank("ba  nhà", 5, 8), _has_blank("ba", -4, -1)
    (True, False, True, True)
    """
    piece = text[start:end]
    return start < 0 or len(piece) < end - start or piece.split() != [piece]


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The longest runs of tokens of one character on a line, a few longer ones inside."""
    for row in _ROW_OF_TOKENS.finditer(text):
        run = [token.span() for token in _TOKEN.finditer(text, *row.span())]
        while run[-1][1] - run[-1][0] > 1:
            run.pop()
        if len(run) >= _FEWEST:
            yield run


def _read(text: str, tokens: list[tuple[int, int]]) -> Spaced | None:
    """The words of a run, parted at its wider gaps, or at those of another blank; None where there are no such."""
    start, end = tokens[0][0], tokens[-1][1]
    close = sum(high - low > 1 for low, high in tokens)
    if sum(map(str.isalpha, text[start:end])) < _FEWEST or close * 10 > _CLOSE * len(tokens):
        return None
    gaps = [text[left[1] : right[0]] for left, right in pairwise(tokens)]
    best: tuple[float, list[Word]] | None = None
    for inner in _inner(gaps):
        words = _words(text, tokens, [gap not in inner for gap in gaps])
        share = _share([word.joined for word in words]) if _stands_apart(text, start, end, inner) else None
        if share is not None and (best is None or share > best[0]):
            best = share, words
    if best is None:
        return None
    reads = best[0] >= _least(text, tokens) and _longest_row(text, tokens) >= _ROW
    return Spaced(start, end, tuple(best[1]), reads) if reads or not close else None


def _stands_apart(text: str, start: int, end: int, inner: set[str]) -> bool:
    """Whether a stretch is no part of a longer word: a wide gap, a sign or a line's end stands on both sides."""
    before = _BLANK_BEFORE.search(text[max(0, start - _WIDEST) : start])
    after = _BLANK_BEHIND.match(text, end)
    assert before is not None and after is not None
    opens = before[0] not in inner or text[start - len(before[0]) - 1] in _CLOSING
    return opens and (after[0] not in inner or text[end - 1] in _CLOSING)


def _least(text: str, tokens: list[tuple[int, int]]) -> float:
    """The share of syllables that is asked for."""
    widths = {right[0] - left[1] for left, right in pairwise(tokens)}
    if len(widths) == 2 and len(tokens) >= _LONG and all(end - start == 1 for start, end in tokens):
        return _LEGAL_STRICT
    marked = any(letter in MARKED for start, end in tokens for letter in text[start:end])
    return _LEGAL if marked else _LEGAL_BARE


def _longest_row(text: str, tokens: list[tuple[int, int]]) -> int:
    """How many letters and digits stand alone in a row at most; signs between them do not count."""
    longest = row = 0
    for start, end in tokens:
        if end - start > 1:
            row = 0
        elif text[start].isalnum():
            row += 1
            longest = max(longest, row)
    return longest


def _inner(gaps: list[str]) -> Iterator[set[str]]:
    """The sets of gaps that may stand inside words: all up to a width, or those of the commonest blank."""
    kinds = set(gaps)
    for width in sorted({len(gap) for gap in kinds})[:_WIDTHS][:-1]:
        inner = {gap for gap in kinds if len(gap) <= width}
        if sum(gap in inner for gap in gaps) * 2 > len(gaps):
            yield inner
    if len(kinds) > 1:
        # Of as many the narrowest: the order of a set is another in each process.
        commonest = max(sorted(kinds), key=gaps.count)
        if all(len(gap) >= len(commonest) for gap in kinds):
            yield {commonest}


def _words(text: str, tokens: list[tuple[int, int]], parts: list[bool]) -> list[Word]:
    words: list[Word] = []
    start, joined = tokens[0][0], text[slice(*tokens[0])]
    for token, apart in zip(tokens[1:], parts, strict=True):
        piece = text[slice(*token)]
        if apart and piece not in _CLOSING:
            words.append(Word(start, token[0], joined))
            start, joined = token[0], ""
        joined += piece
    return [*words, Word(start, tokens[-1][1], joined)]


def _share(words: list[str]) -> float | None:
    """The share of syllables among words; None where they are no words of letters, or too short for some.

    Numbers do not count, nor abbreviations among small letters.

    >>> _share(["Lưu:", "VT,", "TC-KH."]), _share(["ABC", "BCA"]), _share(["a", "bc"])
    (1.0, 0.0, None)
    """
    letters = ["".join(filter(str.isalpha, word)) for word in words if not any(map(str.isdigit, word))]
    letters = [word for word in letters if word]
    if not "".join(letters).isupper():
        letters = [word for word in letters if not word.isupper() or not VOWELS.isdisjoint(word)]
    if len(words) < 2 or not letters:
        return None
    if sum(map(len, letters)) < _MEAN * len(letters) or max(map(len, letters)) <= _MEAN:
        return None
    legal = sum(_is_syllable(word.lower()) for word in letters)
    broken = any(_is_no_syllable(word.lower()) for word in letters)
    return 0.0 if broken else legal / len(letters)


def _is_syllable(word: str) -> bool:
    return word in forms() and (len(word) > 1 or word in VOWELS)


def _is_no_syllable(word: str) -> bool:
    """Whether letters are neither a syllable, nor one that lost letters, nor two syllables.

    >>> [_is_no_syllable(word) for word in ("thanh", "chuyn", "vissng", "nhàncvit", "cộnghòa")]
    [False, False, True, True, False]
    """
    if _is_syllable(word) or _WORN.fullmatch(word):
        return False
    return not any(_is_syllable(word[:at]) and _is_syllable(word[at:]) for at in range(1, len(word)))
