"""Imports point one way, and importing the package costs next to nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"

#: From the ground up; a module may import from its own layer and from those above it in this list. The longest prefix
#: of a module's dotted name decides.
LAYERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("values", ("edit", "filter", "settings", "errors", "patterns")),
    ("algebra of edits", ("changes", "positions", "cleaned")),
    ("knowledge", ("vietnamese", "lm", "boilerplate", "decoding", "protected")),
    ("filters", ("filters",)),
    ("assembly", ("registry", "presets")),
    (
        "engine",
        (
            "policy",
            "pipeline",
            "unmarked",
            "line_endings",
            "wire",
            "documents",
            "config",
            "parallel",
            "batches",
            "catalogue",
        ),
    ),
    ("package", ("",)),
    ("faces", ("render", "cli", "__main__", "integrations", "lsp")),
)
HEAVY = ("numpy", "click", "rich", "ftfy", "unidecode", "trafilatura")


def layer(module: str) -> int:
    """The place in LAYERS of a module named relative to the package."""
    ranks = {name: rank for rank, (_, members) in enumerate(LAYERS) for name in members}
    parts = module.split(".") if module else []
    for length in range(len(parts), 0, -1):
        if ".".join(parts[:length]) in ranks:
            return ranks[".".join(parts[:length])]
    if parts:
        pytest.fail(f"say in LAYERS where vntextclean.{module} belongs")
    return ranks[""]


def modules() -> list[tuple[str, Path]]:
    """Every module of the package, named relative to it."""
    found = []
    for path in sorted((SOURCE / "vntextclean").rglob("*.py")):
        parts = path.relative_to(SOURCE / "vntextclean").with_suffix("").parts
        found.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return found


def imports(path: Path) -> set[str]:
    """What a module imports of the package, in functions too, named relative to it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            head, _, rest = name.partition(".")
            if head == "vntextclean":
                found.add(_module(rest))
    return found


def _module(name: str) -> str:
    """The module part of "module.object", "" for what the package itself offers."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        at = SOURCE.joinpath("vntextclean", *parts[:length])
        if at.with_suffix(".py").exists() or (at / "__init__.py").exists():
            return ".".join(parts[:length])
    return ""


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda value: value if isinstance(value, str) else "")
def test_imports_point_one_way(module: str, path: Path) -> None:
    upward = {other for other in imports(path) if layer(other) > layer(module)}
    assert not upward


def test_filters_do_not_import_each_other() -> None:
    for module, path in modules():
        if module.startswith("filters."):
            others = {other for other in imports(path) if other.startswith("filters.") and other != module}
            assert not others, f"{module} imports {others}"


def fresh(code: str) -> str:
    """What a fresh interpreter prints for this code."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def loaded(code: str, names: tuple[str, ...] = HEAVY) -> list[str]:
    """Which of the named modules a fresh interpreter has loaded after this code."""
    return fresh(f"{code}\nprint('\\n' + ' '.join(n for n in {names!r} if n in sys.modules))").splitlines()[-1].split()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import vntextclean; vntextclean.clean; vntextclean.restore; vntextclean.Pipeline") == []


def test_cleaning_clean_text_without_marks_loads_neither_click_nor_rich() -> None:
    assert loaded("import vntextclean; vntextclean.clean('Hà Nội, ngày 5 tháng 3.')", ("click", "rich")) == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["clean", "--help"], ["diff", "-h"]])
def test_help_starts_neither_numpy_nor_the_model(arguments: list[str]) -> None:
    code = (
        f"sys.argv = ['vntextclean', *{arguments!r}]\nfrom vntextclean.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert loaded(code, ("numpy", "ftfy", "vntextclean.lm.model")) == []


def test_the_import_takes_less_than_twice_that_of_click() -> None:
    def seconds(module: str) -> float:
        code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        return min(float(fresh(code)) for _ in range(5))

    assert seconds("vntextclean") < 2 * seconds("click")
