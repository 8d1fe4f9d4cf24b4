"""The laws of cleaning, on lines put together from sound and damaged pieces."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vntextclean import Pipeline, registry
from vntextclean.changes import apply
from vntextclean.filter import Phase
from vntextclean.filters.spacing.data_lines import DataLines
from vntextclean.protected import PROTECTED
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

SOUND = (
    "Ủy ban nhân dân xã", "đã họp bàn về", "công tác dân vận", "tại hội trường", "Bà con phấn khởi,", "năm 2021",
    "thu hoạch lúa đông xuân.", "Ông Nguyễn Văn Hòa cho biết", "giá 1.500 đồng", "Lớp 12A1", "hai bên đường",
)  # fmt: skip
DAMAGED = (
    "thựchiện", "dân vn", "Môt buổi", "quyêt định", "Vie\u0323\u0302t Nam", "đối\u00a0thoại", "tổ  chức", "th ực hiện",
    "dân chủKết quả", "đuợc", "tòan dân", "cô\u0301ng", "nghiên cứu,học tập", "Ðà Nẵng", "xã\u200b hội",
)  # fmt: skip
PROTECTED_TOKENS = (
    "https://thuchien.vn/tin?id=4", "hoidap@xaphuloc.gov.vn", "#dânvận", "@hoi_nong_dan", "/home/a/b.txt",
    "12/2020/NĐ-CP", "1.500,50", "KH-2021-04",
)  # fmt: skip

lines = st.lists(st.sampled_from(SOUND + DAMAGED + PROTECTED_TOKENS), min_size=1, max_size=7).map(" ".join)
documents = st.lists(lines, min_size=1, max_size=5).map("\n".join)
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

#: These two read the whole document once: what it writes elsewhere vouches for a word.
READS_DOCUMENT = {"diacritics", "lost-words"}


@cache
def web() -> Pipeline:
    return Pipeline.from_preset("web")


@slow
@given(documents)
def test_replaying_the_changes_gives_the_text(text: str) -> None:
    """Law 1, through every filter of the default preset."""
    cleaned = web().run(text)
    assert apply(text, (c[:3] for c in cleaned.changes)) == cleaned.text


@slow
@given(documents)
def test_changes_are_sorted_disjoint_and_effective(text: str) -> None:
    """Law 2: none touches another, none is without effect."""
    changes = web().run(text).changes
    assert all(one.end <= two.start for one, two in pairwise(changes))
    assert all(text[change.start : change.end] != change.after for change in changes)


@slow
@given(documents)
def test_protected_tokens_come_through(text: str) -> None:
    """Law 5: every address, handle, path, code and number of the source stands in the text as it was."""
    cleaned = web().run(text)
    kept = cleaned.text
    for token in PROTECTED_TOKENS:
        whole = [m.group() for m in PROTECTED.finditer(text)].count(token)
        assert kept.count(token) >= min(whole, 1) or any(not c.after.strip() for c in cleaned.changes)


@slow
@given(lines, lines)
def test_lines_are_independent_outside_layout(one: str, two: str) -> None:
    """Law 4: a filter says of two lines together what it says of each; rows of data are told by their neighbours."""
    together = f"{one}\n{two}"
    rows = DataLines(together)
    is_data = rows.is_data(0) or rows.is_data(len(one) + 1)
    for made in registry.build(web().settings.filters or tuple(f.name for f in web().filters), Settings()):
        if made.phase is Phase.LAYOUT or made.name in READS_DOCUMENT | {"legacy-fonts"}:
            continue
        if made.name == "spacing" and is_data:
            continue
        first = [tuple(e[:3]) for e in made.edits(TextState(one))]
        second = [(s + len(one) + 1, e + len(one) + 1, r) for s, e, r, *_ in made.edits(TextState(two))]
        assert [tuple(e[:3]) for e in made.edits(TextState(together))] == first + second, made.name


@slow
@given(lines)
@example("dân vn tổ chức Ðà Nẵng Môt buổi")  # a repair five words on makes another sure enough
@example("thựchiện thựchiện Ðà Nẵng")  # run-ons are no words of Icelandic
def test_cleaning_sound_text_again_changes_nothing(line: str) -> None:
    """Law 3, on single lines of sound and damaged pieces in any order."""
    once = web().run(line).text
    assert web().run(once).text == once
