"""The policy at its borders: thresholds that are just met, edits that only touch what may not be changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import pytest

from vntextclean.edit import Edit
from vntextclean.engine.policy import DECODERS, EVERYWHERE, OF_VIETNAMESE, Policy
from vntextclean.filter import Phase, Rule
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

OFF, ON = "<!-- vntextclean: off -->", "<!-- vntextclean: on -->"


class Named:
    """A filter of which only name and phase count."""

    rules: ClassVar[dict[str, Rule]] = {"fake.word": Rule("", "", ("", ""), "", "", "")}

    def __init__(self, name: str, phase: Phase) -> None:
        self.name, self.phase = name, phase

    def edits(self, state: TextState) -> Iterable[Edit]:
        return ()


def made(
    text: str,
    start: int,
    end: int,
    after: str = "x",
    confidence: float = 1.0,
    name: str = "fake",
    phase: Phase = Phase.WORDS,
    **options: object,
) -> bool:
    """Whether one edit is accepted."""
    edit = Edit(start, end, after, "fake.word", "", confidence)
    policy = Policy(Settings(**options), [Named(name, phase)])  # type: ignore[arg-type]
    state = TextState(text, policy.made)
    accepted, _ = policy.sort([edit], state)
    assert state.accepts(edit) == bool(accepted), "a search that asks is told the same"
    return bool(accepted)


@pytest.mark.parametrize("minimum", [0.0, 0.5, 0.98, 1.0])
def test_an_edit_that_is_just_sure_enough_is_made(minimum: float) -> None:
    assert made("dân vn", 4, 6, confidence=minimum, min_confidence=minimum)
    assert not made("dân vn", 4, 6, confidence=minimum - 0.001, min_confidence=minimum)


def test_a_stretch_that_is_off_ends_at_its_comments() -> None:
    text = f"ab{OFF}cd{ON}ef"
    first, last = 2, text.index("ef")
    for start, end in ((0, 2), (last, last + 2), (first, first), (last, last)):
        assert made(text, start, end, phase=Phase.LAYOUT), (start, end)
    inside = text.index("cd")
    for start, end in ((inside, inside + 2), (inside, inside), (0, first + 1), (last - 1, last + 1), (0, len(text))):
        assert not made(text, start, end, phase=Phase.LAYOUT), (start, end)


def test_without_an_end_everything_behind_is_off() -> None:
    text = f"ab{OFF}cd"
    assert not made(text, len(text) - 1, len(text), phase=Phase.LAYOUT)
    assert made(text, 0, 1, phase=Phase.LAYOUT)


def test_kept_words_are_kept_whole_and_no_more() -> None:
    text = "ở Hà Nội nhé"
    for keep in ({"Hà Nội"}, {"Hà", "Hà Nội"}, {"hà nội"}):
        own = {"keep": frozenset(keep)}
        for start, end in ((2, 4), (5, 8), (4, 5), (3, 3), (4, 4), (0, 3), (7, 9)):
            assert not made(text, start, end, **own), (start, end, keep)
        for start, end in ((0, 2), (8, 9), (2, 2), (8, 8), (9, 12)):
            assert made(text, start, end, **own), (start, end, keep)
    assert made("Hànội", 0, 2, keep=frozenset({"Hà"}))


@pytest.mark.parametrize("phase", [Phase.BOUNDARIES, Phase.WORDS])
@pytest.mark.parametrize("name", ["fake", *sorted(OF_VIETNAMESE)])
def test_words_and_borders_stay_out_of_addresses(phase: Phase, name: str) -> None:
    text = "xem a.vn nhé"
    assert not made(text, 4, 5, name=name, phase=phase)
    assert not made(text, 6, 6, name=name, phase=phase)
    assert made(text, 4, 4, name=name, phase=phase)
    assert made(text, 8, 9, name=name, phase=phase)
    assert made(text, 4, 5, phase=Phase.LAYOUT)


def test_characters_may_be_composed_in_addresses_but_not_exchanged() -> None:
    own = {"phase": Phase.CHARACTERS}
    assert made("xem vie\u0302t.vn", 6, 8, "ê", **own)  # type: ignore[arg-type]
    assert made("xem a\u200b.vn", 5, 6, "", **own)  # type: ignore[arg-type]
    assert not made("xem ab.vn", 4, 5, "b", **own)  # type: ignore[arg-type]
    assert made("xem ab nhé", 4, 5, "b", **own)  # type: ignore[arg-type]


def test_filters_that_decode_read_what_is_no_address_yet() -> None:
    for name in DECODERS:
        assert made("xem ab.vn", 4, 5, "b", name=name, phase=Phase.CHARACTERS)
    for name in EVERYWHERE:
        assert made("xem #HàNội", 5, 7, "Ha", name=name)
    assert not made("xem #HàNội", 5, 7, "Ha")


@pytest.mark.parametrize(
    ("select", "ignore", "preset", "wanted"),
    [
        ((), (), (), True),
        ((), ("a",), (), False),
        ((), ("a.b",), (), False),
        ((), ("a.bc",), (), True),
        (("a",), (), (), True),
        (("a",), ("a.b",), (), False),
        (("a.b",), ("a",), (), True),
        (("a.b",), ("a.b",), (), False),
        (("a",), ("a",), (), False),
        (("x",), (), (), False),
        (("x",), ("y",), (), False),
        ((), (), ("a",), False),
        ((), (), ("a.b",), False),
        (("a",), (), ("a.b",), False),
        (("a.b",), (), ("a",), True),
        (("a.b",), (), ("a.b",), True),
        (("a", "a.b"), ("a",), (), True),
    ],
)
def test_codes_of_every_length_against_each_other(
    select: tuple[str, ...], ignore: tuple[str, ...], preset: tuple[str, ...], wanted: bool
) -> None:
    policy = Policy(Settings(select=select, ignore=ignore), (), preset)
    assert policy.wants("a.b") is wanted
    assert policy.wants("a.b") is wanted, "a second time, as it was remembered"


class Rules:
    """A filter with one rule, by whose name and code the policy tells what it may touch."""

    phase = Phase.WORDS

    def __init__(self, code: str) -> None:
        self.name = code.partition(".")[0]
        self.rules = {code: Rule("", "", ("", ""), "", "", "")}

    def edits(self, state: TextState) -> Iterable[Edit]:
        return ()


FOREIGN = "Bà chép câu “szerifa kelet-tibeti maltai nyelv” cho cháu đọc.\n"


@pytest.mark.parametrize(
    ("code", "text", "word", "accepted"),
    [
        ("diacritics.tone", "Ha Giang mot", "mot", False),  # no word of the line is Vietnamese
        ("split-words.syllable", "Ha Giang mot", "mot", True),  # asked of lost marks alone
        ("diacritics.tone", "Brennið þið kertin mọt", "mọt", False),  # a line of another language
        ("split-words.syllable", "Brennið þið kertin mọt", "mọt", False),
        ("split-words.syllable", "Brennið ở làng mọt", "mọt", True),
        ("diacritics.tone", "Chị Ha Giang mot", "mot", True),
        ("diacritics.tone", "Tôi mot", "mot", True),  # one word, on a line that is no quotation
        ("diacritics.tone", FOREIGN + "Bà đọc “tày mot” rồi nghỉ.", "mot", False),
        ("diacritics.tone", FOREIGN + "Bà đọc “tay mot” rồi nghỉ.", "mot", False),  # the line speaks for no quotation
        ("diacritics.tone", FOREIGN + "Bà đọc “chị mot” rồi nghỉ.", "mot", True),  # ị is ours alone
        ("diacritics.tone", FOREIGN + "Bà đọc “tày lúa mot” rồi nghỉ.", "mot", True),  # two words
        ("diacritics.tone", "Bà và các cháu đọc “tày mot” rồi nghỉ.", "mot", True),  # in a text without foreign words
        ("diacritics.tone", FOREIGN + "Bà đọc “tày mọt” rồi nghỉ.", "mọt", True),  # a word with marks is ours
    ],
)
def test_what_must_be_vietnamese_around_a_bare_word(code: str, text: str, word: str, accepted: bool) -> None:
    at = text.rindex(word)
    policy = Policy(Settings(), [Rules(code)])
    assert TextState(text, policy.made).accepts(Edit(at, at + len(word), "một", code, "")) is accepted


def test_a_line_put_together_holds_what_is_protected_as_it_was() -> None:
    line, held = "L y 1 – 3 l n\nấ ầ", {"name": "moved-letters", "phase": Phase.BOUNDARIES}
    assert made(line, 1, len(line), "ấy 1 – 3 lần", **held)  # type: ignore[arg-type]
    assert not made(line, 1, len(line), "ấy 3 – 1 lần", **held)  # type: ignore[arg-type]
    assert not made(line, 1, len(line), "ấy 1 lần", **held)  # type: ignore[arg-type]
    assert not made(line, 1, len(line), "ấy 1 – 3 lần")  # any other filter


def test_a_character_repair_reaches_protected_text_only_without_a_change_of_ascii() -> None:
    address = "xem https://xa.vn/tin-tưc/a nhé"
    at = address.index("ư")
    assert made(address, at, at + 1, "ứ", phase=Phase.CHARACTERS)
    assert not made(address, at, at + 1, "u", phase=Phase.CHARACTERS)
    assert not made(address, at - 1, at + 1, "ứ", phase=Phase.CHARACTERS)
    assert made("tưc", 1, 2, "u", phase=Phase.CHARACTERS)
