"""A person's decision about one change, and its line in a file of decisions."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, get_args

from vntextclean.json_lines import line
from vntextclean.named_tuple import NamedTuple
from vntextclean.review.place import Place

#: ``edited`` puts the text of a person in the place of the change. ``open`` takes an earlier decision back.
Verdict: TypeAlias = Literal["accepted", "refused", "edited", "open"]


class Decision(NamedTuple):
    """What a person decided about the change at a place; ``text`` is what she wrote there if she edited it.

    >>> made = Decision("refused", Place(1, 4, "diacritics.letter", "vn", "vận", "dân ", ", dân chủ"))
    >>> from_record(made.to_dict()) == made
    True
    """

    verdict: Verdict
    place: Place
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The decision as a record of JSON."""
        where = self.place
        record: dict[str, Any] = {
            "decision": self.verdict,
            "rule": where.rule,
            "before": where.before,
            "after": where.after,
            "left": where.left,
            "right": where.right,
            "at": where.at,
        }
        if where.document != 1:
            record["document"] = where.document
        if self.verdict == "edited":
            record["text"] = self.text
        return record

    def to_json(self) -> str:
        """The decision as its line in a file of decisions, without the newline."""
        return line(self.to_dict())


def from_record(record: Any) -> Decision:
    """A decision from its record; ValueError says what is wrong with one that is none."""
    if not isinstance(record, dict):
        raise ValueError("a decision is an object, as in {...}")
    verdict: Any = record.get("decision")
    if verdict not in get_args(Verdict):
        raise ValueError(f'"decision" is {verdict!r}, and none of {", ".join(get_args(Verdict))}')
    for key in ("rule", "before", "after", "left", "right", *(["text"] if verdict == "edited" else [])):
        if not isinstance(record.get(key), str):
            raise ValueError(f'"{key}" must be a string')
    for key in ("at", "document"):
        if type(record.get(key, 0)) is not int:
            raise ValueError(f'"{key}" must be a whole number')
    return Decision(
        verdict,
        Place(
            record.get("document", 1),
            record.get("at", 0),
            *(record[key] for key in ("rule", "before", "after", "left", "right")),
        ),
        record["text"] if verdict == "edited" else "",
    )
