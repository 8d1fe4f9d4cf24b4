"""Calls in which the n-th allocation fails, for every n: each must end in MemoryError, and keep nothing."""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import sys
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np

from tests.native.recorded import Call, record
from vntextclean.lm import kernel

#: One allocation fails, or all from the n-th on.
SOME, ALL = 1, 1 << 40
#: Seconds for the sweep of one call, of which each takes less than one: a loop without end is stopped and shown.
PATIENCE = 120


class Failures:
    """The two numbers by which :file:`failing_allocations.h` decides."""

    def __init__(self, path: str) -> None:
        loaded = ctypes.PyDLL(path)
        self._after = ctypes.c_longlong.in_dll(loaded, "vn_fail_after")
        self._times = ctypes.c_longlong.in_dll(loaded, "vn_fail_times")

    def call(self, function: Callable[..., Any], call: Call, after: int, times: int) -> tuple[bool, type | None]:
        """Whether an allocation failed in a call, and the exception that it raised."""
        self._after.value, self._times.value = after, times
        raised: type | None = None
        try:
            function(*call.arguments)
        except Exception as error:  # noqa: BLE001 - which one is raised is what is asked
            raised = type(error)
        failed = self._times.value != times
        self._after.value = -1
        return failed, raised


def sweep(failures: Failures, call: Call) -> tuple[int, list[str]]:
    """How many allocations of a call failed in turn, and what was wrong with its answers."""
    function, count, wrong = getattr(kernel.native, call.name), 0, []
    for times in (SOME, ALL):
        after = 0
        while True:
            failed, raised = failures.call(function, call, after, times)
            if raised is not (MemoryError if failed else None):
                said = raised.__name__ if raised else "no exception"
                wrong.append(f"{call.name}: {said} where allocation {after} {'fails' if failed else 'does not fail'}")
            if not failed:
                break
            after += 1
        count += after
    return count, wrong


def main(path: str) -> int:
    """Sweep over all recorded calls; 1 where an answer was wrong or memory was kept."""
    failures, count, wrong = Failures(path), 0, []
    for name, calls in record().items():
        for call in calls:
            faulthandler.dump_traceback_later(PATIENCE, exit=True)
            swept, said = sweep(failures, call)  # also fills what Python keeps of itself
            count, wrong = count + swept, wrong + said
            before = references(call)
            left = _kept(failures, call)
            if references(call) != before:
                wrong.append(f"{name}: references to its arguments are kept after calls without memory")
            faulthandler.cancel_dump_traceback_later()
            if left > 0:
                wrong.append(f"{name}: {left} bytes are kept after calls without memory")
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    print(f"{count} failed allocations, {len(wrong)} faults")
    return 1 if wrong or not count else 0


def references(call: Call) -> list[int]:
    """References to the arguments of a call that no other part of the interpreter shares."""
    own = [
        each for each in call.arguments if isinstance(each, np.ndarray | bytearray) or "Capsule" in type(each).__name__
    ]
    return [sys.getrefcount(each) for each in own]


def _kept(failures: Failures, call: Call) -> int:
    """Bytes that a sweep leaves behind: the least of three, because the interpreter's own caches grow now and then."""
    least = sys.maxsize
    tracemalloc.start()
    for _ in range(3):
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        sweep(failures, call)
        gc.collect()
        least = min(least, tracemalloc.get_traced_memory()[0] - before)
    tracemalloc.stop()
    return least
