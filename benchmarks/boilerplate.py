"""Furniture found and content lost, side by side with what people use now, on annotated pages.

    python -m benchmarks.boilerplate PAGES.jsonl [--preset web]

PAGES hold one page a line: {"raw", "lines": [{"text", "label"}]}, label content, boilerplate or unsure. Every tool gets
the same text; a line counts as removed if nothing is left of it. jusText and trafilatura read HTML, so each line is
given to them as a paragraph; the line rule of C4 is applied as published. A tool that is not installed is left out.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Page = dict[str, Any]

#: Lines with these go by C4's rules wherever they end.
C4_BAD = re.compile(r"javascript|lorem ipsum|[{}]", re.IGNORECASE)


def ours(preset: str) -> Callable[[str], set[int]]:
    """The layout filters of a preset, by whole lines."""
    from vntextclean.pipeline import Pipeline

    pipeline = Pipeline.from_preset(preset, filters=("boilerplate", "repeats"))

    def removed(text: str) -> set[int]:
        gone, starts, at = set(), {}, 0
        for number, line in enumerate(text.split("\n")):
            starts[at] = number
            at += len(line) + 1
        for change in pipeline.run(text).changes:
            position = change.start + (text[change.start : change.start + 1] == "\n" and change.start not in starts)
            if position in starts:
                gone.add(starts[position])
        return gone

    return removed


def justext_lines(text: str) -> set[int]:
    """JusText with its Vietnamese stop list, each line a paragraph."""
    import justext

    lines = text.split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    page = "<html><body>" + "".join(f"<p>{html.escape(lines[number])}</p>" for number in full) + "</body></html>"
    paragraphs = justext.justext(page, justext.get_stoplist("Vietnamese"))
    kept = {" ".join(paragraph.text.split()) for paragraph in paragraphs if not paragraph.is_boilerplate}
    return {number for number in full if " ".join(lines[number].split()) not in kept}


def trafilatura_lines(text: str) -> set[int]:
    """trafilatura, each line a paragraph."""
    import trafilatura

    lines = text.split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    page = "<html><body>" + "".join(f"<p>{html.escape(lines[number])}</p>" for number in full) + "</body></html>"
    kept = {" ".join(line.split()) for line in (trafilatura.extract(page) or "").split("\n")}
    return {number for number in full if " ".join(lines[number].split()) not in kept}


def c4_lines(text: str) -> set[int]:
    """C4: a line stays if it ends in a full stop, question mark, exclamation mark or quote and has five words."""
    gone = set()
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare and (bare[-1] not in '.!?"”' or len(bare.split()) < 5 or C4_BAD.search(bare)):
            gone.add(number)
    return gone


def score(pages: list[Page], removed: Callable[[str], set[int]]) -> dict[str, float]:
    """F1 on furniture, the share of content lines lost, and the speed."""
    found = lost = missed = kept = size = 0
    began = time.process_time()
    for page in pages:
        gone = removed(page["raw"])
        size += len(page["raw"].encode("utf-8", "surrogatepass"))
        for number, line in enumerate(page["lines"]):
            if line["text"].strip() and line["label"] != "unsure":
                wanted, went = line["label"] == "boilerplate", number in gone
                found += wanted and went
                missed += wanted and not went
                lost += went and not wanted
                kept += not went and not wanted
    seconds = max(time.process_time() - began, 1e-9)
    return {
        "f1": 2 * found / max(2 * found + missed + lost, 1),
        "precision": found / max(found + lost, 1),
        "recall": found / max(found + missed, 1),
        "lost": lost / max(lost + kept, 1),
        "mb_per_s": size / 1e6 / seconds,
    }


def main() -> None:
    """Print one row for each tool."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("pages")
    parser.add_argument("--preset", default="web")
    options = parser.parse_args()
    pages = [json.loads(line) for line in Path(options.pages).read_text(encoding="utf-8").splitlines()]
    print("| tool | F1 | precision | recall | content lines lost | MB/s |\n|---|---|---|---|---|---|")
    tools = {
        "vntextclean": ours(options.preset),
        "jusText": justext_lines,
        "trafilatura": trafilatura_lines,
        "C4 line rule": c4_lines,
    }
    for name, removed in tools.items():
        try:
            result = score(pages, removed)
        except ImportError as error:
            print(f"| {name} | not installed ({error.name}) | | | | |")
            continue
        print(
            f"| {name} | {result['f1']:.3f} | {result['precision']:.3f} | {result['recall']:.3f} "
            f"| {result['lost']:.2%} | {result['mb_per_s']:.1f} |"
        )


if __name__ == "__main__":
    main()
