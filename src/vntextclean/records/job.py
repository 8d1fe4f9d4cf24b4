"""What a worker process does with a chunk: records out, texts cleaned, records in again."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vntextclean.cleaned import Cleaned
from vntextclean.errors import VntextcleanError
from vntextclean.pipeline import Pipeline
from vntextclean.records.formats.chunk import Chunk, Done, Reject
from vntextclean.records.formats.compression import pack
from vntextclean.records.formats.interface import Added, Format, Outcome, Record
from vntextclean.settings import Settings

OnError = Literal["keep", "skip", "stop"]
#: Damaged in several ways, so that what filters load on demand is loaded before the workers are forked.
_WARMING = "Môt buổi tọa  đàm về công tác dân vn.\nHuyện đang thựchiện dự án, xã đã th ực hiện xong.\n" * 3


@dataclass
class Job:
    """The settings of a run, as each worker process needs them; pickled without its pipeline.

    ``options`` are those of the formats, ``key`` is a digest of all that decides what becomes of a text, and
    ``longest`` is the largest number of code points that a text may have; longer ones are rejects.
    """

    settings: Settings
    formats: Mapping[str, Format]
    on_error: OnError = "keep"
    added: Added = field(default_factory=Added)
    longest: int = 1 << 22
    key: bytes = b""
    options: dict[str, Any] = field(default_factory=dict)
    _pipeline: Pipeline | None = field(default=None, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_pipeline": None}

    def prepare(self) -> None:
        """Make the pipeline, and load all that it reads; processes forked afterwards share the memory."""
        if self._pipeline is None:
            self._pipeline = Pipeline(self.settings)
            self._pipeline.run(_WARMING)
            if self.added.signals:
                from vntextclean.signals import signals

                signals(_WARMING)

    def run(
        self,
        chunk: Chunk,
        form: str,
        packing: str,
        known: Mapping[int, str] | None = None,
        at: Callable[[int], None] | None = None,
    ) -> Done:
        """Clean a chunk. ``known`` are faults of records by their place in it, found out before.

        With ``at``, records are cleaned one by one, and ``at`` is told of each before, and of -1 when all are done: so
        it is known which record stopped a process, or takes long.
        """
        self.prepare()
        made = self.formats[form]
        data, context = chunk.piece.data, chunk.piece.context
        records = made.records(data, context, chunk.begins.number)
        faults = {place: record.fault for place, record in enumerate(records) if record.fault} | dict(known or {})
        for place, record in enumerate(records):
            if place not in faults and any(len(text) > self.longest for text in record.texts):
                size = max(map(len, record.texts))
                faults[place] = f"a text of {size} characters, more than --max-text {self.longest} allows"
        results = self._cleaned(records, faults, at)
        kept: list[tuple[Record, Outcome | None]] = []
        rejects, rules, changes, changed = [], Counter[str](), 0, 0
        for place, record in enumerate(records):
            if place in faults:
                raw = record.shown() if record.shown else record.raw
                rejects.append(Reject(record.number, faults[place], raw))
                if self.on_error != "skip":
                    kept.append((record, None))
                continue
            found = results.get(place, [])
            for cleaned in found:
                rules.update(cleaned.counts())
                changes += len(cleaned.changes)
            changed += any(cleaned.changes for cleaned in found)
            if at is not None and self.added.signals:
                at(place)
            kept.append((record, self._outcome(found) if found else None))
        if at is not None:
            at(-1)
        parts = made.write(kept, data, context, self.added)
        size = sum(map(len, parts))
        packed = b"".join(pack(part, packing) for part in (parts if made.packs_each else [b"".join(parts)]) if part)
        return Done(packed, size, len(records), changed, changes, rules, tuple(rejects))

    def _cleaned(
        self, records: list[Record], faults: dict[int, str], at: Callable[[int], None] | None
    ) -> dict[int, list[Cleaned]]:
        """The results of each record that has texts, by its place; ``faults`` learns of those that raise an error."""
        assert self._pipeline
        places = [place for place, record in enumerate(records) if record.texts and place not in faults]
        if at is None:
            with contextlib.suppress(Exception):  # whatever it is, it is that of one record, and is found below
                found = iter(self._pipeline.run_many(text for place in places for text in records[place].texts))
                return {place: [next(found) for _ in records[place].texts] for place in places}
        results = {}
        for place in places:
            if at is not None:
                at(place)
            try:
                results[place] = [self._pipeline.run(text) for text in records[place].texts]
            except Exception as error:  # noqa: BLE001 - a reject, with its reason
                told = " ".join(str(error).split())[:200]
                kind = "" if isinstance(error, VntextcleanError) else f"{type(error).__name__}{told and ': '}"
                faults[place] = f"it cannot be cleaned: {kind}{told}"
        return results

    def _outcome(self, found: list[Cleaned]) -> Outcome:
        extra: dict[str, Any] = {}
        if self.added.signals:
            from vntextclean.lm.model import Model
            from vntextclean.signals import signals

            told = [signals(cleaned, Model.open(self.settings.model)).to_dict() for cleaned in found]
            extra[self.added.signals] = told[0] if len(told) == 1 else max(told, key=lambda each: each["words"])
        if self.added.fingerprint:
            digest = hashlib.blake2b(key=self.key, digest_size=16)
            for cleaned in found:
                digest.update(cleaned.source.encode("utf-8", "surrogatepass") + b"\x00")
            extra[self.added.fingerprint] = digest.hexdigest()
        return Outcome(tuple(cleaned.text for cleaned in found), extra)


def key_of(settings: Settings, version: str, digests: str) -> bytes:
    """A digest of all that decides what becomes of a text: two runs with equal keys clean alike.

    ``digests`` are those of the model and of the table of furniture, whose paths do not count. Nor does the language of
    the reasons.
    """
    told = {"version": version, "digests": digests, **settings.to_dict()}
    for name in ("model", "boilerplate", "lang"):
        del told[name]
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).digest()
