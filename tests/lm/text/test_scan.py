"""The scanner: words, case, sentence borders and folding, for texts of any kind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.lm.model import Model
from vntextclean.lm.text import scan as scanning
from vntextclean.text_state import TextState


def words(text: str) -> list[str]:
    found = scanning.tokens(text)
    return [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hà Nội, 36 phố", ["Hà", "Nội", "36", "phố"]),
        ("giá 1.500.000đ", ["giá", "1.500.000", "đ"]),
        ("ngày 2/9/1945", ["ngày", "2/9/1945"]),
        ("cát-xê", ["cát", "xê"]),
        ("", []),
        ("...", []),
    ],
)
def test_words_are_runs_of_letters_and_numbers_are_one(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a b", [1, 0]),
        ("a, b", [1, 2]),
        ("Xong. Nghỉ", [1, 1]),
        ("xong. nghỉ", [1, 2]),
        ("TP. Huế", [1, 2]),
        ("a\nb", [1, 1]),
        ("a - b", [1, 2]),
        ("a-b", [1, 0]),
        ("vnexpress.net", [1, 2]),
        ("Anh nói: “Vâng”", [1, 0, 1]),
    ],
)
def test_what_stands_before_a_word(text: str, marks: list[int]) -> None:
    assert scanning.tokens(text).mark.tolist() == marks


def test_case_classes() -> None:
    assert scanning.tokens("nhà Nhà NHÀ nHà Đ").case.tolist() == [0, 1, 2, 3, 1]


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("Khoẻ", "khỏe")])
def test_tone_placement_is_folded(one: str, other: str) -> None:
    assert scanning.hash_of(one) == scanning.hash_of(other)


@pytest.mark.parametrize(("one", "other"), [("quý", "qúy"), ("hoàn", "hòan"), ("má", "mà"), ("a", "aa")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert scanning.hash_of(one) != scanning.hash_of(other)


def test_long_texts_hash_like_short_ones() -> None:
    text = "một hai ba " * 40_000
    found = scanning.tokens(text)
    hashed = scanning.hashes(found.low, found.starts, found.ends).reshape(-1, 3)
    assert (hashed == hashed[0]).all()


def test_a_word_longer_than_a_block_is_hashed_without_trouble() -> None:
    text = "a" * 300_000 + " hòa"
    found = scanning.tokens(text)
    assert int(scanning.hashes(found.low, found.starts, found.ends)[1]) == scanning.hash_of("hòa")


def test_the_same_text_is_scanned_once(small: Model) -> None:
    state = TextState("Hôm nay trời mưa.")
    assert small.scan_of(state) is small.scan_of(state)


def test_the_stream_holds_words_and_borders(small: Model) -> None:
    found = small.scan("trời mưa, ở nhà.\nđi học")
    assert found.stream[0] == found.stream[-1] == scanning.SENTENCE
    assert (found.stream[found.at] == found.ids).all()
    assert [small.word(int(i)) for i in found.stream] == [
        "<s>",
        "trời",
        "mưa",
        "<p>",
        "ở",
        "nhà",
        "<s>",
        "đi",
        "học",
        "<s>",
    ]


@given(st.text())
def test_any_text_can_be_scanned(text: str) -> None:
    found = scanning.tokens(text)
    assert (found.ends > found.starts).all()
    assert (found.starts[1:] >= found.ends[:-1]).all()
    assert len(scanning.hashes(found.low, found.starts, found.ends)) == len(found.starts)


def test_lexicon_finds_what_was_filed_and_nothing_else() -> None:
    hashed = np.array([scanning.hash_of(w) for w in ("một", "hai", "ba", "bốn")], np.uint64)
    table = scanning.Lexicon.build(hashed, np.arange(4, dtype=np.int32))
    assert table.find(hashed).tolist() == [0, 1, 2, 3]
    assert table.find(np.array([scanning.hash_of("năm")], np.uint64)).tolist() == [-1]


def test_the_ids_of_words_asked_for_together_are_those_of_each_alone(small: Model) -> None:
    words = ["Hà", "nội", "Nội", "HÀ", "zzqx", "Zzqx", "5", "1.500", "hòa", "hoà", "a-b", "hà nội", "", "...", "q\n"]
    alone = [int(small.ids([word])[0]) for word in words]
    for start in range(len(words)):
        assert small.ids(words[start:]).tolist() == alone[start:]
        assert small.ids(words[: start + 1]).tolist() == alone[: start + 1]
    assert small.ids(["hà nội", ""]).tolist() == 2 * [scanning.UNKNOWN_LOWER]  # two tokens, and two words


@pytest.mark.parametrize(
    ("text", "tokens"), [("có 115cuộc họp", [1]), ("có1 tỷ", [0]), ("có 1 tỷ", []), ("", []), ("12", [])]
)
def test_what_touches_a_number(text: str, tokens: list[int]) -> None:
    assert Model.open().scan(text).touching == tokens


def test_unknown_words_are_no_numbers() -> None:
    scan = Model.open().scan("Ông Zzqxo mua 1.500 quyển sáchvở zzqx")
    assert [scan.word(token) for token in scan.unknown] == ["Zzqxo", "sáchvở", "zzqx"]


def test_what_only_the_text_tells_is_asked_once_of_each_word() -> None:
    scan, asked = Model.open().scan("Bầy vịt lội ra đầm."), list[int]()

    def find(of: scanning.Scan, token: int) -> str:
        asked.append(token)
        return of.word(token)

    assert [scan.once(find, token) for token in (1, 2, 1, 1)] == ["vịt", "lội", "vịt", "vịt"]
    assert asked == [1, 2]
