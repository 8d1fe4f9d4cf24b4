"""Imports point one way, and filters do not import each other."""

from __future__ import annotations

import ast
import importlib
import importlib.util
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"

#: From the ground up; a module may import from its own layer and from those above it in this list. The longest prefix
#: of a module's dotted name decides.
LAYERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "values",
        (
            "bounded",
            "edit",
            "errors",
            "filter",
            "frame",
            "json_lines",
            "named_tuple",
            "nearest",
            "patterns",
            "settings",
            "text_state",
        ),
    ),
    ("the kernel", ("lm", "lm.kernel")),
    ("algebra of edits", ("changes", "positions", "cleaned")),
    ("the language", ("vietnamese", "protected", "nested_keys")),
    ("what a text may hold", ("scanning",)),
    ("old encodings", ("charsets",)),
    ("bytes to text", ("streams.decoding", "streams.encoding_names", "streams.html")),
    ("the text in documents", ("formats",)),
    ("text to ids", ("lm.text",)),
    ("tables", ("lm.format", "lm.fuse_table", "lm.int4", "lm.calibration")),
    ("n-grams", ("lm.ngrams", "lm.domain", "lm.spelling")),
    ("words", ("lm.vocabulary",)),
    ("the model", ("lm.model",)),
    (
        "questions to the model",
        (
            "lm.bigrams",
            "lm.collocations",
            "lm.disambiguate",
            "lm.perplexity",
            "lm.segmentation",
            "lm.syllables",
            "lm.proofreader",
        ),
    ),
    ("marks for bare text", ("restoration",)),
    ("text that was read wrongly", ("misreadings",)),
    ("filters", ("filters",)),
    ("assembly", ("registry", "presets")),
    ("streams of documents", ("streams",)),
    (
        "engine",
        (
            "config",
            "engine",
            "pipeline",
            "testing",
            "wire",
        ),
    ),
    ("signals of quality", ("signals",)),
    ("package", ("",)),
    ("records of a corpus", ("records",)),
    ("faces", ("wording", "render", "review", "lsp", "integrations", "cli", "__main__")),
)
#: A filter is a room of its own; these alone look into another.
BESIDE: dict[str, set[str]] = {
    "bare_phrases": {"diacritics"},  # what single words are repaired to may settle a phrase
    "diacritics": {"spacing"},  # a repaired word may show that a space beside it was lost
    "run_ons": {"spacing"},  # a repaired word may show that a space beside it was lost
    "split_words": {"spacing"},
    "tone_marks": {"spacing"},
}


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


def test_every_layer_names_modules_that_exist() -> None:
    named = {name for _, members in LAYERS for name in members}
    there = {".".join(module.split(".")[:length]) for module, _ in modules() for length in range(module.count(".") + 2)}
    assert named <= there | {""}


def test_filters_import_each_other_only_as_said() -> None:
    found: dict[str, set[str]] = {}
    for module, path in modules():
        own = module.split(".")[1:2]
        if module.startswith("filters.") and own:
            for other in imports(path):
                if other.startswith("filters.") and other.split(".")[1:2] != own:
                    found.setdefault(own[0], set()).add(other.split(".")[1])
    assert found == BESIDE


def test_no_circle_leads_through_rooms() -> None:
    """A room is a folder; inside a layer too, imports between rooms go one way."""
    arrows: dict[str, set[str]] = {}
    for module, path in modules():
        for other in imports(path):
            a, b = room(module), room(other)
            if a != b:
                arrows.setdefault(a, set()).add(b)
    while True:
        leaves = {name for name in arrows if not arrows[name] & arrows.keys()}
        if not leaves:
            break
        arrows = {name: others for name, others in arrows.items() if name not in leaves}
    assert not arrows


def room(module: str) -> str:
    """The folder of a module, or the module itself where it stands in none."""
    parts = module.split(".")
    return ".".join(parts[:-1]) if len(parts) > 1 and parts[:-1] != ["lm"] and parts[:-1] != ["filters"] else module


def test_what_the_tools_import_is_there() -> None:
    """The tools that build the model need PyTorch and corpora to run, but what they import can be looked up."""
    for path in sorted((SOURCE.parent / "model").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("vntextclean"):
                module = importlib.import_module(node.module)
                for alias in node.names:
                    found = hasattr(module, alias.name) or importlib.util.find_spec(f"{node.module}.{alias.name}")
                    assert found, f"{path}: {node.module} has no {alias.name}"
