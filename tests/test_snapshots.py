"""What becomes of every sample in every preset: changes, suggestions and reasons, kept in files and reviewed as diffs.

The samples of ``test_samples.py`` say what is right. These say what is, suggestions and reasons included, so that a
change of behaviour is seen by whoever makes it. After such a change renew the files and read the difference:

    python tests/test_snapshots.py && git diff tests/snapshots
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.pipeline import Pipeline
from vntextclean.presets import PRESETS

ROOT = Path(__file__).parent.parent
SNAPSHOTS = ROOT / "tests" / "snapshots"
SAMPLES = sorted(path.stem for path in (ROOT / "samples").glob("*.txt") if not path.name.endswith(".clean.txt"))
#: Letters of the text shown on either side of a change.
AROUND = 24


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


def snapshot(sample: str, preset: str) -> str:
    """One cleaned sample as lines for people: where, what, by which rules, how sure, and why."""
    cleaned = pipeline(preset).run((ROOT / "samples" / f"{sample}.txt").read_bytes().decode("utf-8"))
    lines = []
    for title, changes in (("changes", cleaned.changes), ("suggestions", cleaned.suggestions)):
        lines.append(f"{len(changes)} {title}\n")
        for change in changes:
            lines += _shown(cleaned, change)
    return "\n".join(lines) + "\n"


def _shown(cleaned: Cleaned, change: Change) -> list[str]:
    source = cleaned.source
    line = source.count("\n", 0, change.start) + 1
    before = source[max(0, change.start - AROUND, source.rfind("\n", 0, change.start) + 1) : change.start]
    end = source.find("\n", change.end)
    after = source[change.end : min(change.end + AROUND, len(source) if end < 0 else end)]
    words = f"{before}[{source[change.start : change.end]}→{change.after}]{after}"
    visible = "".join(letter if letter.isprintable() else f"‹{ord(letter):04X}›" for letter in words)
    rules = ", ".join(change.rules)
    return [
        f"line {line}: {visible}",
        f"    {rules} {change.confidence:.3f}",
        *(f"    {why}" for why in change.reasons),
        "",
    ]


def place(sample: str, preset: str) -> Path:
    return SNAPSHOTS / preset / f"{sample}.txt"


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_comes_out_as_it_did(sample: str, preset: str) -> None:
    """If this is meant, ``python tests/test_snapshots.py`` renews the files."""
    assert snapshot(sample, preset).splitlines() == place(sample, preset).read_text(encoding="utf-8").splitlines()


def test_there_is_no_snapshot_of_nothing() -> None:
    wanted = {place(sample, preset) for sample in SAMPLES for preset in PRESETS}
    assert set(SNAPSHOTS.rglob("*.txt")) == wanted


def test_the_model_has_suggestions_in_the_samples() -> None:
    """Or to discard them all would change no snapshot."""
    for preset in ("web", "forum", "ocr"):
        rules = {
            rule
            for sample in SAMPLES
            for suggestion in pipeline(preset)
            .run((ROOT / "samples" / f"{sample}.txt").read_bytes().decode("utf-8"))
            .suggestions
            for rule in suggestion.rules
        }
        assert any(rule.startswith("diacritics.") for rule in rules), preset


def renew() -> None:
    """Write all snapshots anew."""
    for path in SNAPSHOTS.rglob("*.txt"):
        path.unlink()
    for sample in SAMPLES:
        for preset in PRESETS:
            place(sample, preset).parent.mkdir(parents=True, exist_ok=True)
            place(sample, preset).write_text(snapshot(sample, preset), encoding="utf-8")


if __name__ == "__main__":
    renew()
    sys.exit(0)
