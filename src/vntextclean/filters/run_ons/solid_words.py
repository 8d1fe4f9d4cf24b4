"""Whether a string that can be parted is one word of its own: a loan, the name of a substance, a name of two words."""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.filters.run_ons.loans import NOT_FRENCH, has_letters_of_loan, may_be_loan
from vntextclean.filters.run_ons.mentions import stands_again
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: Numbers before the names of substances: "đipeptit", "tribrom".
_NUMBERS = frozenset("mono mônô đi tri têtra tetra penta hexa".split())
#: A rime that no other spelling of two syllables has: "Soóng" is no "Só ong".
_OPEN_O, _ONG = late("[oòóỏõọ]\\Z"), late("[oóòỏõọ]ng")
#: What stands before a name that people type without spaces.
_MENTION = late(r"[#@] ?\Z")
#: The letters of a particle before a name, which is none of the words that run together: "LeAliyah", "DiVincenzo".
_PARTICLE = 2


def is_loan(pieces: tuple[str, ...]) -> bool:
    """Whether pieces in small letters are one loan: the name of a substance with a number, a word of French.

    >>> is_loan(("đi", "peptit")), is_loan(("con", "né", "table"))
    (True, True)
    >>> is_loan(("đi", "taxi")), is_loan(("chạy", "marathon", "đường"))
    (True, False)
    """
    word = "".join(pieces)
    if not word.islower():
        return False
    strange = [not is_syllable(piece) for piece in pieces]
    if any(strange[at + 1] and piece in _NUMBERS for at, piece in enumerate(pieces[:-1])):
        return True
    return len(pieces) > 2 and any(strange) and not word.isascii() and not NOT_FRENCH.search(word)


def is_loan_said_again(model: Model, found: RunOn, text: str) -> bool:
    """Whether a string of two words in small letters may be a loan by its letters, and stands again: "lò viba".

    Words that lost their space hardly do so twice, but for those that go together: "thôngtin".
    """
    pieces = tuple(filter(None, found.pieces))
    word = "".join(pieces)
    if found.number or not word.islower() or not stands_again(word, text, found.start):
        return False
    return has_letters_of_loan(model, pieces)


def is_torn(left: str, right: str) -> bool:
    """Whether a letter by itself, or half of a rime, makes a syllable with the piece before it.

    >>> is_torn("cả", "y"), is_torn("Só", "ong"), is_torn("hội", "Soóng")
    (True, True, False)
    """
    if len(right) == 1:
        return is_syllable((left + right).lower())
    return _OPEN_O.search(left.lower()) is not None and _ONG.fullmatch(right) is not None


def is_mention(text: str, start: int) -> bool:
    """Whether a sign stands before a string behind which names have no spaces: "#YeuBien"."""
    return _MENTION.search(text, max(0, start - 2), start) is not None


def one_words(model: Model, found: Sequence[RunOn]) -> set[RunOn]:
    """The run-ons that may be one word: a loan ("phátxít"), a foreign name of two words ("EuroBasket").

    Names of people and papers that lost their space look alike; the model knows both words of most.
    """
    words = (one for one in found if not one.number and not one.echo)
    return {one for one in words if may_be_loan(model, one.pieces) or _is_foreign_name(model, one.pieces)}


def _is_foreign_name(model: Model, pieces: tuple[str, ...]) -> bool:
    if not all(piece.isascii() and piece[:1].isupper() for piece in pieces):
        return False
    strange = [not is_syllable(piece.lower()) for piece in pieces]
    first = pieces[0]
    if not all(strange[1:]) or first.isupper() or not (strange[0] or len(first) == _PARTICLE):
        return False
    return int(model.ids([piece.lower() for piece in pieces]).min()) < len(SPECIALS)
