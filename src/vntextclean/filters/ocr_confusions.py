"""Letters that an OCR engine takes for others of the same shape: rn for m, I and 1 for l, 0 for o."""

from __future__ import annotations

import re

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.syllables import is_syllable

RULES = {
    "ocr-confusions.rn": Rule(
        "rn that is no onset and no coda is m",
        "No Vietnamese syllable has rn; the word must be one with m and none as it stands.",
        ("Trời rnưa suốt đêm qua.", "Trời mưa suốt đêm qua."),
        "Ông Lernoult đến Hà Nội năm 1905.",
        "'{word}' is no syllable, '{after}' is: rn was read for m",
        "'{word}' không phải âm tiết, '{after}' thì phải: m bị đọc thành rn",
    ),
    "ocr-confusions.capital-i": Rule(
        "A capital I that opens a word in lower case is l",
        "I is a vowel; before another vowel that bears the syllable it was l.",
        ("Bà con đi Iàm đồng từ sớm.", "Bà con đi làm đồng từ sớm."),
        "Ở Ia Grai có nhiều cây cà phê.",
        "'{word}' is no syllable, '{after}' is: l was read as capital I",
        "'{word}' không phải âm tiết, '{after}' thì phải: l bị đọc thành I",
    ),
    "ocr-confusions.digit": Rule(
        "A 1 or 0 inside a word is l or o",
        "Only one digit, and only where the word with the letter is a common syllable with a mark.",
        ("Ủy ban thành 1ập đoàn kiểm tra.", "Ủy ban thành lập đoàn kiểm tra."),
        "Mua 1 lít dầu, 10 cân gạo, đi 1km.",
        "'{word}' is no word, '{after}' is: the digit was a letter",
        "'{word}' không phải từ, '{after}' thì phải: chữ số vốn là chữ cái",
    ),
}

_LETTERS = r"[^\W\d_]"
_SUSPECT = re.compile(
    rf"(?<!\w)(?:{_LETTERS}*rn{_LETTERS}+|I{_LETTERS}+|1{_LETTERS}{{2,}}|{_LETTERS}+0{_LETTERS}*)(?!\w)"
)
#: A word rarer than this (log-probability) is not read into a scan: one of 200 000 words.
_RAREST = -12.0


class OcrConfusions:
    """Proposes the letter that was there where only it makes a Vietnamese syllable.

    >>> [edit.replacement for edit in OcrConfusions(Settings()).edits("Trời rnưa suốt đêm qua.")]
    ['mưa']
    >>> list(OcrConfusions(Settings()).edits("Ông Lernoult đến Hà Nội."))
    []
    """

    name = "ocr-confusions"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def edits(self, text: str) -> list[Edit]:
        """One edit for each misread word."""
        if text.isascii():
            return []
        found = []
        for match in _SUSPECT.finditer(text):
            word = match.group()
            kind, after = _read(word)
            if after == word or is_syllable(word) or not is_syllable(after) or not self._is_common(after):
                continue
            if kind == "digit" and bare(after) == after:
                continue
            code = f"ocr-confusions.{kind}"
            reason = RULES[code].say(self._settings.lang, word=word, after=after)
            found.append(Edit(match.start(), match.end(), after, code, reason, 0.99))
        return found

    def _is_common(self, word: str) -> bool:
        model = Model.open(self._settings.model)
        number = model.ids([word.lower()])
        return bool(number[0] > 7 and model.unigram(number)[0] >= _RAREST)


def _read(word: str) -> tuple[str, str]:
    """The kind of confusion in a word, and the word without it."""
    if word[0] == "I" and word[1:].islower():
        return "capital-i", "l" + word[1:]
    if word[0] == "1":
        return "digit", "l" + word[1:]
    if "0" in word:
        return "digit", word.replace("0", "o")
    return "rn", word.replace("rn", "m", 1)
