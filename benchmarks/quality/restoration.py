"""Put marks back with every installed tool: ``python -m benchmarks.quality.restoration FILE...``.

The files hold correct text, one sentence or paragraph a line. All marks are taken off and each tool puts them back. A
syllable is right if it is the one that stood there, capitals and the place of the tone mark aside (hòa = hoà). Without
a file the hand-cleaned samples are used, which are few: good for a look, not for a figure.
"""

from __future__ import annotations

import argparse
import importlib
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.tones import to_old

SAMPLES = Path(__file__).parent.parent.parent / "samples"
LINES_AT_A_TIME = 20
_WORD = re.compile(r"[^\W\d_]+")


def tools() -> Iterator[tuple[str, Callable[[str], str], bool]]:
    """Every tool that is installed, by name; the last says whether it takes many lines at once."""
    import vntextclean

    yield "vntextclean.restore", vntextclean.restore, True
    for name, module, function in (
        ("pyvi.ViUtils.add_accents", "pyvi.ViUtils", "add_accents"),
        ("underthesea.restore_diacritics", "underthesea", "restore_diacritics"),
    ):
        try:
            yield name, getattr(importlib.import_module(module), function), False
        except (ImportError, AttributeError):
            continue


def words(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return [to_old(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


def main() -> None:
    """Print accuracy and speed of each tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.clean.txt")))
    parser.add_argument("--lines", type=int, help="only the first lines of each file")
    arguments = parser.parse_args()
    print("| text | tool | syllables | right | syllables/s | lines failed |\n|---|---|--:|--:|--:|--:|")
    for path in arguments.files:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()][: arguments.lines]
        for name, tool, many in tools():
            step = LINES_AT_A_TIME if many else 1
            right = total = failed = 0
            tool("Tieng Viet")  # opens what is opened once
            began = time.perf_counter()
            for at in range(0, len(lines), step):
                text = "\n".join(lines[at : at + step])
                want = words(text)
                total += len(want)
                try:
                    got = words(tool(bare(text)))
                except Exception:  # noqa: BLE001 - a line a tool dies on is a line it has not restored
                    failed += 1
                    continue
                if len(got) == len(want):
                    right += sum(a == b for a, b in zip(want, got, strict=True))
                else:
                    failed += 1
            speed = total / (time.perf_counter() - began)
            print(f"| {path.stem} | {name} | {total} | {right / total:.2%} | {speed:,.0f} | {failed} |", flush=True)


if __name__ == "__main__":
    main()
