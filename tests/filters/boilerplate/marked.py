"""Pages written with a plus in front of each line that a rule is to find."""

from __future__ import annotations

from collections.abc import Callable

from vntextclean.filters.boilerplate.reading.page import Bools, Page, read


def finds(rule: Callable[[Page], Bools], lines: list[str]) -> None:
    """Assert that a rule finds the lines with a plus, and no others."""
    page = read("\n".join(line.removeprefix("+") for line in lines))
    assert len(page) == len(lines), "a line of nothing is no line of a page"
    found = [f"+{text}" if found else text for text, found in zip(page.texts, rule(page).tolist(), strict=True)]
    assert found == [line[0] * line.startswith("+") + text for line, text in zip(lines, page.texts, strict=True)]
