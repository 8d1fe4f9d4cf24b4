"""The command line: one file per verb, loaded when the verb is used."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn, TextIO

import click

from vntextclean.cli.grouped import Spoken, description, in_help
from vntextclean.cli.speech import Refusal, in_language, language_option
from vntextclean.errors import VntextcleanError, told
from vntextclean.nearest import did_you_mean

#: verb -> what it does; the command is ``vntextclean.cli.<verb>:command``. `--help` reads this table and loads no verb.
VERBS: dict[str, str] = {
    "clean": "Print the cleaned text, or write it back.",
    "batch": "Clean the records of a corpus: JSON lines, CSV, Parquet, WARC or text.",
    "diff": "Show what would change: in colour on a terminal, as a patch in a pipe.",
    "check": "List the files that would change.",
    "review": "Decide about each change on the whole screen.",
    "lsp": "Serve an editor: problems as you type, reasons, repairs, formatting.",
    "restore": "Put every mark back on text typed without marks.",
    "rules": "List the rules, or explain one.",
    "encodings": "List the misreadings that are undone, or name those of a file.",
    "learn": "Learn what recurs on the pages of a site, for clean --boilerplate.",
    "model": "Say what the language model is, or what it thinks of a text.",
}

#: An error of the input or of the command line.
ERROR = 2
#: A fault of this program: EX_SOFTWARE of sysexits(3). Never 1, which says that changes were found.
CRASHED = 70
#: As a shell reports a program that was stopped by SIGINT or SIGPIPE.
INTERRUPTED, PIPE_CLOSED = 130, 141


class Suggesting(Spoken, click.Group):
    """A group that answers an unknown command with the nearest one, and a file name with the command it needs."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        given, known = args[0], self.list_commands(ctx)
        if given == "help" and "help" not in known:  # as git and cargo have it
            args = [*args[1:], "--help"]
            if len(args) == 1:
                click.echo(ctx.get_help())
                ctx.exit()
            given = args[0]
        if given not in known and not given.startswith("-"):
            if "clean" in known and (Path(given).suffix or Path(given).exists()):
                ctx.fail(f"{given!r} is no command; did you mean `vntextclean clean {given}`?")
            ctx.fail(f"no command is called {given!r}{did_you_mean(given, known)}")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the first sentence of what they do."""
        commands = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        with formatter.section(in_help("Commands")):
            formatter.write_dl(
                [(str(made.name), description(made).partition("\n\n")[0]) for made in commands if made is not None]
            )


class Verbs(Suggesting):
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
        with formatter.section(in_help("Commands")):
            formatter.write_dl([(verb, in_help(does)) for verb, does in VERBS.items()])

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run a verb, which returns its exit code; say errors in one line, end quietly when the reader has gone."""
        _open_closed_streams()
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
            ctx.exit(ERROR)
        except OSError as error:
            ctx.exit(refused(error))
        except click.UsageError as error:
            raise Refusal.of(error) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - what no one foresaw must not end with 1, "changes found"
            say(_crash(error))
            _close_stdout()
            ctx.exit(CRASHED)
        ctx.exit(status or 0)


def _crash(error: Exception) -> str:
    """What a user can do about a fault of this program, with the place where it happened."""
    from concurrent.futures import BrokenExecutor

    if isinstance(error, BrokenExecutor):
        return "a worker process was stopped from outside, perhaps for want of memory; try fewer --jobs"
    if isinstance(error, MemoryError):
        return "there is not enough memory; clean smaller files, or fewer at once"
    return f"this is a fault of vntextclean: {told(error)}; please report it with its input"


def _open_closed_streams() -> None:
    """Give the program the standard streams that its caller closed (``>&-``), so that nothing trips over None.

    What is said on a closed standard error is lost. To write to a closed standard output is an error, as it is for
    cat(1), so its place is taken by a file that cannot be written; a verb that writes files only does not notice.
    Standard input is left: :func:`vntextclean.cli.inputs.opened` says that it is closed.
    """
    if sys.stderr is None:
        sys.stderr = _null(os.O_WRONLY)
    if sys.stdout is None:
        sys.stdout = _null(os.O_RDONLY)


def _null(access: int) -> TextIO:
    return os.fdopen(os.open(os.devnull, access), "w", encoding="utf-8")


def _prepare() -> None:
    """Let numpy start no threads when it is loaded, and write what the locale has no letter for as an escape.

    The threads are for large matrices, and took 25 of the 260 ms of one short line; --jobs uses several cores.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream of a test may be of another kind
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def say(message: str) -> None:
    """One line on standard error, with the name of the program; no control character of a name reaches a terminal."""
    click.echo(f"vntextclean: {shown(in_language(message))}", err=True)


def shown(text: str) -> str:
    r"""Text with its control characters as escapes.

    >>> shown("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def refused(error: OSError) -> int:
    """Say what the system could not read or write; the exit code that follows."""
    say(f"{error.filename or 'standard output'}: {error.strerror}")
    _close_stdout()
    return ERROR


def _close_stdout() -> None:
    """Let what is still buffered for standard output go nowhere: the interpreter would complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from vntextclean.cli.version import told

        click.echo(told())
        context.exit()


@click.group(
    cls=Verbs,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 nothing to report, 1 changes found (check, diff), 2 an error, 70 a fault of this program."
    " `vntextclean VERB --help` shows the options of a verb, with an example.",
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version, the kernel and the model, and exit.",
)
@language_option
def main() -> None:
    """Clean and normalise scraped Vietnamese text: better, and never worse.

    \b
    Example:
      vntextclean clean page.txt > clean.txt
      vntextclean diff page.txt
    """
