"""What the letters of a word tell, at the border of each condition: its length, names, rivals, rare words, habits."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.filters.diacritics.proposing.told_by_shape import ToldByShape
from vntextclean.lm.model import Model

MODEL = Model.open()


def told(text: str, **rivals: str) -> list[tuple[str, float, Damage]]:
    """What the letters tell; ``rivals`` are what some words are likelier to have been."""
    scan = MODEL.scan(text)
    suspects = [
        Suspect(token, MODEL.ids([rivals[scan.word(token)]]).astype(np.int64), np.ones(1, np.float32), -9, False, False)
        for token in range(len(scan))
        if scan.word(token) in rivals
    ]
    slips = MODEL.derived(ToldByShape).slips(scan, suspects, MODEL.derived(CandidateSearch).odd(scan))
    return [(slip.meant, slip.gain, slip.kind) for slip in slips]


TWICE = [(word, 2.0, Damage.EXTRA_LETTER) for word in ("mèo", "đi", "chơi")]
EXTRA, PLAIN, EXCHANGED = Damage.EXTRA_LETTER, Damage.PLAIN_LETTER, Damage.EXCHANGED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Meèo con", [("mèo", 6.0, EXTRA)], id="a key twice, at the head of a sentence"),
        pytest.param("toòa nhà", [("tòa", 6.0, EXTRA)], id="in the style of the table"),
        pytest.param("ngheề", [("nghề", 6.0, EXTRA)], id="a key twice before an onset"),
        pytest.param("nghành", [("ngành", 5.0, EXTRA)], id="an onset with a letter too many"),
        pytest.param("ngiệp", [("nghiệp", 5.0, PLAIN)], id="an onset with a letter too few"),
        pytest.param("gé thăm", [("ghé", 5.0, PLAIN)], id="a short one"),
        pytest.param("đnag", [("đang", 6.0, EXCHANGED)], id="four letters, two exchanged"),
        pytest.param("tiô đi", [], id="three letters"),
        pytest.param("bà Nghành", [], id="a name"),
        pytest.param("bà Meèo", [], id="a name with a key twice"),
        pytest.param("con meèo dđi chchơi", TWICE, id="habit"),
        pytest.param("con meèo dđi dđi", [("mèo", 6.0, EXTRA), ("đi", 6.0, EXTRA), ("đi", 6.0, EXTRA)], id="two words"),
        pytest.param("con meèo Dđi chchơi", [("mèo", 6.0, EXTRA), ("chơi", 6.0, EXTRA)], id="a name tells no habit"),
        pytest.param(
            "con meèo dđi nghành", [("mèo", 6.0, EXTRA), ("đi", 6.0, EXTRA), ("ngành", 5.0, EXTRA)], id="nor an onset"
        ),
        pytest.param(
            "meèo dđi chchơi nghành khôgn",
            [*TWICE, ("ngành", 5.0, EXTRA), ("không", 6.0, EXCHANGED)],
            id="of others a habit tells nothing",
        ),
    ],
)
def test_what_letters_tell(text: str, expected: list[tuple[str, float, Damage]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "rival", "found"),
    [
        pytest.param("một nghành nghề", "nghành", "hành", False, id="likelier another word"),
        pytest.param("một nghành nghề", "nghành", "ngành", True, id="likeliest the same"),
        pytest.param("khôgn biết", "khôgn", "khôn", False, id="of exchanged letters too"),
        pytest.param("con meèo nằm", "meèo", "mèn", True, id="a key twice asks no other word"),
    ],
)
def test_a_likelier_word_has_more_wrong_with_it(text: str, word: str, rival: str, found: bool) -> None:
    assert bool(told(text, **{word: rival})) is found


@pytest.mark.parametrize(("log_prob", "found"), [(-12.0, False), (-11.9, True)])
def test_what_is_meant_is_no_rare_word(log_prob: float, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    shares = MODEL.log_prob.copy()
    shares[MODEL.ids(["ngành"])] = log_prob
    monkeypatch.setitem(MODEL.__dict__, "log_prob", shares)
    assert bool(told("một nghành nghề")) is found
