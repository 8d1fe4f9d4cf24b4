"""Change modules in many small ways, and list the changes that no test notices: what the tests do not hold.

    python -m benchmarks.mutants                          the engine: changes, cleaned, policy, pipeline, …
    python -m benchmarks.mutants filters --sample 12      twelve mutants of every module of the filters, drawn at random
    python -m benchmarks.mutants filters --draw 60 --seed 2    sixty of all its mutants together, and others than before
    python -m benchmarks.mutants wire --tests tests/test_wire.py tests/cli/test_review.py

A mutant is one module with one comparison, operator, condition or constant changed. Its tests are those of its
room, the nearest first: the doctests of the module and the file of `tests` that bears its name, the table of cases of
its filter, the whole folder of the filter, and what becomes of the samples. They run on a copy of the checkout, in a
process of their own that is forked with pytest loaded, and stop at the first failure; where numpy code stands beside
the kernel, once more without the kernel. A survivor is a missing test, a piece of code that does nothing, or a change
that cannot be told from the original; read it and say which. Docstrings, messages, assertions and annotations are left
alone.
"""

from __future__ import annotations

import argparse
import ast
import copy
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice, starmap
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import ftfy  # noqa: F401  what every test loads is loaded once, before the processes part
import hypothesis
import numpy as np  # noqa: F401
import pytest
import rich  # noqa: F401

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "vntextclean"
ENGINE = (
    "changes", "cleaned", "edit", "engine.draft", "engine.line_endings", "engine.policy", "filter", "frame", "pipeline",
    "positions", "protected", "settings", "text_state",
)  # fmt: skip
SAMPLES = "tests/test_snapshots.py"
#: The tests of the engine that follow those of a module's own name.
TESTS = (
    "tests/test_changes.py", "tests/engine/test_policy.py", "tests/engine/test_policy_borders.py",
    "tests/test_protected.py", "tests/test_cleaned.py", "tests/test_settings.py", "tests/engine/test_line_endings.py",
    "tests/test_pipeline.py", "tests/test_wire.py", "tests/engine/test_rounds.py", "tests/test_plugins.py", SAMPLES,
)  # fmt: skip
#: What else tests a module of the engine.
ELSEWHERE = {
    "changes": ["tests/property/test_changes.py"],
    "cleaned": ["tests/property/test_changes.py", "tests/render"],
    "engine.draft": ["tests/engine", "tests/formats/test_kept.py"],
    "engine.policy": ["tests/engine", "tests/test_nested_keys.py"],
    "frame": ["tests/formats/test_structure.py"],
    "pipeline": ["tests/engine", "tests/formats/test_kept.py"],
    "positions": ["tests/lsp"],
}
#: A mutant that loops for ever counts as noticed after so many seconds of the processor in one run of pytest, whatever
#: else runs beside it: in the tests of its name (three at most without a change), and in others (twenty at most).
PATIENCE, LONGER = 8, 60
#: hypothesis is loaded before pytest could rewrite its plug-in, which pytest warns of.
OPTIONS = (
    "-x", "-q", "-p", "no:cacheprovider", "--no-header", "-W", "ignore::pytest.PytestAssertRewriteWarning",
    "--hypothesis-profile=mutants",
)  # fmt: skip
#: The same examples every time, and none made smaller: that a law is broken is enough.
hypothesis.settings.register_profile(
    "mutants",
    deadline=None,
    derandomize=True,
    database=None,
    phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
)

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


class Trial(NamedTuple):
    """A mutant under test: whether without the kernel, in which copy of the checkout, and the file's own bytes."""

    mutant: Mutant
    pure: bool
    place: Path
    original: bytes


