"""Fail if a document takes more memory than it may: ``python -m benchmarks.speed.memory [--megabytes 24]``.

One word in twenty of the text is damaged, more than on most pages. It is cleaned as one file by the
command line, and as one string by the library. What counts is the largest resident set, less that of a run over one
line: the interpreter, the model and its tables take some 70 MB whatever is read.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.speed import texts
from benchmarks.speed.process import peak_of

#: Bytes of memory for each byte of a document, at most.
MOST = 12.0
COMMAND = ("-m", "vntextclean", "clean", "--no-config", "--quiet", "--preset")
LIBRARY = (
    "import sys, pathlib, vntextclean; text = pathlib.Path(sys.argv[2]).read_text('utf-8');"
    "vntextclean.Pipeline.from_preset(sys.argv[1]).run(text)"
)


def main() -> int:
    """Print the peak of each run; 1 if one takes too much."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=int, default=24)
    parser.add_argument("--presets", nargs="+", default=["lossless", "web"])
    given = parser.parse_args()
    failed = False
    print("| one document | preset | MB | peak MB | bytes a byte |\n|---|---|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        line, whole = Path(folder, "line.txt"), Path(folder, "whole.txt")
        documents = texts.damaged(texts.clean(2), 0.05)
        line.write_text(documents[0].partition("\n")[0] + "\n", encoding="utf-8")
        page = "\n\n".join(documents) + "\n\n"
        with whole.open("w", encoding="utf-8") as out:
            for _ in range(-(-given.megabytes * 1_000_000 // len(page.encode()))):
                out.write(page)
        size = whole.stat().st_size / 1e6
        for preset in given.presets:
            for name, arguments in (("command line", (*COMMAND, preset)), ("library", ("-c", LIBRARY, preset))):
                peak = peak_of([*arguments, str(whole)])[0]
                ratio = (peak - peak_of([*arguments, str(line)])[0]) / size
                failed |= ratio > MOST
                print(f"| {name} | `{preset}` | {size:.0f} | {peak:.0f} | {ratio:.1f} |", flush=True)
    if failed:
        print(f"more than {MOST:g} bytes for a byte of the document")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
