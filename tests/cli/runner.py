"""Click's runner of commands, with standard error apart from standard output in every version that we allow."""

from __future__ import annotations

import inspect
from typing import Any

from click.testing import CliRunner

#: Before click 8.2 the two were one stream, unless it was asked for in words that later versions do not take.
_APART: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}


def runner(**environment: str) -> CliRunner:
    """A runner whose commands see these variables besides the environment's own."""
    return CliRunner(env=environment, **_APART)
