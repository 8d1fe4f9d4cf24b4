"""A review in the browser: one file of HTML that loads nothing, keeps progress, and exports decisions and text.

A content security policy allows its one script and its one style sheet by their hashes and nothing else, so that no
text of a page can run or fetch, whatever it holds.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from vntextclean.cleaned import Cleaned
from vntextclean.render.html.data import json_in_script, record
from vntextclean.render.html.prose import heading, marks, paragraphs
from vntextclean.streams.documents import Document
from vntextclean.wording import sentence, told

#: What the script says; it is told in the language of the report.
SAID = (
    "{done} of {total} decided",
    "accepted",
    "refused",
    "open",
    "suggested",
    "inserted: {text}",
    "removed: {text}",
    "{before} becomes {after}",
    "space",
    "nothing is left to decide",
    "nothing matches the filter",
    "progress cannot be kept in this browser: export the decisions before you leave",
    "text",
    "decisions",
)

_BUTTONS = (
    ("accept", "Accept", "a"),
    ("refuse", "Refuse", "r"),
    ("undo", "Undo", "u"),
    ("back", "Back", "k"),
    ("next", "Next", "j"),
)


class Report:
    """Writes a report piece by piece: :meth:`head`, :meth:`document` for each document, :meth:`tail`.

    ``lang`` is the language of its buttons; the reasons come with the changes. Not for use by several threads.

    >>> "".join(Report().head())[:15]
    '<!DOCTYPE html>'
    """

    def __init__(self, lang: str = "en") -> None:
        self._lang = lang
        self._marks = 0
        self._script = _resource("review.js")
        self._style = _resource("review.css")

    def head(self) -> Iterator[str]:
        """The beginning of the file, up to the first document."""
        title = told("Changes to review", self._lang)
        yield (
            f'<!DOCTYPE html>\n<html lang="{self._lang}">\n<head>\n<meta charset="utf-8">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
            f"form-action 'none'; script-src '{_hash(self._script)}'; style-src '{_hash(self._style)}'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{self._style}</style>\n</head>\n<body>\n"
            f'<header><h1>{title}</h1><p id="count" role="status"></p>\n'
            f'<button type="button" id="sides" aria-pressed="false">{told("Side by side", self._lang)}</button>\n'
            f'<button type="button" id="spaces-all">{told("Accept all spaces", self._lang)}</button>\n'
            f'<details id="filters"><summary>{told("Filter", self._lang)}</summary>\n'
            f'<label><input type="checkbox" id="open-only"> {told("only what is open", self._lang)}</label>\n'
            f'<label><input type="checkbox" id="show-spaces"> {told("show spaces", self._lang)}</label>\n'
            f"<label>{told('confidence at most', self._lang)} "
            '<input type="range" id="sure" min="50" max="100" value="100"> '
            '<output id="sure-said">100</output></label>\n'
            f'<fieldset id="rules"><legend>{told("rules", self._lang)}</legend></fieldset></details>\n'
            f'<details id="export"><summary>{told("Export", self._lang)}</summary></details></header>\n<main>\n'
        )

    def document(self, document: Document, cleaned: Cleaned) -> Iterator[str]:
        """One document with its changes; nothing if there are none."""
        found = marks(cleaned)
        if not found:
            return
        yield '<article lang="vi">\n' + heading(document.label, cleaned, self._lang)
        yield from paragraphs(cleaned.source, found, self._marks, self._lang)
        value = json_in_script(record(document.name, document.line, cleaned.source, found))
        yield f'</article>\n<script type="application/json" class="data">{value}</script>\n'
        self._marks += len(found)

    def tail(self) -> Iterator[str]:
        """The end of the file: the bar with the change that is looked at, and the script."""
        if not self._marks:
            yield f"<p>{told('nothing would change', self._lang)}</p>\n"
        buttons = "".join(
            f'<button type="button" id="{name}" aria-keyshortcuts="{key}">{told(word, self._lang)} '
            f"<kbd>{key}</kbd></button>\n"
            for name, word, key in _BUTTONS
        )
        said = json_in_script({english: sentence(english, self._lang) for english in SAID})
        yield (
            f'</main>\n<footer aria-label="{escape(told("the change that is looked at", self._lang))}">'
            f'<p id="current" role="status"></p><div>{buttons}</div></footer>\n'
            '<div id="tip" role="tooltip" hidden></div>\n'
            f'<script type="application/json" id="said">{said}</script>\n'
            f"<script>{self._script}</script>\n</body>\n</html>\n"
        )


def _resource(name: str) -> str:
    return files("vntextclean.render.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A text as the content security policy names it."""
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()
