"""The manual page, in the language of man(7), from the help texts of the command line."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from itertools import groupby

import click

from vntextclean import __version__
from vntextclean.cli import main
from vntextclean.cli.speaking.help import GROUPS, record

#: What an option says, and under which heading.
Said = tuple[str, str]

ENDS = r"""
.SH EXIT STATUS
.TP
.B 0
Nothing to report.
.TP
.B 1
.B diff
or
.B check
found changes.
.TP
.B 2
An error of the input or of the command line; files that could be cleaned were.
.TP
.B 70
A fault of this program.
.TP
.BR 130 ", " 141
Stopped by Ctrl\-C, or by the end of the pipe.
.SH ENVIRONMENT
.TP
.B VNTEXTCLEAN_LANG
The language of messages and reasons, en or vi.
.TP
.BR NO_COLOR ", " CLICOLOR_FORCE ", " FORCE_COLOR
Without colours, or with them.
.TP
.B PAGER
What a long diff on a terminal goes through.
.SH FILES
.TP
.IR vntextclean.toml ", " pyproject.toml
Settings of a project; the nearest file upwards counts.
.TP
.I FILE.vnreview.jsonl
What was decided in
.BR "vntextclean review" .
.SH SEE ALSO
.BR diff (1),
.BR patch (1),
.BR iconv (1)
"""


def man_page() -> str:
    """The whole page: what the verbs do, the options of each, and once those that several verbs have."""
    verbs = list(_verbs(main))
    shared = _shared(verbs)
    lines = [
        '.\\" Made by docs/build.py from the code: change it there.',
        f'.TH VNTEXTCLEAN 1 "" "vntextclean {__version__}" "User Commands"',
        ".SH NAME",
        "vntextclean \\- clean scraped Vietnamese text, and say why",
        ".SH SYNOPSIS",
        ".B vntextclean",
        ".I VERB",
        "[\\fIOPTION\\fR]... [\\fIFILE\\fR|\\fIDIRECTORY\\fR|\\-]...",
        ".SH DESCRIPTION",
        _escaped(
            "A verb says what comes out. No file, or -, is standard input. Text goes to standard output, everything"
        ),
        _escaped("else to standard error. What is not sure is suggested and not made."),
        ".SH VERBS",
    ]
    for path, command, context in verbs:
        lines += [f'.SS "{_escaped(path)}"', *_about(command)]
        own = [said for name, said in _options(command, context) if (name, said) not in shared]
        for option, about in own:
            lines += [".TP", f"\\fB{_escaped(option)}\\fR", _escaped(about)]
    lines.append(".SH OPTIONS OF SEVERAL VERBS")
    for heading, found in groupby(sorted(shared, key=_order), key=lambda one: _heading(one[0])):
        lines.append(f'.SS "{heading}"')
        for _, (option, about) in found:
            lines += [".TP", f"\\fB{_escaped(option)}\\fR", _escaped(about)]
    return "\n".join(lines) + ENDS


def _verbs(
    command: click.Command, path: str = "", parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every verb that does something, with the words that call it."""
    context = click.Context(command, parent=parent, info_name=path or "vntextclean")
    if not isinstance(command, click.Group):
        yield path, command, context
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        if inner is not None and not inner.hidden:
            yield from _verbs(inner, f"{path} {name}".strip(), context)


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, Said]]:
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and (said := record(parameter, context)):
            yield parameter.name or "", said


def _shared(verbs: list[tuple[str, click.Command, click.Context]]) -> list[tuple[str, Said]]:
    """The options below the headings of the help that several verbs have with the same words, each once; and --help."""
    every = [one for _, command, context in verbs for one in _options(command, context)]
    return [one for one in dict.fromkeys(every) if every.count(one) > 1 and _heading(one[0])]


def _heading(name: str) -> str:
    """Under which heading of the help an option stands; "" for one of the verb itself."""
    own = "Help" if name == "help" else ""
    return next((heading for heading, names in GROUPS.items() if name in names), own)


def _order(one: tuple[str, Said]) -> int:
    heading = _heading(one[0])
    return list(GROUPS).index(heading) if heading in GROUPS else len(GROUPS)


def _about(command: click.Command) -> Iterator[str]:
    """The help of a command: paragraphs, and examples as they stand."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if paragraph.startswith("\b"):
            yield from (".PP", ".EX", *(_escaped(line) for line in paragraph.split("\n")[1:]), ".EE")
        else:
            yield from (".PP", _escaped(" ".join(paragraph.split())))


def _escaped(text: str) -> str:
    r"""Text for man(7): no line of it is a request, and what is to be copied keeps its signs.

    >>> print(_escaped(".so the -0 of find"))
    \&.so the \-0 of find
    """
    made = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", made, flags=re.MULTILINE)
