"""Words that keep what a repair would take: loans, capitals, letters that say something, words as they are said."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.diacritics.guards.exceptions import (
    holds_a_capital_of_its_own,
    is_among_foreign_words,
    is_loan,
    is_spoken,
    kept_its_capital,
    loses_a_word,
    lost_a_capital,
)
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()


def asked(text: str, word: str) -> tuple[Scan, int]:
    """The scan of a text and the first token that is the word."""
    scan = MODEL.scan(text)
    return scan, [scan.word(token) for token in range(len(scan))].index(word)


@pytest.mark.parametrize(
    ("word", "kind", "loan"),
    [
        ("icon", Damage.EXTRA_LETTER, True),
        ("icon", Damage.EXCHANGED, True),
        ("icon", Damage.OTHER_LETTER, True),
        ("icon", Damage.LETTER, False),
        ("con", Damage.EXTRA_LETTER, False),  # a syllable
        ("iconx", Damage.EXTRA_LETTER, False),  # no word that the model knows
        ("icơn", Damage.EXTRA_LETTER, False),
    ],
)
def test_a_loan(word: str, kind: Damage, loan: bool) -> None:
    scan, token = asked(f"Bấm vào {word} này.", word)
    assert bool(is_loan(scan, token, kind, MODEL.derived(syllables))) is loan


@pytest.mark.parametrize(
    ("word", "rival", "held"),
    [("Hbà", "bà", True), ("hbà", "bà", False), ("Bbà", "bà", False), ("Hbà", "hà", False), ("", "bà", False)],
)
def test_a_capital_of_its_own(word: str, rival: str, held: bool) -> None:
    assert holds_a_capital_of_its_own(word, rival) is held


@pytest.mark.parametrize(
    ("word", "rival", "kept"),
    [
        ("Ôi", "tôi", True),
        ("ôi", "tôi", False),
        ("ÔI", "tôi", False),
        ("Ô", "tô", False),  # a letter by itself
        ("Ôi", "gỗi", False),
        ("Ôi", "ôi", False),
    ],
)
def test_a_capital_that_was_kept(word: str, rival: str, kept: bool) -> None:
    assert kept_its_capital(word, rival) is kept


@pytest.mark.parametrize(
    ("text", "word", "rival", "lost"),
    [
        ("Cân 10gvàng tám.", "gvàng", "vàng", True),
        ("Cân gvàng tám.", "gvàng", "vàng", False),
        ("Cân 10gvàng tám.", "gvàng", "càng", False),
        ("Có tômv.v. ngoài chợ.", "tômv", "tôm", True),
        ("Có tômv. Ngoài chợ.", "tômv", "tôm", False),
        ("Có tômv.c. ngoài chợ.", "tômv", "tôm", False),
        ("Có tômv.v. ngoài chợ.", "tômv", "lôm", False),
        ("Gồm cóː muối.", "cóː", "có", True),
        ("Gồm cóo muối.", "cóo", "có", False),
        ("Gồm cóː muối.", "cóː", "cá", False),
    ],
)
def test_a_letter_too_many_that_says_something(text: str, word: str, rival: str, lost: bool) -> None:
    assert loses_a_word(*asked(text, word), rival) is lost


FAR = "cô chú bác dì cậu mợ ông bà anh chị em con cháu họ"  # fourteen words


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (f"hok {FAR} đây nha rồi", True),  # sixteen words before it
        (f"hok {FAR} đây này nha rồi", False),
        (f"nha đây {FAR} hok", True),
        (f"nha đây này {FAR} hok", False),
        ("Lun nha rồi", True),
        ("hok", False),
        ("nha rồi", False),
    ],
)
def test_words_written_as_they_are_said(text: str, spoken: bool) -> None:
    scan = MODEL.scan(text)
    words = [scan.word(token) for token in range(len(scan))]
    assert is_spoken(scan, words.index("nha") if "nha" in words else 0) is spoken


@pytest.mark.parametrize(
    ("text", "word", "rival", "lost"),
    [
        ("Bác Lê Tấn ũng lái đò.", "ũng", "cũng", True),
        ("Bác Lê Tấn ũng lái đò.", "ũng", "lũn", False),
        ("Bác Tấn ũng lái đò.", "ũng", "cũng", False),  # one word of a name
        ("Bác Lê, Tấn ũng lái đò.", "ũng", "cũng", False),
        ("Bác Lê Tấn, ũng lái đò.", "ũng", "cũng", False),
        ("Bác Lê tấn ũng lái đò.", "ũng", "cũng", False),
        ("Tấn ũng lái đò.", "ũng", "cũng", False),
        ("ũng", "ũng", "cũng", False),
    ],
)
def test_a_piece_behind_two_words_of_a_name_lost_a_capital(text: str, word: str, rival: str, lost: bool) -> None:
    assert lost_a_capital(*asked(text, word), rival) is lost


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Kovacs Brennan da xe.", True),
        ("Kovacs da Brennan xe.", True),
        ("da Kovacs Brennan xe.", True),
        ("Kovacs da xe.", False),
        ("Kovacs ra xa da xe Brennan.", False),  # three words away
        ("Kovacs Brennan da chợ xe.", False),  # a word with a mark beside it
        ("Kovacs Brennan da xe xa chợ.", False),
        ("Kovacs Brennan da xe xa ra chợ.", True),
        ("chợ Kovacs Brennan da xe.", False),
        ("chợ nay Kovacs Brennan da xe.", True),
        ("Kovacs C da xe.", False),  # a lone letter
        ("Kovacs 1987 da xe.", False),
        ("Kovacs Örebrö da xe.", True),  # a mark of another language
    ],
)
def test_among_foreign_words(text: str, foreign: bool) -> None:
    scan, token = asked(text, "da")
    assert is_among_foreign_words(scan, token, scan.lower, MODEL.derived(syllables)) is foreign


def test_a_repair_beside_a_word_makes_its_line_vietnamese() -> None:
    scan, token = asked("Kovacs Brennan da cho.", "da")
    legal = MODEL.derived(syllables)
    assert is_among_foreign_words(scan, token, scan.lower, legal)
    repaired = np.array(scan.lower)
    repaired[token + 1] = MODEL.ids(["chợ"])[0]
    assert not is_among_foreign_words(scan, token, repaired, legal)
