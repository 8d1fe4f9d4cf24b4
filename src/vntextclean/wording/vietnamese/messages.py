"""All messages in Vietnamese, by the English ones."""

from __future__ import annotations

from vntextclean.wording.vietnamese import (
    messages_of_batch,
    messages_of_docx,
    messages_of_formats,
    messages_of_input,
    messages_of_notes,
    messages_of_settings,
    messages_of_system,
)

TABLES = (
    messages_of_input.MESSAGES,
    messages_of_settings.MESSAGES,
    messages_of_notes.MESSAGES,
    messages_of_batch.MESSAGES,
    messages_of_docx.MESSAGES,
    messages_of_formats.MESSAGES,
    messages_of_system.MESSAGES,
)


def messages() -> dict[str, str]:
    """Every message that has a translation.

    >>> messages()["Permission denied"]
    'không có quyền'
    """
    return {english: vietnamese for table in TABLES for english, vietnamese in table.items()}
