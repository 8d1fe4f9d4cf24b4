"""Counts of what was done, for the footer of a diff, ``--stats`` and the last line of a long run."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from vntextclean.cleaned import Cleaned
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from vntextclean.misreadings.reporting.report import Report


class Summary:
    """Adds up documents as they pass; nothing of them is kept.

    >>> from vntextclean.edit import Change, Edit
    >>> summary = Summary()
    >>> summary.add(Cleaned("dân vn", "dân vận", (Change(4, 6, "vận", (Edit(4, 6, "vận", "diacritics.word", ""),)),)))
    >>> summary.total()
    '1 change in 1 of 1 document'
    """

    def __init__(self) -> None:
        self.documents = 0
        self.changed = 0
        self.changes = 0
        self.suggestions = 0
        self.characters = 0
        self.rules: Counter[str] = Counter()
        self.suggested: Counter[str] = Counter()
        self.parts: dict[str, int] = {}
        self.misreadings: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()

    def add(self, cleaned: Cleaned) -> None:
        """Count one document."""
        self.documents += 1
        self.changed += bool(cleaned.changes)
        self.changes += len(cleaned.changes)
        self.suggestions += len(cleaned.suggestions)
        self.characters += len(cleaned.source)
        self.rules.update(cleaned.counts())
        self.suggested.update(rule for suggestion in cleaned.suggestions for rule in suggestion.rules)

    def add_misreadings(self, found: Report) -> None:
        """Count the words of one document that were read wrongly, and those that stay so."""
        self.misreadings.update(found.found)
        self.unread.update(found.unread)

    def to_json(self) -> str:
        """One line of JSON with every count, rules by frequency."""
        return json.dumps(
            {
                "documents": self.documents,
                "changed": self.changed,
                "characters": self.characters,
                "changes": self.changes,
                "suggestions": self.suggestions,
                "rules": dict(self.rules.most_common()),
                "suggested": dict(self.suggested.most_common()),
                "misreadings": dict(self.misreadings.most_common()),
                "unread": dict(self.unread.most_common()),
                "cut": self.parts,
            },
            ensure_ascii=False,
        )

    def total(self, lang: str = "en") -> str:
        """What was done to all documents, in words."""
        changes = counted(self.changes, "{count} change", "{count} changes", lang)
        documents = counted(self.documents, "{count} document", "{count} documents", lang)
        said = told(
            "{changes} in {changed} of {documents}", lang, changes=changes, changed=self.changed, documents=documents
        )
        if self.suggestions:
            said += ", " + counted(self.suggestions, "{count} suggestion", "{count} suggestions", lang)
        return said
