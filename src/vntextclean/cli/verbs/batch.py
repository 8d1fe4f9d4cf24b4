"""``batch``: the records of a corpus, cleaned with nothing lost."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options.jobs import Jobs, cores
from vntextclean.cli.options.shared import Options, repairs, settle
from vntextclean.cli.speaking.help import Grouped
from vntextclean.cli.speaking.language import language_option
from vntextclean.cli.speaking.say import say
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from vntextclean.records.plan import Plan

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}


class Size(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic in newer versions of click
    """A number of bytes: 4096, 256K, 512M, 2G."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that a size says."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d+)\s*([kmgt]?)b?", str(value).strip().lower())
        if not found or not int(found[1]):
            self.fail(f"{value!r} is no size; write 4096, 256K, 512M or 2G", param, ctx)
        return int(found[1]) * _UNITS[found[2]]


SIZE = Size()


@click.command("batch", cls=Grouped)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(readable=False, allow_dash=True))
@click.option("-o", "--output", "target", required=True, metavar="FILE|DIR|-", help="Where the cleaned records go.")
@click.option(
    "-f", "--field", "columns", multiple=True, metavar="NAME",
    help="A field or column to clean (default: text); meta.text is one of an inner object; repeatable.",
)  # fmt: skip
@click.option(
    "--format", "form",
    type=click.Choice(["jsonl", "csv", "tsv", "parquet", "warc", "text", "lines"]),
    help="What the inputs are, where their names do not tell it; lines is text with a document a line.",
)  # fmt: skip
@click.option("--separator", metavar="REGEX", help="Documents of text stand between lines that match.")
@click.option("--delimiter", metavar="SIGN", help="What parts the cells of CSV and TSV.")
@click.option(
    "--compression",
    type=click.Choice(["none", "gzip", "bz2", "xz", "zstd"]),
    help="How outputs are compressed, where their names do not tell it.",
)
@click.option("--shard-size", type=SIZE, metavar="SIZE", help="Write files of about this size, before compression.")
@click.option(
    "--on-error",
    type=click.Choice(["keep", "skip", "stop"]),
    default="keep",
    help="A record that cannot be cleaned goes to the rejects file and passes as it is (keep, default), or is left out"
    " (skip); or it ends the run (stop).",
)
@click.option("--rejects", metavar="FILE", help="Where rejects go (default: beside the output).")
@click.option("--report", metavar="FILE", help="Write the manifest here too, with times and rates.")
@click.option("--signals", metavar="NAME", help="Add the quality signals of each text as a field or as columns.")
@click.option("--fingerprint", metavar="NAME", help="Add a digest of the text and of all that decides its cleaning.")
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped.")
@click.option("--restart", is_flag=True, help="Begin anew, and discard a run that was stopped.")
@click.option(
    "-j", "--jobs", type=Jobs(), metavar="N", help="Worker processes (default, 0 and auto: one for each core)."
)
@click.option("--chunk-size", type=SIZE, default="256K", metavar="SIZE", help="How much a worker takes at a time.")
@click.option(
    "--checkpoint-every", type=click.FloatRange(0), default=5.0, metavar="SECONDS",
    help="How often it is written down how far the outputs are right (default: 5; 0: after each chunk).",
)  # fmt: skip
@click.option("--max-text", type=SIZE, default="4M", metavar="SIZE", help="Texts of more characters are rejects.")
@click.option(
    "--max-time", type=click.FloatRange(0), default=0.0, metavar="SECONDS",
    help="Records that take longer are rejects (default: 0, none is).",
)  # fmt: skip
@click.option(
    "--status-every", type=click.FloatRange(0), default=60.0, metavar="SECONDS",
    help="Without a terminal, how often a line of JSON tells how far the run is (default: 60; 0: never).",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
@click.option("--model", metavar="FILE", help="Use another language model.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Read this configuration file, and no other.")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@language_option
@repairs
def command(inputs: tuple[str, ...], target: str, **given: Any) -> int:
    """Clean the records of a corpus: JSON lines, CSV, TSV, Parquet, WARC, WET or text, compressed or not.

    INPUT is a file, a directory, a pattern in quotes, or - for standard input. Only the fields named are changed; all
    else stays the same to the byte. Outputs appear when they are complete; a run that was stopped, by whatever, goes on
    with --resume and gives the same bytes. Beside them a manifest tells what was done, and a rejects file has the
    records that could not be cleaned. Ends with 1 if there are any, with 2 if an input could not be read at all.

    \b
    Example:
      $ vntextclean batch corpus/ -o clean/ --field text
      $ vntextclean batch corpus.jsonl.gz -o clean.jsonl.gz --on-error skip
    """
    from vntextclean.cli.running.batch_progress import Progress
    from vntextclean.errors import ConfigError
    from vntextclean.records.manifest import digest_of, model_digest
    from vntextclean.records.run import run

    own = {name: given.pop(name) for name in OWN}
    options = settle(given)
    if own["resume"] and own["restart"]:
        raise click.UsageError("--resume and --restart exclude each other")
    if target == "-" and (own["resume"] or own["restart"]):
        raise ConfigError("standard output cannot be resumed; give -o FILE")
    if target == "-" and own["on_error"] == "skip" and not own["rejects"]:
        raise ConfigError("--on-error skip would lose records on standard output; say --rejects FILE")
    model = model_digest(options.settings)
    table = digest_of(Path(options.settings.boilerplate)) if options.settings.boilerplate else ""
    plan = _plan(inputs, target, options, own, model + table)
    progress = Progress(own["status_every"], own["quiet"])
    with progress:
        finished = run(
            plan,
            model,
            own["resume"],
            own["restart"],
            Path(own["report"]) if own["report"] else None,
            progress.tell,
            progress.follow,
        )
    progress.end(finished)
    return finished.code


#: Batches have no pages of one site to learn from.
command.params = [parameter for parameter in command.params if parameter.name != "no_learn"]

OWN = (
    "columns", "form", "separator", "delimiter", "compression", "shard_size", "on_error", "rejects", "report",
    "signals", "fingerprint", "resume", "restart", "jobs", "chunk_size", "checkpoint_every", "max_text", "max_time",
    "status_every", "quiet",
)  # fmt: skip


#: Suffixes named in the line about files of a directory that were passed over.
_NAMED = 5


def _skipped(options: Options, directory: str, kinds: Counter[str]) -> None:
    """Say which files of a directory are no input."""
    lang = options.settings.lang
    named = ", ".join(f"{suffix or told('no suffix', lang)} {count}" for suffix, count in kinds.most_common(_NAMED))
    said = counted(
        sum(kinds.values()),
        "{name}: skipped {count} file ({kinds}); to take it, name it and say --format",
        "{name}: skipped {count} files ({kinds}); to take them, name them by a pattern and say --format",
        lang,
        name=directory,
        kinds=named + (", …" if len(kinds) > _NAMED else ""),
    )
    say(said)


def _plan(inputs: tuple[str, ...], output: str, options: Options, own: dict[str, Any], digests: str) -> Plan:
    from vntextclean import __version__
    from vntextclean.errors import ConfigError
    from vntextclean.records.formats import compression
    from vntextclean.records.formats.interface import Added
    from vntextclean.records.formats.table import formats
    from vntextclean.records.inputs import refuse_within, sources
    from vntextclean.records.job import Job, key_of
    from vntextclean.records.plan import Plan, layout_of

    added = Added(own["signals"] or "", own["fingerprint"] or "")
    packing = None if own["compression"] is None else own["compression"].removeprefix("none")
    found = sources(inputs, own["form"] or "", skip=(lambda *_: None) if own["quiet"] else partial(_skipped, options))
    if any(source.path is None and not source.form for source in found):
        raise ConfigError("standard input has no name that tells its format; say --format")
    out = None if output == "-" else Path(output)
    if out is not None:
        refuse_within(out, inputs)
    shard_size = own["shard_size"] or 0
    kinds = (source.form for source in found)
    job = Job(
        options.settings,
        formats(kinds, own["columns"], added, own["separator"] or "", own["delimiter"] or ""),
        on_error=own["on_error"],
        added=added,
        longest=own["max_text"],
        key=key_of(options.settings, __version__, digests),
        options={name: own[name] for name in ("columns", "separator", "delimiter")},
    )
    named = all(name == "-" or Path(name).is_file() for name in inputs)
    plan = Plan(
        job,
        tuple(found),
        out,
        layout=layout_of(out, found, shard_size, output.endswith("/"), named),
        shard_size=shard_size,
        packing=packing,
        chunk_size=min(own["chunk_size"], shard_size or own["chunk_size"]),  # a chunk stands in one shard
        every=own["checkpoint_every"],
        jobs=own["jobs"] or cores(),
        most_time=own["max_time"],
        rejects=Path(own["rejects"]) if own["rejects"] else None,
    )
    for kind in {source.packing for source in found} | {plan.packing_of(source) for source in found}:
        compression.check(kind)
    return plan
