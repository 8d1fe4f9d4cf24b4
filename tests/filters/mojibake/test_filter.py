"""Which lines are read by which table, and what is left to the policy."""

from __future__ import annotations

from unittest import mock

import pytest

from vntextclean import Pipeline
from vntextclean.edit import Edit
from vntextclean.filters.mojibake.filter import Mojibake
from vntextclean.misreadings.reading import reader, unknown_letters
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

LOST = "NgÆ°á»i dÃ¢n trong xÃ£ há»p bÃ n viá»c trá»ng rá»«ng"
UNKNOWN = "Chị em rủ nhau đi ch\ufffd mua rau"


def _without(*codes: str) -> set[str]:
    return {rule for rule in Mojibake.rules if rule not in codes}


def _rules(text: str, *refused: str) -> list[str]:
    state = TextState(text, rules=_without(*refused))
    return [edit.rule.removeprefix("mojibake.") for edit in Mojibake(Settings()).edits(state)]


def test_letters_are_chosen_only_where_the_policy_would_choose() -> None:
    for refused in ((), ("mojibake.chosen",)):
        with mock.patch.object(reader, "found_in", return_value={}) as find:
            _rules(LOST, *refused)
        assert find.call_args.args[2] is not bool(refused)
    assert _rules(UNKNOWN) == ["unknown"]
    assert _rules(UNKNOWN, "mojibake.chosen") == []


def test_in_a_document_of_pieces_letters_are_chosen_whatever_the_policy_says_of_one_piece() -> None:
    state = TextState(LOST, rules=_without("mojibake.chosen"), frame=mock.Mock())
    with mock.patch.object(reader, "found_in", return_value={}) as find:
        list(Mojibake(Settings()).edits(state))
    assert find.call_args.args[2] is True


@pytest.mark.parametrize(
    ("options", "chooses"),
    [({}, True), ({"ignore": ("mojibake.chosen",)}, False), ({"select": ("mojibake.utf-8",)}, False)],
)
def test_a_pipeline_chooses_letters_where_its_settings_want_the_rule(
    options: dict[str, tuple[str, ...]], chooses: bool
) -> None:
    with mock.patch.object(reader, "found_in", return_value={}) as find:
        Pipeline(Settings(**options)).run(LOST)  # type: ignore[arg-type]
    assert find.call_args.args[2] is chooses


def test_nothing_is_asked_of_a_text_without_replacement_characters() -> None:
    with mock.patch.object(unknown_letters, "unknown_letters", return_value=[]) as find:
        list(Mojibake(Settings()).edits(TextState("Chị em rủ nhau đi chợ mua rau")))
        assert not find.called
        list(Mojibake(Settings()).edits(TextState(UNKNOWN)))
        assert find.called


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [(3, 5, True), (3, 6, False), (6, 8, False), (8, 10, False), (9, 11, True), (4, 12, False)],
)
def test_an_unknown_letter_beside_what_is_read(start: int, end: int, kept: bool) -> None:
    found = unknown_letters.unknown_letters(UNKNOWN)[0]._replace(start=start, end=end)
    made = [Edit(5, 9, "", "mojibake.utf-8", "")]
    with mock.patch.object(unknown_letters, "unknown_letters", return_value=[found]):
        edits = Mojibake(Settings())._with_unknown(UNKNOWN, made)
    assert len(edits) == 1 + kept
    assert edits == sorted(edits)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CafÃ© des arts\nTiáº¿ng Viá»‡t", ["Café", "Tiếng", "Việt"]),
        ("Tiáº¿ng Viá»‡t\nCafÃ© des arts", ["Tiếng", "Việt", "Café"]),
        ("CafÃ© des arts\nLe cafÃ© est fermÃ©\nnaÃ¯ve", ["Café", "café", "fermé", "naïve"]),
        ("Ã©\nCafÃ©", ["Café"]),
        ("", []),
    ],
)
def test_each_line_is_read_once(text: str, words: list[str]) -> None:
    assert [edit.replacement for edit in Mojibake(Settings()).edits(TextState(text))] == words
