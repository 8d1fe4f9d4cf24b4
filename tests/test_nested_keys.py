"""Settings in YAML keep their keys and blanks; what is no YAML is repaired as ever."""

from __future__ import annotations

import pytest

from vntextclean.nested_keys import BETWEEN, nested_keys
from vntextclean.pipeline import Pipeline


def stretches(text: str) -> list[str]:
    """The settings in a text."""
    return [text[start:end] for start, end in nested_keys(text)]


def test_keys_above_and_further_in_belong_to_the_settings() -> None:
    yaml = "ban: 2\nkho:\n  ten: ngô\n  hang:\n    - lúa\n    - đậu\n\nso:\n  may: 3\n"
    assert stretches(f"Tệp mẫu của bến.\n{yaml}Hết tệp.\n") == [yaml]
    assert stretches(f"{yaml}") == [yaml]


def test_a_value_over_lines_belongs_and_prose_further_in_does_not() -> None:
    yaml = "kho:\n  ghi: >\n    chở bằng ghe\n    tới bến\n  ten: ngô\n"
    assert stretches(f"{yaml}Hết.") == [yaml]
    prose = (BETWEEN + 1) * "   Ghe về bến muộn.\n"
    assert stretches(f"kho:\n  ten: ngô\n{prose}  ten: lúa\n") == ["kho:\n  ten: ngô\n"]


@pytest.mark.parametrize(
    "text",
    [
        "gom:\n  - rau muong\n  - ca ro",
        "Gồm:\n  Thành phần: bột gạo",
        "ho so gom:\n  don xin: 1 ban",
        "Kho:\n  Ten: ngô",
        "kho: 3\nten: ngô",
        "kho:\nten: ngô",
    ],
)
def test_a_list_below_a_label_is_no_settings(text: str) -> None:
    assert stretches(text) == []


def test_words_and_blanks_of_settings_stay_and_misread_bytes_do_not() -> None:
    yaml = "kho:\n  nguoi: Lò Văn Tím\n  ten: Lúa  nương\n"
    run = Pipeline.from_preset("web").run
    assert run(f"Người giữ kho ghi tên vào tệp này.\n{yaml}").text.endswith(yaml.rstrip("\n") + "\n")
    misread = yaml.encode("utf-8").decode("cp1252", "replace").replace("\N{REPLACEMENT CHARACTER}", "\x90")
    assert run(f"{misread}").text == yaml


def test_beside_settings_text_is_repaired() -> None:
    yaml = "kho:\n  ten: ngô\n"
    damaged, sound = "Ghe  về bến ,rồi đi .\n", "Ghe về bến, rồi đi.\n"
    run = Pipeline.from_preset("web").run
    assert run(f"{damaged}{yaml}").text == f"{sound}{yaml}"
    assert run(f"{yaml}{damaged}").text == f"{yaml}{sound}"
    assert run(f"{damaged}{yaml}{damaged}{yaml}").text == f"{sound}{yaml}{sound}{yaml}"
