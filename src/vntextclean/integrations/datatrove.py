"""datatrove: a formatter that cleans documents and counts what it did by rule, and a filter on signals of quality.

Needs datatrove: ``pip install 'vntextclean[datatrove]'``. Both are sent to worker processes by their settings alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vntextclean.integrations.cleaner import Cleaner
from vntextclean.integrations.missing import missing
from vntextclean.signals import signals

try:
    from datatrove.pipeline.filters.base_filter import BaseFilter
    from datatrove.pipeline.formatters.base import BaseFormatter
except ModuleNotFoundError as error:
    raise missing("datatrove", "datatrove", error) from error

if TYPE_CHECKING:
    from datatrove.data import Document
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


class CleanFormatter(BaseFormatter):  # type: ignore[misc]  # its base has no types
    """Cleans the text of each document; the statistics have a line for each rule, and one for changed documents.

    >>> CleanFormatter().format("Hà  Nội")
    'Hà Nội'
    """

    name = "vntextclean"

    def __init__(self, preset: str = "web", **settings: Unpack[SettingsOptions]) -> None:
        super().__init__()
        self.cleaner = Cleaner(preset, **settings)

    def format(self, text: str) -> str:
        """The text cleaned."""
        cleaned = self.cleaner.pipeline.run(text)
        if cleaned.changed:
            self.stat_update("changed")
        for rule, count in cleaned.counts().items():
            self.stat_update(rule, value=count)
        return cleaned.text


class SignalsFilter(BaseFilter):  # type: ignore[misc]  # its base has no types
    """Keeps documents by the signals of their text as it is, so put it behind :class:`CleanFormatter`.

    ``vietnamese`` drops what is in another language. ``least_words``, ``least_valid``, ``least_marked`` and
    ``most_perplexity`` are bounds of :class:`vntextclean.signals.Signals`; the first that fails is the reason that the
    statistics and the exclusion writer get. Without words there is no perplexity, and none that is too high.

    >>> from datatrove.data import Document
    >>> SignalsFilter().filter(Document("Trời mưa từ sáng đến chiều.", "1"))
    True
    >>> SignalsFilter().filter(Document("The council has met again.", "2"))
    (False, 'not_vietnamese')
    """

    name = "vntextclean signals"

    def __init__(
        self,
        *,
        vietnamese: bool = True,
        least_words: int = 0,
        least_valid: float = 0.0,
        least_marked: float = 0.0,
        most_perplexity: float = float("inf"),
        exclusion_writer: Any = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.vietnamese = vietnamese
        self.least_words = least_words
        self.least_valid = least_valid
        self.least_marked = least_marked
        self.most_perplexity = most_perplexity

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """True to keep a document, or False with the reason."""
        found = signals(doc.text)
        reasons = {
            "not_vietnamese": self.vietnamese and not found.vietnamese,
            "words": found.words < self.least_words,
            "valid": found.valid < self.least_valid,
            "marked": found.marked < self.least_marked,
            "perplexity": found.perplexity is not None and found.perplexity > self.most_perplexity,
        }
        return next(((False, reason) for reason, failed in reasons.items() if failed), True)
