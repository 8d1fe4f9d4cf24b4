"""What documents share of a word is what each of them would make of it; sums over a line are those of its words."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from vntextclean.misreadings.parsing.cells import Loss, Step, cells_of
from vntextclean.misreadings.parsing.parts import Part
from vntextclean.misreadings.parsing.read_cells import dropping_leads, read
from vntextclean.misreadings.parsing.weights import weight_of
from vntextclean.misreadings.tables.code_pages import CONTROLS, NAMES, bytes_of, undefined
from vntextclean.misreadings.tables.table_pairs import pairs_told_apart, parts_of_others

CHARACTERS = "aáâôđãÁ' «»”Ã¡ºáº¿ä‘Ä?\ufffd\u200b\u00a0\u0090Ġ┐├tnhÆ°»"
DROPPED = (frozenset[int](), undefined("cp1252"), undefined("cp1250"), CONTROLS, frozenset({0xBA, 0xBF, 0x80, 0x9C}))
LOSSES = st.builds(Loss, st.sampled_from(DROPPED), st.booleans(), st.sampled_from(("", "lower", "upper")))
STEPS = st.lists(st.builds(Step, st.sampled_from(NAMES), LOSSES), min_size=1, max_size=3)


@given(text=st.text(CHARACTERS, max_size=10), chains=st.lists(STEPS, min_size=1, max_size=4))
def test_a_part_that_other_losses_asked_before_is_read_as_a_new_one(text: str, chains: list[list[Step]]) -> None:
    part = Part(cells_of(text))
    for chain in chains:
        cells = cells_of(text)
        for number, step in enumerate(chain):
            # A question mark stands for a byte only beside what was dropped.
            loss = step.loss if step.loss.dropped else step.loss._replace(marked=False)
            made = read(cells, step.page, loss, again=number > 0)
            cells = made.cells
            found = part.by(tuple(chain[: number + 1]))
            assert (tuple(found.cells), found.whole, found.cut, found.stray) == tuple(made)


@given(text=st.text(CHARACTERS, max_size=10), chain=STEPS)
def test_what_adds_nothing_has_no_words(text: str, chain: list[Step]) -> None:
    made = Part(cells_of(text)).made(tuple(chain))
    assert made.adds or not (made.parsed.words or made.parsed.stray or made.unread or made.quotes)
    assert made.weight == weight_of(made.parsed.words)
    assert made.uncut == weight_of([word for word in made.parsed.words if not word.cut])


def test_the_collector_of_garbage_does_not_look_at_what_each_part_keeps() -> None:
    """A long line that was read twice keeps so many that collecting them took a third of the time, and grew faster."""
    cells = cells_of("tôi má»i")
    leads = dropping_leads(cells, "cp1252", Loss(undefined("cp1252")))
    seen = Part(cells).given.seen
    assert (leads, sorted(seen)) == (b"\xe1", sorted("ôá»"))
    assert not gc.is_tracked(leads) and not gc.is_tracked(seen)


@given(seen=st.sets(st.sampled_from("áâãÃÄƯơăĂĐđ°¡‘’€™ßúÆѓ‚ĻĤ'\""), max_size=8), recased=st.booleans())
def test_pairs_of_tables(seen: set[str], recased: bool) -> None:
    told, parts = pairs_told_apart(seen, recased), parts_of_others(seen)
    for page in NAMES:
        for other in NAMES:
            one, two = bytes_of(page, recased), bytes_of(other, recased)
            assert ((page, other) in told) == any(one.get(char) != two.get(char) for char in seen)
            shown = [{char: table[char] for char in seen if char in table} for table in map(bytes_of, (page, other))]
            is_part = len(shown[0]) < len(shown[1]) and shown[0].items() <= shown[1].items()
            assert ((page, other) in parts) == is_part


@given(seen=st.sets(st.sampled_from("áâãÃÄƯơăĂĐđ°¡‘’€™ßúÆѓ‚ĻĤ'\""), max_size=4), recased=st.booleans())
def test_the_first_of_the_tables_that_show_characters_alike(seen: set[str], recased: bool) -> None:
    told = pairs_told_apart(seen, recased)
    for page in NAMES:
        alike = [
            one for one in NAMES if all(bytes_of(one, recased).get(c) == bytes_of(page, recased).get(c) for c in seen)
        ]
        assert told.first_beside(page) == alike[0]


def test_tables_that_show_a_word_alike_read_it_once() -> None:
    part = Part(cells_of("NgÆ°á»i"))
    made = [part.made((Step(page, Loss(undefined("cp1252"))),)) for page in ("cp1252", "iso8859-15", "cp437")]
    assert made[0] is made[1]
    assert made[0] is not made[2]


def test_cells_are_plain_tuples() -> None:
    """Those of a class of their own are looked at by each collection of garbage, and are most of what it looks at."""
    part = Part(cells_of("Viá»‡t"))
    cells = [*part.given.parsed.cells, *part.by((Step("cp1252", Loss()),)).cells]
    assert {type(cell) for cell in cells} == {tuple}
