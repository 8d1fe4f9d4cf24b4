"""Names that other words of a text begin or end with."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.detect import _names_within


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"Yahoo", "khiYahoo"}, {"khiYahoo": {"Yahoo"}}),
        ({"Kramer", "Kramerlà", "Kramers"}, {"Kramerlà": {"Kramer"}}),  # one letter more may be an ending
        ({"Kramer", "Kramernói", "Kram"}, {"Kramernói": {"Kramer", "Kram"}, "Kramer": {"Kram"}}),
        ({"Kram", "vớiKram", "kramer"}, {"vớiKram": {"Kram"}}),
        ({"kram", "KRAM", "kramlà"}, {}),  # no names
    ],
)
def test_names_within(words: set[str], found: dict[str, set[str]]) -> None:
    assert _names_within(words) == found
