"""Documents without any Vietnamese diacritic: they are not repaired, but get one suggestion to restore diacritics.

Such a page was typed without diacritics; it did not lose some of them. Every word would be changed, and it is unknown
whether its author wants that. The command `restore` does it on request.
"""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.changes import propose
from vntextclean.edit import Change, Edit
from vntextclean.patterns import late
from vntextclean.restoration import RULE

#: Letters with Vietnamese diacritics: from Latin-1, Đđ and others from Latin Extended, and combining diacritics.
_MARKED = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư").union(
    map(chr, range(0x1EA0, 0x1EFA)), map(chr, range(0x300, 0x324))
)
_WORD = late(r"[A-Za-z]+")
#: A line gets a suggestion if at least this share of its words could be bare Vietnamese syllables; English has 0.21.
_SHARE = 0.85
#: So many code points of that line are restored: more than anyone reads to see what the suggestion means.
_SHOWN = 2000


def has_no_marks(text: str) -> bool:
    """Whether a document has no Vietnamese diacritic at all. On clean text the search stops at the first one.

    >>> has_no_marks("Trang chu"), has_no_marks("Trang chủ")
    (True, False)
    """
    return text.isascii() or _MARKED.isdisjoint(text)


def suggest_restoring(changes: Sequence[Change], text: str) -> list[Change]:
    """A suggestion to restore the first line that is bare Vietnamese, the words of its first 2 000 code points.

    Empty for a text in another language. Reads the first 20 000 code points of ``text``. ``changes`` lead from the
    source to ``text``.
    """
    from vntextclean.vietnamese.syllables import is_bare_syllable

    start = 0
    for line in text.split("\n"):
        words = _WORD.findall(line)
        if len(words) >= 4 and sum(map(is_bare_syllable, words)) >= _SHARE * len(words):
            from vntextclean.restoration.restore import restore

            shown = line if len(line) <= _SHOWN else line[: line.rfind(" ", 0, _SHOWN) + 1 or _SHOWN].rstrip()
            restored = restore(shown)
            if restored != shown:
                reason = "the document has no marks: `vntextclean restore` puts them all back"
                return propose(changes, text, [Edit(start, start + len(shown), restored, RULE, reason, 0.5)])
        start += len(line) + 1
        if start > 20_000:
            break
    return []
