"""What the program says in Vietnamese: every sentence keeps its gaps, and hardly any message stays English."""

from __future__ import annotations

import ast
import re
from inspect import cleandoc
from pathlib import Path
from string import Formatter

import pytest

from vntextclean.formats.catalogue import UNREAD
from vntextclean.wording import counted, told
from vntextclean.wording.translation import translated
from vntextclean.wording.vietnamese import help_of_batch, help_of_verbs, messages_of_formats
from vntextclean.wording.vietnamese.help import HELP
from vntextclean.wording.vietnamese.messages import TABLES, messages
from vntextclean.wording.vietnamese.sentences import SENTENCES

SOURCE = Path(__file__).parent.parent / "src" / "vntextclean"
#: Where messages for users are made; the model's and the filters' own are for those who build them.
PLACES = (
    "cli",
    "config.py",
    "formats",
    "pipeline.py",
    "presets.py",
    "records",
    "registry.py",
    "review",
    "streams",
    "wire.py",
)
CALLS = {"InputError", "ConfigError", "UsageError", "say", "note", "fail"}


def fields(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def test_all_help_is_in_vietnamese_and_of_texts_there_are() -> None:
    import click

    from vntextclean.cli import VERBS, main
    from vntextclean.cli.speaking.help import GROUPS

    def helps(command: click.Command) -> set[str]:
        texts = {parameter.help or "" for parameter in command.params if isinstance(parameter, click.Option)}
        texts |= {" ".join(part.split()) for part in cleandoc(command.help or "").split("\n\n") if part[0] != "\b"}
        texts.add(command.epilog or "")
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                made = command.get_command(context, name)
                assert made is not None
                texts |= helps(made)
        return texts

    tables = (HELP, help_of_batch.HELP, help_of_verbs.HELP)
    assert sum(map(len, tables)) == len(set().union(*tables))
    about = {
        "Options",
        "required",
        "Commands",
        "Usage: ",
        "Example:",
        "Show this message and exit.",
        *GROUPS,
        *VERBS.values(),
    }
    shown = helps(main) - {""}
    assert set().union(*tables) <= shown | about
    assert shown | about <= set().union(*tables)


@pytest.mark.parametrize(
    "table",
    [SENTENCES, HELP, help_of_batch.HELP, help_of_verbs.HELP, *TABLES],
)
def test_every_sentence_keeps_its_gaps(table: dict[str, str]) -> None:
    for english, vietnamese in table.items():
        assert fields(english) == fields(vietnamese), english
        assert english != vietnamese


def template(node: ast.expr) -> str:
    """The text of a message with {} for its gaps."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.BinOp):
        return template(node.left) + template(node.right)
    return "{}"


def test_no_message_stands_in_two_tables() -> None:
    assert len(messages()) == sum(map(len, TABLES))


def said() -> set[str]:
    found = set()
    for place in PLACES:
        path = SOURCE / place
        for file in path.rglob("*.py") if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args:
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    text = template(node.args[0])
                    if name in CALLS and re.search(r"[a-z]{3}", text.replace("{}", "")):
                        found.add(text)
    return found


def test_hardly_any_message_stays_english() -> None:
    """A new message may come without its translation, but no more than a few may."""
    found = said()
    assert len(found) > 40
    missing = {text for text in found if translated(text.replace("{}", "'x'")) == text.replace("{}", "'x'")}
    assert len(missing) <= len(found) * 0.15, sorted(missing)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("a: b.txt: Permission denied", "a: b.txt: không có quyền"),
        ("no filter is called 'a'; did you mean 'b'?", "không có bộ lọc nào tên là 'a'; có phải là 'b'?"),
        ("no filter is called 'x y'", "không có bộ lọc nào tên là 'x y'"),
        ("--keep 'Permission denied': there is no such file", "--keep 'Permission denied': không có tệp này"),
        ("a.jsonl:3: the record has no field 'x'; it has y", "a.jsonl:3: bản ghi không có trường 'x'; nó có y"),
        ("a.csv:2: the row has 3 cells, and the header 2", "a.csv:2: hàng có 3 ô, còn hàng tên cột có 2"),
        ("a.toml:2: jobs: must be a string, not a list", "a.toml:2: jobs: phải là chuỗi, không phải danh sách"),
        (
            "a.txt: UTF-8 read as Windows-1252 or Latin-1: 2 words not read",
            "a.txt: UTF-8 bị đọc theo Windows-1252 hoặc Latin-1: 2 từ chưa đọc được",
        ),
        ("something else", "something else"),
        ("x" * 10_000, "x" * 10_000),
    ],
)  # fmt: skip
def test_messages(english: str, vietnamese: str) -> None:
    assert translated(english) == vietnamese
    assert translated(english, "en") == english


def test_every_way_out_is_told_in_vietnamese() -> None:
    assert set(messages_of_formats.MESSAGES) == set(UNREAD.values())
    refusal = translated("a.pdf: .pdf is not read as prose; " + UNREAD[".pdf"])
    assert refusal.endswith("hãy lấy văn bản ra trước, ví dụ `pdftotext FILE - | vntextclean clean --preset ocr`")


def test_numbers() -> None:
    assert counted(2, "{count} change", "{count} changes") == "2 changes"
    assert told("no translation of {this}", "vi", this="x") == "no translation of x"


def test_every_rule_is_told_in_vietnamese() -> None:
    from vntextclean import registry
    from vntextclean.settings import Settings
    from vntextclean.wording.vietnamese import rules, word_rules

    codes = {code for made in registry.build(registry.names(), Settings()) for code in made.rules}
    assert set(rules.RULES) | set(word_rules.RULES) == codes
    assert not set(rules.RULES) & set(word_rules.RULES)
