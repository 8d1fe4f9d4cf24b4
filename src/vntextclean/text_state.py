"""What is known of one text while it is cleaned: one object, made for the call and dropped with it."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from vntextclean.settings import MIN_CONFIDENCE

if TYPE_CHECKING:
    from vntextclean.edit import Edit
    from vntextclean.frame import Frame

_T = TypeVar("_T")
_NOT_YET: Any = object()


def sure_ones(edits: Iterable[Edit], state: TextState) -> list[Edit]:
    """The edits that reach the default confidence: the judge of a text that no pipeline cleans."""
    del state
    return [edit for edit in edits if edit.confidence >= MIN_CONFIDENCE]


class Told(Protocol):
    """What the words of a text tell, as far as it is kept when the text changes (``vietnamese/stretches.py``)."""

    @property
    def may_have_lost_letters(self) -> bool:
        """Whether letters may have been lost throughout."""


class Lines:
    """What was found out about single lines, or parts of them, of a text and of those that edits made of it.

    It holds no text state, so that what a text tells may hold it: a state that holds itself is freed late.
    """

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[tuple[Callable[[str], Any], str], Any] = {}

    def ask(self, find: Callable[[str], _T], line: str) -> _T:
        """What ``find(line)`` says: asked once.

        >>> lines, seen = Lines(), list[str]()
        >>> lines.ask(seen.append, "Sơn La"), lines.ask(seen.append, "Sơn La"), seen
        (None, None, ['Sơn La'])
        """
        key = find, line
        found = self._found.get(key, _NOT_YET)
        if found is _NOT_YET:
            found = self._found[key] = find(line)
        answer: _T = found
        return answer


class TextState:
    """A text, the judge of edits to it, and what filters found out about it.

    Filters that read the same text share one state, so that its characters are looked at and its words are found once.
    When a filter changes the text, the pipeline makes a new state. Nothing of it outlives the call, so a pipeline may
    be shared by threads; one state belongs to one thread.

    ``text`` is what filters read; offsets of edits count its code points. ``judge`` is the policy's: it says
    which edits would be made; none is with a confidence below ``least``. ``frame`` is what surrounds the text of a
    structured document, None for plain text. ``signs`` are the bits of the patterns that occur in the text, None before
    the first look (``scanning/prefilter.py``). ``ruined`` says that the text lost letters throughout and was read as
    far as can be; ``first`` is what its words told before any of them was repaired, None until then. ``lines`` is what
    was found out about single lines: those that an edit leaves as they are stand in the next text as well. ``rules``
    are those by which edits are made, None for all.

    >>> from vntextclean.edit import Edit
    >>> state = TextState("dân vn")
    >>> state.accepts(Edit(4, 6, "vận", "diacritics.letter", "", 0.99))
    True
    >>> state.accepts(Edit(4, 6, "văn", "diacritics.letter", "", 0.6))
    False
    """

    __slots__ = ("_found", "_judge", "_rules", "first", "frame", "least", "lines", "ruined", "signs", "text")

    def __init__(
        self,
        text: str,
        judge: Callable[[Iterable[Edit], TextState], list[Edit]] = sure_ones,
        frame: Frame | None = None,
        least: float = MIN_CONFIDENCE,
        *,
        rules: Container[str] | None = None,
        ruined: bool = False,
        first: Told | None = None,
    ) -> None:
        self.text = text
        self.frame = frame
        self.least = least
        self._judge = judge
        self._rules = rules
        self._found: dict[Hashable, Any] = {}
        self.lines = Lines()
        self.signs: int | None = None
        self.ruined = ruined
        self.first = first

    def after(self, text: str, frame: Frame | None, *, ruined: bool, first: Told | None) -> TextState:
        r"""The state of the text that edits made of this one; what was found out about single lines goes with it.

        >>> state = TextState("Hà Nội\nSơn La")
        >>> state.after("Hà Nam\nSơn La", None, ruined=False, first=None).lines is state.lines
        True
        """
        made = TextState(text, self._judge, frame, self.least, rules=self._rules, ruined=ruined, first=first)
        made.lines = self.lines
        return made

    def accepts(self, edit: Edit) -> bool:
        """Whether the policy would make this edit; searches ask before they build on a repair."""
        return bool(self._judge((edit,), self))

    def accepted(self, edits: Iterable[Edit]) -> list[Edit]:
        """Those of some edits that the policy would make; one by one the lines of a page take three times as long.

        >>> from vntextclean.edit import Edit
        >>> proposed = [Edit(1, 3, " ", "", ""), Edit(4, 6, " ", "", "", 0.5)]
        >>> [edit.start for edit in TextState("a  b  c").accepted(proposed)]
        [1]
        """
        return self._judge(edits, self)

    def wants(self, rule: str) -> bool:
        """Whether any edit by a rule is made; a filter asks before it leaves something to another one.

        >>> TextState("T h u").wants("split-words.spaced"), TextState("T h u", rules=()).wants("split-words.spaced")
        (True, False)
        """
        return self._rules is None or rule in self._rules

    def once(self, find: Callable[..., _T], *about: Hashable) -> _T:
        """What ``find(text, *about)`` says of the text: asked once, however many filters want it.

        >>> state = TextState("Hà Nội")
        >>> state.once(str.count, "N"), state.once(str.count, "N")
        (1, 1)
        """
        key = (find, *about) if about else find
        found = self._found.get(key, _NOT_YET)
        if found is _NOT_YET:
            found = self._found[key] = find(self.text, *about)
        answer: _T = found
        return answer

    def ask(self, find: Callable[[TextState], _T]) -> _T:
        """What ``find(state)`` says of the text: asked once, for what rests on something else that is asked once.

        >>> TextState("Hà Nội").ask(lambda state: len(state.text))
        6
        """
        key = (find,)
        found = self._found.get(key, _NOT_YET)
        if found is _NOT_YET:
            found = self._found[key] = find(self)
        answer: _T = found
        return answer
