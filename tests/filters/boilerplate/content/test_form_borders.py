"""Letters, songs, articles of encyclopedias, records and lists of papers: where each begins and ends."""

from __future__ import annotations

import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.own_forms import encyclopedia, last_headings, notice, recipients, song
from vntextclean.filters.boilerplate.content.records import labelled_records, papers_to_bring, personal_record

FILLER = ["Gió bấc"] * 70


def all_found(lines: list[str]) -> list[str]:
    return [f"+{line}" for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["Mưa to", "+Nơi nhận:", "+- Các thôn", "+- Lưu: VP", "Gió bấc"],
        ["+Nơi nhận", "+- Lưu: VP"],  # the whole page
        ["Mưa to", "Nơi nhận:", "Các thôn", "Trạm xá"],
        ["- Lưu: VP", "Nơi nhận:", "Các thôn"],
        ["Nơi nhận: Sở Y", "Các thôn", "Lưu: VP"],  # a label with a value
        ["Nơi ở:", "Các thôn", "Lưu: VP"],
        ["+Nơi gửi:", "+Lưu: VP", "Lưu: TCKT"],  # the first ends it
        ["+Nơi nhận:", *all_found(FILLER[:13]), "+Lưu: VP", "Gió bấc"],
        ["Mưa to", "Nơi nhận:", *FILLER[:14], "Lưu: VP", "Gió bấc"],
        ["+Nơi nhận " + 13 * ".", "+Lưu: VP"],
        ["Nơi nhận " + 15 * ".", "Lưu: VP"],
    ],
)
def test_recipients(lines: list[str]) -> None:
    assert found_by(recipients, lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["+THÔNG BÁO", "+Về việc dời chợ"],
        ["Mưa to", "+THÔNG BÁO", "+V/v dời chợ", "Gió bấc"],
        ["Thông báo", "Về việc dời chợ"],
        ["THÔNG TIN", "Về việc dời chợ"],
        ["THÔNG BÁO", "Về chợ mới"],
        ["Về việc dời chợ", "Gió bấc", "THÔNG BÁO"],  # the last line is above no first one
        ["THÔNG BÁO", "Gió bấc", "Về việc dời chợ"],
    ],
)
def test_notices(lines: list[str]) -> None:
    assert found_by(notice, lines) == lines


SONG = ["Lời 1", "Gió về", "Trăng mọc", "Điệp khúc", "À ơi", "Lời 2", "Mưa về", "À ơi"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(SONG),  # the whole page
        [*all_found(SONG), "Mưa to", "Gió bấc"],  # three lines to a part
        ["Mưa to", *all_found(SONG)],
        [*all_found(SONG[:3]), "+Điệp khúc", "+À ơi", "+Mưa", "Gió"],
        ["Điệp khúc", "À ơi", "Mưa", "Gió"],  # one label
        ["Lời 1", "Gió về", "Trăng mọc", "Lời 2", "À ơi"],  # no refrain is named
        [*all_found(["Lời 1", *FILLER[:23], "Điệp khúc", *FILLER[:23]]), "Mưa"],
        ["Lời 1", *FILLER[:24], "Điệp khúc", *FILLER[:23], "Mưa"],
        ["+Lời 1", *all_found(FILLER[:2]), "+Điệp khúc", "+À ơi", "Liên hệ", "Mưa"],
        ["+Đò ngang", "+Sáng tác: Lò Sen", *all_found(SONG)],
        ["Mưa", "+Đò ngang", "+Nhạc: Lò Sen", "+Giọng trưởng", "+Chậm", *all_found(SONG)],
        ["Đò ngang", "Nhạc: Lò Sen", "Giọng trưởng", "Chậm", "Buồn", *all_found(SONG)],
        ["Nhạc: Lò Sen", *all_found(SONG)],  # no name above
        ["Đò ngang", "+Bản hay", "+Thơ: Hà Ún", "+Nhạc: Lò Sen", *all_found(SONG)],
        ["+Lời 1 ----------------", *all_found(SONG[1:])],
        [*all_found(["Điệp khúc", "À ơi", "Lời 2", "Mưa về"]), "Lời 3 ------------------"],  # 24 characters
    ],
)
def test_songs(lines: list[str]) -> None:
    assert found_by(song, lines) == lines


WIKI = "Bách khoa toàn thư mở Wikipedia"


