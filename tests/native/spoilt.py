"""Calls with wrong arguments: each must answer, or raise an exception that says so; the sanitizers see the rest."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from tests.native.recorded import Call, record
from vntextclean.lm import kernel

REFUSALS = (TypeError, ValueError, IndexError, BufferError, OverflowError, MemoryError)
OBJECTS: tuple[Any, ...] = (None, 1.5, "text", b"bytes", (), [], object(), float("nan"))
NUMBERS = (-1, 0, 1, 7, 255, 1 << 16, (1 << 31) - 1, 1 << 31, 1 << 62, (1 << 63) - 1, -(1 << 63), 1 << 70)
FLOATS = (float("nan"), float("inf"), -float("inf"), 3e38)
#: Functions whose answer the others take: what is accepted, however odd, must be safe to use.
MAKERS = (
    "prefilter", "vocabulary", "ngrams", "candidates", "spellings", "lost_words", "proof", "forward_backward",
    "channel", "proposing",
)  # fmt: skip
#: Places of a list that are spoilt in turn: all but for the list of the model's words, which is thirty times as long.
PLACES = 1000
#: Seconds for all calls of one function.
PATIENCE = 300


def main() -> int:
    """Spoil all recorded calls in turn; 1 where an exception was of another kind."""
    recorded, count, wrong = record(), 0, set()
    rng = np.random.default_rng(11)
    for name, calls in recorded.items():
        faulthandler.dump_traceback_later(PATIENCE, exit=True)
        for call in calls[:2]:
            users = [other for each in recorded.values() for other in each[:1] if uses(other, call.result)]
            for arguments in spoilt_calls(call.arguments, rng):
                count += 1
                fault, made = ask(name, arguments)
                for user in users if made is not None and name in MAKERS else ():
                    count += 1
                    again = tuple(made if each is call.result else each for each in user.arguments)
                    fault = fault or ask(user.name, again)[0]
                if fault:
                    wrong.add(fault)
        faulthandler.cancel_dump_traceback_later()
    print("\n".join(sorted(wrong)), file=sys.stderr, end="\n" if wrong else "")
    print(f"{count} calls with wrong arguments, {len(wrong)} faults")
    return 1 if wrong or not count else 0


def uses(call: Call, made: Any) -> bool:
    """Whether a call was given what another made."""
    return made is not None and any(each is made for each in call.arguments)


def ask(name: str, arguments: tuple[Any, ...]) -> tuple[str | None, Any]:
    """What is wrong with the answer of a call, and the answer."""
    try:
        return None, getattr(kernel.native, name)(*arguments)
    except REFUSALS:
        return None, None
    except Exception as error:  # noqa: BLE001 - which one is raised is what is asked
        return f"{name}: {type(error).__name__}: {error}", None


def spoilt_calls(arguments: tuple[Any, ...], rng: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    """The arguments with one of them spoilt, one fewer, one more, or arrays of one length all cut."""
    yield arguments[:-1]
    yield (*arguments, None)
    for at, argument in enumerate(arguments):
        for value in spoilt(argument, rng):
            yield (*arguments[:at], value, *arguments[at + 1 :])
    for length in {each.size for each in arguments if isinstance(each, np.ndarray)}:
        for kept in (length - 1, length // 2, 0):
            yield tuple(
                each.ravel()[:kept] if isinstance(each, np.ndarray) and each.size == length else each
                for each in arguments
            )


def spoilt(argument: Any, rng: np.random.Generator) -> Iterator[Any]:
    """An argument in wrong types, lengths and values."""
    yield from OBJECTS
    yield from NUMBERS
    if isinstance(argument, np.ndarray):
        yield from spoilt_array(argument, rng)
    elif isinstance(argument, tuple | list):
        for at, each in enumerate(argument[:PLACES]):
            yield argument[:at] + argument[at + 1 :]
            for value in spoilt(each, rng) if not isinstance(each, tuple) else (each[:-1], each[::-1], None):
                yield type(argument)((*argument[:at], value, *argument[at + 1 :]))
    elif isinstance(argument, bytearray):
        for size in (0, 1, len(argument) - 1, len(argument) // 2, len(argument) + 8):
            yield argument[:size] if size <= len(argument) else argument + bytes(size - len(argument))
        shifted = bytearray(8) + argument
        del shifted[:1]  # its buffer now begins at an odd place
        yield shifted
        for at in {*range(0, min(len(argument), 64), 4), *rng.integers(0, max(1, len(argument) - 8), 30).tolist()}:
            for number in (0, 1, 2, 3, -1, 1 << 31, 1 << 62, -(1 << 63)):
                yield argument[:at] + number.to_bytes(8, "little", signed=True) + argument[at + 8 :]
    elif isinstance(argument, str):
        yield from ("", "\x00", "a" * 5000, "\U0010ffff" * 9, "\ud800", "1.2." * 999)


def spoilt_array(argument: np.ndarray[Any, Any], rng: np.random.Generator) -> Iterator[Any]:
    """An array of wrong lengths, types, layouts and values."""
    flat = argument.ravel()
    yield from (flat[:0], flat[:-1], flat[1:], flat[::2], flat[::-1])
    if argument.size > 1 << 20:
        return  # tables of the model: what their bits say is never trusted with a place
    yield from (flat.astype(np.float64), flat.astype(np.uint8), np.concatenate((flat, flat)), flat.astype(object))
    unaligned = np.zeros(argument.nbytes + 1, np.uint8)[1:].view(argument.dtype)
    unaligned[:] = flat
    yield unaligned
    locked = argument.copy()
    locked.flags.writeable = False
    yield locked
    values = FLOATS if argument.dtype.kind == "f" else NUMBERS
    few = argument.size > 4096
    places = {
        0,
        argument.size // 2,
        argument.size - 1,
        *rng.integers(0, max(1, argument.size), 1 if few else 5).tolist(),
    }
    for at in places if argument.size else ():
        for value in (*values, argument.size, -argument.size):
            changed = argument.copy()
            changed.ravel()[at] = value if argument.dtype.kind == "f" else wrapped(value, argument.dtype)
            yield changed
    if argument.dtype.kind != "f" and not few:
        for value in (-1, 1, 1 << 30, (1 << 63) - 1):
            yield np.full_like(argument, wrapped(value, argument.dtype))


def wrapped(value: int, dtype: np.dtype[Any]) -> Any:
    """A number cut to the bits of a type."""
    size = dtype.itemsize
    return np.frombuffer((value % (1 << 8 * size)).to_bytes(size, "little"), dtype.newbyteorder("<"))[0]
