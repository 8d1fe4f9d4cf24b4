"""Bytes become text by the encoding that was declared, or by one beyond doubt; nothing is dropped in silence."""

from __future__ import annotations

import codecs
import contextlib

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


class TestWhatCannotBeRead:
    def test_strict_names_file_byte_place_and_way_out(self) -> None:
        with pytest.raises(InputError) as caught:
            decode(b"Xin ch\xe0o", name="tin.txt")
        said = str(caught.value)
        assert "tin.txt" in said
        assert "0xe0" in said
        assert "offset 6" in said
        assert "--encoding" in said
        assert "--errors" in said

    def test_the_offset_of_a_block_is_added(self) -> None:
        with pytest.raises(InputError, match="offset 1006 "):
            decode(b"Xin ch\xe0o", "utf-8", offset=1000)

    def test_replace_leaves_a_sign_and_a_note(self) -> None:
        decoded = decode(b"Xin ch\xe0o", errors="replace")
        assert decoded.text == "Xin ch\ufffdo"
        assert "1 byte" in decoded.notes[0]

    def test_keep_writes_the_same_bytes_back(self) -> None:
        data = b"Xin ch\xe0o \xff\xfe."
        decoded = decode(data, errors="keep")
        assert decoded.text.encode("utf-8", "surrogateescape") == data
        assert "3 bytes" in decoded.notes[0]

    def test_holes_of_a_table_follow_the_same_rule(self) -> None:
        assert decode(b"H\xb5 \x81", "tcvn3", "replace").text == "Hà \ufffd"
        assert decode(b"H\xb5 \x81", "tcvn3", "keep").text == "Hà \udc81"

    def test_a_hole_of_a_table_is_an_error(self) -> None:
        with pytest.raises(InputError, match="0x81 at offset 3 is no character of tcvn3"):
            decode(b"H\xb5 \x81", "tcvn3")
        with pytest.raises(InputError, match="but all is UTF-8; leave out --encoding tcvn3"):
            decode("Đây là chữ ở tỉnh".encode(), "tcvn3")

    def test_one_bad_byte_in_utf_8_is_not_taken_for_an_old_encoding(self) -> None:
        with pytest.raises(InputError, match="is not UTF-8"):
            decode(NOTICE.encode() * 20 + b"\xff")

    @pytest.mark.parametrize(
        "text",
        [
            "L'été où l'hôtel a brûlé, le garçon était déjà à Évian, très fâché.",
            "På vei hjem så vi en måke på brygga, og så gikk båten sin vei på sjøen.",
            "Não há razões para que as mães não venham à reunião de amanhã às três.",
            "Größere Bäche führen im Frühjahr über die Wiesen Hochwasser mit Geröll.",
            "El señor Ibáñez salió mañana y tarde por el camino más corto a la montaña.",
        ],
    )
    def test_western_europe_in_latin_1_is_not_guessed(self, text: str) -> None:
        with pytest.raises(InputError, match="is not UTF-8"):
            decode(text.encode("latin-1"))

    @pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00", b"abc\x00def"])
    def test_binary_data_is_refused(self, data: bytes) -> None:
        with pytest.raises(InputError, match="looks binary"):
            decode(data, name="anh.png")

    @pytest.mark.parametrize("text", ["Môt\x01 buổi họp.", "a" * 200 + "\x1c", "Hà Nội\x1e\n" * 9])
    def test_stray_control_characters_make_no_binary(self, text: str) -> None:
        assert decode(text.encode()).text == text

    @pytest.mark.parametrize("data", [b"\x01\x02\x03abc", b"abc\x01" * 20, "Hà Nội\x00".encode()])
    def test_many_control_characters_and_nul_do(self, data: bytes) -> None:
        with pytest.raises(InputError, match="looks binary"):
            decode(data)

    @pytest.mark.parametrize(
        ("data", "kind"), [(b"\x1f\x8b\x08\x00\x00", "gzip"), (b"PAR1\x15\x00", "Parquet"), (b"BZh91AY\x00", "bz2")]
    )
    def test_packed_records_are_sent_to_batch(self, data: bytes, kind: str) -> None:
        with pytest.raises(InputError, match=f"x: a {kind} file; unpack it first, or .* with vntextclean batch"):
            decode(data, name="x")

    @pytest.mark.parametrize("encoding", ["utf-8", "tcvn3", "latin-1", "cp1258"])
    def test_binary_data_is_refused_under_a_declared_encoding_too(self, encoding: str) -> None:
        with pytest.raises(InputError, match="looks binary"):
            decode(b"abc\x00def", encoding)

    @pytest.mark.parametrize("encoding", ["tcvn4", "base64", "rot13", "idna", "punycode", "undefined", ""])
    def test_an_unknown_encoding_is_named_with_those_there_are(self, encoding: str) -> None:
        with pytest.raises(InputError, match="tcvn3"):
            decode(b"abc", encoding)

    def test_wide_bytes_cannot_be_kept(self) -> None:
        with pytest.raises(InputError, match="--errors replace"):
            decode(b"a\x00b\x00\x00\xd8", "utf-16-le", "keep")

    @pytest.mark.parametrize(("codec", "data"), [("utf-7", b"a +AGE-\xff +"), ("hz", b"~{ab"), ("cp037", b"\xff")])
    def test_codecs_that_read_no_single_bytes_end_in_an_error_at_most(self, codec: str, data: bytes) -> None:
        with contextlib.suppress(InputError):
            assert decode(data, codec, "replace").text
        with contextlib.suppress(InputError):
            assert decode(data, codec, "keep").text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_whatever_was_written_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary())
def test_keep_never_loses_a_byte(data: bytes) -> None:
    try:
        decoded = decode(data, errors="keep")
    except InputError:
        return
    if decoded.encoding == "utf-8":
        assert (decoded.head + decoded.text).encode("utf-8", "surrogateescape") == data
