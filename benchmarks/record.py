"""Run benchmarks and keep what they print, by date: ``benchmarks/runs/<date>.md``.

    python -m benchmarks.record                       speed, and the start of the command line
    python -m benchmarks.record speed --text a.txt    one benchmark with its options

A file holds the commands, the versions and the machine, because a figure means nothing without them. A second run on
one day is added to the file of that day.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = ROOT / "benchmarks" / "runs"
#: What is run if nothing is named: module of ``benchmarks`` and its options.
USUAL = (("speed",), ("speed", "--start"))


def main() -> None:
    """Run, print, and keep."""
    wanted = [tuple(sys.argv[1:])] if len(sys.argv) > 1 else list(USUAL)
    now = dt.datetime.now(tz=dt.timezone.utc)
    path = RUNS / f"{now:%Y-%m-%d}.md"
    parts = [f"## {now:%H:%M} UTC\n\n{about()}\n"]
    for module, *options in wanted:
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{module}", *options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        print(done.stdout)
        parts.append(f"    python -m benchmarks.{' '.join([module, *options])}\n\n{done.stdout.strip()}\n")
    RUNS.mkdir(exist_ok=True)
    head = path.read_text(encoding="utf-8") if path.exists() else f"# Benchmarks of {now:%Y-%m-%d}\n"
    path.write_text("\n".join([head, *parts]), encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: written")


def about() -> str:
    """The versions and the machine that figures depend on."""
    compiled = find_spec("vntextclean.lm._kernel") and os.environ.get("VNTEXTCLEAN_NATIVE") != "0"
    facts = {
        "commit": _output("git", "describe", "--always", "--dirty") or "unknown",
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        **{name: _version(name) for name in ("vntextclean", "numpy", "ftfy")},
        "kernel": "compiled" if compiled else "none, by numpy",
        "machine": f"{platform.machine()}, {processor()}",
    }
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts.items())])


def processor() -> str:
    """The name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else "unknown"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "from the checkout"


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
