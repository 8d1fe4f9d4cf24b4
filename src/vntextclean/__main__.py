"""The process of the command line, from its first import to its end; ``python -m vntextclean`` is ``vntextclean``."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
import threading
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line, and end the process without freeing its objects one by one.

    The system frees them all at once, which takes Python 40 of the 200 ms of a run on one line. What is registered with
    atexit is run, and what is buffered is written. Where threads or workers may still be at work, Python ends as usual.
    """
    # While modules are loaded and edits made there is no garbage to be found: to look for it takes 4 % of one line.
    gc.set_threshold(100_000, 50, 100)
    from vntextclean import cli

    try:
        cli.main(prog_name="vntextclean")
    except OSError as error:  # of --help or --version; verbs report their own
        from vntextclean.cli.speaking.say import refused

        sys.exit(refused(error))
    except SystemExit as end:
        if isinstance(end.code, int) and threading.active_count() == 1 and "multiprocessing" not in sys.modules:
            atexit._run_exitfuncs()  # noqa: SLF001 - as mypy's command line, too, ends
            with contextlib.suppress(OSError, ValueError):  # what cannot be written is reported by the usual end
                for stream in filter(None, (sys.stdout, sys.stderr)):
                    stream.flush()
                os._exit(end.code)
        raise
    raise AssertionError("click ends by SystemExit")


if __name__ == "__main__":
    run()
