"""Configuration files become settings: ``vntextclean.toml``, or ``[tool.vntextclean]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from vntextclean.bounded import whole
from vntextclean.errors import ConfigError
from vntextclean.formats.catalogue import FORMS
from vntextclean.nearest import did_you_mean
from vntextclean.pipeline import Pipeline
from vntextclean.presets import preset
from vntextclean.registry import build
from vntextclean.settings import Settings
from vntextclean.streams.documents import splitter

#: The files looked for, in each directory from the current one upwards; the first one found counts.
OWN = "vntextclean.toml"
SHARED = "pyproject.toml"
TABLE = "tool.vntextclean"


def find(directory: Path) -> Path | None:
    """The configuration that holds for a directory: the nearest one, not beyond the root of a repository."""
    for place in (directory, *directory.parents):
        if (place / OWN).is_file():
            return place / OWN
        shared = place / SHARED
        if shared.is_file() and _has_table(shared):
            return shared
        if (place / ".git").exists():
            break
    return None


def _has_table(shared: Path) -> bool:
    """Whether a ``pyproject.toml`` has a table for us, however it is written; a broken file that names it counts."""
    data = whole(shared)
    if b"vntextclean" not in data:
        return False  # no need of a parser
    try:
        return "vntextclean" in _parsed(data.decode("utf-8-sig")).get("tool", {})
    except (ValueError, RecursionError):
        return TABLE.encode() in data


def _parsed(text: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    return tomllib.loads(text)


def load(path: Path) -> dict[str, Any]:
    """The options of a configuration file, by field of :class:`~vntextclean.settings.Settings` and of the command line.

    Every error names the file, the line and the key. Paths in it count from its directory.
    """
    try:
        text = whole(path).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; give a file that can be read, or --no-config") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8, at byte {error.start}") from None
    try:
        table = _parsed(text)
    except ValueError as error:
        raise ConfigError(f"{path}: {_by_line(str(error))}") from None
    except RecursionError:
        raise ConfigError(f"{path}: nested too deeply to be read; write lists of words and tables of keys") from None
    shared = path.name == SHARED
    if shared:
        table = table.get("tool", {}).get("vntextclean", {})
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: [{TABLE}] must be a table")
    options: dict[str, Any] = {}
    for key, value in table.items():
        try:
            field, read = _known(key)
            made = read(value, path.parent)
            options[field] = made
        except (ValueError, ConfigError) as error:
            raise ConfigError(f"{path}:{_line_of(text, key, shared)}: {key}: {error}") from None
    return options


def words(path: Path) -> frozenset[str]:
    """A word list: one word or phrase a line; blank lines and those that begin with ``#`` do not count."""
    try:
        lines = whole(path).decode("utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; give a word list that can be read") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8, at byte {error.start}") from None
    return frozenset(word for line in lines if (word := line.strip()) and not word.startswith("#"))


def _text(value: Any, _: Path) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be a string, not {_kind(value)}")
    return value


def _one_of(*known: str) -> Callable[[Any, Path], str]:
    def read(value: Any, directory: Path) -> str:
        if _text(value, directory) not in known:
            raise ValueError(f"{value!r} is no choice{did_you_mean(value, known)}")
        return str(value)

    return read


def _texts(value: Any, _: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError('must be a list of strings, as in ["a", "b"]')
    return tuple(value)


def _filters(value: Any, directory: Path) -> tuple[str, ...]:
    """Names of filters, refused here while their place in the file is known."""
    named = _texts(value, directory)
    build((name.removeprefix("+") for name in named), Settings())
    return named


def _rules(value: Any, directory: Path) -> tuple[str, ...]:
    """Codes of rules or filters, refused here while their place in the file is known."""
    codes = _texts(value, directory)
    if codes:
        Pipeline(Settings(filters=tuple({code.partition(".")[0] for code in codes}), select=codes))
    return codes


def _share(value: Any, _: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(f"must be a number from 0 to 1, not {value!r}")
    return float(value)


def _whole(value: Any, _: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"must be a whole number from 0 on (0: all cores), not {value!r}")
    return value


def _path(value: Any, directory: Path) -> str:
    return str(directory / _text(value, directory))


def _keep(value: Any, directory: Path) -> frozenset[str]:
    """Words as a list, or the path of a word list as a string."""
    if isinstance(value, str):
        return words(directory / value)
    return frozenset(_texts(value, directory))


def _patterns(value: Any, directory: Path) -> tuple[tuple[str, Path], ...]:
    """Patterns as in .gitignore, which count from the directory of the file."""
    return tuple((pattern, directory) for pattern in _texts(value, directory))


def _preset(value: Any, directory: Path) -> str:
    preset(_text(value, directory))
    return str(value)


def _switch(value: Any, directory: Path) -> bool:
    del directory
    if not isinstance(value, bool):
        raise ValueError(f"{_kind(value)}, not true or false")
    return value


def _documents(value: Any, directory: Path) -> str:
    splitter(_text(value, directory))
    return str(value)


#: Key in the file -> (option, reader of its value). Keys are the long options of the command line.
KEYS: Mapping[str, tuple[str, Callable[[Any, Path], Any]]] = {
    "preset": ("preset", _preset),
    "filter": ("filters", _filters),
    "select": ("select", _rules),
    "ignore": ("ignore", _rules),
    "keep": ("keep", _keep),
    "min-confidence": ("min_confidence", _share),
    "lang": ("lang", _one_of("en", "vi")),
    "tone-style": ("tone_style", _one_of("keep", "old", "new")),
    "model": ("model", _path),
    "boilerplate": ("boilerplate", _path),
    "exclude": ("exclude", _patterns),
    "include": ("include", _patterns),
    "documents": ("documents", _documents),
    "input": ("input", _one_of("auto", *FORMS)),
    "output": ("output", _one_of("text", "html")),
    "main-text": ("main_text", _switch),
    "encoding": ("encoding", _text),
    "errors": ("errors", _one_of("strict", "replace", "keep")),
    "jobs": ("jobs", _whole),
}


def _kind(value: Any) -> str:
    kinds = {bool: "a truth value", str: "a text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), type(value).__name__)


def _known(key: str) -> tuple[str, Callable[[Any, Path], Any]]:
    """What a key sets and how it is read; an unknown one is told the nearest."""
    if key in KEYS:
        return KEYS[key]
    raise ValueError(f"unknown key{did_you_mean(key.replace('_', '-'), KEYS)}")


def _line_of(text: str, key: str, shared: bool) -> int:
    """The line a key stands on, for the message: the parser does not keep it."""
    start = 0
    quoted = re.escape(key)
    place = rf"""^[ \t]*(?:\[.*\b)?["']?{quoted}["']?\s*[=.\]]"""
    if shared:
        heading = re.search(rf"^\s*\[\s*{re.escape(TABLE)}[\s\].]", text, re.MULTILINE)
        if heading is None:  # an inline table, or a dotted key
            heading = re.search(r"^[^#\n]*\bvntextclean\s*[=.]", text, re.MULTILINE)
            place = rf"""(?<![\w-]){quoted}["']?\s*[=.]"""
        start = heading.start() if heading else 0
    found = re.compile(place, re.MULTILINE).search(text, start)
    return text.count("\n", 0, found.start() if found else start) + 1


def _by_line(message: str) -> str:
    """A message of the TOML parser, its place first."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message)
    if not found:
        return message
    hint = "correct it: strings stand in quotes, lists in brackets"
    return f"line {found[2]}, column {found[3]}: no TOML: {found[1]}; {hint}"
