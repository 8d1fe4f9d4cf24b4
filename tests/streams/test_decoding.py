"""Bytes become text by the encoding that was declared, or by one beyond doubt; nothing is dropped in silence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.charsets.tables import codes_of
from vntextclean.errors import InputError
from vntextclean.streams.decoding import BOM, decode, decode_page
from vntextclean.streams.encoding_names import TABLES

NOTICE = (
    "Ông trưởng thôn báo tin: tối thứ bảy có chiếu phim ở sân đình, mời bà con đến xem.\n"
    "Ai có ghế thì mang theo. Trẻ nhỏ phải có người lớn đi cùng, về muộn nhớ cầm đèn.\n"
)


def encoded(text: str, table: str) -> bytes:
    """Text in one of the old encodings; what the table lacks is written as Windows-1252 writes it."""
    if table == "cp1258":
        return b"".join(_cp1258(char) for char in text)
    # Where a letter has two codes, the last is the one of the table itself.
    codes = {letter: code for code, letter in codes_of(table).items()}
    return b"".join(codes.get(char) or codes.get(char.lower()) or char.encode("cp1252") for char in text)


def _cp1258(char: str) -> bytes:
    codes = [code for code, letter in codes_of("cp1258").items() if letter == char]
    return codes[0] if codes else char.encode("cp1258")


class TestUnicode:
    def test_utf_8_is_tried_first(self) -> None:
        assert decode(NOTICE.encode()) == (NOTICE, "utf-8", (), "")

    def test_an_empty_file_is_empty_text(self) -> None:
        assert decode(b"") == ("", "utf-8", (), "")

    @pytest.mark.parametrize(
        ("mark", "codec"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    def test_a_mark_names_the_encoding_and_is_no_text(self, mark: bytes, codec: str) -> None:
        decoded = decode(mark + NOTICE.encode(codec))
        assert (decoded.text, decoded.encoding) == (NOTICE, codec)

    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
    def test_utf_16_without_a_mark_is_recognised_and_noted(self, codec: str) -> None:
        decoded = decode(NOTICE.encode(codec))
        assert decoded.text == NOTICE
        assert decoded.encoding == codec
        assert "without a mark" in decoded.notes[0]

    @pytest.mark.parametrize("declared", ["utf-8", "UTF8", "utf_8"])
    def test_declared_utf_8_drops_its_mark(self, declared: str) -> None:
        assert decode(codecs.BOM_UTF8 + b"abc", declared).text == "abc"

    @pytest.mark.parametrize("declared", [None, "utf-8"])
    def test_the_mark_of_utf_8_belongs_before_the_text(self, declared: str | None) -> None:
        decoded = decode(codecs.BOM_UTF8 + b"abc", declared)
        assert (decoded.head, decoded.text, decoded.encoding) == (BOM, "abc", "utf-8")
        assert not decode("abc".encode("utf-16")).head

    def test_the_mark_counts_in_the_place_of_an_error(self) -> None:
        for declared in (None, "utf-8"):
            with pytest.raises(InputError, match="at offset 6 "):
                decode(codecs.BOM_UTF8 + b"abc\xff", declared)

    def test_a_mark_inside_a_file_is_text(self) -> None:
        assert decode(codecs.BOM_UTF8 + b"abc", "utf-8", offset=64).text == "\ufeffabc"

    def test_line_ends_are_kept(self) -> None:
        assert decode(b"mot\r\nhai\rba\n").text == "mot\r\nhai\rba\n"


class TestOldEncodings:
    @pytest.mark.parametrize("table", TABLES)
    def test_declared(self, table: str) -> None:
        assert decode(encoded(NOTICE, table), table).text == NOTICE

    @pytest.mark.parametrize("table", TABLES)
    def test_recognised_and_noted(self, table: str) -> None:
        decoded = decode(encoded(NOTICE, table))
        assert decoded.text == NOTICE
        assert decoded.encoding == table
        assert f"--encoding {table}" in decoded.notes[0]

    @pytest.mark.parametrize("table", TABLES)
    def test_the_encoding_that_comes_back_can_be_declared(self, table: str) -> None:
        first = decode(encoded(NOTICE, table))
        assert decode(encoded("tiếp theo", table), first.encoding, offset=200).text == "tiếp theo"

    @pytest.mark.parametrize(("alias", "table"), [("ABC", "tcvn3"), ("Windows-1258", "cp1258"), ("VNI_Windows", "vni")])
    def test_other_names(self, alias: str, table: str) -> None:
        assert decode(encoded("Chợ tết", table), alias) == ("Chợ tết", table, (), "")

    def test_capitals_of_tcvn3_follow_their_neighbours(self) -> None:
        assert decode(encoded("NHÀ VĂN HÓA", "tcvn3"), "tcvn3").text == "NHÀ VĂN HÓA"
        assert decode(encoded("Nhà Văn hóa", "tcvn3"), "tcvn3").text == "Nhà Văn hóa"

    def test_signs_of_windows_stay_signs(self) -> None:
        assert decode(b"\x93" + encoded("Quê nội", "tcvn3") + b"\x94", "tcvn3").text == "“Quê nội”"

    def test_capitals_on_control_codes_of_viscii(self) -> None:
        assert decode(b"\x19", "viscii").text == "Ỹ"

    def test_any_codec_of_python(self) -> None:
        assert decode(b"caf\xe9", "latin-1") == ("café", "iso8859-1", (), "")


def page(declared: str) -> str:
    """A page of HTML with more script than text, that says this of its encoding."""
    script = "<script>var été = 'àéîõü';</script>" * 40
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">{script}'
    return f"<html><head>{head}</head><body><p>{NOTICE}</p></body></html>"


class TestPages:
    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("declared", ["", "windows-1252", "iso-8859-1", "utf-8", "x-user-defined", "shift_jis"])
    def test_an_old_encoding_is_recognised_whatever_the_page_declares(self, table: str, declared: str) -> None:
        head, body = f'<meta charset="{declared}"><p>' if declared else "<html><p>", encoded(NOTICE, table)
        decoded = decode_page(head.encode() + body)
        assert (decoded.text, decoded.encoding) == (head + NOTICE, table)
        assert f"--encoding {table}" in decoded.notes[0]

    def test_markup_and_scripts_are_no_evidence(self) -> None:
        head, body = page("windows-1252").split(NOTICE)
        decoded = decode_page(head.encode("cp1252") + encoded(NOTICE, "tcvn3") + body.encode())
        assert decoded.encoding == "tcvn3"
        assert NOTICE in decoded.text

    @pytest.mark.parametrize(
        ("declared", "table"),
        [("windows-1258", "cp1258"), ("x-viet-tcvn5712", "tcvn3"), ("viscii", "viscii"), ("x-viet-vni", "vni")],
    )
    def test_a_few_words_are_read_as_declared(self, declared: str, table: str) -> None:
        decoded = decode_page(f'<meta charset="{declared}"><p>'.encode() + encoded("quà", table))
        assert decoded.text.endswith("<p>quà")

    def test_western_pages_are_read_as_browsers_read_them(self) -> None:
        for declared in ("iso-8859-1", "windows-1252", "us-ascii"):
            decoded = decode_page(f'<meta charset="{declared}"><p>“Le café”'.encode("cp1252"))
            assert decoded.text.endswith("“Le café”")

    def test_what_is_valid_utf_8_is_utf_8(self) -> None:
        assert decode_page('<meta charset="windows-1252"><p>Việt'.encode()).text.endswith("Việt")

    def test_a_byte_order_mark_is_above_what_the_page_declares(self) -> None:
        text = '<meta charset="windows-1252"><p>Việt'
        assert decode_page(text.encode("utf-16")).text == text
        assert decode_page(text.encode("utf-8-sig")) == (text, "utf-8", (), BOM)

    @pytest.mark.parametrize("declared", ["nobody-knows", "idna", ""])
    def test_strict_holds_where_nothing_tells(self, declared: str) -> None:
        data = f"<meta charset={declared}><p>".encode() + b"\xe9\xff"
        with pytest.raises(InputError, match="byte 0xe9 at offset"):
            decode_page(data)
        assert decode_page(data, errors="replace").text.endswith("<p>\ufffd\ufffd")
        assert decode_page(data, errors="keep").text.encode("utf-8", "surrogateescape") == data

    def test_strict_holds_for_what_the_page_declares(self) -> None:
        with pytest.raises(InputError, match="is not SHIFT_JIS"):
            decode_page(b"<meta charset=shift_jis><p>\x81")

    def test_the_encoding_of_the_caller_is_above_all(self) -> None:
        data = b'<meta charset="windows-1258"><p>' + encoded("quà", "tcvn3")
        assert decode_page(data, "tcvn3").text.endswith("quà")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_whatever_was_written_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()).text == text
