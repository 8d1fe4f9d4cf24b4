"""Spaces that are seen to be lost beside a punctuation mark only once the word there is repaired: "ấy.Tuynhiên"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vntextclean.edit import Edit
from vntextclean.filters.spacing.lost_spaces import opens_glued, space_is_lost

_MARKS = ",;:!?.…)”»"
_OPENERS = "(“«"
#: How much text on each side is read with the repair in place.
_AROUND = 300


def with_lost_spaces(text: str, edits: Sequence[Edit], accepted: Callable[[Edit], bool]) -> Iterator[Edit]:
    """The edits, and the spaces beside their words that a second pass would find lost.

    A space before a repaired word becomes part of its edit; one behind the mark that follows it is an edit of its own.

    >>> edits = [Edit(7, 15, "Tuy nhiên", "run-ons.words", "")]
    >>> [edit[:3] for edit in with_lost_spaces("hôm ấy.Tuynhiên,anh đi", edits, lambda edit: True)]
    [(7, 15, ' Tuy nhiên'), (16, 16, ' ')]
    """
    for number, edit in enumerate(edits):
        if not accepted(edit):
            yield edit
            continue
        before, after = text[max(0, edit.start - _AROUND) : edit.start], text[edit.end : edit.end + _AROUND]
        mended = before + edit.replacement + after
        behind = len(before) + len(edit.replacement) + 1
        done = edits[number - 1].end if number else -1
        if (
            before[-1:] != ""
            and before[-1] in _OPENERS
            and done < edit.start - 1
            and opens_glued(mended, len(before) - 1)
        ):
            yield Edit(edit.start - 1, edit.start - 1, " ", edit.rule, edit.reason, edit.confidence)
        glued = before[-1:] != "" and before[-1] in _MARKS and before[-2:-1] not in ("", " ", "\n")
        if glued and edit.replacement[0].isalnum() and space_is_lost(mended, len(before)):
            yield edit._replace(replacement=" " + edit.replacement)
        else:
            yield edit
        following = edits[number + 1].start if number + 1 < len(edits) else -1
        if following == edit.end + 1 or not after[1:2].isalnum():
            continue
        at = -1
        if after[0] in _MARKS and space_is_lost(mended, behind):
            at = edit.end + 1
        elif after[0] in _OPENERS and opens_glued(mended, behind - 1):
            at = edit.end
        if at >= 0:
            yield Edit(at, at, " ", edit.rule, edit.reason, edit.confidence)
