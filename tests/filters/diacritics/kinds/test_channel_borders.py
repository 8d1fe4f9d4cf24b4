"""Which confusions part two words, at the border of each condition, and what each of them weighs."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from vntextclean.filters.diacritics.kinds.channel import (
    Likelihood,
    Source,
    compiled_channel,
    confused,
    confusions,
    likelihood,
    prior,
    sources,
)
from vntextclean.lm import kernel


@pytest.fixture(params=["kernel", "numpy"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiled kernel answers, and Python."""
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)


@pytest.mark.parametrize(
    ("written", "meant", "parts"),
    [
        pytest.param("ba", "ba", (), id="the same word"),
        pytest.param("bá", "bà", ("2>1",), id="another tone"),
        pytest.param("ba", "bà", ("0>1",), id="no tone"),
        pytest.param("tô", "tơ", ("ô>ơ",), id="other marks, the same tone"),
        pytest.param("tô", "tở", ("0>3", "ô>ơ"), id="other marks and another tone"),
        pytest.param("duong", "đường", ("0>1", "d>đ", "u>ư", "o>ơ"), id="every mark, each by itself"),
        pytest.param("nhn", "nhan", (">a",), id="a letter without a mark lost"),
        pytest.param("nhn", "nhân", (">*",), id="a marked letter lost"),
        pytest.param("nhn", "nhàn", (">*",), id="a letter with a tone lost, and its tone with it"),
        pytest.param("ta", "tđa", (">*",), id="a marked consonant lost"),
        pytest.param("tá", "tba", ("2>0", ">b"), id="a plain letter lost and another tone"),
        pytest.param("txa", "ta", ("x>",), id="a letter too many"),
        pytest.param("ttá", "tà", ("2>1", "t>"), id="a letter too many and another tone"),
        pytest.param("nhàan", "nhan", ("1>0", "a>"), id="a marked letter too many"),
        pytest.param("mabx", "mx", ("ab>",), id="two letters too many"),
        pytest.param("mx", "mabx", (">ab",), id="two letters lost"),
        pytest.param("mx", "mabdx", None, id="three letters lost"),
        pytest.param("mabdx", "mx", None, id="three letters too many"),
        pytest.param("tbời", "thời", ("b>h",), id="another letter"),
        pytest.param("xử", "sử", ("x>s",), id="another first letter"),
        pytest.param("mạt", "mạc", ("t>c",), id="another last letter"),
        pytest.param("rnà", "mà", ("rn>m",), id="two letters for one"),
        pytest.param("mà", "rnà", ("m>rn",), id="one letter for two"),
        pytest.param("bảrn", "bàm", ("3>1", "rn>m"), id="two letters for one and another tone"),
        pytest.param("tổgn", "tổng", ("><",), id="two letters exchanged"),
        pytest.param("tỗgn", "tổng", ("4>3", "><"), id="two letters exchanged and another tone"),
        pytest.param("mbcd", "mxyd", ("bc>xy",), id="two letters for two"),
        pytest.param("mbcdd", "mxyd", None, id="three letters for two"),
        pytest.param("mbcd", "mxyzd", None, id="two letters for three"),
        pytest.param("taa", "ta", ("a>",), id="what they begin alike with is not taken again at the end"),
        pytest.param("ta", "taa", (">a",), id="nor in what is meant"),
    ],
)
def test_confusions(written: str, meant: str, parts: tuple[str, ...] | None) -> None:
    assert confusions(written, meant) == parts


PEOPLE = Source({"3>4": 87, ">*": 5, "w>": 9}, {"4": 12700, "a": 0}, 295_000, 0.03)


@pytest.mark.parametrize(
    ("part", "share"),
    [
        pytest.param("3>4", 87.3 / 12700, id="so often of those that were meant"),
        pytest.param("1>4", 0.3 / 12700, id="never seen"),
        pytest.param(">*", 5.3 / 295_000, id="of all words, where what was meant is none that is counted"),
        pytest.param("w>", 9.3 / 295_000, id="nothing was meant"),
        pytest.param("b>a", 0.3 / 295_000, id="what never stood there"),
    ],
)
def test_the_weight_of_one_confusion(part: str, share: float) -> None:
    assert PEOPLE.log_likelihood(part) == pytest.approx(log(share), rel=1e-9)


@pytest.mark.parametrize("words", [0, 1])
def test_a_source_of_no_words_divides_by_one(words: int) -> None:
    assert Source({}, {}, words, 0.0).log_likelihood("b>h") == pytest.approx(log(0.3))


