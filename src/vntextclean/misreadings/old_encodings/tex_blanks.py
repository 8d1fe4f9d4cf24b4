"""Letters of T5 that a reader of PDF made blanks of: à, đ, ỷ and ỵ, whose codes show nothing.

`` ành`` is *định*, for *ịnh* is no word. Where several words fit, the language model chooses over the line, and the
blanks tell a little: where a đ was, there are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.choosing.choose import Choice, Open, as_far_as_read, choose
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.misreadings.old_encodings.tex_fonts import Kept
from vntextclean.misreadings.old_encodings.tex_pieces import INSIDE, TAILS, Piece, has_no_vowel, is_plain, pieces_of
from vntextclean.misreadings.parsing.words import Chosen
from vntextclean.patterns import late

#: How sure a word is that alone fits; the number of an act, or the mark of an item between c) and e).
_ALONE, _ACT = 0.99, 0.99
#: Log-weights (nats): of a word that begins with a vowel behind more blanks than it needs; of a letter put in where
#: there is no blank for it; of a single letter by itself.
_TOO_MANY, _TOO_FEW, _LABEL = -2.0, -3.0, -1.0
_CLOSING = frozenset(",.;:!?)”\n")
_NUMBER = late(r"\b([NQ]) {1,2}(?=-[A-Z])")
_ITEM = late(r" *(?=\) )")


def with_lost_letters(line: str, found: Kept, head: float) -> list[Chosen]:
    """The words of a line of T5 that lost a letter, or may have; ``head`` is the weight of a small letter at its head.

    The line may be one of several that were wrapped.

    >>> [one.word for one in with_lost_letters("nhê m¤ ngo i  çng", Kept(False, False), -5.0)]
    ['ngoài', 'đồng']
    >>> with_lost_letters("nhê m¤ ngo\\xa0i \\x1fçng", Kept(True, True), -5.0)
    []
    """
    if found.bars and found.graves:
        return []
    pieces = pieces_of(line, found)
    opens = []
    for at, piece in enumerate(pieces):
        options = _options(line, piece, pieces[at - 1] if at else None, found)
        # The model reads three blanks between two sentences as if there was no end.
        extra = max(0, piece.before if piece.heads else piece.before - 1)
        opens.append(Open(piece.start - extra, piece.end, tuple(options), tuple(options.values())))
    text, several = as_far_as_read(line, 0, len(line), [one for one in opens if one.options])
    chosen = iter(choose(text.replace("\n", " "), several, head=head))
    made = list(_numbers(line, found))
    taken = {at for one in made for at in range(one.start, one.end)}
    for piece, one in zip(pieces, opens, strict=True):
        if not one.options:
            continue  # it stays as it is
        choice = Choice(one.options[0], _ALONE) if len(one.options) == 1 else next(chosen)
        if choice and (piece.torn or piece.lacks or choice.word != piece.word):
            start, end = _with_blanks(line, piece, choice.word)
            if line[start:end] != choice.word and taken.isdisjoint(range(start, end)):
                made.append(Chosen(start, end, *choice))
    return sorted(made)


def _options(line: str, piece: Piece, left: Piece | None, found: Kept) -> dict[str, float]:
    """What a piece may be, each with its weight; nothing where it stays as it is."""
    word, seen = piece.word, line[piece.start : piece.end]
    heads, tails = _heads(piece, found), _tails(line, piece, found)
    if heads == tails == [""]:
        return {word: 0.0} if word != seen and (is_word(word) or piece.torn) else {}
    owed = left is not None and left.behind >= 0 and has_no_vowel(left.word)
    blanks = 0 if piece.heads else max(0, piece.before - owed)
    is_tail, is_known = word in TAILS, is_word(word) and bool(attested([word]))
    weights = dict[str, float]()
    for first, last in product(heads, tails):
        made = first + word + last
        if not first and not last:
            if is_known or len(word) == 1:  # the label of an item, an initial
                weights[made] = (_TOO_MANY if blanks > 1 else 0.0) if is_known else _LABEL
        elif (is_word(made) or first) and attested([made]):
            weight = _TOO_FEW * max(0, len(first) + 1 - blanks) if blanks else 0.0
            weight += _TOO_FEW if last and piece.behind == 1 and is_word(word) else 0.0
            weights[made] = weight + (_TOO_MANY if len(first) == 1 and is_tail and blanks > INSIDE else 0.0)
    return {} if list(weights) == [word] and word == seen else weights


def _heads(piece: Piece, found: Kept) -> list[str]:
    """What may have stood before a piece."""
    heads = [""]
    if piece.lacks:
        heads += ["Đ"] if len(piece.word) > 1 and piece.word.isupper() else ["đ", "Đ"]
    if not found.bars and not found.graves and piece.before >= 0 and not piece.torn and piece.word in TAILS:
        heads += ["đà", "Đà"]
    return heads


def _tails(line: str, piece: Piece, found: Kept) -> list[str]:
    """What may have stood behind a piece."""
    if piece.behind < 0 or piece.torn or not is_plain(piece.word) or _is_measure(line, piece):
        return [""]
    return ["", *([] if found.graves else ["à"]), *([] if found.bars else ["ỷ", "ỵ"])]


def _is_measure(line: str, piece: Piece) -> bool:
    """Whether a piece may be the unit of a number: 5 m; behind t may be tons, and *tỷ* the billion as well."""
    return piece.word != "t" and line[piece.start - piece.before - 1 : piece.start - piece.before].isdigit()


def _with_blanks(line: str, piece: Piece, word: str) -> tuple[int, int]:
    """The place of a word with the blanks that its lost letters left, but for those between two words."""
    start, end = piece.start, piece.end
    if word[:1] in "đĐ" and piece.word[:1] != word[:1] and piece.before > (not piece.heads):
        start -= 1
    if word[-1:] in "àỷỵ" and piece.word[-1:] != word[-1:] and piece.behind > 0:
        is_last = line[end + piece.behind : end + piece.behind + 1] in _CLOSING
        end += piece.behind if is_last else piece.behind > 1
    return start, end


def _numbers(line: str, found: Kept) -> Iterator[Chosen]:
    """The Đ of the number of an act, ``64/2014/N -CP``, and the đ of an item."""
    if found.bars:
        return
    for match in _NUMBER.finditer(line):
        yield Chosen(*match.span(), match[1] + "Đ", _ACT)
    item = _ITEM.match(line)
    if item and item.end():
        yield Chosen(item.end() - 1, item.end(), "đ", _ACT)
