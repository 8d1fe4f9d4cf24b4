"""The pieces that options are settled from: filters, words to keep, and the configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vntextclean.errors import ConfigError
from vntextclean.presets import preset
from vntextclean.registry import names, plugins
from vntextclean.settings import Settings


def filters(given: dict[str, Any]) -> tuple[str, ...]:
    """The filters to run: those named, with a "+" beside those of the preset; none means the preset's.

    Where rules are selected, only their filters need to run, and to select one of a filter that the preset leaves out
    is to ask for that filter.
    """
    named = given.get("filters", ())
    if not named:
        chosen = {code.partition(".")[0] for code in given.get("select", ())}
        known = set(names()) if chosen <= set(names()) else {*names(), *plugins()}
        return tuple(sorted(chosen & known))
    added = tuple(name[1:] for name in named if name.startswith("+"))
    only = tuple(name for name in named if not name.startswith("+"))
    return (*(preset(given.get("preset", Settings().preset)).filters if added else ()), *only, *added)


def configuration(path: str | None, no_config: bool) -> Path | None:
    """The configuration file that counts."""
    if no_config:
        return None
    if path is not None:
        return Path(path)
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise ConfigError("the current directory is gone; change to one that exists") from None
    if not any((place / name).is_file() for place in (here, *here.parents) for name in _FILES):
        return None  # the usual case, decided without the TOML parser
    from vntextclean import config

    return config.find(here)


def loaded(path: Path | None) -> dict[str, Any]:
    """The options of that file; none if there is no file."""
    if path is None:
        return {}
    from vntextclean import config

    return config.load(path)


_FILES = ("vntextclean.toml", "pyproject.toml")


def kept(values: tuple[str, ...]) -> frozenset[str]:
    """Words given as such, or in files: what names a file is a file."""
    found: set[str] = set()
    for value in values:
        path = Path(value)
        if path.is_file():
            from vntextclean.config import words

            found |= words(path)
        elif path.suffix == ".txt" or "/" in value:
            raise ConfigError(f"--keep {value}: there is no such file")
        else:
            found.add(value)
    return frozenset(found)
