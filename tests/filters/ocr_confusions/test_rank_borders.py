"""What a word may have been, and which reading is taken, at the borders; the words and their scores are given."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from vntextclean.filters.ocr_confusions.rank import ReadingRanker
from vntextclean.filters.ocr_confusions.readings import readings
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.pieces import LETTER
from vntextclean.lm.text.scan import SPECIALS, UNKNOWN_LOWER, UNKNOWN_MARKED

MODEL = Model.open()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("tIàm", []), ("I", []), ("Iàm", [("làm", "capital-i")]),
        ("bl1ệc", []), ("l1ệt", [("liệt", "digit")]), ("1ý", [("lý", "digit")]),
        ("t0à", [("toà", "digit")]), ("0ản", [("oản", "digit")]),
        ("clạy", [("dạy", "letter")]), ("aclạ", []),
        ("lià", []), ("nliư", [("như", "letter")]), ("lrí", [("trí", "letter")]), ("alrí", []),
        ("lrlí", []), ("eấm", [("cấm", "letter")]), ("eeá", []),
        ("nlều", [("niều", "letter")]), ("cliâu", [("châu", "letter")]),
        ("Eấm", []), ("Tliực", [("Thực", "letter")]), ("TlIực", []),
        ("láe", []), ("blều", []), ("llều", [("liều", "letter")]),
        ("Đẹrn", [("Đẹm", "rn")]), ("Tarn", []), ("TARn", []), ("đẹrnrn", []),
    ],
)  # fmt: skip
def test_what_a_word_may_have_been(word: str, expected: list[tuple[str, str]]) -> None:
    assert list(readings(word)) == expected


@pytest.mark.parametrize(
    ("word", "vowels"),
    [("säng", "aàáảãạăằắẳẵặâầấẩẫậ"), ("ĐÄNG", "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"), ("säc", "áạắặấậ"), ("sängä", ""), ("xä1", "")],
)
def test_a_blurred_vowel_may_have_been_any_that_makes_a_syllable(word: str, vowels: str) -> None:
    at = word.lower().index("ä")
    assert sorted(readings(word)) == sorted((word[:at] + vowel + word[at + 1 :], "letter") for vowel in vowels)


RARE = len(SPECIALS)


class Ranked:
    """A ranker over words whose share and whose scores are given; ``ways`` keeps what it scored."""

    def __init__(self, share: dict[str, float], scores: list[float], ids: dict[str, int] | None = None) -> None:
        words = {word: number for number, word in enumerate(share, RARE)} | (ids or {})
        log_prob = np.full(100, -99.0, np.float64)
        for word, value in share.items():
            log_prob[words[word]] = value

        def score(ways: list[list[int]], at: list[int]) -> list[float]:
            self.ways = ways
            assert {*at} == {len(ways[0]) - len(ways[0][at[0] :])}
            return scores

        self.ranker = ReadingRanker.__new__(ReadingRanker)
        model = SimpleNamespace(
            ids=lambda asked: np.array([words.get(word, 0) for word in asked]), log_prob=log_prob,
            title_of=np.arange(100) + 50,
        )  # fmt: skip
        self.ranker._model = model  # type: ignore[assignment]
        self.ranker._segmenter = SimpleNamespace(score=score)  # type: ignore[assignment]

    def best(self, choices: list[str], text: str = "bà con đi xxx về quê", word: str = "xxx") -> str | None:
        start = text.index(word)
        return self.ranker.best(MODEL.scan(text), start, start + len(word), choices)


#: What an unknown word scores is LETTER less for each of its three letters.
UNKNOWN = 3 * LETTER


@pytest.mark.parametrize(
    ("word", "share", "gain", "taken"),
    [
        pytest.param("chợ", -12.0, 2.0, True, id="marked: just common enough, and fits just enough"),
        pytest.param("chợ", -12.01, 9.0, False, id="too rare"),
        pytest.param("chợ", -12.0, 1.99, False, id="fits too little"),
        pytest.param("cho", -9.5, 5.0, True, id="without marks"),
        pytest.param("cho", -9.51, 9.0, False, id="too rare without marks"),
        pytest.param("cho", -9.5, 4.99, False, id="fits too little without marks"),
    ],
)
def test_how_common_a_word_is_and_how_well_it_fits(word: str, share: float, gain: float, taken: bool) -> None:
    ranked = Ranked({word: share}, [UNKNOWN, gain])
    assert ranked.best([word]) == (word if taken else None)


@pytest.mark.parametrize(("lead", "taken"), [(2.0, True), (1.99, False)])
def test_the_best_leads_the_next(lead: float, taken: bool) -> None:
    ranked = Ranked({"chợ": -5.0, "chờ": -5.0, "chớ": -5.0}, [UNKNOWN, 1.0, 10.0, 10.0 - lead])
    assert ranked.best(["chợ", "chờ", "chớ"]) == ("chờ" if taken else None)


def test_what_is_scored() -> None:
    ranked = Ranked({"chợ": -5.0, "đ": -99.0, "Chờ": -5.0}, [UNKNOWN, 9.0, 3.0], {"chờ": 40})
    ranked.ranker._model.log_prob[40] = -5  # type: ignore[index]
    assert ranked.best(["chợ", "đ", "Chờ"]) == "chợ"
    unknown, first, second = ranked.ways
    at = [number for number, (one, other) in enumerate(zip(unknown, first, strict=True)) if one != other]
    assert len(at) == 1
    assert (unknown[at[0]], first[at[0]], second[at[0]]) == (UNKNOWN_LOWER, RARE, 90)
    scan = MODEL.scan("bà con đi xxx về quê")
    assert first[at[0] - 1] == scan.ids[2]
    assert first[at[0] + 1] == scan.ids[4]


def test_a_marked_word_is_an_unknown_one_with_marks_and_a_capital_at_the_head_is_none() -> None:
    ranked = Ranked({"chợ": -5.0}, [UNKNOWN, 9.0])
    assert ranked.best(["Chợ"], "Xxợ về quê", "Xxợ") == "Chợ"
    unknown, word = ranked.ways
    assert {UNKNOWN_MARKED} == {*unknown} - {*word}
    assert RARE in word


def test_a_word_that_is_known_is_not_read_otherwise() -> None:
    assert Ranked({"chợ": -5.0}, [UNKNOWN, 9.0], {"xxx": RARE}).best(["chợ"]) is None
    assert Ranked({"chợ": -5.0}, [UNKNOWN, 9.0], {"xxx": RARE - 1}).best(["chợ"]) == "chợ"
    assert Ranked({}, [UNKNOWN, 9.0]).best(["chợ"]) is None
    assert Ranked({}, [UNKNOWN, 9.0]).best([]) is None
