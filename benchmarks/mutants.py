"""Change modules in many small ways, and list the changes that no test notices: what the tests do not hold.

    python -m benchmarks.mutants                          the engine: changes, cleaned, policy, pipeline, …
    python -m benchmarks.mutants wire --tests tests/test_wire.py tests/cli/test_review.py

A mutant is one module with one comparison, operator, condition or constant changed. The tests run on a copy of the
checkout, a process for each mutant, and stop at the first failure. A survivor is a missing test, a piece of code that
does nothing, or a change that cannot be told from the original; read it and say which. Docstrings, messages and
annotations are left alone.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
ENGINE = ("changes", "cleaned", "policy", "pipeline", "line_endings", "batches", "settings", "protected")
#: The tests of the engine, the quickest and most telling first.
TESTS = (
    "tests/test_changes.py", "tests/test_cleaned.py", "tests/test_policy.py", "tests/test_policy_borders.py",
    "tests/test_pipeline.py", "tests/test_settings.py", "tests/test_batches.py", "tests/test_protected.py",
    "tests/test_wire.py", "tests/test_snapshots.py",
)  # fmt: skip
#: A mutant that loops for ever counts as noticed after so many seconds.
PATIENCE = 120

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift,
}  # fmt: skip


class Mutant(NamedTuple):
    """A changed module: which, where, what, and its source."""

    module: str
    line: int
    what: str
    source: str


def main() -> None:
    """Make the mutants, run the tests on each, print the survivors and the count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", default=ENGINE, help="modules of vntextclean, by dotted name")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="what pytest runs")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try every Nth mutant only")
    given = parser.parse_args()
    made = [mutant for module in given.modules for mutant in mutants(module)][:: given.every]
    tests = [test for test in given.tests if (ROOT / test).exists()]
    survivors: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(given.jobs):
            copies.put(_copied(Path(folder, str(number))))
        with ThreadPoolExecutor(given.jobs) as pool:
            for mutant, lives in zip(made, pool.map(lambda one: _survives(one, copies, tests), made), strict=True):
                if lives:
                    survivors[mutant.module] += 1
                    print(f"{mutant.module}.py:{mutant.line}: {mutant.what}", flush=True)
    for module, count in Counter(mutant.module for mutant in made).items():
        noticed = count - survivors[module]
        print(f"{module}: {noticed} of {count} mutants noticed, {noticed / count:.0%}")


def mutants(module: str) -> Iterator[Mutant]:
    """Every small change of a module."""
    path = ROOT.joinpath("src", "vntextclean", *module.split(".")).with_suffix(".py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for index, node in enumerate(_code(tree)):
        for what in _changes(node):
            changed = copy.deepcopy(tree)
            other = list(_code(changed))[index]
            before = ast.unparse(node)
            _change(other, what)
            if (after := ast.unparse(other)) != before:
                yield Mutant(
                    module, getattr(node, "lineno", 0), f"{before[:70]}  ->  {after[:70]}", ast.unparse(changed)
                )


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that say what is done: no annotations, docstrings, messages or type checks."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, (ast.Raise, ast.Assert, ast.JoinedStr)):
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            yield child
            yield from _code(child)


def _changes(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
        yield "comparison"
    elif (isinstance(node, ast.BinOp) and type(node.op) in OPERATORS) or (
        isinstance(node, ast.AugAssign) and type(node.op) in OPERATORS
    ):
        yield "operator"
    elif isinstance(node, ast.BoolOp):
        yield "junction"
        yield "first"
        yield "last"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield "sign"
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        yield "constant"
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield "condition"
    elif isinstance(node, ast.Continue):
        yield "jump"


def _change(node: ast.AST, what: str) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = COMPARISONS[type(node.ops[0])]()
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        node.op = OPERATORS[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        if what == "junction":
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        else:
            del node.values[0 if what == "first" else -1]
    elif isinstance(node, ast.UnaryOp):
        node.op = ast.UAdd() if isinstance(node.op, ast.USub) else node.op
        if isinstance(node.op, ast.Not):
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant):
        assert isinstance(node.value, (int, float))
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        node.test = ast.Constant(False)
    elif isinstance(node, ast.Continue):
        node.__class__ = ast.Pass  # type: ignore[assignment]


def _copied(place: Path) -> Path:
    """The checkout with its compiled kernel, in a place where it may be spoilt."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    kernels = [str(path.relative_to(ROOT)) for path in (ROOT / "src").rglob("_kernel*")]
    for name in [*filter(None, names.split("\0")), *kernels]:
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


def _survives(mutant: Mutant, copies: Queue[Path], tests: list[str]) -> bool:
    place = copies.get()
    path = place.joinpath("src", "vntextclean", *mutant.module.split(".")).with_suffix(".py")
    original = path.read_bytes()
    try:
        path.write_text(mutant.source, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", *tests],
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(place / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        path.write_bytes(original)
        copies.put(place)
    return done.returncode == 0


if __name__ == "__main__":
    main()
