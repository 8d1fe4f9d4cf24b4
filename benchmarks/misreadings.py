"""Every misreading of the table, made from clean text and read again.

    python -m benchmarks.misreadings [FILE...] [--corpus FOLDER] [--lines N] [--only NAME] [--show N]

Clean text is taken line by line; each misreading is made of whole pages of 20 lines, of single lines, and of cells of
one to three words on a page. Printed for each, in shares of the damaged words: right,
wrong (neither the word nor the damage), and left as they were. ``lossless`` may never be wrong; ``web`` reads more.
Without files, the samples of the repository are read; ``--corpus`` takes the lines in equal shares from
the text files of a folder, one kind of text each (news, law, forum and so on), 3 000 unless ``--lines`` says otherwise.
"""

from __future__ import annotations

import argparse
import difflib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from vntextclean.charsets.tables import codes_of
from vntextclean.misreadings.lost_letters.channels import CHANNELS
from vntextclean.misreadings.tables.code_pages import NAMES, undefined, views
from vntextclean.pipeline import Pipeline
from vntextclean.settings import Settings

SAMPLES = Path(__file__).parent.parent / "samples"
FILTERS = ("mojibake", "references", "legacy-fonts", "invisibles", "compose", "lookalikes")
PAGE = 20
_WORD = re.compile(r"[^\W\d_]+")
_C1 = re.compile("[\u0080-\u009f]")

Damage = Callable[[str], str]


def misread(page: str, times: int = 1) -> Damage:
    """UTF-8 read by a table, once or more."""

    def made(text: str) -> str:
        for _ in range(times):
            text = "".join(views(page)[byte] for byte in text.encode())
        return text

    return made


def losing(inner: Damage, lost: Sequence[int], page: str, instead: str = "", spaces: bool = False) -> Damage:
    """The same with some bytes dropped, or something else in their place, and no-break spaces made spaces."""
    signs = {views(page)[byte] for byte in lost} | {chr(byte) for byte in lost if byte < 0xA0}

    def made(text: str) -> str:
        text = "".join(instead if char in signs else char for char in inner(text))
        return text.replace("\u00a0", " ") if spaces else text

    return made


def without_marks(text: str) -> str:
    """Letters taken apart, written as Windows-1258 and seen as Windows-1252: circumflex, horn and breve are lost."""
    return normalize("NFD", text).encode("cp1258", "replace").decode("cp1252", "replace")


def in_font(name: str) -> Damage:
    """Text in an old encoding, seen as Windows-1252."""
    codes = {letter: code for code, letter in codes_of(name).items()}
    codes |= {letter.upper(): code for letter, code in list(codes.items()) if letter.upper() not in codes}

    def made(text: str) -> str:
        return "".join(
            "".join(views("cp1252")[byte] for byte in codes[char]) if char in codes else char for char in text
        )

    return made


def in_tex(blanks: str = "") -> Damage:
    """Text in T5 as Latin-1, with blanks for the signs of a class of characters."""
    codes = {ord(letter): code.decode("latin-1") for code, letter in codes_of("t5").items()}
    return lambda text: re.sub(f"[{blanks}]", " ", text.translate(codes)) if blanks else text.translate(codes)


def as_vni(text: str) -> str:
    """Unicode taken for codes of VNI by a converter."""
    for was, made in (("oà", "ồ"), ("oá", "ố"), ("oã", "ỗ"), ("OÀ", "Ồ"), ("OÁ", "Ố"), ("OÃ", "Ỗ")):
        text = text.replace(was, made)
    return text.translate(str.maketrans("óòôÓÒÔ", "ĩịơĨỊƠ"))


def chained(*damages: Damage) -> Damage:
    """One damage after the other: each is made of what the one before left."""

    def made(text: str) -> str:
        for damage in damages:
            text = damage(text)
        return text

    return made


def stripped(text: str) -> str:
    """UTF-8 as Latin-1, without the control characters."""
    return _C1.sub("", text.encode().decode("latin-1"))


HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_DROPPED = losing(misread("cp1252"), sorted(undefined("cp1252")), "cp1252")
#: What became of the letters that Latin-1 lacks, in the order of the channels.
_WAYS = ("to ?", "dropped, others to U+FFFD", "dropped", "dropped but ă đ ĩ ũ")
#: Name -> (is nothing lost, how it is made).
MISREADINGS: dict[str, tuple[bool, Damage]] = {
    **{page: (True, misread(page)) for page in NAMES},
    "latin-1": (True, lambda text: text.encode().decode("latin-1")),
    **{f"{page} twice": (True, misread(page, 2)) for page in NAMES},
    "cp1252 three times": (True, misread("cp1252", 3)),
    "mac-roman, then cp1252": (True, chained(misread("mac-roman"), misread("cp1252"))),
    "cp437, then cp1252 twice": (True, chained(misread("cp437"), misread("cp1252", 2))),
    "cp1252, undefined dropped, then mac-roman": (False, chained(_DROPPED, misread("mac-roman"))),
    "cp1252, undefined dropped, then cp437": (False, chained(_DROPPED, misread("cp437"))),
    "mac-roman, then cp1252, undefined dropped": (False, chained(misread("mac-roman"), _DROPPED)),
    "latin-1, C1 stripped, then cp1252": (False, chained(stripped, misread("cp1252"))),
    "latin-1, C1 stripped": (False, stripped),
    "latin-1, C1 to U+FFFD": (False, lambda text: _C1.sub("\ufffd", text.encode().decode("latin-1"))),
    "latin-1, C1 to ?": (False, lambda text: _C1.sub("?", text.encode().decode("latin-1"))),
    **{
        f"{page}, undefined dropped": (False, losing(misread(page), sorted(undefined(page)), page))
        for page in ("cp1252", "cp1258", "cp1250", "iso8859-2", "cp1251")
    },
    "cp1252, undefined dropped, NBSP to space": (
        False, losing(misread("cp1252"), sorted(undefined("cp1252")), "cp1252", spaces=True),
    ),
    "cp1252, NBSP to space": (False, losing(misread("cp1252"), (), "cp1252", spaces=True)),
    "cp1252, undefined to U+FFFD": (False, losing(misread("cp1252"), HOLES, "cp1252", "\ufffd")),
    "cp1252, undefined to ?": (False, losing(misread("cp1252"), HOLES, "cp1252", "?")),
    "cp1252 twice, undefined dropped": (False, losing(misread("cp1252", 2), sorted(undefined("cp1252")), "cp1252")),
    "cp1252, lower case": (False, lambda text: misread("cp1252")(text).lower()),
    "cp1252, upper case": (False, lambda text: misread("cp1252")(text).upper()),
    "cp1258, other marks to ?": (False, without_marks),
    "ư as ƣ": (True, lambda text: text.translate(str.maketrans("ưƯ", "ƣƢ"))),
    "đ as ñ": (True, lambda text: text.translate(str.maketrans("đĐ", "ñÑ"))),
    "Unicode through a VNI converter": (False, as_vni),
    **{name: (True, in_font(name)) for name in ("tcvn3", "vni")},
    **{f"letters lost, {name}": (False, channel.shown) for name, channel in zip(_WAYS, CHANNELS, strict=True)},
    "t5": (True, in_tex()),
    "t5, blanks for no-break spaces": (False, in_tex("\xa0")),
    "t5, blanks for controls too": (False, in_tex("\x1a-\x1f\xa0")),
    **{f"{name}, then cp1252": (True, chained(in_font(name), misread("cp1252"))) for name in ("tcvn3", "vni")},
}  # fmt: skip


class Score(NamedTuple):
    """Counts of damaged words: all, right, wrong, kept; and of clean words that were changed."""

    damaged: int
    right: int
    wrong: int
    broken: int


def clean_lines(paths: Sequence[Path], limit: int) -> list[str]:
    """Lines of prose, composed, with a few words at least."""
    return _fit([line for path in paths for line in path.read_text(encoding="utf-8").split("\n")])[:limit]


def _fit(lines: Sequence[str]) -> list[str]:
    found = [re.sub(r"\s+", " ", line.strip()) for line in lines]
    found = [line for line in found if len(_WORD.findall(line)) >= 3 and not line.isascii()]
    random.Random(7).shuffle(found)
    return found


#: Characters read of a file of a corpus.
_HEAD = 1 << 21


