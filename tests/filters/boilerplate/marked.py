"""Pages written with a plus in front of each line that a rule is to find."""

from __future__ import annotations

from collections.abc import Callable

from vntextclean.filters.boilerplate.reading.page import Bools, Page, read


def found_by(rule: Callable[[Page], Bools], lines: list[str]) -> list[str]:
    """The same lines, with a plus in front of those alone that the rule finds."""
    bare = [line.removeprefix("+") for line in lines]
    page = read("\n".join(bare))
    return [f"+{line}" if found else line for line, found in zip(bare, rule(page).tolist(), strict=True)]
