"""Hugging Face datasets: a function for ``Dataset.map`` whose results are cached by what it does.

Needs datasets: ``pip install 'vntextclean[datasets]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vntextclean.integrations.cleaner import Cleaner

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


class CleanColumn:
    """Cleans a column of batches: ``dataset.map(CleanColumn("text"), batched=True, num_proc=4)``.

    datasets keys its cache by the pickled function. This one pickles to its column and to a fingerprint of settings,
    version and model: the same settings hit the cache in any process, others miss it. None stays None.

    >>> CleanColumn("text")({"text": ["Hà  Nội", None], "id": [1, 2]})["text"]
    ['Hà Nội', None]
    """

    def __init__(self, column: str = "text", preset: str = "web", **settings: Unpack[SettingsOptions]) -> None:
        self.column = column
        self._cleaner = Cleaner(preset, **settings)

    def __getstate__(self) -> dict[str, Any]:
        """What decides the results, and nothing that differs between processes."""
        return {"column": self.column, "_cleaner": self._cleaner, "fingerprint": self._cleaner.fingerprint}

    def __call__(self, batch: dict[str, list[Any]]) -> dict[str, list[Any]]:
        """The batch with its column cleaned."""
        return {**batch, self.column: self._cleaner.texts(batch[self.column])}
