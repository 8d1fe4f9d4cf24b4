"""How many processes clean, as the command line takes it."""

from __future__ import annotations

import os
from typing import Any

import click

#: A system takes minutes to start more processes, and has as many cores hardly anywhere.
MOST = 1024


def cores() -> int:
    """The cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


class Jobs(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic in newer versions of click
    """A number of processes; 0 and "auto" stand for one a core."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """2 for "2", and 0 for "auto"."""
        text = str(value).strip().lower()
        if text == "auto":
            return 0
        if not text.isdecimal():
            self.fail(f"{value!r} is no number of processes; give one, or auto for one a core", param, ctx)
        if len(text.lstrip("0")) > len(str(MOST)) or int(text) > MOST:
            self.fail(f"more than {MOST} processes; give fewer, or auto for one a core", param, ctx)
        return int(text)
