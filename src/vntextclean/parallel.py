"""Documents over processes, results in order: what ``--jobs`` does.

Batches keep the cost of passing messages small, and only so many are under way that memory stays flat. Each worker
makes its own pipeline; the pages of the model are shared, because it is mapped and not read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from vntextclean.batches import Cleaner, Result, batches, clean_each
from vntextclean.documents import Document

#: A batch is full at this many characters or documents, whichever comes first.
CHARACTERS = 1 << 18
DOCUMENTS = 256


_cleaner: Cleaner  # of this worker


def stream(documents: Iterable[Document], make: Callable[[], Cleaner], jobs: int) -> Iterator[tuple[Document, Result]]:
    """Clean documents in ``jobs`` processes, each with a cleaner of its own; they come back in order.

    A document that its cleaner refuses comes back with the error, and ends nothing.
    """
    with ProcessPoolExecutor(jobs, initializer=_open, initargs=(make,)) as pool:
        waiting: deque[tuple[list[Document], Future[list[Result]]]] = deque()
        try:
            for batch in batches(documents, lambda document: len(document.text), CHARACTERS, DOCUMENTS):
                waiting.append((batch, pool.submit(_clean, [document.text for document in batch])))
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

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair: it stops the workers
    _cleaner = make()


def _clean(texts: list[str]) -> list[Result]:
    return clean_each(_cleaner, texts)