def corpus_lines(folder: Path, limit: int) -> list[str]:
    """Lines of every text file of a folder in equal shares, mixed; of long files the head is read."""
    files = sorted(folder.glob("*.txt"))
    share = -(-limit // max(len(files), 1))
    lines = []
    for path in files:
        with path.open(encoding="utf-8") as stream:
            lines += _fit(stream.read(_HEAD).split("\n"))[:share]
    random.Random(13).shuffle(lines)
    return lines[:limit]


def pages(lines: Sequence[str], size: int) -> Iterator[str]:
    """The lines joined into pages of so many."""
    for at in range(0, len(lines), size):
        yield "\n".join(lines[at : at + size])


def with_cells(lines: Sequence[str]) -> Iterator[str]:
    """Pages that are half cells of one to three words."""
    pick = random.Random(11)
    for page in pages(lines, PAGE // 2):
        cells = []
        for line in page.split("\n"):
            words = line.split(" ")
            start = pick.randrange(len(words))
            cells.append(" ".join(words[start : start + pick.randint(1, 3)]))
        yield page + "\n" + "\n".join(cells)


def score(original: str, damaged: str, result: str, misses: list[tuple[str, str, str, str]]) -> Score:
    """Compare a result with the truth, word by word; lines stay lines."""
    total = Counter[str]()
    for truth, hurt, got in zip(original.split("\n"), damaged.split("\n"), result.split("\n"), strict=True):
        stays = set(hurt.split(" "))  # where spaces were lost the damage of a word may have no place beside it
        for was, seen, made in _aligned(truth.split(" "), hurt.split(" "), got.split(" ")):
            if was == seen:
                total["broken"] += made != was
                continue
            total["damaged"] += 1
            if _letters(made) == _letters(was):
                total["right"] += 1
            elif made != seen and made not in stays:
                total["wrong"] += 1
                misses.append((was, seen, made, truth))
            else:
                misses.append((was, seen, "", truth))
    return Score(total["damaged"], total["right"], total["wrong"], total["broken"])


def _without_case(text: str) -> str:
    """In small letters, with SS for the letter of German that has no capital."""
    return text.upper().lower()


def _letters(word: str) -> str:
    return "".join(_WORD.findall(word))


def _aligned(truth: list[str], hurt: list[str], got: list[str]) -> Iterator[tuple[str, str, str]]:
    """Words of the truth beside those of the damaged line and of the result."""
    if len(truth) == len(hurt) == len(got):
        yield from zip(truth, hurt, got, strict=True)
        return
    beside_got = _beside(truth, got)
    beside_hurt = _beside(truth, hurt)
    for at, word in enumerate(truth):
        yield word, beside_hurt.get(at, "\ufffe"), beside_got.get(at, beside_hurt.get(at, "\ufffe"))


def _beside(truth: list[str], other: list[str]) -> dict[int, str]:
    found = {}
    for tag, a, b, c, d in difflib.SequenceMatcher(None, truth, other, autojunk=False).get_opcodes():
        for at in range(a, b):
            if tag == "equal" or b - a == d - c:
                found[at] = other[c + at - a]
    return found


def main() -> None:
    """Print one row a misreading and kind of page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Path, metavar="FOLDER")
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    if given.corpus:
        lines = corpus_lines(given.corpus, given.lines or 3000)
    else:
        lines = clean_lines(given.files or sorted(SAMPLES.rglob("*.clean.txt")), given.lines or 400)
    if not lines:
        parser.error("no line of prose was found; name text files, or a folder of them with --corpus")
    cleaners = {name: Pipeline(Settings(preset=name, filters=FILTERS)) for name in ("lossless", "web")}
    print(f"{'misreading':44} {'made of':8} {'preset':9} {'words':>7} {'right %':>8} {'wrong %':>8} {'broken':>7}")
    for name, (is_whole, damage) in MISREADINGS.items():
        if given.only and given.only not in name:
            continue
        for kind, texts in (("pages", pages(lines, PAGE)), ("lines", pages(lines, 1)), ("cells", with_cells(lines))):
            held = [(text, "\n".join(map(damage, text.split("\n")))) for text in texts]
            # TCVN3 has capitals in fonts of their own only: their case is lost where the text is made.
            fold = _without_case if name.endswith(" case") or name.startswith("tcvn3") else str
            for preset, cleaner in cleaners.items():
                if is_whole and preset == "web":
                    continue  # what loses nothing is read by both alike
                misses: list[tuple[str, str, str, str]] = []
                parts = [score(fold(text), fold(hurt), fold(cleaner.run(hurt).text), misses) for text, hurt in held]
                damaged, right, wrong, broken = map(sum, zip(*parts, strict=True))
                share = 100 / max(damaged, 1)
                print(
                    f"{name:44} {kind:8} {preset:9} {damaged:7} {right * share:8.2f} {wrong * share:8.3f} {broken:7}",
                    flush=True,
                )
                for was, seen, made, line in sorted(misses, key=lambda miss: not miss[2])[: given.show]:
                    print(f"    {was!r} seen as {seen!r} {'became ' + repr(made) if made else 'stays'}: {line[:90]}")


if __name__ == "__main__":
    main()
