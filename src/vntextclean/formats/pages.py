"""HTML as HTML: the text between tags is text; tags, comments, scripts, code and forms are not."""

from __future__ import annotations

import re
from collections.abc import Hashable
from html import escape, unescape
from html.parser import HTMLParser

from vntextclean.formats.structure import Part, lasting
from vntextclean.formats.view import Builder, View, lines
from vntextclean.patterns import late
from vntextclean.positions import line_starts
from vntextclean.streams.html import BLOCKS

#: Elements whose text is run or not shown, and code that stands on lines of its own.
_APART = frozenset("script style template noscript iframe object canvas textarea pre xmp listing select".split())
#: Elements inside a sentence whose text is copied as it stands.
_COPIED = frozenset("code kbd samp var tt svg math button".split())
#: Elements without text that are part of a sentence.
_THINGS = frozenset("img input embed audio video".split())

_TAG = late(r"""<!--.*?-->|<[!?][^>]*>|<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^>"'])*>""", re.DOTALL)
#: A tag with a quote that nobody closed.
_BROKEN_TAG = late(r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)[^>]*>")
_REFERENCE = late(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|[<>&]")


def html_page(source: str) -> View:
    """The text of a page, each line of a block by itself; tags inside a sentence stay where they are.

    >>> html_page("<p>Xin <b>ch&agrave;o</b>  bạn.</p><script>a  b</script>").text
    'Xin chào  bạn.'
    """
    made = Builder(source)
    at = text_from = 0
    while (at := source.find("<", at)) >= 0:
        tag = _TAG.match(source, at) or _BROKEN_TAG.match(source, at)
        if tag is None:
            if source.find(">", at) < 0:
                break
            at += 1
            continue
        _text(made, text_from, at)
        at = text_from = _tag(made, tag)
    _text(made, text_from, len(source))
    return made.view(_encoded, lasting(_outline))


def _tag(made: Builder, tag: re.Match[str]) -> int:
    """Take a tag, and what is no text behind it; where the text goes on."""
    name = (tag["name"] or "").lower() if tag.lastindex else ""
    if name in BLOCKS or name in _APART:
        made.cut()
    end = tag.end()
    if not tag["end"] and (name in _APART or name in _COPIED) and not tag[0].endswith("/>"):
        closing = re.compile(rf"</{re.escape(name)}(?![^\s/>])[^>]*>", re.IGNORECASE).search(made.source, end)
        end = closing.end() if closing else len(made.source)
    if name in _COPIED or name in _THINGS:
        made.held(tag.start(), end)
    return end


def _text(made: Builder, start: int, end: int) -> None:
    for number, (low, high) in enumerate(lines(made.source[start:end])):
        if number:
            made.cut()
        at, last = start + low, start + high
        for found in _REFERENCE.finditer(made.source, at, last):
            made.text(at, found.start())
            at = found.end()
            shown = unescape(found[0])
            made.shown(*found.span(), " " if shown == "\xa0" else shown, fixed=not shown.isalpha())
        made.text(at, last)


def _encoded(after: str, kind: int) -> str | None:
    del kind
    return None if "\n" in after or "\r" in after else escape(after, quote=False)


def _outline(page: str) -> list[Part]:
    reader = _Outline(page)
    reader.feed(page)
    reader.close()
    return reader.parts


class _Outline(HTMLParser):
    """The markup of a page in order, and where each of it begins."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[Part] = []
        self._starts = line_starts(page)

    def _add(self, *key: Hashable) -> None:
        line, column = self.getpos()
        at = self._starts[line - 1] + column
        self.parts.append(Part(key, at, at))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add("start", tag, tuple(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._add("end", tag)

    def handle_comment(self, data: str) -> None:
        self._add("comment", data)

    def handle_decl(self, decl: str) -> None:
        self._add("declaration", decl)

    def handle_pi(self, data: str) -> None:
        self._add("instruction", data)

    def unknown_decl(self, data: str) -> None:
        self._add("section", data)
