"""``--version``: the version, whether the compiled kernel is there, and which model answers."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

from vntextclean import __version__

#: Signature, version, length and checksum of the header: the layout of a model file (:mod:`vntextclean.lm.format`).
_SIGNATURE, _CHECKSUM = slice(8), slice(16, 20)


def told() -> str:
    """One line; it reads 24 bytes of the model, and loads neither it nor numpy."""
    return f"vntextclean {__version__} (kernel: {_kernel()}, model: {_model()})"


def _kernel() -> str:
    if os.environ.get("VNTEXTCLEAN_NATIVE") == "0":
        return "numpy, as VNTEXTCLEAN_NATIVE=0 asks"
    return "compiled" if importlib.util.find_spec("vntextclean.lm._kernel") else "numpy, none was compiled"


def _model() -> str:
    shipped = Path(__file__).parents[2] / "lm" / "data" / "vi.vnlm"
    path = Path(os.environ.get("VNTEXTCLEAN_MODEL") or shipped)
    try:
        with path.open("rb") as file:
            head = file.read(24)
    except OSError as error:
        return f"{path}, {error.strerror}"
    if head[_SIGNATURE] != b"vnlm\r\n\x1a\n":
        return f"{path}, which is no model"
    return f"{path.name} {head[_CHECKSUM][::-1].hex()}"
