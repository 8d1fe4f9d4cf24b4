"""Clean documents in several processes, with results in order: the option ``--jobs``.

Batches keep the cost of messages small, and the number of batches in work is limited to bound memory. Each worker
creates its own pipeline. The processes share the memory of the model, because its file is mapped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from vntextclean.streams.batches import Cleaner, Result, batches, clean_each, texts_of
from vntextclean.streams.documents import Document

#: The largest number of code points and of documents in a batch.
CHARACTERS = 1 << 18
DOCUMENTS = 256


_cleaner: Cleaner  # of this worker


def stream(documents: Iterable[Document], make: Callable[[], Cleaner], jobs: int) -> Iterator[tuple[Document, Result]]:
    """Clean documents in ``jobs`` processes; results come in order. ``make`` creates the cleaner of each process.

    A document that its cleaner refuses comes back with the error, and ends nothing. Errors of the stream of documents
    are raised here.
    """
    with ProcessPoolExecutor(jobs, initializer=_open, initargs=(make,)) as pool:
        waiting: deque[tuple[list[Document], Future[list[Result]]]] = deque()
        try:
            for batch in batches(documents, lambda document: len(document.text), CHARACTERS, DOCUMENTS):
                waiting.append((batch, pool.submit(_clean, texts_of(batch))))
                if len(waiting) >= 2 * jobs:
                    yield from _finished(waiting.popleft())
            while waiting:
                yield from _finished(waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def _finished(work: tuple[list[Document], Future[list[Result]]]) -> Iterator[tuple[Document, Result]]:
    documents, future = work
    return zip(documents, future.result(), strict=True)


def _open(make: Callable[[], Cleaner]) -> None:
    global _cleaner  # noqa: PLW0603 - a worker process has one, and no other place to keep it
    import signal
    from threading import Thread

    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process handles Ctrl-C and stops the workers
    _cleaner = make()


def _end_with_parent() -> None:
    """End a worker whose parent was killed: it would wait for work for ever, and so would those that wait for it."""
    import os
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _clean(texts: list[tuple[str, str]]) -> list[Result]:
    return clean_each(_cleaner, texts)
