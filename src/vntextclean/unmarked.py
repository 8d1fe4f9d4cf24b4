"""Documents without a single Vietnamese mark: they are left alone, with one suggestion to restore the marks.

A page that was typed without marks is no page with lost marks: every word of it would be "repaired", and nothing tells
whether its author wants that. `restore` does it on request.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vntextclean.changes import propose
from vntextclean.edit import Change, Edit

RULE = "restore.unmarked"
#: Letters that a marked Vietnamese text holds: Latin-1 ones used in it, Đđ, and those of the Vietnamese blocks.
_MARKED = re.compile("[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0323]")
_WORD = re.compile(r"[A-Za-z]+")
#: A line is worth a suggestion if this share of its words could be bare Vietnamese syllables: English reaches 0.21.
_SHARE = 0.85


def has_no_marks(text: str) -> bool:
    """Whether a document holds no Vietnamese mark at all; clean text answers at its first marked letter.

    >>> has_no_marks("Trang chu"), has_no_marks("Trang chủ")
    (True, False)
    """
    return text.isascii() or not _MARKED.search(text)


def suggest_restoring(changes: Sequence[Change], text: str) -> list[Change]:
    """The first line that reads as bare Vietnamese, restored, as a suggestion; none for a text of another language."""
    from vntextclean.vietnamese.syllables import is_bare_syllable

    start = 0
    for line in text.split("\n"):
        words = _WORD.findall(line)
        if len(words) >= 4 and sum(map(is_bare_syllable, words)) >= _SHARE * len(words):
            from vntextclean.restoration.restore import restore

            restored = restore(line)
            if restored != line:
                reason = "the document has no marks: `vntextclean restore` puts them all back"
                return propose(changes, text, [Edit(start, start + len(line), restored, RULE, reason, 0.5)])
        start += len(line) + 1
        if start > 20_000:
            break
    return []
