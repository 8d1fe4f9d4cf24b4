"""What a chain makes of the parts of a line is what it makes of the whole line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vntextclean.misreadings.parsing.cells import Cell, Loss, Step, cells_of
from vntextclean.misreadings.parsing.read_cells import read
from vntextclean.misreadings.parsing.rows import LONGEST, LONGEST_RULE, Row, part_of, row_of, row_with
from vntextclean.misreadings.parsing.words import words_of
from vntextclean.misreadings.tables.code_pages import CONTROLS, NAMES, undefined

CHARACTERS = "aáâôđãÁ' «»”Ã¡ºáº¿ä‘Ä?\ufffd\u200b\u00a0\u0090Ġ┐├\tnh"
DROPPED = (frozenset[int](), undefined("cp1252"), undefined("cp1250"), CONTROLS, frozenset({0xBA, 0xBF, 0x80, 0x9C}))
LOSSES = st.builds(Loss, st.sampled_from(DROPPED), st.booleans(), st.booleans())


def cells_in(row: Row, chain: tuple[Step, ...]) -> list[Cell]:
    """The cells of all parts but those of plain characters, in places of the text."""
    moved = [(cell[0] + start, cell[1] + start, *cell[2:]) for start, part in row for cell in part.by(chain).cells]
    return [cell for cell in moved if not is_plain(cell)]


def is_plain(cell: Cell) -> bool:
    _, _, options, is_read, is_cut, _ = cell
    return not is_read and not is_cut and len(options) == 1 and " " <= options[0] <= "~"


@given(
    text=st.text(CHARACTERS, max_size=24),
    steps=st.lists(st.tuples(st.sampled_from(NAMES), LOSSES), min_size=1, max_size=3),
)
def test_parts_read_as_their_line(text: str, steps: list[tuple[str, Loss]]) -> None:
    row, cells = row_of(text, 7), cells_of(text, 7)
    chain = tuple(Step(*step) for step in steps)
    for number, (page, loss) in enumerate(chain, 1):
        made = read(cells, page, loss, again=number > 1)
        by = chain[:number]
        assert cells_in(row, by) == [cell for cell in made.cells if not is_plain(cell)]
        parsed = [(start, part.by(by)) for start, part in row]
        assert sum(each.whole for _, each in parsed) == made.whole
        assert sum(each.cut for _, each in parsed) == made.cut
        assert tuple(start + at for start, each in parsed for at in each.stray) == made.stray
        found = [(word.start + start, word.end + start, *word[2:]) for start, each in parsed for word in each.words]
        assert found == [tuple(word) for word in words_of(made.cells)]
        cells = made.cells


@given(text=st.text(CHARACTERS, max_size=24), steps=st.lists(st.sampled_from(NAMES), min_size=1, max_size=2))
def test_a_table_reads_nothing_in_a_part_that_shows_none_of_its_openings(text: str, steps: list[str]) -> None:
    from vntextclean.misreadings.parsing.read_cells import openings

    *before, last = (Step(page, Loss(undefined(page))) for page in steps)
    for _, part in row_of(text):
        left = part.made(tuple(before))
        if not left.was_read and openings(*last).isdisjoint(left.seen):
            made = part.by((*before, last))
            assert (made.whole, made.cut, made.stray, made.words) == (0, 0, (), ())
            assert (made.unread, made.has_quotes) == (left.parsed.unread, left.parsed.has_quotes)


def test_words_that_are_put_in_stand_for_what_they_were_read_from() -> None:
    text = "xin chÃ o Viá»‡t Nam, Ä‘áº¹p"
    row = row_with(text, 0, len(text), {4: (9, "chào"), 10: (16, "Việt")})
    parts = [(start, [cell[2][0] for cell in part.by(()).cells]) for start, part in row]
    assert parts == [(4, ["chào"]), (10, ["Việt"]), (22, list("Ä‘áº¹p"))]
    assert [cell[:2] for cell in row[0][1].by(()).cells] == [(0, 5)]


def test_a_no_break_space_that_was_put_back_is_a_cut_cell() -> None:
    ((start, part),) = row_of("a thÃ nh", 10, "a thÃ\u00a0nh")
    assert start == 12
    assert [cell[2][0] for cell in part.by(()).cells if cell[4]] == ["\u00a0"]


def test_readings_by_many_chains_are_not_kept_for_ever() -> None:
    ((_, whole), (_, cut)) = row_of("Nguyá»‡t má»i")  # parts are kept: no other test reads this word
    for byte in range(0x80, 0xC0):
        chain = (Step("cp1252", Loss(frozenset({byte}))),)
        assert [word.options for word in whole.by(chain).words] == [("Nguyệt",)]
        assert whole.counts(())["cp1252"] == 1
        assert len(cut.by(chain).cells) >= 2
    assert len(whole._by_asked) == 1  # nothing can be gone from it, so that all losses are one
    assert max(len(cut._by_asked), len(cut._by_last), len(whole._by_last)) < 40


@given(
    text=st.text(CHARACTERS, max_size=24),
    steps=st.lists(st.tuples(st.sampled_from(NAMES), LOSSES), min_size=2, max_size=4),
)
def test_no_further_table_reads_more_than_is_in_reach(text: str, steps: list[tuple[str, Loss]]) -> None:
    chain = tuple(Step(*step) for step in steps)
    for _, part in row_of(text):
        for number in range(1, len(chain)):
            # What looks like a space to a table needs no other character, and is no letter.
            read_cells = [cell for cell in part.by(chain[: number + 1]).cells if cell[3] and cell[2] != (" ",)]
            letters = sum((end - start) * (0.5 if is_cut else 1.0) for start, end, _, _, is_cut, _ in read_cells)
            assert letters <= part.by(chain[:number]).reach()


def test_reach_counts_what_was_put_together_and_what_may_follow() -> None:
    step = (Step("cp1252", Loss(frozenset({0x81}))),)
    ((_, part),) = row_of("báº¿t")
    assert part.by(step).reach() == 3
    ((_, part),) = row_of("Ã¡º»tâm")
    assert part.by(step).reach() == 4  # "á", and two signs that may belong to it


def test_the_rule_of_a_table_is_read_once() -> None:
    rule = "├" + "─" * LONGEST + "┤"
    assert part_of(rule) is part_of(rule)
    assert part_of(rule * LONGEST_RULE) is not part_of(rule * LONGEST_RULE)
