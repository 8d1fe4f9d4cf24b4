"""Lines that mix an old encoding and Unicode: a word that is good Vietnamese as it stands stays.

``Môn toán: kieåm tra`` holds one word of VNI and two of Unicode; read as VNI the others would be *Mơn tốn*. Where a
word is Vietnamese both as it stands and as it reads, the language model chooses over the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vntextclean.charsets.tables import Charset, charset
from vntextclean.charsets.words import Reading, is_word, look
from vntextclean.misreadings.choosing.choose import Open, choose
from vntextclean.misreadings.choosing.known_words import attested, usual_shares
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_bare_syllable

#: Log-weight (nats) of reading a word on a line where nothing but the old encoding is seen, and where Unicode is.
_PURE, _MIXED = 6.0, -2.0
_SURE = 0.98

#: A vowel and the sign of VNI for its mark, as in ``Lieân``, and the đ and ư of VNI in ``ñöôøng``.
_VNI_PAIR = late("[aeouyöôAEOUYÖÔ][âêøùûõéèúüëàáåãäï]|[ñöÑÖ][öôaeiouyï]")
#: Engines read umlauts for Vietnamese letters ("Töa", "hoän"): words with no other sign of VNI are no proof.
_STRONG = late("[âêøùûõéèúàáåãñÂÊØÙÛÕÉÈÚÀÁÅÃÑ]")
#: A French or Dutch name ends like this (Thaï, Danaë): never proof by itself.
_ENDS_LIKE_A_NAME = late("[aeou][ïëéÏËÉ]$")
_ONLY_THE_BAR = str.maketrans("ñÑ", "đĐ")
_LEAST = 3
#: *Đoàng* has 0.0003 of what it and *đồng* have together, *đoàn* 0.72 of what it and *đồn* have.
_HARDLY_EVER = 0.01
_LEAST_WORDS = 2
_WORD = late(r"[^\W\d_]+")


def settled(line: str, found: list[Reading], table: Charset) -> list[Reading]:
    """The readings of a line of an old encoding without those of words that were Unicode already.

    >>> from vntextclean.charsets.line_repair import repaired
    >>> vni = charset("vni")
    >>> line = "Môn toán: kieåm tra"
    >>> [reading.word for reading in settled(line, repaired(line, vni), vni)]
    ['kiểm']
    """
    words = [one.seen for one in found if not MARKED.isdisjoint(one.seen) and is_word(one.seen)]
    known = frozenset(attested(words))
    double = [one for one in found if one.seen in known]
    if not double:
        return found
    weight = _MIXED if _shows_unicode(line, found, table) else _PURE
    others = {one.start for one in double}
    opens = [
        Open(one.start, one.end, (one.word, one.seen), (weight, 0.0))
        if one.start in others
        else Open(one.start, one.end, (one.word,), (0.0,))
        for one in found
    ]
    least = _SURE if weight == _MIXED else 0.5
    kept = []
    for one, choice in zip(found, choose(line, opens, others), strict=True):
        if one.start not in others or choice is None or (choice.word == one.word and choice.posterior >= least):
            kept.append(one)
    return kept


def _shows_unicode(line: str, found: list[Reading], table: Charset) -> bool:
    """Whether a word of a line holds a letter that no word in the old encoding shows."""
    changed = {one.start for one in found}
    for match in table.word.finditer(line):
        seen = match[0]
        if match.start() in changed or seen.isascii() or not is_word(seen):
            continue
        if any(char in MARKED and table.letters.get(char) != char for char in seen):
            return True
    return False


def is_vietnamese_line(line: str, found: re.Pattern[str]) -> bool:
    """Whether a line holds Vietnamese in Unicode: a letter that ``found`` finds, or two marked words that are counted.

    >>> own = re.compile("[ăđơư]")
    >>> is_vietnamese_line("Môn toán: kieåm tra", own), is_vietnamese_line("théâtre à côté", own)
    (True, False)
    """
    if found.search(line):
        return True
    words = {word for word in _WORD.findall(line) if not word.isascii() and len(word) > 2 and is_word(word)}
    return len(words) >= _LEAST_WORDS and len(attested(sorted(words))) >= _LEAST_WORDS


def is_proof(found: list[Reading]) -> bool:
    """Whether words found on lines of Unicode show that VNI was mixed in.

    >>> is_proof([Reading(0, 3, "Töa", "Tưa", True)]), is_proof([Reading(0, 4, "Lieân", "Liên", True)])
    (False, True)
    """
    return any(_STRONG.search(one.seen) for one in found)


def may_have_strays(line: str, is_known: bool) -> bool:
    """Whether a line may hold words of an old encoding: any line of a document in one, else a sure sign of VNI."""
    return is_known or _VNI_PAIR.search(line) is not None


def strays(line: str, offset: int, name: str, is_known: bool) -> Iterator[Reading]:
    """Words of an old encoding on a line of Unicode: no Vietnamese as they stand, and Vietnamese as they read.

    ``is_known`` says that the document is in that encoding; else only words of VNI with a sure sign are read.

    >>> [reading.word for reading in strays("Đỗ Kim Lieân, Citroën", 0, "vni", False)]
    ['Liên']
    """
    if not is_known and name != "vni":
        return
    table = charset(name)
    for match in table.word.finditer(line) if is_known else _words_with_a_pair(line, table):
        read = look(match[0], name, False)
        if read is None or not read.legal or read.word == read.seen or is_word(read.seen):
            continue
        if not is_known and (
            len(read.word) < _LEAST
            or _VNI_PAIR.search(read.seen) is None
            or _ENDS_LIKE_A_NAME.search(read.seen)
            or _is_usual(
                read.seen.translate(_ONLY_THE_BAR), read.word
            )  # ñ alone stands for đ: ``ñoàn`` is *đoàn*, not *đồn*
            or re.search("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]", read.seen)
        ):
            continue
        if len(read.seen) > 1 and attested([read.word]):
            start = offset + match.start() + read.offset
            yield Reading(start, start + len(read.seen), read.seen, read.word, True)


def _words_with_a_pair(line: str, table: Charset) -> Iterator[re.Match[str]]:
    """The words with a sure sign of VNI. No word holds a blank: each is looked for from the one before its sign."""
    done = 0
    while sign := _VNI_PAIR.search(line, done):
        for match in table.word.finditer(line, max(done, line.rfind(" ", done, sign.start()) + 1)):
            if match.end() > sign.start():
                break
        done = match.end()
        if _VNI_PAIR.search(match[0]):
            yield match


def is_short_vni(line: str) -> bool:
    """Whether a short line without a letter of Unicode alone is VNI: all its words are Vietnamese, two or more by VNI.

    >>> [is_short_vni(line) for line in ("Quaän Bình Thaïnh", "Phùng Vaên Taøi", "Loïc, Zoë", "Hää Pää", "Taøi")]
    [True, True, False, False, False]
    """
    made, own, strong = set[str](), False, False
    for match in _WORD.finditer(line):
        seen = match[0]
        read = None if seen.isascii() else look(seen, "vni", False)
        if read is not None and read.legal and _VNI_PAIR.search(seen) and not _ENDS_LIKE_A_NAME.search(seen):
            made.add(read.word)
            strong = strong or _STRONG.search(seen) is not None
        elif not (is_word(seen) or is_bare_syllable(seen.lower()) or (seen.isascii() and _is_of_code(seen))):
            return False
        else:
            own = own or (len(seen) >= _LEAST and not seen.isascii())
    return len(made) >= _LEAST_WORDS and (strong or own) and len(attested(sorted(made))) == len(made)


def _is_of_code(word: str) -> bool:
    """Whether a word may be one of SQL, or the short name of a column."""
    return word.isupper() or len(word) < _LEAST


def _is_usual(word: str, other: str) -> bool:
    """Whether a word is met in real text, and not hardly ever beside another one: for *đồng* no one says *đoàng*."""
    if not is_word(word) or not attested([word]):
        return False
    return usual_shares([word.lower(), other.lower()]).get(word.lower(), 1.0) > _HARDLY_EVER
