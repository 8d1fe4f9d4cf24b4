"""Letters drawn as no writer wrote them: those of other alphabets for Vietnamese ones (eth, ñ, Cyrillic), or twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from unicodedata import name, normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.disguises import RARE, undisguised
from vntextclean.vietnamese.letters import MARKED, OWN_LETTERS
from vntextclean.vietnamese.overprint import drawn_twice
from vntextclean.vietnamese.syllables import is_bare_syllable, is_syllable

RULES: dict[str, Rule] = {
    "lookalikes.eth": Rule(
        "Ð, ð and Ɖ in a Vietnamese word become Đ and đ",
        "Old fonts and code tables drew the Icelandic eth for đ; the two capitals look the same and never match.",
        ("thành phố Ðà Lạt", "thành phố Đà Lạt"),
        "höfuðborg, Ðæð",
        "'{before}' is written with the {name}, not with đ",
        "'{before}' viết bằng {name}, không phải đ",
    ),
    "lookalikes.caron": Rule(
        "ǎ in a Vietnamese word becomes ă",
        "The caron of Chinese transcription points the other way; lines of pinyin keep it.",
        ("nǎm học mới", "năm học mới"),
        "nǐ hǎo, dǎ",
        "'{before}' has a caron for the breve",
        "'{before}' có dấu mũ ngược thay cho dấu ă",
    ),
    "lookalikes.gha": Rule(
        "ƣ and Ƣ in a Vietnamese word become ư and Ư",
        "Fonts of theses and decrees draw this letter of old Turkic alphabets like ư; PDF files hand it on.",
        ("tăng cƣờng quản lý NGƢỜI", "tăng cường quản lý NGƯỜI"),
        "aƣa, taƣ (Tatar, 1928)",
        "'{before}' is written with {name}, not with ư",
        "'{before}' viết bằng {name}, không phải ư",
    ),
    "lookalikes.n-tilde": Rule(
        "ñ and Ñ at the head of a Vietnamese word become đ and Đ",
        "VNI fonts keep đ at the place of ñ; converters that miss this one letter leave it. Spanish keeps its own.",
        ("ñược sử dụng, ÑẠI HỌC", "được sử dụng, ĐẠI HỌC"),
        "España, niño, ñandú",
        "'{before}' is written with {name}, not with đ",
        "'{before}' viết bằng {name}, không phải đ",
    ),
    "lookalikes.overlay": Rule(
        "A letter with a bar, hook or apostrophe added becomes đ, ơ or ư",
        "They were put together from pieces where the keyboard had no such letter.",
        ("d\u0335i về", "đi về"),
        "o\u0335 (a struck-out o)",
        "'{after}' was put together with {name}",
        "'{after}' được ghép bằng {name}",
    ),
    "lookalikes.dotless": Rule(
        "A dotless ı under a tone mark becomes i",
        "PDF files take the dot off before they set the mark; Unicode then composes nothing.",
        ("k\u0131\u0301nh gửi", "kính gửi"),
        "Diyarbak\u0131r",
        "'{after}' was written with a dotless ı",
        "'{after}' viết bằng chữ ı không chấm",
    ),
    "lookalikes.script": Rule(
        "A Cyrillic or Greek letter in a Vietnamese word becomes the Latin one of its shape",
        "Keyboards and copy protection leave them. Words wholly of another script, and symbols, stay.",
        ("V\u0456ệt Nam", "Việt Nam"),
        "Мама, α-amylase, kΩ",
        "'{before}' holds a {name}",
        "'{before}' lẫn {name}",
    ),
    "lookalikes.alphabet": Rule(
        "Words in an alphabet of look-alikes become Vietnamese where a document is written so throughout",
        "Sites that share documents put letters of Cyrillic, Lao and African alphabets for Latin ones against copying. "
        "Eight different words must become syllables so.",
        (
            "пǥҺề ເủa mộƚ пǥười ƚҺợ, k\u031fếƚ quả ƚҺấɣ ƚҺậƚ гõ",
            "nghề của một người thợ, kết quả thấy thật rõ",
        ),
        "Мама мыла раму, ƚ",
        "'{before}' is '{after}' in letters of other alphabets",
        "'{before}' là '{after}' viết bằng chữ cái của bảng chữ khác",
    ),
    "lookalikes.twice": Rule(
        "Words of which each letter was drawn twice get it once",
        "PDF files print bold text by drawing it twice. Two such words side by side must be Vietnamese syllables.",
        ("BBỘỘ GGIIÁÁOO DDỤỤCC", "BỘ GIÁO DỤC"),
        "ừừ ờờ, AABB",
        "each letter of '{after}' was drawn twice",
        "mỗi chữ cái của '{after}' bị in hai lần",
    ),
}

_ETHS = {"Ð": "Đ", "ð": "đ", "\u0189": "Đ", "\u0256": "đ"}
_GHAS = {"\u01a3": "ư", "\u01a2": "Ư"}
_TILDES = {"ñ": "đ", "Ñ": "Đ"}
_CARONS = {"ǎ": "ă", "Ǎ": "Ă", "\u0203": "ă", "\u0202": "Ă"}
#: A base letter and what was laid over or beside it.
_OVERLAID = late("[dD][\u0335-\u0338]|[oOuU][\u0315\u02bc]")
_DOTLESS = late("\u0131([\u0300\u0301\u0303\u0309\u0323])")
#: Small Cyrillic letters with the shape of a Latin capital (н, т, в) are left out: they are no look-alikes in a word.
_SCRIPTS = dict(
    zip(
        "аеосрхуіјкмАЕОСРХУІЈКМНТВ" + "αονυικρΑΟΝΥΙΚΡΜΤΧΕΗΒΖ",
        "aeocpxyijkmAEOCPXYIJKMHTB" + "aovuikpAONYIKPMTXEHBZ",
        strict=True,
    )
)
_TABLE = str.maketrans({**_ETHS, **_GHAS, **_TILDES, **_CARONS, **_SCRIPTS})
_ANY = late(f"[{''.join(_ETHS)}{''.join(_GHAS)}ñÑ{''.join(_CARONS)}{''.join(_SCRIPTS)}\u0131\u0315\u0335-\u0338\u02bc]")
_WORD = late("(?:[^\\W\\d_][\u0300-\u0338\u02bc]*)+")

#: Letters of Icelandic, phonetic notation and Chinese transcription: their lines keep eth and caron.
_ICELANDIC_OR_PHONETIC = late("[þÞæÆəɪʊɔɑʌɜθʃʒŋɒː\u02c8]")
_PINYIN = late("[āēīōūěǐǒǔǚǘǜǖĀĒĪŌŪĚǏǑǓ]")
#: Chinese syllables end in a vowel, n, ng or r.
_NO_PINYIN = late("(?:[mptc]|[cn]h)$")
#: ĐHQGHN, HĐND: an eth in so short a word of capitals is no Icelandic one.
_ABBREVIATION = 6
_OTHER_SCRIPT = late("[\u0370-\u03ff\u0400-\u052f]+")


#: Two marked letters side by side; our own words have them only behind đ and ư.
_MARKED = "".join(sorted(MARKED - set("đĐưƯ")))
#: A word between the beginnings of two words.
_A_WORD_BETWEEN = late(r"[^\W_]\W+[^\W_]+\W")
_TWICE = Sign((_MARKED, _MARKED, ANY))


class Lookalikes:
    """Puts the Vietnamese letter for its double, in words that are Vietnamese with it.

    >>> [edit.replacement for edit in Lookalikes(Settings()).edits(TextState("Quận Ðống Ða"))]
    ['Đống', 'Đa']
    >>> list(Lookalikes(Settings()).edits(TextState("Reykjavík er höfuðborg Íslands")))
    []
    """

    name = "lookalikes"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = _TWICE | UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word written with a double."""
        made = list(self._drawn_twice(state))
        for more in (self._disguised(state), self._doubles(state)):  # a word is read once, by the first that can
            taken = {at for edit in made for at in range(edit.start, edit.end)}
            made += [edit for edit in more if taken.isdisjoint(range(edit.start, edit.end))]
        yield from sorted(made)

    def _drawn_twice(self, state: TextState) -> Iterator[Edit]:
        done = 0
        for at in _TWICE.places(state):
            if at < done:
                continue
            start, end = line_of(state.text, at)
            done = end
            for first, last, after in drawn_twice(state.text[start:end], _in_latin):
                reason = RULES["lookalikes.twice"].say(self._lang, after=after)
                yield Edit(start + first, start + last, after, "lookalikes.twice", reason)

    def _disguised(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        if not (rare := unusual(state)) or not RARE.search(rare):
            return
        for start, end, after in undisguised(text):
            reason = RULES["lookalikes.alphabet"].say(self._lang, before=text[start:end], after=after)
            yield Edit(start, end, after, "lookalikes.alphabet", reason)

    def _doubles(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        if not (rare := unusual(state)) or not _ANY.search(rare):
            return
        start = 0
        for line in text.split("\n"):
            if not line.isascii() and _ANY.search(line):
                yield from self._line(line, start)
            start += len(line) + 1

    def _line(self, text: str, offset: int) -> Iterator[Edit]:
        line = _Line(text)
        for word in line.words:
            before = word.group()
            found = None if before.isascii() else _ANY.search(before)
            if not found:
                continue
            after, kind = _in_latin(before), _kind(before)
            if after == before or not _ALLOWS[kind](word, after, line):
                continue
            code = f"lookalikes.{kind}"
            reason = RULES[code].say(self._lang, before=before, after=after, name=name(found.group()[-1]).lower())
            yield Edit(offset + word.start(), offset + word.end(), after, code, reason)


class _Line:
    """What a line tells of its words; each question is answered once, for lines may be long."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(_WORD.finditer(text))

    @cached_property
    def is_vietnamese(self) -> bool:
        return not OWN_LETTERS.isdisjoint(self.text)

    @cached_property
    def keeps_eth(self) -> bool:
        return bool(_ICELANDIC_OR_PHONETIC.search(self.text))

    @cached_property
    def keeps_tilde(self) -> bool:
        """Whether a word of the line has a ñ inside, as Spanish words do."""
        return any("ñ" in word.group()[1:].lower() for word in self.words)

    @cached_property
    def keeps_caron(self) -> bool:
        if _PINYIN.search(self.text):
            return True
        return not self.is_vietnamese and not any(
            not word.isascii() and _NO_PINYIN.search(word) and is_syllable(_in_latin(word))
            for word in (found.group() for found in self.words)
        )

    @cached_property
    def _other_scripts(self) -> list[int]:
        """Where the words of another script begin."""
        return [word.start() for word in self.words if _OTHER_SCRIPT.fullmatch(word.group())]

    def has_another_script(self, word: re.Match[str]) -> bool:
        """Whether words of another script stand on the line, or beside a word of a Vietnamese line (a quotation)."""
        if not self._other_scripts or not self.is_vietnamese:
            return bool(self._other_scripts)
        at = bisect_left(self._other_scripts, word.start())
        beside = self._other_scripts[max(0, at - 1) : at + 1]
        return any(not _A_WORD_BETWEEN.search(self.text, *sorted((word.start(), other))) for other in beside)


def _in_latin(word: str) -> str:
    """The word with every double replaced, composed."""
    word = _OVERLAID.sub(lambda m: _assembled(m.group()), word)
    word = _DOTLESS.sub(r"i\1", word)
    return normalize("NFC", word.translate(_TABLE))


def _assembled(pair: str) -> str:
    letter = pair[0]
    return {"d": "đ", "D": "Đ"}.get(letter) or normalize("NFC", letter + "\N{COMBINING HORN}")


def _kind(word: str) -> str:
    if _OVERLAID.search(word):
        return "overlay"
    if _DOTLESS.search(word):
        return "dotless"
    if any(c in _SCRIPTS for c in word):
        return "script"
    if any(c in _GHAS for c in word):
        return "gha"
    if word[0] in _TILDES:
        return "n-tilde"
    return "caron" if any(c in _CARONS for c in word) else "eth"


def _allows_eth(word: re.Match[str], after: str, line: _Line) -> bool:
    before = word.group()
    if line.keeps_eth:
        return False
    if before.isupper() and len(before) <= _ABBREVIATION and not is_syllable(after):
        return line.is_vietnamese
    if not is_syllable(after) or (after[1:].isascii() and not line.is_vietnamese):
        return False
    return line.text[word.start() - 1 : word.start()] not in ("/", "[")


def _allows_gha(word: re.Match[str], after: str, line: _Line) -> bool:
    """A syllable; an abbreviation in capitals on a Vietnamese line (``TƢ``, ``UBTƢ``)."""
    before = word.group()
    return is_syllable(after) or (before.isupper() and len(before) <= _ABBREVIATION and line.is_vietnamese)


def _allows_n_tilde(word: re.Match[str], after: str, line: _Line) -> bool:
    """A syllable or the sign of a price, on a line that has letters of Vietnamese alone, and no word of Spanish."""
    is_price = after == "đ" and line.text[max(0, word.start() - 1) : word.start()].isdigit()
    if not (is_syllable(after) or is_price) or line.keeps_tilde:
        return False
    return line.is_vietnamese or sum(_is_tilde_syllable(other.group()) for other in line.words) > 1


def _is_tilde_syllable(word: str) -> bool:
    return word[0] in _TILDES and len(word) > 1 and not word[1:].isascii() and is_syllable(_in_latin(word))


def _allows_caron(word: re.Match[str], after: str, line: _Line) -> bool:
    del word
    return is_syllable(after) and not line.keeps_caron


def _allows_overlay(word: re.Match[str], after: str, line: _Line) -> bool:
    return is_syllable(after) and (line.is_vietnamese or "\N{MODIFIER LETTER APOSTROPHE}" not in word.group())


def _allows_dotless(word: re.Match[str], after: str, line: _Line) -> bool:
    del word, line
    return is_syllable(after)


def _allows_script(word: re.Match[str], after: str, line: _Line) -> bool:
    """A word of both scripts that is a syllable in Latin letters; a bare one not among words of the other script."""
    before = word.group()
    latin = sum(c not in _SCRIPTS for c in before)
    if not latin or not (is_syllable(after) or is_bare_syllable(after)):
        return False
    if not (after.islower() or after.istitle() or after.isupper()):
        return False  # no writer's word but bytes of a picture read as text
    if not after.isascii():
        return True
    if line.text[word.start() - 1 : word.start()] == "%":
        return False  # %liм: a place for a number, with its Russian unit
    if latin < 2 and any("\u0370" <= c <= "\u03ff" for c in before):
        return False
    return not line.has_another_script(word)


_ALLOWS = {
    "eth": _allows_eth,
    "gha": _allows_gha,
    "n-tilde": _allows_n_tilde,
    "caron": _allows_caron,
    "overlay": _allows_overlay,
    "dotless": _allows_dotless,
    "script": _allows_script,
}
