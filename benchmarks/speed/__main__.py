"""Print MB/s of every preset and filter beside ftfy and unicodedata, all measured in one run on one core.

Each row is the best of several passes, in processor time, because other work on the machine only ever slows a pass;
strings are made anew for every pass, so that nothing is found in a cache by identity. Megabytes are of UTF-8. Compare
the ratios: they hold across machines, the speeds do not.

    python -m benchmarks.speed                     the table
    python -m benchmarks.speed --text news.txt     on text of your own
    python -m benchmarks.speed --start             one short line through the command line, process start included
    python -m benchmarks.speed --stream 200        peak memory while a file of 200 MB streams through
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # one core, before numpy is loaded

from benchmarks.speed import process, texts  # noqa: E402 - see above

Cleaner = Callable[[list[str]], object]
#: The cleaner that all others are compared with.
REFERENCE = "ftfy.fix_text"


def cleaners() -> dict[str, Cleaner]:
    """What is timed, by name: the two references, each preset, each filter alone.

    A preset is timed a document at a time.
    """
    import ftfy

    from vntextclean.filter import Phase
    from vntextclean.pipeline import Pipeline
    from vntextclean.presets import PRESETS
    from vntextclean.registry import build, names
    from vntextclean.settings import Settings
    from vntextclean.text_state import TextState

    def each(clean: Callable[[str], object]) -> Cleaner:
        return lambda texts: [clean(text) for text in texts]

    def alone(name: str) -> Cleaner:
        made = build([name], Settings())[0]
        return each(lambda text: list(made.edits(TextState(text))))

    pipelines = {f"preset {name}": Pipeline.from_preset(name) for name in PRESETS}
    before_words = tuple(made.name for made in pipelines["preset web"].filters if made.phase < Phase.WORDS)
    pipelines["web without its phase WORDS"] = Pipeline.from_preset("web", filters=before_words)
    return {
        "unicodedata NFC": each(lambda text: unicodedata.normalize("NFC", text)),
        REFERENCE: each(ftfy.fix_text),
        **{name: each(pipeline.run) for name, pipeline in pipelines.items()},
        **{f"filter {name}": alone(name) for name in names()},
    }


def seconds(cleaner: Cleaner, documents: list[str], passes: int) -> float:
    """The least processor time of several passes over the documents, each over fresh copies of them."""
    least = float("inf")
    for _ in range(passes):
        fresh = [f"{document} "[:-1] for document in documents]
        began = time.process_time()
        cleaner(fresh)
        least = min(least, time.process_time() - began)
    return least


def table(made: dict[str, Cleaner], corpora: dict[str, list[str]], passes: int, wanted: Sequence[str] = ()) -> None:
    """Time cleaners on documents of one kind or several, and print a row for each cleaner.

    ``wanted`` are parts of the names of those that are timed; by default all are. ftfy is timed whatever it says.
    """
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    print(f"{machine}, one core, processor time, the best of {passes} passes")
    sizes = {}
    for kind, documents in corpora.items():
        sizes[kind] = sum(len(document.encode("utf-8", "surrogatepass")) for document in documents) / 1e6
        print(f"{kind}: {sizes[kind]:.2f} MB in {len(documents)} documents")
    print(f"\n| |{''.join(f' {kind} MB/s | x ftfy |' for kind in corpora)}\n|---|{'--:|--:|' * len(corpora)}")
    reference: dict[str, float] = {}
    for name, cleaner in made.items():
        if wanted and name != REFERENCE and not any(word in name for word in wanted):
            continue
        speeds = {}
        for kind, documents in corpora.items():
            seconds(cleaner, documents[:2], 1)  # opens what is opened once
            speeds[kind] = sizes[kind] / seconds(cleaner, documents, passes)
        if name == REFERENCE:
            reference = speeds
        row = f"| {name} |"
        for kind, speed in speeds.items():
            ratio = f"{speed / reference[kind]:.2f}" if reference else ""
            row += f" {speed:.2f} | {ratio} |"
        print(row, flush=True)


def main() -> int:
    """Parse the command line and print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", help="only rows whose name contains one of these words")
    parser.add_argument("--text", type=Path, help="time on this file and its damaged copy")
    parser.add_argument("--size", type=float, default=1.0, help="megabytes of made text (%(default)s)")
    parser.add_argument("--passes", type=int, default=5, help="take the best of this many (%(default)s)")
    parser.add_argument("--start", action="store_true", help="time one short line through the command line")
    parser.add_argument("--stream", type=int, metavar="MB", help="measure memory on a file of this size")
    arguments = parser.parse_args()
    if arguments.start:
        process.start(arguments.passes)
    elif arguments.stream:
        process.stream(arguments.stream)
    else:
        good = texts.own(arguments.text) if arguments.text else texts.clean(arguments.size)
        table(cleaners(), {"clean": good, "damaged": texts.damaged(good)}, arguments.passes, arguments.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
