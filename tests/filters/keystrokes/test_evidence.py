"""Which words of a line are keys: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.keystrokes.clauses import LETTERS, clauses_of, telex_word
from vntextclean.filters.keystrokes.evidence import is_beside_ours, is_residue, is_unmistakable, keyed_words


def _keyed(line: str) -> list[str]:
    return [word.text for word in keyed_words(list(clauses_of(line, LETTERS, telex_word)))]


@pytest.mark.parametrize(
    ("line", "keyed"),
    [
        ("tooi ddi hocj", ["tooi", "ddi", "hocj"]),
        ("ddi chowi", ["ddi", "chowi"]),  # two that are keys and nothing else
        ("ddi ddi", []),  # ... must be two words
        ("ddi mas caf vaf", ["ddi", "mas", "caf", "vaf"]),  # one, if four are keys and none is strange
        ("ddi mas caf", []),
        ("ddi mas caf vaf straight", []),
        ("ddi hocj straight", []),  # a third of the words is strange: too many
        ("ddi hocj roofi straight", ["ddi", "hocj", "roofi"]),
        ("mas caf vaf tas", []),  # all may be something else
        ("EMF rasm", []),  # capitals among others are an acronym, and no proof
        ("DDI HOCJ", ["DDI", "HOCJ"]),  # ... but not where all are
        ("ddi hocj vaof USD", ["ddi", "hocj", "vaof"]),
        ("ddi hocj OSA", ["ddi", "hocj"]),
    ],
)
def test_a_clause_of_keys(line: str, keyed: list[str]) -> None:
    assert _keyed(line) == keyed


@pytest.mark.parametrize(
    ("line", "keyed"),
    [
        ("ddi hocj, ddau", ["ddi", "hocj", "ddau"]),  # beside a clause of keys one word of keys alone follows
        ("ddi hocj, mas caf", ["ddi", "hocj", "mas", "caf"]),  # ... or two that may be keys
        ("ddi hocj, mas", ["ddi", "hocj"]),  # not a single one that may be
        ("ddi hocj, mas hai", ["ddi", "hocj"]),
        ("ddi hocj, ddau straight", ["ddi", "hocj"]),
    ],
)
def test_a_clause_beside_one_of_keys(line: str, keyed: list[str]) -> None:
    assert _keyed(line) == keyed


THROUGHOUT = "ddi hocj nhanhf quas dduwowcj laij"


@pytest.mark.parametrize(
    ("line", "keyed"),
    [
        (f"{THROUGHOUT}, mas", [*THROUGHOUT.split(), "mas"]),  # five words of keys on the line vouch for a short clause
        (f"{THROUGHOUT}, mas straight", THROUGHOUT.split()),  # not for one that is foreign
        (f"{THROUGHOUT}, ddau straight", [*THROUGHOUT.split(), "ddau"]),
        (f"{THROUGHOUT}, ddau straight clerk", THROUGHOUT.split()),
        ("ddi hocj, mas", ["ddi", "hocj"]),
    ],
)
def test_a_line_of_keys_throughout(line: str, keyed: list[str]) -> None:
    assert _keyed(line) == keyed


@pytest.mark.parametrize(
    ("text", "unmistakable"),
    [
        ("dduwowcj", True),
        ("nuowcs", True),
        ("ddi", False),  # one mark
        ("ddaf", True),  # two
        ("Dduwowcj", False),  # may be a name
        ("hanja", False),
        ("roof", False),
    ],
)
def test_a_single_word_of_two_marks(text: str, unmistakable: bool) -> None:
    assert is_unmistakable(telex_word(0, len(text), text)) is unmistakable


@pytest.mark.parametrize(
    ("words", "at", "beside"),
    [
        ("viết rooj lên", 1, True),
        ("rooj lên", 0, True),
        ("lub qhov rooj", 2, False),  # of Hmong
        ("rooj qhov", 0, False),
        ("rooj", 0, False),
        ("ddi rooj", 1, True),
    ],
)
def test_words_of_ours_beside_a_single_one(words: str, at: int, beside: bool) -> None:
    clause = [telex_word(0, len(word), word) for word in words.split()]
    assert is_beside_ours(clause, at) is beside


@pytest.mark.parametrize(
    ("line", "at", "residue"),
    [
        ("cần giups bạn", 1, True),
        ("giups bạn", 0, True),  # the first of a clause has one neighbour
        ("giups", 0, False),
        ("cần Giups bạn", 1, False),
        ("nói boson nhé", 1, False),  # a vowel typed again behind a tone
        ("cần mas bạn", 1, False),  # too short
        ("cần giups straight", 1, False),  # a neighbour that is no syllable
        ("cần giups ddi", 1, False),  # ... or is keys itself
        ("cần bạn hai", 1, False),  # no keys
    ],
)
def test_one_word_of_one_mark(line: str, at: int, residue: bool) -> None:
    clause = next(clauses_of(line, LETTERS, telex_word))
    assert is_residue(clause, at) is residue
