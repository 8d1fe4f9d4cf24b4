"""Lines far longer than a window that is read at once."""

from __future__ import annotations

from time import process_time

from vntextclean import Pipeline


def test_a_misread_line_of_a_whole_document_is_read_once() -> None:
    """The rest of such a line was read anew by the way for foreign lines: the edits overlapped, which is an error."""
    said = "Chợ quê họp từ sáng sớm, bà con gánh rau ra bán. " * 1200
    seen = said.encode().decode("latin-1")
    assert len(seen) > 1 << 16
    assert Pipeline.from_preset("lossless").run(seen).text == said.rstrip(" ")


def test_blanks_on_a_line_are_read_once_where_lines_are_joined() -> None:
    text = "Chợ quê họp từ sáng sớm," + " " * 60_000 + "bà con gánh rau ra bán cho\nkhách đi đường.\n"
    pipeline = Pipeline.from_preset("ocr", filters=("line-joins",))
    start = process_time()
    pipeline.run(text)
    assert process_time() - start < 3
