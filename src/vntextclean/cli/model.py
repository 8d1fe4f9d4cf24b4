"""``model``: what the language model is, and what it thinks of a text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cleaned import Cleaned
from vntextclean.cli.options import inputs, settle

if TYPE_CHECKING:
    from vntextclean.lm.model import Model


@click.group("model")
def command() -> None:
    """Say what the language model is, or what it thinks of a text.

    \b
    Example:
      $ vntextclean model info
      $ vntextclean model score page.txt
    """


@command.command("info")
@click.option("--model", "path", metavar="FILE", help="Another model than the one that is shipped.")
def info(path: str | None) -> None:
    """Describe the model: where it is, what it was counted from, how large it is, and whether it is whole.

    \b
    Example:
      $ vntextclean model info --model vi.vnlm
    """
    from vntextclean.lm.model import Model

    model = Model.open(path)
    model.file.verify()
    about = {"file": str(model.file.path), "bytes": model.file.path.stat().st_size, **model.file.about}
    width = max(map(len, about))
    for key, value in about.items():
        click.echo(f"{key:<{width}}  {_told(value)}")


def _told(value: Any) -> str:
    """A value on one line; of what is nested only how much there is."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_told(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return (
            f"{len(value)} entries"
            if any(isinstance(item, (dict, list)) for item in value)
            else " ".join(map(str, value))
        )
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


class Reader:
    """Takes the place of a pipeline where documents are only read."""

    def run(self, text: str) -> Cleaned:
        """The document as it is."""
        return Cleaned(text, text)


@command.command("score")
@inputs
def score(**given: Any) -> int:
    """Print the perplexity of every line, a tab, and the line: the higher, the stranger.

    \b
    Example:
      $ vntextclean model score page.txt | sort -rn | head
    """
    from vntextclean.cli.outputs import StandardOutput
    from vntextclean.cli.work import Work
    from vntextclean.lm.model import Model

    options = settle(given)
    model = Model.open(options.settings.model)
    work = Work(options, Reader)
    output = StandardOutput(flush=options.line_buffered)
    for _, results in work.by_source():
        for _, cleaned in results:
            for line in cleaned.text.splitlines():
                if line.strip():
                    output.write(f"{_perplexity(model, line):.1f}\t{line}\n")
    return work.status()


def _perplexity(model: Model, line: str) -> float:
    """How many words the model hesitates between, on average, at each word of a line."""
    scores = model.token_scores(line)
    return math.exp(-float(scores.mean())) if len(scores) else 1.0
