"""``model``: what the language model is, and what it thinks of a text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cleaned import Cleaned
from vntextclean.cli.options.shared import inputs, settle
from vntextclean.cli.speaking.help import Grouped, Spoken
from vntextclean.cli.speaking.language import language_option
from vntextclean.cli.speaking.suggesting import Suggesting

if TYPE_CHECKING:
    from vntextclean.lm.model import Model
    from vntextclean.lm.perplexity import Line

#: How what later steps add to a model's description is said, by its name there.
_SAID = {
    "domain": "{tokens:,} words of another text, weight {weight}",
    "settled": "pairs of words beside which no candidate gains {gain} nats; one that sounds alike costs {sound}",
}


@click.group("model", cls=Suggesting)
@language_option
def command() -> None:
    """Say what the language model is, or what it thinks of a text.

    \b
    Example:
      $ vntextclean model info
      $ vntextclean model score page.txt
    """


@command.command("info", cls=Spoken)
@click.option("--model", "path", metavar="FILE", help="Another model than the one that is shipped.")
@language_option
def info(path: str | None) -> None:
    """Describe the model: where it is, what it was counted from, how large it is, and whether it is whole.

    \b
    Example:
      $ vntextclean model info --model vi.vnlm
    """
    from vntextclean.lm.model import Model

    model = Model.open(path)
    model.file.verify()
    told = _told(model)
    width = max(map(len, told))
    for key, value in told.items():
        click.echo(f"{key:<{width}}  {value}")


def _told(model: Model) -> dict[str, str]:
    """What there is to say of a model, by its heading."""
    about = model.file.about
    parts: Counter[str] = Counter()
    for name, array in model.file.sections.items():
        part = name.partition("/")[0]
        parts[f"{part}-grams" if part.isdigit() else part] += array.nbytes
    told = {
        "file": str(model.file.path),
        "bytes": f"{model.file.path.stat().st_size:,}, every part as its checksum says",
        "spellings": f"{model.size:,} in lower case, {len(model.log_prob) - model.size:,} names",
        "n-grams": ", ".join(f"{count:,} of {order} words" for order, count in enumerate(about.get("counts", []), 2)),
        "counted": f"{about.get('spellings', 0):,} words" if "spellings" in about else "",
        "sources": " ".join(map(str, about.get("sources", []))),
        "parts": ", ".join(f"{name} {size:,}" for name, size in sorted(parts.items())),
    }
    shown = {"order", "size", "orders", "counts", "spellings", "sources"}
    told |= {name: _in_words(name, value) for name, value in about.items() if name not in shown}
    return {name: value for name, value in told.items() if value}


def _in_words(name: str, value: Any) -> str:
    """What a model's description holds under a name: in the words of its heading, else as it is held."""
    try:
        return _SAID[name].format_map(value)
    except (KeyError, TypeError, ValueError):
        return str(value)


class Reader:
    """Takes the place of a pipeline where documents are only read."""

    def run(self, text: str, form: str = "text") -> Cleaned:
        """The document as it is."""
        del form
        return Cleaned(text, text)

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """The documents as they are."""
        return [self.run(text) for text in texts]


@command.command("score", cls=Grouped)
@inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Perplexity, a tab and the line (default), or a JSON object for each line, with what the perplexity rests on.",
)
def score(form: str, **given: Any) -> int:
    """Print the perplexity of every line, a tab, and the line: the higher, the stranger.

    A line without words gets "-". Words the model does not know count with their letters; JSON has both figures, and
    how many there are. --stats prints the figures of the whole input on standard error.

    \b
    Example:
      $ vntextclean model score page.txt | sort -rn | head
    """
    from vntextclean.cli.inputs.sources import keep
    from vntextclean.cli.outputs.counts import tell
    from vntextclean.cli.outputs.streams import StandardOutput
    from vntextclean.cli.running.work import Work
    from vntextclean.lm.model import Model
    from vntextclean.lm.perplexity import NOTHING, score_lines

    options = settle(given)
    model = Model.open(options.settings.model)
    work = Work(options._replace(stats=False, report=None), Reader)
    output = StandardOutput(flush=options.line_buffered)
    total, lines = NOTHING, 0
    for source, results in work.by_source():
        keep(source, options.report, "--report")
        for document, cleaned in results:
            text = cleaned.text.removesuffix("\n")
            if not cleaned.text:
                continue
            for number, (line, found) in enumerate(
                zip(text.split("\n"), score_lines(text, model), strict=True), document.line
            ):
                if form == "json":
                    record = {"document": document.name, "line": number, **_figures(found), "text": line.rstrip("\r")}
                    output.write(json.dumps(record, ensure_ascii=False) + "\n")
                else:
                    told = "-" if found.perplexity is None else f"{found.perplexity:.1f}"
                    output.write(f"{told}\t{line}\n")
                total, lines = total.with_line(found), lines + 1
    tell(options, json.dumps({"lines": lines} | _figures(total)))
    return work.status()


def _figures(line: Line) -> dict[str, float | None]:
    """The figures of a line, rounded, by name."""
    figures = (line.perplexity, line.class_perplexity)
    of_words, of_classes = (None if figure is None else round(figure, 1) for figure in figures)
    return {
        "perplexity": of_words, "class_perplexity": of_classes, "words": line.words, "unknown": line.unknown
    }  # fmt: skip
