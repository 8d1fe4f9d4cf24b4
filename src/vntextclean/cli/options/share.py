"""A share from 0 to 1 as the command line takes it."""

from __future__ import annotations

from typing import Any

import click


class Share(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic in newer versions of click
    """A share from 0 to 1, also as a percentage."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """0.98 for "0.98" and for "98%"."""
        text = str(value).strip()
        number, scale = (text[:-1], 100) if text.endswith("%") else (text, 1)
        try:
            share = float(number.strip()) / scale
        except ValueError:
            self.fail(f"{value!r} is no number; give a share from 0 to 1, or a percentage", param, ctx)
        if not 0 <= share <= 1:
            near = f"; did you mean {share:g}%?" if 1 < share <= 100 else ""
            self.fail(f"{value!r} is no share from 0 to 1{near}", param, ctx)
        return share
