"""Draws pages as text, each line coloured by what the boilerplate filter decides.

    python docs/boilerplate_picture.py samples/portal.txt
    python -m docs.boilerplate_picture samples/pages/newspaper.html

Of a text the picture is docs/boilerplate.svg. A page of HTML is drawn as each program extracts it, one picture each in
docs/extractions/ (BeautifulSoup, lxml, html2text, inscriptis, lynx and w3m must be installed).
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path

from vntextclean.edit import Edit
from vntextclean.filters.boilerplate.filter import Boilerplate
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

GOES, DOUBT, STAYS = "#f6c9c4", "#fbe9b7", "#ffffff"
HEIGHT, WIDTH, LEFT = 22, 1000, 640


def draw(text: str) -> str:
    """The page as a picture: the line, and in the margin the reason and the probability."""
    settings = Settings()
    edits = list(Boilerplate(settings).edits(TextState(text)))
    rows, at = [], 0
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        edit = _edit_at(edits, at, at + len(line), text)
        at += len(line) + 1
        colour = STAYS if edit is None else GOES if edit.confidence >= settings.min_confidence else DOUBT
        top = number * HEIGHT
        shown = " ".join(line.split())
        shown = shown if len(shown) < 82 else shown[:80] + "\N{HORIZONTAL ELLIPSIS}"
        rows.append(f'<rect x="0" y="{top}" width="{WIDTH}" height="{HEIGHT}" fill="{colour}"/>')
        rows.append(f'<text x="8" y="{top + 15}">{escape(shown)}</text>')
        if edit is not None:
            note = f"{edit.confidence:.2f}  {edit.rule.removeprefix('boilerplate.')}: {edit.reason}"
            rows.append(f'<text x="{LEFT}" y="{top + 15}" fill="#7a2e25">{escape(note)}</text>')
    body = "\n".join(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{len(lines) * HEIGHT}"'
        f' font-family="sans-serif" font-size="13">\n{body}\n</svg>\n'
    )


def _edit_at(edits: list[Edit], start: int, end: int, text: str) -> Edit | None:
    for edit in edits:
        first = edit.start + (text[edit.start] == "\n" and edit.end > start)
        if start <= first <= end and edit.end <= end + 1 and first < max(end, start + 1):
            return edit
    return None


def _squeezed(text: str) -> str:
    """The text without blank lines on end and at its edges."""
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", text.replace("\r", "")).strip("\n") + "\n"


def main() -> None:
    """Draw what the command line names."""
    source = Path(sys.argv[1])
    page, folder = source.read_text(encoding="utf-8"), Path(__file__).parent
    if source.suffix != ".html":
        (folder / "boilerplate.svg").write_text(draw(page), encoding="utf-8")
        return
    from benchmarks.extraction import EXTRACTORS

    for name, read in EXTRACTORS.items():
        target = folder / "extractions" / f"{name.lower().replace(' ', '-')}.svg"
        target.write_text(draw(_squeezed(read(page))), encoding="utf-8")


if __name__ == "__main__":
    main()
