"""Words that say nothing of the language of their text, counted once for all its parts."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from vntextclean.vietnamese.word_evidence import evidence_of
from vntextclean.vietnamese.words_apart import _REACH, WordsApart

_TEXTS = st.lists(st.sampled_from(["làng", "Perez", "chữ", "í", "12", " ", "\n", "“", "_", "Ж", "²"]), max_size=30)


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], int, int]:
    """A text, disjoint spans of it, and a part of it."""
    text = "".join(draw(_TEXTS))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    low = draw(st.integers(0, len(text)))
    return text, list(zip(cuts[::2], cuts[1::2], strict=False)), low, draw(st.integers(low, len(text)))


def words_that_begin_in(text: str, spans: list[tuple[int, int]], low: int, high: int) -> list[str]:
    found = re.compile(r"[^\W\d_]+").finditer(text[:high], low)
    return [m[0] for m in found if any(start <= m.start() < end for start, end in spans)]


@given(texts_and_spans())
def test_each_part_is_told_as_if_it_were_read_alone(
    given: tuple[str, list[tuple[int, int]], int, int],
) -> None:
    text, spans, low, high = given
    apart = WordsApart(text, spans)
    for part in ((0, len(text)), (low, high), (low, len(text)), (0, high)):
        assert apart.tell(*part) == evidence_of(words_that_begin_in(text, spans, *part))
    assert [apart.holds(at) for at in range(len(text))] == [
        any(start <= at < end for start, end in spans) for at in range(len(text))
    ]


def test_a_word_that_goes_on_far_behind_its_span_is_cut_where_the_part_is() -> None:
    text = "ở " + "làng" + "Perez" * _REACH + " ở"
    apart = WordsApart(text, [(2, 4)])
    assert apart.tell(0, len(text)) == evidence_of([text[2:-2]])
    assert apart.tell(0, 6) == evidence_of(["làng"])
    assert apart.tell(2, 6) == evidence_of(["làng"])
