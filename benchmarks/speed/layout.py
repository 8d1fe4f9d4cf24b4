"""Print MB/s of the filters that read the layout of a page, on annotated pages and on running text, on one core.

    python -m benchmarks.speed.layout PAGES.jsonl... [--text FILE]

PAGES hold one page a line, with its text as "raw". Each row is the best of several passes, in processor time, over
fresh strings; megabytes are of UTF-8. ``ftfy.fix_text`` on the same texts stands beside them, because speeds depend on
the machine and what else it does: compare the ratios. Running text is put together from phrases written for the
purpose, or is that of ``--text``, in documents of 20 lines.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.speed import texts
from benchmarks.speed.__main__ import REFERENCE, Cleaner, table


def cleaners() -> dict[str, Cleaner]:
    """What is timed, by name: ftfy, the layout filters of the preset ``web`` together, and each of them."""
    import ftfy

    from vntextclean.filter import Filter, Phase
    from vntextclean.pipeline import Pipeline
    from vntextclean.text_state import TextState

    def read_by(filters: list[Filter]) -> Cleaner:
        def clean(documents: list[str]) -> None:
            for document in documents:
                state = TextState(document)
                for made in filters:
                    for _ in made.edits(state):
                        pass

        return clean

    layout = [made for made in Pipeline.from_preset("web").filters if made.phase is Phase.LAYOUT]
    return {
        REFERENCE: lambda documents: [ftfy.fix_text(document) for document in documents],
        "layout phase of `web`": read_by(layout),
        **{f"filter {made.name}": read_by([made]) for made in layout},
    }


def main() -> int:
    """Time every cleaner on the pages and on running text, and print a row each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+", type=Path, help="files of annotated pages")
    parser.add_argument("--text", type=Path, help="running text of your own")
    parser.add_argument("--passes", type=int, default=3, help="take the best of this many (%(default)s)")
    given = parser.parse_args()
    pages = [json.loads(line)["raw"] for path in given.pages for line in path.read_text(encoding="utf-8").splitlines()]
    running = texts.own(given.text) if given.text else texts.clean(1.0)
    table(cleaners(), {"pages": pages, "running text": running}, given.passes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
