"""Which edits are made, which are suggested, which are refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import ClassVar
from unittest import mock

import pytest

from vntextclean import Pipeline
from vntextclean.edit import Edit
from vntextclean.engine.policy import Policy
from vntextclean.filter import Phase, Rule
from vntextclean.protected import ProtectedSpans
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


class Fake:
    """A filter that proposes what a test tells it to."""

    name = "fake"
    rules: ClassVar[dict[str, Rule]] = {"fake.word": Rule("", "", ("", ""), "", "", "")}

    def __init__(self, phase: Phase = Phase.WORDS) -> None:
        self.phase = phase

    def edits(self, state: TextState) -> Iterable[Edit]:
        return ()


def sort(edit: Edit, text: str, phase: Phase = Phase.WORDS, **options: object) -> tuple[list[Edit], list[Edit]]:
    policy = Policy(Settings(**options), [Fake(phase)])  # type: ignore[arg-type]
    return policy.sort([edit], TextState(text, policy.made))


def edit(text: str, before: str, after: str, confidence: float = 1.0, rule: str = "fake.word") -> Edit:
    at = text.index(before)
    return Edit(at, at + len(before), after, rule, "", confidence)


def test_a_sure_edit_is_accepted_and_a_doubtful_one_suggested() -> None:
    """The threshold of confidence parts what is made from what is only shown."""
    text = "dân vn"
    sure, doubtful = edit(text, "vn", "vận", 0.99), edit(text, "vn", "văn", 0.6)
    assert sort(sure, text) == ([sure], [])
    assert sort(doubtful, text) == ([], [doubtful])
    assert sort(doubtful, text, min_confidence=0.5) == ([doubtful], [])


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        ((), ("fake",), False),
        ((), ("fake.other",), True),
        (("fake",), (), True),
        (("fake",), ("fake.word",), False),
        (("fake.word",), ("fake",), True),
        (("other",), (), False),
        (("fake.word",), ("fake.word",), False),
    ],
)
def test_the_longest_code_decides(select: tuple[str, ...], ignore: tuple[str, ...], wanted: bool) -> None:
    """`select` and `ignore` name rules or their prefixes; `ignore` wins a tie."""
    assert Policy(Settings(select=select, ignore=ignore), ()).wants("fake.word") is wanted


def test_a_rule_the_preset_leaves_out_can_be_selected() -> None:
    """What a user asks for by name counts for more than the preset's list."""
    assert not Policy(Settings(), (), ["fake.word"]).wants("fake.word")
    assert Policy(Settings(select=("fake.word",)), (), ["fake.word"]).wants("fake.word")


def test_protected_tokens_are_not_reached_into() -> None:
    """A word filter never changes an address; a LAYOUT filter may delete the line that holds one."""
    text = "xem thuchien.vn nhé"
    inside = edit(text, "thuchien", "thực hiện")
    assert sort(inside, text) == ([], [])
    assert sort(inside, text, Phase.LAYOUT) == ([inside], [])


def test_characters_filters_leave_the_ascii_of_addresses_alone() -> None:
    """A character may be composed inside an address, its ASCII may not change."""
    text = "xem a\u200bb.vn nhé"
    assert sort(edit(text, "\u200b", ""), text, Phase.CHARACTERS)[0]
    assert not sort(edit(text, "b.v", "c.v"), text, Phase.CHARACTERS)[0]


def test_what_the_author_switched_off_stays() -> None:
    """Between the two comments nothing is touched."""
    text = "môt <!-- vntextclean: off --> thwc <!-- vntextclean: on --> hai vn"
    assert sort(edit(text, "thwc", "thực"), text) == ([], [])
    assert sort(edit(text, "môt", "một"), text)[0]
    assert sort(edit(text, "vn", "vận"), text)[0] == []  # the first "vn" stands in the comment itself


def test_kept_words_stay() -> None:
    """A word the user lists is never touched, in any case, and only as a whole word."""
    text = "hãng Thuơng và thuơng mại"
    assert sort(edit(text, "Thuơng", "Thương"), text, keep=frozenset({"thuơng"})) == ([], [])
    assert sort(edit(text, "mại", "mãi"), text, keep=frozenset({"m"}))[0]


def test_an_edit_of_a_filter_that_does_not_run_is_refused() -> None:
    """A search may ask about repairs of another filter: they count only where that filter is in the pipeline."""
    text = "dân vn"
    other = edit(text, "vn", "vận", rule="other.word")
    assert sort(other, text) == ([], [])


def test_a_place_is_asked_once_for_each_rule_and_each_kind_of_filter() -> None:
    text = "xem baomoi.com nhé"
    state, inside = TextState(text), edit(text, "moi", "mới")
    words = Policy(Settings(), [Fake(Phase.WORDS)])
    with mock.patch.object(ProtectedSpans, "reached", autospec=True, side_effect=ProtectedSpans.reached) as reached:
        assert words.sort((inside, inside._replace(replacement="mời")), state) == ([], [])
        assert reached.call_count == 1
        assert words.made([edit(text, "xem", "xẻm")], state)
        assert reached.call_count == 2
    assert Policy(Settings(), [Fake(Phase.LAYOUT)]).made([inside], state)
    assert words.made([inside], TextState("xem baomoi nhé"))


def test_the_predicate_of_a_text_is_the_verdict_on_it() -> None:
    """What a search is told would be made is what the policy makes."""
    text = "môt <!-- vntextclean: off --> thwc"
    policy = Policy(Settings(keep=frozenset({"vn"})), [Fake()])
    state = TextState(text + " vn mai", policy.made)
    proposed = [
        edit(state.text, before, "x", confidence)
        for before, confidence in (("môt", 0.99), ("môt", 0.5), ("thwc", 1.0), ("vn", 1.0))
    ]
    assert [state.accepts(one) for one in proposed] == [True, False, False, False]
    assert state.accepted(proposed) == [proposed[0]]
    assert policy.sort(proposed, state) == ([proposed[0]], [proposed[1]])


@pytest.mark.parametrize("address", ["https://a.vn/tiê\u0301ng-vie\u0323\u0302t-2020", "ma12-e\u0302\u0301"])
def test_letters_are_composed_in_what_is_protected_too(address: str) -> None:
    """Composed and decomposed are one text: nothing in an address or a code is changed by it."""
    cleaned = Pipeline.from_preset("lossless").run(f"Xem {address} nhé.")
    assert cleaned.text == unicodedata.normalize("NFC", f"Xem {address} nhé.")
    assert cleaned.changed


def test_a_number_that_was_misread_is_no_code() -> None:
    ocr = Pipeline.from_preset("ocr")
    assert ocr.run("Theo Điều l5, ký ngày 1O/l2/2O05 tại huyện.").text == "Theo Điều 15, ký ngày 10/12/2005 tại huyện."
    assert not ocr.run("Xem phòng B1O và tệp /ngày/l2 trên máy của huyện.").changes
    assert not ocr.run("Mở tệp năm 2O15.pdf trên máy của huyện.").changes


def test_a_number_in_settings_stays() -> None:
    text = "Tệp mẫu của trạm bơm.\ntram:\n  lap: năm 2O15\nHết tệp mẫu.\n"
    assert Pipeline.from_preset("ocr").run(text).text == text
