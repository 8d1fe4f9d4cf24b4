"""How far a batch run is: a bar on a terminal, else a line of JSON on standard error now and then."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.speaking.say import say, shown

if TYPE_CHECKING:
    from vntextclean.records.run import Finished, Status

#: Rejects that are named; the rejects file has them all.
NAMED = 10
#: Seconds between two pictures of the bar.
PACE = 0.2


class Progress:
    """Tells of a run on standard error; to be used in a ``with`` statement.

    ``every`` is seconds between two lines of JSON, 0 for none. Told to be ``quiet`` it names
    rejects alone: how the run went is in the manifest.
    """

    def __init__(self, every: float, quiet: bool = False) -> None:
        self._every = 0.0 if quiet else every
        self._named = 0
        self._bar = _Bar() if sys.stderr.isatty() and not quiet else None
        self._next = time.monotonic() + (PACE if self._bar else every)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def tell(self, place: str, reason: str) -> None:
        """Name a reject, if not too many have been named."""
        self._named += 1
        if self._named <= NAMED:
            said = f"{place}: {reason}"
            if self._bar:
                self._bar.say(said)
            else:
                say(said)
        elif self._named == NAMED + 1:
            self.tell_more()

    def tell_more(self) -> None:
        """Say that not all rejects are named."""
        say("there are more records like these; the rejects file has them all")

    def follow(self, status: Callable[[], Status]) -> None:
        """Tell how far the run is, if it is time to."""
        now = time.monotonic()
        if now < self._next or (not self._bar and not self._every):
            return
        if self._bar:
            self._bar.show(status())
            self._next = now + PACE
        else:
            click.echo(json.dumps(_told(status()), ensure_ascii=False), err=True)
            self._next = now + self._every

    def end(self, finished: Finished) -> None:
        """Tell what came of the run."""
        totals = finished.status.totals
        if not self._bar:
            if self._every:
                told = {**_told(finished.status), "done": True, "exit_code": finished.code}
                click.echo(json.dumps(told, ensure_ascii=False), err=True)
            return
        if finished.already:
            say("this run is complete already")
            return
        rejected = f", {totals.rejects:,} rejects" + (f" in {finished.rejects}" if finished.rejects else "")
        say(
            f"{totals.records:,} records, {totals.changes:,} changes in {totals.changed:,} of them"
            f"{rejected if totals.rejects else ''}; {finished.status.rate / 1e6:.2f} MB/s"
        )


def _told(status: Status) -> dict[str, Any]:
    """A status as JSON has it."""
    totals = status.totals
    return {
        "seconds": round(status.seconds, 1),
        "bytes": totals.read,
        "total_bytes": status.total or None,
        "records": totals.records,
        "mb_per_second": round(status.rate / 1e6, 3),
        "seconds_left": None if status.left is None else round(status.left),
        "changed": totals.changed,
        "changes": dict(_by_filter(totals.rules).most_common()),
        "rejects": totals.rejects,
        "input": status.source,
    }


def _by_filter(rules: Counter[str]) -> Counter[str]:
    """Changes by filter, commonest first."""
    counts: Counter[str] = Counter()
    for rule, count in rules.items():
        counts[rule.partition(".")[0]] += count
    return counts


class _Bar:
    """A bar of Rich's, drawn from the main thread alone: workers are forked from it."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        self._progress = Progress(
            BarColumn(20), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(),
            TextColumn("{task.fields[told]}", markup=False),
            console=Console(stderr=True), auto_refresh=False, transient=True,
        )  # fmt: skip
        self._task = self._progress.add_task("", total=None, told="")
        self._progress.start()

    def show(self, status: Status) -> None:
        """Draw the bar."""
        counts = ", ".join(f"{name} {count:,}" for name, count in _by_filter(status.totals.rules).most_common(3))
        told = f"{status.totals.records:,} records; {counts}"
        self._progress.update(self._task, completed=status.totals.read, total=status.total or None, told=told)
        self._progress.refresh()

    def say(self, message: str) -> None:
        """A line above the bar."""
        self._progress.console.print(f"vntextclean: {shown(message)}", markup=False, highlight=False)

    def stop(self) -> None:
        """Take the bar away."""
        self._progress.stop()
