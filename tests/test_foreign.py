"""Words of other languages are left alone: in documents of their own, between Vietnamese lines, and quoted in them.

The sentences are ours, around words that damage would explain if they were Vietnamese. ``benchmarks/foreign.py`` asks
the same of whole message catalogues.
"""

from __future__ import annotations

from functools import cache

import pytest

from vntextclean import Pipeline

SENTENCES = (
    "O relatório chegou sem data, e isso não é o pior.",
    "Quando conta a história, ele são outros números.",
    "Ten a mesma chave có número de antes.",
    "Està bé, també ho sap el veí.",
    "Nu puteţi ajunge la gară la o asemenea oră, va spune el.",
    "Græn skip sem sigla á við fjörð.",
    "Slóðin sem þú fannst er röng.",
    "Ve standardním balení je určený den nezávisle na počasí.",
    "Den gamla mannen tror att dem går hem.",
    "Pilihan itu ada pada bagian atas daftar.",
    "Tinye nọmba ahụ, ọ bụghị saịtị ọhụrụ.",
    "Faịlụ a ị zitere abụghị nke mbụ.",
    "Kwa chiBurma na chiMalay, neHerzegovina.",
    "Chèche tèm sa a nan lis la.",
    "Sáúdí Arábíà wà ní ìlà oòrùn.",
    "Ar vro Viêt a zo bras, Republik eo.",
    "Kĩfaransa na Kĩarabu nĩ thiomi.",
    "La nomoj de la longoj estas egalaj.",
    "Sačuvaj i dodaj sledeći red, poslednji put viđen juče.",
    "Ri wuj ruxaq samaj pa Ruch'ab'äl.",
    "Le thìde a' dol seachad, chan eil am faidhle an seo.",
    "Kīngitanga o Pāniora, he rongo pai.",
    "Jámán Lángwej an Pápuá Niú Gíni.",
    "Bu harf aý ýylynda, Şu aý.",
    "Rennu de Buthàn, in s'Islovàchia.",
    "Недійсне iм'я користувача.",
    "使用 git am --abort 删除它。",
    "ชนิด GIcon ไม่ได้ทำอินเทอร์เฟซ",
    "Dumelela e se nago selo.",
    "Çewtiyek di barkerê de heye.",
    "RabisiekabTunisia ak Emetab Peru.",
    "Toro-làlana momba ny safidy.",
    "Veldu EÐA breyttu þessari síðu.",
    "Ýttu á hnappinn EÐA bíddu.",
    "EMF rasm formati bilan saqlang.",
    "U kan misschien bij uw bakker terecht.",
    "Cambie el TAMAÑO del AÑO.",
    "Karystal'n\u0456k tol'k\u0456 shto zrab\u0456w krok.",
    "chǎn ábe étómé húɛ.",
)
LINES = (
    "Bà con trong bản kéo nhau ra suối từ lúc gà chưa gáy.",
    "Cái cầu tre bắc tạm đã trôi mất sau trận mưa đêm qua.",
)


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


@pytest.mark.parametrize("preset", ["web", "forum", "ocr"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_word_is_touched(sentence: str, preset: str) -> None:
    run = pipeline(preset).run
    assert run(sentence).text == sentence
    assert sentence in run(f"{LINES[0]}\n\n{sentence}\n\n{LINES[1]}").text
    for opening, closing in ("“”", "«»", '""'):
        quoted = f"Thầy giáo chép lên bảng câu {opening}{sentence}{closing} cho cả lớp đoán."
        assert run(quoted).text == quoted


@pytest.mark.parametrize("preset", ["web", "ocr"])
def test_damage_in_quotations_is_repaired(preset: str) -> None:
    """What is quoted is Vietnamese as a rule."""
    run = pipeline(preset).run
    assert "Thủ tướng" in run("Bác nói: “Thủ tuớng Chính phủ đã ký quyết định” với anh em.").text
    assert "thực hiện" in run("Biển đề “Quyết tâm thựchiện tốt vụ mùa” treo ở đầu làng.").text
    assert "tổ chức" in run("Báo “Tin xã” viết: “tổchức” rồi thôi.").text


def test_a_foreign_quotation_does_not_shield_the_line_around_it() -> None:
    text = "Bà con tổchức đọc câu “O relatório chegou sem data e números” cho nhau nghe."
    assert pipeline("web").run(text).text == text.replace("tổchức", "tổ chức")


def test_a_name_in_a_quotation_among_foreign_words_stays() -> None:
    quoted = "Bà chép câu “{}” cho cháu đọc."
    text = "\n".join(map(quoted.format, ("tày tac", "szerifa", "salamoni pidzsin", "kelet-tibeti", "maltai nyelv")))
    assert pipeline("web").run(text).text == text


CODE = """\
def  kiem_tra(x):
    y  =  x[0]   # cot
int   a   =  5;
name     age    city
---  ---  ---
2026-01-01  07:30:00   INFO   main   started
$ ls  -l   /tmp
"""


@pytest.mark.parametrize("preset", ["lossless", "web", "forum"])
def test_code_between_lines_keeps_its_spaces(preset: str) -> None:
    between = f"{LINES[0]}\n{CODE}{LINES[1].replace('đã trôi', 'đã  trôi')}\n"
    assert pipeline(preset).run(between).text == f"{LINES[0]}\n{CODE}{LINES[1]}\n"
