r"""What extractors leave in lines beside their words, and the lines as they are judged, without it.

``python -m trafilatura``, BeautifulSoup, lxml, html2text, inscriptis, lynx and w3m each mark links, pictures, buttons
and lists in their own way. A line is judged by its words: "  * [Liên hệ](/lien-he)" is the menu item "Liên hệ".
"""

from __future__ import annotations

import re

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late


class Residue(NamedTuple):
    """One kind of residue: who leaves it, what must be in the text for it to be there, and what is judged instead.

    ``core`` is a part of the pattern that must be found first, where the pattern itself would be tried at each line.
    """

    extractor: str
    needle: str
    pattern: str
    becomes: str
    example: str
    judged: str
    core: str = ""


_TARGET = r"\((?:[^()\n]|\([^()\n]*\)){0,2000}\)"

#: Tried in this order on the whole text. None matches across lines, so that lines keep their numbers.
TABLE: tuple[Residue, ...] = (
    Residue("html2text", "](", rf"!\[([^\[\]\n]*)\]{_TARGET}", r"\1", "![Chợ nổi](cho.png)", "Chợ nổi"),
    Residue("html2text", "](", rf"\[([^\[\]\n]*)\]{_TARGET}", r"\1", "[Liên hệ](/lien-he)", "Liên hệ"),
    Residue("lynx", "(BUTTON)", r"\(BUTTON\)", "", "(BUTTON) Tìm", "Tìm"),
    Residue("lynx", "IFRAME:", r"(?m)^[ \t]*IFRAME:.*$", "", "IFRAME: //qc.vn/x", ""),
    Residue("lynx", "REFRESH(", r"(?m)^[ \t]*REFRESH\(.*$", "", "REFRESH(60 sec): /", ""),
    Residue(
        "lynx", "#", r"(?m)^[ \t]*#(?:alternate|prev|next|search)\b.*$", "", "#alternate alternate", "",
        r"#(?:alternate|prev|next|search)\b",
    ),
    Residue("lynx", "[", r"\[\d{1,3}\](?=[^\W\d_])", "", "[12]Liên hệ", "Liên hệ"),
    Residue(
        "lynx", "[", r"(?i)\[[^\[\]\n]{0,160}\.(?:jpe?g|png|gif|svg|webp|bmp|ico|aspx)(?:\?[^\[\]\n]*)?\]", "",
        "[anh-bia.jpg]", "",
    ),
    Residue("lynx", "[", r"\[\d{2,4}x\d{2,4}[^\[\]\n]{0,120}\]", "", "[682x1024?sig=1]", ""),
    Residue("lynx, w3m", "[", r"(?m)^[ \t*+]*\[[Xx*]\]", "", "[x] Nhớ tôi", "Nhớ tôi", r"\[[Xx*]\]"),
    Residue("lynx, w3m", "[", r"\[(?:[ _]{0,80}\]|(?:INS|DEL):)|:(?:INS|DEL)\]", "", "[_] Nhớ tôi", "Nhớ tôi"),
    Residue(  # a picture without a text, named by the first ten characters of its file
        "w3m", "[", r"(?m)^[ \t\u2022\u25a1*+]*(?:\[(?=[\d_.\-]*[A-Za-z])[A-Za-z0-9_.\-]{3,10}\][ \t]*)+$", "",
        "[anh-bia-1]", "", r"(?m)\[[A-Za-z0-9_.\-]{3,10}\][ \t]*$",
    ),
    Residue("inscriptis", "[Image", r"\[Image[^\[\]\n]{0,80}\]", "", "[Image] Chợ", "Chợ"),
    Residue("lynx", "____", r"____+", "", "Tìm ________ Gửi", "Tìm  Gửi"),
)  # fmt: skip
#: One character is found to be absent several times as fast as a few.
_COMPILED = tuple(
    (each.needle[0], each.needle, late(each.core) if each.core else None, late(each.pattern), each.becomes)
    for each in TABLE
)
_FIRST = frozenset(first for first, *_ in _COMPILED)

#: What stands before the words: indentation, bullets, list numbers, Markdown marks, bars of tables.
LEADS = (
    "|>*+-\N{EN DASH}\N{EM DASH}\N{BULLET}\N{MIDDLE DOT}\u25aa"
    "\u25a0\u25a1\u25a3\u25cb\u25cf\u25e6\u2605\u2606\u25b6\u25ba\u25b8\u27a4"
    "\u203a\u00bb\u2192\u2713\u2714\u00a7#_~"
)
_LEAD = late(rf"[\s{re.escape(LEADS)}]*(?:(?:\d{{1,3}}|[a-z\u0111]|[IVX]{{1,4}})[.)]\s+[*_]*)?")
TAIL = " \t\r\N{NO-BREAK SPACE}*_|#"


def flattened(text: str) -> str:
    r"""The text without the residue, line for line.

    >>> flattened("  * [Liên hệ](/lien-he)\n[anh.jpg]\nGiá [12] đồng")
    '  * Liên hệ\n\nGiá [12] đồng'
    """
    there = {first for first in _FIRST if first in text}  # what is taken out brings none of them
    for first, needle, core, pattern, becomes in _COMPILED:
        if first in there and needle in text and (core is None or core.search(text)):
            text = pattern.sub(becomes, text)
    return text


def lead_of(line: str) -> str:
    """What stands before the words of a line.

    >>> lead_of("  * 1. **Trang chủ**"), lead_of("1900 6789"), lead_of("a) Hộ gia đình")
    ('  * 1. **', '', 'a) ')
    """
    found = _LEAD.match(line)
    return found.group() if found else ""


def words_of(line: str, lead: str) -> str:
    """A line without its lead and the marks at its end.

    >>> words_of("| **Trang chủ** |", "| **")
    'Trang chủ'
    """
    return line[len(lead) :].rstrip(TAIL)
