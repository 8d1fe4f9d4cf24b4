"""The job with sanitizers fails where it cannot run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.native import sanitize


@pytest.mark.parametrize("compiler", ["/nonexistent/cc", "false"])
def test_without_sanitizers_it_fails(compiler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", compiler)
    with pytest.raises(SystemExit, match="cannot be built with sanitizers"):
        sanitize.build(tmp_path)


def test_a_part_that_fails_fails_the_job(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sanitize, "build", lambda folder: (folder, folder))
    monkeypatch.setattr(sanitize, "run", lambda kernel, library, arguments: arguments != ("failing",))
    assert sanitize.main() == 1
    assert "failing allocations" in capsys.readouterr().err
    monkeypatch.setattr(sanitize, "run", lambda kernel, library, arguments: True)
    assert sanitize.main() == 0
