"""Runs the kernel under AddressSanitizer and UndefinedBehaviorSanitizer: ``python -m tests.native.sanitize``.

The kernel is built into a temporary folder, with :file:`failing_allocations.h` before every source, and put under

1. ``tests/lm/test_kernel.py`` and ``tests/native``, with the answers compared to those of numpy,
2. calls in which the n-th allocation fails, for every n (:mod:`tests.native.failing`),
3. calls with wrong arguments (:mod:`tests.native.spoilt`).

It fails, and skips nothing, where the compiler has no sanitizers.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent
SANITIZERS = (
    "-g",
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=all",
    "-fno-omit-frame-pointer",
    "-Werror=implicit",
)
#: The library of AddressSanitizer as GCC and as Clang call it; it must be loaded before the interpreter's first malloc.
LIBRARIES = (("libasan.so", ()), (f"libclang_rt.asan-{os.uname().machine}.so", ("-shared-libasan",)))
#: Seconds for one part: more than ten times what it takes, so that an endless loop ends here.
PATIENCE = 900
PARTS = (
    ("the tests of the kernel", ("pytest", "-q", "-p", "no:cacheprovider", "tests/lm/test_kernel.py", "tests/native")),
    ("failing allocations", ("failing",)),
    ("wrong arguments", ("spoilt",)),
)


def hook() -> ModuleType:
    """``hatch_build.py`` as a module."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def library(compiler: list[str]) -> tuple[Path, tuple[str, ...]] | None:
    """Where a compiler keeps AddressSanitizer as a shared library, and the flags that link with it."""
    for name, flags in LIBRARIES:
        asked = [*compiler, f"-print-file-name={name}"]
        try:
            done = subprocess.run(asked, capture_output=True, text=True, check=False)
        except OSError:
            return None
        path = Path(done.stdout.strip())
        if done.returncode == 0 and path.is_absolute() and path.exists():
            return path, flags
    return None


def build(folder: Path) -> tuple[Path, Path]:
    """Compile the kernel with sanitizers; the kernel, and the library to load first. SystemExit where it cannot be."""
    build_hook = hook()
    before = ("-include", str(Path(__file__).with_name("failing_allocations.h")))
    why = ["no C compiler was found"]
    for compiler in build_hook.compilers():
        found = library(compiler)
        if found is None:
            why.append(f"{compiler[0]} has no shared AddressSanitizer")
            continue
        path, flags = found
        target = folder / Path(build_hook.library()).name
        failed = build_hook._compile([*compiler, *SANITIZERS, *flags, *before], ROOT / build_hook.PACKAGE, target)
        if failed is None:
            return target, path
        why.append(failed)
    raise SystemExit(f"the kernel cannot be built with sanitizers: {'; '.join(why)}")


def run(kernel: Path, library: Path, arguments: tuple[str, ...]) -> bool:
    """Run one part in a process of its own; whether it went well."""
    environment = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "PYTHONMALLOC": "malloc",  # else small blocks share pages, and AddressSanitizer does not see their ends
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        # The interpreter keeps memory until it ends: leaks are counted by tests.native.failing instead.
        "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1",
        "UBSAN_OPTIONS": "print_stacktrace=1",
    }
    environment.pop("VNTEXTCLEAN_NATIVE", None)
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.native.with_kernel", str(kernel), *arguments]
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        print(f"did not end within {PATIENCE} seconds", file=sys.stderr)
        return False
    return done.returncode == 0


def main() -> int:
    """Build, run all parts, and say what failed."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        kernel, asan = build(Path(folder))
        for name, arguments in PARTS:
            print(f"-- under sanitizers: {name}", flush=True)
            began = time.perf_counter()
            if not run(kernel, asan, arguments):
                failed.append(name)
            print(f"   {time.perf_counter() - began:.0f} s", flush=True)
    if failed:
        print(f"failed under sanitizers: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
