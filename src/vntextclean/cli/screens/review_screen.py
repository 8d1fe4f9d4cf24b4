"""The full-screen review: a thin face of :class:`~vntextclean.review.session.Session`, on Textual."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from vntextclean.errors import VntextcleanError
from vntextclean.render.visible import visible
from vntextclean.review.card import Card, Piece, card
from vntextclean.review.session import Session
from vntextclean.wording import told

#: Removed and added letters differ in more than their colour.
STYLES = {"plain": "", "gone": "red strike", "come": "bold underline green", "note": "dim"}

_KEYS = (
    "y accept   n refuse   Enter as `clean` would   e edit   a all alike   A refuse all alike   "
    "k keep this word from now on   u undo   f one by one   s spaces   / search   ← → go   q save and stop"
)


class ReviewApp(App[int]):
    """Shows one question at a time and hands each key to the session; returns how many questions are open."""

    CSS = """
    Screen { padding: 0 1; }
    #top { height: auto; color: $text-muted; }
    #body { height: 1fr; }
    #title { margin: 1 0 0 0; text-style: bold; }
    #change { margin: 1 2; }
    #reason { margin: 0 2; }
    #notes { margin: 1 2; color: $text-warning; }
    #ask { display: none; }
    #keys { height: auto; color: $text-muted; }
    """
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""  # the field is focused when it is asked for; keys go to the questions
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('accept')"),
        Binding("n", "answer('refuse')"),
        Binding("enter", "answer('default')"),
        Binding("a", "answer('accept_alike')"),
        Binding("A", "answer('refuse_alike')"),
        Binding("e", "edit"),
        Binding("k", "keep"),
        Binding("u", "undo"),
        Binding("f", "answer('unfold')"),
        Binding("s", "answer('spaces')"),
        Binding("slash", "search"),
        Binding("left", "move(-1)"),
        Binding("right", "move(1)"),
        Binding("q,ctrl+c,ctrl+q", "stop", priority=False),
        Binding("escape", "leave_field"),
    ]

    def __init__(self, session: Session, lang: str = "en") -> None:
        super().__init__()
        self.session = session
        self._lang = lang
        self._asks = ""
        self.said = ""

    def compose(self) -> ComposeResult:
        """The rows of the screen."""
        yield Static(id="top")
        with VerticalScroll(id="body", can_focus=False), Vertical():
            yield Static(id="title")
            yield Static(id="change")
            yield Static(id="reason")
            yield Static(id="notes")
        yield Input(id="ask", disabled=True)
        yield Static(Text(_unbroken(told(_KEYS, self._lang))), id="keys")

    def on_mount(self) -> None:
        """Show the first open question."""
        self.set_focus(None)
        self._show()

    def action_answer(self, name: str) -> None:
        """Hand a key to the session."""
        self._do(getattr(self.session, name))

    def action_move(self, by: int) -> None:
        """Go to another question."""
        self._do(lambda: self.session.move(by))

    def action_keep(self) -> None:
        """Put the word in the project's list."""

        def keep() -> None:
            word = self.session.word()
            if path := self.session.keep():
                self.said = told("{word} is kept from now on: {path}", self._lang, word=visible(word), path=path)
            else:
                self.said = told("there is no word here to keep", self._lang)

        self._do(keep)

    def action_undo(self) -> None:
        """Take the last answer back."""

        def undo() -> None:
            self.said = "" if self.session.undo() else told("there is nothing to undo", self._lang)

        self._do(undo)

    def action_edit(self) -> None:
        """Ask for the text that is to stand there."""
        question = self.session.current
        if question is None or len(question.items) > 1:
            self._say(told("these are many: f asks about them one by one", self._lang))
            return
        item = question.items[0]
        made = self.session.verdict(item)
        change = self.session.pages[item.page].change(item)
        self._ask("edit", made.text if made and made.verdict == "edited" else change.after)

    def action_search(self) -> None:
        """Ask what to look for."""
        self._ask("search", "")

    def action_leave_field(self) -> None:
        """Close the field without an answer."""
        self._close_field()
        self._show()

    def action_stop(self) -> None:
        """End; everything is saved already."""
        progress = self.session.progress
        self.exit(progress.total - progress.done)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        asks, value = self._asks, event.value
        self._close_field()
        if asks == "edit":
            self._do(lambda: self.session.edit(value))
            return

        def search() -> None:
            if not self.session.search(value):
                self.said = told("{text} is nowhere", self._lang, text=visible(value))

        self._do(search)

    def _ask(self, asks: str, value: str) -> None:
        self._asks = asks
        field = self.query_one("#ask", Input)
        field.value = value
        field.placeholder = told("the text that is to stand there" if asks == "edit" else "search", self._lang)
        field.disabled = False
        field.display = True
        field.focus()

    def _close_field(self) -> None:
        self._asks = ""
        field = self.query_one("#ask", Input)
        field.display = False
        field.disabled = True
        self.set_focus(None)

    def _do(self, step: Callable[[], object]) -> None:
        """Make a step of the session and show where it led; an error is shown, and nothing was changed."""
        self.said = ""
        try:
            step()
        except VntextcleanError as error:
            self.said = visible(str(error))
        self._show()

    def _say(self, text: str) -> None:
        self.said = text
        self._show()

    def _show(self) -> None:
        shown = card(self.session, self._lang)
        progress = self.session.progress
        name = visible(self.session.pages[progress.page].name) if self.session.pages else ""
        files = f" ({progress.page + 1}/{progress.pages})" if progress.pages > 1 else ""
        left = told("{left} of {total} left", self._lang, left=progress.total - progress.done, total=progress.total)
        self._put("top", Text(f"{name}{files} · {left}"))
        self._put("title", Text(shown.title if shown else ""))
        self._put("change", _drawn(shown))
        self._put("reason", Text(shown.reason if shown else ""))
        notes = [*(shown.notes if shown else ()), *([self.said] if self.said else [])]
        if self.session.finished:
            notes.append(told("everything is decided; q ends, u takes the last answer back", self._lang))
        self._put("notes", Text("\n".join(notes)))

    def _put(self, name: str, text: Text) -> None:
        self.query_one(f"#{name}", Static).update(text)


def _unbroken(keys: str) -> str:
    """The keys with what they do, so that no line ends between the two."""
    return "   ".join(key.replace(" ", "\N{NO-BREAK SPACE}") for key in keys.split("   "))


def _drawn(shown: Card | None) -> Text:
    text = Text()
    for number, line in enumerate(shown.lines if shown else ()):
        text.append("\n" if number else "")
        for piece in line:
            text.append(*_styled(piece))
    return text


def _styled(piece: Piece) -> tuple[str, str]:
    """A stretch with its style; a space that comes is drawn, for a line under it is hard to see."""
    if piece.style == "come" and not piece.text.strip():
        return "▮" * len(piece.text), STYLES["come"]
    return piece.text, STYLES[piece.style]
