"""Furniture found and content lost, side by side with what people use now, on annotated pages.

    python -m benchmarks.boilerplate PAGES.jsonl... [--preset web] [--ours]

PAGES hold one page a line: {"site", "raw", "lines": [{"text", "label"}]}, label content, boilerplate or unsure, and
"html" where the page was kept so. Every tool gets the same text; a line counts as removed if nothing is left of it. A
tool that is not installed is left out. A second table is of the sites with several pages: each page is cleaned with a
table learned, without a look at the labels, from the site's other pages. Before it stand our figures by extraction
("extraction" of the records, which may hold one "page" several times) and what our errors do to whole pages: how many
lose their headline, the last line of four words and more above the first paragraph, and how many lose a tenth of
their prose or of their program code.
--ours leaves the other tools out.

A page read off paper is no page of a site: kinds that begin with pdf, ocr or scan are cleaned with the preset ocr, and
forums with the preset forum.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks import page_rules
from benchmarks.page_rules import Record
from vntextclean.filters.boilerplate.site_table import learn
from vntextclean.filters.boilerplate.text.code import code_lines
from vntextclean.pipeline import Pipeline

#: A line of so many characters is taken for prose.
PROSE = 90

Tool = Callable[[Record], set[int]]


class Score(NamedTuple):
    """Lines of furniture found and missed, lines of content lost and kept."""

    found: int = 0
    missed: int = 0
    lost: int = 0
    kept: int = 0

    def row(self, name: str, speed: str = "") -> str:
        """A row of a table."""
        gone, wanted = self.found + self.lost, self.found + self.missed
        f1 = 2 * self.found / max(gone + wanted, 1)
        shares = f"{self.found / max(gone, 1):.3f} | {self.found / max(wanted, 1):.3f}"
        return f"| {name} | {f1:.3f} | {shares} | {self.lost / max(self.lost + self.kept, 1):.2%} |{speed}"


def preset_of(record: Record, preset: str) -> str:
    """The preset a reader would choose for a page of that kind."""
    kind = str(record.get("kind", ""))
    if kind.startswith(("pdf", "ocr", "scan")) or kind.endswith("_pdf"):
        return "ocr"
    return "forum" if kind.startswith("forum") else preset


@cache
def _pipeline(preset: str, table: str | None) -> Pipeline:
    """The filters of a preset that take whole lines, with a table of the site."""
    more = {"ocr": ("page-furniture",), "forum": ("forum-furniture",)}.get(preset, ())
    return Pipeline.from_preset(preset, filters=("boilerplate", "repeats", *more), boilerplate=table)


def ours(preset: str, table: str | None = None) -> Tool:
    """A preset of ours, by whole lines."""

    def removed(record: Record) -> set[int]:
        text = record["raw"]
        left = list(text)
        for change in _pipeline(preset_of(record, preset), table).run(text).changes:
            for at in range(change.start, change.end):
                left[at] = "\n" if text[at] == "\n" else ""
            if change.after.strip():
                left[change.start] = "x" + ("\n" if text[change.start] == "\n" else "")
        lines = "".join(left).split("\n")
        return {number for number, line in enumerate(text.split("\n")) if line.strip() and not lines[number].strip()}

    return removed


def score(pages: Iterable[Record], removed: Tool) -> Score:
    """What a tool does with pages."""
    counts = [0, 0, 0, 0]
    for page in pages:
        gone = removed(page)
        for number, line in enumerate(page["lines"]):
            if line["text"].strip() and line["label"] != "unsure":
                wanted, went = line["label"] == "boilerplate", number in gone
                counts[(0 if went else 1) if wanted else (2 if went else 3)] += 1
    return Score(*counts)


def by_extraction(pages: list[Record], removed: Tool) -> dict[str, Score]:
    """What a tool does with the pages of each extraction."""
    groups: dict[str, list[Record]] = {}
    for page in pages:
        groups.setdefault(str(page.get("extraction", "")) or "not given", []).append(page)
    return {name: score(group, removed) for name, group in sorted(groups.items())}


class Harm(NamedTuple):
    """Pages that lose their headline, pages that have one; pages that lose a tenth of prose or code, pages with any."""

    headless: int
    headed: int
    thinned: int
    prose: int


def harm(pages: Iterable[Record], removed: Tool) -> Harm:
    """What lost lines mean for whole pages."""
    counts = [0, 0, 0, 0]
    for page in pages:
        gone = removed(page)
        content = [number for number, line in enumerate(page["lines"]) if line["label"] == "content"]
        texts = {number: page["lines"][number]["text"].strip() for number in content}
        prose = [number for number in content if len(texts[number]) >= PROSE]
        code = [number for number, is_code in zip(content, code_lines(list(texts.values())), strict=True) if is_code]
        if prose:
            above = [number for number in content if number < prose[0] and texts[number].count(" ") >= 3]
            counts[0] += bool(above) and above[-1] in gone
            counts[1] += bool(above)
        long = {number: len(texts[number]) for number in (*prose, *code)}
        if long:
            counts[2] += sum(size for number, size in long.items() if number in gone) >= sum(long.values()) / 10
            counts[3] += 1
    return Harm(*counts)


def with_tables(pages: list[Record], preset: str, folder: Path) -> Score:
    """What ours does with each page of a site, given a table of the site's other pages."""
    total = Score()
    for number, page in enumerate(pages):
        others = [other for other in pages if other is not page and other["site"] == page["site"]]
        path = str(folder / f"{number}.vnbp")
        learn((page["site"], other["raw"]) for other in others).save(path)
        each = score([page], ours(preset, path))
        total = Score(*(sum(pair) for pair in zip(total, each, strict=True)))
    return total


