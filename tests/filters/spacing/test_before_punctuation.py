"""Where a space before a punctuation mark is one too many: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.before_punctuation import space_goes_before


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("bà con_, lúa", True),
        ("bà con_. Lúa", True),
        ("ba con_, lua", False),  # no Vietnamese
        ("é con_, lua", True),  # any marked letter
        ("đi đâu_? Lúa", True),
        ("é con_? lua", False),  # the others ask for a line of Vietnamese
        ("bà con_- lúa", False),
        ("bà |_, lúa", False),
        ("bà (_, lúa", False),
        ("bà ,_, lúa", False),
        ("bà 12_, lúa", True),
        ("bà 12%_, lúa", True),
        ("bà (con)_, lúa", True),
        ("bà “con”_, lúa", True),
        ("bà #_, lúa", False),
        ("bà con_,lúa", False),
        ("bà con_,", True),
        ("bà con_.” Lúa", True),
        ("được con_?? Lúa", True),
        ("bà con_.net lúa", False),
        ("bà con_...", False),
        ("bà con_…", False),
        ("được con_:) lúa", False),  # faces
        ("được con_;) lúa", False),
        ('được con_:" lúa', False),
        ('được con_;" lúa', False),
        ('được con_?" lúa', True),
        ("được con_:", True),
        ("bà con_.) lúa", False),
        ("bà con_. . .", False),
        ("bà tỷ lệ 1_: 500", False),
        ("bà tỷ lệ 1_: 5 x", False),
        ("bà tỷ lệ 1_: x", True),
        ("bà tỷ lệ_: 500", True),
        ("bà v?ng đâu_? Lúa", False),  # letters became question marks
        ("bà đâu_?\nv?ng", True),  # ... on another line
        ("bà con_???c lúa", False),
        ("bà con_!c lúa", False),
    ],
)
def test_marks(text: str, goes: bool) -> None:
    at = text.index("_")
    assert space_goes_before(text.replace("_", " "), at, at + 1) is goes


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("bà (con được_) lúa", True),
        ("bà con được_) lúa", False),  # nothing was opened
        ("bà (con) được_) lúa", False),
        ("bà ((con) được_) lúa", True),
        ("bà “con được_” lúa", True),
        ("bà «con được_» lúa", False),  # French sets it
        ("bà (con được:_) lúa", False),
        ("bà (con được!_) lúa", True),
        ("ba (con duoc_) lua", False),
        ("(bà\ncon được_) lúa", False),  # on another line
    ],
)
def test_closing_brackets(text: str, goes: bool) -> None:
    at = text.index("_")
    assert space_goes_before(text.replace("_", " "), at, at + 1) is goes
