"""The command line: one file per verb, loaded when the verb is used."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NoReturn

import click

from vntextclean.cli.speaking.help import in_help
from vntextclean.cli.speaking.language import Refusal, language_option
from vntextclean.cli.speaking.say import CRASHED, ERROR, INTERRUPTED, PIPE_CLOSED, close_stdout, crash, refused, say
from vntextclean.cli.speaking.standard_streams import open_closed, prepare
from vntextclean.cli.speaking.suggesting import Suggesting
from vntextclean.errors import VntextcleanError

#: verb -> what it does; the command is ``verbs.<verb>:command``. `--help` reads this table and loads no verb.
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


class Verbs(Suggesting):
    """A group whose commands are imported on demand, and whose failures end in one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs, in the order of use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One verb, imported now."""
        if cmd_name not in VERBS:
            return None
        made: click.Command = import_module(f"vntextclean.cli.verbs.{cmd_name}").command
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of verbs in `--help`, from the table."""
        with formatter.section(in_help("Commands")):
            formatter.write_dl([(verb, in_help(does)) for verb, does in VERBS.items()])

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run a verb, which returns its exit code; say errors in one line, end quietly when the reader has gone."""
        open_closed()
        prepare()
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            close_stdout()
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
            say(crash(error))
            close_stdout()
            ctx.exit(CRASHED)
        ctx.exit(status or 0)


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from vntextclean.cli.speaking.version import told

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
