"""The optional compiled kernel: the same results as numpy, without the fixed cost of each numpy call.

A document of a few kilobytes needs hundreds of numpy calls, and each costs a microsecond or more before it does any
work. The kernel (``native/`` folders, compiled by ``hatch_build.py`` where the machine has a C compiler) does whole
steps in one call. Beside each kernel call stands numpy code that computes the same. It is the reference, tests compare
the two, and it runs where no kernel was compiled. Only the answers of the nets (the proofreader, the
wide-context net) may differ in the last bits, because products and sums are rounded in another order: of 1 234
documents, with confidences of four digits, two differ, each in the last digit of the confidence of one suggestion.

C has copies of some constants (ids, padding, bits, hash bases), in one table in ``native/kernel.h``. Each Python module
that owns some of them calls :func:`agree`: a kernel that was compiled with other values is not used.

The environment variable ``VNTEXTCLEAN_NATIVE=0`` turns the kernel off.
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


#: The compiled module, or None. Code reads it at each call, so that tests can switch it off.
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
agree(INTERFACE=24)


def handle(make: str, *arrays: Any) -> Any:
    """Arrays checked and kept by the kernel function ``make``; None without a kernel or if the arrays do not fit it."""
    if native is None:
        return None
    try:
        return getattr(native, make)(*arrays)
    except (BufferError, TypeError, ValueError):  # of another type or layout than the shipped model's
        return None
