"""Bytes that are no text: an error that says what to do, a sign in their place, or the same bytes back."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.errors import InputError
from vntextclean.streams.decoding import decode


def test_strict_names_file_byte_place_and_way_out() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"Xin ch\xe0o", name="tin.txt")
    said = str(caught.value)
    assert "tin.txt" in said
    assert "0xe0" in said
    assert "offset 6" in said
    assert "--encoding" in said
    assert "--errors" in said


def test_the_offset_of_a_block_is_added() -> None:
    with pytest.raises(InputError, match="offset 1006 "):
        decode(b"Xin ch\xe0o", "utf-8", offset=1000)


def test_replace_leaves_a_sign_and_a_note() -> None:
    decoded = decode(b"Xin ch\xe0o", errors="replace")
    assert decoded.text == "Xin ch\ufffdo"
    assert "1 byte" in decoded.notes[0]


def test_keep_writes_the_same_bytes_back() -> None:
    data = b"Xin ch\xe0o \xff\xfe."
    decoded = decode(data, errors="keep")
    assert decoded.text.encode("utf-8", "surrogateescape") == data
    assert "3 bytes" in decoded.notes[0]


def test_holes_of_a_table_follow_the_same_rule() -> None:
    assert decode(b"H\xb5 \x81", "tcvn3", "replace").text == "Hà \ufffd"
    assert decode(b"H\xb5 \x81", "tcvn3", "keep").text == "Hà \udc81"


def test_a_hole_of_a_table_is_an_error() -> None:
    with pytest.raises(InputError, match="0x81 at offset 3 is no character of tcvn3"):
        decode(b"H\xb5 \x81", "tcvn3")
    with pytest.raises(InputError, match="but all is UTF-8; leave out --encoding tcvn3"):
        decode("Đây là chữ ở tỉnh".encode(), "tcvn3")


def test_one_bad_byte_in_utf_8_is_not_taken_for_an_old_encoding() -> None:
    with pytest.raises(InputError, match="is not UTF-8"):
        decode("Tối thứ bảy có chiếu phim ở sân đình.\n".encode() * 40 + b"\xff")


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
def test_western_europe_in_latin_1_is_not_guessed(text: str) -> None:
    with pytest.raises(InputError, match="is not UTF-8"):
        decode(text.encode("latin-1"))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00", b"abc\x00def"])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="looks binary"):
        decode(data, name="anh.png")


@pytest.mark.parametrize("text", ["Môt\x01 buổi họp.", "a" * 200 + "\x1c", "Hà Nội\x1e\n" * 9])
def test_stray_control_characters_make_no_binary(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("data", [b"\x01\x02\x03abc", b"abc\x01" * 20, "Hà Nội\x00".encode()])
def test_many_control_characters_and_nul_do(data: bytes) -> None:
    with pytest.raises(InputError, match="looks binary"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "kind"), [(b"\x1f\x8b\x08\x00\x00", "gzip"), (b"PAR1\x15\x00", "Parquet"), (b"BZh91AY\x00", "bz2")]
)
def test_packed_records_are_sent_to_batch(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"x: a {kind} file; unpack it first, or .* with vntextclean batch"):
        decode(data, name="x")


@pytest.mark.parametrize("encoding", ["utf-8", "tcvn3", "latin-1", "cp1258"])
def test_binary_data_is_refused_under_a_declared_encoding_too(encoding: str) -> None:
    with pytest.raises(InputError, match="looks binary"):
        decode(b"abc\x00def", encoding)


@pytest.mark.parametrize("encoding", ["tcvn4", "base64", "rot13", "idna", "punycode", "undefined", ""])
def test_an_unknown_encoding_is_named_with_those_there_are(encoding: str) -> None:
    with pytest.raises(InputError, match="tcvn3"):
        decode(b"abc", encoding)


def test_wide_bytes_cannot_be_kept() -> None:
    with pytest.raises(InputError, match="--errors replace"):
        decode(b"a\x00b\x00\x00\xd8", "utf-16-le", "keep")


@pytest.mark.parametrize(("codec", "data"), [("utf-7", b"a +AGE-\xff +"), ("hz", b"~{ab"), ("cp037", b"\xff")])
def test_codecs_that_read_no_single_bytes_end_in_an_error_at_most(codec: str, data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert decode(data, codec, "replace").text
    with contextlib.suppress(InputError):
        assert decode(data, codec, "keep").text


@given(st.binary())
def test_keep_never_loses_a_byte(data: bytes) -> None:
    try:
        decoded = decode(data, errors="keep")
    except InputError:
        return
    if decoded.encoding == "utf-8":
        assert (decoded.head + decoded.text).encode("utf-8", "surrogateescape") == data
