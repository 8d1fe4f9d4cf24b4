"""What a repair undoes, as far as the two words tell: nothing is proposed where they differ by no known damage."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.filters.diacritics.guards.pieces import is_typed_tone
from vntextclean.filters.diacritics.kinds.damage import MOST_HELD, Damage, kind_of
from vntextclean.filters.diacritics.kinds.variants import is_variant


@lru_cache(maxsize=MOST_HELD)
def damage_between(written: str, rival: str, otherwise: Damage | None = None) -> Damage | None:
    """The kind of damage that a repair of a word (lower case) by a rival undoes; None where none is proposed.

    ``otherwise`` is the kind where the letters tell none.

    >>> damage_between("môt", "một"), damage_between("nầy", "này"), damage_between("quar", "qua")
    (<Damage.TONE: 'tone'>, None, None)
    """
    kind = kind_of(written, rival) or otherwise
    if kind is None or is_variant(written, rival) or is_typed_tone(written, rival, kind):
        return None
    return kind
