"""What a shell offers for rules, filters, encodings and kinds of document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def rules(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Rules and filters, behind the last comma of a list; their rules once a filter is typed."""
    from vntextclean.registry import build, names
    from vntextclean.settings import Settings

    head, comma, last = typed.rpartition(",")
    offered: dict[str, str] = {}
    for made in build(names(), Settings()):
        offered.setdefault(made.name, "")
        if last.startswith(made.name):
            offered |= {code: rule.summary for code, rule in made.rules.items()}
    return [_item(head + comma + name, said) for name, said in offered.items() if name.startswith(last)]


def filters(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Filters, with the plus that adds them where it is typed."""
    from vntextclean.registry import names

    plus = "+" * typed.startswith("+")
    return [_item(plus + name) for name in names() if name.startswith(typed.removeprefix("+"))]


def encodings(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """The encodings with tables of ours, and the usual ones of Python."""
    from vntextclean.streams.encoding_names import TABLES

    known = (*TABLES, "utf-8", "utf-16", "cp1252", "latin-1")
    return [_item(name) for name in known if name.startswith(typed.lower())]


def documents(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """The kinds of document."""
    return [_item(kind) for kind in ("file", "line", "jsonl:", "separator:") if kind.startswith(typed)]


def _item(value: str, said: str = "") -> CompletionItem:
    from click.shell_completion import CompletionItem  # only a shell that completes asks for it

    return CompletionItem(value, help=said or None)
