"""Options: shares, settings shown with their source, help under headings, and what a shell completes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from vntextclean.cli import main
from vntextclean.cli.options.share import Share
from vntextclean.cli.speaking.help import GROUPS, Grouped
from vntextclean.cli.speaking.language import ELSEWHERE

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize(
    ("given", "wanted"), [("0.98", 0.98), ("98%", 0.98), (" 98.5 % ", 0.985), ("1", 1.0), (0, 0.0)]
)
def test_a_share(given: object, wanted: float) -> None:
    assert Share().convert(given, None, None) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("98", "did you mean 98%?"),
        ("sure", "is no number"),
        ("-1", "no share"),
        ("101%", "no share"),
        ("nan", "no share"),
    ],
)
def test_no_share(given: str, said: str) -> None:
    with pytest.raises(click.BadParameter, match=said):
        Share().convert(given, None, None)


def test_settings_are_shown_with_their_source(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "vntextclean.toml").write_text('preset = "lossless"\nkeep = ["iu"]\nmin-confidence = 0.9\n')
    done = vntextclean("clean", "--min-confidence", "99%", "--keep", "Kiêt", "--show-settings")
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    file = tmp_path / "vntextclean.toml"
    assert lines[0] == f"configuration file: {file}"
    rows = {line.split()[0]: " ".join(line.split()[1:]) for line in lines[2:]}
    assert rows["preset"] == f"{file} lossless"
    assert rows["keep"] == f"the command line and {file} Kiêt, iu"
    assert rows["min-confidence"] == "the command line 0.99"
    assert rows["filter"].startswith("the preset lossless mojibake, references,")
    assert rows["jobs"] == "default 1"
    done = vntextclean("clean", "--no-config", "--show-settings")
    assert done.stdout.startswith(b"configuration file: none\n")


def test_the_language_can_stand_in_the_environment(environment: dict[str, str], tmp_path: Path) -> None:
    import sys

    def shown(*options: str, **more: str) -> str:
        command = [sys.executable, "-m", "vntextclean", "clean", "--show-settings", *options]
        done = subprocess.run(
            command, cwd=tmp_path, env={**environment, **more}, capture_output=True, text=True, timeout=60, check=False
        )
        return next((line for line in done.stdout.splitlines() if line.startswith("lang ")), done.stderr)

    assert shown().split() == ["lang", "default", "en"]
    assert shown(VNTEXTCLEAN_LANG="vi").split() == ["lang", "VNTEXTCLEAN_LANG", "vi"]
    assert shown("--lang", "en", VNTEXTCLEAN_LANG="vi").split() == ["lang", "the", "command", "line", "en"]
    assert "lang='fr' is no choice" in shown(VNTEXTCLEAN_LANG="fr")


@pytest.mark.parametrize("verb", ["clean", "diff", "check", "restore", "learn"])
def test_no_option_is_missing_from_help(verb: str) -> None:
    command = main.get_command(click.Context(main), verb)  # type: ignore[attr-defined]
    assert isinstance(command, Grouped)
    said = command.get_help(click.Context(command, info_name=verb))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert max(parameter.opts, key=len) in said
    assert said.index("\nOptions:") < said.index("\nWhat is read:") < said.index("\nHow it runs:")


def test_headings_name_options_there_are() -> None:
    verbs = [main.get_command(click.Context(main), verb) for verb in ("clean", "batch")]  # type: ignore[attr-defined]
    names = {parameter.name for verb in verbs for parameter in verb.params}
    assert {name for group in GROUPS.values() for name in group} <= names


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("clean --select diac", {"diacritics"}),
        ("clean --ignore spacing,run-ons", {"spacing,run-ons", "spacing,run-ons.sentence", "spacing,run-ons.words"}),
        ("clean --filter +spa", {"+spacing"}),
        ("clean --encoding tc", {"tcvn3"}),
        ("clean --documents js", {"jsonl:"}),
        ("clean --preset lo", {"lossless"}),
        ("rules lost", {"lost-words"}),
        ("resto", {"restore"}),
    ],
)
def test_a_shell_completes(environment: dict[str, str], tmp_path: Path, words: str, wanted: set[str]) -> None:
    import sys

    count = str(len(words.split()))
    done = subprocess.run(
        [sys.executable, "-c", "from vntextclean.cli import main; main(prog_name='vntextclean')"],
        cwd=tmp_path,
        env={
            **environment,
            "_VNTEXTCLEAN_COMPLETE": "bash_complete",
            "COMP_WORDS": f"vntextclean {words}",
            "COMP_CWORD": count,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    found = {line.partition(",")[2] for line in done.stdout.splitlines()}
    assert wanted <= found
    assert all(name.startswith(words.rsplit(maxsplit=1)[-1]) for name in found)
    assert os.linesep not in "".join(found)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("clean", "-i", "a.txt"), "No such option '-i'. Did you mean '--write'?"),
        (("batch", "--columns", "a", "b.csv", "-o", "-"), "No such option '--columns'. Did you mean '--field'?"),
    ],
)
def test_an_option_of_other_tools_is_told_by_its_name_here(
    vntextclean: Command, given: tuple[str, ...], said: str
) -> None:
    done = vntextclean(*given)
    assert (done.returncode, done.stderr.decode().splitlines()[-1]) == (2, f"Error: {said}")


def test_no_option_of_another_tool_is_one_here() -> None:
    """Else the name that is told for it is never told."""
    context = click.Context(main)
    known = {
        verb: {name for parameter in made.params for name in parameter.opts}
        for verb in main.list_commands(context)
        if (made := main.get_command(context, verb))
    }
    for given, own in ELSEWHERE.items():
        assert any(own in names and given not in names for names in known.values()), given
