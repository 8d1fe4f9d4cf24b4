"""The pages of the rules: what each repairs and leaves alone, with few examples from the code and the case tables."""

from __future__ import annotations

import html
import os.path
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vntextclean.cli.verbs.rules import presets_of
from vntextclean.filter import Filter

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DOCS = Path(__file__).parent.parent
CASES = DOCS.parent / "tests" / "cases"
#: How many examples of a kind a page shows; the others are a link away.
SHOWN = 3
#: Letters around the change that are shown of a long text, and letters of a text that is left alone.
AROUND, LONGEST = 70, 240

Case = dict[str, Any]


def index(filters: list[Filter]) -> str:
    """The table of all rules, in the order in which their filters run."""
    lines = [
        "# Rules\n",
        "Every repair has a rule; `--select` and `--ignore` take its code, or the name of its filter for all of them.",
        "Filters run in this order.\n",
        "| rule | what it does | presets |",
        "|---|---|---|",
    ]
    for one in filters:
        for code, rule in one.rules.items():
            lines.append(f"| [{code}]({one.name}.md) | {cell(_sentence(rule.summary))} | {_presets(one, code)} |")
    lines.append(
        "\n`restore.unmarked` is no filter: a document without a single mark is left as it is, and its first line is"
        " suggested with its marks.\n"
    )
    return "\n".join(lines)


def page(one: Filter) -> str:
    """A filter with its rules and examples.

    A table of cases is written to test with, and says the same thing many times over. The page shows the example of the
    rule and the first cases that are about something else; the table is linked.
    """
    module = sys.modules[type(one).__module__]
    lines = [f"# {one.name}\n", f"{_plain_markup((module.__doc__ or '').strip())}\n"]
    file = CASES / f"{one.name}.toml"
    cases = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for code, rule in one.rules.items():
        own = [
            case
            for case in cases.get("repair", [])
            if case["rules"][:1] == [code] and case["before"] != rule.repairs[0]
        ]
        lines += [
            f"## {code}\n",
            f"{_sentence(rule.summary)}. {rule.why}\n",
            f"Presets: {_presets(one, code)}.\n",
            "| | before | after |",
            "|---|---|---|",
            _repair("example", *rule.repairs),
            *(_repair(case["label"], case["before"], case["after"]) for case in _few(own, SHOWN - 1)),
            f"\nLeft alone: {cell(_cut(rule.keeps))}\n",
        ]
    lines += ["## More that is left alone\n", "| | text |", "|---|---|"]
    lines += [
        f"| {cell(NUMBERED.sub('', case['label']))} | {cell(_cut(case['text']))} |"
        for case in _few(cases.get("keep", []), SHOWN)
    ]
    if failures := cases.get("known-failure", []):
        lines += [
            "\n## Not repaired yet\n",
            "The text should be as in the last column, and is not.\n",
            "| | before | should be |",
            "|---|---|---|",
            *(_repair(case["label"], case["before"], case["after"]) for case in _few(failures, SHOWN)),
        ]
    if file.exists():
        link = Path(os.path.relpath(file, DOCS / "rules")).as_posix()
        counts = ", ".join(f"{len(cases[kind])} {title}" for kind, title in TITLES.items() if cases.get(kind))
        lines.append(f"\nAll cases: [tests/cases/{file.name}]({link}) ({counts}).")
    return "\n".join(lines) + "\n"


#: The number of a label that others have too: "(2)".
NUMBERED = re.compile(r" \(\d+\)$")
TITLES = {"repair": "repaired", "keep": "left alone", "known-failure": "not repaired yet"}


def _sentence(summary: str) -> str:
    """The summary of a rule with a capital and without its full stop; some are names of things ("a menu item")."""
    named = summary[1:2] == " " and not summary.startswith("a ")  # a letter that is spoken of: "ƣ and Ƣ become ư and Ư"
    return (summary[:1] if named else summary[:1].upper()) + summary[1:].rstrip(".")


def _presets(one: Filter, code: str) -> str:
    return ", ".join(presets_of(one, code)) or f"`--filter +{one.name}`"


def _few(cases: list[Case], count: int) -> Iterator[Case]:
    """The first cases that are about different things, short ones before long ones.

    A label says what a case is about before its colon ("lost tone: Môt for Một"), and numbers its like ("(2)").
    """
    kinds: dict[str, Case] = {}
    for case in cases:
        kinds.setdefault(re.sub(r"( behind .*|:.*| \(\d+\))$", "", case["label"]), case)
    first = list(kinds.values())
    rest = [case for case in cases if case not in first]
    brief = sorted([*first, *rest], key=lambda case: (case in rest, _length(case) > LONGEST))
    yield from brief[:count]


def _length(case: Case) -> int:
    return len(case.get("before") or case["text"])


def _repair(label: str, before: str, after: str) -> str:
    return f"| {cell(NUMBERED.sub('', label))} | {' | '.join(cell(text) for text in _window(before, after))} |"


def _window(before: str, after: str) -> tuple[str, str]:
    """Both texts; of long ones what changes, with some letters on either side."""
    start = _shared(before, after)
    limit = min(len(before), len(after)) - start
    end = min(limit, _shared(before[::-1], after[::-1]))
    head, tail = max(0, start - AROUND), max(0, end - AROUND)
    if head < AROUND // 2:
        head = 0
    if tail < AROUND // 2:
        tail = 0
    shown = []
    for text in (before, after):
        cut = text[head : len(text) - tail]
        shown.append(("…" if head else "") + _middle(cut) + ("…" if tail else ""))
    return shown[0], shown[1]


def _shared(one: str, other: str) -> int:
    """How many letters two texts have in common from their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _middle(text: str) -> str:
    """A text of which the middle is left out if it is long."""
    return text if len(text) <= 3 * LONGEST else f"{text[:LONGEST]} … {text[-LONGEST:]}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _plain_markup(text: str) -> str:
    """A docstring as Markdown: double back-quotes are single, and a role is the name it gives."""
    return re.sub(r":\w+:`~?([^`]+)`", r"`\1`", text).replace("``", "`")


def cell(text: str) -> str:
    """Text in a table: one line, its mark-up as it is, what cannot be seen by its code point."""
    shown = "".join(c if c.isprintable() else "⏎" if c == "\n" else f"‹{ord(c):04X}›" for c in text)
    shown = re.sub(r"([\\`*_\[\]|])", r"\\\1", html.escape(shown, quote=False))
    return re.sub(r"^ +| +$|(?<= ) ", lambda m: "·" * len(m[0]), shown)
