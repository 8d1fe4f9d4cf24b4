"""The compiled kernel, where there is one: the same answers as numpy's, without its fixed cost for every call.

A document of a few kilobytes asks numpy hundreds of questions, and each costs a microsecond or more before it does any
work. The kernel (``native/``, compiled by ``hatch_build.py`` where the machine has a C compiler) answers whole
questions in one call. What it answers, the numpy code beside each call answers too: that is the reference, the tests
hold the two together, and it is what runs where nothing was compiled.

``VNTEXTCLEAN_NATIVE=0`` in the environment turns the kernel off.
"""

from __future__ import annotations

import os
from typing import Any

#: What the functions of the kernel take and give; a kernel compiled from other sources is left alone.
INTERFACE = 1


def _load() -> Any:
    if os.environ.get("VNTEXTCLEAN_NATIVE") == "0":
        return None
    try:
        from vntextclean.lm import _kernel  # type: ignore[attr-defined]
    except ImportError:  # not compiled here, or for another Python
        return None
    return _kernel if getattr(_kernel, "INTERFACE", None) == INTERFACE else None


#: The compiled functions, or None. Whoever asks looks here each time, so that tests can take it away.
native: Any = _load()


def handle(make: str, *arrays: Any) -> Any:
    """Arrays that a function of the kernel has checked and holds, or None where there is no kernel for them."""
    if native is None:
        return None
    try:
        return getattr(native, make)(*arrays)
    except (BufferError, TypeError, ValueError):  # of another type or layout than the shipped model's
        return None