def by_hand(number: int, *parts: str) -> float:
    source = sources()[number]
    return sum(
        log((source.counts.get(part, 0) + 0.3) / source.meant.get(part.split(">")[1], source.words)) for part in parts
    )


@pytest.mark.parametrize(
    ("written", "meant", "parts"),
    [
        ("củng", "cũng", ["3>4"]),
        ("xử", "sử", ["x>s"]),
        ("tổgn", "tổng", ["><"]),
        ("nhn", "nhân", [">*"]),
        ("rnà", "mà", ["rn>m"]),
        ("mbcd", "mxyd", ["bc>xy"]),
        ("sâc", "sắc", ["0>2", "â>ă"]),
        ("tái", "tải", ["2>3"]),
    ],
)
@pytest.mark.usefixtures("either")
def test_likelihoods_are_those_of_the_counts(written: str, meant: str, parts: list[str]) -> None:
    expected = [max(by_hand(number, *parts), -16.0) for number in (0, 1)]
    assert [*likelihood(written, meant)] == pytest.approx(expected, rel=1e-9)
    priors, likelihoods = confused([meant], [written], [1], np.array([0]))
    assert likelihoods[0].tolist() == pytest.approx(expected, rel=1e-9)
    assert priors[0] == pytest.approx(prior(written, meant), rel=1e-6)


@pytest.mark.parametrize(
    ("written", "meant", "expected"),
    [
        pytest.param("ba", "ba", (-2.0, -2.0), id="what is no confusion has the most"),
        pytest.param("mèo", "trâu", (-16.0, -16.0), id="what is no slip has the least"),
        pytest.param("duong", "đường", (-16.0, -16.0), id="many confusions too"),
        pytest.param("tỡ", "tộ", (-16.0, None), id="of people alone"),
    ],
)
def test_bounds_of_likelihoods(written: str, meant: str, expected: tuple[float, float | None]) -> None:
    found = likelihood(written, meant)
    assert found.people == expected[0]
    assert found.scan == expected[1] if expected[1] is not None else -16 < found.scan < -2


@pytest.mark.parametrize(
    ("written", "meant", "costs"),
    [
        pytest.param("môt", "một", False, id="the tone lost"),
        pytest.param("mot", "một", False, id="every mark lost"),
        pytest.param("mợt", "một", True, id="the tone kept"),
        pytest.param("mõt", "mọt", True, id="another tone"),
        pytest.param("mt", "một", False, id="a letter lost"),
        pytest.param("mt", "mot", False, id="a plain letter lost"),
        pytest.param("moot", "mot", True, id="a letter too many"),
        pytest.param("m", "mot", True, id="two letters lost"),
        pytest.param("bc", "một", False, id="as long as if a letter were lost"),
        pytest.param("tbời", "thời", True, id="another letter"),
    ],
)
@pytest.mark.usefixtures("either")
def test_what_extraction_loses_is_free(written: str, meant: str, costs: bool) -> None:
    found = likelihood(written, meant)
    expected = 0.7 * min(max(found) + 6, 0) if costs else 0.0
    assert prior(written, meant) == pytest.approx(expected, rel=1e-9)
    assert confused([meant], [written], [1], np.array([0]))[0][0] == pytest.approx(expected, rel=1e-6)
    assert (expected < 0) is costs


def test_what_one_source_has_oftener_than_extraction_is_free_too() -> None:
    assert max(likelihood("củng", "cũng")) > -6
    assert prior("củng", "cũng") == 0


@pytest.mark.usefixtures("either")
def test_each_word_is_compared_with_its_own() -> None:
    words = ["cũng", "sử", "vận", "dân"]
    priors, likelihoods = confused(words, ["củng", "xử", "vn"], [1, 0, 3], np.array([0, 2, 3, 1]))
    pairs = [("củng", "cũng"), ("vn", "vận"), ("vn", "dân"), ("vn", "sử")]
    assert priors.tolist() == [np.float32(prior(*pair)) for pair in pairs]
    assert [Likelihood(*row) for row in likelihoods.tolist()] == [likelihood(*pair) for pair in pairs]


@pytest.mark.parametrize(("longest", "held"), [(40, True), (41, False)])
def test_words_that_the_kernel_reads(longest: int, held: bool) -> None:
    if kernel.native is None:
        pytest.skip("the kernel was not compiled here, or is turned off")
    assert (compiled_channel(["ba", "a" * longest]) is not None) is held
    assert (compiled_channel(["a" * longest, "ba"]) is not None) is held
