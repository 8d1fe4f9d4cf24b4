"""Fail if a pinned measure has fallen: ``python -m benchmarks.quality.gate``.

``benchmarks/floors.json`` names each measure: the scorer's command, its files with a digest (a figure means nothing
on other text), and for each figure a floor it must reach or a ceiling it must not pass. ``--pin`` raises the floors to
what is measured now and lowers the ceilings, never the opposite. To give way, edit the file and say why in the commit.
Sound and damaged text is measured as users have it, in documents of 20 lines and in whole files (``--together``): what
one line makes of another does harm that no line shows by itself.
A missing file, a digest that differs or a scorer that fails is a failure, never a skip. A change of sound text that was
read and found right is no harm (``read.py``); ``--unread`` prints the others and the numbers for ``read.tsv``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.read import Miss, found_right, misses, without_misprints, without_right

ROOT = Path(__file__).parent.parent.parent
FLOORS = ROOT / "benchmarks" / "floors.json"
EVAL = ROOT.parent / "shared" / "eval"
DIGITS = 4
_ALL = str(10**6)


class Outcome(NamedTuple):
    """One measure as it came out: figures by dotted name, faults, seconds, and the changes that nobody found right."""

    name: str
    figures: dict[str, float]
    faults: list[str]
    seconds: float
    unread: tuple[Miss, ...] = ()


def flat(value: Any, prefix: str = "") -> dict[str, float]:
    """The numbers of a result by dotted name; a pair [right, all] counts as a share.

    >>> flat({"f1": 0.5, "by_kind": {"run_on": [9, 10]}})
    {'f1': 0.5, 'by_kind.run_on': 0.9}
    """
    if isinstance(value, Mapping):
        pieces = (flat(inner, f"{prefix}.{key}" if prefix else str(key)) for key, inner in value.items())
        return {name: number for piece in pieces for name, number in piece.items()}
    if isinstance(value, list) and len(value) == 2 and value[1]:
        return {prefix: value[0] / value[1]}
    return {prefix: float(value)} if isinstance(value, int | float) else {}


def digest(paths: list[Path]) -> str:
    """The first 16 digits of the files' SHA-256, in order."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def judge(figures: Mapping[str, float], pinned: Mapping[str, Any]) -> list[str]:
    """What is worse than pinned.

    >>> judge({"f1": 0.97, "harm": 2}, {"floors": {"f1": 0.98}, "ceilings": {"harm": 2}})
    ['f1 0.97 is below its floor 0.98']
    """
    faults = []
    for name, floor in pinned.get("floors", {}).items():
        if not figures.get(name, -math.inf) >= floor:
            faults.append(f"{name} {_short(figures.get(name))} is below its floor {floor}")
    for name, ceiling in pinned.get("ceilings", {}).items():
        if not figures.get(name, math.inf) <= ceiling:
            faults.append(f"{name} {_short(figures.get(name))} is above its ceiling {ceiling}")
    return faults


def _families(paths: list[Path]) -> dict[str, str]:
    """The family of each document of damage by real programs."""
    records = (json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines())
    return {record["id"]: record["family"] for record in records}


def _short(figure: float | None) -> str:
    return "(not measured)" if figure is None else f"{figure:.{DIGITS}g}"


def measure(name: str, pinned: Mapping[str, Any], folder: Path) -> Outcome:
    """Run the scorer once and hold the result against what is pinned."""
    began = time.perf_counter()
    paths = [folder / file for file in pinned["files"]]
    if missing := [str(path) for path in (folder / "score.py", *paths) if not path.exists()]:
        return Outcome(name, {}, [f"missing: {', '.join(missing)}"], 0)
    if pinned.get("digest") not in (None, digest(paths)):
        return Outcome(name, {}, [f"{', '.join(pinned['files'])}: not the text the floors were measured on"], 0)
    scorer = [sys.executable, str(folder / "score.py"), pinned["measure"]]
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [*scorer, *map(str, paths), "--show", _ALL, *pinned.get("options", [])],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **one_thread},
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        return Outcome(name, {}, [f"the scorer failed: {done.stderr.strip()[-600:]}"], seconds)
    missed, right = misses(done.stdout), found_right()
    scored = json.loads(done.stdout.splitlines()[-1])
    run_ons = int(scored.get("recall_by_kind", {}).get("run_on", (0, 0))[1])
    # The scorer counts what raised only where something did.
    figures = without_right({"raised": 0.0, **flat(scored)}, missed, right, run_ons)
    if pinned["measure"] == "real":
        figures = without_misprints(figures, missed, right, _families(paths))
    unread = tuple(m for m in missed if (m.of_sound_text or m.is_parted) and m.changed and m.checksum not in right)
    return Outcome(name, figures, judge(figures, pinned), seconds, unread)


def pin(pinned: dict[str, Any], outcome: Outcome, folder: Path) -> None:
    """Move floors up and ceilings down to what was measured, never the other way."""
    pinned["digest"] = digest([folder / file for file in pinned["files"]])
    scale = 10**DIGITS
    for name, floor in pinned.get("floors", {}).items():
        if name in outcome.figures:
            pinned["floors"][name] = max(floor, math.floor(outcome.figures[name] * scale) / scale)
    for name, ceiling in pinned.get("ceilings", {}).items():
        if name in outcome.figures:
            pinned["ceilings"][name] = min(ceiling, math.ceil(outcome.figures[name] * scale) / scale)


def main() -> int:
    """Run every measure, two at a time, the longest first; 0 if nothing has fallen, 1 if something has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only measures whose name begins so")
    parser.add_argument("--eval", type=Path, default=EVAL, help="folder of the scorer and its texts (%(default)s)")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--unread", action="store_true", help="print the changes of sound text nobody found right")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    table = json.loads(FLOORS.read_text(encoding="utf-8"))
    chosen = {n: p for n, p in table.items() if not arguments.names or n.startswith(tuple(arguments.names))}
    order = sorted(chosen, key=lambda name: -chosen[name].get("seconds", 0))
    failed = not chosen
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for outcome in pool.map(lambda name: measure(name, chosen[name], arguments.eval), order):
            pinned = chosen[outcome.name]
            shown = {**pinned.get("floors", {}), **pinned.get("ceilings", {})}
            figures = " ".join(f"{key}={_short(outcome.figures.get(key))}" for key in shown)
            print(
                f"{'FAIL' if outcome.faults else 'ok':4} {outcome.name} ({outcome.seconds:.0f} s): {figures}",
                flush=True,
            )
            for fault in outcome.faults:
                print(f"     {fault}", flush=True)
            for miss in outcome.unread if arguments.unread else ():
                print(f"     {miss.checksum}\t{miss.before!r} [{miss.was}] -> [{miss.came}]", flush=True)
            failed |= bool(outcome.faults)
            if arguments.pin and outcome.figures:
                pin(pinned, outcome, arguments.eval)
                pinned["seconds"] = round(outcome.seconds)
    if arguments.pin:
        FLOORS.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"quality gate: {'a floor was broken' if failed else f'{len(chosen)} measures, no floor broken'}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
