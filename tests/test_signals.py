"""Signals of quality: what they say of good text, damaged text, furniture, other languages and nothing."""

from __future__ import annotations

import json

import pytest

from vntextclean import Pipeline
from vntextclean.signals import signals

GOOD = "Sáng nay bà con trong xã họp bàn việc sửa con đường ra đồng, ai cũng góp một ngày công."
FOREIGN = {
    "English": "The council met on Monday to discuss the new road, and most of the members agreed with the plan.",
    "French": "Le conseil s'est réuni à la mairie pour décider où l'on bâtira la nouvelle école du village.",
    "Portuguese": "A câmara reuniu-se ontem à tarde e decidiu que a construção da estrada começará em março.",
    "Indonesian": "Warga desa berkumpul untuk membahas pembangunan jalan baru yang menuju ke sawah mereka.",
    "Romanian": "Consiliul s-a întrunit și a hotărât că drumul nou va fi construit în primăvara viitoare.",
    "Chinese": "村民今天早上开会讨论修路的事情。",
}


def test_good_text_is_valid_marked_and_usual() -> None:
    found = signals(GOOD)
    assert (found.words, found.valid, found.furniture, found.misreading) == (20, 1.0, 0.0, "")
    assert 0.6 < found.marked < 0.9
    assert found.vietnamese
    assert not found.repairs
    assert found.perplexity is not None
    strange = signals(" ".join(sorted(GOOD.replace(",", "").split())))
    assert strange.perplexity is not None
    assert strange.perplexity > 2 * found.perplexity


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_told(language: str) -> None:
    assert not signals(FOREIGN[language]).vietnamese


def test_vietnamese_without_marks_is_vietnamese() -> None:
    found = signals("Sang nay ba con trong xa hop ban viec sua con duong ra dong")
    assert found.vietnamese
    assert found.marked == 0


@pytest.mark.parametrize("text", ["", " \n", "12 345", "?!", "\ufffd"])
def test_text_without_words(text: str) -> None:
    found = signals(text)
    assert (found.words, found.valid, found.perplexity, found.vietnamese) == (0, 0.0, None, False)


def test_what_was_done_is_told_by_kind() -> None:
    pipeline = Pipeline.from_preset("web")
    text = "Lượt xem: 1284\n\nMôt buổi tọa đàm về công tác dân vn tại cơ sở, bà con dự rất  đông.\n" + GOOD
    found = signals(pipeline.run(text))
    assert 0.03 < found.furniture < 0.15
    assert found.repairs["diacritics"] > found.repairs["spacing"] > 0
    assert found.damage["tone"] > 2 * signals(pipeline.run(GOOD)).damage["tone"]
    assert signals(pipeline.run(GOOD.encode().decode("latin-1"))).misreading.startswith("mojibake.")


def test_they_are_json() -> None:
    told = signals(Pipeline.from_preset("web").run("Môt buổi tọa đàm.")).to_dict()
    assert json.loads(json.dumps(told)) == told
    assert told["valid"] == 1.0
