"""The model file: a header, a table of named numpy arrays, and their bytes. Writing and reading are defined here only.

The file is mapped into memory, not read. Opening checks the checksum of the header and that every array lies inside the
file; this takes a millisecond for any size. The checksums of the arrays are verified on request (``model info``). Code
that reads the arrays never uses a number from the file as an index without a mask or a bound. So damage inside an array
gives wrong probabilities, not a crash.

Layout: 24 bytes (signature, then as little-endian uint32 the version, the length and CRC-32 of the header, and 0), the
header as JSON, then the arrays, each at a multiple of 64 bytes.
"""

from __future__ import annotations

import json
import mmap
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.named_tuple import NamedTuple

MAGIC = b"vnlm\r\n\x1a\n"
VERSION = 1
_ALIGN = 64
_PREFIX = 24
_DTYPES = ("|u1", "|i1", "<u2", "<i2", "<u4", "<i4", "<u8", "<i8", "<f2", "<f4")
_LONGEST_HEADER = 1 << 20  # bytes

Array = npt.NDArray[Any]


class _Place(NamedTuple):
    """Where the numbers of an array lie in a file."""

    dtype: str
    shape: list[int]
    length: int
    offset: int


class _Sections(Mapping[str, Array]):
    """The arrays of a mapped file by name, each made when it is first asked for: a text needs a third of the 154."""

    def __init__(self, data: mmap.mmap, places: dict[str, _Place]) -> None:
        self._data, self._places = data, places
        self._made: dict[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        if name not in self._made:
            dtype, shape, length, offset = self._places[name]
            self._made[name] = np.frombuffer(self._data, dtype, length, offset).reshape(shape)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class ModelFile:
    """The arrays (``sections``) and the description (``about``) of one model file. Read-only; threads may share it."""

    def __init__(self, path: Path, about: dict[str, Any], sections: Mapping[str, Array], sums: dict[str, int]) -> None:
        self.path, self.about, self.sections, self._sums = path, about, sections, sums

    def read_section(self, name: str) -> Array:
        """One array by name, read-only and not copied. Raises :class:`ModelError` if the file has no such array."""
        try:
            return self.sections[name]
        except KeyError:
            raise ModelError(
                f"{self.path}: the model has no part {name!r}. Install a complete model, or point "
                "VNTEXTCLEAN_MODEL at one."
            ) from None

    def group(self, prefix: str) -> dict[str, Array]:
        """All arrays whose name begins with ``prefix/``, keyed by the rest of the name; empty if there are none."""
        return {name[len(prefix) + 1 :]: self.sections[name] for name in self.sections if name.startswith(prefix + "/")}

    def verify(self) -> None:
        """Check every array against its CRC-32. Raises :class:`ModelError` at the first that does not match."""
        for name, array in self.sections.items():
            if zlib.crc32(np.ascontiguousarray(array).view(np.uint8).tobytes()) != self._sums[name]:
                raise not_usable(self.path, f"the part {name!r} does not match its checksum")


def not_usable(path: Path, what: str) -> ModelError:
    """The error of a file that cannot serve as a model: what is wrong with it, and what to do."""
    return ModelError(f"{path}: not a usable model: {what}. Reinstall the package, or build the model again.")


def open_file(path: Path) -> ModelFile:
    """Map a model file and check its header.

    Raises :class:`ModelError` if the file cannot be opened, is no model file, has another version, or is damaged.
    """
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            raise not_usable(path, "a pipe cannot be mapped")  # opening it would wait for a writer
        with path.open("rb") as handle:
            size = os.fstat(handle.fileno()).st_size
            if size < _PREFIX:
                raise not_usable(path, f"it has only {size} bytes")
            data = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise ModelError(
            f"{path}: the model cannot be opened ({error.strerror}). Reinstall the package, or point "
            "VNTEXTCLEAN_MODEL or --model at a model file."
        ) from error
    prefix = data[:_PREFIX]
    if prefix[:8] != MAGIC:
        raise not_usable(path, "it does not begin with the signature of a vntextclean model")
    version, length, check = (int.from_bytes(prefix[8 + 4 * i : 12 + 4 * i], "little") for i in range(3))
    if version != VERSION:
        raise ModelError(
            f"{path}: the model has format {version}; this package reads format {VERSION}. Install the "
            "package version the model was built for."
        )
    if length > min(_LONGEST_HEADER, size - _PREFIX):
        raise not_usable(path, "it is cut short")
    header = data[_PREFIX : _PREFIX + length]
    if zlib.crc32(header) != check:
        raise not_usable(path, "its header does not match its checksum")
    places: dict[str, _Place] = {}
    sums: dict[str, int] = {}
    try:
        parsed = json.loads(header)
        for name, dtype, shape, offset, checksum in parsed["sections"]:
            shape = [int(n) for n in shape]
            count = prod(shape)
            is_inside = dtype in _DTYPES and min(offset, count, *shape) >= 0 and offset + count * int(dtype[2:]) <= size
            if not is_inside:
                raise not_usable(path, f"it is cut short: the part {name!r} lies outside the file")
            places[name] = _Place(dtype, shape, count, int(offset))
            sums[name] = int(checksum)
        about = dict(parsed["about"])
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, AttributeError) as error:
        raise not_usable(path, f"its table of parts cannot be read ({error})") from error
    return ModelFile(path, about, _Sections(data, places), sums)


def write_file(path: Path, about: Mapping[str, Any], sections: Mapping[str, Array]) -> int:
    """Write a model file and return its size in bytes.

    The file is written beside ``path`` and then renamed, so that a reader sees the old file or the new one. Raises
    OSError if it cannot be written.
    """
    import tempfile  # 15 ms that reading never needs

    entries: list[tuple[str, str, list[int], int, int]] = []
    arrays = {name: np.ascontiguousarray(array) for name, array in sections.items()}
    arrays = {name: array.astype(array.dtype.newbyteorder("<"), copy=False) for name, array in arrays.items()}

    def header(base: int) -> bytes:
        entries.clear()
        offset = base
        for name, array in arrays.items():
            offset = -(-offset // _ALIGN) * _ALIGN
            entries.append((name, array.dtype.str, list(array.shape), offset, zlib.crc32(array.tobytes())))
            offset += array.nbytes
        return json.dumps({"about": dict(about), "sections": entries}, sort_keys=True, ensure_ascii=False).encode()

    room = _PREFIX + len(header(1 << 40)) + 8 * len(arrays)
    text = header(room)
    bodies = [(entry[3], arrays[entry[0]]) for entry in entries]
    prefix = MAGIC + b"".join(n.to_bytes(4, "little") for n in (VERSION, len(text), zlib.crc32(text), 0))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(prefix + text)
            for offset, array in bodies:
                out.write(b"\0" * (offset - out.tell()))
                out.write(array.tobytes())
            size = out.tell()
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    return size


def update_file(path: Path, sections: Mapping[str, Array], about: Mapping[str, Any] | None = None) -> int:
    """Add or replace arrays of a model file and keep all others; returns the new size in bytes."""
    old = open_file(path)
    return write_file(path, {**old.about, **(about or {})}, {**old.sections, **sections})
