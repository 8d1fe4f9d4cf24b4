"""Compiles the kernel where there is a C compiler: hatchling's build hook, and ``python hatch_build.py`` by hand.

The kernel answers nothing that the Python modules do not answer by numpy; it is many times faster on short texts. So a
machine without a compiler or without Python's headers gets a pure wheel and one line that says so, never a failure.
Wheels travel: nothing is compiled for the one processor at hand (see ``VN_WIDE`` in ``kernel.h``).
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
else:
    try:
        from hatchling.builders.hooks.plugin.interface import BuildHookInterface
    except ImportError:  # run by hand

        class BuildHookInterface:
            """Stands in for hatchling's."""


ROOT = Path(__file__).resolve().parent
PACKAGE = "src/vntextclean"
#: C lies in the room of what it serves; ``kernel.h`` and ``ngrams.h`` are for all.
SOURCES = "**/native/*.c"
SHARED = "lm/native"
#: Products and sums stay apart, or float32 would come out otherwise than by numpy; the nets alone may fuse them.
FLAGS = ("-O3", "-std=c11", "-fPIC", "-fvisibility=hidden", "-fno-strict-aliasing", "-Wno-psabi")
FUSED = {"multiply.c", "proof.c", "proof_around.c", "proof_layers.c", "proof_reads.c", "opinions.c", "wide_net.c"}
#: Wide loops for several processors where compiler and C library can tell them apart, else for the plainest one.
WAYS = (("-DVN_CLONES",), ())
#: The limited interface has had the buffers of arrays since this version: one file serves it and all that follow.
STABLE = (3, 11)


def is_stable() -> bool:
    """Whether the kernel is built for all versions of Python from STABLE on."""
    return sys.version_info >= STABLE and not sysconfig.get_config_var("Py_GIL_DISABLED")


def library() -> str:
    """Where the compiled kernel lies, below the root."""
    suffix = ".abi3.so" if is_stable() else sysconfig.get_config_var("EXT_SUFFIX") or ".so"
    return f"src/vntextclean/lm/_kernel{suffix}"


def compilers() -> list[list[str]]:
    """The C compilers to try, as commands: CC alone if it is set, else Python's own and the usual names."""
    if asked := os.environ.get("CC"):
        return [shlex.split(asked)]
    own = shlex.split(sysconfig.get_config_var("CC") or "")[:1]
    return [[name] for name in dict.fromkeys([*own, "cc", "gcc", "clang"]) if shutil.which(name)]


def build(root: Path = ROOT) -> Path | None:
    """Compile the kernel into the package; None, and one line, where that cannot be done."""
    target = root / library()
    why = "no C compiler was found"
    if sys.platform == "win32" or sys.implementation.name != "cpython":
        why = "it is not built on this platform"
    elif not Path(sysconfig.get_path("include"), "Python.h").is_file():
        why = "Python's headers are not here"
    else:
        for compiler in compilers():
            for way in WAYS:
                failed = _compile([*compiler, *way], root / PACKAGE, target)
                if failed is None:
                    return target
                why = failed
    _remove_outdated(root / PACKAGE, target)
    print(f"vntextclean: without the compiled kernel ({why}); everything works by numpy", file=sys.stderr)
    return None


def _remove_outdated(package: Path, target: Path) -> None:
    """Delete a kernel that is older than its sources; one as new as they are serves an editable install."""
    if target.is_file():
        newest = max((source.stat().st_mtime for source in package.glob("**/native/*")), default=0.0)
        if target.stat().st_mtime < newest:
            target.unlink()


def _compile(command: list[str], package: Path, target: Path) -> str | None:
    """Compile and link; what went wrong, if anything did."""
    # The kernel asks numpy for nothing and links with no Python: the interpreter that loads it has what it needs.
    shared = ["-bundle", "-undefined", "dynamic_lookup"] if sys.platform == "darwin" else ["-shared"]
    limited = [f"-DPy_LIMITED_API=0x{STABLE[0]:02x}{STABLE[1]:02x}0000"] if is_stable() else []
    include = [f"-I{sysconfig.get_path('include')}", f"-I{package / SHARED}"]
    sources = sorted(package.glob(SOURCES))
    if missing := FUSED - {source.name for source in sources}:
        return f"no source is called {', '.join(sorted(missing))}: mend FUSED in hatch_build.py"
    with tempfile.TemporaryDirectory() as folder:
        objects = []
        made = Path(folder, target.name)
        steps = []
        for source in sources:
            objects.append(str(Path(folder, "-".join(source.relative_to(package).with_suffix(".o").parts))))
            fused = "-ffp-contract=fast" if source.name in FUSED else "-ffp-contract=off"
            steps.append([*command, *FLAGS, *limited, fused, *include, "-c", str(source), "-o", objects[-1]])
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            wrong = next(filter(None, pool.map(_run, steps)), None)
            pool.shutdown(cancel_futures=True)  # after a failure nothing else need be compiled
        if wrong := wrong or _run([*command, *shared, *objects, "-lm", "-o", str(made)]):
            return wrong
        shutil.copyfile(made, target.with_suffix(".new"))
        os.replace(target.with_suffix(".new"), target)  # a process that has the old one loaded keeps it
    return None


def _run(step: list[str]) -> str | None:
    """Run a compiler; what went wrong, if anything did."""
    try:
        done = subprocess.run(step, capture_output=True, text=True, check=False)
    except OSError as error:
        return f"{step[0]}: {error.strerror}"
    if not done.returncode:
        return None
    said = [line for line in done.stderr.splitlines() if "error" in line] or [f"status {done.returncode}"]
    return f"{step[0]}: {said[0].strip()}"


class CustomBuildHook(BuildHookInterface):
    """Puts the compiled kernel into wheels, and beside the sources of an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile, and tag the wheel for what it holds."""
        if self.target_name != "wheel" or build(Path(self.root)) is None:
            return
        build_data["artifacts"].append(library())
        build_data["pure_python"] = False
        if is_stable():
            from packaging.tags import sys_tags

            machine = next(iter(sys_tags())).platform
            build_data["tag"] = f"cp{STABLE[0]}{STABLE[1]}-abi3-{plain(machine)}"
        else:
            build_data["infer_tag"] = True


def plain(machine: str) -> str:
    """The platform of a wheel that was built on this machine and never audited for others: linux, not manylinux."""
    if machine.startswith(("manylinux", "musllinux")):
        return sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return machine


if __name__ == "__main__":
    built = build()
    print(built or "not built")
