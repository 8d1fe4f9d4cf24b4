"""Random texts, and random filters that keep the contract, to hold the engine's laws against."""

from __future__ import annotations

from hypothesis import strategies as st

from vntextclean.edit import Edit

texts = st.text(alphabet="ab ô\n.", max_size=30)
replacements = st.text(alphabet="xyế \n", max_size=4)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Sorted, disjoint edits of a text, none without effect, one at most at a position."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    made: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        replacement = draw(replacements)
        if text[start:end] == replacement or (made and (made[-1].start, made[-1].end) == (start, end)):
            continue
        made.append(Edit(start, end, replacement, "test.rule", "", draw(st.sampled_from([1.0, 0.5]))))
    return made
