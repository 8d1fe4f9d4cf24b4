"""Classes made by our ``NamedTuple`` are what typing makes, but for the time it takes."""

from __future__ import annotations

import pickle
import typing
from typing import Any

import pytest

from vntextclean import named_tuple
from vntextclean.edit import Edit
from vntextclean.named_tuple import NamedTuple


class Ours(NamedTuple):
    """A word and where it stands."""

    word: str
    start: int = 0
    others: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Behind its last letter."""
        return self.start + len(self.word)

    @classmethod
    def of(cls, word: str) -> Ours:
        """A word at the head of a text."""
        return cls(word)

    @staticmethod
    def twice(number: int) -> int:
        """Twice a number."""
        return 2 * number


class Theirs(typing.NamedTuple):
    """A word and where it stands."""

    word: str
    start: int = 0
    others: tuple[str, ...] = ()


@pytest.mark.parametrize(
    "name", ["_fields", "_field_defaults", "__doc__", "__module__", "__match_args__", "__slots__", "__bases__"]
)
def test_a_class_is_as_typing_makes_it(name: str) -> None:
    assert getattr(Ours, name) == getattr(Theirs, name)


def test_its_objects_are_tuples_with_names_defaults_and_methods() -> None:
    one: Any = Ours("mưa", 3)
    assert one == ("mưa", 3, ()) == Theirs("mưa", 3)
    assert (one.word, one.end, Ours.of("gió"), Ours.twice(2)) == ("mưa", 6, ("gió", 0, ()), 4)
    assert repr(one) == "Ours(word='mưa', start=3, others=())"
    assert one._replace(start=0)._asdict() == {"word": "mưa", "start": 0, "others": ()}
    assert pickle.loads(pickle.dumps(one)) == one
    assert type(pickle.loads(pickle.dumps(one))) is Ours
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        one.start = 4


def test_the_types_of_its_fields_can_be_asked() -> None:
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert typing.get_type_hints(Edit)["confidence"] is float


def test_it_says_what_it_is() -> None:
    assert NamedTuple.__doc__
    assert named_tuple.__all__ == ["NamedTuple"]
