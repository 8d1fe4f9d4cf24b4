"""SRT files before and after, as the package ``srt`` reads them."""

from __future__ import annotations

import srt
from hypothesis import given, settings
from hypothesis import strategies as st

from vntextclean.pipeline import Pipeline

LINES = st.lists(
    st.sampled_from(["Môt buổi  tọa đàm .", "<i>Vâng</i>", "- Không", "1", "♪", "", "Hà Nội.Sơn La"]), max_size=4
)
PIPELINE = Pipeline.from_preset("web")


@settings(deadline=None)  # the first call opens the model
@given(st.lists(LINES, min_size=1, max_size=8))
def test_cues_keep_their_numbers_and_times(cues: list[list[str]]) -> None:
    text = "\n".join(
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n" + "\n".join(lines) + "\n"
        for number, lines in enumerate(cues, 1)
    )
    before = list(srt.parse(text))
    after = list(srt.parse(PIPELINE.run(text, "srt").text))
    assert [(cue.index, cue.start, cue.end) for cue in after] == [(cue.index, cue.start, cue.end) for cue in before]
    assert [len(cue.content.split("\n")) for cue in after] == [len(cue.content.split("\n")) for cue in before]
