"""Lines in pieces are read as a whole or left alone."""

from __future__ import annotations

from functools import cache

import pytest

from vntextclean import Pipeline
from vntextclean.filters.split_words.broken_lines import BrokenLines
from vntextclean.filters.split_words.filter import SplitWords, _is_cut
from vntextclean.filters.split_words.search import Broken, SplitSearch
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("QUY CH Ế TI Ế P C Ô NG D ÂN C Ủ A X Ã", "QUY CHẾ TIẾP CÔNG DÂN CỦA XÃ"),
        ("Ng ườ i nh ậ n ph ả i tr ả l ạ i ti ề n th ừ a", "Người nhận phải trả lại tiền thừa"),
        ("G i ấ y   p h é p   x â y   d ự n g", "Giấy phép xây dựng"),
    ],
)
def test_pieces_of_a_line_are_joined(broken: str, whole: str) -> None:
    assert pipeline("web").run(broken).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "Bi Bi ết ết nh nh ữn ững qu qu y y đị đị h h củ c ủa a.",
        "Các đáp án lần lượt là A B C D, B C D A và C D A B.",
        "Nhà vua còn tr ng và r ng ông bi t th.",
    ],
)
def test_what_makes_no_words_is_left(text: str) -> None:
    """Letters that are doubled, lost or elsewhere cannot be joined."""
    assert pipeline("ocr").run(text).text == text


@pytest.mark.parametrize("times", [1, 4, 40])
def test_spaced_words_share_a_long_line(times: int) -> None:
    """Each is joined once, however many stretches the line has."""
    line = "Ủy ban nhân dân xã đã họp bàn về công tác dân vận. " * 6 + "V i ệ t N a m và rồi T h ô n g b á o nhé. "
    text = pipeline("web").run((line * times).strip()).text
    assert text.count("Việt Nam và rồi Thông báo nhé.") == times


PIECES = "th ực hi ện nhi ệm v ụ đư ợc gi ao ch o c ác xã"
WORDS = "thực hiện nhiệm vụ được giao cho các".split()


def _joined(text: str) -> tuple[list[str], BrokenLines]:
    model = Model.open()
    lines = BrokenLines(model.derived(SplitSearch), model.scan(text))
    return [broken.joined for broken in lines.joined], lines


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (PIECES, WORDS),
        (f"Bà con gặt lúa.\n{PIECES}\nHọ về.", WORDS),  # each line by itself
        (f"{PIECES}\nBà con gặt lúa.\n{PIECES}", WORDS * 2),
        ("th ực hiện nhiệm vụ được giao cho các xã", []),  # two pieces break no line
        ("cá c xã n úi", []),  # nor do three
        ("th ực s ự", ["thực", "sự"]),  # four do
        (" ".join([PIECES, "xq", *[PIECES] * 3]), WORDS * 4),  # one of many pieces is left over
        (f"{PIECES} xq", []),  # one of few
        ("Bà con gặt lúa.", []),
        # "tu yên" are words, neither a piece, though "tuyên" is one as well.
        ("đi tu yên ổn rồ i n hà chù a mờ i khá ch uống nư ớc", "rồi nhà chùa mời khách nước".split()),
        # "khu yên" and "khuyên" end alike; the likelier way counts, and not the first.
        ("gi a đình ông s ống ở kh u yên tĩn h c ủa thàn h ph ố", "gia sống khu tĩnh của thành phố".split()),
        ("th anh ph o tr ong l ang kh ong", []),  # without a mark they may be another language
        ("th anh ph o tr ong l ang kh ong đ ư", "thanh pho trong lang khong đư".split()),
    ],
)
def test_the_syllables_of_a_broken_line(text: str, joined: list[str]) -> None:
    assert _joined(text)[0] == joined


def test_a_stretch_that_leaves_most_pieces_over_is_hopeless() -> None:
    sound, lost = "Bà con gặt lúa.\n", "xq ưng ng xq ườ đz ưng ng"
    joined, lines = _joined(sound + lost)
    assert joined == []
    assert [lines.is_hopeless(at) for at in (0, len(sound) - 2)] == [False, False]
    assert [lines.is_hopeless(len(sound) + at) for at in (0, 5)] == [True, True]


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("Đ ề u đ ề u", ["Đều đều"]),  # three different letters
        ("Đ ề đ ề đ ề", []),
        ("G i ấ y   p h é p   x â y   d ự n g", ["Giấy ", "phép ", "xây ", "dựng"]),
        ("D i e m b a o", []),
        ("Gọi là T h a n h nhé", []),  # a name spelled letter by letter
        ("Gọi là T h à n h nhé", ["Thành"]),
    ],
)
def test_spaced_headings(text: str, spaced: list[str]) -> None:
    found = SplitWords(Settings()).edits(TextState(text))
    assert [edit.replacement for edit in found if edit.rule == "split-words.spaced"] == spaced


@pytest.mark.parametrize(
    ("low", "high", "start", "end", "cut"),
    [
        (0, 20, 0, 20, False),  # the whole text
        (5, 15, 5, 10, True),
        (5, 15, 6, 10, True),
        (5, 15, 7, 10, False),
        (5, 15, 8, 13, False),
        (5, 15, 8, 14, True),
    ],
)
def test_a_heading_beyond_the_part_that_is_read(low: int, high: int, start: int, end: int, cut: bool) -> None:
    assert _is_cut("x" * 20, low, high, start, end) is cut
    if low:
        assert not _is_cut("x" * (low - 1) + "\n" + "x" * (high - low) + "\n", low, high, start, end)


class _Forgetful(dict[tuple[object, ...], tuple[list[Broken], bool]]):
    """Remembers nothing, so that each stretch is read by itself."""

    def __setitem__(self, key: tuple[object, ...], value: tuple[list[Broken], bool]) -> None:
        del key, value


@pytest.mark.parametrize(
    "text",
    ["S Ử D Ụ NG D Ị CH V Ụ th ực hi ện ", "t h ô n g b á o ", "S Ử D Ụ NG D Ị CH V Ụ\n", "C q th h s g m đ n v\n"],
)
def test_a_stretch_that_comes_again_is_read_as_by_itself(text: str) -> None:
    model = Model.open(None)
    scan = model.scan(text * 150)
    together, apart = (BrokenLines(model.derived(SplitSearch), scan) for _ in range(2))
    apart._told = _Forgetful()
    assert together.joined == apart.joined
    assert together._hopeless == apart._hopeless
    assert together._told