@pytest.mark.parametrize(
    "lines",
    [
        ["+Đầm Sét", WIKI, "+Tỉnh", "+Hà Nam", "Thể loại: Đầm", "Mưa to"],
        ["Mưa to", "+Đầm Sét", "Bách khoa toàn thư mở", "+Tỉnh", "Lấy từ xa", "Thể loại: Đầm", "Mưa to"],
        [WIKI, "+Tỉnh", "Thể loại: Đầm", "Mưa to"],
        ["Liên hệ", WIKI, "+Tỉnh", "Liên hệ", "+Hà Nam", "Thể loại: Đầm"],
        ["Đầm Sét", WIKI, "Tỉnh", "Hà Nam"],  # no end
        ["Đầm Sét", f"Theo {WIKI}", "Tỉnh", "Thể loại: Đầm"],
        ["+Đầm Sét", WIKI, "Bước tới tìm kiếm", "+Tỉnh", "+Xem thêm", "+Nguồn", "Thể loại: Đầm", "Nguồn"],
        ["Thể loại: Đầm", "+Đầm Sét", WIKI, "+Tỉnh", "Công cụ", "Mưa", "Thể loại: Đầm", "Bước tới"],
        ["Đọc", "Xem lịch sử", *all_found(FILLER[:5]), "Công cụ", "Mưa to"],
        ["Đọc", "Xem lịch sử", *all_found(FILLER[:4]), "+Tỉnh", "Các liên kết đến đây", "Mưa to"],
        ["Đọc", "Xem lịch sử", *FILLER[:4], "Công cụ", "Mưa to", "Gió bấc"],  # the tools stand among the tabs
        ["Công cụ", "Xem lịch sử", *FILLER[:8], "Mưa to"],
        ["Đọc", "Xem lịch sử", *FILLER[:8]],  # no tools
        ["Đọc", "Xem lịch sử", *all_found(FILLER[:5]), "Thể loại: Đầm", "Mưa to", "Công cụ"],
        ["Mưa to", "+Lịch sử [sửa]", "Gió bấc", "+Dân cư [ sửa | sửa mã nguồn ]"],  # on any page
        ["+Lịch sử [sửa mã nguồn]", "[sửa]", "Gió bấc"],
        ["Lịch sử [ sửa | xóa ]", "Gió bấc"],
    ],
)
def test_encyclopedias(lines: list[str]) -> None:
    assert found_by(encyclopedia, lines) == lines


ARTICLE = "Đò là một thứ thuyền chở khách"


@pytest.mark.parametrize(
    "lines",
    [
        [f"{ARTICLE} sông", *all_found(["Xem thêm", "Đầm", "Tham khảo", "Sổ đo"]), "Đăng nhập", "Mưa to"],
        [ARTICLE + " sông", *all_found(["Chú thích", "Đầm", "Tham khảo"])],  # eight words; the end of the page
        [ARTICLE, "Chú thích", "Đầm", "Tham khảo"],  # seven words are no sentence
        [ARTICLE + " sông", "Chú thích", "Tham khảo", "Mưa to"],  # nothing between
        [ARTICLE + " sông", "Tham khảo", "Sổ đo"],  # one
        [ARTICLE + " sông", "Xem thêm", "Sổ đo"],
        ["Chú thích", "Đầm", "Tham khảo", ARTICLE + " sông"],
        [ARTICLE + " sông", "Xem thêm", "Đầm", "Xem thêm", "Đò", "Tham khảo", "Sổ đo"],  # a button
        [ARTICLE + " sông", "Liên hệ", "Xem thêm", "Đầm", "Tham khảo", "Sổ đo"],
        [ARTICLE + " sông", "Xem thêm", "Liên hệ", "Đầm", "Tham khảo", "Sổ đo"],
        [ARTICLE + " sông", "Liên hệ", "Chú thích", "Đầm", "Tham khảo", "Sổ đo"],  # furniture above
        [ARTICLE + " sông", *all_found(["Xem thêm", "Chú thích", "Đầm", "Tham khảo"]), "Sổ đo"],
        [ARTICLE + " sông", "+Chú thích", "+Đầm", "Liên hệ", "+Đò", "+Tham khảo", "Sổ đo"],
        [ARTICLE + " sông", "+Chú thích", *all_found(FILLER[:59]), "+Tham khảo"],
        [ARTICLE + " sông", "Chú thích", *FILLER[:60], "Tham khảo"],
        [ARTICLE + " sông", "+Chú thích", "+Đầm", "+Tham khảo", *all_found(FILLER[:5]), "Liên hệ", "Mưa to"],
        [ARTICLE + " sông", "+Chú thích", "+Đầm", "+Tham khảo", *FILLER[:6], "Liên hệ", "Mưa to"],
        [ARTICLE + " sông", "+Chú thích", "+Đầm", "+Tham khảo", "+Sổ", "Công cụ", "Mưa to"],
        [ARTICLE + " sông", "+Chú thích", "+Đầm", "+Tham khảo", "+Sổ", "Thể loại: Đò", "Mưa to"],
        [ARTICLE + " sông", "+Chú thích", "+Đầm", "+Liên kết ngoài", "Liên hệ", "Mưa to"],
    ],
)
def test_last_headings(lines: list[str]) -> None:
    assert found_by(last_headings, lines) == lines


