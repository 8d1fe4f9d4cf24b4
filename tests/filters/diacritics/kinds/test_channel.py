"""The confusion channel: what is confused often is likelier than what is not, by each source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.kinds.channel import LEAST, MOST, confusions, likelihood, prior
from vntextclean.filters.diacritics.kinds.variants import VARIANTS, is_variant
from vntextclean.vietnamese.syllables import forms

SYLLABLES = st.sampled_from(sorted(forms()))


def test_people_confuse_sounds_and_engines_shapes() -> None:
    slip, misread = likelihood("xử", "sử"), likelihood("tbời", "thời")
    assert slip.people > slip.scan
    assert misread.scan > misread.people


def test_two_confusions_are_rarer_than_one() -> None:
    assert likelihood("tài", "tải").scan > likelihood("tài", "tại").scan
    assert likelihood("nâm", "năm").scan > likelihood("nầm", "năm").scan


def test_words_that_differ_in_more_than_a_slip_have_no_confusions() -> None:
    assert confusions("mèo", "trâu") is None
    assert likelihood("nghiêng", "ba") == (LEAST, LEAST)


def test_what_extraction_loses_costs_nothing() -> None:
    assert prior("vn", "vận") == prior("duong", "đường") == prior("môt", "một") == 0.0
    assert prior("nãm", "nắm") < 0


@given(SYLLABLES, SYLLABLES)
def test_likelihoods_keep_their_bounds(written: str, meant: str) -> None:
    found = likelihood(written, meant)
    assert all(LEAST <= each <= MOST for each in found)
    assert prior(written, meant) <= 0


def test_variants_are_pairs_of_other_words() -> None:
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in VARIANTS)
    assert is_variant("sỹ", "sĩ") and not is_variant("xử", "sử")
    assert is_variant("giầy", "giày") and is_variant("giày", "giầy") and not is_variant("bày", "bầy")
