"""Loans, names of code and foreign names: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.loans import is_foreign_name, is_spelling_of_loan, looks_like_loan
from vntextclean.filters.run_ons.names_of_code import is_identifier
from vntextclean.lm.model import Model


@pytest.mark.parametrize(
    ("word", "loan"),
    [("kílômét", True), ("Kilômét", True), ("kìlômét", False), ("thựchiện", False), ("ôtô", True), ("ốtô", True)],
)
def test_spellings_of_loans(word: str, loan: bool) -> None:
    assert is_spelling_of_loan(word) is loan


@pytest.mark.parametrize(
    ("pieces", "loan"),
    [
        (("Phi", "lip", "phê"), True),
        (("đi", "ni", "tơ"), True),
        (("thông", "tin"), False),  # they go together
        (("thực", "hiện"), False),
        (("nhà", "máy"), False),  # a grave is no tone of loans
        (("Phi", "Lip"), False),  # a capital inside
        (("lươ", "tơ"), False),
    ],
)
def test_letters_of_loans(pieces: tuple[str, ...], loan: bool) -> None:
    assert looks_like_loan(Model.open(), pieces) is loan


@pytest.mark.parametrize(
    ("pieces", "identifier"),
    [
        (("Parameter", "Dict"), True),
        (("My", "Dataset"), True),
        (("Minh", "Anh"), False),
        (("Young", "Đã"), False),
        (("my", "Dataset"), False),
        (("My", "dataset"), False),
    ],
)
def test_names_of_code(pieces: tuple[str, ...], identifier: bool) -> None:
    assert is_identifier(pieces) is identifier


@pytest.mark.parametrize(
    ("pieces", "foreign"),
    [
        (("Camp", "à"), True),
        (("Con", "né", "table"), True),
        (("Philippines", "ngày"), False),
        (("Philippines", "ngà", "y"), True),
        (("Remscheid", "là"), False),
        (("camp", "à"), False),
        (("Camp", "Né"), False),
        (("Camp", "ạ"), False),  # no letter of French
        (("Anh", "né"), False),
        (("Né", "table"), True),
    ],
)
def test_foreign_names(pieces: tuple[str, ...], foreign: bool) -> None:
    assert is_foreign_name(pieces) is foreign
