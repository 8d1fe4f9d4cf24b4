"""The optional compiled kernel: the same results as numpy, without the fixed cost of each numpy call.

A document of a few kilobytes needs hundreds of numpy calls, and each costs a microsecond or more before it does any
work. The kernel (``native/``, compiled by ``hatch_build.py`` where the machine has a C compiler) does whole steps in
one call. Beside each kernel call stands numpy code that computes the same. It is the reference, tests compare the two,
and it runs where no kernel was compiled.

The environment variable ``VNTEXTCLEAN_NATIVE=0`` turns the kernel off.
"""

from __future__ import annotations

import os
from typing import Any

#: Version of the kernel's functions, their arguments and results. A kernel with another version is not used.
INTERFACE = 1


def _load() -> Any:
    if os.environ.get("VNTEXTCLEAN_NATIVE") == "0":
        return None
    try:
        from vntextclean.lm import _kernel  # type: ignore[attr-defined]
    except ImportError:  # not compiled here, or for another Python
        return None
    return _kernel if getattr(_kernel, "INTERFACE", None) == INTERFACE else None


#: The compiled module, or None. Code reads it at each call, so that tests can switch it off.
native: Any = _load()


def handle(make: str, *arrays: Any) -> Any:
    """Arrays checked and kept by the kernel function ``make``; None without a kernel or if the arrays do not fit it."""
    if native is None:
        return None
    try:
        return getattr(native, make)(*arrays)
    except (BufferError, TypeError, ValueError):  # of another type or layout than the shipped model's
        return None
