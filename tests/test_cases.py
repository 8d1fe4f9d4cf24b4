"""Every repair and every keep case of ``cases/<filter>.toml``, and the examples each rule gives of itself.

A case file is the first thing to edit when a repair is wrong or missing; ``vntextclean.testing`` says what it holds.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from vntextclean import testing
from vntextclean.registry import build, names
from vntextclean.settings import Settings
from vntextclean.testing import Case

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [case for path in FILES for case in testing.load(path)]
ENOUGH = 40
#: Rules that rest until a setting asks for them.
ON_REQUEST = {"tone-marks.style": {"tone_style": "old"}}


@pytest.mark.parametrize("case", testing.parameters(CASES, ["repair"]))
def test_repair_by_the_filter_alone(case: Case) -> None:
    testing.check_alone(case)


@pytest.mark.parametrize("case", testing.parameters(CASES, ["repair"]))
def test_repair_in_the_whole_pipeline(case: Case) -> None:
    testing.check_in_pipeline(case)


@pytest.mark.parametrize("case", testing.parameters(CASES, ["keep"]))
def test_keep(case: Case) -> None:
    testing.check_alone(case)


@pytest.mark.parametrize("case", testing.parameters(CASES, ["known-failure"]))
def test_known_failure(case: Case) -> None:
    testing.check_alone(case)


@pytest.mark.parametrize("name", names())
def test_a_built_in_filter_has_cases_enough(name: str) -> None:
    kinds = [case.kind for case in CASES if case.filter == name]
    assert kinds.count("repair") >= ENOUGH
    assert kinds.count("keep") >= ENOUGH


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_file_is_that_of_a_filter_and_every_case_has_its_label(path: Path) -> None:
    assert path.stem in names(), "no built-in filter of this name"
    assert all(case.entry["label"].strip() for case in testing.load(path))


@pytest.mark.parametrize("name", names())
def test_every_rule_repairs_and_keeps_what_it_says(name: str) -> None:
    testing.check_rules(name, settings=ON_REQUEST)


@pytest.mark.parametrize("name", names())
def test_every_rule_is_seen_in_a_repair_case(name: str) -> None:
    seen = {rule for case in CASES if (case.filter, case.kind) == (name, "repair") for rule in case.entry["rules"]}
    assert seen == set(build([name], Settings())[0].rules)
