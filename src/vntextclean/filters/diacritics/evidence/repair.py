"""One proposed repair of a syllable, and how sure its page makes it."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.syllables import is_syllable

#: Proposals less sure than this by themselves do not make a document be read for them, nor say anything of their page.
ASKED, LEAST_SIGN = 0.005, 0.0005
#: The bound of a lead of 3 nats (``bounds.py``): no other candidate comes near.
LED = 0.9997
#: Slips of hands and ears that are as clear as that in a usual text get so many nats more than the page gives them.
#: Of what it lifts, 8 words in 1 360 000 syllables of sound text and 4 in articles with mistakes of people, all are
#: errors. Not so of tones: "cống thần" (tribute) would be "công thần", "xin cảm tạ hai quan" (mandarins) "hải quan".
OF_HANDS = (Damage.SOUND, Damage.OTHER_LETTER, Damage.EXTRA_LETTER)
CLEAR, CLEAR_UNREAD = 0.92, 0.8
#: On a page that an OCR engine has read the words beside a word may be wrong and the word itself right ("vợ Phúc cong
#: con" is "cong cớn", not "cõng con"), and the page's rate makes any change likely. So a syllable that would not be
#: replaced with this confidence in a usual text is only suggested, unless the reading of the whole page
#: (``scanned_page.py``) or ``restore`` finds the same. In 100 900 words of scans (400 pages of held-out lines read by
#: Tesseract 5.3, and `eval/real/dev`) twelve sound words were replaced without it and five with it, misprints of the
#: truth left out; with what the reading of the page gained (``LIKELY``) 4 661 words stay wrong, where 4 666 did.
UNAIDED, UNAIDED_MOST = 0.65, 0.97
#: What may be meant as well is only suggested, but where the rest of the page makes lost tones likelier by so many nats
#: and the repair is so sure in a usual text. In 5 900 000 held-out syllables, up to five words in a hundred damaged, 42
#: "nay" were "này" from 0.7 on, one was another word and none was meant. Below 0.85, "quen thuộc nay 8 tuổi" (0.23),
#: "đã làm việc nay đã nghỉ hưu" (0.51) and 'bát nước "chung" nay cũng ít dùng' (0.75) are.
EITHER_USUAL, EITHER_SHOWN, EITHER_MOST = 0.85, 0.7, 0.97


#: A word that is less likely damaged than this on its page is not judged again for repairs further away. Where its
#: document is not read for it (``ASKED``) they change only the topic that the net reads: of 1 000 such words of forums,
#: pages and damaged news the log-odds of none rose by more than 0.1.
FORGOTTEN = 0.02


class Repair(NamedTuple):
    """One syllable to repair: the token, the word as it stands and as it should, the kind of damage, the confidence.

    ``cause`` is what damaged it, ``most`` bounds the confidence, whatever the page says, ``usual`` is the confidence in
    a text where damage is as common as usual, by ``signs``, and a ``held`` repair is suggested, whatever speaks for it.
    With ``either`` what stands there may be meant as well, with ``meant`` it says itself that it is (``bounds.py``).
    """

    token: int
    word: str
    rival: str
    kind: Damage
    confidence: float
    cause: Cause
    most: float = 1.0
    usual: float = 0.0
    signs: Features | None = None
    held: bool = False
    either: bool = False
    meant: bool = False


def may_become_likely(repair: Repair) -> bool:
    """Whether repairs further away may make one likelier, as far as something comes of it."""
    return repair.usual > ASKED or repair.confidence >= FORGOTTEN


def all_on_page(page: PageRates, repairs: Iterable[Repair]) -> dict[int, Repair]:
    """Repairs by token with the confidence that they have on their page; those of one judgement are weighed once."""
    asked = [*repairs]
    # What was judged once for several words has one object for the signs (``same_surroundings.py``).
    keys = [(id(each.signs or each), page.own_count(each.token, each.cause)) for each in asked]
    first = dict(zip(reversed(keys), reversed(asked), strict=True))
    shares = page.confidences([*map(proposal_of, first.values())])
    told = {key: _on_page(page, each, share) for (key, each), share in zip(first.items(), shares, strict=True)}
    return {
        each.token: found if (found := told[key]).token == each.token else Repair(each.token, *found[1:])
        for each, key in zip(asked, keys, strict=True)
    }


def on_page(page: PageRates, repair: Repair) -> Repair:
    """A repair with the confidence that it has on its page."""
    return _on_page(page, repair, page.confidence(proposal_of(repair)))


def _on_page(page: PageRates, repair: Repair, share: float) -> Repair:
    """A repair that its page makes so sure, as far as it may be."""
    if repair.kind in OF_HANDS and repair.usual >= CLEAR and repair.most >= LED:
        share = 1 / (1 + exp(-CLEAR_UNREAD) * (1 - share) / share)
    if share > UNAIDED_MOST and repair.usual < UNAIDED and page.is_scanned and is_syllable(repair.word):
        share = UNAIDED_MOST
    if repair.either and not _is_lost_here(page, repair):
        most = min(repair.most, EITHER_MOST)
        return repair._replace(confidence=min(share, most), most=most, held=True)
    token, word, rival, kind, _, cause, most, usual, signs, held, either, meant = repair
    confidence = min(share, most)
    return Repair(token, word, rival, kind, confidence, cause, most, usual, signs, held, either, meant)


def _is_lost_here(page: PageRates, repair: Repair) -> bool:
    """Whether a word that may be meant has lost its tone or a letter, as others of its page did."""
    shown = repair.kind in (Damage.TONE, Damage.LETTER) and repair.usual >= EITHER_USUAL
    return shown and page.shift_beside(repair.token, repair.cause) >= EITHER_SHOWN


def proposal_of(repair: Repair) -> Proposal:
    """What a repair says of its page."""
    return Proposal(repair.token, repair.cause, repair.confidence)