def main() -> None:
    """Make the mutants, run the tests on each, print the survivors and the count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", default=ENGINE, help="modules or packages of vntextclean, by dotted name")
    parser.add_argument("--tests", nargs="+", help="what pytest runs (default: the tests of the room of each module)")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--sample", type=int, metavar="N", help="draw N mutants of each module")
    parser.add_argument("--draw", type=int, metavar="N", help="draw N of the mutants of all modules together")
    parser.add_argument("--seed", type=int, default=0, help="which are drawn: the same seed draws the same ones again")
    parser.add_argument("--trust", action="store_true", help="do not try the tests without any change first")
    given = parser.parse_args()
    made = drawn([module for name in given.modules for module in modules(name)], given.sample, given.draw, given.seed)
    counts = Counter(mutant.module for mutant in made)
    survivors: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        places = [_copied(Path(folder, str(number))) for number in range(given.jobs)]
        runs = {module: [given.tests] if given.tests else rooms(module) for module in counts}
        sound = [] if given.trust else [_unchanged(module) for module in counts]
        passing = {mutant.module for mutant in _surviving(sound, places, _each_once(runs))}
        if failing := {mutant.module for mutant in sound} - passing:
            parser.error(f"the tests fail without any change: {', '.join(sorted(failing))}. Mend them first.")
        for mutant in _surviving(made, places, runs):
            survivors[mutant.module] += 1
            print(f"{mutant.module}.py:{mutant.line}: {mutant.what}", flush=True)
    for module, count in counts.items():
        noticed = count - survivors[module]
        print(f"{module}: {noticed} of {count} mutants noticed, {noticed / count:.0%}")
    noticed = len(made) - survivors.total()
    print(f"together: {noticed} of {len(made)}, {noticed / max(len(made), 1):.0%}")


def modules(name: str) -> list[str]:
    """The module of a dotted name, or all modules of a package.

    >>> modules("engine.policy")
    ['engine.policy']
    >>> "filters.lookalikes.line" in modules("filters.lookalikes")
    True
    """
    place = PACKAGE.joinpath(*name.split("."))
    if place.with_suffix(".py").exists():
        return [name]
    return [".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in sorted(place.rglob("*.py"))]


def rooms(module: str) -> list[list[str]]:
    """The runs of pytest that test a module, the nearest first.

    What the file of its own name lets pass is often seen by that of a neighbour; a survivor passes them all.

    >>> for run in rooms("filters.run_ons.weigh"):
    ...     print(*run)
    src/vntextclean/filters/run_ons/weigh.py tests/filters/run_ons/test_weigh.py
    tests/test_cases.py -k run-ons
    tests/filters/run_ons tests/test_snapshots.py
    """
    alone = f"src/vntextclean/{module.replace('.', '/')}.py"
    if module in ENGINE:
        of_its_name = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob(f"tests/test_{module}*.py"))
        return [run for run in ([alone, *of_its_name], [*TESTS], ELSEWHERE.get(module, [])) if run]
    if not module.startswith("filters."):
        return [[alone, *_nearest(module)]]
    parts = module.split(".")
    own, folder = "/".join(("tests", *parts[:-1], f"test_{parts[-1]}.py")), f"tests/filters/{parts[1]}"
    return [
        [alone, *([own] if (ROOT / own).exists() else [])],
        ["tests/test_cases.py", "-k", parts[1].replace("_", "-")],
        [*([folder] if (ROOT / folder).exists() else []), SAMPLES],
    ]


def _nearest(module: str) -> list[str]:
    """The test file of the module, else the innermost file or folder of `tests` that bears a name of its packages."""
    parts = module.split(".")
    for depth in range(len(parts), 0, -1):
        place = ROOT.joinpath("tests", *parts[:depth])
        alone = place.with_name(f"test_{place.name}.py")
        found = [path for path in (alone, place) if path.exists()]
        if found:
            return [str(path.relative_to(ROOT)) for path in found]
    return []


def _unchanged(module: str) -> Mutant:
    return Mutant(module, 0, "nothing", _path(ROOT, module).read_text(encoding="utf-8"))


def _each_once(runs: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    """The same runs for the modules as they are: what several modules have in common is run for the first of them."""
    seen: set[tuple[str, ...]] = set()
    once: dict[str, list[list[str]]] = {}
    for module, given in runs.items():
        once[module] = [run for run in given if tuple(run) not in seen]
        seen.update(map(tuple, given))
    return once


def _surviving(made: list[Mutant], places: list[Path], runs: dict[str, list[list[str]]]) -> Iterator[Mutant]:
    """The mutants that all tests pass, as they are known; one process for each, as many at once as there are places."""
    waiting, free = [(mutant, False) for mutant in reversed(made)], list(places)
    running: dict[ForkProcess, Trial] = {}
    fork = multiprocessing.get_context("fork")
    while waiting or running:
        while waiting and free:
            (mutant, pure), place = waiting.pop(), free.pop()
            path = _path(place, mutant.module)
            trial = Trial(mutant, pure, place, path.read_bytes())
            path.write_text(mutant.source, encoding="utf-8")
            process = fork.Process(target=_test, args=(place, runs[mutant.module], pure))
            process.start()
            running[process] = trial
        wait([process.sentinel for process in running])
        for process, trial in list(running.items()):
            if process.is_alive():
                continue
            process.join()
            del running[process]
            _path(trial.place, trial.mutant.module).write_bytes(trial.original)
            free.append(trial.place)
            if process.exitcode == 0 and not trial.pure and "kernel.native" in trial.mutant.source:
                waiting.append((trial.mutant, True))
            elif process.exitcode == 0:
                yield trial.mutant


def _test(place: Path, runs: list[list[str]], pure: bool) -> None:
    """Run the tests in a copy of the checkout, and end the process with 0 where all of them pass."""
    import resource  # only where a process can be forked

    os.chdir(place)
    os.environ["PYTHONPATH"] = str(place / "src")
    sys.path.insert(0, str(place / "src"))
    sys.dont_write_bytecode = True
    if pure:
        os.environ["VNTEXTCLEAN_NATIVE"] = "0"
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        for number, run in enumerate(runs):
            patience = PATIENCE if number == 0 and len(runs) > 1 else LONGER
            given = [
                argument
                for argument in run
                if argument.startswith("-") or "/" not in argument or Path(argument).exists()
            ]
            used = resource.getrusage(resource.RUSAGE_SELF)
            resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + patience, -1))
            code = pytest.main([*OPTIONS, f"--rootdir={place}", *given])
            if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
                os._exit(1)
    os._exit(0)


def _path(place: Path, module: str) -> Path:
    return place.joinpath("src", "vntextclean", *module.split(".")).with_suffix(".py")


def drawn(names: list[str], each: int | None, together: int | None, seed: int) -> list[Mutant]:
    """Every small change of these modules, or so many drawn at random: of each module, or of all of them together."""
    pools = [[(module, index, what) for index, what in _places(module)] for module in names]
    for module, pool in zip(names, pools, strict=True):
        random.Random(f"{module} {seed}").shuffle(pool)
    if together is not None:
        pools = [[place for pool in pools for place in pool]]
        random.Random(seed).shuffle(pools[0])
    count = each if together is None else together
    made = [mutant for pool in pools for mutant in islice(filter(None, starmap(_mutant, pool)), count)]
    return sorted(made, key=lambda mutant: (names.index(mutant.module), mutant.line))


def _places(module: str) -> Iterator[tuple[int, str]]:
    """Where a module can be changed, by the number of the node, and how."""
    for index, node in enumerate(_code(_tree(module))):
        for what in _changes(node):
            yield index, what


def _mutant(module: str, index: int, what: str) -> Mutant | None:
    """The module with one change, or nothing where the change leaves it as it is."""
    changed = copy.deepcopy(_tree(module))
    node = next(islice(_code(changed), index, None))
    before = ast.unparse(node)
    _change(node, what)
    after = ast.unparse(node)
    told = " ".join(f"{before[:70]}  ->  {after[:70]}".split("\n"))
    return Mutant(module, getattr(node, "lineno", 0), told, ast.unparse(changed)) if after != before else None


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_path(ROOT, module).read_text(encoding="utf-8"))


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that say what is done: no annotations, docstrings, messages or type checks."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, (ast.Raise, ast.Assert, ast.JoinedStr)):
                continue
            if isinstance(child, ast.keyword) and child.arg == "strict":  # states what is so, as an assertion does
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


if __name__ == "__main__":
    main()
