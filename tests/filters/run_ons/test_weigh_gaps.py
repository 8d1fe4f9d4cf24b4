"""Between which pieces of a run-on a mark may have been lost, what is asked of them, and numbers that touch a piece."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.filters.run_ons.test_weigh_borders import Given, found
from vntextclean.filters.run_ons import weigh
from vntextclean.filters.run_ons.lost_punctuation import Gap
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.segmentation.segmenter import Segmenter


class Asked:
    """Stands for the reading of gaps: keeps what is asked, and answers with a mark."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.gaps: list[Gap] = []

    def __call__(self, segmenter: Segmenter, gaps: Sequence[Gap]) -> list[str]:
        self.gaps += gaps
        return [self.mark] * len(gaps)


def parted(monkeypatch: pytest.MonkeyPatch, pieces: tuple[str, ...], mark: str = ", ") -> tuple[RunOn, Asked]:
    asked = Asked(mark)
    monkeypatch.setattr(weigh, "read_gaps", asked)
    word = "".join(pieces)
    (one,) = found(f"Bà con {word} bên sông lớn.", Given({word: pieces}), word)
    return one, asked


@pytest.mark.parametrize(
    ("pieces", "gaps"),
    [
        pytest.param(("nhà", "sân"), (", ",), id="two words"),
        pytest.param(("nhà", "sân", "cổng"), (", ", ", "), id="three words"),
        pytest.param(("nhà", "Sân"), (", ",), id="a capital"),
        pytest.param(("nhà", "SÂN"), (" ",), id="a word in capitals behind"),
        pytest.param(("nhà", "Y"), (", ",), id="one capital letter behind"),
        pytest.param(("CÔNG", "AN"), (" ",), id="capitals on both sides"),
        pytest.param(("CÔNG", "Điều"), (" ",), id="a heading ends no sentence"),
        pytest.param(("À", "Điều"), (", ",), id="one capital letter is no heading"),
        pytest.param(("nhà", "qwrtz"), (" ",), id="an unknown word behind"),
        pytest.param(("qwrtz", "nhà"), (" ",), id="an unknown word before"),
        pytest.param(("world", "game"), (" ",), id="neither is a syllable"),
        pytest.param(("world", "nhà"), (", ",), id="the second is a syllable"),
        pytest.param(("nhà", "world"), (", ",), id="the first is a syllable"),
        pytest.param(("nhà", "world", "game"), (", ", " "), id="each gap is asked by itself"),
    ],
)
def test_where_a_comma_may_be(monkeypatch: pytest.MonkeyPatch, pieces: tuple[str, ...], gaps: tuple[str, ...]) -> None:
    assert parted(monkeypatch, pieces)[0].gaps == gaps


@pytest.mark.parametrize(
    ("pieces", "mark", "gaps"),
    [
        pytest.param(("nhà", "Sân", "Cổng", "Ngõ"), ". ", (". ", ". ", ". "), id="three of four with a capital"),
        pytest.param(("Nhà", "Sân", "Cổng", "Ngõ"), ". ", (" ", " ", " "), id="four of four: the head of a table"),
        pytest.param(("Nhà", "Sân", "Cổng", "Ngõ"), ", ", (", ", ", ", ", "), id="a comma may stand there"),
        pytest.param(("Nhà", "Sân", "Cổng"), ". ", (". ", ". "), id="three"),
        pytest.param(("nhà", "Sân"), " ", (" ",), id="a space"),
    ],
)
def test_which_marks_are_put_back(
    monkeypatch: pytest.MonkeyPatch, pieces: tuple[str, ...], mark: str, gaps: tuple[str, ...]
) -> None:
    assert parted(monkeypatch, pieces, mark)[0].gaps == gaps


