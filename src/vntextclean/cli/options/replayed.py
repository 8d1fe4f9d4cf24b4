"""``--changes``: what a reviewer left of `diff --format json` is what is made, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

#: What chooses repairs: beside --changes it would do nothing.
CHOOSING = (
    "preset", "filters", "select", "ignore", "min_confidence", "keep", "tone_style", "boilerplate", "no_learn",
    "model", "decisions",
)  # fmt: skip


def changes(command: Command) -> Command:
    """Give a verb the option --changes."""
    return click.option(
        "--changes", type=click.Path(), metavar="FILE", help="Take the reviewed changes of FILE, and no others."
    )(command)


def refuse_idle(given: dict[str, Any]) -> None:
    """Refuse options that choose repairs beside --changes, where the reviewer has chosen them."""
    idle = [name for name in CHOOSING if given.get(name) not in (None, (), False)]
    if idle:
        names = ", ".join("--" + name.replace("filters", "filter").replace("_", "-") for name in idle)
        raise click.UsageError(f"--changes takes the reviewed changes and no others: leave out {names}")
