"""Words in styled letters: which lines they are read on, and where they stand."""

from __future__ import annotations

import pytest

from vntextclean.filters.lookalikes.styled import Styled, styled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("𝗴𝗶𝗮́ cuối", [Styled(0, 4, "giá")], id="a marked syllable"),
        pytest.param("𝗴𝗶𝗮́ 𝘀𝗼𝗰", [Styled(0, 4, "giá"), Styled(5, 8, "soc")], id="and a word beside it"),
        pytest.param("𝗴𝗶𝗮́\n𝘀𝗼𝗰", [Styled(0, 4, "giá")], id="a word on another line"),
        pytest.param("x\n𝗴𝗶𝗮́\n𝗴𝗶𝗮́", [Styled(2, 6, "giá"), Styled(7, 11, "giá")], id="two lines"),
        pytest.param("x𝗮 𝗴𝗶𝗮́", [Styled(0, 2, "xa"), Styled(3, 7, "giá")], id="a word that is styled in part"),
        pytest.param("𝗴𝗶𝗮 tuần", [], id="a syllable without a mark"),
        pytest.param("𝗯𝗿𝗼́𝗻 tuần", [], id="a marked word that is no syllable"),
        pytest.param("𝗴𝗶𝗮 𝗯𝗿𝗼́𝗻", [], id="one of each"),
        pytest.param("giá", [], id="nothing styled"),
    ],
)
def test_styled_words(text: str, found: list[Styled]) -> None:
    assert [*styled(text)] == found
