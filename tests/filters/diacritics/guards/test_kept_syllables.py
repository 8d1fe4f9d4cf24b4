"""Syllables that are kept: bound to a neighbour, in Chinese read aloud, answers to choose, stanzas behind prose."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.evidence.document_counts import is_bound_apart
from vntextclean.filters.diacritics.guards.choices import is_choice, is_no_slip
from vntextclean.filters.diacritics.guards.sino_vietnamese import is_sino_vietnamese
from vntextclean.filters.diacritics.guards.sound_words import is_verse
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()


def asked(text: str, word: str, nth: int = 0) -> tuple[Scan, int]:
    """The scan of a text and the nth token that is the word."""
    scan = MODEL.scan(text)
    return scan, [token for token in range(len(scan)) if scan.word(token).lower() == word][nth]


def is_bound(text: str, word: str, rival: str) -> bool:
    scan, token = asked(text, word)
    return is_bound_apart(MODEL, scan, token, int(MODEL.ids([rival])[0]), scan.lower)


@pytest.mark.parametrize(
    ("text", "word", "rival", "expected"),
    [
        ("Loa có công suất phát lớn.", "suất", "xuất", True),
        ("Cô ngồi thêu mê mải một lúc.", "mải", "mãi", True),
        ("Đoàn suất phát từ bến.", "suất", "xuất", False),  # no neighbour is half of a word with it
        ("Loa có công. Suất phát lớn.", "suất", "xuất", False),  # a mark parts them
        ("Suất", "suất", "xuất", False),
        ("Ông có vẽ buồn.", "vẽ", "vẻ", False),
    ],
)
def test_bound_to_a_neighbour(text: str, word: str, rival: str, expected: bool) -> None:
    assert is_bound(text, word, rival) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kỳ tâm bất loạn, kỳ hành tắc chính, vô sơ hữu hậu.", "sơ", True),
        ("Vô sơ hữu hậu.", "sơ", False),  # two words of grammar may stand in a saying
        ("Câu vô sơ hữu hậu là của kỳ thư, bất tất dịch.", "sơ", False),
        ("Kỳ nhân thả ty, hữu chí.\nÔng sơ ý.", "sơ", False),  # another line
        ("Ông sơ ý.\nKỳ nhân thả ty, hữu chí.", "sơ", False),
        ("Kỳ bất hữu a b c d sơ.", "sơ", True),  # seven words before it
        ("Kỳ bất hữu a b c d e sơ.", "sơ", False),
        ("Sơ a b c d kỳ bất hữu.", "sơ", True),
        ("Sơ a b c d e kỳ bất hữu.", "sơ", False),
        ("Kỳ bất sơ hữu chí.", "sơ", True),
        ("Kỳ sơ hữu chí.", "sơ", False),
        ("Kỳ bất sơ hữu của.", "sơ", False),
        ("Của kỳ bất sơ hữu.", "sơ", False),
        ("Của a b c d e kỳ bất hữu sơ.", "sơ", True),
    ],
)
def test_chinese_read_aloud(text: str, word: str, expected: bool) -> None:
    assert is_sino_vietnamese(*asked(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "rival", "expected"),
    [
        ("A. sáp nhập B. sát nhập", "sát", "sáp", True),
        ("A) bổ sung\nB) bổ xung", "xung", "sung", True),
        ("A. sát nhập B. chia tách", "sát", "sáp", False),  # no other answer has it
        ("A. xã sáp nhập B. xã sát nhập", "sát", "sáp", True),  # the second word of each
        ("A. hai xã sáp nhập B. hai xã sát nhập", "sát", "sáp", False),
        ("A. sáp nhập E. sát nhập", "sát", "sáp", False),
        ("E. sáp nhập A. sát nhập", "sát", "sáp", False),
        ("(a) sáp nhập (b) sát nhập", "sát", "sáp", True),
        ("Aa. sáp nhập Ab. sát nhập", "sát", "sáp", False),
        ("A/ sáp nhập B/ sát nhập", "sát", "sáp", True),
        ("A: sáp nhập B: sát nhập", "sát", "sáp", False),
        ("A.    sáp nhập B.    sát nhập", "sát", "sáp", False),  # too far
        ("A.   sáp nhập B.   sát nhập", "sát", "sáp", True),
        ("A. sáp a b c d e f g h i j B. sát", "sát", "sáp", True),  # twelve words off, its letter one of them
        ("A. sáp a b c d e f g h i j k B. sát", "sát", "sáp", False),
        ("A. sát a b c d e f g h i j B. sáp", "sát", "sáp", True),
        ("A. sát a b c d e f g h i j k B. sáp", "sát", "sáp", False),
        ("Hai xã sáp nhập, sau lại sát nhập.", "sát", "sáp", False),
    ],
)
def test_answers_to_choose(text: str, word: str, rival: str, expected: bool) -> None:
    assert is_choice(*asked(text, word), rival) is expected


def test_no_slip() -> None:
    def asked_of(text: str, word: str, meant: str) -> bool:
        scan, token = asked(text, word)
        return is_no_slip(MODEL, scan, token, meant, scan.lower)

    assert asked_of("A. sáp nhập B. sát nhập", "sát", "sáp")
    assert asked_of("Loa có công suất phát lớn.", "suất", "xuất")
    assert not asked_of("Hai xã sát nhập năm ngoái.", "sát", "sáp")
    assert asked_of("Phải viết “sáp nhập”, hai xã “sát nhập” là sai.", "sát", "sáp")
    assert not asked_of("Phải viết sáp nhập, hai xã sát nhập là sai.", "sát", "sáp")  # no quotes
    assert not asked_of("Đã “sáp nhập” rồi, cả hai xã bên sông cùng sát nhập.", "sát", "sáp")  # nothing is wrong
    assert not asked_of("Phải viết “sápp nhập”, hai xã “sát nhập” là sai.", "sát", "sáp")  # within another word
    assert asked_of("Kỳ tâm bất loạn, hành tắc chính, vô sơ hữu hậu.", "sơ", "sở")
    assert asked_of("Ông ngồi hóng mát dưới cây đa được rào quanh.", "đa", "đã")


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("a b c d e f g h i j k", True),  # twelve words off
        ("a b c d e f g h i j k l", False),
    ],
)
def test_a_correction_stands_near(between: str, expected: bool) -> None:
    for text in (f"Là sai: “sáp {between} sát”.", f"Là sai: “sát {between} sáp”."):
        scan, token = asked(text, "sát")
        assert is_no_slip(MODEL, scan, token, "sáp", scan.lower) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Là sai: “xã” có sát, có sáp.", True),
        ("Có sáp, có sát “xã” là sai.", True),
        (f"Là sai {'x' * 60} có “sát”, có sáp.", False),  # too far before it
        (f"Có sáp “xã”, có sát {'x' * 60} là sai.", False),
        (f"Có sáp “xã”, có sát {'x' * 50} là sai.", True),
    ],
)
def test_what_calls_a_word_wrong_stands_near(text: str, expected: bool) -> None:
    scan, token = asked(text, "sát")
    assert is_no_slip(MODEL, scan, token, "sáp", scan.lower) is expected


PROSE = "Ông giáo ngồi bên cửa, tay cầm mảnh giấy ố, rồi đọc to cho cả xóm nghe những câu ông viết đêm qua:\n"
STANZA = "Thuyền ai buộc bến sương chưa mở\nTiếng hát xa đưa lạnh nước nguồn\nMột bóng cò bay về núi cũ\n"


def test_four_long_verses_behind_prose_are_a_stanza() -> None:
    text = PROSE + STANZA + "Bao giờ khách cũ lại qua sông\n" + PROSE
    assert is_verse(text, text.index("Một bóng"))
    assert not is_verse(text, text.index("Ông giáo"))
    three = PROSE + STANZA + PROSE
    assert not is_verse(three, three.index("Một bóng"))


def test_four_lines_of_four_words_between_prose_are_no_stanza() -> None:
    text = PROSE + "Gạo tẻ nhà trồng\nNếp nương hạt dài\nĐỗ xanh cả vỏ\nLạc đỏ vùng cao\n" + PROSE
    assert not is_verse(text, text.index("Đỗ xanh"))
