"""Which words are doubted and what is proposed for them, by the kernel and by numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from benchmarks.speed.random_syllables import syllables

from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import USUAL, Reach
from vntextclean.filters.diacritics.proposing.gains import SPELLING
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, UNKNOWN_LOWER, Scan

MODEL = Model.open()
DAMAGED, LETTERS = Reach(-7.5, letters=False), Reach(-11.5, letters=True)
BOTH = Reach(-7.5, letters=True)


@pytest.fixture(params=["kernel", "numpy"])
def search(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> CandidateSearch:
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)
    found = CandidateSearch(MODEL)
    found._other_spellings._asked = 1000  # the first few words are not asked of the kernel
    return found


def told(scan: Scan, found: Sequence[Suspect]) -> list[tuple[str, str, bool, bool]]:
    """Each doubted word, the best that it may be, and whether its neighbours know it."""
    return [
        (scan.word(each.token), MODEL.word(int(each.candidates[0])), each.known_left, each.known_right)
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "reach", "expected"),
    [
        pytest.param("", USUAL, [], id="no word"),
        pytest.param("Sáng nay mẹ đi chợ.", USUAL, [], id="nothing doubted"),
        pytest.param("công tác dân vn tại cơ sở", USUAL, [("vn", "vận", False, False)], id="no vowel letter"),
        pytest.param("Bà Nguyn Thị Lan ra đồng", USUAL, [("Nguyn", "nguyễn", False, False)], id="a name"),
        pytest.param("hoản tiền cho khách", USUAL, [("hoản", "khoản", False, False)], id="asked by its spelling"),
        pytest.param("phù hợp vi tình hình", USUAL, [("vi", "vì", True, True)], id="known: the same letters alone"),
        pytest.param("phù hợp vi tình hình", LETTERS, [("vi", "với", True, True)], id="known, and letters are lost"),
        pytest.param("Ông ấy đi chợ t sáng sớm", USUAL, [], id="a letter alone"),
        pytest.param("Ông ấy đi chợ t sáng sớm", LETTERS, [("t", "từ", False, False)], id="where letters are lost"),
        pytest.param(
            "kể t đó anh ây về quê",
            LETTERS,
            [("kể", "kế", True, True), ("t", "từ", False, False), ("ây", "ấy", True, False)],
            id="the sides that know a word",
        ),
        pytest.param("đi xqz chợ", USUAL, [("chợ", "cho", False, True)], id="a word beside an unknown one"),
    ],
)
def test_what_is_doubted(
    search: CandidateSearch, text: str, reach: Reach, expected: list[tuple[str, str, bool, bool]]
) -> None:
    scan = MODEL.scan(text)
    assert told(scan, search.search(scan, search.padded(scan), None, reach)) == expected


TEXTS = [
    "",
    "Sáng nay mẹ đi chợ.",
    "công tác dân vn tại cơ sở, dân tc trong tnh",
    "Bà Nguyn Thị Lan ra đồng gặt lua cùng ông Trn",
    "môt buổi họp phù hợp vi tình hình, kể t đó anh ây về",
    "đi xqz chợ xử lý hoà bình, hoản tiền, xqz qzx hoc",
    "XÂY DNG NHÀ Ở, Trườn học nghỉ ngoi dưỡng sưc",
    "Suy xử sụng hoá đơn, tbời gian, ttháng, tổgn, khôgn",
    "hoà hoản hoả thuỷ thuy hóa ho ha vn",
    "12 ngy 30 thág năm 2014 đươc nươc m",
    "a b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
]
WAYS = {
    "usual": (USUAL, None),
    "damaged": (DAMAGED, None),
    "letters": (LETTERS, None),
    "both": (BOTH, None),
    "damaged after usual": (DAMAGED, USUAL),
    "letters after usual": (LETTERS, USUAL),
    "both after letters": (BOTH, LETTERS),
    "usual after usual": (USUAL, USUAL),
    "letters after letters": (LETTERS, LETTERS),
}


def same(ours: list[Suspect], theirs: list[Suspect]) -> None:
    """Two answers agree in all fields."""
    ours_told, theirs_told = (
        [(each.token, each.candidates.tolist(), each.log_prob, each.known_left, each.known_right) for each in found]
        for found in (ours, theirs)
    )
    assert ours_told == theirs_told
    assert [each.gains.tolist() for each in ours] == [each.gains.tolist() for each in theirs]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", TEXTS)
def test_numpy_finds_what_the_kernel_finds(text: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    search = CandidateSearch(MODEL)
    search._other_spellings._asked = 1000
    scan = MODEL.scan(text)
    stream = search.padded(scan)
    put_in = stream.copy()
    if len(scan) > 3:
        put_in[scan.at[2] + PAD], put_in[scan.at[0] + PAD] = MODEL.ids(["trong"])[0], UNKNOWN_LOWER
    some = np.arange(0, len(scan), 2)
    asked = [(ids, only) for ids in (stream, put_in) for only in (None, some)]
    reach, before = WAYS[way]
    theirs = [search.search(scan, ids, only, reach, before) for ids, only in asked]
    monkeypatch.setattr(kernel, "native", None)
    for (ids, only), expected in zip(asked, theirs, strict=True):
        same(search.search(scan, ids, only, reach, before), expected)


def test_what_a_search_before_tried_alike_is_left_out(search: CandidateSearch) -> None:
    scan = MODEL.scan("Anh ây phù hợp vi tình hình, kể t đó dân vn")
    stream = search.padded(scan)
    first, second = (told(scan, search.search(scan, stream, None, reach)) for reach in (USUAL, LETTERS))
    again = told(scan, search.search(scan, stream, None, LETTERS, USUAL))
    assert {word for word, *_ in first} >= {"ây", "vn", "vi"}
    assert ("vi", "vì", True, True) in first and ("vi", "với", True, True) in second
    assert set(again) <= set(second)
    assert {word for word, *_ in again} >= {"vi", "t"}  # letters are tried of the one, and the other is new
    assert not {word for word, *_ in again} & {"ây", "vn"}
    assert search.search(scan, stream, None, USUAL, USUAL) == []


def test_who_answers(search: CandidateSearch) -> None:
    scan = MODEL.scan("công tác dân vn")
    answers = kernel.native is not None
    assert (search.compiled is not None) is (MODEL.ngrams.compiled is not None)
    assert (search.tables(scan) is not None) is (answers and scan.compiled is not None and search.compiled is not None)


def test_what_is_no_language_is_left_out_unless_it_is_asked_about(search: CandidateSearch) -> None:
    scan = MODEL.scan(syllables()[:3000])
    stream = search.padded(scan)
    assert len(search.search(scan, stream)) < 10
    assert len(search.search(scan, stream, np.arange(len(scan)))) > 100


def test_only_the_words_that_are_asked_about(search: CandidateSearch) -> None:
    scan = MODEL.scan("công tác dân vn tại cơ sở, môt buổi")
    at = [token for token in range(len(scan)) if scan.word(token) in ("vn", "môt")]
    for chosen in ([at[0]], [at[1]], at, []):
        found = search.search(scan, search.padded(scan), np.array(chosen, np.int64))
        assert [each.token for each in found] == chosen


def test_a_word_without_a_vowel_letter_counts_as_unknown() -> None:
    search, scan = CandidateSearch(MODEL), MODEL.scan("công tác dân vn tại VN")
    stream = search.padded(scan)
    changed = (stream != scan.padded).nonzero()[0].tolist()
    assert changed == [scan.at[3] + PAD]
    assert stream[changed[0]] == UNKNOWN_LOWER


def test_words_with_marks_that_are_no_syllables() -> None:
    scan = MODEL.scan("con meèo dđi xyz chợ vn")
    assert [scan.word(token) for token in CandidateSearch(MODEL).odd(scan)] == ["meèo", "dđi"]


def number(word: str) -> int:
    return int(MODEL.ids([word])[0])


def test_syllables_of_the_same_letters(search: CandidateSearch) -> None:
    found = [MODEL.word(each) for each in search.same_letters(int(MODEL.bare_of[number("bà")])).tolist()]
    assert {"ba", "bà", "bá", "bả", "bã", "bạ"} == set(found) and len(found) == 6
    assert search.same_letters(-1).tolist() == []


def test_all_that_a_word_may_have_been_but_itself(search: CandidateSearch) -> None:
    asked = [(word, number(word), int(MODEL.bare_of[number(word)])) for word in ("xử", "vận")]
    for (word, *_), found in zip(asked, search.other_syllables(asked), strict=True):
        assert len(set(found)) == len(found) and number(word) not in found
    first, second = ({*map(MODEL.word, found)} for found in search.other_syllables(asked))
    assert {"xứ", "xư", "sử"} <= first and {"vàn", "vần", "dận"} & second == {"vàn", "vần"}


def test_what_sounds_like_a_word_has_a_price(search: CandidateSearch) -> None:
    (ids, price), (by_spelling, _) = search.sounding_or_marked([number("xử"), number("hòa")])
    assert by_spelling is None and ids is not None
    costs = dict(zip(map(MODEL.word, ids.tolist()), price.tolist(), strict=True))
    assert costs["sử"] == 2.0 and costs["xứ"] == 0.0 and "xử" not in costs
    assert {cost for word, cost in costs.items() if word != "sử"} == {0.0}


def windows(ids: list[int], position: int) -> float:
    """The log-probability of all windows that hold a place, one by one."""
    order = MODEL.order
    rows = [ids[place - order + 1 : place + 1] for place in range(position, position + order)]
    return sum(float(MODEL.logp(np.array([row]))[0]) for row in rows if row[-1] != 0)


@pytest.mark.parametrize(
    ("text", "word", "meant", "unknown"),
    [
        ("một buổi hop ở xã", "hop", "họp", False),
        ("công tác dân vn tại cơ sở", "vn", "vận", True),
        ("hoc bài", "hoc", "học", False),  # at the beginning, and at the end
        ("bài hoc", "hoc", "học", False),
        ("bài Xqzw", "Xqzw", "học", True),
    ],
)
def test_a_gain_is_that_of_all_windows(text: str, word: str, meant: str, unknown: bool) -> None:
    search, scan = CandidateSearch(MODEL), MODEL.scan(text)
    stream = search.padded(scan)
    (token,) = (each for each in range(len(scan)) if scan.word(each) == word)
    position = int(scan.at[token]) + PAD
    put_in = stream.tolist()
    put_in[position] = number(meant)
    expected = windows(put_in, position) - windows(stream.tolist(), position) + (SPELLING if unknown else 0)
    found = search.gain(stream, np.array([position]), np.array([0, 0]), np.array([number(meant), stream[position]]))
    assert found.tolist() == pytest.approx([expected, SPELLING if unknown else 0], abs=1e-4)
