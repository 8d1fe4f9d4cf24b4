"""Whether files that are to be replaced are still as they were read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from vntextclean.named_tuple import NamedTuple


class _State(NamedTuple):
    """What tells one file from another, and one state of a file from another."""

    device: int
    number: int
    size: int
    time: int


class States:
    """The states in which files were read; many are read before the first of them is written.

    What another program saved meanwhile would be lost, and a link that was put in the place of a file would lead to
    another one. For one thread.
    """

    def __init__(self) -> None:
        self._by_path: dict[Path, _State] = {}
        #: By file and by path, all paths that led to a file when it was read.
        self._names: dict[tuple[int, int], list[Path]] = {}
        self._names_of: dict[Path, list[Path]] = {}

    def keep(self, path: Path | None) -> None:
        """Keep the state of a file that is about to be read; of standard input there is none."""
        if path is not None:
            state = self._by_path[path] = _state(path)
            names = self._names_of[path] = self._names.setdefault((state.device, state.number), [])
            names.append(path)

    def has_changed(self, path: Path | None) -> bool:
        """Whether a file is another by now, holds something else or is gone; not so of one whose state was not kept."""
        if path is None or path not in self._by_path:
            return False
        try:
            return _state(path) != self._by_path[path]
        except OSError:
            return True

    def written(self, path: Path | None) -> None:
        """Take the present state of a file, and of its other names, for the one in which it was read: we wrote it."""
        if path is not None:
            for name in self._names_of.get(path, []):
                with suppress(OSError):  # it is gone, as will be seen
                    self._by_path[name] = _state(name)


def _state(path: Path) -> _State:
    now = path.stat()
    return _State(now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns)
