"""``python -m fuzz [TARGET...] [--runs N] [--seconds N] [--keep FOLDER]``: fuzz by atheris, a process for each target.

Needs ``pip install atheris`` and fails without it. A crash is shown with its input, and the run ends with 1. With
``--keep`` the inputs that reached new code stay in a folder for each target, and the next run begins with them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.seeds import SEEDS, TEXTS

#: Bytes of an input, and seconds that one may take.
LONGEST, PATIENCE = 200, 60


def one(target: str, runs: int, seconds: int, keep: Path | None = None) -> None:
    """Fuzz a target in this process, with the inputs of ``keep`` and new ones put there; libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["vntextclean"], enable_loader_override=False):
        from fuzz.targets import TARGETS
    TARGETS[target](b"")  # loads what it needs, which is no time of the first input
    with tempfile.TemporaryDirectory() as made:
        folder = str(keep / target) if keep else made
        Path(folder).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(SEEDS.get(target, TEXTS)):
            Path(folder, f"seed-{number}").write_bytes(seed)
        limits = [f"-max_len={LONGEST}", f"-timeout={PATIENCE}", f"-runs={runs}", f"-max_total_time={seconds}"]
        options = [
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
            f"-artifact_prefix={tempfile.gettempdir()}/fuzz-{target}-",
        ]
        atheris.Setup([sys.argv[0], *limits, *options, folder], TARGETS[target])
        atheris.Fuzz()


def main() -> int:
    """Fuzz all targets, or those that are named, and say how many executions each had."""
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    parser.add_argument("--runs", type=int, default=-1, help="executions of each target (default: no limit)")
    parser.add_argument("--seconds", type=int, default=10, help="for each target (default: 10)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="begin with its inputs, and keep new ones there")
    parser.add_argument("--here", action="store_true", help="in this process: one target")
    given = parser.parse_args()
    if given.here:
        one(given.targets[0], given.runs, given.seconds, given.keep)
        return 0
    failed, total = [], 0
    for target in given.targets or TARGETS:
        command = [sys.executable, "-m", "fuzz", target, "--here", f"--runs={given.runs}", f"--seconds={given.seconds}"]
        command += [f"--keep={given.keep}"] if given.keep else []
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        found = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
        count = int(found[1]) if found else 0
        total += count
        print(f"{target}: {count} executions{'' if done.returncode == 0 else ', FAILED'}", flush=True)
        if done.returncode or not count:
            failed.append(target)
            print(done.stderr[-3000:], file=sys.stderr)
    print(f"{total} executions, {len(failed)} targets failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
