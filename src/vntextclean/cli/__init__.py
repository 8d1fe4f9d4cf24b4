"""The command line: one file per verb, loaded when the verb is used."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from vntextclean import __version__
from vntextclean.errors import VntextcleanError

#: verb -> what it does; the command is ``vntextclean.cli.<verb>:command``. `--help` reads this table and loads no verb.
VERBS: dict[str, str] = {
    "clean": "Print the cleaned text, or write it back.",
    "diff": "Show what would change: in colour on a terminal, as a patch in a pipe.",
    "check": "List the files that would change.",
    "restore": "Put every mark back on text typed without marks.",
    "rules": "List the rules, or explain one.",
    "encodings": "List the misreadings that are undone, or name those of a file.",
    "learn": "Learn what recurs on the pages of a site, for clean --boilerplate.",
    "model": "Say what the language model is, or what it thinks of a text.",
}

#: As a shell reports a program that was stopped by SIGINT or SIGPIPE.
INTERRUPTED, PIPE_CLOSED = 130, 141


class Verbs(click.Group):
    """A group whose commands are imported on demand, and whose failures end in one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs, in the order of use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One verb, imported now."""
        if cmd_name not in VERBS:
            return None
        made: click.Command = import_module(f"vntextclean.cli.{cmd_name}").command
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of verbs in `--help`, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run a verb, which returns its exit code; say errors in one line, end quietly when the reader has gone."""
        _prepare()
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _close_stdout()
            ctx.exit(PIPE_CLOSED)
        except VntextcleanError as error:
            say(str(error))
            ctx.exit(2)
        except OSError as error:
            say(f"{error.filename or 'standard output'}: {error.strerror}")
            _close_stdout()
            ctx.exit(2)
        ctx.exit(status or 0)


def _prepare() -> None:
    """Spend nothing on what a command line has no use for: together a tenth of the time one short line takes.

    A pool of threads for matrices, which numpy starts when it is loaded (25 ms of 260; --jobs is the way to use several
    cores), and searches for garbage while modules are loaded and edits made (11 ms), where there is none to be found.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(100_000, 50, 100)


def say(message: str) -> None:
    """One line on standard error, with the name of the program."""
    click.echo(f"vntextclean: {message}", err=True)


def _close_stdout() -> None:
    """Let what is still buffered for standard output go nowhere: the interpreter would complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Verbs,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 nothing to report, 1 changes found (check, diff), 2 an error. `vntextclean VERB --help` shows"
    " the options of a verb, with an example.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Clean and normalise scraped Vietnamese text: better, and never worse.

    \b
    Example:
      vntextclean clean page.txt > clean.txt
      vntextclean diff page.txt
    """
