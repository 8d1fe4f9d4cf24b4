"""The terminal a diff is shown on: its colours, and a pager when it is long, as git(1) has them."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal, TextIO, TypeVar, cast

import click

if TYPE_CHECKING:
    from rich.console import Console

Command = TypeVar("Command", bound=Callable[..., Any])
Colour = Literal["auto", "always", "never"]

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--all", "unfold", is_flag=True, help="Show every line that is removed, and fold none."),
    click.option("--side-by-side", is_flag=True, help="Show the text before and after beside each other."),
    click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colours: on a terminal (auto, default), always, or never; else NO_COLOR and CLICOLOR_FORCE count.",
    ),
    click.option("--no-pager", is_flag=True, help="Print to the terminal, not into $PAGER (default: less -FRX)."),
)


def screens(command: Command) -> Command:
    """Give a verb the options of a diff on a terminal."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Screen:
    """How a diff is shown to a person."""

    colour: Colour = "auto"
    side_by_side: bool = False
    unfold: bool = False
    pager: bool = True

    @classmethod
    def of(cls, given: dict[str, Any]) -> Screen:
        """Take the options of :func:`screens` out of those that a verb was given."""
        pager = not given.pop("no_pager")
        return cls(given.pop("colour"), given.pop("side_by_side"), given.pop("unfold"), pager)

    def refuse_beside(self, form: str) -> None:
        """Refuse options that would do nothing in this format."""
        idle = ["--side-by-side"] * self.side_by_side + ["--all"] * self.unfold
        if idle and form != "terminal":
            raise click.UsageError(f"{idle[0]} is for the diff on a terminal: leave it out, or use --format terminal")

    def usual(self) -> str:
        """The format where none was asked for: who asks for what only people read gets it in a pipe too."""
        person = self.side_by_side or self.unfold or self.colour == "always" or sys.stdout.isatty()
        return "terminal" if person else "unified"

    @contextlib.contextmanager
    def console(self, typing: bool = False) -> Iterator[Console]:
        """Where to print: a pager if standard output is a terminal and one can be started, else standard output.

        While the text is being typed there is none: it would take the keys.
        """
        paged = _pager() if self.pager and not typing and sys.stdout.isatty() else None
        if paged is None:
            yield self._console(sys.stdout)
            return
        assert paged.stdin
        stream = paged.stdin
        errors = sys.stderr
        if errors.isatty():  # messages stand in the diff
            sys.stderr = cast("TextIO", stream)
        try:
            yield self._console(stream, terminal=True)
        except (BrokenPipeError, KeyboardInterrupt):
            pass  # the reader has seen enough
        finally:
            sys.stderr = errors
            with contextlib.suppress(BrokenPipeError):
                stream.close()
            while paged.poll() is None:
                with contextlib.suppress(KeyboardInterrupt):
                    paged.wait()

    def _console(self, stream: IO[str], terminal: bool = False) -> Console:
        from rich.console import Console

        coloured = self.coloured(terminal or stream.isatty())
        if coloured is None:
            return Console(file=stream, highlight=False, force_terminal=terminal or None, emoji=False)
        if coloured:
            return Console(
                file=stream, highlight=False, force_terminal=True, no_color=False, emoji=False, color_system=_system()
            )
        return Console(file=stream, highlight=False, color_system=None, no_color=True, emoji=False)

    def coloured(self, terminal: bool) -> bool | None:
        """Whether there are colours; None leaves it to what the terminal can do.

        The option goes before the environment, and NO_COLOR before CLICOLOR_FORCE and FORCE_COLOR.
        """
        if self.colour != "auto":
            return self.colour == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0") or os.environ.get("FORCE_COLOR", "0") not in (
            "",
            "0",
        ):
            return True
        if os.environ.get("CLICOLOR") == "0" or not terminal:
            return False
        return None


def _system() -> Literal["standard", "256", "truecolor"]:
    """The colours of the terminal; the least of them where it does not say."""
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if "256" in os.environ.get("TERM", "") else "standard"


def _pager() -> subprocess.Popen[str] | None:
    """$PAGER, or less(1), started as git does; none if it is cat or nothing, or cannot be started."""
    command = shlex.split(os.environ.get("PAGER", "less"))
    if not command or command == ["cat"]:
        return None
    environment = {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8", **os.environ}
    try:
        return subprocess.Popen(  # noqa: S603 - the user's own pager
            command, stdin=subprocess.PIPE, env=environment, encoding="utf-8", errors="replace"
        )
    except OSError:
        return None
