"""Each sample page, cleaned with its preset, is its twin that a person cleaned."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vntextclean.changes import apply
from vntextclean.pipeline import Pipeline

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SAMPLES = Path(__file__).parent.parent / "samples"
TABLE = tomllib.loads((SAMPLES / "samples.toml").read_text(encoding="utf-8"))
#: The kinds of damage that must be met in one sample at least.
DAMAGE = {
    "counter", "pager", "empty form label", "no image", "menu", "glued sentences", "run-on", "dropped letter",
    "lost tone", "doubled space", "no-break space", "lost word", "repeated line", "decomposed Unicode", "mojibake",
    "legacy font", "split word", "character reference", "invisible character", "look-alike", "hard-wrapped line",
    "running head", "inline link", "quoted post",
}  # fmt: skip


def read(name: str) -> str:
    """A sample as it lies there, line ends included."""
    return (SAMPLES / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_sample_becomes_its_hand_cleaned_twin(name: str) -> None:
    wanted = read(f"{name}.clean.txt")
    for miss in TABLE[name].get("misses", []):  # what we cannot repair yet; a cure must be noticed
        assert wanted.count(miss["wanted"]) == 1
        wanted = wanted.replace(miss["wanted"], miss["left"])
    cleaned = Pipeline.from_preset(TABLE[name]["preset"]).run(read(f"{name}.txt"))
    assert cleaned.text.split("\n") == wanted.split("\n")
    assert apply(cleaned.source, [(c.start, c.end, c.after) for c in cleaned.changes]) == cleaned.text


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_hand_cleaned_twin_is_left_alone(name: str) -> None:
    clean = read(f"{name}.clean.txt")
    assert Pipeline.from_preset(TABLE[name]["preset"]).run(clean).text == clean


def test_the_table_lists_every_sample() -> None:
    found = {path.name.removesuffix(".clean.txt") for path in SAMPLES.glob("*.clean.txt")}
    assert found == set(TABLE)
    assert {path.name.removesuffix(".txt") for path in SAMPLES.glob("*.txt")} == found | {f"{n}.clean" for n in found}
    assert len(found) >= 8


def test_every_kind_of_damage_has_a_sample() -> None:
    assert {kind for entry in TABLE.values() for kind in entry["damage"]} == DAMAGE
