"""What is markup inside a sentence of Markdown, and where: the inline rules of markdown-it-py, watched at their work.

The parser's tokens have no positions. Its rules do: each begins at one place of the content and ends at another, so a
wrapper around each rule notes both. What no rule takes is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from vntextclean.formats.view import Builder
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Inside a sentence, things of their own.
_HELD = frozenset({"backticks", "image", "autolink"})
#: Rules whose signs are markup if they find a partner, which is known when all of the block is read.
_PAIRED = frozenset({"emphasis", "strikethrough"})
#: Elements of HTML whose text is copied as it stands.
_COPIED = frozenset("code kbd pre samp script style svg textarea tt var".split())
_HTML_NAME = late(r"</?([A-Za-z][A-Za-z0-9-]*)")
#: What other dialects read as markup: footnotes, wiki links, mathematics, templates, attributes, emoji; and every sign
#: that is markup somewhere, where CommonMark takes it for a letter. Lengths are bounded: a page of opening signs would
#: take quadratic time.
_DIALECTS = late(
    r"""
    (?P<held> \[\^[^\]\s]{1,99}\]:? | \[\[[^\]\n]{0,299}\]\] | \$\$[^$\n]{1,499}\$\$
      | \$(?!\s)[^$\n]{0,499}[^\s$]\$(?!\d) | \{\{.{0,299}?\}\} | \{%.{0,299}?%\} | \{[^{}\n]{0,299}\}
      | (?<!\w):[a-z0-9_+-]{1,49}:(?!\w) | ^(?:!!!|\?\?\?\+?|:::+|=+)(?=\s|$) )
  | [][*_~|<>^`={}\\]+
    """,
    re.VERBOSE,
)


class _Mark(NamedTuple):
    """A rule took [start, end) of the content; ``tokens`` are what it made there."""

    rule: str
    start: int
    end: int
    tokens: tuple[Token, ...] = ()


class Inline:
    """Reads the inline content of one document, block by block; for one thread.

    ``env`` is what the parser learned of the blocks: the definitions that links refer to.
    """

    def __init__(self, parser: MarkdownIt, env: MutableMapping[str, Any]) -> None:
        self._parser = parser
        self._env = env
        self._marks: list[_Mark] = []
        self._content = ""
        parser.inline.ruler2.disable("fragments_join")  # it would mix what became of a sign with the text beside it
        ruler = parser.inline.ruler
        for name, rule in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
            if name != "text":
                ruler.at(name, self._watched(name, rule))

    def read(self, made: Builder, content: str, offsets: Sequence[int]) -> None:
        """Add the sentences of a block; ``offsets`` are the places of the characters of ``content`` in the source."""
        self._marks, self._content = [], content
        self._parser.inline.parse(content, self._parser, self._env, [])
        at = 0
        copied: tuple[str, int] | None = None  # an open element whose text is no prose, and where it began
        for mark in sorted(self._marks, key=attrgetter("start", "end")):
            name = self._element(mark)
            if copied:
                if name == "/" + copied[0]:
                    self._hold(made, offsets, copied[1], mark.end)
                    at, copied = mark.end, None
                continue
            if mark.rule in _PAIRED and mark.tokens[0].type == "text" and mark.tokens[0].content:
                continue  # it found no partner
            self._text(made, offsets, at, mark.start)
            at = mark.end
            if mark.rule == "newline" or name == "br" or any(token.type == "hardbreak" for token in mark.tokens):
                made.cut()
            elif mark.rule in _HELD or name in ("img", "input"):
                self._hold(made, offsets, mark.start, mark.end)
            elif name in _COPIED:
                copied = name, mark.start
            elif mark.rule in ("escape", "entity"):
                made.shown(offsets[mark.start], offsets[mark.end - 1] + 1, mark.tokens[-1].content, fixed=True)
        if not copied:
            self._text(made, offsets, at, len(content))
        made.cut()

    def _watched(self, name: str, rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
        def watched(state: StateInline, silent: bool) -> bool:
            start, count = state.pos, len(state.tokens)
            taken = rule(state, silent)
            if taken and not silent and state.src is self._content:
                self._note(name, start, state, tuple(state.tokens[count:]))
            return taken

        return watched

    def _note(self, name: str, start: int, state: StateInline, tokens: tuple[Token, ...]) -> None:
        if name == "link":  # what is between its brackets was noted by the rules that took it
            label_end = state.md.helpers.parseLinkLabel(state, start, True)
            self._marks.append(_Mark(name, start, start + 1))
            self._marks.append(_Mark(name, label_end, state.pos))
        elif name in _PAIRED:
            end = state.pos
            for token in reversed(tokens):
                if end == start:
                    break
                self._marks.append(_Mark(name, end - len(token.content), end, (token,)))
                end -= len(token.content)
        elif name != "backticks" or any(token.type == "code_inline" for token in tokens):
            self._marks.append(_Mark(name, start, state.pos, tokens))

    def _element(self, mark: _Mark) -> str:
        """The name of an element whose tag this is, with a slash before it if it ends there."""
        found = _HTML_NAME.match(self._content, mark.start, mark.end) if mark.rule == "html_inline" else None
        if not found:
            return ""
        return ("/" if found[0].startswith("</") else "") + found[1].lower()

    def _text(self, made: Builder, offsets: Sequence[int], start: int, end: int) -> None:
        at = start
        for found in _DIALECTS.finditer(self._content, start, end):
            self._plain(made, offsets, at, found.start())
            at = found.end()
            if found["held"]:
                self._hold(made, offsets, found.start(), at)
            else:
                for place in range(found.start(), at):
                    made.shown(offsets[place], self._after(made, offsets, place), self._content[place], fixed=True)
        self._plain(made, offsets, at, end)

    def _plain(self, made: Builder, offsets: Sequence[int], start: int, end: int) -> None:
        if start < end:
            made.text(offsets[start], offsets[end - 1] + 1)

    def _hold(self, made: Builder, offsets: Sequence[int], start: int, end: int) -> None:
        made.held(offsets[start], self._after(made, offsets, end - 1))

    def _after(self, made: Builder, offsets: Sequence[int], place: int) -> int:
        """Where the character at a place of the content ends in the source; an escaped bar takes two there."""
        return offsets[place] + (2 if made.source.startswith("\\|", offsets[place]) else 1)
