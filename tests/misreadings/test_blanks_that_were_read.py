"""A blank that a table reads parts words as one that was never damaged does."""

from __future__ import annotations

from vntextclean.misreadings.tables.code_pages import views
from vntextclean.pipeline import Pipeline


def by_bpe(text: str) -> str:
    """Text as byte-level BPE shows it: Ġ for a space."""
    return "".join(views("bpe")[byte] for byte in text.encode())


def test_a_word_that_cannot_be_read_keeps_no_others_of_its_line() -> None:
    whole = "Bà con xóm chài kể chuyện nước lũ năm ấy, ai cũng nhớ"
    damaged = by_bpe(whole + " rồi ") + "xÃ" + by_bpe(" thôi")
    read = Pipeline.from_preset("lossless").run(damaged).text
    assert read.startswith(whole)
    assert "xÃ" in read
