"""The language in which the command line speaks: --lang, else VNTEXTCLEAN_LANG, else English; never the locale.

The locale of a Vietnamese user's server is English as a rule, and scripts read what it says.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from typing import IO, Any

import click

_KEY = "vntextclean.lang"


def speak(lang: str) -> None:
    """Speak a language from here on, in this run."""
    context = click.get_current_context(silent=True)
    if context is not None:
        context.find_root().meta[_KEY] = lang


def settled() -> str | None:
    """The language that options have set: those before the verb, or those of the verb once they are settled."""
    context = click.get_current_context(silent=True)
    lang = context.find_root().meta.get(_KEY) if context else None
    return str(lang) if lang else None


def spoken() -> str:
    """The language of this run; before the options are settled, the one they ask for."""
    if lang := settled():
        return lang
    words = " ".join(sys.argv[1:]).replace("--lang=", "--lang ").split(" ")
    for option, value in pairwise(words):
        if option == "--lang" and value in ("en", "vi"):
            return value
    return "vi" if os.environ.get("VNTEXTCLEAN_LANG") == "vi" else "en"


def in_language(message: str) -> str:
    """A message in the language of this run."""
    if spoken() == "en":
        return message
    from vntextclean.wording.translation import translated

    return translated(message)


#: For commands that have no other settings; those of the pipeline take theirs from the configuration too.
language_option = click.option(
    "--lang",
    type=click.Choice(["en", "vi"]),
    is_eager=True,
    expose_value=False,
    callback=lambda _, __, lang: speak(lang) if lang else None,
    help="The language of messages (default: en, or VNTEXTCLEAN_LANG).",
)


#: Options of sed, ruff, codespell and black -> those that do the same here; the nearest in spelling was named for them.
ELSEWHERE = {
    "-i": "--write", "--in-place": "--write", "--inplace": "--write", "--fix": "--write", "--write-changes": "--write",
    "--only": "--select", "--enable": "--select", "--skip": "--ignore", "--disable": "--ignore", "--rules": "--select",
    "--columns": "--field", "--column": "--field", "--workers": "--jobs", "--threads": "--jobs", "--silent": "--quiet",
}  # fmt: skip


def _options(context: click.Context | None) -> set[str]:
    return {name for parameter in context.command.params for name in parameter.opts} if context else set()


class Refusal(click.UsageError):
    """An error of the command line, said in the language of this run."""

    @classmethod
    def of(cls, error: click.UsageError) -> Refusal:
        """The same refusal as the parser of the command line made; it names what an option of other tools is here."""
        message = error.format_message()
        if isinstance(error, click.NoSuchOption) and (own := ELSEWHERE.get(error.option_name)) in _options(error.ctx):
            message = f"No such option {error.option_name!r}. Did you mean {own!r}?"
        return cls(in_language(message), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the usage, a hint and the error."""
        lines = []
        if self.ctx is not None:
            names = self.ctx.help_option_names
            lines.append(in_language(self.ctx.get_usage()))
            lines.append(in_language(f"Try '{self.ctx.command_path} {names[-1]}' for help.") + "\n")
        click.echo("\n".join([*lines, in_language(f"Error: {self.format_message()}")]), file=file, err=True)
