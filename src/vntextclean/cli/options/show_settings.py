"""``--show-settings``: every setting, its value, and where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vntextclean.cli.speaking.say import shown
from vntextclean.config import KEYS
from vntextclean.presets import preset
from vntextclean.settings import Settings

if TYPE_CHECKING:
    from vntextclean.cli.options.shared import Options

_FROM = "the command line"


def table(options: Options, asked: Collection[str], found: Mapping[str, Any], path: Path | None) -> str:
    """The settings, one a line: what can stand in a configuration file, with the value that counts and its source."""
    of_pipeline = {field.name for field in fields(Settings)}
    rows: list[tuple[str, str, str]] = []
    for key, (name, _) in KEYS.items():
        value = getattr(options.settings if name in of_pipeline else options, name)
        said = [_FROM] * (name in asked) + [str(path)] * (name in found and (name not in asked or _adds_up(name)))
        if name == "lang" and "lang_from_environment" in asked:
            said = ["VNTEXTCLEAN_LANG"]
        if name == "filters" and not said:
            value = preset(options.settings.preset).filters
            said = [f"the preset {options.settings.preset}"]
        rows.append((key, shown(_told(value)), " and ".join(said) or "default"))
    names, sources = (max(len(row[column]) for row in rows) for column in (0, 2))
    lines = [f"{key:<{names}}  {source:<{sources}}  {value}" for key, value, source in rows]
    return "\n".join([f"configuration file: {path or 'none'}", "", *lines])


def _adds_up(name: str) -> bool:
    """Whether what the file has of an option adds to what the command line has."""
    return name in ("keep", "exclude", "include")


def _told(value: Any) -> str:
    """A value as it would stand in a list on the command line."""
    if value in (None, (), frozenset()):
        return "-"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    if isinstance(value, tuple):
        return ", ".join(item[0] if isinstance(item, tuple) else str(item) for item in value)
    return str(value)
