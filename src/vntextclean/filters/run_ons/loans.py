"""Whether a solid string looks like a loan in Vietnamese spelling: "Philipphê", "đinitơ", "Lêningrát".

Loans and foreign names have their own letters: no tone but the acute before a final stop, and none of the vowels that
no other language needs a letter for. Most run-ons have other tones. Where they have not, the words belong together
("thôngtin"), or their sentence asks for them with far more than it gives to the parts of a name.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from vntextclean.filters.run_ons.mentions import stands_again
from vntextclean.lm.collocations import Collocations
from vntextclean.lm.model import Model
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import bare, tone_of, toneless
from vntextclean.vietnamese.loans import SOLID_LOANS
from vntextclean.vietnamese.syllables import is_syllable

#: Two words that belong together are no name: the least share of one in what stands beside the other.
TOGETHER = 0.03
#: Log-probability of a common word; parts of loans are rarer, or no syllables at all.
_COMMON = -9.5
_COMMON_BEHIND_NAME = -8.0
_RARE = -20.0
#: The same of what is half of a loan, beside another that is no common word, and by itself. In 34 000 000 syllables of
#: news and encyclopedia 60 strings with the letters of a loan and such halves were loans ("ắcquy", "lăngxê"), six two
#: words.
_HARDLY_A_WORD, _UNCOMMON, _NO_WORD, _PAIR = -8.55, -7.95, -10.5, 0.2
#: More pieces than these are hardly a word and one without a space that is no syllable.
_SYLLABLES = 2
_OWN_VOWELS = late("ư|iê|yê|uô|â[uy]")
#: A word that is shorter, bare and begins with a vowel may be the end of a foreign one.
_SHORTEST_BEHIND = 3
#: A name of so few letters is hardly glued to the next word: "Alavì" is one name.
_SHORT_NAME = 3
#: Where each of two words is as common as this (log-probability), they are those words: "phát sinh", "hai phân". Of
#: loans so written that stand twice, the rarer half of "phi lê", "tua vít" and "ga tô" is rarer.
_EVERYDAY = -8.5
_FINAL_STOP = late("(?:[ptc]|ch)\\Z")
_LEVEL, _ACUTE = 0, 2
#: A name with a long vowel of Pali before another syllable: "Kàsi", "Ànanda"; and how far around it is looked for.
_INDIAN = late(r"\b(?=[A-ZÀÌÙ])[A-Za-z]{0,8}[ÀÌÙàìù](?!n[gh])[b-df-hj-np-tv-z]{1,2}[aiuàìù]\w*")
_NEAR = 2000
#: So far around a name that ends in a grave it is looked for again: tales name a king once a page.
_FAR = 10_000
#: A name as Pali has them, without its long vowels: "Sariputta", "Buddha".
_PALI = late(r"\b[A-Z][a-z]+(?:[bdgjkpt]h|([bdgjklmnpst])\1)[aiu]\b")
#: Names of Italian and Pali end in a syllable with a grave ("Civitattà", "Sirimà"); these are words that stand behind
#: names.
_GRAVE, _COMMON_BEHIND = "àìòù", frozenset("là và bà hà vì gì dù".split())
#: What stands between parts of a foreign name.
_PARTICLE = late(r"\b(?:de|del|della|dos|von|van|der) \Z")
#: Behind *là* stands what something is: a noun, and none of these.
_NO_NOUN = late(
    r"(?: (?:từ|đến|và|với|hoặc|hay|rồi|đã|sẽ|lên|thì|liền|bèn|cũng|vẫn|trông|thấy|nghe|đáp|thưa|tâu)\b"
    r"|[.,;:!?)\]”»\n]|\Z)"
)
#: What stands in no word of French.
NOT_FRENCH = late("[^a-zàâèéêìîòôùû]")


def _spelling(word: str) -> str:
    """A key for the spellings of one loan: without marks, y as i."""
    return bare(word.lower()).replace("y", "i")


_LOANS = frozenset(map(_spelling, SOLID_LOANS))


def is_spelling_of_loan(word: str) -> bool:
    """Whether a word is a known loan but for its marks, and those are marks that loans have.

    >>> is_spelling_of_loan("kílômét"), is_spelling_of_loan("thựchiện")
    (True, False)
    """
    return _spelling(word) in _LOANS and all(tone in (_LEVEL, _ACUTE) for tone in map(tone_of, word.lower()))


@lru_cache(maxsize=1 << 12)
def looks_like_loan(model: Model, pieces: tuple[str, ...]) -> bool:
    """Whether the pieces of a string have the letters of loans, one is hardly a word, and they do not go together."""
    if not "".join(pieces)[1:].islower() or not all(map(_may_be_of_loan, map(str.lower, pieces))):
        return False
    collocations = model.derived(Collocations)
    ids = model.ids([piece.lower() for piece in pieces]).tolist()
    if is_syllable(pieces[0]) or not pieces[0].istitle():
        rarest = _RARE if not all(map(is_syllable, pieces)) else min(model.log_prob[ids])
    else:  # a foreign name with a word behind it
        rarest = min(model.log_prob[ids[1:]]) + _COMMON - _COMMON_BEHIND_NAME
    if rarest > _COMMON:
        return False
    return any(collocations.share(left, right) < TOGETHER for left, right in pairwise(ids))


@lru_cache(maxsize=1 << 12)
def has_letters_of_loan(model: Model, pieces: tuple[str, ...]) -> bool:
    """Whether pieces, all of them words, have the letters of a loan and do not go together: "xi nhan", "phi lê".

    Words of every day are none where a mark shows that they are Vietnamese: "phát sinh".
    """
    ids = model.ids(list(pieces)).tolist()
    if model.log_prob[ids].min() > _EVERYDAY and not all(map(str.isascii, pieces)):
        return False
    collocations = model.derived(Collocations)
    return all(map(_may_be_of_loan, pieces)) and any(collocations.share(*pair) < TOGETHER for pair in pairwise(ids))


def may_be_loan(model: Model, pieces: tuple[str, ...]) -> bool:
    """Whether pieces have the letters of a loan, and are no common words or no syllables: "giămbông", "môlipđen"."""
    if not all(piece.islower() and _may_be_of_loan(piece) for piece in pieces):
        return False
    if not all(map(is_syllable, pieces)):
        return len(pieces) > _SYLLABLES
    ids = model.ids(list(pieces))
    rarest, commonest = float(model.log_prob[ids].min()), float(model.log_prob[ids].max())
    if rarest < _NO_WORD:
        return True
    if rarest >= _HARDLY_A_WORD or commonest >= _UNCOMMON:
        return False
    collocations = model.derived(Collocations)
    return any(collocations.share(*pair) < _PAIR for pair in pairwise(ids.tolist()))  # "tri ân" is a pair


def _may_be_of_loan(piece: str) -> bool:
    tones = {tone_of(letter) for letter in piece} - {_LEVEL}
    if tones and (tones != {_ACUTE} or not _FINAL_STOP.search(piece)):
        return False
    return not _OWN_VOWELS.search(toneless(piece))


def is_indian_name(word: str, text: str, at: int) -> bool:
    """Whether a name has a vowel with a grave, as long vowels of Pali are written, and its text has more of those.

    >>> is_indian_name("Takkasilà", "Vua xứ Kàsi cho con đến Takkasilà học.", 24)
    True
    >>> is_indian_name("Remscheidlà", "Quê ông là Remscheidlà.", 11)
    False
    """
    if not word[0].isupper() or NOT_FRENCH.search(word.lower()):
        return False
    if _INDIAN.fullmatch(word) and text[at + len(word) : at + len(word) + 1] != "-":  # "Màra", but not "Bàla-môn"
        return stands_again(word, text, at) or bool(_PALI.search(text, max(0, at - _NEAR), at + _NEAR))
    return word[-1] in "àìù" and any(name[0] != word for name in _INDIAN.finditer(text, max(0, at - _NEAR), at + _NEAR))


def is_name_in_la(pieces: tuple[str, ...], text: str, start: int, end: int) -> bool:
    """Whether a name with "là" behind it is one name: its sentence goes on without what that would tell of it.

    >>> text = "Năm ấy Gaspar de Portolà đến vịnh, và Kamellà từ bến."
    >>> is_name_in_la(("Porto", "là"), text, 17, 24), is_name_in_la(("Kamel", "là"), text, 38, 45)
    (True, True)
    >>> is_name_in_la(("Remscheid", "là"), "Remscheidlà một thành phố.", 0, 11)
    False
    """
    if len(pieces) != 2 or pieces[-1] != "là" or is_syllable(pieces[0].lower()):
        return False
    before = text[max(0, start - 10) : start]
    return _PARTICLE.search(before) is not None or _NO_NOUN.match(text, end) is not None


def is_name_said_again(pieces: tuple[str, ...], text: str, at: int) -> bool:
    """Whether a foreign name and a syllable with a grave may be one name, and stand near by more than once.

    >>> text = "Vua Bandhumà vui. Dân mừng vua Bandhumà."
    >>> is_name_said_again(("Bandhu", "mà"), text, 4)
    True
    >>> is_name_said_again(("Hilton", "là"), "Khách sạn Hiltonlà nơi họp.", 10)
    False
    """
    word = "".join(pieces)
    if len(pieces) != 2 or word[-1] not in _GRAVE or is_syllable(pieces[0].lower()):
        return False
    return word[0].isupper() and stands_again(word, text, at, _FAR)


def is_foreign_word(pieces: tuple[str, ...]) -> bool:
    """Whether pieces are rather one foreign word: behind one that is no syllable stands what ends words of English.

    >>> is_foreign_word(("pythagore", "an")), is_foreign_word(("chất", "selen", "ua"))
    (True, True)
    >>> is_foreign_word(("video", "nhé")), is_foreign_word(("xem", "anime"))
    (False, False)
    """
    last = pieces[-1]
    plain = last.islower() and last.isascii() and pieces[-2].islower() and pieces[-2].isascii()
    return plain and len(last) < _SHORTEST_BEHIND and last[0] in "aeiou" and not is_syllable(pieces[-2])


def is_foreign_name(pieces: tuple[str, ...]) -> bool:
    """Whether pieces are rather one name of another language, with the marks that French has as well: "Campà".

    A syllable behind the name is a word of its own, but for a lone vowel: "Philippinesngày". More of them are not.

    >>> is_foreign_name(("Camp", "à")), is_foreign_name(("Con", "né", "table"))
    (True, True)
    >>> is_foreign_name(("Kum", "mà", "sa")), is_foreign_name(("Sà", "lissa", "ra")), is_foreign_name(("Ala", "vì"))
    (True, True, True)
    >>> is_foreign_name(("Gam", "bet", "tà")), is_foreign_name(("Bíl", "ý"))
    (True, True)
    >>> is_foreign_name(("Philippines", "ngày")), is_foreign_name(("Remscheid", "là"))
    (False, False)
    """
    word = "".join(pieces)
    if pieces[-1] == "ý" and word[0].isupper() and not is_syllable(pieces[-2].lower()):
        return True  # of Czech
    if not word[0].isupper() or not word[1:].islower() or NOT_FRENCH.search(word.lower()):
        return False
    strange = [not is_syllable(piece.lower()) for piece in pieces]
    last = pieces[-1]
    if strange[-1] or len(last) == 1:
        return True
    if strange[0] and len(last) < _SHORTEST_BEHIND and last[-1] in _GRAVE and last not in _COMMON_BEHIND:
        return True
    return (strange[0] and len(pieces[0]) <= _SHORT_NAME) or (any(strange) and len(pieces) > 2)
