"""The classes of characters: letters, marks and signs, and where the ranges of symbols end."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.text import char_classes as classes
from vntextclean.filters.boilerplate.text.char_classes import flags_of, kinds_of, sign_table, small


def codes(text: str) -> np.ndarray:
    return np.array([min(ord(char), 0xFFFF) for char in text], np.uint32)


@pytest.mark.parametrize(
    ("chars", "kind"),
    [
        ("az", classes.LOWER),
        ("ệđß", classes.MARKED),
        ("AĐỆ", classes.UPPER),
        ("09٣", classes.DIGIT),
        (" \t\u00a0\u200b\u3000\ufeff", classes.SPACE),
        (".!?…", classes.STOP),
        (",;:", classes.COMMA),
        ("|»•·→%", classes.SEPARATOR),
        ("()“”'", classes.BRACKET),
        ("-–—", classes.DASH),
        ("©×\u2190\u2bff\ue000\uf8ff\uffff\U0001f600", classes.SYMBOL),
        ("\u218f\u2c00\ud7ff\uf900\u4e00", classes.OTHER),
    ],
)
def test_classes(chars: str, kind: int) -> None:
    found = kinds_of(codes(chars)).tolist()
    assert found == [kind] * len(chars)


def test_what_bullets_and_the_ends_of_sentences_are_of() -> None:
    flags = flags_of(codes("*-•a.”)_"))
    assert (flags & classes.LEAD > 0).tolist() == [True, True, True, False, False, False, False, False]
    assert (flags & classes.TRAIL > 0).tolist() == [True, False, False, False, False, True, True, True]


def test_signs() -> None:
    """A colon is a mark of code as well, an at sign of addresses too; a dot alone makes no address."""
    found = sign_table()[codes("{:;@.a(")].tolist()
    code, colon, looks, address = (
        classes.CODE_SIGN, classes.COLON_SIGN, classes.LOOKS_SIGN, classes.ADDRESS_SIGN,
    )  # fmt: skip
    assert found == [code | looks, code | colon, code | looks, code | address, 0, 0, code]
    assert [code & other for other in (colon, looks, address)] == [0, 0, 0]


def test_small_letters() -> None:
    assert small(codes("ĐỆA5İ字")).tolist() == [ord(char) for char in "đệa5İ字"]
