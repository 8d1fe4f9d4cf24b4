"""How much of a page's article stays and how much of its furniture goes, from HTML, by every way to read it.

    python -m benchmarks.extraction samples/pages/*.html

Each PAGE is HTML in which what is furniture stands in elements with ``data-is="furniture"``: no tool reads that. All
its words are in the order of the page, each labelled by where it stands; a word is kept by a tool if it stands in the
longest common sequences of the page's words and the tool's. Ours are measured three ways: as ``clean page.html`` does
it, from all the text of the page, and from the text that other programs make of it (BeautifulSoup, lxml, html2text,
inscriptis, lynx, w3m). A tool that is not installed is left out.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Callable
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from vntextclean.pipeline import Pipeline
from vntextclean.streams.html import BLOCKS, extract, main_text

Reader = Callable[[str], str]

_SILENT = frozenset(("script", "style", "title", "head", "option"))
_EMPTY = frozenset(("meta", "link", "img", "input", "br", "hr"))


class Word(NamedTuple):
    """A word of a page, and whether it is furniture."""

    text: str
    furniture: bool


class _Labelled(HTMLParser):
    """The words of a page in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, bool]] = []
        self._pieces: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._pieces.append((" ", False))
        if tag not in _EMPTY:
            self._open.append((tag, ("data-is", "furniture") in attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._pieces.append((" ", False))
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(tag in _SILENT for tag, _ in self._open):
            self._pieces.append((data, any(furniture for _, furniture in self._open)))

    @property
    def words(self) -> list[Word]:
        """Runs of what is neither white space nor marks alone."""
        found: list[Word] = []
        for text, furniture in self._pieces:
            found += [Word(word, furniture) for word in words_of(text)]
        return found


def words_of(text: str) -> list[str]:
    """The words of a text without the marks around them: extractors add bullets, bars and the stars of Markdown.

    >>> words_of("* **Kế hoạch** | 18/KH-UBND")
    ['Kế', 'hoạch', '18/KH-UBND']
    """
    bare = (word.strip(".,:;!?*_#|<>[]()`\"'“”-–—•·+›»←→ ") for word in text.split())
    return [word for word in bare if word]


def labelled(page: str) -> list[Word]:
    """The words of a page with their labels.

    >>> labelled('<nav data-is="furniture">Trang chủ</nav><p>Mưa</p>')[1:]
    [Word(text='chủ', furniture=True), Word(text='Mưa', furniture=False)]
    """
    parser = _Labelled()
    parser.feed(page)
    parser.close()
    return parser.words


class Score(NamedTuple):
    """Words of furniture that are gone and left, words of content that are lost and kept."""

    gone: int = 0
    left: int = 0
    lost: int = 0
    kept: int = 0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of what is taken away."""
        return 2 * self.gone / max(2 * self.gone + self.left + self.lost, 1)

    def row(self, name: str) -> str:
        """A row of the table."""
        shares = f"{self.gone / max(self.gone + self.lost, 1):.3f} | {self.gone / max(self.gone + self.left, 1):.3f}"
        return f"| {name} | {self.f1:.3f} | {shares} | {self.lost / max(self.lost + self.kept, 1):.1%} |"


def score(page: str, text: str) -> Score:
    """What a tool made of a page, counted in words."""
    wanted, found = labelled(page), words_of(text)
    kept = [False] * len(wanted)
    for start, _, size in SequenceMatcher(None, [word.text for word in wanted], found, False).get_matching_blocks():
        kept[start : start + size] = [True] * size
    counts = [0, 0, 0, 0]
    for word, stays in zip(wanted, kept, strict=True):
        counts[int(stays) if word.furniture else 2 + int(stays)] += 1
    return Score(*counts)


def _program(*command: str) -> Reader:
    """A browser of the terminal, which reads the page from its standard input."""

    def read(page: str) -> str:
        if shutil.which(command[0]) is None:
            raise ImportError(name=command[0])
        done = subprocess.run(command, input=page.encode(), capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace")

    return read


def beautifulsoup(page: str) -> str:
    """All strings of the page, a line each."""
    import bs4

    return str(bs4.BeautifulSoup(page, "html.parser").get_text("\n"))


def lxml_text(page: str) -> str:
    """What ``text_content`` gives of the body."""
    import lxml.html

    tree = lxml.html.document_fromstring(page)
    for silent in tree.xpath("//script|//style"):
        silent.drop_tree()
    return str(tree.body.text_content())


def html2text_text(page: str) -> str:
    """Markdown without links."""
    import html2text

    reader = html2text.HTML2Text()
    reader.ignore_links, reader.body_width = True, 0
    return str(reader.handle(page))


def inscriptis_text(page: str) -> str:
    """The page laid out as text."""
    import inscriptis

    return str(inscriptis.get_text(page))


def trafilatura_text(page: str) -> str:
    """Trafilatura as it comes."""
    import trafilatura

    return str(trafilatura.extract(page) or "")


def justext_text(page: str) -> str:
    """JusText with its Vietnamese stop list."""
    import justext

    paragraphs = justext.justext(page, justext.get_stoplist("Vietnamese"))
    return "\n".join(each.text for each in paragraphs if not each.is_boilerplate)


def readability_text(page: str) -> str:
    """The summary of readability-lxml, and its title."""
    import lxml.html
    import readability

    document = readability.Document(page)
    return str(document.title()) + "\n" + str(lxml.html.fromstring(document.summary()).text_content())


def resiliparse_text(page: str) -> str:
    """Resiliparse, told to look for the main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return str(extract_plain_text(HTMLTree.parse(page), main_content=True, list_bullets=False))


EXTRACTORS: dict[str, Reader] = {
    "all text": lambda page: extract(page).text,
    "BeautifulSoup": beautifulsoup,
    "lxml": lxml_text,
    "html2text": html2text_text,
    "inscriptis": inscriptis_text,
    "lynx": _program("lynx", "-dump", "-nolist", "-display_charset=utf-8", "-assume_charset=utf-8", "-stdin"),
    "w3m": _program("w3m", "-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8"),
}

OTHERS: dict[str, Reader] = {
    "trafilatura": trafilatura_text,
    "jusText": justext_text,
    "readability-lxml": readability_text,
    "resiliparse": resiliparse_text,
}


def main() -> None:
    """Print one row for each way, over all pages."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--preset", default="web")
    parser.add_argument("--each", action="store_true", help="a row for each page too")
    options = parser.parse_args()
    pages = {Path(path).stem: Path(path).read_text(encoding="utf-8") for path in options.pages}
    clean = Pipeline.from_preset(options.preset)

    def ours(read: Reader) -> Reader:
        return lambda page: clean.run(read(page)).text

    ways = {"vntextclean after trafilatura": ours(main_text)}
    ways |= {f"vntextclean, {name}": ours(read) for name, read in EXTRACTORS.items()}
    ways |= OTHERS
    print("| by words | F1 | precision | recall | content lost |\n|---|---|---|---|---|")
    for name, read in ways.items():
        try:
            scores = {page: score(text, read(text)) for page, text in pages.items()}
        except ImportError as error:
            print(f"| {name} | not installed ({error.name}) | | | |")
            continue
        print(sum(scores.values(), Score()).row(name))
        if options.each:
            for page, each in scores.items():
                print(each.row(f"… {page}"))


if __name__ == "__main__":
    main()
