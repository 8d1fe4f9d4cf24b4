"""``encodings``: the misreadings that are read, or those that made some files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from vntextclean.cli.speaking.help import Spoken
from vntextclean.cli.speaking.language import in_language, language_option
from vntextclean.cli.speaking.say import ERROR, say, shown
from vntextclean.errors import InputError


@click.command("encodings", cls=Spoken)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or JSON lines."
)
@language_option
def command(files: tuple[str, ...], form: str) -> int:
    """List the misreadings that are undone, or name those that made each FILE (- is standard input).

    Ends with 1 if a file holds any.

    \b
    Example:
      $ vntextclean encodings page.txt
      page.txt: UTF-8 read as Windows-1252 or Latin-1: 214 words
    """
    if files:
        return _named(files, form)
    from vntextclean.misreadings.reporting.catalogue import catalogue

    rows = catalogue()
    width = max(len(row.name) for row in rows) + 2
    for row in rows:
        if form == "json":
            click.echo(json.dumps(row._asdict(), ensure_ascii=False))
            continue
        kept = "" if row.lossless else " (not in lossless)"
        click.echo(f"{click.style(row.name.ljust(width), fg='cyan')}{row.title}{kept}; {row.met}")
        click.echo(f"{'':{width}}{_shown(row.before)} → {row.after}")
    return 0


def _named(files: tuple[str, ...], form: str) -> int:
    """Name the misreadings of each file; one that cannot be read stops no other. The exit code."""
    found = failed = 0
    for file in files:
        try:
            found += _name(file, form)
        except InputError as error:
            failed += 1
            say(str(error))
    return ERROR if failed else int(found > 0)


def _name(file: str, form: str) -> int:
    """Print what made a file what it is; how many words that are."""
    counts: dict[str, int] = {}
    for text in _texts(file):
        for title, count in _counts(text).items():
            counts[title] = counts.get(title, 0) + count
    if form == "json":
        click.echo(json.dumps({"file": file, "misreadings": counts}, ensure_ascii=False))
    for title, count in sorted(counts.items(), key=lambda item: -item[1]) if form == "text" else ():
        click.echo(f"{shown(file)}: {in_language(f'{title}: {count} word' + 's' * (count > 1))}")
    return sum(counts.values())


def _texts(file: str) -> list[str]:
    from vntextclean.cli.inputs.reading import read
    from vntextclean.cli.inputs.sources import opened

    try:
        with opened(None if file == "-" else Path(file)) as stream:
            return [document.text for document in read(stream, file)]
    except IsADirectoryError:
        raise InputError(f"{file}: a directory; name its files, or use `vntextclean check {file}`") from None
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}; check the path, or give - for standard input") from None


def _counts(text: str) -> dict[str, int]:
    """How many words of a text each misreading made."""
    from vntextclean.engine.policy import DECODERS
    from vntextclean.misreadings.reporting.report import report
    from vntextclean.pipeline import Pipeline
    from vntextclean.settings import Settings

    filters = tuple(DECODERS - {"keystrokes"})
    return dict(report(Pipeline(Settings(preset="web", filters=filters)).run(text)).found)


def _shown(text: str) -> str:
    """A sample with what cannot be seen named."""
    return "".join(c if c.isprintable() else f"‹{ord(c):04X}›" for c in text)
