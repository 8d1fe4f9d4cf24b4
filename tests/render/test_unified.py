"""A unified diff turns the source into the cleaned text, whatever the changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.render.hunks import Block, blocks, hunks, in_stream, lines
from vntextclean.render.unified import unified
from vntextclean.streams.documents import Document, splitter

TEXT = st.text(st.sampled_from("ab \n\n\r"), max_size=40)


@st.composite
def cleanings(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXT) -> Cleaned:
    """A text and changes at random: sorted, disjoint, none without effect."""
    source = draw(texts)
    ends = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    changes: list[Change] = []
    for start, end in zip(ends[::2], ends[1::2], strict=False):
        after = draw(st.text(st.sampled_from("x\n"), max_size=3))
        clash = changes and start == end == changes[-1].start == changes[-1].end
        if source[start:end] != after and not clash:
            changes.append(Change(start, end, after, ()))
    return Cleaned(source, apply(source, (c[:3] for c in changes)), tuple(changes))


def patched(source: str, diff: str) -> str:
    """What patch(1) makes of a text, strictly: every context line must be where the diff says."""
    there, out, at, marked = lines(source), list[str](), 0, ""
    for line in lines(diff)[2:]:
        if heading := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line):
            first = int(heading[1]) - (heading[2] != "0")
            out += there[at:first]
            at = first
            assert len(out) == int(heading[3]) - (heading[4] != "0")
        elif line.startswith("\\"):
            if marked == "-":
                assert not there[at - 1].endswith("\n")
            else:
                out[-1] = out[-1].removesuffix("\n")
        else:
            marked = line[0]
            if marked != "+":
                assert line[1:].removesuffix("\n") == there[at].removesuffix("\n")
                at += 1
            out += [line[1:]] if marked != "-" else []
    return "".join(out + there[at:])


@given(cleanings())
def test_blocks_lose_nothing_and_end_at_line_ends(cleaned: Cleaned) -> None:
    made = list(blocks(cleaned))
    assert "".join(block.old for block in made) == cleaned.source
    assert "".join(block.new for block in made) == cleaned.text
    assert [change for block in made for change in block.changes] == list(cleaned.changes)
    for block in made[:-1]:
        assert not block.old or block.old.endswith("\n")
        assert not block.new or block.new.endswith("\n")


@given(cleanings())
def test_the_patch_of_a_file_makes_the_cleaned_text(cleaned: Cleaned) -> None:
    diff = "".join(unified("a", in_stream(Document(cleaned.source), cleaned)))
    assert bool(diff) == bool(cleaned.changes)
    assert patched(cleaned.source, diff) == cleaned.text


@given(st.lists(cleanings(st.text(st.sampled_from("ab "), max_size=9)), max_size=12), st.booleans())
def test_the_patch_of_lines_makes_the_cleaned_file(cleaned: list[Cleaned], ends: bool) -> None:
    pairs = []
    for number, one in enumerate(cleaned, 1):
        flat = tuple(c._replace(after=c.after.replace("\n", "y")) for c in one.changes)
        flat = tuple(c for c in flat if one.source[c.start : c.end] != c.after)
        text = apply(one.source, (c[:3] for c in flat))
        tail = "\n" if ends or number < len(cleaned) else ""
        pairs.append((Document(one.source, "a", number, tail=tail), Cleaned(one.source, text, flat)))
    source = "".join(document.emit(document.text) for document, _ in pairs)
    diff = "".join(unified("a", (block for pair in pairs for block in in_stream(*pair))))
    assert patched(source, diff) == "".join(document.emit(one.text) for document, one in pairs)


def test_a_hunk_has_three_lines_of_context() -> None:
    stream = [Block("1\n2\n3\n4\n", "1\n2\n3\n4\n"), Block("a\n", "b\n", (Change(8, 9, "b", ()),)), Block("5\n", "5\n")]
    (hunk,) = hunks(stream)
    assert hunk.old_line == hunk.new_line == 2
    assert [block.old for block in hunk.blocks] == ["2\n3\n4\n", "a\n", "5\n"]


@pytest.mark.parametrize("gap", [6, 7])
def test_hunks_are_apart_if_more_than_twice_the_context_lies_between(gap: int) -> None:
    changed = Block("a\n", "b\n", (Change(0, 1, "b", ()),))
    assert len(list(hunks([changed, Block("=\n" * gap, "=\n" * gap), changed]))) == gap - 5


def test_records_are_diffed_as_they_stand_in_their_file() -> None:
    (document,) = splitter("jsonl:t")(['{"t": "a  b", "n": 1}\n'], "a")
    change = Change(1, 3, " ", ())
    diff = "".join(unified("a", in_stream(document, Cleaned("a  b", "a b", (change,)))))
    assert diff.splitlines()[3:] == ['-{"t": "a  b", "n": 1}', '+{"t": "a b", "n": 1}']


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("tin.txt", "tin.txt"),
        ("tin cũ.txt", "tin cũ.txt\t"),
        ('tin "cũ".txt', 'tin "cũ".txt\t'),
        ('"a".txt', '"\\"a\\".txt"'),
        ("a\x1b[31m\nb\x9b.txt", '"a\\033[31m\\nb\\302\\233.txt"'),
        ("a\udcff.txt", '"a\\377.txt"'),
    ],
)
def test_a_name_never_leaves_the_head_of_a_patch(name: str, header: str) -> None:
    block = Block("dân vn\n", "dân vận\n", (Change(4, 6, "vận", ()),))
    assert "".join(unified(name, [block])).startswith(f"--- {header}\n+++ {header}\n@@ -1 +1 @@\n")
