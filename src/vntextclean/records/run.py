"""A batch run from its plan to its manifest."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vntextclean.errors import InputError
from vntextclean.records import places
from vntextclean.records.journal import Journal, Totals
from vntextclean.records.manifest import complete, manifest, write
from vntextclean.records.plan import Plan
from vntextclean.records.pool import Pool
from vntextclean.records.reading import work_of
from vntextclean.records.writing import Writer


@dataclass(frozen=True)
class Status:
    """How far a run is.

    ``total`` is the size of the inputs in bytes, 0 if it is not known; ``skipped`` are those that an earlier run read.
    """

    totals: Totals
    total: int
    seconds: float
    source: str
    skipped: int = 0

    @property
    def rate(self) -> float:
        """Bytes read in a second."""
        return (self.totals.read - self.skipped) / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds left, if that can be told."""
        return (self.total - self.totals.read) / self.rate if self.total and self.rate else None


@dataclass(frozen=True)
class Finished:
    """A complete run: its exit code (0, 1 with rejects, 2 where an input could not be cleaned) and its last status."""

    code: int
    status: Status
    rejects: Path | None
    already: bool = False


def run(
    plan: Plan,
    model: str,
    resume: bool = False,
    restart: bool = False,
    report: Path | None = None,
    tell: Callable[[str, str], None] = lambda _, __: None,
    follow: Callable[[Callable[[], Status]], None] = lambda _: None,
) -> Finished:
    """Clean all inputs of a plan, and write the outputs, the rejects and the manifest.

    ``tell`` is told each reject by its place and its reason. ``follow`` is called after each chunk, and now and then
    while one takes long, with a function that gives the status. Raises :class:`InputError` where the run cannot go on;
    what is unfinished stays under hidden names beside the outputs, and ``resume`` goes on from there with the bytes of
    a run that was never stopped.
    """
    total = sum(source.size for source in plan.sources) if all(source.path for source in plan.sources) else 0
    begun = time.monotonic()
    stopped = _stopped(plan, resume, restart)
    if resume and not stopped and (found := complete(plan.beside("manifest.json"), plan)):
        before = Totals(records=found["records"], changes=found["changes"], rejects=found["rejects"], read=total)
        return Finished(_code(found), Status(before, total, 0.0, "", total), None, True)
    places.check(plan, report, restart or stopped)
    with Pool(plan.job, plan.jobs, plan.most_time) as pool, closing(Writer(plan, tell, resume and stopped)) as writer:
        skipped = writer.totals.read
        source = writer.point.source

        def status() -> Status:
            name = plan.sources[min(source, len(plan.sources) - 1)].name
            return Status(writer.now(), total, time.monotonic() - begun, name, skipped)

        todo = work_of(plan, writer.point.source, writer.point.mark)
        for work, done in pool.stream(todo, lambda: follow(status)):
            source = work.chunk.source
            writer.take(work, done)
            follow(status)
        writer.complete()
        last = status()
        told = manifest(plan, last.totals, model, writer.rejects())
        if plan.out is not None:
            write(plan.beside("manifest.json"), told)
        if report is not None:
            write(report, {**told, **_speed(plan, last, pool.restarts)})
        writer.forget()
        return Finished(_code(told), last, writer.rejects())


def _stopped(plan: Plan, resume: bool, restart: bool) -> bool:
    """Whether a run was stopped here. Raises :class:`InputError` where it is not said what is to become of it."""
    if plan.out is None:
        return False
    journal = plan.beside("journal")
    if journal.exists() and not (resume or restart):
        Journal(journal).refuse_busy()
        raise InputError(f"{journal}: a run was stopped here; go on with --resume, or begin anew with --restart")
    if resume and not all(source.path for source in plan.sources):
        raise InputError("standard input cannot be resumed; name files")
    return journal.exists()


def _code(told: dict[str, Any]) -> int:
    failed = any("error" in entry and not entry["records"] for entry in told["inputs"])
    return 2 if failed else int(told["rejects"] > 0)


def _speed(plan: Plan, last: Status, restarts: int) -> dict[str, Any]:
    return {
        "seconds": round(last.seconds, 3),
        "bytes_read": last.totals.read,
        "bytes_per_second": round(last.rate),
        "resumed_at_byte": last.skipped,
        "jobs": plan.jobs,
        "workers_restarted": restarts,
    }
