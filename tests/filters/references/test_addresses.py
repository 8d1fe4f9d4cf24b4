"""Which stretch of a line is an address, asked of places in order."""

from __future__ import annotations

import pytest

from vntextclean.filters.references.addresses import Tokens


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("R&D /tim?a=1&b=2 và A&B", [False, True, False]),
        ("/tim?a=1&b=2&c=3", [True, True]),
        ("http://a.vn/x&y http://a.vn&z", [True, True]),
        ("HTTP://a.vn/x&y WWW.a.vn&z www.a&b", [True, True, True]),
        ("cà phê&trà &", [False, False]),
        ("\ta&b\thttp://a&b\tc&d", [False, True, False]),
        ("http://a.vn x&y", [False]),  # the address is the stretch before
        ("x&y http://a.vn", [False]),
        ("a&b=c", [True]),
        ("a&=c", [False]),
        ("a&b c=d", [False]),
        ("&", [False]),
        ("&a=1", [True]),
        (" a&b=c", [True]),
        ("\ta&b=c", [True]),
        ("& http://a&b", [False, True]),
    ],
)
def test_an_ampersand_is_of_the_stretch_it_stands_in(line: str, addresses: list[bool]) -> None:
    tokens = Tokens(line)
    places = [at for at, letter in enumerate(line) if letter == "&"]
    assert [tokens.is_address(at) for at in places] == addresses
    assert [Tokens(line).is_address(at) for at in places] == addresses


def test_the_end_of_a_stretch_belongs_to_none() -> None:
    tokens = Tokens("http://a b")
    assert tokens.is_address(7)
    assert not tokens.is_address(9)


def test_before_any_place_is_asked_about_nothing_is_known() -> None:
    tokens = Tokens("http://a&b c&d")
    assert tokens.is_address(8)
    assert tokens.is_address(9)  # of the same stretch
    assert not tokens.is_address(12)


@pytest.mark.parametrize(
    ("line", "place", "address"),
    [
        ("x http://a", 9, True), ("x http://a", 2, True), ("x http://a", 0, False), ("x\thttp://a", 2, True),
        ("http://a\tx", 9, False), ("http://a x\ty", 9, False), ("", 0, False),
    ],
)  # fmt: skip
def test_the_first_place_and_the_last_of_a_stretch(line: str, place: int, address: bool) -> None:
    assert Tokens(line).is_address(place) is address
