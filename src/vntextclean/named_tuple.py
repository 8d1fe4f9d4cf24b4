"""``NamedTuple`` of :mod:`typing`, whose classes are made in two fifths of the time.

A run on one line makes fifty of them. typing compiles the type of each field, which nothing here asks for; without that
the start of the command line takes 5 ms of 200 less.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Maker(type):
        """Makes of a class with typed fields a class of :mod:`collections` that has its methods too."""

        def __new__(cls, name: str, bases: tuple[type, ...], own: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, own)
            fields = own.pop("__annotations__")
            defaults = [own.pop(field) for field in fields if field in own]
            made = namedtuple(name, fields, defaults=defaults, module=own.pop("__module__"))  # noqa: PYI024
            made.__annotations__ = fields
            for key, value in own.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """A tuple whose fields have names, types and perhaps defaults."""


__all__ = ["NamedTuple"]
