"""What comes out of a run: outputs, rejects, and the journal that knows how far they are right."""

from __future__ import annotations

import base64
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from vntextclean.errors import InputError
from vntextclean.records.formats.chunk import Done, Mark, Reject
from vntextclean.records.formats.compression import pack
from vntextclean.records.journal import Journal, Point, Totals
from vntextclean.records.outputs import Output, partial_of
from vntextclean.records.plan import Plan
from vntextclean.records.pool import Work


class Writer:
    """Takes results in order. ``totals`` counts the whole run, ``tell`` is told each reject by place and reason."""

    def __init__(self, plan: Plan, tell: Callable[[str, str], None], resume: bool) -> None:
        self.plan = plan
        self.totals = Totals()
        self.point = Point()
        self._tell = tell
        self._since = Totals()
        self._journal = Journal(plan.beside("journal")) if plan.out else None
        self._output: Output | None = None
        self._context: bytes | None = None
        self._rejects_path = plan.rejects or (plan.beside("rejects.jsonl") if plan.out else None)
        self._rejects: Output | None = None
        self._next = time.monotonic() + plan.every
        if self._journal and resume:
            self.point, self.totals = self._journal.resume(plan.told())
            if {self.point.policy, plan.job.on_error} == {"keep", "skip"}:
                raise InputError(
                    f"{self._journal.path}: the run that was stopped had other --on-error; give the same ones,"
                    " or begin anew with --restart"
                )
            self._resume(self.point)
        elif self._journal:
            self._journal.begin(plan.told())
            plan.clear()

    def _resume(self, point: Point) -> None:
        """Bring the outputs to where they were at a point of the journal."""
        if point.rejects:
            assert self._rejects_path
            if not partial_of(self._rejects_path).exists() and self._rejects_path.exists():
                self._rejects_path.replace(partial_of(self._rejects_path))  # stopped after its rename
            self._rejects = Output(self._rejects_path, point.rejects)
        if not point.output:
            return
        path = Path(point.output)
        if point.finished:
            if partial_of(path).exists():
                Output(path, point.size, path.suffix == ".parquet").commit()
            elif not path.exists():
                raise InputError(f"{path}: it was written, and is gone; start again with --restart")
            self.point.output = ""
            self.point.size = self.point.written = 0
            self.point.finished = False
        else:
            self._output = Output(path, point.size, path.suffix == ".parquet")

    def take(self, work: Work, done: Done) -> None:
        """Write a result, and what it says of records that could not be cleaned."""
        chunk = work.chunk
        source = self.plan.sources[chunk.source]
        fault = chunk.piece.fault if chunk.ends else ""
        if self.plan.job.on_error == "stop" and (done.rejects or fault):
            first = done.rejects[0] if done.rejects else Reject(chunk.begins.number, fault, b"")
            onward = "; go on past it with --resume --on-error keep" if self.plan.out and source.path else ""
            raise InputError(f"{source.name}:{first.number}: {first.error}{onward}")
        if not chunk.ends and not chunk.piece.fault:
            self._write(work, done)
        for reject in done.rejects:
            self._reject(source.name, reject)
        if fault:
            self._reject(source.name, Reject(chunk.begins.number, fault, b""))
        self._since.add(chunk.source, done, chunk.read, bool(fault))
        if fault:
            self._since.faults[chunk.source] = fault
        self.point.source, self.point.mark = chunk.source, chunk.piece.after
        if chunk.ends:
            self._end(work)
        if time.monotonic() >= self._next:
            self.note()

    def _write(self, work: Work, done: Done) -> None:
        chunk, plan = work.chunk, self.plan
        form = plan.job.formats[work.form]
        context = chunk.piece.context
        if form.has_columns and self._context not in (None, context) and plan.layout != "each":
            raise InputError(
                f"{plan.sources[chunk.source].name}: its columns are not those of the inputs before it;"
                " give a directory, without --shard-size"
            )
        self._context = context
        size = self.point.written + done.size
        inside = chunk.begins.inside  # a record that passes in parts stays in one file
        if plan.layout == "shards" and self.point.written and size > plan.shard_size and not inside:
            self._finish(Point(chunk.source, chunk.begins, shard=self.point.shard + 1), work.packing)
        if plan.out is None:
            self._to_standard_output(work, done)
            return
        if self._output is None:
            path = plan.output(plan.sources[chunk.source], self.point.shard)
            self._output = Output(path, 0, work.form == "parquet")
            self.point.output, self.point.written = str(path), 0
        if not self._output.size and (head := form.prologue(context, plan.job.added)):
            self._output.write(pack(head, work.packing))
        self._output.write(done.data)
        self.point.written += done.size

    def _to_standard_output(self, work: Work, done: Done) -> None:
        form = self.plan.job.formats[work.form]
        if not self.point.output:
            self.point.output = "-"
            if head := form.prologue(work.chunk.piece.context, self.plan.job.added):
                self.point.size += sys.stdout.buffer.write(pack(head, work.packing))
        self.point.size += sys.stdout.buffer.write(done.data)
        sys.stdout.buffer.flush()

    def _reject(self, name: str, reject: Reject) -> None:
        if reject.begins:
            self._tell(f"{name}:{reject.number}", reject.error)
        self.point.policy = self.plan.job.on_error
        if self._rejects_path is None:
            return
        if self._rejects is None:
            self._rejects = Output(self._rejects_path)
        told: dict[str, Any] = {"input": name, "line": reject.number, "error": reject.error}
        if not (reject.begins and reject.ends):
            self._reject_part(told, reject)
            return
        try:
            told["record"] = reject.raw.decode("utf-8")
        except UnicodeDecodeError:
            told["record_base64"] = base64.b64encode(reject.raw).decode("ascii")
        self._rejects.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self.point.rejects = self._rejects.size

    def _reject_part(self, told: dict[str, Any], reject: Reject) -> None:
        """A part of a record: the whole line has them as a list."""
        assert self._rejects
        opening = json.dumps(told, ensure_ascii=False)[:-1] + ', "record_base64_parts": [' if reject.begins else ", "
        line = opening + '"' + base64.b64encode(reject.raw).decode("ascii") + '"' + ("]}\n" if reject.ends else "")
        self._rejects.write(line.encode("utf-8", "surrogateescape"))
        self.point.rejects = self._rejects.size

    def _end(self, work: Work) -> None:
        """An input has ended: in a directory, so has its output."""
        chunk, plan = work.chunk, self.plan
        following = Point(chunk.source + 1, Mark(), shard=self.point.shard)
        last = chunk.source + 1 == len(plan.sources)
        if plan.out is None:
            if last and not self.point.size:
                sys.stdout.buffer.write(pack(b"", work.packing))
            return
        if plan.layout != "each" and not last:
            self.point.source, self.point.mark = following.source, following.mark
            return
        if self._output is None and not chunk.failed and plan.layout != "shards":
            self._output = Output(plan.output(plan.sources[chunk.source], 0), 0, False)
        if self._output is not None:
            self._finish(following, work.packing)
        else:
            following.rejects, following.policy = self.point.rejects, self.point.policy
            self.point = following

    def _finish(self, following: Point, packing: str) -> None:
        """Put the output in its place, and go on at another point."""
        assert self._output
        following.rejects, following.policy = self.point.rejects, self.point.policy
        if not self._output.size:
            self._output.write(pack(b"", packing))  # no bytes at all are no compressed file
        self._since.outputs.append(str(self._output.path))
        self._output.sync()
        finished = Point(**{**vars(following), "output": str(self._output.path), "size": self._output.size})
        finished.finished = True
        self._note(finished)
        self._output.commit()
        self._output = None
        self.point = following

    def note(self) -> None:
        """Write down in the journal how far the outputs are right."""
        if self._output:
            self._output.sync()
            self.point.size = self._output.size
        self._note(self.point)

    def _note(self, point: Point) -> None:
        if self._rejects:
            self._rejects.sync()
        if self._journal:
            self._journal.note(point, self._since)
        self.totals.merge(self._since)
        self._since = Totals()
        self._next = time.monotonic() + self.plan.every

    def now(self) -> Totals:
        """The totals up to this moment."""
        found = Totals()
        found.merge(self.totals)
        found.merge(self._since)
        return found

    def rejects(self) -> Path | None:
        """The file of rejects, if there are any."""
        return self._rejects_path if self._rejects else None

    def complete(self) -> None:
        """The run is through: put the rejects in their place."""
        self.note()
        if self._rejects:
            self._rejects.commit()

    def forget(self) -> None:
        """Remove the journal: all files are in their places."""
        if self._journal:
            self._journal.remove()

    def close(self) -> None:
        """Stop writing; what is unfinished stays under its hidden name."""
        for each in (self._output, self._rejects, self._journal):
            if each:
                each.close()
