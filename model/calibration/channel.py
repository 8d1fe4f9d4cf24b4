"""Count the confusions of people and of OCR engines: pairs of what was written and what was meant.

``people`` are documents with annotated mistakes, ``scan`` pairs of a truth and what an engine read (the formats of the
human and real measures: JSON lines with text and mistakes, and with truth and damaged). Only counts of letters and
tones are written, no words.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from vntextclean.filters.diacritics.kinds.channel import confusions
from vntextclean.vietnamese.letters import tone_of, toneless
from vntextclean.vietnamese.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
#: A confusion counted less often than this is left to the smoothing.
LEAST = 2


def of_people(path: Path) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """The words of each document, and its mistakes as pairs (written, meant)."""
    for record in map(json.loads, path.read_text("utf-8").split("\n")[:-1]):
        pairs = [(m["text"].lower(), m["suggest"][0].strip().lower()) for m in record["mistakes"] if m["suggest"]]
        yield _words(record["text"]), pairs


def of_scans(path: Path) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """The words of each truth, and what the engine read in place of some."""
    for record in map(json.loads, path.read_text("utf-8").split("\n")[:-1]):
        if not record["family"].startswith("ocr/") or record["family"] == "ocr/ruin":
            continue
        truth, read = _words(record["truth"]), _words(record["damaged"])
        pairs: list[tuple[str, str]] = []
        for op, a, b, c, d in difflib.SequenceMatcher(None, truth, read, autojunk=False).get_opcodes():
            if op == "replace" and b - a == d - c:
                pairs += zip(read[c:d], truth[a:b], strict=True)
        yield truth, pairs


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFC", text).lower())


def count(documents: Iterable[tuple[list[str], list[tuple[str, str]]]]) -> dict[str, object]:
    """How often each confusion was made, how often what was meant stands in the texts, and how many words there are."""
    counts: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    words = doubled = 0
    for text, pairs in documents:
        words += len(text)
        for word in text:
            meant[str(tone_of(word))] += 1
            meant.update(set(toneless(word)))
        for wrong, right in pairs:
            if wrong != right and is_syllable(right) and (parts := confusions(wrong, right)):
                counts.update(parts)
                doubled += len(parts) > 1
    ends = {part.partition(">")[2] for part in counts}
    return {
        "words": words,
        "doubled": round(doubled / counts.total(), 3),
        "meant": {key: number for key, number in sorted(meant.items()) if key in ends},
        "counts": {key: number for key, number in sorted(counts.items()) if number >= LEAST},
    }


def main() -> None:
    """Write the counts of both sources as TOML."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=Path)
    parser.add_argument("scans", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args()
    lines = ["# How often each confusion was counted (written>meant), and how often what was meant stands there."]
    for name, table in (("people", count(of_people(args.people))), ("scan", count(of_scans(args.scans)))):
        lines += [f"[{name}]", f"words = {table['words']}", f"doubled = {table['doubled']}"]
        for part in ("meant", "counts"):
            rows = table[part]
            assert isinstance(rows, dict)
            lines += [f"[{name}.{part}]", *(f'"{key}" = {number}' for key, number in rows.items())]
    args.output.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
