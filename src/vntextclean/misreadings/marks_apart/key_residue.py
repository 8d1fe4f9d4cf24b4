"""Single words that keep the keys of an input method: ``banwfg lòng``, ``giups bạn``.

Half of what Telex keys spell are foreign words too. So the word must be one that real text does not have, what it
spells must be one that real text has, and the words beside it must have been counted beside that.
"""

from __future__ import annotations

from vntextclean.misreadings.choosing.known_words import attested

#: Natural logarithm of the least share of a neighbour: rarer pairs are met by chance.
_RARE = -9.0


def fits(before: str, word: str, after: str, meant: str) -> bool:
    """Whether ``word`` is no word, and ``meant`` is one that is counted beside its neighbours ("" where there is none).

    >>> fits("cô", "giups", "bạn", "giúp"), fits("bán", "tips", "cho", "típ"), fits("rất", "vuif", "vẻ", "vùi")
    (True, False, False)
    """
    if attested([word]) or not attested([meant]):
        return False
    from vntextclean.lm.bigrams import neighbours
    from vntextclean.lm.model import Model
    from vntextclean.lm.text.scan import PAD

    model = Model.open()
    scan = model.scan(" ".join(filter(None, (before, meant, after))))
    if len(scan) != 1 + bool(before) + bool(after):
        return False
    found = neighbours(model, scan)
    places = scan.at.tolist()
    pairs = [PAD + at for at in places[:-1]]
    return bool(pairs) and all(bool(found.seen[at]) and float(found.score[at]) > _RARE for at in pairs)
