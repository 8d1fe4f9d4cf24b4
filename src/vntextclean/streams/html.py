"""HTML to text: all of it, which the filters clean, or the main text that trafilatura finds."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser
from typing import Literal, NamedTuple

from vntextclean.errors import ConfigError

#: Tags that stand on lines of their own.
BLOCKS = frozenset(
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

_SURROGATE = re.compile("[\ud800-\udfff]")


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
        wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        head = head[:2000].removeprefix(codecs.BOM_UTF8).decode("utf-16" if wide else "latin-1", "ignore")
    return _HEAD.match(head[:2000]) is not None


def extract(page: str, main: bool = False) -> Extracted:
    """All the text of a page, line by line, or with ``main`` its main text, if trafilatura finds one.

    All of it is the default because less is lost so: `python -m benchmarks.extraction` says how much either way.
    Raises :class:`ConfigError` where trafilatura is asked for and cannot be imported.

    >>> extract("<title>Tin</title><p>Mưa <b>lớn</b> ở Huế.</p><script>x()</script>").text
    'Mưa lớn ở Huế.'
    """
    plain = _Plain()
    plain.feed(page)
    plain.close()
    if main and not _SURROGATE.search(page):  # lxml takes no bytes that were kept as they are
        found = main_text(page)
        if found.strip():
            return Extracted(found, plain.title, "trafilatura")
    return Extracted(plain.text, plain.title, "plain")


def main_text(page: str) -> str:
    """The main text of a page by trafilatura, empty where it finds none.

    Raises :class:`ConfigError` where trafilatura is not installed or cannot be imported.
    """
    try:
        import trafilatura
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError) and error.name == "trafilatura":
            raise ConfigError(
                "the main text of a page is found by trafilatura, which is not installed;"
                " install it with: pip install 'vntextclean[html]', or leave out --main-text"
            ) from error
        why = " ".join(str(error).split())[:120]
        raise ConfigError(
            f"the extra `html` is installed but broken ({why});"
            " repair it with: pip install --upgrade 'vntextclean[html]' lxml_html_clean"
        ) from error
    return trafilatura.extract(page, include_comments=False, include_tables=True) or ""


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
        elif tag in BLOCKS:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "title":
            self._in_title = False
        elif tag in BLOCKS:
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
