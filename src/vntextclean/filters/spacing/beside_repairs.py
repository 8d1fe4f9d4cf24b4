"""Spaces that are seen to be lost beside a punctuation mark only once the word there is repaired: "ấy.Tuynhiên"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vntextclean.edit import Edit
from vntextclean.filters.spacing.lost_spaces import opens_glued, space_is_lost

_MARKS = ",;:!?.…)”»"
_OPENERS = "(“«"
#: How much text on each side is read with the repair in place.
_AROUND = 300
#: How many punctuation marks behind a word are looked at.
_MOST_MARKS = 6


def with_lost_spaces(text: str, edits: Sequence[Edit], accepted: Callable[[Edit], bool]) -> Iterator[Edit]:
    """The edits, and the spaces beside their words that a second pass would find lost.

    A space before a repaired word becomes part of its edit; one behind the mark that follows it is an edit of its own.

    >>> edits = [Edit(7, 15, "Tuy nhiên", "run-ons.words", "")]
    >>> [edit[:3] for edit in with_lost_spaces("hôm ấy.Tuynhiên,anh đi", edits, lambda edit: True)]
    [(7, 15, ' Tuy nhiên'), (16, 16, ' ')]
    """
    made: Edit | None = None  # the repair before
    done = -1
    for number, edit in enumerate(edits):
        if not accepted(edit):
            yield edit
            done = edit.end
            continue
        if not _is_beside_mark(text, edit, made):
            yield edit
            made, done = edit, edit.end
            continue
        before, after = _before(text, edit.start, made), text[edit.end : edit.end + _AROUND]
        mended = before + edit.replacement + after
        if (
            before[-1:] != ""
            and before[-1] in _OPENERS
            and done <= edit.start - 1
            and opens_glued(mended, len(before) - 1)
        ):
            yield Edit(edit.start - 1, edit.start - 1, " ", edit.rule, edit.reason, edit.confidence)
        glued = before[-1:] != "" and before[-1] in _MARKS and before[-2:-1] not in ("", " ", "\n")
        if glued and edit.replacement[:1].isalnum() and space_is_lost(mended, len(before)):
            yield edit._replace(replacement=" " + edit.replacement)
        else:
            yield edit
        made, done = edit, edit.end
        following = edits[number + 1].start if number + 1 < len(edits) else len(text) + 1
        at = _lost_behind(mended, len(before) + len(edit.replacement))
        if at >= 0:
            at += edit.end - len(before) - len(edit.replacement)
            if at < following:
                yield Edit(at, at, " ", edit.rule, edit.reason, edit.confidence)
                done = at + 1  # nothing more at this place


def _is_beside_mark(text: str, edit: Edit, made: Edit | None) -> bool:
    """Whether a repair has a punctuation mark on either side, with the one before it in place."""
    left = text[max(0, edit.start - 1) : edit.start]
    if made is not None and made.end == edit.start and made.start >= edit.start - _AROUND:
        left = made.replacement[-1:]
    if left == "" or left in _MARKS or left in _OPENERS:
        return True
    right = text[edit.end : edit.end + 1]
    return right != "" and (right in _MARKS or right in _OPENERS)


def _before(text: str, at: int, made: Edit | None) -> str:
    """What stands before a repair, with the one before it in place: "đãhọp(thựchiện"."""
    low = max(0, at - _AROUND)
    if made is None or made.start < low:
        return text[low:at]
    return text[low : made.start] + made.replacement + text[made.end : at]


def _lost_behind(text: str, end: int) -> int:
    """Where among the punctuation behind a word that ends here a space was lost; -1 if nowhere.

    >>> _lost_behind("thực hiện...(gọi tắt là Hội)", 9), _lost_behind("thực hiện, xong", 9)
    (12, -1)
    """
    for at in range(end, min(end + _MOST_MARKS, len(text) - 1)):
        if text[at] in _OPENERS:
            return at if opens_glued(text, at) else -1
        if text[at] not in _MARKS:
            return -1
        if text[at + 1].isalnum():
            return at + 1 if space_is_lost(text, at + 1) else -1
    return -1
