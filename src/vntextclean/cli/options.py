"""The options that verbs share, and how they are settled: the command line first, then the configuration file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from vntextclean.errors import ConfigError
from vntextclean.presets import PRESETS, preset
from vntextclean.registry import names, plugins
from vntextclean.settings import Settings
from vntextclean.streams.decoding import Errors
from vntextclean.streams.documents import splitter

Command = TypeVar("Command", bound=Callable[..., Any])

_INPUT: tuple[Callable[[Any], Any], ...] = (
    click.argument("files", nargs=-1, metavar="[FILE|DIRECTORY|-]...", type=click.Path(readable=False)),
    click.option("--files-from", metavar="FILE|-", help="Read the names of files from FILE, one a line."),
    click.option(
        "-0", "--null", is_flag=True, help="The names in --files-from end in NUL, as `find -print0` has them."
    ),
    click.option(
        "--documents",
        metavar="KIND",
        help="What one document is: file (default), line, jsonl:FIELD or separator:REGEX (a line that matches).",
    ),
    click.option(
        "--input",
        type=click.Choice(["auto", "text", "html"]),
        help="What is read: text, the text of HTML pages, or what it looks like (default).",
    ),
    click.option("--encoding", metavar="NAME", help="The encoding of the input, such as tcvn3; else it is recognised."),
    click.option(
        "--errors",
        type=click.Choice(["strict", "replace", "keep"]),
        help="Bytes that are no text: refuse the file (strict, default), put U+FFFD, or keep them.",
    ),
    click.option("--config", type=click.Path(), metavar="FILE", help="Read this configuration file, and no other."),
    click.option("--no-config", is_flag=True, help="Read no configuration file."),
    click.option("--model", metavar="FILE", help="Use another language model."),
    click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Clean in N processes."),
    click.option(
        "--line-buffered", is_flag=True, help="Write each document at once; documents are lines if not said otherwise."
    ),
    click.option("-v", "--verbose", is_flag=True, help="Show everything: all that a diff sums up."),
    click.option("--stats", is_flag=True, help="Print counts by rule on standard error, as JSON."),
)

_REPAIRS: tuple[Callable[[Any], Any], ...] = (
    click.option("-p", "--preset", type=click.Choice(list(PRESETS)), help="Which filters run (default: web)."),
    click.option(
        "--filter",
        "filters",
        multiple=True,
        metavar="NAME",
        help="Run this filter only, or with +NAME this one too; repeatable.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULE[,RULE]...",
        help="Make only repairs of these rules or filters; repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULE[,RULE]...",
        help="Make no repairs of these rules or filters; repeatable.",
    ),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Make a repair if it is this sure (default: 0.98); less sure ones are suggestions.",
    ),
    click.option(
        "--keep", multiple=True, metavar="FILE|WORD", help="Leave a word, or the words of a file, as they are."
    ),
    click.option(
        "--tone-style",
        type=click.Choice(["keep", "old", "new"]),
        help="Write hòa (old), hoà (new), or as it is (keep).",
    ),
    click.option("--boilerplate", metavar="FILE", help="A table of learned page furniture."),
    click.option("--lang", type=click.Choice(["en", "vi"]), help="The language of the reasons (default: en)."),
)


def inputs(command: Command) -> Command:
    """Give a verb FILE arguments and the options that say how to read them."""
    return _with(_INPUT, command)


def repairs(command: Command) -> Command:
    """Give a verb the options that choose repairs."""
    return _with(_REPAIRS, command)


def _with(options: tuple[Callable[[Any], Any], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, settled: the settings of the pipeline, and how to read and report."""

    settings: Settings
    files: tuple[str, ...] = ()
    files_from: str | None = None
    null: bool = False
    documents: str = "file"
    input: Literal["auto", "text", "html"] = "auto"
    encoding: str | None = None
    errors: Errors = "strict"
    jobs: int = 1
    line_buffered: bool = False
    stats: bool = False
    verbose: bool = False
    in_place: bool = False  # --write: what is no regular file is refused before it is read


def settle(given: dict[str, Any]) -> Options:
    """Options from the command line, where silent from the configuration file, where silent from the defaults."""
    asked = {name: value for name, value in given.items() if value not in (None, ()) and value is not False}
    for option in ("select", "ignore"):
        if option in asked:
            asked[option] = tuple(code.strip() for value in asked[option] for code in value.split(","))
    if "keep" in asked:
        asked["keep"] = _kept(asked["keep"])
    found = _configured(asked.pop("config", None), bool(asked.pop("no_config", False)))
    if "keep" in found:
        asked["keep"] = found["keep"] | asked.get("keep", frozenset())
    merged = {**found, **asked}
    if merged.get("line_buffered"):
        merged.setdefault("documents", "line")
    merged["filters"] = _filters(merged)
    of_pipeline = {field.name for field in fields(Settings)}
    settings = Settings(**{name: value for name, value in merged.items() if name in of_pipeline})
    options = Options(settings, **{name: value for name, value in merged.items() if name not in of_pipeline})
    splitter(options.documents)  # refuses what is no kind of document before anything is read
    return options


def _filters(given: dict[str, Any]) -> tuple[str, ...]:
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


def _configured(path: str | None, no_config: bool) -> dict[str, Any]:
    if no_config:
        return {}
    if path is not None:
        from vntextclean import config

        return config.load(Path(path))
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise ConfigError("the current directory is gone; change to one that exists") from None
    if not any((place / name).is_file() for place in (here, *here.parents) for name in _CONFIG_FILES):
        return {}  # the usual case, decided without the TOML parser
    from vntextclean import config

    found = config.find(here)
    return config.load(found) if found else {}


_CONFIG_FILES = ("vntextclean.toml", "pyproject.toml")


def _kept(values: tuple[str, ...]) -> frozenset[str]:
    """Words given as such, or in files: what names a file is a file."""
    kept: set[str] = set()
    for value in values:
        path = Path(value)
        if path.is_file():
            from vntextclean.config import words

            kept |= words(path)
        elif path.suffix == ".txt" or "/" in value:
            raise ConfigError(f"--keep {value}: there is no such file")
        else:
            kept.add(value)
    return frozenset(kept)
