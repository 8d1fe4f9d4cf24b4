"""Protected tokens, which no repair may change: addresses, handles, paths, codes and numbers."""

from __future__ import annotations

import re

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
  | (?<!\w) (?: [A-Za-z0-9]+_ )+ [A-Za-z0-9_]* (?!\w) | (?<!\w) _+ [A-Za-z0-9][A-Za-z0-9_]* (?!\w)   # identifier
  | \d+ (?: / \d+ )? (?: / [A-ZĐ0-9] [A-ZĐƯ0-9]* (?: [-–] [A-ZĐƯ0-9]+ )* )+             # 12/2020/NĐ-CP
  | (?<![^\W_]) (?= [A-Za-z0-9-]*\d ) (?= [A-Za-z0-9-]*[A-Za-z] ) [A-Za-z0-9]+ (?: -[A-Za-z0-9]+ )* (?![^\W_])   # code
  | (?! [01] [^\W\d_]{2} ) \d+ (?: [.,:/-]\d+ )* %?   # number; 1ập is a misread word
    """,
    re.VERBOSE,
)

#: Code points of a run of non-space characters that are read on each side of an edit. Longer runs are not words.
TOKEN_REACH = 2048

_SPACE = late(r"\s")


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


def is_protected(text: str, start: int, end: int) -> bool:
    """Whether an edit of [start, end) would change a protected token. An edit that only touches its border does not.

    >>> text = "giá 115cuộc"
    >>> is_protected(text, 7, 7), is_protected(text, 5, 7)
    (False, True)
    """
    low, high = token_around(text, start, end)
    for found in PROTECTED.finditer(text, low, high):
        a, b = found.span()
        if (a < end and start < b) or a < start == end < b:
            return True
        if a >= end and a > start:
            break
    return False
