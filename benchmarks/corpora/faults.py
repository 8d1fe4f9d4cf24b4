"""What batch runs survive: kill -9, killed workers, a full disk, records that kill their worker. No byte may be lost.

``python -m benchmarks.corpora.faults`` runs each fault until it has happened as often as asked (``--kills 200
--workers 50 --disks 50 --poison 1000``), compares every output with that of an undisturbed run, byte by byte, and ends
with 1 if one differs. Linux only. The run to disturb is made so that the faults hit it in the middle of its work.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.speed import texts

POISON = """
import os
from vntextclean import Phase

class Poison:
    name, phase, rules = "poison", Phase.CHARACTERS, {}

    def __init__(self, settings):
        pass

    def edits(self, state):
        if "THUỐCĐỘC" in state.text:
            os.kill(os.getpid(), 9)
        return ()
"""
QUICK = ("--filter", "spacing", "--filter", "compose", "--filter", "poison", "--no-config", "-j", "2")
DISTURBED = ("in", "-o", "out", "--chunk-size", "32K", "--checkpoint-every", "0.05", "--status-every", "0", *QUICK)


class Place:
    """A folder with a corpus in it, and the environment in which the filter is installed."""

    def __init__(self, folder: Path, megabytes: float) -> None:
        self.folder = folder
        (folder / "poison_for_batch.py").write_text(POISON, encoding="utf-8")
        info = folder / "poison_for_batch-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: poison-for-batch\nVersion: 1.0\n", encoding="utf-8"
        )
        points = "[vntextclean.filters]\npoison = poison_for_batch:Poison\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        paths = [str(folder), str(Path("src").resolve()), *filter(None, [os.environ.get("PYTHONPATH")])]
        self.environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        (folder / "in").mkdir()
        documents = texts.damaged(texts.clean(megabytes))
        third = -(-len(documents) // 3)
        for number in range(3):
            lines = [
                json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in documents[number * third :][:third]
            ]
            lines[len(lines) // 2] = "no record\n"
            (folder / "in" / f"{number}.jsonl").write_text("".join(lines), encoding="utf-8")
        begun = time.monotonic()
        self.run(*DISTURBED)
        self.seconds = time.monotonic() - begun  # so that faults hit a run in its middle on a slow machine, too
        self.undisturbed = self.contents()
        shutil.rmtree(folder / "out")

    def contents(self) -> dict[str, bytes]:
        """All outputs."""
        return {path.name: path.read_bytes() for path in (self.folder / "out").iterdir()}

    def start(self, *arguments: str, shell: str = "") -> subprocess.Popen[bytes]:
        """A batch run in the folder."""
        words = [sys.executable, "-m", "vntextclean", "batch", *arguments]
        if shell:
            words = ["bash", "-c", shell + ' exec "$@"', "bash", *words]
        return subprocess.Popen(
            words, cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )

    def run(self, *arguments: str, shell: str = "") -> tuple[int, str]:
        """The exit code of a whole run, and what it said."""
        process = self.start(*arguments, shell=shell)
        _, said = process.communicate()
        return process.returncode, said.decode()

    def is_whole(self) -> bool:
        """Whether the outputs are those of an undisturbed run; they are removed."""
        same = self.contents() == self.undisturbed
        shutil.rmtree(self.folder / "out")
        return same


def kills(place: Place, wanted: int, dice: random.Random) -> tuple[int, int, int]:
    """Kill the run at random moments, and resume it. Returns kills, complete runs, and how many of them differ."""
    done = runs = wrong = 0
    while done < wanted:
        process = place.start(*DISTURBED)
        while True:
            try:
                process.communicate(timeout=place.seconds * (0.1 + 0.6 * dice.random()))
                break
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                done += 1
                wrong += _too_early(place)
                process = place.start(*DISTURBED, "--resume")
        runs += 1
        wrong += process.returncode != 1 or not place.is_whole()
    return done, runs, wrong


def _too_early(place: Place) -> int:
    """How many outputs stand under their final names and are not whole."""
    there = (place.folder / "out").glob("[!.]*") if (place.folder / "out").exists() else ()
    return sum(path.read_bytes() != place.undisturbed[path.name] for path in there)


def workers(place: Place, wanted: int, dice: random.Random) -> tuple[int, int, int]:
    """Kill workers at random moments."""
    done = runs = wrong = 0
    while done < wanted:
        process = place.start(*DISTURBED)
        while process.poll() is None:
            time.sleep(place.seconds * (0.05 + 0.2 * dice.random()))
            with contextlib.suppress(OSError, IndexError):
                children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
                os.kill(int(dice.choice(children)), signal.SIGKILL)
                done += 1
        process.communicate()
        runs += 1
        wrong += process.returncode != 1 or not place.is_whole()
    return done, runs, wrong


def disks(place: Place, wanted: int, dice: random.Random) -> tuple[int, int, int]:
    """Let writing fail at a random size of file, which a limit of the system does as a full disk would; then go on."""
    done = runs = wrong = 0
    largest = max(len(data) for data in place.undisturbed.values()) // 1024
    while done < wanted:
        blocks = dice.randint(4, largest - 8)
        code, said = place.run(*DISTURBED, shell=f"trap '' XFSZ; ulimit -f {blocks};")
        told = [line for line in said.splitlines() if "no JSON object" not in line]
        done += 1
        wrong += code != 2 or len(told) != 1 or "go on with --resume" not in told[0] or _too_early(place) > 0
        code, _ = place.run(*DISTURBED, "--resume")
        runs += 1
        wrong += code != 1 or not place.is_whole()
    return done, runs, wrong


def poison(place: Place, wanted: int, dice: random.Random) -> tuple[int, int, int]:
    """Clean a file of which so many records kill their worker."""
    lines = [f"dòng  {number}" for number in range(2 * wanted)]
    deadly = set(dice.sample(range(len(lines)), wanted))
    texts_of = [f"{line} THUỐCĐỘC" if number in deadly else line for number, line in enumerate(lines)]
    records = [json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts_of]
    (place.folder / "poison.jsonl").write_text("".join(records), encoding="utf-8")
    code, _ = place.run("poison.jsonl", "-o", "clean.jsonl", "--status-every", "0", *QUICK)
    expected = "".join(each if "THUỐC" in each else each.replace("  ", " ") for each in records)
    there = (place.folder / "clean.jsonl").read_text(encoding="utf-8")
    rejects = (place.folder / "clean.jsonl.rejects.jsonl").read_text(encoding="utf-8").count("\n")
    return wanted, 1, int(code != 1 or there != expected or rejects != wanted)


def main() -> int:
    """Print a table of what was done to the runs and how many came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    campaigns = {"kills": (kills, 200), "workers": (workers, 50), "disks": (disks, 50), "poison": (poison, 1000)}
    for name, (_, usual) in campaigns.items():
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--megabytes", type=float, default=6.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), options.megabytes)
        print("| fault | times | complete runs | wrong |\n|---|--:|--:|--:|", flush=True)
        for name, (campaign, _) in campaigns.items():
            if wanted := getattr(options, name):
                done, runs, wrong = campaign(place, wanted, random.Random(options.seed))
                failed += wrong
                print(f"| {name} | {done} | {runs} | {wrong} |", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
