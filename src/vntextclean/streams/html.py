"""HTML to text: all of it, which the filters clean, or the main text that trafilatura finds."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser
from typing import Literal

from vntextclean.errors import ConfigError
from vntextclean.named_tuple import NamedTuple

#: Tags that stand on lines of their own.
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table"
    " tbody td"
    " tfoot th thead title tr ul".split()
)
#: Tags whose text nobody reads.
_SILENT = frozenset("script style noscript template svg iframe object canvas".split())
#: Tags that show each line and space as it was written.
_AS_WRITTEN = frozenset("pre textarea listing xmp".split())
#: Inline code of at least so many line ends is shown so, too; one may come from the width of the source.
_LINE_ENDS_OF_CODE = 2

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
    """All the text of a page: one line for each block, nothing from scripts; code and verse keep lines and indents."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._pieces: list[str] = []  # of the line that has not ended
        self._title: list[str] = []
        self._silent = 0
        self._as_written = self._code = 0
        self._begin = 0  # the number of lines before what is shown as written
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent += 1
        elif tag == "title":
            self._in_title = True
        elif tag == "code":
            self._code += 1
        elif tag in BLOCKS:
            self._end_line()
        if tag in _AS_WRITTEN:
            self._end_line()
            self._begin = len(self._lines)
            self._as_written += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "title":
            self._in_title = False
        elif tag == "code":
            self._code = max(self._code - 1, 0)
        elif tag in BLOCKS:
            self._end_line()
        if tag in _AS_WRITTEN:
            self._end_line()
            self._as_written = max(self._as_written - 1, 0)
            while len(self._lines) > self._begin and not self._lines[-1]:
                self._lines.pop()

    def handle_data(self, data: str) -> None:
        if self._in_title and not self._silent:
            self._title.append(data)
        elif self._silent:
            return
        elif self._as_written or (self._code and data.count("\n") >= _LINE_ENDS_OF_CODE):
            self._take_lines(data.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        else:
            self._pieces.append(re.sub(r"\s+", " ", data))

    def _take_lines(self, lines: list[str]) -> None:
        if not self._as_written and not "".join(self._pieces).strip():
            self._pieces.clear()
        for line in lines[:-1]:
            self._pieces.append(line)
            written = self._taken().rstrip()
            if written or len(self._lines) > self._begin:
                self._lines.append(written)
        self._pieces.append(lines[-1])

    def _end_line(self) -> None:
        line = self._taken()
        line = line.rstrip() if self._as_written else re.sub(r" {2,}", " ", line).strip()
        if line:
            self._lines.append(line)

    def _taken(self) -> str:
        line = "".join(self._pieces)
        self._pieces.clear()
        return line

    def close(self) -> None:
        super().close()
        self._end_line()

    @property
    def title(self) -> str:
        return " ".join("".join(self._title).split())

    @property
    def text(self) -> str:
        return "\n".join(self._lines).rstrip("\n")
