"""HTML to text: the main text where there is one, all the text where there is none."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser
from typing import Literal, NamedTuple

#: Tags that stand on lines of their own.
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table"
    " tbody td"
    " tfoot th thead title tr ul".split()
)
#: Tags whose text nobody reads.
_SILENT = frozenset("script style noscript template svg iframe object canvas".split())

_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|div|article|p|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*|\?xml[^>]{0,80}?\bencoding\s*=\s*["'])([\w\-:]{2,30})""",
    re.IGNORECASE,
)


class Extracted(NamedTuple):
    """The text of a page, its title, and how it was found: by trafilatura, or all of it."""

    text: str
    title: str
    how: Literal["trafilatura", "plain"]


def looks_like_html(head: str | bytes) -> bool:
    """Whether a file that begins so is a page of HTML.

    >>> looks_like_html("<!DOCTYPE html><html>"), looks_like_html("Trang chủ < Tin tức")
    (True, False)
    """
    if isinstance(head, bytes):
        head = head[:2000].removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return _HEAD.match(head[:2000]) is not None


def decode(raw: bytes) -> str:
    """The page as text, in the encoding it declares; UTF-8 where it declares none or one nobody knows.

    >>> decode('<meta charset="windows-1258"><p>c\\xf4 g\\xe1i'.encode("latin-1"))[-6:]
    'cô gái'
    """
    marks = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
    for mark, name in marks:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    try:
        return raw.decode("utf-8")  # text that is valid UTF-8 is UTF-8, whatever the page says
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(raw[:4000])
    name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        codecs.lookup(name)
    except LookupError:
        name = "utf-8"
    return raw.decode(name, "replace")


def extract(raw: bytes | str, url: str | None = None) -> Extracted:
    """The main text of a page by trafilatura, if that is installed and finds one, else all its text, line by line.

    >>> extract("<title>Tin</title><nav><a>Trang chủ</a></nav><p>Mưa <b>lớn</b> ở Huế.</p><script>x()</script>").text
    'Trang chủ\\nMưa lớn ở Huế.'
    """
    page = decode(raw) if isinstance(raw, bytes) else raw
    plain = _Plain()
    plain.feed(page)
    plain.close()
    try:
        import trafilatura
    except ImportError:
        main = None
    else:
        main = trafilatura.extract(page, url=url, include_comments=False, include_tables=True)
    if main and main.strip():
        return Extracted(main, plain.title, "trafilatura")
    return Extracted(plain.text, plain.title, "plain")


class _Plain(HTMLParser):
    """All the text of a page: one line for each block, nothing from scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._title: list[str] = []
        self._silent = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent += 1
        elif tag == "title":
            self._in_title = True
        elif tag in _BLOCKS:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "title":
            self._in_title = False
        elif tag in _BLOCKS:
            self._pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if self._in_title and not self._silent:
            self._title.append(data)
        elif not self._silent:
            self._pieces.append(re.sub(r"\s+", " ", data))

    @property
    def title(self) -> str:
        return " ".join("".join(self._title).split())

    @property
    def text(self) -> str:
        lines = (" ".join(line.split(" ")).strip() for line in "".join(self._pieces).split("\n"))
        return "\n".join(re.sub(r" {2,}", " ", line) for line in lines if line)
