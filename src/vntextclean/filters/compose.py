"""Composition: one letter, one character, its marks in the order Unicode can compose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.patterns import late
from vntextclean.scanning.prefilter import Sign
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import ASCII_LETTERS, TONE_MARKS, VOWELS

RULES: dict[str, Rule] = {
    "compose.decomposed": Rule(
        "Base letters and combining marks become one letter (NFC)",
        "Mac file names, PDF and some keyboards write letters in pieces; two spellings of one word match nowhere.",
        ("Vie\u0323\u0302t", "Việt"),
        "Việt",
        "'{after}' was written in {count} pieces",
        "'{after}' bị tách thành {count} phần",
    ),
    "compose.order": Rule(
        "A tone typed before the circumflex or breve is put behind it",
        "Both marks have one combining class, so Unicode takes their order for meant and never composes them.",
        ("tru\u031bo\u0301\u031bc bie\u0301\u0302n", "trước biến"),
        "ọ́ (Yoruba)",
        "'{after}': tone mark stood before the {mark}",
        "'{after}': dấu thanh đứng trước dấu của chữ",
    ),
    "compose.detached": Rule(
        "A mark or accent that stands beside its letter is put on it",
        "PDF files draw marks as glyphs of their own; they come out behind a space, or as spacing accents.",
        ("cu\u0020\u0309 a Tiê´ng Viê.t co`n", "của Tiếng Việt còn"),
        "dấu \u0303, 5´, `mã`",
        "the marks of '{after}' stood beside their letters",
        "dấu của '{after}' bị tách khỏi chữ",
    ),
    "compose.doubled": Rule(
        "A mark written twice on one letter is written once",
        "The letter looks the same, or nearly so, and is found by no search.",
        ("nga\u0300\u0300y", "ngày"),
        "ngã̀ (two different tones)",
        "'{after}': the same mark twice",
        "'{after}': một dấu viết hai lần",
    ),
}

_HATS = ("\N{COMBINING CIRCUMFLEX ACCENT}", "\N{COMBINING BREVE}", "\N{COMBINING HORN}")
_MARKS = "".join(TONE_MARKS) + "".join(_HATS)
#: In composed text any of these means a pair that Unicode did not compose.
_LEFT_OVER = late(f"[{_MARKS}]")
_CLUSTER = late(f"([{''.join(sorted(VOWELS))}])([{_MARKS}]+)")
#: Anything but letters and signs that are composed whatever stands beside them: Latin to U+02FF, Greek, Cyrillic,
#: Hebrew, Arabic, signs, kana, ideographs, and Hangul syllables. They have no combining class and no decomposition.
_MAY_COMPOSE = late(
    "[^\t\u00a0-\u02c5\u02c7\u02c8-\u02d7\u02d9-\u02db\u02dd-\u02ff\u0388-\u03ff\u0400-\u0482\u048a-\u0559"
    "\u05d0-\u05ea\u0620-\u064a\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u2328\u2500-\u2adb\u3001-\u3029"
    "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]|´"
)
#: What may stand apart from its letter: a combining mark, a spacing accent.
_APART = late(f"[{_MARKS}´˜ˆ˘]")
#: A grave inside a word: no quotation mark of code, and no sign that :data:`.unusual.UNUSUAL` tells of.
_GRAVE = Sign(("".join(sorted(VOWELS)), "`", ASCII_LETTERS))
#: What ends a word, and a combining mark that composes with the sign before it (\N{NOT EQUAL TO}).
_SIGN = "!-/:-@\\[-`{-~0-9"
_WORD = late(rf"[^\s{_SIGN}]+")
_BORDER = late(rf"[\s{_SIGN}]")
_ON_A_SIGN = late(rf"(?<=[{_SIGN}])[\u0300-\u036f]")


class Compose:
    r"""Composes every word to NFC, and the 64 letters whose marks NFC leaves in the wrong order.

    Other scripts get NFC and nothing else. Two different tones on one letter stay: which one was meant is not known.

    >>> [edit.replacement for edit in Compose(Settings()).edits(TextState("Tie\u0302\u0301ng Vie\u0323\u0302t"))]
    ['Tiếng', 'Việt']
    >>> list(Compose(Settings()).edits(TextState("Tiếng Việt, ọ̀")))
    []
    """

    name = "compose"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = UNUSUAL | _GRAVE

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word that is not composed; clean text holds nothing but composed letters."""
        has_grave = _GRAVE.may_be_in(state)
        may_compose = _MAY_COMPOSE.search(rare := unusual(state)) is not None
        if not may_compose and not has_grave:
            return
        apart = self._detached(state) if has_grave or _APART.search(rare) else []
        taken = {at for edit in apart for at in range(edit.start, edit.end)}
        pieces = self._composed(state, rare) if may_compose else ()
        composed = (edit for edit in pieces if taken.isdisjoint(range(edit.start, edit.end)))
        yield from sorted([*apart, *composed]) if apart else composed

    def _detached(self, state: TextState) -> list[Edit]:
        from vntextclean.misreadings.marks_apart.detached_marks import attached

        code = "compose.detached"
        return [
            Edit(start, end, word, code, RULES[code].say(self._lang, after=word))
            for start, end, word in attached(state)
        ]

    def _composed(self, state: TextState, rare: str) -> Iterator[Edit]:
        """One edit for each word that is in pieces. Only words with a character that may compose are looked at."""
        text, end = state.text, 0
        of_words = {char for char in _MAY_COMPOSE.findall(rare) if not _BORDER.match(char)}
        for at in UNUSUAL.places(state) if of_words else ():
            if at < end or text[at] not in of_words:
                continue
            first = at
            while first > end and not _BORDER.match(text, first - 1):
                first -= 1
            word = _WORD.match(text, first)
            assert word is not None  # it holds the character at least
            end = word.end()
            start = first - 1 if _ON_A_SIGN.match(text, first) else first
            before = text[start:end]
            composed = normalize("NFC", before)
            after = _CLUSTER.sub(_reordered, composed) if _LEFT_OVER.search(composed) else composed
            if after == before:
                continue
            if after == composed:
                kind = "decomposed"
            else:
                kind = "doubled" if _repeats_a_mark(composed) else "order"
            mark = "breve" if "\N{COMBINING BREVE}" in composed else "circumflex"
            reason = RULES[f"compose.{kind}"].say(self._lang, after=after, count=len(before), mark=mark)
            yield Edit(start, end, after, f"compose.{kind}", reason)


def _reordered(found: re.Match[str]) -> str:
    """The letter with each mark once and in order, if that is one letter; else the cluster as it was."""
    pieces = normalize("NFD", found.group())
    marks = sorted(set(pieces[1:]), key=lambda mark: mark not in _HATS)
    letter = normalize("NFC", pieces[0] + "".join(marks))
    return letter if letter in VOWELS else found.group()


def _repeats_a_mark(word: str) -> bool:
    return any(len(set(marks := normalize("NFD", m.group())[1:])) < len(marks) for m in _CLUSTER.finditer(word))
