"""Streams of documents cleaned in order, in batches or one by one; memory stays bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias, TypeVar

from vntextclean.cleaned import Cleaned
from vntextclean.errors import FilterError, InputError, VntextcleanError, told
from vntextclean.streams.documents import Document

_T = TypeVar("_T")

#: Documents cleaned together in one process (code points): of news, half as many take 5 % longer, and twice as many 4 %
#: less and 4 MB more of memory.
BATCH = 1 << 17


class Cleaner(Protocol):
    """Whatever makes a :class:`Cleaned` of a text: a pipeline, the restorer, a list of reviewed changes."""

    def run(self, text: str, form: str = "text") -> Cleaned:
        """Clean one document of a format; what it raises is its own error, but for those of settings and model."""

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """Clean several documents of plain text, each as :meth:`run` does."""


#: A cleaned document, or why it could not be cleaned.
Result: TypeAlias = Cleaned | InputError | FilterError


def batches(items: Iterable[_T], size: Callable[[_T], int], most: int, count: int = 1 << 30) -> Iterator[list[_T]]:
    """Lists of consecutive items. A list ends when its total size reaches ``most`` or it has ``count`` items.

    If the stream raises an error, the items before it are yielded first, and then the error is raised.

    >>> list(batches(["ba", "con", "mèo", "đi", "chơi"], len, 5))
    [['ba', 'con'], ['mèo', 'đi'], ['chơi']]
    """
    batch: list[_T] = []
    room = most
    try:
        for item in items:
            batch.append(item)
            room -= size(item)
            if room <= 0 or len(batch) >= count:
                yield batch
                batch, room = [], most
    except GeneratorExit:
        raise
    except BaseException:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def one_by_one(documents: Iterable[Document], cleaner: Cleaner) -> Iterator[tuple[Document, Result]]:
    """Clean each document as it comes, without waiting for the next."""
    for document in documents:
        yield document, _one(cleaner, document.text, document.form)


def in_batches(documents: Iterable[Document], cleaner: Cleaner) -> Iterator[tuple[Document, Result]]:
    """Clean documents in order, as many together as fill a batch."""
    for batch in batches(documents, _size, BATCH):
        yield from zip(batch, clean_each(cleaner, texts_of(batch)), strict=True)


def texts_of(batch: Iterable[Document]) -> list[tuple[str, str]]:
    """The text and the format of each document: what a cleaner needs of it."""
    return [(document.text, document.form) for document in batch]


def clean_each(cleaner: Cleaner, texts: list[tuple[str, str]]) -> list[Result]:
    """Clean several texts, each of its format; one that cannot be cleaned comes back as its error, and ends nothing."""
    if all(form == "text" for _, form in texts):
        try:
            return [*cleaner.run_many([text for text, _ in texts])]
        except Exception as error:
            if _ends_the_run(error):
                raise
            # Only now each by itself: the others come out as if it were not there.
    return [_one(cleaner, text, form) for text, form in texts]


def _one(cleaner: Cleaner, text: str, form: str) -> Result:
    try:
        return cleaner.run(text, form)
    except (InputError, FilterError) as error:
        return error
    except MemoryError:
        return FilterError("there is not enough memory for this document; cut it into smaller ones")
    except Exception as error:
        if _ends_the_run(error):
            raise
        return FilterError(told(error))


def _ends_the_run(error: Exception) -> bool:
    """Whether an error is one of every document: of the settings or of the model."""
    return isinstance(error, VntextcleanError) and not isinstance(error, InputError | FilterError)


def _size(document: Document) -> int:
    return len(document.text)
