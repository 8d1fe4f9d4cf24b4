"""What binds a string to its neighbours, and names inside other words, with the pieces given: each condition alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.filters.run_ons import loans
from vntextclean.filters.run_ons.detect import SuspectFinder, _names_within
from vntextclean.lm.model import Model

MODEL = Model.open()


class Pieces:
    """Stands for the pieces of a model: which strings can be parted, by themselves and with a name."""

    def __init__(self, *partable: str, with_names: tuple[str, ...] = ()) -> None:
        self.partable, self.with_names = partable, with_names
        self.asked: list[tuple[str, frozenset[str]]] = []

    def can_part(self, word: str, names: frozenset[str] = frozenset()) -> bool:
        self.asked.append((word, names))
        return word in (self.with_names if names else self.partable)


def finder(pieces: Pieces, *keep: str) -> Any:
    given: Any = pieces
    return SuspectFinder(given, frozenset(keep))


def is_suspect(text: str, names: dict[str, frozenset[str]] | None = None, pieces: Pieces | None = None) -> bool:
    """Whether the string between bars is asked about."""
    start = text.index("|")
    end = text.index("|", start + 1) - 1
    plain = text.replace("|", "")
    word = plain[start:end]
    answer: bool = finder(pieces or Pieces(word))._is_suspect(plain, start, end, names or {})
    return answer


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("|thựcthi|", True),
        ("#|thựcthi|", False),
        ("@|thựcthi|", False),
        ("xã 5|kgthóc|", False),
        ("xã x|kgthóc|", True),  # no number before the unit
        ("xã 5|thócthi|", True),  # no unit behind the number
        ("|kgthóc| 5", True),
        ("-|thucthi|", True),  # nothing before the joiner
        ("a-|thucthi|", False),
        ("5-|thucthi|", False),
        (" -|thucthi|", True),
        ("aa|thucthi|", True),
        ("a/|thucthi|", False),
        ("a&|thucthi|", False),
        ("a+|thucthi|", False),
        ("a~|thucthi|", False),
        ("a.|thucthi|", True),
        ("|thucthi|-", True),  # nothing behind the joiner
        ("|thucthi|-a", False),
        ("|thucthi|- ", True),
        ("|thucthi|aa", True),
        ("|thucthi|.a", True),
        ("a5|thucthi|", False),
        ("5|thucthi|", False),
        ("|thucthi|5", False),
        ("5a|thucthi|", True),
        ("|thucthi|a5", True),
        ("5|thựcthi|", True),
        ("a-|thựcthi|", True),  # a hyphen binds no marked string
        ("a'|thựcthi|", False),
        ("a’|thựcthi|", False),
        ("a_|thựcthi|", False),
        ("a@|thựcthi|", False),
        ("a\\|thựcthi|", False),
        (" '|thựcthi|", True),  # nothing before the quote
        ("|thựcthi|'a", False),
        ("|thựcthi|_a", False),
        ("|thựcthi|' ", True),
        ("|thựcthi|-a", True),
        ("|thựcthi|'s", True),
        ("|thựcthi|’s ", True),
        ("|thựcthi|'sa", False),
        ("|thucthi|'s", True),
        ("a'|thucthi|'s", True),  # the possessive tells that it is a word
        ("|thucthi|'t", False),
        ("|thucthi|.com", False),
        ("|thucthi|.VN", False),
        ("|thucthi|.net", False),
        ("|thucthi|.org", False),
        ("|thucthi|.info", False),
        ("|thucthi|.comma", True),
        ("|thucthi|.edu", True),
    ],
)
def test_what_binds_a_string(text: str, suspect: bool) -> None:
    assert is_suspect(text) is suspect


@pytest.mark.parametrize(
    ("pieces", "names", "suspect"),
    [
        pytest.param(Pieces("ThucThi"), {}, True, id="it can be parted"),
        pytest.param(Pieces(), {}, False, id="it cannot"),
        pytest.param(Pieces(with_names=("ThucThi",)), {"ThucThi": frozenset({"Thuc"})}, True, id="with a name"),
        pytest.param(Pieces(with_names=("ThucThi",)), {}, False, id="with none"),
        pytest.param(Pieces(), {"ThucThi": frozenset({"Thuc"})}, False, id="not with a name either"),
    ],
)
def test_what_can_be_parted(pieces: Pieces, names: dict[str, frozenset[str]], suspect: bool) -> None:
    assert is_suspect("ở |ThucThi| xa", names, pieces) is suspect


@pytest.mark.parametrize(
    ("keep", "loan", "suspect"), [((), False, True), (("thựcthi",), False, False), ((), True, False)]
)
def test_what_stays_whole(monkeypatch: pytest.MonkeyPatch, keep: tuple[str, ...], loan: bool, suspect: bool) -> None:
    monkeypatch.setattr(loans, "is_spelling_of_loan", lambda word: loan)
    pieces = Pieces("ThựcThi")
    one = finder(pieces, *keep)
    assert one._is_suspect("ThựcThi", 0, 7, {}) is suspect
    assert one._is_suspect("ThựcThi", 0, 7, {}) is suspect
    assert pieces.asked == [("ThựcThi", frozenset())]  # what was told once is kept


def test_strings_of_two_letters_are_not_asked() -> None:
    text = "ở xz và xzq và xzqw"
    scan: Any = SimpleNamespace(
        text=text, unknown=[1, 3, 5], flat=SimpleNamespace(starts=[0, 2, 5, 8, 12, 15], ends=[1, 4, 7, 11, 14, 19])
    )
    pieces = Pieces("xz", "xzq", "xzqw")
    assert finder(pieces)(scan) == ([3, 5], {})
    assert [word for word, _ in pieces.asked] == ["xzq", "xzqw"]
    scan.unknown = []
    assert finder(pieces)(scan) == ([], {})


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param({"Kram", "Kramla"}, {"Kramla": {"Kram"}}, id="two letters more"),
        pytest.param({"Kram", "Kraml"}, {}, id="one letter more"),
        pytest.param({"Kram", "laKram"}, {"laKram": {"Kram"}}, id="at the end"),
        pytest.param({"Kra", "Krala"}, {}, id="a name of three letters"),
        pytest.param({"Kra", "Kram", "laKram"}, {"laKram": {"Kram"}}, id="the longer one alone"),
        pytest.param({"Kram", "Krambacher"}, {"Krambacher": {"Kram"}}, id="a name in a name"),
        pytest.param({"KraM", "KraMla"}, {}, id="no title"),
        pytest.param({"Krám", "Krámla"}, {}, id="a mark"),
        pytest.param({"Kram", "abKramcd"}, {}, id="in the middle"),
        pytest.param({"Kramer", "Kramla"}, {}, id="it begins alike and no more"),
        pytest.param({"Kram", "xy", "Kramla"}, {"Kramla": {"Kram"}}, id="a short word beside it"),
    ],
)
def test_names_within(words: set[str], names: dict[str, set[str]]) -> None:
    assert _names_within(words) == names