def several(pages: list[Record]) -> list[Record]:
    """The pages of sites that have several, with furniture among their lines."""
    sites = [page["site"] for page in pages if any(line["label"] == "boilerplate" for line in page["lines"])]
    return [page for page in pages if sites.count(page["site"]) > 1 and preset_of(page, "web") != "ocr"]


def main() -> None:
    """Print one row for each tool, then the rows with tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--preset", default="web")
    parser.add_argument("--ours", action="store_true", help="leave the other tools out")
    options = parser.parse_args()
    pages: list[Record] = []
    for path in options.pages:
        with Path(path).open(encoding="utf-8", newline="\n") as rows:
            pages += [json.loads(row) for row in rows if row.strip()]
    size = sum(len(page["raw"].encode("utf-8", "surrogatepass")) for page in pages)
    print("| tool | F1 | precision | recall | content lines lost | MB/s |\n|---|---|---|---|---|---|")
    tools: dict[str, Tool] = {
        "vntextclean": ours(options.preset),
        "jusText": page_rules.justext_lines,
        "trafilatura": page_rules.trafilatura_lines,
        "readability-lxml": page_rules.readability_lines,
        "resiliparse": page_rules.resiliparse_lines,
        "C4, lines": page_rules.c4_lines,
        "C4, lines and pages": page_rules.c4_pages,
        "Gopher, pages": page_rules.gopher_pages,
        "FineWeb, pages": page_rules.fineweb_pages,
    }
    for name, removed in list(tools.items())[: 1 if options.ours else None]:
        try:
            removed(pages[0])
            began = time.process_time()
            result = score(pages, removed)
        except ImportError as error:
            print(f"| {name} | not installed ({error.name}) | | | | |")
            continue
        print(result.row(name, f" {size / 1e6 / max(time.process_time() - began, 1e-9):.1f} |"))
    print("\n| extraction | F1 | precision | recall | content lines lost |\n|---|---|---|---|---|")
    for name, result in by_extraction(pages, ours(options.preset)).items():
        print(result.row(name))
    found = harm(pages, ours(options.preset))
    print(f"\n{found.headless} of {found.headed} pages lose their headline, ", end="")
    print(f"{found.thinned} of {found.prose} a tenth of their prose or code.")
    chosen = [page for page in several(pages) if page.get("chosen", True)]
    print(f"\n| {len(chosen)} pages of sites with several | F1 | precision | recall | content lines lost |")
    print("|---|---|---|---|---|")
    print(score(chosen, ours(options.preset)).row("vntextclean"))
    with tempfile.TemporaryDirectory() as folder:
        print(with_tables(chosen, options.preset, Path(folder)).row("vntextclean, table of the site's other pages"))


if __name__ == "__main__":
    main()
