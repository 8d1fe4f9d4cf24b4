"""Changes of text that the scorer takes for sound, read by a person and found right: real errors that are repaired.

The scorer counts every change where it did no damage as harm, and edited newspapers have some 40 misprints in 100 000
words: the better a model finds them, the worse it looks. What was read and found right stands in ``read.tsv``, as the
checksum of the change with the 25 letters before it, so that no text is kept, and is taken out of what is wrong.
``python -m benchmarks.quality.gate --unread`` prints what nobody has found right.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

READ = Path(__file__).with_name("read.tsv")
_MISS = re.compile(r"(.*?)\[(.*)\] want \[(.*)\] got \[(.*)\]", re.DOTALL)
#: What the scorer prints of whole lines, for pages.
_OF_LINES = ({"content", "boilerplate", "unsure"}, {"kept", "removed"})


class Miss(NamedTuple):
    """What the scorer prints with ``--show``: the letters before, what stood there, what it wanted, and what came."""

    before: str
    was: str
    wanted: str
    came: str

    @property
    def changed(self) -> bool:
        """Whether something was changed there at all."""
        return self.was != self.came

    @property
    def of_sound_text(self) -> bool:
        """Whether the scorer knows of no damage there."""
        return self.wanted == "None"

    @property
    def is_parted(self) -> bool:
        """Whether a run-on was parted where the scorer wants it parted, and one of its words repaired as well."""
        gaps = [[at for at, letter in enumerate(text) if letter == " "] for text in (self.wanted, self.came)]
        return " " not in self.was and gaps[0] == gaps[1] != [] and self.wanted.replace(" ", "") == self.was

    @property
    def checksum(self) -> int:
        """What ``read.tsv`` knows of it."""
        return zlib.crc32(f"{self.before}[{self.was}] -> [{self.came}]".encode())


def misses(output: str) -> list[Miss]:
    """What a scorer run with ``--show`` printed of places, in order.

    >>> misses("…một [qut] want [quyết] got [quýt]\\n…trị [gía] want [None] got [giá]\\n{}")[1].came
    'giá'
    """
    records = ("\n" + output.rpartition("\n{")[0]).split("\n…")[1:]
    found = [Miss(*match.groups()) for match in map(_MISS.fullmatch, records) if match]
    return [miss for miss in found if not (miss.wanted in _OF_LINES[0] and miss.came in _OF_LINES[1])]


def found_right(path: Path = READ) -> frozenset[int]:
    """The checksums of all changes that were found right."""
    return frozenset(map(int, path.read_text("ascii").split()))


def without_right(
    figures: Mapping[str, float], missed: list[Miss], right: frozenset[int], run_ons: int = 0
) -> dict[str, float]:
    """The figures of a run, with the changes that were found right taken out of what is wrong.

    A run-on in which a misprint of the source was repaired as well is parted rightly; ``run_ons`` is their number.

    >>> missed = [Miss("trị ", "gía", "None", "giá"), Miss("một ", "qut", "quyết", "quýt")]
    >>> figures = {"syllables": 5e4, "precision": 0.9, "harm": 1.0, "harm_per_100k": 2.0}
    >>> without_right(figures, missed, frozenset({missed[0].checksum}))
    {'syllables': 50000.0, 'precision': 0.95, 'harm': 0.0, 'harm_per_100k': 0.0}
    """
    out = dict(figures)
    count = sum(miss.of_sound_text and miss.changed and miss.checksum in right for miss in missed)
    per_100k = 1e5 / figures["syllables"] if "syllables" in figures else 0.0
    if "changes" in figures:
        out["wrong"] = figures["changes"] - count
        out["wrong_per_100k"] = out["wrong"] * per_100k
    if "other" in figures:  # documents with the mistakes of people, some of which nobody had marked
        marked = sum(m.wanted == m.was and m.changed and m.checksum in right for m in missed)
        out |= {
            "other": figures["other"] - count,
            "wrong": figures["wrong"] - marked,
            "right": figures["right"] + marked,
        }
        out["other_per_100k"] = out["other"] * per_100k
        out["precision"] = out["right"] / max(figures["found"] + out["other"], 1)
    if "harm" in figures:
        wrong = sum(miss.changed for miss in missed)
        parted = sum(miss.is_parted and miss.checksum in right for miss in missed)
        if count or parted:
            out["precision"] = 1 - (1 - figures["precision"]) * (wrong - count - parted) / wrong
        if parted and run_ons:
            out["recall_by_kind.run_on"] += parted / run_ons
        out["harm"] = figures["harm"] - count
        if "harm_per_100k" in figures:
            out["harm_per_100k"] = out["harm"] * per_100k
    return out


def without_misprints(
    figures: Mapping[str, float], missed: list[Miss], right: frozenset[int], families: Mapping[str, str]
) -> dict[str, float]:
    """The figures of damage by real programs, without words of the truth that were misprints and found put right.

    ``families`` is the family of each document. The scorer names the document before such a word.

    >>> missed = [Miss("a-1 harmed …", "mục đích đề ở", "đề", "None")]
    >>> figures = {"families.ocr.harmed": 3.0, "families.ocr.errors_after": 9.0}
    >>> without_misprints(figures, missed, frozenset({missed[0].checksum}), {"a-1": "ocr"})
    {'families.ocr.harmed': 2.0, 'families.ocr.errors_after': 8.0}
    """
    out = dict(figures)
    for miss in missed:
        family = families.get(miss.before.partition(" harmed ")[0])
        if family and miss.checksum in right:
            out[f"families.{family}.harmed"] -= 1
            out[f"families.{family}.errors_after"] -= 1
    return out
