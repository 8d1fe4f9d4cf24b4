"""The build hook: a kernel where there is a compiler, a pure wheel and one line where there is none."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def hook(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", root / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(root: Path, tmp_path: Path, hook: ModuleType) -> Path:
    """A copy of the C sources alone, with an old kernel beside them."""
    for source in (root / hook.PACKAGE).glob("**/native/*"):
        copy = tmp_path / source.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    (tmp_path / hook.library()).write_bytes(b"of another day")
    os.utime(tmp_path / hook.library(), (0, 0))
    return tmp_path


def made_by(hook: ModuleType, checkout: Path) -> dict[str, Any]:
    """What the hook tells hatchling about a wheel."""
    own = hook.CustomBuildHook.__new__(hook.CustomBuildHook)
    for name, value in (("root", str(checkout)), ("target_name", "wheel")):
        # hatchling's own class gives these as properties of what it was made with.
        setattr(own, f"_BuildHookInterface__{name}", value)
        if not hasattr(type(own), name):
            setattr(own, name, value)
    told: dict[str, Any] = {"artifacts": [], "pure_python": True}
    own.initialize("standard", told)
    return told


@pytest.mark.parametrize("compiler", ["/nonexistent/cc", "false", ""])
def test_without_a_compiler_the_wheel_is_pure(
    compiler: str, hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CC", compiler)
    if not compiler:
        monkeypatch.setattr(hook.shutil, "which", lambda _: None)
    assert made_by(hook, checkout) == {"artifacts": [], "pure_python": True}
    assert not (checkout / hook.library()).exists()
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_without_a_compiler_the_kernel_of_an_editable_install_stays(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was compiled from these very sources serves those who work in the checkout."""
    os.utime(checkout / hook.library())
    monkeypatch.setenv("CC", "/nonexistent/cc")
    assert made_by(hook, checkout) == {"artifacts": [], "pure_python": True}
    assert (checkout / hook.library()).read_bytes() == b"of another day"


def test_without_the_headers_the_wheel_is_pure(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hook.sysconfig, "get_path", lambda _: str(checkout))
    assert made_by(hook, checkout) == {"artifacts": [], "pure_python": True}


def test_with_a_compiler_the_wheel_is_of_this_platform(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is asked here does not depend on how well the kernel is compiled; well takes half a minute.
    monkeypatch.setattr(hook, "FLAGS", ("-O0", *hook.FLAGS[1:]))
    told = made_by(hook, checkout)
    if not told["artifacts"]:
        pytest.skip("no compiler here")
    assert told["artifacts"] == [hook.library()] and not told["pure_python"]
    assert told.get("infer_tag") or told["tag"].startswith("cp311-abi3-")
    assert (checkout / hook.library()).stat().st_size > 10_000


def test_a_wheel_names_no_audited_platform(hook: ModuleType) -> None:
    assert not hook.plain("manylinux_2_39_x86_64").startswith("manylinux")
    assert hook.plain("macosx_14_0_arm64") == "macosx_14_0_arm64"
