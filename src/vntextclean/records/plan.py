"""What a batch run is to do: its inputs, where its outputs go, and the files beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from vntextclean.errors import ConfigError
from vntextclean.records.formats.compression import KINDS, by_name
from vntextclean.records.inputs import Source, form_of
from vntextclean.records.job import Job
from vntextclean.records.outputs import partial_of

#: The name of a shard; whatever its suffix, it would be read among those of a new run.
_PART = re.compile(r"part-\d{5,}(?:\.\w+){1,3}")
#: One file of all inputs, a file for each input, or files of a given size.
Layout = Literal["one", "each", "shards"]


@dataclass(frozen=True)
class Plan:
    """A run: ``out`` is None for standard output.

    Sizes are bytes, ``every`` is seconds between two points, ``most_time`` the seconds that a record may take (0: any).
    """

    job: Job
    sources: tuple[Source, ...]
    out: Path | None
    layout: Layout = "one"
    shard_size: int = 0
    packing: str | None = None
    chunk_size: int = 1 << 18
    every: float = 5.0
    jobs: int = 1
    most_time: float = 0.0
    rejects: Path | None = None

    def output(self, source: Source, shard: int) -> Path:
        """The file that a chunk of a source goes into."""
        assert self.out
        if self.layout == "one":
            return self.out
        if self.layout == "each":
            below = Path(source.below)
            if self.packing is not None and self.packing != by_name(below.name)[0]:
                below = below.with_name(by_name(below.name)[1] + _suffix(self.packing))
            return self.out / below
        name = by_name(Path(self.sources[0].below).name)[1]
        suffix = "".join(Path(name).suffixes[-2:] if name.endswith(".wet") else Path(name).suffixes[-1:])
        return self.out / f"part-{shard:05}{suffix or '.' + source.form}{_suffix(self.packing_of(source))}"

    def packing_of(self, source: Source) -> str:
        """How the output of a source is compressed."""
        if source.form == "parquet":
            return ""
        if self.packing is not None:
            return self.packing
        if self.layout == "one":
            return by_name(self.out.name)[0] if self.out else ""
        if self.layout == "shards":
            return self.sources[0].packing
        return by_name(Path(source.below).name)[0]

    def beside(self, name: str) -> Path:
        """A file of the run beside its outputs: ``manifest.json``, ``rejects.jsonl``, ``journal``."""
        assert self.out
        hidden = name == "journal"
        if self.layout == "one":
            return self.out.with_name(f"{'.' if hidden else ''}{self.out.name}.{name}")
        return self.out / f"{'.vntextclean-' if hidden else '_'}{name}"

    def told(self) -> dict[str, Any]:
        """What must be the same for a run to be resumed."""
        return {
            "settings": self.job.key.hex(),
            "added fields": [self.job.added.signals, self.job.added.fingerprint],
            "inputs": [[source.name, source.size, source.time, source.form] for source in self.sources],
            "layout": [self.layout, str(self.out), self.shard_size, self.packing],
            "chunk size": self.chunk_size,
            "longest text": self.job.longest,
            "formats": self.job.options,
            "rejects file": str(self.rejects or ""),
        }

    def parts(self) -> list[Path]:
        """The files of a run with --shard-size that are there."""
        assert self.out
        return sorted(path for path in self.out.glob("part-*") if _PART.fullmatch(path.name))

    def clear(self) -> None:
        """Take away what an earlier run left: unfinished files, its shards, and the files that told of it."""
        if self.out is None:
            return
        paths = {self.output(source, 0) for source in self.sources if self.layout != "shards"}
        leftover = [partial_of(path) for path in paths]
        if self.layout == "shards":
            leftover += [*self.out.glob(".part-*.partial"), *self.parts()]
        named = [self.rejects or self.beside("rejects.jsonl"), self.beside("manifest.json")]
        for path in [*leftover, *named, *map(partial_of, named)]:
            path.unlink(missing_ok=True)


def _suffix(packing: str) -> str:
    return KINDS[packing][0] if packing else ""


def layout_of(out: Path | None, sources: list[Source], shard_size: int, trailing: bool, named: bool) -> Layout:
    """How outputs are laid out: by --shard-size, by the name of the output, and by what is there.

    ``trailing`` says that the name of the output ends with a slash, ``named`` that all inputs are files that were
    named: what a directory becomes does not depend on how many files are in it.
    """
    if out is None:
        if shard_size:
            raise ConfigError("--shard-size needs a directory: give -o DIRECTORY")
        return "one"
    if shard_size:
        if form_of(out.name) and not out.is_dir() and not trailing:
            raise ConfigError(f"--shard-size needs a directory, and {out} is the name of a file: give -o DIRECTORY")
        return "shards"
    if out.is_dir() or trailing:
        return "each"
    if (named and len(sources) == 1) or form_of(out.name):
        return "one"
    return "each"
