"""Which encoding a line of text was written in, told by how many of its words become Vietnamese under each table.

One word proves nothing: half of the accented words of an Italian page become possible syllables when read as TCVN3.
So a line is recognised by several distinct words at once, and long words, words with a symbol inside and words that
every Vietnamese text is full of weigh more than short ones.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from vntextclean.vietnamese.charsets import NAMES, Charset, charset
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_standard

#: Marked syllables that make up about half of the marked words of any Vietnamese text.
COMMON = frozenset(
    "của và các là có được trong không cho người một những với này đã từ về đến khi để tại ông bà cũng như vào ra sẽ "
    "làm việc năm ngày tháng số đó đồng nhà nước phải còn trên theo hơn nhiều thể hiện thì sự bị do đang lại sau trước "
    "quốc gia hội chính phủ định quyết điều công ty tỉnh thành phố huyện xã độc lập tự hạnh phúc nghĩa việt hà nội đầu "
    "tư kinh tế sản phẩm hàng học sinh trường cộng hòa hoà chủ tịch đại biểu quyền hạn chức năng nhiệm vụ bộ mới đây "
    "nhất cùng nếu vì nên biết rất đi tôi anh chị em mình họ chúng gì mà đều cả thời gian giá tiền nhân dân pháp luật "
    "quy bản thông tin hệ thống phần dụng sử kết quả giữa dưới chưa đường phương tổng giám đốc nhưng lúc rằng ngoài "
    "đối qua nơi hai ba bốn tiếng lên xuống vẫn ở đưa gồm khoản".split()
)

#: What stands at the edge of a word and may be a sign of its own: trademark, degree, quotation marks, dashes.
_SIGNS = "®©™°ªº²³¹»«“”‘’…–—•·§"

_QUOTES = "«»“”‘’…–—•"

#: What no writer puts inside a word: a symbol, a capital of Latin-1 after a small letter (``gâÌn``), or the tone bytes
#: of Windows-1258 behind a vowel that takes no i or o (``thêì``).
_ODD = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿŒœŠšŸŽžƒ]|[a-zà-öø-ÿ][À-ÖØ-ÞŒŠŸŽ]|[aeoyâãêôõý][ìò]")

#: Encodings seldom met must be clearly better than the common ones: their tables share most of TCVN3's cells.
_SELDOM = frozenset({"vietware-f", "vietware-x", "bkhcm1", "bkhcm2"})


#: Two tables that read a line differently and weigh alike within this leave it undecided.
_MARGIN = 0.25


class Reading(NamedTuple):
    """One word of a line as seen, and as it would be under a table; ``legal`` if that is a Vietnamese syllable."""

    start: int
    end: int
    seen: str
    word: str
    legal: bool


class Evidence(NamedTuple):
    """What speaks for a table.

    ``changed`` counts the distinct words the table changes, ``share`` is the part of all marked words that are legal
    under it, ``gain`` the part of the changed words that were not legal as they were seen. ``context`` counts the
    marked words that stay as they are and are legal: the line is Vietnamese, whatever the table.
    """

    changed: int
    share: float
    gain: float
    context: int
    weight: float


def readings(line: str, table: Charset) -> list[Reading]:
    """The marked words of a line, each with its reading under a table.

    >>> [reading.word for reading in readings("Hµ Néi mïa thu", charset("tcvn3"))]
    ['Hà', 'Nội', 'mùa']
    """
    tokens = list(table.word.finditer(line))
    upper = capitals([match[0] for match in tokens], table) if table.twofold else frozenset()
    found = []
    for index, match in enumerate(tokens):
        look = _look(match[0], table.name, index in upper)
        if look:
            start = match.start() + look.offset
            found.append(Reading(start, start + len(look.seen), look.seen, look.word, look.legal))
    return found


class _Look(NamedTuple):
    offset: int
    seen: str
    word: str
    legal: bool


@lru_cache(maxsize=1 << 16)
def _look(seen: str, name: str, capital: bool) -> _Look | None:
    """One word under one table; a document says the same words again and again, so that most are looked up."""
    table = charset(name)
    if seen.isascii() and not table.pattern.search(seen):
        return None
    word = cased(seen, table, capital)
    if not is_word(word):
        core = seen.strip(_SIGNS)
        if core != seen and core and is_word(cased(core, table, capital)):
            return _Look(seen.index(core), core, cased(core, table, capital), True)
    return _Look(0, seen, word, is_word(word))


def cased(seen: str, table: Charset, capital: bool) -> str:
    """A word as read, its doubtful letters in capitals if ``capital``."""
    word = table.read(seen)
    return "".join(letter.upper() if letter in table.twofold else letter for letter in word) if capital else word


def capitals(tokens: list[str], table: Charset) -> frozenset[int]:
    """Which words are set in capitals, where a code serves for both cases.

    A word with a sure capital behind the doubtful letter is (``NéI``); one whose only sure letter is the first
    (``Hµ``) is if its neighbours are.
    """
    case = [_case(seen, table.name) for seen in tokens]
    found = {index for index, sure in enumerate(case) if sure == "upper"}
    for index, sure in enumerate(case):
        if sure == "doubtful":
            before = next((near for near in reversed(case[max(0, index - 3) : index]) if near in _SURE), "")
            after = next((near for near in case[index + 1 : index + 4] if near in _SURE), "")
            if "upper" in (before, after) and "lower" not in (before, after):
                found.add(index)
    return frozenset(found)


_SURE = ("upper", "lower")


@lru_cache(maxsize=1 << 16)
def _case(seen: str, name: str) -> str:
    """What the letters of a word whose codes serve for one case only say of the case of the word."""
    table = charset(name)
    word = table.read(seen)
    plain = "".join(letter for letter in word if letter not in table.twofold)
    if plain and not plain.isupper():
        return "lower"
    if len(plain) == len(word):
        # An abbreviation says nothing of its neighbours: ``Sè 144/Q§``.
        return "upper" if len(word) > 1 and is_syllable(word) else ""
    return "upper" if len(plain) > 1 or (plain and word[0] in table.twofold) else "doubtful"


def is_word(word: str) -> bool:
    """Whether a reading is a syllable written in a case that writers use: lower, Capital or UPPER."""
    return is_syllable(word) and (word[1:].islower() or len(word) == 1 or word.isupper())


def evidence(found: list[Reading]) -> Evidence:
    """Weigh the readings of a line or of a file; each distinct word counts once."""
    distinct = {reading.seen: reading for reading in found if not reading.seen.isascii()}
    changed = [reading for reading in distinct.values() if reading.word != reading.seen]
    if not changed:
        return Evidence(0, 0.0, 0.0, 0, 0.0)
    legal = sum(reading.legal for reading in distinct.values())
    gained = sum(not _is_word_as_seen(reading.seen) for reading in changed if reading.legal)
    weight = sum(_weight(reading.seen, reading.word) for reading in changed if reading.legal)
    context = sum(reading.legal for reading in distinct.values()) - sum(reading.legal for reading in changed)
    return Evidence(len(changed), legal / len(distinct), gained / len(changed), context, weight)


#: A word of any of the tables, roughly: letters and whatever clings to them, but no ASCII signs or digits.
_WIDE_WORD = re.compile(r"[^\s\x00-\x40\[-_\u2013\u2014\u2018-\u201d\u2022\u2026\xa0\xab\xbb]+")


@lru_cache(maxsize=1 << 18)
def _could_be_legal(word: str, name: str) -> bool:
    low = _look(word, name, False)
    if low is None or low.legal:
        return True
    high = _look(word, name, True)
    return high is None or high.legal


@lru_cache(maxsize=1 << 16)
def _is_word_as_seen(seen: str) -> bool:
    return is_word(to_standard(seen))


@lru_cache(maxsize=1 << 16)
def _weight(seen: str, word: str) -> float:
    if not MARKED.intersection(word):
        return 0.0
    weight = min(len(word), 4) / 4
    if len(seen) > 1 and _ODD.search(seen.rstrip(_SIGNS).lstrip(_QUOTES)):
        weight += 0.75
    if word.lower() in COMMON:
        weight += 0.5
    return weight


@cache
def tables() -> tuple[Charset, ...]:
    """Every table, made once."""
    return tuple(map(charset, NAMES))


def recognise(line: str) -> tuple[str, Evidence] | None:
    """The encoding a line is surely in, or None.

    >>> recognise("Caùc Ñaïi bieåu Quoác hoäi")[0]
    'vni'
    >>> recognise("På brød, så nå") is None
    True
    """
    words = {word for word in _WIDE_WORD.findall(line) if not word.isascii()}
    ranked = []
    for table in tables():
        # Most tables fail on most lines: words that are looked up tell so before the line is cut and read by each.
        if sum(_could_be_legal(word, table.name) for word in words) < 0.6 * len(words):
            continue
        found = readings(line, table)
        proof = evidence(found)
        if sure(proof):
            ranked.append((proof.share, proof.weight - (table.name in _SELDOM) / 2, table.name, found, proof))
    ranked.sort(key=lambda entry: entry[:2], reverse=True)
    if not ranked:
        return None
    best = ranked[0]
    for other in ranked[1:]:
        close = other[0] == best[0] and best[1] - other[1] < _MARGIN
        if close and [reading.word for reading in other[3]] != [reading.word for reading in best[3]]:
            return None
    return best[2], best[4]


def sure(proof: Evidence) -> bool:
    """Whether a line is recognised beyond doubt.

    On 81,919 lines with accents in 30 European languages none passes. With a weight of 2 instead of 2.5, 7 do.
    """
    if proof.share < 0.9 or proof.gain < 0.4:
        return False
    if proof.changed >= 3:
        return proof.weight >= 2.5
    if proof.share < 1.0:
        return False
    if proof.context < 2:
        return proof.changed == 2 and proof.weight >= (2.25 if proof.context else 3.0)
    return proof.weight >= 1.25 and proof.gain == 1.0


def could_be(line: str, table: Charset, mixed: bool = False) -> bool:
    """Whether a line reads well under the table of its document; ``mixed`` asks for a gain over the line as seen.

    >>> could_be("Teân:", charset("vni")), could_be("Müller", charset("vni"))
    (True, False)
    """
    proof = evidence(readings(line, table))
    if proof.changed == 0 or (mixed and proof.gain < 0.5):
        return False
    return proof.share >= (0.9 if proof.changed >= 3 else 1.0) or _only_abbreviations(line, table)


def _only_abbreviations(line: str, table: Charset) -> bool:
    """Whether each marked word becomes a syllable, one at least, or an abbreviation in capitals (``Q§``, ``BHLÑ``)."""
    found = [reading for reading in readings(line, table) if not reading.seen.isascii()]
    return any(reading.legal for reading in found) and all(
        reading.legal or (reading.word.isupper() and reading.word.isalpha()) for reading in found
    )
