"""What is set for a document: by its editor, where that is silent by the configuration of its directory."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from vntextclean import config
from vntextclean.errors import ConfigError
from vntextclean.filter import Phase
from vntextclean.nearest import did_you_mean
from vntextclean.pipeline import Pipeline
from vntextclean.settings import Settings

#: What an editor may set; keys are those of ``vntextclean.toml``, also written as minConfidence or min_confidence.
KEYS = ("preset", "lang", "min-confidence", "select", "ignore", "tone-style", "filter", "keep")
#: Filters whose repairs need the whole document, beside those of the LAYOUT phase.
_OF_DOCUMENTS = frozenset({"inline-furniture", "line-joins"})


def asked(options: Any) -> dict[str, Any]:
    """The settings that an editor sent, checked; also below the key ``vntextclean``, as VS Code has them.

    Raises :class:`ConfigError` for a key or a value that is none.

    >>> asked({"vntextclean": {"minConfidence": 0.9}})
    {'min_confidence': 0.9}
    """
    if isinstance(options, Mapping) and isinstance(options.get("vntextclean"), Mapping):
        options = options["vntextclean"]
    found: dict[str, Any] = {}
    for name, value in options.items() if isinstance(options, Mapping) else ():
        key = re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", str(name)).lower()
        if key not in KEYS:
            raise ConfigError(f"editor settings: {name}: unknown key{did_you_mean(key, KEYS)}")
        if value is None:
            continue
        field, read = config.KEYS[key]
        try:
            found[field] = read(value, Path())
        except (ValueError, ConfigError) as error:
            raise ConfigError(f"editor settings: {name}: {error}") from None
    return found


class Configuration:
    """The pipelines of documents, by directory; for one thread. ``choose`` finds the filters that options ask for."""

    def __init__(self, choose: Callable[[dict[str, Any]], tuple[str, ...]], given: Mapping[str, Any]) -> None:
        self._choose = choose
        self._given = dict(given)
        self._editor: dict[str, Any] = {}
        self._found: dict[Path | None, tuple[Pipeline, Pipeline, str]] = {}

    def configure(self, options: Any) -> None:
        """Take settings of the editor; those of before stay if they are wrong."""
        editor = asked(options)
        self._made(None, editor)
        self._editor = editor
        self.forget()

    def forget(self) -> None:
        """Read configurations anew when they are needed."""
        self._found = {}

    def pipeline(self, directory: Path | None) -> Pipeline:
        """That of a directory; None is that of a document without one."""
        return self._of(directory)[0]

    def of_lines(self, directory: Path | None) -> Pipeline:
        """The same without what needs the whole document."""
        return self._of(directory)[1]

    def form(self, directory: Path | None) -> str:
        """The format that the configuration insists on, or ``auto``."""
        return self._of(directory)[2]

    def _of(self, directory: Path | None) -> tuple[Pipeline, Pipeline, str]:
        if directory not in self._found:
            self._found[directory] = self._made(directory, self._editor)
        return self._found[directory]

    def _made(self, directory: Path | None, editor: Mapping[str, Any]) -> tuple[Pipeline, Pipeline, str]:
        path = config.find(directory) if directory else None
        merged = {**(config.load(path) if path else {}), **self._given, **editor}
        merged["filters"] = self._choose(merged)
        names = {field.name for field in fields(Settings)}
        settings = Settings(**{name: value for name, value in merged.items() if name in names})
        pipeline, lines = Pipeline(settings), Pipeline(settings)
        lines.filters = tuple(
            made for made in lines.filters if made.phase != Phase.LAYOUT and made.name not in _OF_DOCUMENTS
        )
        return pipeline, lines, str(merged.get("input", "auto"))
