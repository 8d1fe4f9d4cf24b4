"""Which misreading made a damaged word, told from the word and what it was, without reading the text again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from vntextclean.misreadings.parsing.cells import Chain
from vntextclean.misreadings.tables.code_pages import CODE_PAGES, NAMES, views
from vntextclean.named_tuple import NamedTuple

#: Words beyond this number tell nothing new of a document; they share the commonest name.
_ENOUGH = 2000
#: Of more chains than this those are asked that a few words tell, and only where most words are not explained.
_MANY, _SAMPLE = 200, 12
#: Latin-1 as it is, with its control characters, which Windows-1252 shows as other signs: both bear one name.
_LATIN_1, _NAMED = "latin-1", "cp1252"
_TABLES = (_NAMED, _LATIN_1, *(name for name in NAMES if name != _NAMED))
#: What is added to the name of a reading where bytes were lost on the way.
LOST = ", bytes lost"


class Repaired(NamedTuple):
    """A word as it was seen, what it was, and whether bytes of it were lost."""

    seen: str
    word: str
    lost: bool


def chain_title(chain: Chain) -> str:
    """What a chain of readings is called, the first reading first."""
    return _title(tuple(step.page for step in reversed(chain)))


def named(words: Sequence[Repaired]) -> Counter[str]:
    """The names of the readings that made some words, and how many words each.

    The tables are tried on all words together; the one that explains most takes its words, and so on with the rest.
    Words that no chain explains bear the commonest name: they lost bytes, or other repairs changed them as well. On
    1 200 words this takes an eighth of the time to read them.

    >>> named([Repaired("Viß╗çt", "Việt", False)])
    Counter({'UTF-8 read as code page 437': 1})
    """
    left = list(words[:_ENOUGH])
    counts: Counter[tuple[str, ...]] = Counter()
    lost: Counter[tuple[str, ...]] = Counter()
    for chains in _chains():
        if len(chains) > _MANY and len(left) * 2 < min(len(words), _ENOUGH):
            continue  # most words are explained
        few = left[:_SAMPLE] if len(chains) > _MANY else left
        while left:
            best = max(chains, key=lambda chain: len(_explained(chain, few)))
            made = _explained(best, left)
            if not made:
                break
            for word in made:
                (lost if word.lost else counts)[best] += 1
            taken = set(map(id, made))
            left = [word for word in left if id(word) not in taken]
            few = left[:_SAMPLE] if len(chains) > _MANY else left
    commonest = max(counts | lost, key=lambda chain: counts[chain] + lost[chain], default=("cp1252",))
    for word in (*left, *words[_ENOUGH:]):
        (lost if word.lost else counts)[commonest] += 1
    names: Counter[str] = Counter()
    for chain, count in counts.items():
        names[_title(chain)] += count
    for chain, count in lost.items():
        names[_title(chain) + LOST] += count
    return names


def _title(pages: tuple[str, ...]) -> str:
    titles = {page.name: page.title for page in CODE_PAGES}
    titles[_LATIN_1] = titles[_NAMED]
    return "UTF-8 read as " + " and again as ".join(titles[page] for page in pages)


def _chains() -> Iterator[list[tuple[str, ...]]]:
    """The chains of one table, then those of two, then the same table again and again, then those of three."""
    yield [(page,) for page in _TABLES]
    yield list(product(_TABLES, repeat=2))
    yield [(page,) * times for times in (3, 4) for page in _TABLES]
    yield list(product(_TABLES, repeat=3))


def _explained(chain: tuple[str, ...], words: Sequence[Repaired]) -> list[Repaired]:
    """The words that a chain makes look as they were seen."""
    text = "\n".join(word.word for word in words)
    for page in chain:
        text = _shown(text, page)
    seen = text.split(_shown_line_end(chain))
    return [word for word, made in zip(words, seen, strict=True) if _is_made(word, made)]


def _shown(text: str, page: str) -> str:
    return text.encode().decode("latin-1").translate(_translation(page))


@cache
def _translation(page: str) -> dict[int, str]:
    return {} if page == _LATIN_1 else dict(enumerate(views(page)))


@cache
def _shown_line_end(chain: tuple[str, ...]) -> str:
    end = "\n"
    for page in chain:
        end = _shown(end, page)
    return end


def _is_made(word: Repaired, made: str) -> bool:
    """Whether a word may have been seen as it was, given how a chain shows it whole."""
    if word.seen == made or (not word.lost and word.seen.lower() == made.lower()):
        return True
    if not word.lost or word.seen.isascii():
        return False
    rest = iter(made)
    return all(char in rest for char in word.seen if char not in "\ufffd? ")
