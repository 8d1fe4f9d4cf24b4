"""One document on its way through the filters: what an earlier filter did and said still holds for the later ones."""

from __future__ import annotations

import pytest

from tests.engine.test_rounds import LOST
from vntextclean import Pipeline
from vntextclean.engine.policy import OF_VIETNAMESE
from vntextclean.presets import PRESETS


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Đò cập be\u0302\u0301n *Trung* ,*Hạ* và *Thượng*", "Đò cập bến *Trung* ,*Hạ* và *Thượng*"),
        ("Đò cập be\u0302\u0301n Trung ,Hạ và *Thượng*", "Đò cập bến Trung, Hạ và *Thượng*"),
    ],
)
def test_markup_is_a_border_behind_a_repair_too(text: str, after: str) -> None:
    """Where the markup stands is carried over what the filters of letters make shorter."""
    assert Pipeline.from_preset("web").run(text, "markdown").text == after


@pytest.mark.parametrize("preset", ["web", "ocr"])
def test_slips_of_a_writer_are_not_looked_for_on_a_page_that_lost_letters(preset: str) -> None:
    """What cannot be filled in there stays as it was found: the words around it are no evidence of a slip."""
    cleaned = Pipeline.from_preset(preset).run(LOST)
    rules = {rule for change in cleaned.changes for rule in change.rules}
    assert "legacy-fonts.dropped" in rules
    assert OF_VIETNAMESE.isdisjoint(rule.partition(".")[0] for rule in rules)


@pytest.mark.parametrize("text", ["Môt buổi họp  của bà con trong xóm.", "Bà con nôngdân họp cả buổi sáng nay."])
def test_who_asks_for_ascii_is_not_told_how_to_restore_it(text: str) -> None:
    """A document without marks gets a suggestion, but not one that lost them in the same run."""
    web = PRESETS["web"].filters
    cleaned = Pipeline.from_preset("web", filters=(*web, "ascii")).run(text)
    assert cleaned.text.isascii()
    assert not cleaned.suggestions
