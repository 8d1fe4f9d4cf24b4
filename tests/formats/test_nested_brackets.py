"""What stands in many brackets of Markdown is bounded, and what stands in a few is read."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline


@pytest.mark.parametrize("depth", [1, 5, 18])
def test_the_address_of_a_nested_link_stays(depth: int) -> None:
    """Brackets in the label of a link may be as deep as the bound."""
    label = "[" * depth + "tin  mới" + "]" * depth
    source = f"Xem  {label}(</tin  tuc>) ở  đây."
    cleaned = Pipeline.from_preset("lossless").run(source, "markdown").text
    assert "</tin  tuc>" in cleaned
    assert cleaned.startswith("Xem [")
    assert cleaned.endswith("ở đây.")


def test_a_quotation_in_forty_others_is_read() -> None:
    source = "> " * 40 + "Bà con  ra đồng.\n"
    assert Pipeline.from_preset("lossless").run(source, "markdown").text == "> " * 40 + "Bà con ra đồng.\n"


def test_brackets_that_do_not_end_stay() -> None:
    source = "![" * 400 + " bà con ra đồng\n"
    assert Pipeline.from_preset("lossless").run(source, "markdown").text == source
