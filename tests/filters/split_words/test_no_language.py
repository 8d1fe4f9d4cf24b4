"""Pieces that no context tells of are left out, before any of them is weighed."""

from __future__ import annotations

import pytest
from benchmarks.speed.random_syllables import Change, broken, in_twos, syllables

from vntextclean.filters.split_words.no_language import unconnected
from vntextclean.filters.split_words.search import SplitSearch
from vntextclean.lm.model import Model
from vntextclean.text_state import TextState

SOUND = "Th ứ hai t ới, các h ộ dân ở x ã tôi ph ải đ ến tr ụ sở ủy b an để nh ận gi ấy b áo. "


def in_no_language(text: str) -> list[str] | None:
    """The words of a text that are left out; None if no word is."""
    model = Model.open()
    search, scan = model.derived(SplitSearch), model.scan_of(TextState(text))
    left_out = unconnected(model, scan, search.stretches(scan, search.survey(scan).joins))
    return None if left_out is None else [scan.word(at) for at in left_out.nonzero()[0].tolist()]


def bare_and_broken(syllable: str, source: object) -> str:
    del source
    return syllable[:1] + " " + syllable[1:] if len(syllable) > 1 else syllable


@pytest.mark.parametrize("change", [broken, in_twos, bare_and_broken])
def test_pieces_of_syllables_at_random_are_left_out(change: Change) -> None:
    text = syllables(change)[:12_000]
    left_out = in_no_language(text)
    assert left_out is not None
    assert len(left_out) > 0.9 * len(text.split())


def test_the_pieces_of_a_page_are_not() -> None:
    assert in_no_language(SOUND * 60) is None


def test_of_a_page_beside_them_little_is() -> None:
    page, pieces = SOUND * 60, syllables(broken)[:12_000]
    left_out = in_no_language(page + "\n" + pieces)
    assert left_out is not None
    assert left_out[0] != "Th"
    assert len(left_out) < len(pieces.split()) + 0.15 * len(page.split())


def test_few_pieces_are_not_told() -> None:
    assert in_no_language(syllables(broken)[:2000]) is None
