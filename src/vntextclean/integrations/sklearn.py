"""scikit-learn: a transformer that cleans texts, for pipelines and grid searches.

Needs scikit-learn: ``pip install 'vntextclean[sklearn]'``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vntextclean.integrations.cleaner import Cleaner
from vntextclean.integrations.missing import missing

try:
    from sklearn.base import BaseEstimator, TransformerMixin
except ModuleNotFoundError as error:
    raise missing("scikit-learn", "sklearn", error) from error


class TextCleaner(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # its bases have no types
    """Cleans a list of texts; nothing is learned. ``settings`` are those of :class:`vntextclean.Settings`.

    >>> TextCleaner().fit_transform(["Hà  Nội"])
    ['Hà Nội']
    """

    def __init__(self, preset: str = "web", settings: dict[str, Any] | None = None) -> None:
        self.preset = preset
        self.settings = settings

    def fit(self, texts: Iterable[str], y: object = None) -> TextCleaner:
        """Check the settings; :class:`~vntextclean.errors.ConfigError` where they cannot be used."""
        del texts, y
        self.cleaner_ = Cleaner(self.preset, **(self.settings or {}))
        return self

    def transform(self, texts: Iterable[str]) -> list[str | None]:
        """The texts cleaned, in order."""
        return self.cleaner_.texts(list(texts))

    def __sklearn_is_fitted__(self) -> bool:
        """Whether :meth:`fit` was called."""
        return hasattr(self, "cleaner_")
