"""Protected tokens, which no repair may change: addresses, handles, paths, codes and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left

from vntextclean.patterns import late

#: Applied to the whole run of non-space characters around an edit; the first alternative that matches counts.
PROTECTED = late(
    r"""
    (?: [A-Za-z][A-Za-z0-9+.-]*:// | www\. ) [^\s<>"“”]* [^\s<>"“”.,;:!?)\]}…]  # URL
  | [A-Za-z0-9_.+-]+ @ [A-Za-z0-9-]+ (?: \.[A-Za-z0-9-]+ )+                              # e-mail
  | (?<![\w@]) @ \w[\w.-]*\w                                                              # handle
  | (?<![\w&]) [#] \w*[^\W\d]\w*                                                          # hashtag
  | (?<![\w.]) (?: [A-Za-z0-9] (?:[A-Za-z0-9-]*[A-Za-z0-9])? \. )+
        (?: com|net|org|vn|gov|edu|info|biz|io|tv|me|asia|xyz|top|club|online|shop|dev|app|ai|co|uk|us|fr|de|jp|kr
            |cn|eu )
        (?![^\W_]) (?: /[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}…] | / )?                          # domain
  | (?<!\w) (?: [A-Za-z]:\\ | \\\\ ) [^\s<>"“”]+                                         # Windows path
  | (?<![\w/]) (?: ~|\.{1,2} )? / [\w.-]+ (?: /[\w.-]* )+                                 # path
  | (?<!\w) [A-Za-z0-9_-]+ \. (?: pdf|docx?|xlsx?|pptx?|txt|csv|json|xml|html?|php|aspx?|jsp|jpe?g|png|gif|svg|webp
        |mp[34]|avi|mov|zip|rar|7z|gz|exe|apk|py|js|css|sql|md|yml|yaml|toml ) (?![^\W_])  # file name
  | `[^`]+`                                                                               # code
  | (?<![^\s{,\[]) "[A-Za-z][A-Za-z0-9_-]*" :                                             # key of JSON
  | % \( \w+ \) [\#0+-]* [\d.*]* [A-Za-z]                                                 # %(name)s
  | (?<!\w) (?: [A-Za-z0-9]+_ )+ [A-Za-z0-9_]* (?!\w) | (?<!\w) _+ [A-Za-z0-9][A-Za-z0-9_]* (?!\w)   # identifier
  | \d+ (?: / \d+ )? (?: / [A-ZĐ0-9] [A-ZĐƯ0-9]* (?: [-–] [A-ZĐƯ0-9]+ )* )+             # 12/2020/NĐ-CP
  | (?<![^\W_]) (?= [A-Za-z0-9-]*\d ) (?= [A-Za-z0-9-]*[A-Za-z] ) [A-Za-z0-9]+ (?: -[A-Za-z0-9]+ )* (?![^\W_])   # code
  | (?! [01] [^\W\d_]{2} ) \d+ (?: [.,:/-]\d+ )* %?   # number; 1ập is a misread word
    """,
    re.VERBOSE,
)

#: What each protected token has one of, if it is no more than a dot before a letter, or the two signs that end a key.
_SIGN = late(r"[\d@#/\\`%_]|\.(?=\w)|www\.|\":")

#: Code points of a run of non-space characters that are read on each side of an edit. Longer runs are not words.
TOKEN_REACH = 2048

#: How far ahead a text is searched for the next sign.
_AHEAD = 4096

_SPACE = late(r"\s")
_RUN = late(r"\S+")
#: Only code goes on over white space.
_AROUND_SPACE = "`"

_OFF = late(r"<!--\s*vntextclean:\s*off\s*-->.*?(?:<!--\s*vntextclean:\s*on\s*-->|\Z)", re.DOTALL)


def off_regions(text: str) -> list[tuple[int, int]]:
    """The stretches between two comments that switch repairs off and on: the author's own, to stay as they are.

    >>> off_regions("a <!-- vntextclean: off --> b <!-- vntextclean: on --> c")
    [(2, 54)]
    """
    return [m.span() for m in _OFF.finditer(text)] if "vntextclean:" in text else []


