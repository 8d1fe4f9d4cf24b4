"""What others do with the lines of a page: four extractors, and the rules of C4, Gopher and FineWeb.

jusText, trafilatura, readability-lxml and resiliparse are called; they read HTML, so where a page has none each of its
lines is given as a paragraph: the tags and classes they go by are not there. `benchmarks.extraction` gives them HTML.
The rules are applied as datatrove applies them, with its default numbers, words being what white space parts: those of
C4 take lines (and pages), those of Gopher and FineWeb keep or drop whole pages. Each function returns the numbers of
the lines that go.
"""

from __future__ import annotations

import html
import re
import string
from collections import Counter
from typing import Any

Record = dict[str, Any]

_C4_CITATION = re.compile(r"\[\d*\]|\[edit\]|\[citation needed\]")
_C4_ENDS = (".", "?", "!", '"', "'")
_C4_POLICY = ("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies")
_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")

#: Vietnamese words as frequent as the English ones Gopher counts.
_STOP_WORDS = frozenset("và của là có được cho trong không với".split())


def _full(text: str) -> dict[int, str]:
    return {number: line for number, line in enumerate(text.split("\n")) if line.strip()}


def _page(lines: dict[int, str]) -> str:
    return "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines.values()) + "</body></html>"


def _gone(lines: dict[int, str], kept: set[str]) -> set[int]:
    return {number for number, line in lines.items() if " ".join(line.split()) not in kept}


def justext_lines(record: Record) -> set[int]:
    """JusText with its Vietnamese stop list."""
    import justext

    lines = _full(record["raw"])
    paragraphs = justext.justext(record.get("html") or _page(lines), justext.get_stoplist("Vietnamese"))
    return _gone(lines, {" ".join(each.text.split()) for each in paragraphs if not each.is_boilerplate})


def trafilatura_lines(record: Record) -> set[int]:
    """Trafilatura as it comes."""
    import trafilatura

    lines = _full(record["raw"])
    found = trafilatura.extract(record.get("html") or _page(lines)) or ""
    return _gone(lines, {" ".join(line.split()) for line in found.split("\n")})


def readability_lines(record: Record) -> set[int]:
    """The summary of readability-lxml."""
    import lxml.html
    import readability

    lines = _full(record["raw"])
    found = lxml.html.fromstring(readability.Document(record.get("html") or _page(lines)).summary())
    return _gone(
        lines, {" ".join(each.text_content().split()) for each in found.iter("p", "h1", "h2", "h3", "li", "td")}
    )


def resiliparse_lines(record: Record) -> set[int]:
    """Resiliparse, told to look for the main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    lines = _full(record["raw"])
    found = extract_plain_text(HTMLTree.parse(record.get("html") or _page(lines)), main_content=True)
    return _gone(lines, {" ".join(line.split()) for line in str(found).split("\n")})


def c4_lines(record: Record) -> set[int]:
    """C4: a line stays if it ends a sentence and has three words."""
    gone = set()
    for number, line in _full(record["raw"]).items():
        words, bare = line.split(), _C4_CITATION.sub("", line.strip())
        ends = bare.endswith(_C4_ENDS) and not bare.endswith("...")
        low = bare.lower()
        banned = "javascript" in low or any(phrase in low for phrase in _C4_POLICY)
        if not ends or len(words) < 3 or banned or max(map(len, words)) > 1000:
            gone.add(number)
    return gone


def c4_pages(record: Record) -> set[int]:
    """C4 with its rules for pages: five sentences are left, and no curly bracket or lorem ipsum is among them."""
    gone, lines = c4_lines(record), _full(record["raw"])
    kept = [line for number, line in lines.items() if number not in gone]
    sentences = sum(max(len(_SENTENCE.findall(line)), 1) for line in kept)
    if sentences < 5 or any("{" in line or "lorem ipsum" in line.lower() for line in kept):
        return set(lines)
    return gone


def gopher_pages(record: Record) -> set[int]:
    """Gopher: whole pages, by their words, bullets and ellipses, and by how much of them repeats."""
    lines = _full(record["raw"])
    return set(lines) if _gopher_quality(record["raw"]) or _gopher_repeats(record["raw"]) else set()


def _gopher_quality(text: str) -> bool:
    words, lines = text.split(), text.splitlines()
    proper = [word for word in words if word not in string.punctuation]
    count = len(proper)
    if not 50 <= count <= 100_000:
        return True
    mean = sum(map(len, proper)) / count
    dots = text.count("...") + text.count("\N{HORIZONTAL ELLIPSIS}")
    bullets = sum(line.lstrip().startswith(("\N{BULLET}", "-")) for line in lines) / len(lines)
    open_ended = sum(line.rstrip().endswith(("...", "\N{HORIZONTAL ELLIPSIS}")) for line in lines) / len(lines)
    return (
        not 3 <= mean <= 10
        or text.count("#") / count > 0.1
        or dots / count > 0.1
        or bullets > 0.9
        or open_ended > 0.3
        or sum(any(map(str.isalpha, word)) for word in words) / count < 0.8
        or len(_STOP_WORDS.intersection(words)) < 2
    )


def _twice(parts: list[str]) -> tuple[int, int]:
    counts = Counter(parts)
    return sum(count - 1 for count in counts.values()), sum(len(part) * (count - 1) for part, count in counts.items())


def _gopher_repeats(text: str) -> bool:
    words, size = text.split(), max(len(text), 1)
    for parts in (re.split(r"\n{2,}", text.strip()), text.splitlines()):
        again, chars = _twice(parts)
        if again / len(parts) > 0.3 or chars / size > 0.2:
            return True
    for length, share in ((2, 0.2), (3, 0.18), (4, 0.16)):
        grams = Counter(" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
        if grams:
            gram, count = grams.most_common(1)[0]
            if len(gram) * count / size > share:
                return True
    return any(
        _repeated(words, length) / size > share
        for length, share in ((5, 0.15), (6, 0.14), (7, 0.13), (8, 0.12), (9, 0.11), (10, 0.1))
    )


def _repeated(words: list[str], length: int) -> int:
    seen, chars, at = set(), 0, 0
    while at <= len(words) - length:
        gram = "".join(words[at : at + length])
        if gram in seen:
            chars += len(gram)
            at += length
        else:
            seen.add(gram)
            at += 1
    return chars


def fineweb_pages(record: Record) -> set[int]:
    """FineWeb: whole pages, by how their lines end, how short they are and how much of them repeats."""
    text = record["raw"]
    lines = text.split("\n")
    ended = sum(line.endswith((".", "'", '"', "!", "?")) for line in lines) / len(lines)
    short = sum(len(line) <= 30 for line in lines) / len(lines)
    again = _twice([line for line in lines if line.strip()])[1] / max(len(text.replace("\n", "")), 1)
    listed = text.count("\n") / max(len(text.split()), 1)
    drops = ended <= 0.12 or short >= 0.67 or again >= 0.01 or listed > 0.3
    return set(_full(text)) if drops else set()
