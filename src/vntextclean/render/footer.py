"""The end of a diff: what was done to all documents, rule by rule, and how to see what was held back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from vntextclean.render.snippet import CONTEXT
from vntextclean.render.summary import Summary
from vntextclean.render.visible import visible
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from rich.console import Console

#: How to see what was held back.
_HINTS = {"summed": "-v shows what is summed up", "folded": "--all shows lines that are folded"}


def footer(console: Console, summary: Summary, lang: str = "en", held: frozenset[str] = frozenset()) -> None:
    """Print what was done to all documents, rule by rule, and how to see what was held back."""
    console.print()
    console.print(Text(summary.total(lang), "bold"))
    rules = sorted(summary.rules.keys() | summary.suggested.keys(), key=lambda rule: (-summary.rules[rule], rule))
    width = max((len(str(summary.rules[rule])) for rule in rules), default=1)
    for line in _by_rule(rules, summary, width, lang):
        console.print(line, soft_wrap=True)
    hints = [told(hint, lang) for kind, hint in _HINTS.items() if kind in held]
    if hints:
        console.print(Text("\n" + "; ".join(hints), CONTEXT), soft_wrap=True)


def _by_rule(rules: Sequence[str], summary: Summary, width: int, lang: str) -> Iterator[Text]:
    for rule in rules:
        count, offered = summary.rules[rule], summary.suggested[rule]
        text = Text.assemble((f"  {count or '':>{width}}  ", "bold"), (visible(rule), "cyan"))
        if offered:
            said = counted(offered, "{count} suggested", "{count} suggested", lang)
            text.append(f"  {'+ ' if count else ''}{said}", "yellow")
        yield text
