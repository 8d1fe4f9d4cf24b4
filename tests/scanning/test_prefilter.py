"""The pass that filters share must see whatever their own scans would, or they would be silent on what they repair."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters, digits
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean import registry
from vntextclean.filter import Filter
from vntextclean.filters import inline_furniture, repeats
from vntextclean.filters.boilerplate.reading import triage
from vntextclean.filters.keystrokes import signs as keystrokes
from vntextclean.filters.legacy_fonts import lines as legacy_lines
from vntextclean.filters.references import filter as references
from vntextclean.filters.spacing import lost_spaces, signs
from vntextclean.filters.spacing import search as spacing
from vntextclean.filters.tone_marks import candidates
from vntextclean.lm import kernel
from vntextclean.misreadings.before_decoding import signature
from vntextclean.misreadings.before_decoding.traces import TRACE
from vntextclean.misreadings.old_encodings import unicode_as_vni
from vntextclean.presets import PRESETS
from vntextclean.scanning import prefilter, unusual
from vntextclean.scanning.prefilter import EVERY_TEXT, Hint, Sign, signs_of
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED

LETTERS = "".join(sorted(MARKED)) + ascii_letters + digits
CHARACTERS = LETTERS + " \n\t.,;:!?…)(“”«»\"-–/[]^`~+*'\u00a0\u0301\u2019¡ºÃâ€\u20e3😀\ud800"
#: No filter looks for anything in it.
FILLER = "đ đ đ"

SCANS: dict[str, tuple[Sign, Callable[[str], object]]] = {
    "unusual": (unusual.UNUSUAL, unusual._UNUSUAL.search),
    "mojibake": (signature.SIGN, signature.SCAN.search),
    "legacy-fonts": (legacy_lines.SIGN, legacy_lines.TELL.search),
    "teasers": (repeats._DOTS, repeats._CUT_LINE.search),
    **{f"misplaced {number}": (candidates.SIGN, each.search) for number, each in enumerate(candidates.SUSPECTS)},
}


@pytest.mark.parametrize("name", SCANS)
@given(text=st.text(CHARACTERS, max_size=12))
def test_what_a_scan_finds_the_pass_sees(name: str, text: str) -> None:
    sign, scan = SCANS[name]
    whole = f"{text}\n{FILLER}"
    if scan(whole) and not re.search("[gG][iI]", whole):  # gió, which a scan finds, is never respelled
        assert sign.may_be_in(TextState(whole))


@given(text=st.text(CHARACTERS, max_size=12))
def test_marks_stuck_to_a_word_are_seen(text: str) -> None:
    whole = f"a{text}\n{FILLER}"
    found = {match.start() for match in lost_spaces.GLUED.finditer(whole)}
    assert found <= {*signs.GLUED_SIGN.places(TextState(whole))}


@pytest.mark.parametrize("sign", [keystrokes.KEYS, signs.GLUED_SIGN, repeats._DOTS, candidates.SIGN])
@given(text=st.text(CHARACTERS, max_size=12))
def test_both_ways_find_the_same_places(sign: Sign, text: str) -> None:
    """By the kernel, by numpy, and by ``re``."""
    whole = f"{text}\n{FILLER}\n{text}"
    assert np is not None
    with mock.patch.object(kernel, "native", None):
        assert sign.places(TextState(whole)) == sign._scan(whole)
    assert sign.places(TextState(whole)) == sign._scan(whole)


@pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")
@given(text=st.text(CHARACTERS, min_size=1, max_size=12) | st.text(min_size=1, max_size=12))
def test_kernel_and_numpy_see_the_same(text: str) -> None:
    seen = prefilter._look(text)
    with mock.patch.object(kernel, "native", None):
        same = prefilter._look(text)
    assert seen is not None and same is not None and seen[0] == same[0]
    hits = np.asarray(same[1])
    places = hits.nonzero()[0]
    found = np.stack((places.astype(np.uint64), hits[places]), 1)  # beside int64 they would be floats of 53 bits
    assert np.frombuffer(seen[1], np.uint64).tolist() == found.ravel().tolist()


@pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")
@given(text=st.text(CHARACTERS, min_size=1, max_size=12) | st.text(min_size=1, max_size=12))
def test_unusual_characters_are_the_same_without_the_kernel(text: str) -> None:
    found = unusual.unusual(TextState(text))
    with mock.patch.object(kernel, "native", None):
        assert {*found} == {*unusual.unusual(TextState(text))}
    assert len({*found}) == sum(char < "\U00010000" for char in found) + len({c for c in found if c > "\uffff"})


#: What the filters look for that say what sign they need.
OF_FILTERS = "ơịĩngcNGiI&;#%3u=?C\\xfjwaedo19 quodashellip\u200b\x93ÐñƣªоǥÃÂáº»ß"
SIGNED = [made for made in registry.build(registry.names(), Settings()) if registry.sign_of(made)]


def test_filters_of_every_kind_say_what_sign_they_need() -> None:
    assert {made.name for made in SIGNED} >= {*PRESETS["lossless"].filters, "keystrokes"}


@pytest.mark.parametrize("made", SIGNED, ids=lambda made: made.name)
@given(text=st.text(CHARACTERS + OF_FILTERS, max_size=16))
def test_a_filter_has_edits_only_where_its_sign_is(made: Filter, text: str) -> None:
    sign = registry.sign_of(made)
    state = TextState(f"{text}\n{FILLER}")
    assert sign is not None and (sign.may_be_in(state) or not [*made.edits(state)])


#: Blanks that are worth a look.
BLANKS = r" (?:[ ,.;:!?…)”»\t\r\n]|\Z)|(?<=[(“«\n\t]) |\A[ \t]|\t(?:[\r\n]|\Z)|[\u00a0\u2003]"


@given(text=st.text(" ab,(.\t\r\n\u00a0\u2003”", max_size=12))
def test_zones_are_the_stretches_with_a_blank_worth_a_look(text: str) -> None:
    found = [match.start() for match in re.finditer(f"(?={BLANKS})", text)]
    stretches = [match.span() for match in re.finditer("[ \t\u00a0\u2003]+", text)]
    wanted = [(start, end) for start, end in stretches if any(start <= at < end for at in found)]
    assert spacing._zones(TextState(text)) == wanted


@given(text=st.text("ơƠịĩcCuUưnNgGiI\n", max_size=8))
def test_the_trace_of_the_converter_is_seen_exactly(text: str) -> None:
    assert TRACE.may_be_in(TextState(f"{text}\n")) == (unicode_as_vni._TRACE.search(f"{text}\n") is not None)


@pytest.mark.parametrize("needle", ["&", "\\", "%u", "%3", "=?", "=C3=", "=E1=", "quo;", "dash;", "hellip;"])
@pytest.mark.parametrize("text", ["{}", "a {} b", "{}{}"])
def test_every_needle_of_references_is_seen(needle: str, text: str) -> None:
    assert references.References.sign.may_be_in(TextState(text.replace("{}", needle)))
    assert not references.References.sign.may_be_in(TextState("100% = a; b? C3"))


def test_a_fourth_character_may_be_beyond_the_text() -> None:
    hint = prefilter.Hint((prefilter.ANY, "\u2020", prefilter.ANY, "\n"))
    for native in {kernel.native, None}:
        with mock.patch.object(kernel, "native", native):
            assert [hint.may_be_in(TextState(text)) for text in ("\u2020", "\u2020a", "\u2020ab")] == [
                True,
                True,
                False,
            ]


NEEDLES = [(sign, needle) for sign, needles in (*triage._BY_SIGN, *inline_furniture._BY_SIGN) for needle in needles]


@pytest.mark.parametrize(("sign", "needle"), NEEDLES)
def test_every_needle_shows_its_own_sign(sign: Hint, needle: str) -> None:
    assert sign.may_be_in(TextState(f"{FILLER}{needle}"))
    assert sign.may_be_in(TextState(f"{needle}{FILLER}"))
    assert not sign.may_be_in(TextState(FILLER))


@given(text=st.text(CHARACTERS, max_size=12))
def test_every_text_has_the_bit_of_filters_that_name_no_sign(text: str) -> None:
    for native in (kernel.native, None):
        with mock.patch.object(kernel, "native", native):
            found = signs_of(TextState(text))
            assert found & EVERY_TEXT
            assert bool(found & keystrokes.KEYS.bits) == keystrokes.KEYS.may_be_in(TextState(text))
