"""Which tokens may be several words: what binds a string to its neighbour, and names inside other words."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.detect import SuspectFinder, _names_within
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.pieces import Pieces


def _suspects(text: str, keep: frozenset[str] = frozenset()) -> list[str]:
    model = Model.open()
    scan = model.scan(text)
    found = SuspectFinder(model.derived(Pieces), keep)(scan)
    return [text[scan.starts[token] : scan.ends[token]] for token in found.tokens]


@pytest.mark.parametrize(
    ("text", "suspects"),
    [
        ("xã đã thựchiện xong", ["thựchiện"]),
        ("xã đã thực hiện xong", []),
        ("xã đã thựchiện, tổchức xong", ["thựchiện", "tổchức"]),
        ("xã đã #thựchiện xong", []),
        ("xã đã @thựchiện xong", []),
        ("xã đã a_thựchiện xong", []),
        ("xã đã thựchiện_a xong", []),
        ("xã đã a/thựchiện xong", ["thựchiện"]),  # a slash binds no marked string
        ("xã đã a/trongkhi xong", []),
        ("xã đã trongkhi/a xong", []),
        ("xã đã trongkhi/ xong", ["trongkhi"]),
        ("xã đã trongkhi xong", ["trongkhi"]),
        ("xã đã trongkhi's xong", ["trongkhi"]),  # an English possessive
        ("xã đã thựchiện's xong", ["thựchiện"]),
        ("xã đã thựchiện'sa xong", []),
        ("xã đã trongkhi.vn xong", []),
        ("xã đã thựchiện.vn xong", []),
        ("xã đã trongkhi.Xong", ["trongkhi"]),
        ("xã đã 12trongkhi xong", []),
        ("xã đã trongkhi12 xong", []),
        ("xã đã kílômét xong", []),  # a loan
        ("xã đã 5kgthóc xong", []),  # a unit behind a number
        ("", []),
    ],
)
def test_suspects(text: str, suspects: list[str]) -> None:
    assert _suspects(text) == suspects


def test_words_to_keep() -> None:
    assert _suspects("xã đã Thựchiện xong", frozenset({"thựchiện"})) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ({"Merriweather", "Merriweatherđã"}, {"Merriweatherđã": {"Merriweather"}}),
        ({"Merriweather", "đãMerriweather"}, {"đãMerriweather": {"Merriweather"}}),
        ({"merriweather", "merriweatherđã"}, {}),  # no name
        ({"Mer", "Merđã"}, {}),  # too short
        ({"Merr", "Merrđã"}, {"Merrđã": {"Merr"}}),
        ({"Đoàn", "Đoànviên"}, {}),  # no foreign name
        ({"Kramer", "Kramerlà", "Kramers"}, {"Kramerlà": {"Kramer"}}),  # one letter more may be an ending
        ({"Kramer", "Kramernói", "Kram"}, {"Kramernói": {"Kramer", "Kram"}, "Kramer": {"Kram"}}),
        ({"Kramer", "Kramvàbạnbè", "đếnvớiamer"}, {}),  # alike at one end and no further
        ({"kram", "KRAM", "kramlà"}, {}),
        (set(), {}),
    ],
)
def test_names_inside_other_words(words: set[str], names: dict[str, set[str]]) -> None:
    assert _names_within(words) == names
