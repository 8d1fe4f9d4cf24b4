"""The project's list of words that no repair may touch: found by its configuration, or begun.

``keep = "words.txt"`` in the configuration names a file, and a word becomes a line of it. A list in the configuration
itself gets one more entry. Where there is no list, one is begun; where there is no configuration, ``vntextclean.toml``.
A configuration is only written if it reads afterwards as what it was with the word added.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from vntextclean import config
from vntextclean.errors import ConfigError

#: The name of a word list that is begun.
NAME = "vntextclean.keep.txt"


class KeepList:
    """Adds words to the list of a project. Not for use by several threads.

    ``directory`` is where the search for a configuration begins; ``path`` is a configuration that was named.
    """

    def __init__(self, directory: Path, path: Path | None = None) -> None:
        self._directory = directory
        self._path = path or config.find(directory)

    def add(self, word: str) -> list[tuple[Path, bytes | None]]:
        """Add a word, and return the files that were written, each with what it held before (None: it is new).

        Raises :class:`ConfigError` if the list cannot be written, and says where to add the word by hand.
        """
        word = unicodedata.normalize("NFC", word)
        try:
            return self._add(word)
        except (OSError, UnicodeDecodeError) as error:
            where = getattr(error, "filename", None) or self._path or self._directory
            told = getattr(error, "strerror", None) or "not UTF-8"
            raise ConfigError(f"{where}: {told}; add {word!r} to keep by hand") from None

    def _add(self, word: str) -> list[tuple[Path, bytes | None]]:
        if self._path is None:
            self._path = self._directory / config.OWN
            written = [_write(self._path, f'keep = "{NAME}"\n')]
            return [*written, _append(self._directory / NAME, word)]
        text = self._path.read_text(encoding="utf-8-sig")
        table = _table(self._path, text)
        keep = table.get("keep")
        if isinstance(keep, str):
            return [_append(self._path.parent / keep, word)]
        if keep is None:
            changed = _with_key(self._path, text)
            _check(self._path, changed, {**table, "keep": NAME}, word)
            return [_write(self._path, changed), _append(self._path.parent / NAME, word)]
        if word in keep:
            return []
        entry = json.dumps(word, ensure_ascii=False)
        changed = re.sub(r"(?m)^([ \t]*keep[ \t]*=[ \t]*\[)", lambda m: f"{m[1]}{entry}, ", text, count=1)
        _check(self._path, changed, {**table, "keep": [word, *keep]}, word)
        return [_write(self._path, changed)]


def restore(written: list[tuple[Path, bytes | None]]) -> None:
    """Undo what :meth:`KeepList.add` wrote."""
    for path, before in reversed(written):
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)


def _table(path: Path, text: str) -> dict[str, Any]:
    """The table of a configuration that is ours."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        table: dict[str, Any] = tomllib.loads(text)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}; correct it, and keep words then") from None
    if path.name == config.SHARED:
        table = table.get("tool", {}).get("vntextclean", {})
    return table


def _with_key(path: Path, text: str) -> str:
    """A configuration with the name of a word list, at the beginning of our table."""
    line = f'keep = "{NAME}"\n'
    if path.name != config.SHARED:
        return line + text
    return re.sub(r"(?m)^([ \t]*\[[ \t]*tool\.vntextclean[ \t]*\][^\n]*\n)", lambda m: m[1] + line, text, count=1)


def _check(path: Path, text: str, wanted: dict[str, Any], word: str) -> None:
    """Refuse to write a configuration that says anything else than what is wanted."""
    try:
        good = _table(path, text) == wanted
    except ConfigError:
        good = False
    if not good:
        raise ConfigError(f"{path}: it is written in a way that cannot be added to; add {word!r} to keep by hand")


def _append(path: Path, word: str) -> tuple[Path, bytes | None]:
    """Make a word a line of a list."""
    before = path.read_bytes() if path.exists() else None
    text = (before or b"").decode("utf-8-sig")
    if word not in config.words(path) if before is not None else True:
        separator = "" if not text or text.endswith("\n") else "\n"
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(f"{separator}{word}\n")
    return path, before


def _write(path: Path, text: str) -> tuple[Path, bytes | None]:
    before = path.read_bytes() if path.exists() else None
    beside = path.with_name(path.name + ".part")
    beside.write_text(text, encoding="utf-8", newline="")
    beside.replace(path)
    return path, before
