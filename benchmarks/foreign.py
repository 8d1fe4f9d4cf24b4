"""Fail if a word of another language is changed: ``python -m benchmarks.foreign``.

The texts are the message catalogues (.mo) of installed packages, every language but Vietnamese and English: each line
in documents of its own, between Vietnamese lines, and as a quotation in a Vietnamese line. How a text is encoded may
change (references, misread bytes, composed letters), and the space around words. A change of words fails. So does a
collection of fewer lines than :data:`FEWEST`: ``pip install -r tests_extras/foreign/requirements.txt`` installs enough.
"""

from __future__ import annotations

import argparse
import gettext
import random
import re
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from vntextclean import Pipeline
from vntextclean.scanning.lines import line_of

#: Lines to be read; with fewer the figure means little.
FEWEST = 33_000
#: Lines of one language that are read, so that no language is most of the text.
OF_ONE_LANGUAGE = 400
LINES_OF_A_DOCUMENT = 24
_LANGUAGE = re.compile(r"/(?:locale|locales|translations|messages)/([A-Za-z]{2,3}(?:[_@-][A-Za-z0-9_@-]+)?)/")
_WORD = re.compile(r"\w+")
#: Rules that undo an encoding change no words, nor do those that take away a control character between letters.
_ENCODING = ("references.", "mojibake.utf-8", "compose.", "invisibles.control", "invisibles.windows")
#: Rules that take away whole lines or repeated pieces: furniture is told by other means than words.
_FURNITURE = ("boilerplate.", "repeats.", "inline-furniture.", "page-furniture.", "forum-furniture.")
#: Vietnamese in another spelling than its own, wherever it stands: repaired, and rightly.
OURS = re.compile("Vi[eêệ]t Nam")

VIETNAMESE = (
    "Chiều qua, bà con xóm Chùa kéo nhau ra đình xem đoàn chèo của huyện về diễn.",
    "Cụ Tư kể rằng giếng làng đào từ thời ông nội cụ, nước chưa năm nào cạn.",
    "Lũ trẻ chạy quanh gốc đa, đứa cười đứa khóc, inh ỏi cả một góc sân.",
)
QUOTED = "Cô giáo chép lên bảng câu “{}” cho học trò đoán."


class Harm(NamedTuple):
    """A line whose words were changed, and by which rules."""

    language: str
    line: str
    after: str
    rules: tuple[str, ...]


def catalogues(folders: list[Path]) -> Iterator[tuple[str, Path]]:
    """The language and the path of each message catalogue below some folders."""
    for folder in folders:
        for path in sorted(folder.rglob("*.mo")):
            found = _LANGUAGE.search(path.as_posix())
            if found and not found[1].lower().startswith(("vi", "en")):
                yield found[1], path


def lines_of(folders: list[Path]) -> dict[str, list[str]]:
    """The lines of each language, of two words or more, in a random order that is the same each time."""
    found: dict[str, set[str]] = {}
    for language, path in catalogues(folders):
        try:
            with path.open("rb") as stream:
                messages = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
        except (OSError, UnicodeDecodeError, ValueError, LookupError):
            continue  # a catalogue of another kind
        texts = [text for key, text in messages.items() if isinstance(text, str) and key]
        kept = found.setdefault(language, set())
        kept.update(line.strip() for text in texts for line in text.split("\n") if len(line.split()) > 1)
    rng = random.Random(7)
    return {language: rng.sample(sorted(kept), min(len(kept), OF_ONE_LANGUAGE)) for language, kept in found.items()}


def documents(lines: list[str]) -> Iterator[str]:
    """The lines in documents of their own, between Vietnamese lines, and as quotations."""
    for at in range(0, len(lines), LINES_OF_A_DOCUMENT):
        part = lines[at : at + LINES_OF_A_DOCUMENT]
        yield "\n".join(part)
        yield "\n".join(line for number, each in enumerate(part) for line in (VIETNAMESE[number % 3], each))
        yield "\n".join(QUOTED.format(each) for each in part)


def harms(pipeline: Pipeline, language: str, text: str) -> Iterator[Harm]:
    """The lines of a document whose words are changed."""
    for change in pipeline.run(text).changes:
        if all(rule.startswith(_ENCODING + _FURNITURE) for rule in change.rules):
            continue
        low, end = line_of(text, change.start, change.end)
        line, around = text[low:end], change.start - low
        after = line[:around] + change.after + line[around + change.end - change.start :]
        line, after = normalize("NFC", line), normalize("NFC", after)
        if _WORD.findall(OURS.sub("", line)) != _WORD.findall(OURS.sub("", after)):
            yield Harm(language, line, after, change.rules)


def main() -> int:
    """Read all catalogues; 1 where a word was changed or there is too little to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="where catalogues are (default: the installed packages)")
    parser.add_argument("--preset", action="append", default=[], help="repeatable (default: web, ocr)")
    given = parser.parse_args()
    lines = lines_of(given.folders or [Path(sysconfig.get_paths()["purelib"])])
    count, wrong = sum(map(len, lines.values())), 0
    for preset in given.preset or ["web", "ocr"]:
        pipeline = Pipeline.from_preset(preset)
        found = [
            harm for language, kept in sorted(lines.items()) for text in documents(kept)
            for harm in harms(pipeline, language, text)
        ]  # fmt: skip
        wrong += len(found)
        for harm in found:
            print(f"{preset} {harm.language} {', '.join(harm.rules)}: {harm.line!r} -> {harm.after!r}")
    print(f"{count} lines of {len(lines)} languages, each read three times by each preset: {wrong} changes of words")
    if count < FEWEST:
        print(f"fewer than {FEWEST} lines: pip install -r tests_extras/foreign/requirements.txt", file=sys.stderr)
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
