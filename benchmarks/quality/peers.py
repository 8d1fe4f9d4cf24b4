"""Count what each installed tool repairs and leaves alone: ``python -m benchmarks.quality.peers``.

The texts are our own case tables (``tests/cases``), so the repairs are the ones we set out to make, and a tool that was
made for something else must score low on them. The column to read is the last one: good text that was left as it was.
A repair counts if the tool's output is the text expected, white space at the ends aside. Tools that are not installed
are left out; ``pip install pyvi underthesea viet-text-tools clean-text`` brings them.
"""

from __future__ import annotations

import importlib
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parent.parent.parent / "tests" / "cases"

#: What the filters repair, under the names a reader knows it by. The rest is furniture, which no tool here looks for.
KINDS = {
    "encodings": ("mojibake", "references", "legacy-fonts"),
    "Unicode": ("compose", "invisibles", "lookalikes"),
    "spacing": ("spacing",),
    "run-ons": ("run-ons", "split-words"),
    "marks and letters": ("diacritics", "tone-marks"),
}

Tool = Callable[[str], str]


def tools() -> Iterator[tuple[str, Tool]]:
    """Every tool that is installed, by name."""
    from vntextclean import clean

    yield "vntextclean (web)", clean
    yield "unicodedata NFC", lambda text: unicodedata.normalize("NFC", text)
    others: tuple[tuple[str, str, str, dict[str, bool]], ...] = (
        ("ftfy.fix_text", "ftfy", "fix_text", {}),
        ("clean-text", "cleantext", "clean", {"to_ascii": False, "lower": False}),
        ("underthesea.text_normalize", "underthesea", "text_normalize", {}),
        ("viet-text-tools", "viet_text_tools", "normalize_diacritics", {}),
        ("pyvi.ViUtils.add_accents", "pyvi.ViUtils", "add_accents", {}),
    )
    for name, module, function, options in others:
        try:
            found = getattr(importlib.import_module(module), function)
        except (ImportError, AttributeError):
            continue
        yield name, partial(found, **options)


def answer(tool: Tool, text: str) -> str | None:
    """What the tool makes of a text; nothing if it raises."""
    try:
        return str(tool(text)).strip()
    except Exception:  # noqa: BLE001 - whatever a tool dies of, it has not repaired the text
        return None


def main() -> None:
    """Print a row for each tool: repairs made by kind, and good text left alone."""
    tables = {
        name: tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
        for names in KINDS.values()
        for name in names
        if (CASES / f"{name}.toml").exists()
    }
    print(f"| | {' | '.join(KINDS)} | left alone | raised |\n|---|{'--:|' * (len(KINDS) + 2)}")
    for title, tool in tools():
        right: Counter[str] = Counter()
        count: Counter[str] = Counter()
        for kind, names in KINDS.items():
            for table in (tables[name] for name in names if name in tables):
                for case in table["repair"]:
                    got = answer(tool, case["before"])
                    right[kind] += got == case.get("then", case["after"]).strip()
                    count[kind] += 1
                    count["raised"] += got is None
                for case in table["keep"]:
                    right["keep"] += answer(tool, case["text"]) == case["text"].strip()
                    count["keep"] += 1
        shares = [f"{right[kind]} of {count[kind]}" for kind in (*KINDS, "keep")]
        print(f"| {title} | {' | '.join(shares)} | {count['raised']} |", flush=True)


if __name__ == "__main__":
    main()
