"""What is released: a wheel and a source distribution that install offline, need no compiler, and run from anywhere."""

from __future__ import annotations

import email
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
#: What a wheel may weigh, as uploaded.
MIB = 30
#: Each extra, with what it must bring along.
EXTRAS = {
    "html": {"trafilatura", "lxml-html-clean"},
    "lsp": {"pygls"},
    "parquet": {"pyarrow"},
    "review": {"textual"},
}


def run(*command: str | Path, cwd: Path | None = None, said: str = "", **environment: str) -> str:
    """What a command prints; its errors are shown if it fails."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**inherited, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def python_of(place: Path, *pip: str) -> Path:
    """The Python of a new virtual environment, with the pip asked for."""
    run(sys.executable, "-m", "venv", place)
    python = place / "bin" / "python"
    if pip:
        run(python, "-m", "pip", "install", "-q", *pip)
    return python


def cleans(program: Path, elsewhere: Path) -> None:
    """The installed program works in a directory that has nothing to do with the checkout."""
    assert (
        run(program, "clean", cwd=elsewhere, said="Môt buổi tọa đàm về  dân chủ.\n") == "Một buổi tọa đàm về dân chủ.\n"
    )


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that would be uploaded."""
    made = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", made, ROOT)  # the wheel is made from the source distribution
    return made


@pytest.fixture(scope="session")
def wheel(released: Path) -> Path:
    (found,) = released.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def source(released: Path) -> Path:
    (found,) = released.glob("*.tar.gz")
    return found


@pytest.fixture(scope="session")
def offline(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Sequence[str]:
    """Options of pip by which everything comes from one folder, and nothing from the network."""
    house = tmp_path_factory.mktemp("wheels")
    run(sys.executable, "-m", "pip", "download", "-q", "--dest", house, wheel, "hatchling")
    return ("--no-index", "--find-links", str(house))


def test_the_descriptions_are_valid(wheel: Path, source: Path) -> None:
    run(sys.executable, "-m", "twine", "check", "--strict", wheel, source)


def test_the_wheel_holds_what_runs_and_no_more(wheel: Path) -> None:
    assert wheel.stat().st_size < MIB * 2**20
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        top = {name.split("/")[0] for name in names}
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        about = email.message_from_bytes(archive.read(metadata))
    assert {"vntextclean/py.typed", "vntextclean/lm/data/vi.vnlm", "vntextclean/lm/data/CARD.md"} <= names
    assert any(name.endswith(".data/data/share/man/man1/vntextclean.1") for name in names)
    assert {name for name in top if not name.startswith("vntextclean")} == set()
    assert not [name for name in names if name.endswith((".c", ".h", ".pyc"))]
    assert about["License-Expression"] == "MIT" and any("/LICENSE" in name for name in names)
    compiled = any("/_kernel" in name for name in names)
    assert compiled != wheel.name.endswith("-py3-none-any.whl"), "it is tagged for what it does not hold"


def test_the_source_distribution_holds_the_project_and_nothing_beside_it(source: Path) -> None:
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "SECURITY.md", "justfile"} <= names
    assert any(name.endswith(".c") for name in names) and "docs/vntextclean.1" in names
    assert not [
        name for name in names if name.startswith(("build/", "shared", ".git/", "dist/")) or name.endswith(".so")
    ]


def test_the_source_distribution_installs_without_a_compiler_and_without_the_network(
    source: Path, offline: Sequence[str], tmp_path: Path
) -> None:
    python = python_of(tmp_path / "venv")
    run(python, "-m", "pip", "install", "-q", *offline, source, CC="/nonexistent")
    cleans(python.parent / "vntextclean", tmp_path)
    where = run(python, "-c", "import vntextclean.lm as lm; print(*lm.__path__)", cwd=tmp_path)
    assert not list(Path(where.strip()).glob("_kernel*"))


def test_the_wheel_runs_from_anywhere_and_is_its_manual_page_with_it(
    wheel: Path, offline: Sequence[str], tmp_path: Path
) -> None:
    python = python_of(tmp_path / "venv")
    run(python, "-m", "pip", "install", "-q", *offline, wheel)
    run(python, "-m", "pip", "check")
    program = python.parent / "vntextclean"
    for place in (Path("/"), tmp_path):
        cleans(program, place)
    assert (tmp_path / "venv" / "share" / "man" / "man1" / "vntextclean.1").is_file()
    for shell in ("bash", "zsh", "fish"):
        assert "vntextclean" in run(program, cwd=tmp_path, _VNTEXTCLEAN_COMPLETE=f"{shell}_source")


def test_uv_installs_it_as_a_tool(wheel: Path, offline: Sequence[str], tmp_path: Path) -> None:
    places = {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    cache = str(tmp_path / "cache")
    run(sys.executable, "-m", "uv", "tool", "install", "--offline", "--python", sys.executable, "--cache-dir", cache,
        *offline, wheel, **places)  # fmt: skip
    cleans(tmp_path / "bin" / "vntextclean", tmp_path)


def test_pipx_installs_it_as_a_tool(wheel: Path, offline: Sequence[str], tmp_path: Path) -> None:
    places = {"PIPX_HOME": str(tmp_path / "home"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    run(sys.executable, "-m", "pipx", "install", "--python", sys.executable, f"--pip-args={' '.join(offline)}", wheel,
        **places)  # fmt: skip
    cleans(tmp_path / "bin" / "vntextclean", tmp_path)


def test_the_workflows_are_what_github_reads() -> None:
    found = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert {one.name for one in found} >= {"ci.yml", "release.yml"}
    run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *found)


def test_without_a_compiler_the_wheel_is_pure_and_the_same_but_for_the_kernel(wheel: Path, tmp_path: Path) -> None:
    """The same Python files are in both; the kernel alone is more."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT, CC="/nonexistent")
    (pure,) = tmp_path.glob("*-py3-none-any.whl")
    with zipfile.ZipFile(pure) as one, zipfile.ZipFile(wheel) as other:
        more = set(other.namelist()) - set(one.namelist())
    assert all("/_kernel" in name for name in more)


@pytest.mark.parametrize("pip", ["pip<24", "pip"])
def test_every_extra_can_be_resolved_by_old_and_new_pip(pip: str, wheel: Path, tmp_path: Path) -> None:
    """Old versions of pip pass over an extra of an extra (``lxml[html_clean]``), without a word."""
    python = python_of(tmp_path / "venv", "--upgrade", pip)
    report = tmp_path / "report.json"
    wanted = f"{wheel}[{','.join(EXTRAS)}]"
    run(python, "-m", "pip", "install", "-q", "--dry-run", "--ignore-installed", "--report", report, wanted)
    found = json.loads(report.read_text(encoding="utf-8"))["install"]
    names = {one["metadata"]["name"].lower().replace("_", "-") for one in found}
    for extra, needs in EXTRAS.items():
        assert needs <= names, extra
