"""The page for the browser, without one: nothing of a text becomes markup, and its colours can be read."""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.test_unified import cleanings
from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.pipeline import Pipeline
from vntextclean.render.html.report import Report
from vntextclean.streams.documents import Document
from vntextclean.wording.vietnamese.sentences import SENTENCES

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>\u2028\u2029"
    "<!--<script>]]>&lt;b&gt;\x00\x1b[31m\u202e"
)


def page(cleaned: Cleaned, name: str = "a.txt", lang: str = "en") -> str:
    report = Report(lang)
    document = Document(cleaned.source, name)
    return "".join((*report.head(), *report.document(document, cleaned), *report.tail()))


class Reader(HTMLParser):
    """The elements of a page, its words, and what its scripts hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.scripts: list[str] = []
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside != "style":
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag in ("script", "style") else self._inside


@given(cleaned=cleanings(st.text(st.sampled_from("ab \n<>&\"'\u2028😀"), max_size=40)))
def test_a_page_holds_its_source_and_every_change(cleaned: Cleaned) -> None:
    found = Reader(page(cleaned))
    if not cleaned.changes:
        assert "nothing would change" in found.words
        return
    data = json.loads(found.scripts[0])
    assert data["source"] == cleaned.source
    wide = cleaned.source.encode("utf-16-le")
    made = [(wide[2 * m[0] : 2 * m[1]].decode("utf-16-le"), m[2]) for m in data["marks"]]
    assert made == [(one.before, one.after) for one in cleaned.changes]
    numbers = [attributes["data-i"] for tag, attributes in found.elements if tag == "span" and "data-i" in attributes]
    assert numbers == [str(number) for number in range(len(cleaned.changes))]


def test_nothing_of_a_hostile_page_becomes_markup() -> None:
    source = f"{HOSTILE} dân vn\n{HOSTILE}\n"
    at = source.index("vn")
    changes = (
        Change(0, 5, HOSTILE, (Edit(0, 5, HOSTILE, "r", HOSTILE, 0.9),)),
        Change(at, at + 2, "vận", (Edit(at, at + 2, "vận", HOSTILE, "x"),)),
        Change(at + 3, len(source), "", (Edit(at + 3, len(source), "", "r", HOSTILE),)),
    )
    offered = (Change(6, 9, HOSTILE, (Edit(6, 9, HOSTILE, "r", HOSTILE, 0.6),)),)
    text = page(Cleaned(source, apply(source, (c[:3] for c in changes)), changes, offered), name=HOSTILE)
    found = Reader(text)
    assert {tag for tag, _ in found.elements} <= set(
        "html head meta title style body header h1 h2 small p button kbd details summary label input output fieldset"
        " legend main article span del ins i b footer div script".split()
    )
    assert not [
        name for _, attributes in found.elements for name in attributes if name.startswith("on") or name == "src"
    ]
    assert len(found.scripts) == 3
    assert json.loads(found.scripts[0])["source"] == source
    assert not set("\x00\x1b\u202e\u2028\u2029") & set(text)


def test_the_policy_allows_the_one_script_and_the_one_style() -> None:
    text = page(Pipeline.from_preset("web").run("Môt buổi họp.\n"))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and policy[1].startswith("default-src 'none'")
    script, style = (
        text.rpartition("<script>")[2].partition("</script>")[0],
        text.partition("<style>")[2].partition("</style>")[0],
    )
    for inside in (script, style):
        assert base64.b64encode(sha256(inside.encode()).digest()).decode() in policy[1]
    assert not re.search(r"https?:|url\(|@import|\beval\b|innerHTML|document\.write", script + style)


def test_every_sentence_of_the_page_is_there_in_vietnamese() -> None:
    from vntextclean.render.html import report

    assert [said for said in report.SAID if said not in SENTENCES] == []
    text = Reader(page(Pipeline.from_preset("web").run("Môt buổi họp.\n"), lang="vi"))
    assert "Giữ nguyên" in text.words and "Refuse" not in text.words
    assert ("html", {"lang": "vi"}) in text.elements


def luminance(colour: str) -> float:
    """How light a colour is, after WCAG 2.2."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("soft", "bar"),
        ("gone", "gone-bg"),
        ("come", "come-bg"),
        ("offer", "offer-bg"),
    ],
)
def test_colours_can_be_read(scheme: int, ink: str, paper: str) -> None:
    style = files("vntextclean.render.html").joinpath("review.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", style.split("@media")[scheme]))
    light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_page_is_written_in_a_fraction_of_the_time_of_cleaning() -> None:
    line = "Môt buổi họp về công tác dân vn ,  dân chủ ở xã.Bà con đến đông đủ và góp ý kiến cho địa phương mình. "
    text = "\n".join(f"Đợt {number}: {line * 4}" for number in range(150))
    pipeline = Pipeline.from_preset("web")
    cleaned = pipeline.run(text)
    assert len(cleaned.changes) > 1000
    assert shortest(lambda: page(cleaned)) < 0.5 * shortest(lambda: pipeline.run(text))


def shortest(work: Callable[[], object]) -> float:
    """The least processor time of three runs, in seconds: a collection of garbage may fall into one of them."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)