REGISTER = ["Số hiệu: 12", "Nơi nhận: Xã Đồng Sim", "Ngày nhận: 2/3"]


@pytest.mark.parametrize(
    "lines",
    [
        [*all_found(3 * REGISTER), "Mưa: to"],
        ["Mưa: to", *all_found(3 * REGISTER)],
        [*3 * REGISTER[:2], "Mưa: to", "Mưa: bé", "Gió: về"],  # two labels three times
        [*2 * REGISTER, *3 * ["Mưa to: hết"]],
        [*2 * REGISTER, *REGISTER[:2], "Mưa: to", "Mưa: bé"],
        [*3 * REGISTER[:2], "Mưa bé: 1", "Mưa to: 2", "Mưa rào: 3"],  # one word begins several labels
        [*3 * REGISTER[:2], "Mưa: 1", "Mưa: 2", "Mưa:"],  # no value
        all_found([*2 * REGISTER, *(line.upper() for line in REGISTER)]),
        [*3 * REGISTER[:2], *3 * ["Lượt xem: 12"]],  # furniture
        [*3 * REGISTER[:2], *3 * ["A: 1"]],
    ],
)
def test_registers(lines: list[str]) -> None:
    assert found_by(labelled_records, lines) == lines


PERSON = ["Họ và tên", "Lò Thị Mận", "Chức vụ", "Hiệu phó", "Giới tính", "Nữ"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(PERSON),  # the whole page
        ["Liên hệ", *all_found(PERSON), "Tin mới"],
        ["Mưa to", *PERSON[:4], "Tin mới"],  # one label that tells
        ["Họ và tên", "Chức vụ", "Giới tính", "Gửi"],  # a form
        ["Chức vụ", "Giới tính", "Ngày sinh", "Gửi"],
        all_found(["Chức vụ:", "Hiệu phó", "Giới tính:", "Nữ"]),
        ["Mưa to", *all_found([*PERSON, "Email", "a@xa.example"]), "Gió bấc"],
        ["Mưa to", *all_found([*PERSON, "Email", "Địa chỉ"])],  # labels that nothing is said of
        ["Mưa to", *all_found([*PERSON, "Email", "Gió bấc"]), "Mưa to", "Email", "a@xa.example"],
        ["Mưa to", *all_found(PERSON), "Gió bấc", "Email", "a@xa.example"],
        ["Họ và tên", "Lò Thị Mận", "Mưa to", *all_found(PERSON[2:]), "Gió bấc"],
        [*all_found(["Địa chỉ", "Nà Lo", *PERSON[2:]]), "Gió bấc"],
        all_found(["Địa chỉ", "Nà Lo", *PERSON, "Email", "a@xa.example", "Điện thoại", "0900"]),
        all_found([*PERSON[2:4], *FILLER[:28], *PERSON[4:]]),  # thirty lines apart
        [*PERSON[2:4], *FILLER[:29], *PERSON[4:]],
        ["Chức vụ", "Hiệu phó", "Mưa to", "Giới tính"],  # the last has no value
    ],
)
def test_records_of_a_person(lines: list[str]) -> None:
    assert found_by(personal_record, lines) == lines


PAPERS = ["Đơn xin học", "Bản sao học bạ", "Ảnh 3x4 (hai tấm)"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(PAPERS),
        ["Mưa to", *all_found(["Hồ sơ gồm:", *PAPERS]), "Gió bấc"],
        [*all_found([PAPERS[0], "Gió", "Bấc", PAPERS[1], "Gió", "Bấc", PAPERS[2]]), "Gió"],
        [PAPERS[0], "Gió", "Bấc", "Về", PAPERS[1], "Gió", "Bấc", PAPERS[2]],
        [*all_found([*PAPERS, "Nơi nộp: nhà ông Pọm"]), "Gió bấc"],
        [*all_found([*PAPERS, *4 * ["Nơi nộp: nhà ông Pọm"]]), "Nơi nộp: nhà ông Pọm"],
        [*all_found(PAPERS), "Gió bấc", "Nơi nộp: nhà ông Pọm"],
        [*all_found(PAPERS), "Nơi nộp:", "Gió bấc"],
        [*PAPERS[:2], *FILLER[:5], *all_found(PAPERS), *FILLER[:5], *PAPERS[:2], "Đơn chiếc"],
        [*all_found(["2 ảnh 3x4", *PAPERS[1:]]), "12 con gà"],
        [*PAPERS[:2], "12 con gà", "Gió bấc"],
        [*all_found([*PAPERS[:2], "12 con gà", "Thẻ BHYT"])],
    ],
)
def test_papers_to_bring(lines: list[str]) -> None:
    assert found_by(papers_to_bring, lines) == lines