def test_what_is_asked_of_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    one, asked = parted(monkeypatch, ("nhà", "Hà", "cổng"))
    assert one.gaps == (", ", ", ")
    model = Given({}).model
    ids = dict(zip(words := ("bà", "con", "nhà", "hà", "cổng", "bên", "sông", "lớn"), model.ids([*words]), strict=True))
    name = int(model.title_of[ids["hà"]])
    assert name != ids["hà"]
    before = asked.gaps[0].before[:-1]  # how a sentence begins
    assert asked.gaps == [
        Gap((*before, ids["nhà"]), ids["hà"], name, True, (ids["cổng"], ids["bên"], ids["sông"], ids["lớn"])),
        Gap((*before, ids["nhà"], ids["hà"]), ids["cổng"], ids["cổng"], False, (ids["bên"], ids["sông"], ids["lớn"])),
    ]
    assert before[-1] == ids["con"]


@pytest.mark.parametrize(
    ("text", "word", "pieces", "made"),
    [
        pytest.param("Năm 2021bịbuộc thôi việc.", "bịbuộc", ("bị", "buộc"), ("", "bị", "buộc"), id="behind a year"),
        pytest.param("Năm 2021 bịbuộc thôi việc.", "bịbuộc", ("bị", "buộc"), ("bị", "buộc"), id="nothing touches"),
        pytest.param("Bà sinh vàonăm1868, rồi về.", "vàonăm", ("vào", "năm"), ("vào", "năm", ""), id="before a year"),
        pytest.param("Bà sinh vàonăm1868a rồi về.", "vàonăm", ("vào", "năm"), ("vào", "năm"), id="before a code"),
        pytest.param("Năm 2021vàonăm1868, rồi.", "vàonăm", ("vào", "năm"), ("", "vào", "năm", ""), id="on both sides"),
        pytest.param("Năm 2021conlợn nái.", "conlợn", ("con", "lợn"), ("con", "lợn"), id="a word without marks"),
        pytest.param("Ủy ban đãcó1 nhà máy.", "đãcó", ("đã", "có"), ("đã", "có"), id="no word that calls for a number"),
        pytest.param("Ba 2021lẽkhác nhau.", "lẽkhác", ("lẽ", "khác"), ("", "lẽ", "khác"), id="goes with one: 1.2 nats"),
        pytest.param("Có 1867rằngthế.", "rằngthế", ("rằng", "thế"), ("rằng", "thế"), id="goes with none: .2 nats"),
    ],
)
def test_numbers_that_touch(text: str, word: str, pieces: tuple[str, ...], made: tuple[str, ...]) -> None:
    (one,) = found(text, Given({word: pieces}), word)
    assert (one.pieces, one.gaps) == (made, (" ",) * (len(made) - 1))


def test_what_is_not_parted_stays_at_its_number() -> None:
    (one,) = found("Năm 2021bịbuộc thôi việc.", Given({"bịbuộc": ("bị", "buộc")}, gain=2.0), "bịbuộc")
    assert one.pieces == ("bị", "buộc")


@pytest.mark.parametrize(
    ("text", "word", "pieces", "runner_up"),
    [
        pytest.param("Họ lắp cameraan ninh rồi.", "cameraan", ("camera", "an"), 3.0, id="an goes with ninh"),
        pytest.param("Họ lắp cameraan rồi nghỉ.", "cameraan", ("camera", "an"), 0.0, id="an goes with nothing"),
    ],
)
def test_a_foreign_word_is_told_by_the_next(text: str, word: str, pieces: tuple[str, ...], runner_up: float) -> None:
    (one,) = found(text, Given({word: pieces}), word)
    assert one.runner_up == runner_up


@pytest.mark.parametrize(("text", "loan"), [("xăngti", False), ("ápphê", True)])
def test_only_a_string_with_marks_looks_like_a_loan(text: str, loan: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weigh, "looks_like_loan", lambda model, pieces: True)
    pieces = {"xăngti": ("xang", "ti"), "ápphê": ("áp", "phê")}[text]
    (one,) = found(f"Mua {text} về.", Given({text: pieces}), text)
    assert one.loan
    bare = text.translate(str.maketrans("ăáê", "aae"))
    (plain,) = found(f"Mua {bare} về.", Given({bare: pieces}), bare)
    assert not plain.loan
    assert not plain.marked
    assert not plain.number
