"""Worker processes that survive being killed: chunks go out, results come back in order, and no record is lost.

A worker has at most two chunks, so that it never waits, and the number of chunks in work is limited, so that memory is
bounded. If a worker dies, another takes its place. The chunk that it was working on is then cleaned record by record;
a record at which three workers die then is a reject, and those beside it are cleaned as if it were not there. Where a
record may take only so long, all are cleaned one by one, and the worker that is at a record for longer is killed.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

from vntextclean.errors import InputError
from vntextclean.named_tuple import NamedTuple
from vntextclean.records.formats.chunk import Chunk, Done, Reject
from vntextclean.records.formats.compression import pack
from vntextclean.records.formats.delimited import Delimited
from vntextclean.records.job import Job

#: Chunks that wait at a worker, the one in work included.
AHEAD = 2
#: Deaths of workers in a row, with no chunk finished and no record found to blame, after which the run gives up.
FRUITLESS = 12
#: Deaths at one record, cleaned by itself, after which it is to blame.
MOST_DEATHS = 3
#: Seconds without a word from the workers after which it is told how far the run is.
IDLE = 0.5


class Work(NamedTuple):
    """A chunk, the name of its format, and the compression of its output."""

    chunk: Chunk
    form: str
    packing: str


@dataclass(eq=False)
class _Task:
    work: Work
    done: Done | None = None
    careful: bool = False
    at: int = -1
    deaths: dict[int, int] = field(default_factory=dict)
    known: dict[int, str] = field(default_factory=dict)


@dataclass(eq=False)
class _Worker:
    process: Any
    connection: Connection
    tasks: deque[_Task] = field(default_factory=deque)
    since: float = 0.0  # when it began with the record that it is at


class Pool:
    """``jobs`` worker processes; close it, or use it in a ``with`` statement, to stop them.

    ``most_time`` is how many seconds a record may take; 0 is no limit. A process in the middle of a loop in C heeds no
    timer of its own, so the worker is killed.

    On Linux they are forked when the pipeline has been made, and share its memory; elsewhere each makes its own.
    """

    def __init__(self, job: Job, jobs: int, most_time: float = 0.0) -> None:
        self._job = job
        self._most_time = most_time
        self._context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._workers: list[_Worker] = []
        self._fruitless = 0
        self.restarts = 0
        job.prepare()
        gc.collect()
        gc.freeze()  # what is there now is never collected, so its pages stay shared
        for _ in range(jobs):
            self._start()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()

    def stream(self, work: Iterable[Work], idle: Callable[[], None] = lambda: None) -> Iterator[tuple[Work, Done]]:
        """Each piece of work with its result, in order. A chunk that only ends an input has none to wait for.

        ``idle`` is called now and then while no worker has anything to say.
        """
        source = iter(work)
        waiting: deque[_Task] = deque()
        most = (AHEAD + 1) * len(self._workers)
        more = True
        while more or waiting:
            while more and len(waiting) < most and (free := self._free()):
                following = next(source, None)
                if following is None:
                    more = False
                    break
                task = _Task(following, careful=self._most_time > 0)
                waiting.append(task)
                if following.chunk.piece.passing:
                    task.done = _passed(following, self._job)
                elif following.chunk.piece.data:
                    self._give(free, task)
                else:
                    task.done = Done(b"")
            while waiting and (done := waiting[0].done) is not None:
                yield waiting.popleft().work, done
            if waiting and (not more or len(waiting) >= most or not self._free()):
                self._listen(idle)

    def _free(self) -> _Worker | None:
        """The worker with the least to do, if it can take more."""
        worker = min(self._workers, key=lambda worker: len(worker.tasks))
        return worker if len(worker.tasks) < AHEAD else None

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        others = [worker.connection for worker in self._workers] + [ours] if sys.platform == "linux" else []
        process = self._context.Process(target=_work, args=(theirs, others, self._job), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _give(self, worker: _Worker, task: _Task) -> None:
        worker.tasks.append(task)
        with contextlib.suppress(OSError):  # it is dead: the next round of listening finds out
            worker.connection.send((task.work, task.careful, task.known))

    def _listen(self, idle: Callable[[], None]) -> None:
        """Wait until a worker says something or dies."""
        while not (heard := wait([worker.connection for worker in self._workers], IDLE)):
            self._stop_late()
            idle()
        self._stop_late(heard)
        for ready in heard:
            worker = next(each for each in self._workers if each.connection is ready)
            try:
                kind, value = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            task = worker.tasks[0]
            if kind == "at":
                task.at, worker.since = value, time.monotonic()
            elif kind == "done":
                worker.tasks.popleft().done = value
                self._fruitless = 0
            else:
                raise value

    def _stop_late(self, heard: Container[object] = ()) -> None:
        """Kill each worker that is at a record for longer than it may take, and know that record's fault.

        A worker that has been ``heard`` and not yet listened to may have gone on to another record.
        """
        for worker in self._workers if self._most_time else ():
            task = worker.tasks[0] if worker.tasks and worker.connection not in heard else None
            if task and task.at >= 0 and time.monotonic() - worker.since > self._most_time:
                task.known[task.at] = f"it took longer than --max-time {self._most_time:g} allows"
                self._fruitless = 0
                worker.process.kill()

    def _bury(self, worker: _Worker) -> None:
        """Put another worker in the place of a dead one, and give it the tasks, the first one to be done with care."""
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        self._fruitless += 1
        self.restarts += 1
        code = worker.process.exitcode
        if worker.tasks:
            self._blame(worker.tasks[0], code)
        if self._fruitless > FRUITLESS:
            raise InputError(
                f"worker processes are stopped again and again ({_said(code)}), perhaps for want of memory;"
                " try fewer --jobs, or a smaller --chunk-size"
            )
        self._start()
        for task in worker.tasks:
            self._give(self._workers[-1], task)

    def _blame(self, task: _Task, code: int | None) -> None:
        if task.careful and task.at >= 0:
            task.deaths[task.at] = task.deaths.get(task.at, 0) + 1
            if task.deaths[task.at] >= MOST_DEATHS:
                task.known[task.at] = f"the process that cleaned it was stopped {MOST_DEATHS} times ({_said(code)})"
                self._fruitless = 0
        task.careful, task.at = True, -1


def _passed(work: Work, job: Job) -> Done:
    """What becomes of a part of a record that is too long to be cleaned."""
    piece = work.chunk.piece
    assert piece.passing
    begins, ends, fault = piece.passing
    reject = Reject(work.chunk.begins.number, fault, piece.data, begins, ends)
    form = job.formats[work.form]
    data = form.unchanged(piece.data, job.added) if ends and isinstance(form, Delimited) else piece.data
    if job.on_error == "skip" or not data:
        return Done(b"", 0, int(begins), rejects=(reject,))
    return Done(pack(data, work.packing), len(data), int(begins), rejects=(reject,))


def _said(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {-code}"
    return f"exit code {code}"


def _work(connection: Connection, others: list[Connection], job: Job) -> None:
    """The life of a worker: it ends when its parent does."""
    for other in others:  # inherited by fork: open here, they would hide the end of the parent from other workers
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the workers
    received: SimpleQueue[tuple[Work, bool, dict[int, str]]] = SimpleQueue()
    Thread(target=_receive, args=(connection, received), daemon=True).start()
    while True:
        work, careful, known = received.get()
        at = (lambda place: connection.send(("at", place))) if careful else None
        try:
            message = ("done", job.run(*work, known, at))
        except Exception as error:  # noqa: BLE001 - raised anew in the parent
            connection.send(("error", error))
        else:
            connection.send(message)


def _receive(connection: Connection, received: SimpleQueue[tuple[Work, bool, dict[int, str]]]) -> None:
    """Take chunks as they come: were they left in the pipe, both ends could wait for each other to read."""
    try:
        while True:
            received.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)  # the parent is gone
