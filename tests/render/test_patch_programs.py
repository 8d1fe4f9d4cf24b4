"""patch(1) and git-apply(1) make of a page what ``clean`` makes, whatever ends its lines."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from vntextclean.pipeline import Pipeline
from vntextclean.render.hunks import in_stream
from vntextclean.render.unified import unified
from vntextclean.streams.documents import Document

SAMPLES = Path(__file__).parents[2] / "samples"
#: What some program takes for a line end, and patches do not.
SIGNS = ("\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\r")

pytestmark = pytest.mark.skipif(
    os.name != "posix" or shutil.which("patch") is None or shutil.which("git") is None, reason="needs patch(1) and git"
)


def peppered(text: str, chance: random.Random) -> str:
    """The text with signs between its words, and with line ends of several systems."""
    made = []
    for sign in text:
        if sign == "\n":
            sign = chance.choices(("\n", "\r\n", "\r", "\n\x0c"), (60, 30, 5, 5))[0]
        elif sign == " " and chance.random() < 0.02:
            sign = chance.choice(SIGNS)
        made.append(sign)
    return "".join(made)


@pytest.mark.parametrize("mixed", [False, True], ids=["as it is", "mixed line ends"])
@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.txt") if ".clean." not in path.name))
def test_a_patch_makes_the_cleaned_bytes(name: str, mixed: bool, tmp_path: Path) -> None:
    text = (SAMPLES / name).read_bytes().decode("utf-8")
    if mixed:
        text = peppered(text, random.Random(name))
    cleaned = Pipeline.from_preset("web").run(text)
    assert cleaned.changes
    diff = "".join(unified("page", in_stream(Document(text), cleaned))).encode()
    page = tmp_path / "page"
    page.write_bytes(text.encode())
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent), "GIT_CONFIG_GLOBAL": os.devnull}

    def run(*command: str) -> None:
        subprocess.run(command, input=diff, cwd=tmp_path, env=environment, check=True, timeout=60)

    run("patch", "--binary", "--silent", "--output", "patched", "page")
    assert (tmp_path / "patched").read_bytes() == cleaned.text.encode()
    run("git", "apply", "-p0", "--whitespace=nowarn", "-")
    assert page.read_bytes() == cleaned.text.encode()
