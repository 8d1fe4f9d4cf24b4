"""The compiled kernel, where there is one: the same answers as numpy's, without numpy's fixed cost for each call.

A document of a few kilobytes asks numpy hundreds of questions, and each costs a microsecond or more before any work is
done. The kernel (``native/`` folders, compiled by ``hatch_build.py`` where the machine has a C compiler) answers whole
questions in one call. The numpy code beside each call answers the same: it is the reference, the tests compare the two,
and it is what runs where nothing was compiled.

C has copies of some constants (ids, padding, bits, hash bases), in one table in ``native/kernel.h``. Each Python module
that owns some of them calls :func:`agree`: a kernel that was compiled with other values is not used.

``VNTEXTCLEAN_NATIVE=0`` in the environment turns the kernel off.
"""

from __future__ import annotations

import os
from typing import Any


def _load() -> Any:
    if os.environ.get("VNTEXTCLEAN_NATIVE") == "0":
        return None
    try:
        from vntextclean.lm import _kernel  # type: ignore[attr-defined]
    except ImportError:  # not compiled here, or for another Python
        return None
    return _kernel


#: The compiled functions, or None. Read it for each call, so that tests can take the kernel away.
native: Any = _load()


def agree(**constants: int) -> None:
    """Compare constants with those the kernel was compiled with; where one differs, numpy answers from then on.

    Called at import by the module that owns the constants, before anything that uses them can be asked.
    """
    global native  # noqa: PLW0603 - one kernel for the process, as it is loaded once
    compiled = getattr(native, "CONSTANTS", {})
    if any(compiled.get(name) != value for name, value in constants.items()):
        native = None


#: Counts the changes of what the functions of the kernel take and give.
agree(INTERFACE=2)


def handle(make: str, *arrays: Any) -> Any:
    """Arrays that a function of the kernel has checked and keeps; None where it refuses them, or there is no kernel."""
    if native is None:
        return None
    try:
        return getattr(native, make)(*arrays)
    except (BufferError, TypeError, ValueError):  # of another type or layout than the shipped model's
        return None
