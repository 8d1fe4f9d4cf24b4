"""The page for the browser in a real one, Chromium without a window: needs playwright and chromium."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.render.test_html import HOSTILE
from tests.review.test_session import PAGE

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.pipeline import Pipeline
from vntextclean.render.html.report import Report
from vntextclean.review.log import read
from vntextclean.review.outcome import judge
from vntextclean.streams.documents import Document

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or the one that `playwright install chromium` brought; none is a failure."""
    there = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=there, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the report of a text; anything that fails or fetches in it fails the test."""
    faults: list[str] = []
    context = browser.new_context(accept_downloads=True, viewport={"width": 1000, "height": 800})

    def open_(cleaned: Cleaned, lang: str = "en", name: str = "page.txt") -> Page:
        report = Report(lang)
        text = "".join((*report.head(), *report.document(Document(cleaned.source, name), cleaned), *report.tail()))
        (tmp_path / "report.html").write_text(text, encoding="utf-8")
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on(
            "request",
            lambda request: None if request.url.startswith(("file:", "blob:")) else faults.append(request.url),
        )
        page.goto((tmp_path / "report.html").as_uri())
        return page

    yield open_
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def cleaned() -> Cleaned:
    return Pipeline.from_preset("web").run(PAGE)


def exported(page: Page, what: str, folder: Path) -> Path:
    """The file that a button of the export saves."""
    if not page.locator("#export").get_attribute("open"):
        page.evaluate("document.getElementById('export').open = true")
    with page.expect_download() as download:
        page.click(f"[data-export={what}]")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def decided(page: Page) -> str:
    return page.inner_text("#count")


def same_as_in_python(page: Page, cleaned: Cleaned, folder: Path) -> list[Any]:
    """The decisions of the page, which must lead to its text also by `clean --decisions`."""
    decisions = read(exported(page, "decisions", folder))
    judged = judge(cleaned, decisions)
    assert judged.left_over == ()
    text = exported(page, "text", folder).read_bytes().decode()
    assert judged.settled().text == text
    return decisions


def test_untouched_it_exports_what_clean_gives(opened: Open, cleaned: Cleaned, tmp_path: Path) -> None:
    page = opened(cleaned)
    assert exported(page, "text", tmp_path).read_bytes().decode() == cleaned.text
    assert exported(page, "decisions", tmp_path).read_bytes() == b""


def test_everything_accepted_is_what_clean_gives(opened: Open, cleaned: Cleaned, tmp_path: Path) -> None:
    page = opened(cleaned)
    page.click("#spaces-all")
    for _ in range(60):
        if "nothing is left" in page.inner_text("#current"):
            break
        kind = page.evaluate("document.querySelector('.on')?.className || ''")
        press(page, "r" if "offer" in kind else "a")
    total = len(cleaned.changes) + len(cleaned.suggestions)
    assert decided(page) == f"{total} of {total} decided"
    same_as_in_python(page, cleaned, tmp_path)
    assert (tmp_path / "page.txt.cleaned.txt").read_bytes().decode() == cleaned.text


@pytest.mark.parametrize("keys", ["jarjjaarra", "jrrrrrrrr", "jaaaauurk" + "kar", "aaaaaaaaaaaaa"])
def test_keys_and_export_agree_with_the_library(opened: Open, cleaned: Cleaned, tmp_path: Path, keys: str) -> None:
    page = opened(cleaned)
    press(page, keys)
    decisions = same_as_in_python(page, cleaned, tmp_path)
    assert decided(page).startswith(f"{len(decisions)} of ")


def test_progress_is_kept_and_undo_takes_back(opened: Open, cleaned: Cleaned, tmp_path: Path) -> None:
    page = opened(cleaned)
    press(page, "jara")
    before = decided(page)
    assert not before.startswith("0")
    page.reload()
    assert decided(page) == before
    press(page, "ja")
    press(page, "u")
    assert decided(page) == before
    same_as_in_python(page, cleaned, tmp_path)


def test_the_mouse_chooses_and_buttons_decide(opened: Open, cleaned: Cleaned) -> None:
    page = opened(cleaned)
    word = page.locator(".c.word").first
    word.hover()
    assert page.locator("#tip").is_visible()
    assert "—" in page.inner_text("#tip")
    word.click()
    assert "becomes" in page.inner_text("#current")
    page.click("#refuse")
    assert "refused" in (word.get_attribute("class") or "")
    page.click("#undo")
    assert "refused" not in (word.get_attribute("class") or "")


def test_a_block_is_one_stop_while_it_is_folded(opened: Open, cleaned: Cleaned, tmp_path: Path) -> None:
    page = opened(cleaned)
    summary = page.locator("details.block > summary").last
    lines = page.locator("details.block").last.locator(".c").count()
    assert lines > 3
    summary.click()
    assert page.locator("details.block").last.get_attribute("open") is not None
    page.locator("details.block").last.locator(".c").nth(1).click()
    press(page, "r")
    summary.click()
    press(page, "a")
    decisions = same_as_in_python(page, cleaned, tmp_path)
    assert sorted(made.verdict for made in decisions) == ["accepted"] * (lines - 1) + ["refused"]


def test_filters_hide_and_keys_pass_over(opened: Open, cleaned: Cleaned) -> None:
    page = opened(cleaned)
    page.click("#filters summary")
    for box in page.locator("#rules input").all():
        box.uncheck()
    press(page, "j")
    assert page.inner_text("#current") == "nothing matches the filter"
    page.locator("#rules label", has_text="run-ons").locator("input").check()
    press(page, "j")
    assert "run-ons" in page.inner_text("#current")
    page.locator("#sure").fill("60")
    press(page, "j")
    assert page.inner_text("#current") == "nothing matches the filter"


def test_side_by_side_has_the_source_left_and_the_text_right(opened: Open, cleaned: Cleaned) -> None:
    page = opened(cleaned)
    page.click("#sides")
    left = page.locator("p.was", has_text="Công tác dân v").first
    right = page.locator("p:not(.was)", has_text="Công tác dân v").first
    left.scroll_into_view_if_needed()  # what is out of sight is not laid out, and has no text to be seen
    expect(left).to_contain_text("dân vn,", use_inner_text=True)
    expect(left).to_contain_text("thực hiệntốt", use_inner_text=True)
    expect(right).to_contain_text("dân vận,", use_inner_text=True)
    assert (left.bounding_box() or {})["x"] < (right.bounding_box() or {})["x"]
    page.click("#sides")
    assert not left.is_visible()


def test_it_can_be_used_by_keyboard_and_heard(opened: Open, cleaned: Cleaned) -> None:
    page = opened(cleaned)
    press(page, "j")
    focused = page.evaluate("[document.activeElement.tagName, document.activeElement.getAttribute('aria-label')]")
    if focused[0] != "SUMMARY":
        assert focused[1]
    press(page, "jj")
    assert page.evaluate("document.activeElement.matches('.on')")
    assert page.locator("[role=status]").count() == 2
    for button in page.locator("button").all():
        assert (button.text_content() or "").strip()
    for field in page.locator("input").all():
        assert field.evaluate("one => one.labels.length") == 1


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_hostile_page_does_not_run(opened: Open, tmp_path: Path, lang: str) -> None:
    source = f"{HOSTILE} dân vn 😀\r\n{HOSTILE}\nđối thoạitiếp\n"
    at, there = source.index("vn"), source.index("thoạitiếp")
    changes = (
        Change(0, 5, HOSTILE, (Edit(0, 5, HOSTILE, "r.r", HOSTILE, 0.9),)),
        Change(at, at + 2, "vận", (Edit(at, at + 2, "vận", HOSTILE, "x"),)),
        Change(at + 2, at + 3, "\u2028", (Edit(at, at + 2, "vận", "r", "x"),)),
        Change(there, there + 9, "thoại tiếp", (Edit(there, there + 9, "", "r", HOSTILE),)),
    )
    offered = (Change(there, there + 9, f"thoại {HOSTILE}", (Edit(there, there + 9, "", "r", HOSTILE, 0.6),)),)
    cleaned = Cleaned(source, apply(source, (c[:3] for c in changes)), changes, offered)
    page = opened(cleaned, lang, name=f"{HOSTILE}.txt".replace("/", ""))
    page.click("#filters summary")
    page.locator("#show-spaces").check()
    press(page, "jajajajaj")
    page.locator(".c").first.hover()
    page.click("#sides")
    assert page.locator("img, svg, iframe, article script").count() == 0
    decisions = same_as_in_python(page, cleaned, tmp_path)
    assert decisions
    page.evaluate("document.querySelector('.offer').click()")
    press(page, "a")
    same_as_in_python(page, cleaned, tmp_path)


def test_five_thousand_changes_open_and_filter_in_a_second(opened: Open) -> None:
    sentence = "Một buổi họp về công tác dân vn của các đoàn thể ở xã, được bà con góp nhiều ý kiến quý báu. "
    source = "\n".join(sentence * 5 for _ in range(1100))
    assert len(source) > 500_000
    changes = []
    at = source.find("vn")
    while at >= 0:
        rule, sure = ("diacritics.letter", 0.99) if len(changes) % 2 else ("run-ons.words", 0.8)
        changes.append(Change(at, at + 2, "vận", (Edit(at, at + 2, "vận", rule, "lost letter", sure),)))
        at = source.find("vn", at + 2)
    assert len(changes) > 5000
    page = opened(Cleaned(source, source.replace("vn", "vận"), tuple(changes)))
    taken = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert taken < 1000 * slow()
    page.evaluate("document.getElementById('filters').open = true")
    for act in ("document.querySelector('#rules input').click()", "document.getElementById('sides').click()"):
        spent = page.evaluate(
            f"() => new Promise(done => {{ const began = performance.now(); {act};"
            " requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))); })"
        )
        assert spent < 1000 * slow()
    began = time.perf_counter()
    press(page, "ja" * 10)
    assert (time.perf_counter() - began) / 20 < 0.2 * slow()


def slow() -> float:
    """How much slower than the machine the targets are for (0.1 s for this loop) this one is now; at least 1."""
    began = time.process_time(), time.perf_counter()
    sum(number * number for number in range(1_500_000))
    spent = max(time.process_time() - began[0], time.perf_counter() - began[1])
    return max(1.0, spent / 0.1)


def test_the_data_can_be_read_by_other_programs(opened: Open, cleaned: Cleaned) -> None:
    page = opened(cleaned)
    data = json.loads(page.locator("script.data").first.text_content() or "")
    assert data["source"] == cleaned.source and data["sha"] and len(data["marks"]) >= len(cleaned.changes)
