"""Which lines of a document are in an old encoding: what a line proves, and what the others prove for it."""

from __future__ import annotations

import pytest

from vntextclean.filters.legacy_fonts.filter import LegacyFonts
from vntextclean.filters.legacy_fonts.lines import Line, decided
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

TCVN3 = "N¨m nay bµ con trong x· ®Òu phÊn khëi v× lóa ®­îc mïa."
VNI = "Naêm nay baø con trong xaõ ñeàu phaán khôûi vì luùa ñöôïc muøa."
VIQR = "Na(m nay ba` con trong xa~ dde^`u pha^'n kho+?i vi` lu'a ddu+o+.c mu`a."
READ = "Năm nay bà con trong xã đều phấn khởi vì lúa được mùa."


def _cleaned(text: str) -> str:
    left, at = "", 0
    for edit in LegacyFonts(Settings()).edits(TextState(text)):
        left, at = left + text[at : edit.start] + edit.replacement, edit.end
    return left + text[at:]


def _page(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ([], ""),
        (["tcvn3"] * 2, ""),
        (["tcvn3"] * 3, "tcvn3"),
        (["tcvn3"] * 3 + ["vni"], "tcvn3"),
        (["tcvn3"] * 3 + ["vni"] * 2, ""),  # less than two thirds
        (["tcvn3"] * 4 + ["vni"] * 2, "tcvn3"),
        (["vni"] * 6 + ["tcvn3"] * 3, "vni"),
        (["vni"] * 5 + ["tcvn3"] * 3, ""),
    ],
)
def test_the_encoding_of_a_document(names: list[str], name: str) -> None:
    assert decided([Line(0, 1, each) for each in names]) == name


@pytest.mark.parametrize("line", [TCVN3, VNI, VIQR])
def test_a_long_line_is_beyond_doubt(line: str) -> None:
    assert _cleaned(line) == READ


@pytest.mark.parametrize(
    ("line", "short", "read"),
    [(TCVN3, "Hµ TÜnh", "Hà Tĩnh"), (VNI, "Haø Tónh", "Hà Tĩnh"), (VIQR, "Ha` Ti~nh", "Hà Tĩnh")],
)
def test_a_short_line_is_read_as_three_others_are(line: str, short: str, read: str) -> None:
    assert _cleaned(short) == short
    assert _cleaned(_page(line, line, short)) == _page(READ, READ, short)
    assert _cleaned(_page(line, short, line, line)) == _page(READ, read, READ, READ)
    assert _cleaned(_page(short, line, line, line, short)) == _page(read, READ, READ, READ, read)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (VIQR, "U.S. 5^2"),  # no word of Vietnamese
        (VIQR, "Đò Ti~nh"),  # Unicode
        (VIQR, "Ha Tinh"),
        (TCVN3, "Ha Tinh"),
    ],
)
def test_other_lines_stay(line: str, kept: str) -> None:
    assert _cleaned(_page(line, line, line, kept)) == _page(READ, READ, READ, kept)


@pytest.mark.parametrize(("line", "stray"), [(TCVN3, "Cảng Hµ TÜnh"), (VNI, "Cảng Haø Tónh")])
def test_words_on_a_line_of_unicode_are_read_as_three_others_are(line: str, stray: str) -> None:
    assert _cleaned(_page(line, stray)) == _page(READ, stray)
    assert _cleaned(_page(line, line, line, stray)) == _page(READ, READ, READ, "Cảng Hà Tĩnh")


def test_a_line_of_another_encoding_is_read_by_its_own() -> None:
    assert _cleaned(_page(TCVN3, TCVN3, TCVN3, VNI)) == _page(READ, READ, READ, READ)
    assert _cleaned(_page(VNI, VNI, VNI, TCVN3)) == _page(READ, READ, READ, READ)


def test_an_abbreviation_in_viqr() -> None:
    assert _cleaned(f"{VIQR[:-1]} DDH") == f"{READ[:-1]} ĐH"
    assert _cleaned(f"{VIQR[:-1]} ddh") == f"{READ[:-1]} ddh"


def test_a_line_without_end_is_recognised_by_its_beginning() -> None:
    assert _cleaned(" ".join([TCVN3] * 400)) == " ".join([READ] * 400)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Th\u0301 c\u0323n ai, t\u0301nh đă xa", "Thì còn ai, tình đã xa"),
        (f"{TCVN3}\nTh\u0301 c\u0323n ai, t\u0301nh đă xa", f"{READ}\nThì còn ai, tình đã xa"),
        ("Cơng tác kế tốn khơng cịn thiếu", "Công tác kế toán không còn thiếu"),
    ],
)
def test_misreadings_of_unicode_beside_old_encodings(text: str, read: str) -> None:
    assert _cleaned(text) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("Muµ gÆt ®· xong, lóa chÊt ®Çy s©n kho tõ chiÒu.", "Muà gặt đã xong, lúa chất đầy sân kho từ chiều."),
        ("Nguêi thî hµn ®øng nÊp bãng c©y cho ®ì n¾ng.", "Nguời thợ hàn đứng nấp bóng cây cho đỡ nắng."),
        ("Chç nµy trèng, kª gi\u00ad· phßng mét c¸i bµn.", "Chỗ này trống, kê giưã phòng một cái bàn."),
        ("ThÇy gi¸o b¶o ®uîc, bän trÎ ch¹y ïa ra s©n.", "Thầy giáo bảo đuợc, bọn trẻ chạy ùa ra sân."),
    ],
)
def test_the_slips_of_a_writer_stay_his(seen: str, read: str) -> None:
    assert _cleaned(seen) == read


def test_foreign_words_of_a_proven_line_stay() -> None:
    line = "ThÇy Müller gäi cµ phª au lait víi thÞt bß Bœuf, ¨n xong tr¶ 5 € råi vÒ."
    assert _cleaned(line) == "Thầy Müller gọi cà phê au lait với thịt bò Bœuf, ăn xong trả 5 € rồi về."


@pytest.mark.parametrize("line", ["má»ÿ rá»™ng", "ná»™i dung má»ÿ"])
def test_a_line_of_utf_8_that_was_read_wrongly_is_in_no_old_encoding(line: str) -> None:
    assert _cleaned(line) == line
