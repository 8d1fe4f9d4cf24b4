"""Loads a kernel from a file in place of the installed one, then runs ``pytest …``, ``failing`` or ``spoilt``."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import sys
from types import ModuleType

NAME = "vntextclean.lm._kernel"
#: Tests that start an interpreter of their own, with the installed kernel.
ELSEWHERE = (
    "tests/lm/test_kernel.py::test_the_environment_turns_it_off",
    "tests/native/test_refusals.py::test_every_constant_of_the_kernel_is_compared",
)


def load(path: str) -> ModuleType:
    """The kernel in a file, under the name by which ``lm/kernel.py`` imports it."""
    loader = importlib.machinery.ExtensionFileLoader(NAME, path)
    spec = importlib.util.spec_from_file_location(NAME, path, loader=loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    sys.modules[NAME] = module
    return module


def main(path: str, what: str, *arguments: str) -> int:
    """Load the kernel, and run a part of :mod:`tests.native.sanitize`."""
    made = load(path)
    from vntextclean.lm import kernel

    if kernel.native is not made:
        print(f"{path} is not the kernel in use: its constants differ", file=sys.stderr)
        return 1
    if what == "pytest":
        import pytest

        return int(pytest.main([*arguments, *(f"--deselect={test}" for test in ELSEWHERE)]))
    if what == "failing":
        from tests.native import failing

        return failing.main(path)
    from tests.native import spoilt

    return spoilt.main()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
