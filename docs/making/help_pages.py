"""The help of every verb for docs/cli.md; options that verbs share are printed once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from vntextclean.cli.speaking.help import GROUPS

SHARED = "Options that verbs share"
#: The verb that has all of them.
REFERENCE = "clean"
#: An option in a list: its line, and those below that are indented further.
_OPTION = re.compile(r"^  -.*\n(?: {4,}.*\n?)*", re.MULTILINE)


def help_pages(main: click.Group) -> Iterator[str]:
    """The options that verbs share, and then what ``--help`` prints of each command, without them."""
    context = _context(main, "vntextclean")
    reference = main.get_command(context, REFERENCE)
    assert reference is not None
    _, shared = _parted(reference.get_help(_context(reference, REFERENCE, context)))
    yield f"\n## {SHARED}\n\n```text\n" + "\n".join(_section(name, text) for name, text in shared.items()) + "```\n"
    yield from _pages(main, "vntextclean", None, shared)


def _pages(command: click.Command, path: str, parent: click.Context | None, shared: dict[str, str]) -> Iterator[str]:
    context = _context(command, path.rpartition(" ")[2], parent)
    own, groups = _parted(command.get_help(context) + "\n")
    taken = []
    for name, text in groups.items():
        known, here = _options(shared.get(name, "")), _options(text)
        same = [option for option in here if here[option] == known.get(option)]
        if len(same) < 2:  # a heading of its own
            own += "\n" + _section(name, text)
            continue
        if others := [block for option, block in _blocks(text) if option not in same]:
            own += "\n" + _section(name, "".join(others))
        without = [f"`{option}`" for option in known if option not in here]
        taken.append(f"*{name}*" + (f" (but {', '.join(without)})" if without else ""))
    yield f"\n## {path}\n\n```text\n{own.rstrip()}\n```\n"
    if taken:
        yield f"\nIt also takes [options that verbs share](#{SHARED.lower().replace(' ', '-')}): {', '.join(taken)}.\n"
    if isinstance(command, click.Group):
        for verb in command.list_commands(context):
            below = command.get_command(context, verb)
            assert below is not None
            yield from _pages(below, f"{path} {verb}", context, shared)


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(command, parent=parent, info_name=name, terminal_width=100, **command.context_settings)


def _parted(text: str) -> tuple[str, dict[str, str]]:
    """The help of a command up to its shared headings, and the text below each of these."""
    heads = "|".join(map(re.escape, GROUPS))
    first, *rest = re.split(rf"^({heads}):\n", text + "\n", flags=re.MULTILINE)
    return first.rstrip() + "\n", {name: body.rstrip() + "\n" for name, body in zip(rest[::2], rest[1::2], strict=True)}


def _section(name: str, text: str) -> str:
    return f"{name}:\n{text}"


def _blocks(text: str) -> list[tuple[str, str]]:
    """The options of a list by their long names, each as it is printed."""
    return [(str(re.search(r"--[\w-]+", block)[0]), block) for block in _OPTION.findall(text)]  # type: ignore[index]


def _options(text: str) -> dict[str, str]:
    """The same with white space evened out: columns differ from list to list."""
    return {name: " ".join(block.split()) for name, block in _blocks(text)}
