"""Detect and decode the legacy encoding of a whole file."""

from __future__ import annotations

from vntextclean.charsets.recognition import evidence, tables
from vntextclean.charsets.tables import Charset
from vntextclean.charsets.words import capitals, cased, readings


def file_encoding(sample: str) -> str:
    """The name of the only table under which the words of a whole file are Vietnamese, or "".

    ``sample`` is the file decoded as Windows-1252. The thresholds are higher than for a line, because a file has more
    words.

    >>> file_encoding("C¸c anh chÞ em c«ng nh©n ®Òu ®· nhËn ®ñ l­¬ng th¸ng nµy vµ ®­îc nghØ mét ngµy")
    'tcvn3'
    """
    ranked = []
    for table in tables():
        proof = evidence(readings(sample, table))
        if proof.changed >= 5 and proof.share >= 0.85 and proof.gain >= 0.4 and proof.weight >= 5:
            ranked.append((proof.share * proof.weight, table.name))
    ranked.sort(reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] * 0.95):
        return ""
    return ranked[0][1]


def read_lines(seen: str, table: Charset) -> str:
    """A whole text decoded by a table. The case of letters whose code serves for both cases is inferred."""
    if not table.twofold:
        return table.read(seen)
    return "\n".join(_read_line(line, table) for line in seen.split("\n"))


def _read_line(line: str, table: Charset) -> str:
    tokens = list(table.word.finditer(line))
    upper = capitals([match[0] for match in tokens], table)
    made, at = [], 0
    for index, match in enumerate(tokens):
        made += [line[at : match.start()], cased(match[0], table, index in upper)]
        at = match.end()
    return "".join(made) + line[at:]
