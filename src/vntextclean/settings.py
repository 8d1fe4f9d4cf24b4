"""Everything a user can set, resolved and checked: what filter factories and the pipeline are built from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Real
from typing import Any, Literal, TypedDict, get_args

from vntextclean.errors import ConfigError
from vntextclean.nearest import did_you_mean

Lang = Literal["en", "vi"]
ToneStyle = Literal["keep", "old", "new"]


class SettingsOptions(TypedDict, total=False):
    """The fields of :class:`Settings` but ``preset``, as keyword arguments; a test holds the two to be equal."""

    filters: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    keep: frozenset[str]
    min_confidence: float
    lang: Lang
    tone_style: ToneStyle
    model: str | None
    boilerplate: str | None


#: What is made is right in at least this share of cases; the rest is suggested.
MIN_CONFIDENCE = 0.98
#: Below this a repair is likelier wrong than right, and no filter proposes it.
LEAST_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of one pipeline; two pipelines with equal settings clean alike.

    ``filters`` are names of the registry in any order (the registry fixes the order of running); none means those of
    the preset. ``select`` and ``ignore`` are rule codes or their prefixes; the longer match wins, ``ignore`` on a tie.
    ``keep`` are words no repair may touch. ``min_confidence`` is the share (0 to 1) of right edits asked of what is
    applied; the rest is suggested. ``model`` and ``boilerplate`` are paths of files.

    A value of the wrong type, out of its range or of an unknown name raises :class:`ConfigError`. A list or a set is
    taken where a tuple or a frozenset is due. Names of presets, filters and rules are checked by the pipeline, which
    knows them. Settings never change, so threads may share them.

    >>> Settings(select=["diacritics"]).select
    ('diacritics',)
    >>> Settings(tone_style="newx")
    Traceback (most recent call last):
    vntextclean.errors.ConfigError: tone_style='newx' is no choice; did you mean 'new'?
    """

    preset: str = "web"
    filters: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep: frozenset[str] = frozenset()
    min_confidence: float = MIN_CONFIDENCE
    lang: Lang = "en"
    tone_style: ToneStyle = "keep"
    model: str | None = None
    boilerplate: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.preset, str):
            raise ConfigError(f"preset={self.preset!r} must be a string")
        for name in ("filters", "select", "ignore"):
            object.__setattr__(self, name, _strings(name, getattr(self, name)))
        object.__setattr__(self, "keep", frozenset(_strings("keep", self.keep)))
        object.__setattr__(self, "min_confidence", _share("min_confidence", self.min_confidence))
        _choice("lang", self.lang, get_args(Lang))
        _choice("tone_style", self.tone_style, get_args(ToneStyle))
        for name in ("model", "boilerplate"):
            object.__setattr__(self, name, _path(name, getattr(self, name)))

    def to_dict(self) -> dict[str, Any]:
        """The settings by name, as ``Settings(**...)`` takes them; equal settings give equal ones in any process.

        >>> Settings(keep={"tuỵ", "ngoáy"}).to_dict()["keep"]
        ('ngoáy', 'tuỵ')
        """
        return {name: getattr(self, name) for name in self.__slots__} | {"keep": tuple(sorted(self.keep))}


def _strings(name: str, value: Any) -> tuple[str, ...]:
    """A collection of strings as a tuple; a set in the order of its members, so that equal sets are equal settings."""
    if isinstance(value, str):
        raise ConfigError(f"{name}={value!r} is one string where a collection is due; did you mean ({value!r},)?")
    if not isinstance(value, Iterable):
        raise ConfigError(f"{name}={value!r} must be a collection of strings")
    items = tuple(value)
    for item in items:
        if not isinstance(item, str) or not item.strip():
            raise ConfigError(f"{name} holds {item!r} where a name or a word is due")
    return tuple(sorted(items)) if isinstance(value, (set, frozenset)) else items


def _share(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ConfigError(f"{name}={value!r} must be a number from 0 to 1")
    share = float(value)
    if not 0 <= share <= 1:
        hint = f"; did you mean {share / 100:g}?" if 1 < share <= 100 else ""
        raise ConfigError(f"{name}={value!r} must be a number from 0 to 1{hint}")
    return share


def _choice(name: str, value: Any, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ConfigError(f"{name}={value!r} is no choice{did_you_mean(str(value), known)}")


def _path(name: str, value: Any) -> str | None:
    if value is None:
        return None
    try:
        path = os.fspath(value)
    except TypeError:
        path = b""
    if not isinstance(path, str):
        raise ConfigError(f"{name}={value!r} must be the path of a file")
    return path
