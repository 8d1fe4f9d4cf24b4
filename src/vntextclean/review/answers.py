"""What is decided about the changes of some pages: found again in their files, and saved before it counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple
from vntextclean.review.decision import Decision, Verdict
from vntextclean.review.log import Log
from vntextclean.review.outcome import judge, overlap
from vntextclean.review.place import place
from vntextclean.review.questions import Item, Page


class Answer(NamedTuple):
    """A change, and the decision about it before and after."""

    item: Item
    before: Decision | None
    after: Decision | None


class Answers:
    """The decisions about the changes of ``pages``, which ``logs`` keep, a file for each page.

    Decisions that the files hold already count, found again by the letters around them. Not for several threads.
    """

    def __init__(self, pages: Sequence[Page], logs: Sequence[Log]) -> None:
        self._pages = pages
        self._logs = logs
        self._made: dict[Item, Decision] = {}
        for number, (page, log) in enumerate(zip(pages, logs, strict=True)):
            self._recall(number, page, log.read())

    def _recall(self, number: int, page: Page, decisions: Sequence[Decision]) -> None:
        """Find the decisions of a file again."""
        left = list(decisions)
        for place_, (document, cleaned) in enumerate(page.documents):
            judged = judge(cleaned, left, document.line)
            left = list(judged.left_over)
            for offered, made in ((False, judged.changes), (True, judged.suggestions)):
                for index, one in enumerate(made):
                    if one:
                        self._made[Item(number, place_, offered, index)] = one

    def __contains__(self, item: Item) -> bool:
        return item in self._made

    def get(self, item: Item) -> Decision | None:
        """What was decided about a change, or None."""
        return self._made.get(item)

    def about(self, items: Iterable[Item], verdict: Verdict, text: str = "") -> list[Answer]:
        """The answers that one verdict about some changes makes; what cannot be made beside them is refused."""
        found: dict[Item, Answer] = {}
        for item in items:
            found[item] = Answer(item, self._made.get(item), self._decision(item, verdict, text))
        if verdict != "refused":
            for item in list(found):
                for other in self._in_the_way(item):
                    if other not in found:
                        found[other] = Answer(other, self._made.get(other), self._decision(other, "refused"))
        return list(found.values())

    def _in_the_way(self, item: Item) -> list[Item]:
        """The changes and suggestions that cannot be made beside one: suggestions may stand where a change is."""
        cleaned = self._pages[item.page].documents[item.document][1]
        change = self._pages[item.page].change(item)
        others: tuple[Change, ...] = cleaned.changes if item.offered else cleaned.suggestions
        found = []
        for index in range(bisect_left(others, change.start, key=lambda other: other.end), len(others)):
            if others[index].start > change.end:
                break
            if overlap(change, others[index]):
                found.append(Item(item.page, item.document, not item.offered, index))
        return found

    def _decision(self, item: Item, verdict: Verdict, text: str = "") -> Decision:
        document, cleaned = self._pages[item.page].documents[item.document]
        return Decision(verdict, place(cleaned.source, self._pages[item.page].change(item), document.line), text)

    def save(self, answers: Sequence[Answer]) -> None:
        """Write what changes, page by page, and only then let it count.

        Raises :class:`~vntextclean.errors.InputError` where a file cannot be written; then nothing counts.
        """
        lines: dict[int, list[Decision]] = {}
        for item, before, after in answers:
            page = lines.setdefault(item.page, [])
            if before and (after is None or after.place != before.place):
                page.append(before._replace(verdict="open", text=""))
            if after:
                page.append(after)
        for number, decisions in lines.items():
            self._logs[number].add(decisions)
        for item, _, after in answers:
            if after is None:
                self._made.pop(item, None)
            else:
                self._made[item] = after
