"""Where a sentence begins, and the case of what is put in, at each border."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.capitals import begins_a_sentence, in_case_of


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("mưa to. |ắng ở đây", True),
        ("mưa to! |ắng ở đây", True),
        ("mưa to? |ắng ở đây", True),
        ("mưa to… |ắng ở đây", True),
        ("mưa to, |ắng ở đây", False),
        ("mưa to.|ắng ở đây", False),  # no space between them
        ("mưa to.” |ắng ở đây", True),
        ("mưa to.’) |ắng ở đây", True),
        ('mưa to." “|ắng ở đây', True),
        ("mưa to. (‘|ắng ở đây", True),
        ("mưa to. - |ắng ở đây", False),
        ("mưa to.       |ắng ở đây", True),  # as far as it is looked
        ("mưa to.        |ắng ở đây", False),
        ("mưa.\n|ắng ở đây", True),
        ("mưa nắng\n|ắng ở đây", False),  # the line above begins with a small letter
        ("Mưa nắng\n|ắng ở đây", True),
        ("Mưa nắng\n|ắng ở đây\nở kia", False),
        ("mưa nắng\n|ắng ở đây\nỞ kia", False),
        ("12 nắng\n|ắng ở đây\nỞ kia", True),
        ("12 nắng\n|ắng ở đây\n12 ngày", False),
        ("|ắng ở đây\nỞ kia", True),
        ("|ắng ở đây\nở kia", False),
        ("|ắng ở đây", False),
        ("Mưa nắng\n “(|ắng ở đây", True),
        ("Mưa nắng\n- |ắng ở đây", False),
        (' "“‘(Mưa nắng\n|ắng ở đây', True),
        ('12 nắng\n|ắng ở đây\n "“‘(Ở kia', True),
        ("12 nắng\n|ắng ở đây\n       Ở kia", True),
        ("12 nắng\n|ắng ở đây\n        Ở kia", False),  # no farther than eight letters
        ("Mưa nắng\nNay |ắng ở đây", False),
        (". |ắng ở đây", True),
        ("Mưa nắng\n\n|ắng ở đây", False),  # a line without a letter is none beside it
        ("M\n|ắng ở đây", True),
        ("1m\n|ắng ở đây\nỞ kia", True),
        ("Mưa\n|ắng ở đây\n1m kia", True),
    ],
)
def test_where_a_capital_was_lost(text: str, begins: bool) -> None:
    assert begins_a_sentence(text.replace("|", ""), text.index("|")) is begins


@pytest.mark.parametrize(
    ("word", "rival", "cased"),
    [
        ("MÔT", "một", "MỘT"),
        ("ĐI", "đỉ", "ĐỈ"),
        ("Y", "ý", "Ý"),
        ("N", "nên", "Nên"),  # one capital is no word in capitals
        ("môt", "một", "một"),
        ("mÔT", "một", "một"),
        ("Môt", "một", "Một"),
        ("MÔt", "một", "Một"),
    ],
)
def test_the_case_of_what_is_put_in(word: str, rival: str, cased: str) -> None:
    assert in_case_of(word, rival) == cased
