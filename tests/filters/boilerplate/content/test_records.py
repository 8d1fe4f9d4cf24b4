"""Lists of papers to bring: where they begin and end."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.content.records import papers_to_bring
from vntextclean.filters.boilerplate.reading.page import read

PAPERS = ("Đơn xin học", "Bản sao học bạ", "Ảnh 3x4 (hai tấm)")


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (PAPERS, [0, 1, 2]),
        (("Hồ sơ gồm:", *PAPERS), [0, 1, 2, 3]),  # at the head of the page too
        (("Tin mới", "Hồ sơ gồm:", *PAPERS, "Tin mới"), [1, 2, 3, 4]),
        (("Hồ sơ gồm", *PAPERS), [1, 2, 3]),  # no colon, no heading
        ((*PAPERS, "Tin mới:"), [0, 1, 2]),  # the last line is above no first one
        (PAPERS[:2], []),
        (("Hồ sơ gồm:", "Tin mới"), []),
    ],
)
def test_papers(lines: tuple[str, ...], kept: list[int]) -> None:
    assert papers_to_bring(read("\n".join(lines))).nonzero()[0].tolist() == kept
