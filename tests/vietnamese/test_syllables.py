"""The grammar of syllables against what is and what is not written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.parts_of_syllables import is_form
from vntextclean.vietnamese.syllables import (
    Syllable,
    analyse,
    forms,
    is_bare_syllable,
    is_syllable,
    parse,
    spell,
)

LEGAL = (
    "nghiêng khuya khuỷu ngoằn ngoèo nguệch ngoạc quýt quỳnh quyển giếng giặc gìn gì huơ thuở xoong moóc ngoáo "
    "yêu yết ừ ạ ê uống oan oét hoặc chuyện khuếch huyện ướp rượu hươu bưu giữa duyệt thuyền toán toàn hòa hoà "
    "thủy thuỷ khỏe khoẻ kỹ kĩ lý lí quí buýt voan tuýp phuy ngành nghề ghế gỗ cả kẻ ăn ấm ống ở ưa ý Mỹ y tế"
).split()
ILLEGAL = (
    "môt biêt đươc viêc ngừơi đựơc tòan hòang qúa gía nguời thuơng kông kưng nghành ngiêm gổng? cế ki? ngê ghà "
    "kà quu oot moon soon bơc tưp lưp it hot net street strong Wales fải wá zậy jờ tiêng' đđi cuả nghiã b1 ă ăi"
).split()
SYLLABLES = st.sampled_from(sorted(forms()))


@pytest.mark.parametrize("word", LEGAL)
def test_what_is_written_is_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_bare_syllable(bare(word))


@pytest.mark.parametrize("word", ILLEGAL)
def test_what_no_writer_means_is_none(word: str) -> None:
    assert not is_syllable(word)
    assert parse(word) is None


@given(SYLLABLES, st.integers(0, 7), st.text("aăâơuyàồửghiknqđfz ", max_size=2), st.integers(0, 2))
def test_a_form_is_told_by_its_parts(word: str, at: int, other: str, lost: int) -> None:
    near = word[:at] + other + word[at + lost :]
    assert is_form(word)
    assert is_form(near) == (near in forms())


@pytest.mark.parametrize("word", ["", "q", "qu", "gi", "g", "ngh", "gì", "giì", "quu", "quà", "HÒA", *LEGAL, *ILLEGAL])
def test_a_form_is_as_it_is_spelled(word: str) -> None:
    assert is_form(word) == (word in forms())


@given(SYLLABLES)
def test_a_syllable_taken_apart_is_spelled_as_it_was(word: str) -> None:
    found = parse(word)
    assert found is not None
    assert word in (spell(found, "old"), spell(found, "new"))
    assert analyse(word) == found


@given(SYLLABLES, st.integers(0, 5))
def test_stops_take_two_tones_only(word: str, tone: int) -> None:
    found = parse(word)
    assert found is not None
    stopped = found.rime.endswith(("c", "ch", "p", "t"))
    assert is_syllable(spell(Syllable(found.onset, found.rime, tone))) == (not stopped or tone in (2, 5))


def test_the_inventory_has_the_size_that_was_measured() -> None:
    assert 16_900 < len(forms()) < 17_100


@pytest.mark.parametrize(
    ("word", "parts"),
    [("giết", ("gi", "iêt", 2)), ("gì", ("gi", "i", 1)), ("quá", ("qu", "a", 2)), ("nghĩ", ("ngh", "i", 4)),
     ("Ấm", ("", "âm", 2)), ("uyên", ("", "uyên", 0)), ("đường", ("đ", "ương", 1))],
)  # fmt: skip
def test_parts(word: str, parts: tuple[str, str, int]) -> None:
    assert parse(word) == parts
