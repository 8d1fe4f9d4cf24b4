"""Lines of many words are read by the tables that some of their words tell, and as they would be by all."""

from __future__ import annotations

import pytest

from vntextclean.misreadings.parsing import long_lines
from vntextclean.misreadings.parsing.evidence import Reading, readings
from vntextclean.misreadings.parsing.long_lines import readings_of_any
from vntextclean.misreadings.parsing.losses import losses_of
from vntextclean.misreadings.parsing.rows import Row, row_of
from vntextclean.misreadings.tables.code_pages import NAMES

SENTENCE = "chợ nổi họp trên sông lúc gà vừa gáy ghe bầu chở đầy khóm và bưởi người bán treo quả lên cây sào mời khách"
WORDS = SENTENCE.split()
#: Each word another, so that none is read for another's sake.
LINE = " ".join(word + WORDS[number * 7 % len(WORDS)] for number in range(5) for word in WORDS * 5)


def misread(text: str, *tables: str, errors: str = "ignore") -> str:
    for table in tables:
        text = text.encode("utf-8").decode(table, errors)
    return text


@pytest.mark.parametrize(
    "damaged",
    [
        misread(LINE, "cp1252"),
        misread(LINE, "cp1252", "cp1252"),
        misread(LINE, "latin-1", "latin-1"),
        misread(LINE, "cp437"),
        misread(LINE, "mac-roman", "mac-roman"),
        misread(LINE, "cp1258"),
        LINE,
        misread(LINE[: len(LINE) // 8], "cp1252", "cp1252") + " " + LINE,
        misread(LINE[: len(LINE) // 2], "cp437") + " " + misread(LINE[len(LINE) // 2 :], "cp1252", "cp1252"),
        # Some of its words are read as well by ISO-8859-15, which makes a mark of each "ô" among the others.
        misread(LINE[: len(LINE) // 3], "latin-1") + " " + misread(LINE[len(LINE) // 3 :], "latin-1", "latin-1"),
        misread(LINE[len(LINE) // 3 :], "latin-1") + " " + misread(LINE[: len(LINE) // 3], "latin-1", "latin-1"),
    ],
    ids=range(11),
)
def test_a_long_line_is_read_as_by_all_tables(damaged: str) -> None:
    row, losses = row_of(damaged), losses_of(damaged)
    assert len(row) > 400
    by_all, found = readings(row, losses), readings_of_any(row, losses, NAMES)
    assert found[0].chain == by_all[0].chain
    assert found[0].score == by_all[0].score
    assert found[0].words == by_all[0].words
    assert found[0].stray == by_all[0].stray


def test_few_words_are_asked_by_all_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(row: Row, *rest: object) -> list[Reading]:
        asked.append(len(row))
        return readings(row, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(long_lines, "readings", counted)
    damaged = misread(LINE, "cp1252", "cp1252")
    readings_of_any(row_of(damaged), losses_of(damaged), NAMES)
    assert len(asked) == 1
    assert asked[0] < 200
