"""Clean and normalise scraped Vietnamese text: better, and never worse.

>>> import vntextclean
>>> vntextclean.clean("Môt buổi tọa đàm về công tác dân vn.", preset="web")
'Một buổi tọa đàm về công tác dân vận.'
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Unpack

    from vntextclean.cleaned import Cleaned as Cleaned
    from vntextclean.edit import Change as Change
    from vntextclean.edit import Edit as Edit
    from vntextclean.engine.policy import Policy as Policy
    from vntextclean.errors import ConfigError as ConfigError
    from vntextclean.errors import FilterError as FilterError
    from vntextclean.errors import InputError as InputError
    from vntextclean.errors import ModelError as ModelError
    from vntextclean.errors import VntextcleanError as VntextcleanError
    from vntextclean.filter import Filter as Filter
    from vntextclean.filter import Phase as Phase
    from vntextclean.filter import Rule as Rule
    from vntextclean.pipeline import Pipeline as Pipeline
    from vntextclean.settings import Settings as Settings
    from vntextclean.settings import SettingsOptions
    from vntextclean.signals import Signals as Signals

__version__ = "0.1.0"
__all__ = [
    "Change", "Cleaned", "ConfigError", "Edit", "Filter", "FilterError", "InputError", "ModelError", "Phase",
    "Pipeline", "Policy", "Rule", "Settings", "Signals", "VntextcleanError", "clean", "clean_batch",
    "restore",
]  # fmt: skip

_HOME = {
    "Change": "edit",
    "Cleaned": "cleaned",
    "ConfigError": "errors",
    "Edit": "edit",
    "Filter": "filter",
    "FilterError": "errors",
    "InputError": "errors",
    "ModelError": "errors",
    "Phase": "filter",
    "Pipeline": "pipeline",
    "Policy": "engine.policy",
    "Rule": "filter",
    "Settings": "settings",
    "Signals": "signals",
    "VntextcleanError": "errors",
}


def clean(text: str, preset: str = "web", **settings: Unpack[SettingsOptions]) -> str:
    """The text cleaned by a preset: ``lossless``, ``web``, ``forum`` or ``ocr``.

    ``settings`` are the fields of :class:`Settings` by name. The pipeline of given settings is made once and kept.
    Threads may call this at the same time. Raises TypeError for what is no string, :class:`ConfigError` for settings
    that cannot be used.

    >>> clean("Môt buổi  tọa đàm."), clean("Môt buổi  tọa đàm.", keep=["Môt"])
    ('Một buổi tọa đàm.', 'Môt buổi tọa đàm.')
    """
    if not settings:
        return _pipeline(preset).run(text).text
    from vntextclean.settings import Settings

    return _pipeline_of(Settings(preset=preset, **settings)).run(text).text


def clean_batch(texts: Iterable[str], preset: str = "web", **settings: Unpack[SettingsOptions]) -> list[str]:
    """Several texts cleaned, each as :func:`clean` does it alone: what stands beside a text never matters.

    This is the function for a step of a larger pipeline: a column goes in, a column comes out. ``settings`` are the
    fields of :class:`Settings` by name. ``Pipeline.run_many`` does the same and also gives the changes.

    The pipeline of given settings is made once and kept. Threads may call this at the same time.

    Raises TypeError for a text that is no string and for one string in place of several, :class:`ConfigError` for
    settings that cannot be used.

    >>> clean_batch(["Môt buổi tọa đàm.", "Hà  Nội"], ignore=["diacritics"])
    ['Môt buổi tọa đàm.', 'Hà Nội']
    """
    from vntextclean.settings import Settings

    return [cleaned.text for cleaned in _pipeline_of(Settings(preset=preset, **settings)).run_many(texts)]


def restore(text: str) -> str:
    """The text with every mark put back where words lack them: one output word per input word.

    >>> restore("Cong hoa xa hoi chu nghia Viet Nam")
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    """
    from vntextclean.restoration.restore import restore as restored

    return restored(text)


@lru_cache(maxsize=8)
def _pipeline(preset: str) -> Pipeline:
    from vntextclean.settings import Settings

    return _pipeline_of(Settings(preset=preset))


@lru_cache(maxsize=8)
def _pipeline_of(settings: Settings) -> Pipeline:
    from vntextclean.pipeline import Pipeline

    return Pipeline(settings)


def __getattr__(name: str) -> Any:
    """Load the public types on first use, so that ``import vntextclean`` stays cheap."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"vntextclean.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
