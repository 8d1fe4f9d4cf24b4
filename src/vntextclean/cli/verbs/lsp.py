"""``lsp``: a language server, for editors."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

import click

from vntextclean.cli.options.settling import filters
from vntextclean.cli.speaking.help import Spoken
from vntextclean.cli.speaking.language import settled
from vntextclean.errors import InputError
from vntextclean.presets import PRESETS


@click.command("lsp", cls=Spoken)
@click.option("-p", "--preset", type=click.Choice(list(PRESETS)), help="Which filters run (default: web).")
@click.option("--lang", type=click.Choice(["en", "vi"]), help="The language of reasons and messages (default: en).")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output: the only way, and the default.")
def command(stdio: bool, **given: Any) -> int:
    """Serve an editor: problems as you type, reasons, repairs, formatting (needs the extra `lsp`).

    An editor starts it and speaks the Language Server Protocol over standard input and output. What is repaired is set
    in the editor, where it is silent by these options, and then by the vntextclean.toml of the document's directory.

    \b
    Example:
      $ vntextclean lsp --preset web
    """
    del stdio
    if find_spec("pygls") is None:
        raise InputError("lsp needs the extra `lsp`: pip install 'vntextclean[lsp]'")
    from vntextclean.cli.language_server.features import serve

    options = {name: value for name, value in given.items() if value is not None}
    if "lang" not in options and (lang := settled() or os.environ.get("VNTEXTCLEAN_LANG")):
        options["lang"] = lang
    serve(filters, options)
    return 0