def token_around(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) extended over the adjoining non-space characters, at most :data:`TOKEN_REACH` on each side.

    >>> token_around("xem http://a.vn/x nhé", 9, 10)
    (4, 17)
    """
    low = max(0, start - TOKEN_REACH)
    while start > low and not text[start - 1].isspace():
        start -= 1
    found = _SPACE.search(text, end, end + TOKEN_REACH)
    return start, found.start() if found else min(len(text), end + TOKEN_REACH)


class ProtectedSpans:
    """The protected tokens of one text, each run of non-space characters read once; made for one call.

    A long run is read in blocks of :data:`TOKEN_REACH` characters: for an edit, its own block and the two beside it. A
    page without a space costs three readings, and not one for each edit.

    >>> spans = ProtectedSpans("giá 115cuộc")
    >>> spans.reached(7, 7), spans.reached(5, 7)
    (False, True)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._spaced = _AROUND_SPACE in text
        self._plain = (0, 0)  # edits come in order, and most of them stand in plain words
        self._run = (0, 0)  # several of the others stand in one run
        self._tokens: dict[tuple[int, int], list[tuple[int, int]]] = {}  # by the window they were read in

    def reached(self, start: int, end: int) -> bool:
        """Whether an edit of [start, end) would reach into a protected token; one that only abuts it does not."""
        if not self._spaced and self._text[start:end].isspace():  # no token holds white space
            return False
        if not self._spaced and self._is_plain(start, end):
            return False
        window = self._window(start, end)
        tokens = self._tokens.get(window)
        if tokens is None:
            tokens = self._tokens[window] = self._read(*window)
        for at in range(max(0, bisect_left(tokens, (start, start)) - 1), len(tokens)):
            a, b = tokens[at]
            if (a < end and start < b) or a < start == end < b:
                return True
            if a >= end:
                break
        return False

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether an edit stands among runs of characters of which none has a sign of a protected token."""
        first, last = self._plain
        if first <= start <= end <= last:
            return True
        first, last = self._run_of(start)
        if last - first > 2 * TOKEN_REACH or _SIGN.search(self._text, first, last):
            return False
        limit = min(len(self._text), last + _AHEAD)
        sign = _SIGN.search(self._text, last, limit)
        ahead = sign.start() if sign else limit
        self._plain = first, ahead if ahead == len(self._text) else max(last, self._beginning(ahead))
        return end <= self._plain[1]

    def _read(self, low: int, high: int) -> list[tuple[int, int]]:
        """The protected tokens between two places.

        Most edits of a page stand in plain words, or at white space of many characters, and a search there takes twenty
        times as long as the look for a sign.
        """
        text = self._text
        if self._spaced and _AROUND_SPACE in text[low:high]:
            return [found.span() for found in PROTECTED.finditer(text, low, high)]
        signed = [run.span() for run in _RUN.finditer(text, low, high) if _SIGN.search(run[0])]
        return [found.span() for start, end in signed for found in PROTECTED.finditer(text, start, end)]

    def _window(self, start: int, end: int) -> tuple[int, int]:
        """The run that an edit stands in, or the blocks of it around the edit."""
        first, last = self._run_of(start)
        if end > last:
            last = self._end(end)
        if last - first <= 2 * TOKEN_REACH:
            return first, last
        low = first + max(0, (start - first) // TOKEN_REACH - 1) * TOKEN_REACH
        return low, min(last, first + ((end - first) // TOKEN_REACH + 2) * TOKEN_REACH)

    def _run_of(self, at: int) -> tuple[int, int]:
        """The run of non-space characters at a place."""
        if not self._run[0] <= at <= self._run[1]:
            self._run = self._beginning(at), self._end(at)
        return self._run

    def _end(self, at: int) -> int:
        found = _SPACE.search(self._text, at)
        return found.start() if found else len(self._text)

    def _beginning(self, at: int) -> int:
        """Where a long run of non-space characters begins."""
        while at > 0 and not self._text[at - 1].isspace():
            at -= 1
        return at


def is_protected(text: str, start: int, end: int) -> bool:
    """Whether an edit of [start, end) would change a protected token. An edit that only touches its border does not.

    >>> text = "giá 115cuộc"
    >>> is_protected(text, 7, 7), is_protected(text, 5, 7)
    (False, True)
    """
    return ProtectedSpans(text).reached(start, end)
