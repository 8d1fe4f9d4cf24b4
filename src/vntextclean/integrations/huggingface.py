"""Hugging Face datasets: a function for ``Dataset.map`` whose results are cached by what it does.

Needs datasets: ``pip install 'vntextclean[datasets]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vntextclean.errors import InputError
from vntextclean.integrations.cleaner import Cleaner
from vntextclean.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


class CleanColumn:
    """Cleans a column of batches: ``dataset.map(CleanColumn("text"), batched=True, num_proc=4)``.

    Without ``batched`` it gets one record at a time, and cleans that, more slowly.

    datasets keys its cache by the pickled function. This one pickles to its column and to a fingerprint of settings,
    version and model: the same settings hit the cache in any process, others miss it. None stays None.

    Raises :class:`~vntextclean.errors.InputError` where there is no such column.

    >>> CleanColumn("text")({"text": ["Hà  Nội", None], "id": [1, 2]})["text"]
    ['Hà Nội', None]
    >>> CleanColumn("text")({"text": "Hà  Nội", "id": 1})
    {'text': 'Hà Nội', 'id': 1}
    """

    def __init__(self, column: str = "text", preset: str = "web", **settings: Unpack[SettingsOptions]) -> None:
        self.column = column
        self._cleaner = Cleaner(preset, **settings)

    def __getstate__(self) -> dict[str, Any]:
        """What decides the results, and nothing that differs between processes."""
        return {"column": self.column, "_cleaner": self._cleaner, "fingerprint": self._cleaner.fingerprint}

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """The batch, or the one record, with its column cleaned."""
        if self.column not in batch:
            near = did_you_mean(self.column, batch)
            raise InputError(f"there is no column {self.column!r}{near}")
        texts = batch[self.column]
        if texts is None or isinstance(texts, str):  # taken for a batch, a text would come back as a list of letters
            (cleaned,) = self._cleaner.texts([texts])
            return {**batch, self.column: cleaned}
        return {**batch, self.column: self._cleaner.texts(texts)}
