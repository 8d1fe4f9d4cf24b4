"""What is written in an old encoding is read back as it was meant, or refused."""

from __future__ import annotations

import pytest

from vntextclean.errors import InputError
from vntextclean.streams.decoding import decode
from vntextclean.streams.encoding import encode
from vntextclean.streams.encoding_names import TABLES

TEXT = "Ngày 5 tháng 3, Ủy ban “Đường về” – nghĩa là thế: ắ ẵ ỡ ự ỵ ẩ."


@pytest.mark.parametrize("table", [*TABLES, "utf-8", "utf-16-le"])
def test_text_comes_back(table: str) -> None:
    text = TEXT if table not in ("tcvn3", "vietware-f") else TEXT.replace("Ủ", "ủ")
    if table in ("bkhcm1", "vietware-f", "viscii", "vps"):  # their letters have the codes of these signs
        text = text.translate(str.maketrans("“”–", '""-'))
    try:
        data = encode(text, table)
    except InputError as error:
        pytest.fail(f"{table}: {error}")
    assert decode(data, table).text == text


def test_bytes_that_were_kept_go_out_as_they_came_in() -> None:
    data = b"Vi\x90t\n"
    assert encode(decode(data, "utf-8", "keep").text, "utf-8") == data


@pytest.mark.parametrize(("text", "table"), [("日本", "tcvn3"), ("♥", "viscii"), ("ầ", "latin-1"), ("ě", "cp1258")])
def test_a_letter_it_lacks_is_refused(text: str, table: str) -> None:
    with pytest.raises(InputError, match="leave out --keep-encoding"):
        encode(text, table)


def test_a_capital_that_cannot_be_told_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read back as tcvn3"):
        encode("aẢa", "tcvn3")
