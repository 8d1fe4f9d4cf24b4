"""Words with other letters: asked by id or by spelling, the answer is that of the list of syllables."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.kinds.damage import Damage, kind_of, slips, sounding_alike, with_letter_back
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.other_spellings import COST, OtherSpellings
from vntextclean.lm.model import Model
from vntextclean.vietnamese.letters import MARKED, bare
from vntextclean.vietnamese.syllables import forms

LETTERS = "".join(sorted({*"abcdeghiklmnopqrstuvxy", *(letter for letter in MARKED if letter.islower())}))
MODEL = Model.open()
OTHER = OtherSpellings(MODEL, lambda: CandidateSearch(MODEL).numbers)
OTHER._asked = 1000  # the first few words are not asked of the kernel


def by_trying(damaged: str) -> set[str]:
    """Every letter tried at every place."""
    places = [(damaged[:i], damaged[i:]) for i in range(len(damaged) + 1)]
    return {head + letter + tail for head, tail in places for letter in LETTERS if head + letter + tail in forms()}


@given(st.sampled_from(sorted(forms())), st.integers(0, 6))
def test_a_lost_letter_is_found_as_by_trying_all(whole: str, place: int) -> None:
    damaged = whole[:place] + whole[place + 1 :]
    found = with_letter_back(damaged)
    assert set(found) == by_trying(damaged) and len(set(found)) == len(found)


@given(st.lists(st.integers(0, MODEL.size - 1), max_size=30), st.booleans())
def test_by_id_and_by_spelling_the_answers_agree(numbers: list[int], deep: bool) -> None:
    places, found, cost, left = OTHER.of(np.array(numbers, np.int32), np.full(len(numbers), deep))
    answers: dict[int, list[tuple[int, float]]] = {place: [] for place in range(len(numbers))}
    for place, *answer in zip(places.tolist(), found.tolist(), cost.tolist(), strict=True):
        answers[place].append((answer[0], answer[1]))
    for place, number in enumerate(numbers):
        if place not in left.tolist():
            ids, costs = OTHER.of_spelling(MODEL.word(number), deep)
            assert answers[place] == list(zip(ids.tolist(), costs.tolist(), strict=True))


def test_a_word_whose_tone_the_scanner_moves_is_asked_by_its_spelling() -> None:
    number = MODEL.ids(["hòa"])
    assert OTHER.of(number, np.array([True]))[3].tolist() == [0]
    spelled = [MODEL.word(found) for found in OTHER.of_spelling("hoà", True)[0].tolist()]
    others = [MODEL.word(found) for found in OTHER.of_spelling("hòa", True)[0].tolist()]
    assert "hoàn" in spelled and "hoàn" not in others


def test_only_what_sounds_alike_is_asked_of_words_in_known_company() -> None:
    alike = {MODEL.word(found) for found in OTHER.of_spelling("xử", False)[0].tolist()}
    ids, cost = OTHER.of_spelling("xử", True)
    assert alike == {"sử"} and {*map(MODEL.word, ids.tolist())} > alike
    assert cost[[MODEL.word(found) for found in ids.tolist()].index("sử")] == COST[Damage.SOUND]


@given(st.sampled_from(sorted(forms())))
def test_what_sounds_alike_does_so_both_ways(word: str) -> None:
    assert all(word in sounding_alike(other) for other in sounding_alike(word))


@given(st.sampled_from(sorted(forms())), st.integers(0, 6), st.sampled_from(LETTERS))
def test_a_letter_too_many_and_two_exchanged_are_undone(whole: str, place: int, letter: str) -> None:
    place = min(place, len(whole) - 1)
    doubled = whole[:place] + letter + whole[place:]
    assert any(found == whole for found, _ in slips(doubled)) or doubled == whole
    exchanged = whole[:place] + whole[place : place + 2][::-1] + whole[place + 2 :]
    assert exchanged == whole or any(found == whole for found, _ in slips(exchanged))


@given(st.lists(st.text(LETTERS + "fjwz", min_size=1, max_size=7) | st.text(min_size=1, max_size=7), max_size=9))
def test_the_kernel_finds_what_the_rules_find(words: list[str]) -> None:
    asked = [small for word in words if "\n" not in word and len(small := word.lower()) <= 7]
    agrees(asked)


@given(st.sampled_from(sorted(forms())), st.integers(0, 6), st.sampled_from(LETTERS + "fjwzý%"))
def test_the_kernel_finds_what_the_rules_find_near_syllables(whole: str, place: int, letter: str) -> None:
    head, tail = whole[:place], whole[place + 1 :]
    agrees([word[:7] for word in (whole, head + letter + tail, head + letter + whole[place:], head + tail) if word])


def agrees(words: list[str]) -> None:
    """Kernel and rules give the same syllables in the same order at the same costs."""
    for word, (ids, cost, alike) in zip(words, OTHER.of_spellings(words), strict=True):
        wanted = OTHER._found(word)
        assert (ids.tolist(), cost.tolist(), alike) == (wanted.ids.tolist(), wanted.cost.tolist(), wanted.alike), word


@given(st.sampled_from(sorted(forms())), st.integers(0, 6), st.sampled_from(LETTERS + "fjwz"))
def test_the_kind_of_a_slip_is_that_of_the_list(whole: str, place: int, letter: str) -> None:
    head, tail = whole[:place], whole[place + 1 :]
    for word in (head + letter + tail, head + letter + whole[place:], head + tail[:1] + whole[place:][:1] + tail[1:]):
        for other, kind in slips(word):
            if bare(word) != bare(other) and other not in sounding_alike(word) and len(other) <= len(word):
                assert kind_of(word, other) is kind


def test_each_slip_has_its_kind() -> None:
    assert kind_of("ttháng", "tháng") is Damage.EXTRA_LETTER
    assert kind_of("tổgn", "tổng") is Damage.EXCHANGED
    assert kind_of("tbời", "thời") is Damage.OTHER_LETTER
    assert kind_of("giành", "dành") is Damage.SOUND
    assert kind_of("mèo", "trâu") is None


def test_a_letter_is_lost_in_either_tone_style() -> None:
    found = {MODEL.word(number) for number in OTHER.of_spelling("ho", True)[0].tolist()}
    assert {"hóa", "hòa", "hào"} <= found
    assert kind_of("ho", "hóa") is kind_of("ha", "hóa") is Damage.LETTER


def test_the_first_words_of_a_process_and_later_ones_are_answered_alike() -> None:
    words = ["cua", "nhan", "truong", "dân", "bà", "tbời"]
    early, late = OtherSpellings(MODEL, lambda: CandidateSearch(MODEL).numbers), OTHER
    for word in words:
        first, second = early.of_spelling(word, True), late.of_spelling(word, True)
        assert [each.tolist() for each in first] == [each.tolist() for each in second]


def test_words_asked_together_with_one_that_is_too_long_for_the_kernel_are_answered_as_alone() -> None:
    words = ["ngghiêngg", "cuar", "truongggg", "nghièng", "tbời"]
    together = OtherSpellings(MODEL, lambda: CandidateSearch(MODEL).numbers)
    together._asked = 1000
    for word, found in zip(words, together.of_spellings(words), strict=True):
        ids, cost = OTHER.of_spelling(word, True)
        assert found.ids.tolist() == ids.tolist() and found.cost.tolist() == cost.tolist()
        assert found.alike == len(OTHER.of_spelling(word, False)[0])


@given(st.sampled_from(sorted(word for word in forms() if len(word) > 1)), st.integers(0, 6), st.booleans())
def test_the_first_words_are_answered_as_later_ones(whole: str, place: int, deep: bool) -> None:
    word = whole[:place] + whole[place + 1 :]
    first = OtherSpellings(MODEL, lambda: CandidateSearch(MODEL).numbers)
    assert [each.tolist() for each in first.of_spelling(word, deep)] == [
        each.tolist() for each in OTHER.of_spelling(word, deep)
    ]
