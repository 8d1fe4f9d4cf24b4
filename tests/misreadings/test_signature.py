"""The lines that may hold a misreading are those that a scan of the whole text finds."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from vntextclean.misreadings.before_decoding import signature
from vntextclean.scanning.unusual import UNUSUAL, USUAL
from vntextclean.text_state import TextState

PIECES = st.sampled_from([*"aăâêôơưàãÂÃĂĨĩ–»º \n", "Äi", "ã\ufffd", "Ã\u00a0", "ß╗", "√∫", "ö", "đò", "\u00ad", "ễ"])


def by_scan(text: str, is_utf8: bool) -> list[tuple[int, int]]:
    """The lines in which the pattern of damaged lines is found, wherever it begins."""
    lines, start = [], 0
    pattern, signs = signature._patterns()
    for line in text.split("\n"):
        if pattern.search(text, start, start + len(line)):
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines if is_utf8 or not signs.isdisjoint(text) else []


@given(st.lists(PIECES, max_size=20), st.booleans())
@example(["ö", "a", "Ã"], True)  # what is seen as UTF-8 has no unusual character beside it
def test_looking_beside_unusual_characters_finds_what_a_scan_does(pieces: list[str], is_long: bool) -> None:
    text = "".join(pieces) + "\n" + "đ đ " * 300 * is_long  # few are unusual in a long text
    is_utf8 = signature.may_be_utf8(TextState(text))
    assert signature.hurt_lines(TextState(text), is_utf8) == by_scan(text, is_utf8)


def test_usual_characters_side_by_side_are_seen_by_the_prefilter() -> None:
    pattern, _ = signature._patterns()
    for first in USUAL:
        for second in USUAL:
            for text in (f"a{first}{second}", f" {first}{second}", f" {first} {second}"):
                state = TextState(text)
                if pattern.match(text, 1) and not UNUSUAL.may_be_in(state):
                    assert signature._few_unusual(state) is None or signature.may_be_utf8(state), text
