"""One cleaner that the integrations share: made from settings, sent to workers, known by a fingerprint."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from vntextclean.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Unpack

    from vntextclean.pipeline import Pipeline
    from vntextclean.settings import SettingsOptions


class Cleaner:
    """Cleans lists of texts by a preset and settings; pickled it holds the settings alone, and opens no model twice.

    Threads may share one. Raises :class:`~vntextclean.errors.ConfigError` for settings that cannot be used.

    >>> Cleaner("lossless").texts(["Hà  Nội", None])
    ['Hà Nội', None]
    >>> Cleaner("web").fingerprint == Cleaner("web", min_confidence=0.99).fingerprint
    False
    """

    def __init__(self, preset: str = "web", **settings: Unpack[SettingsOptions]) -> None:
        self.settings = Settings(preset=preset, **settings)
        _ = self.pipeline

    def __getstate__(self) -> dict[str, Any]:
        """The settings, in an order that is the same in every process: a pipeline is made again where it is needed."""
        return self.settings.to_dict()

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take settings over from another process."""
        self.settings = Settings(**state)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline of this process."""
        from vntextclean.pipeline import Pipeline

        return Pipeline(self.settings)

    @cached_property
    def fingerprint(self) -> str:
        """Equal for equal settings, version and model, in any process: what a cache of results may be keyed by."""
        from vntextclean import __version__
        from vntextclean.records.job import key_of
        from vntextclean.records.manifest import model_digest

        return key_of(self.settings, __version__, model_digest(self.settings)).hex()

    def texts(self, texts: Sequence[str | None]) -> list[str | None]:
        """The texts cleaned, in order; None stays None."""
        found = iter(self.pipeline.run_many([text for text in texts if text is not None]))
        return [None if text is None else next(found).text for text in texts]
