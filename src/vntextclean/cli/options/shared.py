"""The options that verbs share, and how they are settled: the command line first, then the configuration file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from vntextclean.cli.options import completion
from vntextclean.cli.options.jobs import Jobs, cores
from vntextclean.cli.options.settling import configuration, filters, kept, loaded
from vntextclean.cli.options.share import Share
from vntextclean.cli.speaking.language import settled, speak
from vntextclean.errors import ConfigError
from vntextclean.formats.catalogue import FORMS
from vntextclean.named_tuple import NamedTuple
from vntextclean.presets import PRESETS
from vntextclean.settings import Settings
from vntextclean.streams.decoding import Errors
from vntextclean.streams.documents import splitter

Command = TypeVar("Command", bound=Callable[..., Any])


_INPUT: tuple[Callable[[Any], Any], ...] = (
    click.argument("files", nargs=-1, metavar="[FILE|DIRECTORY|-]...", type=click.Path(readable=False)),
    click.option(
        "--files-from", type=click.Path(), metavar="FILE|-", help="Read the names of files from FILE, one a line."
    ),
    click.option(
        "-0", "--null", is_flag=True, help="The names in --files-from end in NUL, as `find -print0` has them."
    ),
    click.option(
        "--exclude", multiple=True, metavar="PATTERN", help="Leave out files and directories, as .gitignore names them."
    ),
    click.option(
        "--include", multiple=True, metavar="PATTERN", help="Take these files from directories, whatever their suffix."
    ),
    click.option(
        "--no-gitignore", "gitignore", flag_value=False, default=None, help="Take what a .gitignore names, too."
    ),
    click.option(
        "--documents",
        metavar="KIND",
        shell_complete=completion.documents,
        help="What one document is: file (default), line, jsonl:FIELD or separator:REGEX (a line that matches).",
    ),
    click.option(
        "--input",
        type=click.Choice(["auto", *FORMS]),
        help="What is read: prose (text), or the text in a format; auto (default) goes by the names of files.",
    ),
    click.option(
        "--main-text",
        is_flag=True,
        help="Of HTML read the main text, as trafilatura finds it (extra html), and not all the text.",
    ),
    click.option(
        "--encoding",
        metavar="NAME",
        shell_complete=completion.encodings,
        help="The encoding of the input, such as tcvn3; else it is recognised.",
    ),
    click.option(
        "--errors",
        type=click.Choice(["strict", "replace", "keep"]),
        help="Bytes that are no text: refuse the file (strict, default), put U+FFFD, or keep them.",
    ),
    click.option("--config", type=click.Path(), metavar="FILE", help="Read this configuration file, and no other."),
    click.option("--no-config", is_flag=True, help="Read no configuration file."),
    click.option("--show-settings", is_flag=True, help="Show every setting, its value and its source, and exit."),
    click.option("--model", type=click.Path(), metavar="FILE", help="Use another language model."),
    click.option("-j", "--jobs", type=Jobs(), metavar="N", help="Clean in N processes; 0 or auto: one for each core."),
    click.option(
        "--line-buffered", is_flag=True, help="Write each document at once; documents are lines if not said otherwise."
    ),
    click.option("--lang", type=click.Choice(["en", "vi"]), help="The language of reasons and messages (default: en)."),
    click.option(
        "-v", "--verbose", is_flag=True, help="Say more: which files are skipped and why; all that a diff sums up."
    ),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors (and --stats)."),
    click.option("--stats", is_flag=True, help="Print counts by rule on standard error, as JSON."),
    click.option("--report", type=click.Path(dir_okay=False), metavar="FILE", help="Write these counts to FILE."),
)

_REPAIRS: tuple[Callable[[Any], Any], ...] = (
    click.option("-p", "--preset", type=click.Choice(list(PRESETS)), help="Which filters run (default: web)."),
    click.option(
        "--filter",
        "filters",
        multiple=True,
        metavar="NAME",
        shell_complete=completion.filters,
        help="Run this filter only, or with +NAME this one too; repeatable.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULE[,RULE]...",
        shell_complete=completion.rules,
        help="Make only repairs of these rules or filters; repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULE[,RULE]...",
        shell_complete=completion.rules,
        help="Make no repairs of these rules or filters; repeatable.",
    ),
    click.option(
        "--min-confidence",
        type=Share(),
        metavar="P",
        help="Make a repair if it is this sure (default: 0.98); less sure ones are suggestions.",
    ),
    click.option(
        "--keep",
        type=click.Path(),
        multiple=True,
        metavar="FILE|WORD",
        help="Leave a word, or the words of a file, as they are.",
    ),
    click.option(
        "--tone-style",
        type=click.Choice(["keep", "old", "new"]),
        help="Write hòa (old), hoà (new), or as it is (keep).",
    ),
    click.option("--boilerplate", type=click.Path(), metavar="FILE", help="A table of learned page furniture."),
    click.option(
        "--no-learn", is_flag=True, help="Do not look first at what recurs on the pages of a directory or of a site."
    ),
)


def inputs(command: Command) -> Command:
    """Give a verb FILE arguments and the options that say how to read them."""
    return _with(_INPUT, command)


#: What a verb writes of a page; not for verbs that only read.
as_page = click.option(
    "--output",
    type=click.Choice(["text", "html"]),
    help="What becomes of HTML: its text (default), or the page with its markup as it is.",
)


def repairs(command: Command) -> Command:
    """Give a verb the options that choose repairs."""
    return _with(_REPAIRS, command)


def _with(options: tuple[Callable[[Any], Any], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


class Options(NamedTuple):
    """What the user asked for, settled: the settings of the pipeline, and how to read and report."""

    settings: Settings
    files: tuple[str, ...] = ()
    files_from: str | None = None
    null: bool = False
    exclude: tuple[tuple[str, Path], ...] = ()  # patterns, each with the directory it counts from
    include: tuple[tuple[str, Path], ...] = ()
    gitignore: bool = True
    documents: str = "file"
    input: str = "auto"
    output: Literal["text", "html"] = "text"
    encoding: str | None = None
    errors: Errors = "strict"
    jobs: int = 1
    line_buffered: bool = False
    stats: bool = False
    report: str | None = None  # the file that --stats would be printed to
    no_learn: bool = False
    verbose: bool = False
    quiet: bool = False
    in_place: bool = False  # --write: what is no regular file is refused before it is read
    keep_encoding: bool = False
    main_text: bool = False  # of HTML
    accepted: bool = False  # a .docx is written without tracked changes

    @property
    def counts(self) -> bool:
        """Whether what is done is counted for the user."""
        return self.stats or self.report is not None


def settle(given: dict[str, Any]) -> Options:
    """Options from the command line, where silent from the configuration file, where silent from the defaults."""
    given["in_place"] = given.pop("write", False)
    asked = {
        name: value
        for name, value in given.items()
        if value is not None and value != () and (value is not False or name == "gitignore")
    }
    for option in ("select", "ignore"):
        if option in asked:
            asked[option] = tuple(code.strip() for value in asked[option] for code in value.split(","))
    for option in ("exclude", "include"):
        if option in asked:
            asked[option] = tuple((pattern, Path()) for pattern in asked[option])
    if "keep" in asked:
        asked["keep"] = kept(asked["keep"])
    showing = bool(asked.pop("show_settings", False))
    path = configuration(asked.pop("config", None), bool(asked.pop("no_config", False)))
    found = loaded(path)
    told_by = set(asked)
    if "lang" not in asked and (lang := settled()):
        asked["lang"] = lang
        told_by.add("lang")
    elif "lang" not in asked and (lang := os.environ.get("VNTEXTCLEAN_LANG")):
        asked["lang"] = lang
        told_by.add("lang_from_environment")
    for option in ("keep", "exclude", "include"):  # they add up
        if option in found and option in asked:
            asked[option] = found[option] + asked[option] if option != "keep" else found[option] | asked[option]
    merged = {**found, **asked}
    if merged.get("line_buffered"):
        merged.setdefault("documents", "line")
    if merged.get("jobs") == 0:
        merged["jobs"] = cores()
    merged["filters"] = filters(merged)
    of_pipeline = {field.name for field in fields(Settings)}
    settings = Settings(**{name: value for name, value in merged.items() if name in of_pipeline})
    speak(settings.lang)
    options = Options(settings, **{name: value for name, value in merged.items() if name not in of_pipeline})
    if showing:
        from vntextclean.cli.options.show_settings import table

        click.echo(table(options, told_by, found, path))
        click.get_current_context().exit()
    splitter(options.documents)  # refuses what is no kind of document before anything is read
    if options.documents != "file" and (options.input not in ("auto", "text", "html") or options.output == "html"):
        asked_for = "--output html" if options.output == "html" else f"--input {options.input}"
        raise ConfigError(f"{asked_for} reads whole files: leave out --documents {options.documents}, or it")
    return options
