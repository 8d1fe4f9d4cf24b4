"""``lsp`` without its extra; with it, the tests are in tests_extras/lsp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.runner import runner
from vntextclean.cli import main
from vntextclean.cli.verbs import lsp

if TYPE_CHECKING:
    import pytest


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda _: None)
    done = runner().invoke(main, ["lsp"])
    assert done.exit_code == 2
    assert "pip install 'vntextclean[lsp]'" in done.stderr
