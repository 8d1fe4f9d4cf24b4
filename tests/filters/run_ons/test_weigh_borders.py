"""Where one string is taken for a run-on, an echo or a misspelt word: each bound, with scores that are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from vntextclean.filters.run_ons import weigh
from vntextclean.filters.run_ons.detect import Suspects
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.filters.run_ons.weigh import Weighing
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.glued import Glued
from vntextclean.lm.segmentation.pieces import Pieces
from vntextclean.lm.segmentation.segmenter import Segmentation, Segmenter


class Given(Segmenter):
    """A segmenter with partings and scores that are given."""

    def __init__(self, partings: Mapping[str, tuple[str, ...]], lead: float = 0.0, gain: float = 20.0) -> None:
        self.model = Model.open()
        self.pieces = self.model.derived(Pieces)
        self.partings, self.lead, self.gain = partings, lead, gain
        self.asked: list[str] = []
        #: What a string gains where one beside it is parted.
        self.beside: dict[str, float] = {}

    def part(self, glued: Sequence[Glued]) -> list[Segmentation | None]:
        return [self.parting(one) for one in glued]

    def parting(self, one: Glued) -> Segmentation | None:
        self.asked.append(one.text)
        pieces = self.partings.get(one.text)
        if pieces is None:
            return None
        ids = tuple(self.model.ids([piece.lower() for piece in pieces]).tolist())
        around = {self.model.word(number) for number in (*one.before, *one.after)}
        gain = self.gain if around.isdisjoint(("kỷ", "niệm")) else self.beside.get(one.text, self.gain)
        return Segmentation(pieces, ids, gain, 3.0)

    def score(self, sequences: Sequence[Sequence[int]], begins: Sequence[int]) -> list[float]:
        if len(sequences) == 2:
            return [self.lead, 0.0]
        return [0.0] * len(sequences)


def weighing(
    text: str, segmenter: Given, *words: str, least: float = 0.0, enough: float = 5.0, names: tuple[str, ...] = ()
) -> Weighing:
    scan = segmenter.model.scan(text)
    tokens = [token for token in range(len(scan)) if scan.word(token) in words]
    suspects = Suspects(tokens, {word: frozenset(names) for word in words})
    return Weighing(segmenter, scan, suspects, lambda one: one.gain >= enough and one.runner_up > 0, least)


def found(text: str, segmenter: Given, *words: str, least: float = 0.0) -> list[RunOn]:
    return weighing(text, segmenter, *words, least=least).run_ons()


@pytest.mark.parametrize(
    ("lead", "echo", "runner_up"),
    [
        pytest.param(9.5, True, 3.0, id="from here on it is an echo"),
        pytest.param(9.4, False, 0.0, id="below it may be either"),
        pytest.param(8.1, False, 0.0, id="just above the run-ons"),
        pytest.param(8.0, False, 3.0, id="up to here it is a run-on"),
    ],
)
def test_how_sure_an_echo_must_be(lead: float, echo: bool, runner_up: float) -> None:
    (one,) = found("Bà con viviệc làng.", Given({"viviệc": ("vi", "việc")}, lead), "viviệc")
    assert (one.echo, one.runner_up) == (echo, runner_up)
    assert (one.pieces, one.gaps) == ((("việc",), ()) if echo else (("vi", "việc"), (" ",)))
    assert one.gain == (lead if echo else 20.0)


@pytest.mark.parametrize(
    ("text", "runner_up"),
    [
        pytest.param("Ông nói do dođời cha để lại.", 0.0, id="the word before is its beginning"),
        pytest.param("Ông nói là dođời cha để lại.", 3.0, id="another word is before"),
        pytest.param("dođời cha để lại.", 3.0, id="none is before"),
    ],
)
def test_an_echo_of_the_word_before(text: str, runner_up: float) -> None:
    (one,) = found(text, Given({"dođời": ("do", "đời")}, 1.0), "dođời")
    assert one.runner_up == runner_up
    assert one.pieces == ("do", "đời")


@pytest.mark.parametrize(("lead", "kept"), [(7.0, True), (7.1, False)])
@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("nhaà", ("nha", "à"), id="a letter twice"),
        pytest.param("tổgn", ("tổ", "gn"), id="two letters exchanged"),
    ],
)
def test_how_sure_a_misspelt_word_must_be(word: str, pieces: tuple[str, ...], lead: float, kept: bool) -> None:
    assert bool(found(f"Họ về {word} nghỉ.", Given({word: pieces}, lead), word)) == kept


def test_what_is_not_parted_is_not_found() -> None:
    assert found("Bà con xyzt làng.", Given({}), "xyzt") == []


@pytest.mark.parametrize(("least", "runner_up"), [(20.0, 0.0), (20.1, 3.0)])
def test_what_gains_too_little_is_asked_nothing_more(least: float, runner_up: float) -> None:
    """That "trongười" is guessed to be *trong người* takes a look-up, which is made from ``least`` on."""
    (one,) = found("Đồ ăn trongười ta.", Given({"trongười": ("tro", "người")}, 0.0), "trongười", least=least)
    assert (one.runner_up, one.loan) == (runner_up, False)


@pytest.mark.parametrize(
    ("pieces", "lost"),
    [
        (("tro", "người"), True),  # trong: the coda is "ng"
        (("cá", "nhân"), False),  # cánh is not so much commoner than cá
        (("Tro", "Người"), True),  # capitals are no other words
        (("xi", "nhà"), False),  # *xinh* is no twenty times as common
        (("bà", "con"), False),  # no coda
        (("cả", "mơ"), False),  # *cảm* is not so much commoner than *cả*
        (("đượ", "cây"), False),  # the first piece is no word
        (("ở", "tro", "người"), True),  # in any pair of pieces
        (("tro", "người", "ở"), True),
        (("tro", "ở", "người"), False),  # the two must be neighbours
        (("tro",), False),
    ],
)
def test_a_coda_that_an_onset_swallowed(pieces: tuple[str, ...], lost: bool) -> None:
    assert weigh._lost_twin(Segmenter(Model.open()), pieces) == lost


@pytest.mark.parametrize("coda", ["ng", "nh", "ch", "c", "m", "n", "t"])
def test_each_coda(coda: str) -> None:
    model, lefts = Model.open(), ("tro", "mì", "khá", "á", "đê", "lầ", "mộ", "rấ", "mớ", "giố", "bằ", "sự", "tấ", "mả")
    segmenter = Segmenter(model)
    ids, prob = segmenter.pieces.ids, model.log_prob
    for left in lefts:
        longer = ids.get(left + coda)
        expected = longer is not None and left in ids and bool(prob[longer] > prob[ids[left]] + 3.0)
        assert weigh._lost_twin(segmenter, (left, coda + "a")) >= expected
    assert not weigh._lost_twin(segmenter, ("tro", "gười"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1868, rồi", True), ("2", False), ("năm", False), ("", False), ("12a", False), ("12A", False), ("12-", True),
        ("1868.", True),
    ],
)  # fmt: skip
def test_what_starts_a_number(text: str, number: bool) -> None:
    assert weigh._starts_number(text, 0) == number
    assert weigh._starts_number("vào" + text, 3) == number


@pytest.mark.parametrize(("piece", "may"), [("ở", False), ("vào", True), ("con", False), ("đã", True), ("", False)])
def test_what_may_touch_a_number(piece: str, may: bool) -> None:
    assert weigh._may_touch(piece) == may


@pytest.mark.parametrize(
    ("piece", "ends"), [("AN", True), ("A", False), ("An", False), ("HCM", False), ("ĐIỀU", True), ("", False)]
)
def test_what_ends_a_heading(piece: str, ends: bool) -> None:
    assert weigh._ends_heading(piece) == ends


@pytest.mark.parametrize(
    ("words", "gains", "parted"),
    [
        pytest.param("hôm nay lễkỷ niệmlà dịp vui", 20.0, True, id="side by side"),
        pytest.param("hôm nay lễkỷ ta niệmlà dịp vui", 20.0, True, id="one word between"),
        pytest.param("hôm nay lễkỷ của ta niệmlà dịp vui", 20.0, False, id="two words between"),
        pytest.param("hôm nay lễkỷ niệmlà dịp vui", 1.0, False, id="each gains too little beside the other"),
    ],
)
def test_two_that_need_each_other(words: str, gains: float, parted: bool) -> None:
    """Each gains 2 alone, and five are asked."""
    partings = {"lễkỷ": ("lễ", "kỷ"), "niệmlà": ("niệm", "là")}
    segmenter = Given(partings, gain=2.0)
    segmenter.beside = dict.fromkeys([*partings], gains)
    ones = found(words, segmenter, *partings)
    assert [one.gain for one in ones] == ([gains, gains] if parted else [2.0, 2.0])


def test_a_neighbour_is_weighed_again_once_a_string_is_parted() -> None:
    segmenter = Given({"lễkỷ": ("lễ", "kỷ"), "niệmlà": ("niệm", "là")})
    segmenter.beside = {"niệmlà": 7.0}
    ones = found("hôm nay lễkỷ với niệmlà dịp vui", segmenter, "lễkỷ", "niệmlà")
    assert [one.gain for one in ones] == [20.0, 20.0]  # both are sure at once
    assert segmenter.asked == ["lễkỷ", "niệmlà"]


@pytest.mark.parametrize(
    ("between", "again"),
    [
        pytest.param("a b", True, id="three places further"),
        pytest.param("a b c", False, id="four places further"),
    ],
)
def test_how_far_a_parted_string_is_seen(between: str, again: bool) -> None:
    segmenter = Given({"lễkỷ": ("lễ", "kỷ"), "niệmlà": ("niệm", "là")})
    words = {"lễkỷ": 20.0, "niệmlà": 1.0}
    part = segmenter.parting

    def parting(one: Glued) -> Segmentation | None:
        made = part(one)
        return None if made is None else made._replace(gain=words[one.text])

    segmenter.parting = parting  # type: ignore[method-assign]
    found(f"hôm nay lễkỷ {between} niệmlà dịp vui", segmenter, "lễkỷ", "niệmlà")
    assert segmenter.asked == ["lễkỷ", "niệmlà", *(["niệmlà"] if again else [])]
