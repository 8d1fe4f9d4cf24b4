"""A review without a screen: the questions, the answers, and where one is; each answer is saved before the next.

Every face that reviews (the terminal, an editor) holds one of these and shows its :meth:`Session.current` question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from vntextclean.errors import InputError
from vntextclean.named_tuple import NamedTuple
from vntextclean.review import keep_list
from vntextclean.review.answers import Answer, Answers
from vntextclean.review.decision import Decision, Verdict
from vntextclean.review.keep_list import KeepList
from vntextclean.review.log import Log
from vntextclean.review.questions import MANY, Item, Page, Question, alike, questions, word_of


class Progress(NamedTuple):
    """How far a review is: questions answered and in all, of the page that is shown and of all pages."""

    page: int
    pages: int
    here: int
    of_page: int
    done: int
    total: int


class _Step(NamedTuple):
    """What one key did, for undo."""

    answers: tuple[Answer, ...]
    at: int
    questions: tuple[Question, ...] | None = None
    written: tuple[tuple[Path, bytes | None], ...] = ()


class Session:
    """The review of some pages; ``logs`` are their files of decisions, and ``words`` the project's word list.

    Decisions that the files hold already count as answers, found again by the letters around them. Each method that
    answers saves first and then goes on to the next open question; it raises :class:`InputError` and changes nothing if
    the decision could not be saved. Not for use by several threads.
    """

    def __init__(self, pages: Sequence[Page], logs: Sequence[Log], words: KeepList | None = None) -> None:
        self.pages = tuple(pages)
        self.questions = questions(pages)
        self.at = 0
        self._words = words
        self._answers = Answers(self.pages, logs)
        self._steps: list[_Step] = []
        self._alike: dict[tuple[str, ...], list[Item]] = {}
        for question in self.questions:
            for item in question.items if question.kind not in MANY else ():
                self._alike.setdefault(alike(pages[item.page], item), []).append(item)
        self._go_on(from_start=True)

    @property
    def current(self) -> Question | None:
        """The question that is shown; None if there is none at all."""
        return self.questions[self.at] if self.questions else None

    @property
    def finished(self) -> bool:
        """Whether every question is answered."""
        return all(map(self.answered, self.questions))

    @property
    def progress(self) -> Progress:
        """How far the review is."""
        here = self.questions[self.at].items[0].page if self.questions else 0
        of_page = [one for one in self.questions if one.items[0].page == here]
        done = sum(map(self.answered, self.questions))
        return Progress(
            here, len(self.pages), sum(map(self.answered, of_page)), len(of_page), done, len(self.questions)
        )

    def verdict(self, item: Item) -> Decision | None:
        """What was decided about a change, or None."""
        return self._answers.get(item)

    def answered(self, question: Question) -> bool:
        """Whether all changes of a question are decided."""
        return all(item in self._answers for item in question.items)

    def places_alike(self) -> int:
        """How many open changes are like the one that is shown, with itself."""
        question = self.current
        if question is None or question.kind in MANY:
            return 0
        return len(self._same(question.items[0]))

    def accept(self) -> None:
        """Make the change, or all open changes of the question."""
        self._answer(self._shown(), "accepted")

    def refuse(self) -> None:
        """Leave the text as it is."""
        self._answer(self._shown(), "refused")

    def default(self) -> None:
        """Accept a change and refuse a suggestion: what `clean` would do."""
        question = self.current
        self._answer(self._shown(), "refused" if question and question.kind == "suggestion" else "accepted")

    def edit(self, text: str) -> None:
        """Put another text in the place of a change; only a question about one change can be edited."""
        question = self.current
        if question and len(question.items) == 1:
            self._answer(question.items, "edited", text)

    def accept_alike(self) -> None:
        """Make this change at every place like it, on all pages."""
        self._answer(self._all_alike(), "accepted")

    def refuse_alike(self) -> None:
        """Leave every place like this as it is, on all pages."""
        self._answer(self._all_alike(), "refused")

    def word(self) -> str:
        """The word that :meth:`keep` would keep, or nothing."""
        question = self.current
        if question is None or question.kind in MANY:
            return ""
        return word_of(self.pages[question.items[0].page], question.items[0])

    def keep(self) -> Path | None:
        """Put the word in the project's list and refuse all open changes of it; the list, or None if there is no word.

        Raises :class:`~vntextclean.errors.ConfigError` if the list cannot be written.
        """
        word = self.word()
        if not word or self._words is None:
            return None
        open_ = [one.items[0] for one in self.questions if one.kind not in MANY and not self.answered(one)]
        same = [item for item in open_ if word_of(self.pages[item.page], item) == word]
        written = self._words.add(word)
        self._answer({*self._shown(), *same}, "refused", written=written)
        return written[-1][0] if written else None

    def unfold(self) -> None:
        """Ask about each change of a question by itself, and after an answer about one go on with the next."""
        question = self.current
        if question is None or len(question.items) == 1:
            return
        self._steps.append(_Step((), self.at, tuple(self.questions)))
        page = self.pages[question.items[0].page]
        groups: list[list[Item]] = []
        for item in question.items:
            blank = not page.change(item).before.strip()
            headless = bool(groups) and not any(page.change(one).before.strip() for one in groups[-1])
            if groups and question.kind == "furniture" and (blank or headless):
                groups[-1].append(item)  # a blank line goes with the line before it, and the first with the one behind
            else:
                groups.append([item])
        single = [Question(question.kind, tuple(group), question.rule) for group in groups]
        self.questions[self.at : self.at + 1] = single

    def spaces(self) -> None:
        """Go to the question about the spaces of this page."""
        page = self.questions[self.at].items[0].page if self.questions else 0
        self._go(lambda one: one.kind == "spaces" and one.items[0].page == page)

    def search(self, text: str) -> bool:
        """Go to the next question whose change holds a text in any case, or else whose surroundings or reason do.

        Returns whether there is one.
        """
        wanted = text.casefold()

        def changes(question: Question) -> bool:
            page = self.pages[question.items[0].page]
            found = (page.change(item) for item in question.items)
            return any(wanted in part.casefold() for change in found for part in (change.before, change.after))

        def surrounds(question: Question) -> bool:
            page = self.pages[question.items[0].page]
            return any(wanted in _around(page, item).casefold() for item in question.items)

        return bool(wanted) and (self._go(changes) or self._go(surrounds))

    def move(self, by: int) -> None:
        """Go to a question before or behind this one, answered or not."""
        if self.questions:
            self.at = min(max(0, self.at + by), len(self.questions) - 1)

    def undo(self) -> bool:
        """Take the last answer back, also its words in the word list, and go there; False if there is none."""
        if not self._steps:
            return False
        step = self._steps[-1]
        self._answers.save([Answer(item, after, before) for item, before, after in step.answers])
        keep_list.restore(list(step.written))
        self._steps.pop()
        if step.questions is not None:
            self.questions = list(step.questions)
        self.at = step.at
        return True

    def _shown(self) -> tuple[Item, ...]:
        """The changes a key speaks of: the open ones of the question, or all of them if it was answered."""
        question = self.current
        if question is None:
            return ()
        return tuple(item for item in question.items if item not in self._answers) or question.items

    def _same(self, item: Item) -> list[Item]:
        """The open changes like one, with itself."""
        there = self._alike.get(alike(self.pages[item.page], item), [])
        return [one for one in there if one == item or one not in self._answers]

    def _all_alike(self) -> tuple[Item, ...]:
        question = self.current
        if question is None or question.kind in MANY:
            return self._shown()
        return tuple(self._same(question.items[0]))

    def _answer(
        self,
        items: Iterable[Item],
        verdict: Verdict,
        text: str = "",
        written: Sequence[tuple[Path, bytes | None]] = (),
    ) -> None:
        answers = self._answers.about(items, verdict, text)
        if not answers:
            return
        try:
            self._answers.save(answers)
        except InputError:
            keep_list.restore(list(written))
            raise
        self._steps.append(_Step(tuple(answers), self.at, None, tuple(written)))
        self._go_on()

    def _go_on(self, from_start: bool = False) -> None:
        """Go to the next open question; at the end to the first that was passed over; else stay."""
        order = [*range(self.at + (not from_start), len(self.questions)), *range(self.at)]
        self.at = next((index for index in order if not self.answered(self.questions[index])), self.at)

    def _go(self, wanted: Callable[[Question], bool]) -> bool:
        """Go to the next question of a kind, round the end."""
        order = [*range(self.at + 1, len(self.questions)), *range(self.at + 1)] if self.questions else []
        for index in order:
            if wanted(self.questions[index]):
                self.at = index
                return True
        return False


def _around(page: Page, item: Item) -> str:
    """The text that a search looks at: the change with its surroundings, and its reasons."""
    change, source = page.change(item), page.source(item)
    around = source[max(0, change.start - 60) : change.end + 60]
    return "\n".join((around, change.after, *change.reasons, *change.rules))
