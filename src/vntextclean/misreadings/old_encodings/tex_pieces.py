"""The pieces of a line of T5 whose letters a reader of PDF made blanks of, and those of them that an à puts together.

``h nh`` is *hành*, for no other letter joins the two. Of an à inside a word some readers leave one blank, some two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.choosing.known_words import attested, the_model, usual_shares
from vntextclean.misreadings.old_encodings.tex_fonts import Kept, may_lack_a_bar, read, words_in
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

_TOKEN = late("[^ \n]+")
_NO_VOWEL = late("(?i)[bcdghklmnpqrstvx]+$|đ$|gi$|qu$")
#: What may follow the à of a syllable; the vowels may also be words that lost their đ (*đi*, *đo*).
_CODAS, _GLIDES = frozenset(("m", "n", "ng", "nh")), frozenset("iouy")
#: Both: what no line holds by itself but for a lost letter.
TAILS = _CODAS | _GLIDES
#: So many blanks may stand for an à inside a word.
INSIDE = 2
#: The share of a joined word beside its first part as a word by itself, *ngoài* beside *ngo*.
_USUAL = 0.9
_WITHOUT_BARS = str.maketrans("đĐ", "dD")
#: So many words before tell which of two words it was.
_NEAR = 3
#: Instead of a word: two pieces may be one word or two.
_EITHER = "?"


class Piece(NamedTuple):
    """A word of a line: its place, and as it was meant so far.

    ``before`` and ``behind`` count its blanks, -1 where something clings to it; ``heads`` says that it begins a line.
    ``lacks`` says that it may have begun with a đ; ``torn`` that it was put together.
    """

    start: int
    end: int
    word: str
    before: int
    behind: int
    heads: bool
    lacks: bool
    torn: bool = False


def pieces_of(line: str, found: Kept) -> list[Piece]:
    """The words of a line, with those put together that a lost à parts.

    >>> [piece.word for piece in pieces_of("c£ l ng ra s¥n", Kept(False, False))]
    ['cả', 'làng', 'ra', 'sân']
    """
    found_pieces = list(_pieces(line, found))
    return found_pieces if found.graves else _joined(found_pieces, found)


def has_no_vowel(word: str) -> bool:
    """Whether a word is only the onset of one.

    >>> has_no_vowel("nh"), has_no_vowel("qu"), has_no_vowel("to")
    (True, True, False)
    """
    return _NO_VOWEL.match(word) is not None


def is_plain(word: str) -> bool:
    """Whether a word has no mark but that of a đ, so that an à or a ỷ may have followed it."""
    return word.translate(_WITHOUT_BARS).isascii()


def _pieces(line: str, found: Kept) -> Iterator[Piece]:
    """The words of a line as they stand between blanks and signs."""
    done = 0
    tokens = [token.span() for token in _TOKEN.finditer(line)]
    for (first, last), (following, _) in zip(tokens, [*tokens[1:], (len(line), 0)], strict=True):
        gap = line[done:first].rpartition("\n")[2]
        heads = done == 0 or len(gap) < first - done
        behind = len(line[last:following].partition("\n")[0])
        for start, seen in words_in(line, first, last):
            end, word = start + len(seen), read(seen)
            before = len(gap) if start == first else -1
            lacks = before >= 0 and not found.bars and may_lack_a_bar(line, start, word)
            yield Piece(start, end, word, before, behind if end == last else -1, heads and start == first, lacks)
        done = last


def _joined(pieces: Sequence[Piece], found: Kept) -> list[Piece]:
    """The pieces, with those put together that an à parts."""
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        before = made[-1] if made else None
        word = _over(before, piece, found) if before else ""
        if not before or not word:
            made.append(piece)
        elif word == _EITHER:  # "lo i" is *loài* or *lo đi*: both stay
            made[-1] = before._replace(behind=-1)
            made.append(piece._replace(before=-1, lacks=False))
        elif _goes_left(made, word, piece, pieces[at + 1] if at + 1 < len(pieces) else None, found):
            made[-1] = before._replace(end=piece.end, word=word, behind=piece.behind, torn=True)
        else:
            made.append(piece)
    return made


def _over(left: Piece, right: Piece, found: Kept) -> str:
    """The word that an à makes of two pieces with nothing but a few blanks between them, or ""."""
    if right.heads or left.behind < 0 or not 0 < right.before <= INSIDE:
        return ""
    return _with_grave(left.word, right.word, found.bars)


@lru_cache(maxsize=1 << 12)
def _with_grave(left: str, right: str, bars: bool) -> str:
    """The word that an à makes of two pieces; "" if they make none."""
    if right not in TAILS or not is_plain(left) or not (left[1:].islower() or len(left) == 1):
        return ""
    word, bare = left + "à" + right, has_no_vowel(left)
    if right in _CODAS:
        ways = [word] if bare or bars else [word, "đ" + word]
        return word if any(is_word(one) and attested([one]) for one in ways) else ""
    if not (is_word(word) and attested([word])):
        return ""
    usual = bare or usual_shares([word.lower(), left.lower()]).get(word.lower(), 0.0) >= _USUAL
    return word if usual else _EITHER


def _goes_left(made: Sequence[Piece], word: str, piece: Piece, behind: Piece | None, found: Kept) -> bool:
    """Whether a piece belongs to the one before: ``l ng nh`` may be *làng* and *nhà*, or *là* and *ngành*.

    ``l nh qu¶`` may be *lành*, or *là nhà*.
    """
    left = made[-1]
    other = _over(piece, behind, found) if behind else ""
    is_onset = has_no_vowel(piece.word) and piece.word != "n"
    if left.torn or not has_no_vowel(left.word) or (other in ("", _EITHER) and not is_onset):
        return True
    model = the_model()
    if model is None:
        return False
    before = [one.word for one in made[-1 - _NEAR : -1]]
    last = [behind.word] if behind and not behind.heads else []
    ways = [[word, *last], [left.word + "à", piece.word + "à", *last]]
    if behind and other not in ("", _EITHER):
        ways = [[word, behind.word + "à"], [left.word + "à", other]]
    first, second = (float(model.token_scores(" ".join([*before, *way])).sum()) for way in ways)
    return first > second
