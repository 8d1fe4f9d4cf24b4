"""ASCII means all of the text: hashtags and handles too, and addresses in a way that still leads there."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đường về #HàNội, @nguyễn_an", "Duong ve #HaNoi, @nguyen_an"),
        (
            "xem https://vi.wikipedia.org/wiki/Hà_Nội nhé",
            "xem https://vi.wikipedia.org/wiki/H%C3%A0_N%E1%BB%99i nhe",
        ),
        ("Về https://a.vn/lúa rồi về", "Ve https://a.vn/l%C3%BAa roi ve"),  # words on either side of an address
        ("đường www.lúa.vn, lúa", "duong www.l%C3%BAa.vn, lua"),
        ("tệp báo_cáo.pdf, `mã nguồn`", "tep bao_cao.pdf, `ma nguon`"),
        ("số 12/2020/NĐ-CP", "so 12/2020/ND-CP"),
    ],
)
def test_everything_comes_out_in_ascii(text: str, wanted: str) -> None:
    cleaned = Pipeline.from_preset("web", filters=("ascii",)).run(text)
    assert cleaned.text == wanted
    assert cleaned.text.isascii()


def test_words_to_keep_and_stretches_that_are_off_stay() -> None:
    pipeline = Pipeline.from_preset("web", filters=("ascii",), keep=frozenset({"Hà"}))
    assert pipeline.run("Hà về").text == "Hà ve"
    off = "<!-- vntextclean: off -->về<!-- vntextclean: on --> quê"
    assert pipeline.run(off).text == off.replace("quê", "que")


@pytest.mark.parametrize("byte", [chr(0xDC80), chr(0xDCFF), chr(0xD800)])
def test_bytes_that_were_kept_stay(byte: str) -> None:
    """Nothing warns of them: warnings are errors in these tests, and for users of ``python -W error``."""
    text = f"bờ{byte} đê {byte} https://a.vn/lúa{byte} #đê{byte}"
    cleaned = Pipeline.from_preset("web", filters=("ascii",)).run(text)
    assert cleaned.text == f"bo{byte} de {byte} https://a.vn/l%C3%BAa{byte} #de{byte}"
