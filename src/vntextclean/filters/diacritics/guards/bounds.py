"""The most that is claimed of a repair, however common its damage is on the page.

A page says how likely damage is. It does not say which of two readings was meant, nor whether the word that stands
there was (``kept_words.py``).
"""

from __future__ import annotations

from collections import Counter
from math import exp

import numpy as np

from vntextclean.filters.diacritics.evidence.document_counts import is_collocation
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.guards.kept_words import LETTERS, Lower
from vntextclean.filters.diacritics.guards.short_forms import is_short_form
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.settings import LEAST_CONFIDENCE
from vntextclean.vietnamese.syllables import is_syllable

#: The most that is claimed of a letter put into a syllable that needs none.
COLLOCATION_CONFIDENCE = 0.97
#: A page says how likely damage is, not which of two readings was meant: of a candidate that leads the next by so many
#: nats no more is claimed than this odds ratio allows ("trên 40% chợ hng 2" is hạng or hàng).
LEAD_SCALE = 2.7
#: Words and the words that they are taken for, though both fit: no more than suggested on a page as clean as that, or
#: with nothing else to repair. "đã làm việc nay đã nghỉ hưu" is not "việc này", "người têm nó" (betel) is no name,
#: "vụng nước sâu" is a cove, who is "vời" is called to court. Books have words that newspapers hardly know: one shakes
#: ("giũ") water off, wood is dry ("khô nỏ"), luck burns the graves ("mả"), "thối" is an insult; who owns a share holds
#: ("nắm") it; "đà" is *đã* in verse, "thị" a woman in a novel; cloth is "dai", foes are lured
#: ("nhử"), and one who errs ("lầm") has others err.
_EITHER = """
nay này, têm tên, vụng vùng, vời với, giũ giữ, nỏ nó, mả mà, thối thôi, lẩy lấy, mửa mưa, nắm năm, đà đã, thị thì,
dai dài, nhử như, ân ăn, ấy đấy, đê để, lầm làm, dầu dẫu, sổ số, đe đem, ó ở
"""
EITHER = frozenset(tuple(pair.split()) for pair in _EITHER.split(","))
#: So many other mentions make a word a habit of its text.
HABIT = 3
#: So sure in a usual text must be what a short form lost, on a page that shows such losses. Of 1 740 short forms in
#: 4 200 documents with two and five words in a hundred damaged one would be changed ("dày 60 nm."), 62 of 86 words that
#: had lost a letter come back. At 0.97 "không đc vui" (được) would be *đọc*.
SHORT_SURE = 0.99


class Bound(NamedTuple):
    """The most that is claimed of a repair (0 to 1), and whether that is for another reason than the next reading.

    ``either`` tells whether what stands there may be meant as well, so long as the page does not show such damage, and
    ``meant`` whether the word itself, what stands beside it or its text shows that it is.
    """

    most: float
    held: bool
    either: bool
    meant: bool

    def of_kept(self) -> Bound:
        """The same of a word that is kept."""
        return Bound(min(self.most, COLLOCATION_CONFIDENCE), held=True, either=self.either, meant=True)


def bounds(
    model: Model,
    scan: Scan,
    lower: Lower,
    repairs: list[Repair],
    shares: list[float],
    signs: list[Features],
    due: int,
    *,
    is_quiet: bool,
) -> list[Bound]:
    """The most that is claimed of each repair, before it is asked whether its word is kept (:meth:`Bound.of_kept`).

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``shares`` how sure the repairs
    are by themselves, ``signs`` what speaks for them, ``due`` how many of the text are likelier right than wrong;
    ``is_quiet`` says that the text has hardly anything to repair.
    """
    # "đà" three times in a poem is no damage beside which the others are likelier.
    same = Counter(each.word.lower() for each, share in zip(repairs, shares, strict=True) if share > LEAST_CONFIDENCE)
    out = []
    for repair, share, sign in zip(repairs, shares, signs, strict=True):
        token = repair.token
        plain = share > ASKED and repair.kind in LETTERS and not sign.illegal
        bound = plain and is_collocation(model, scan, token, lower)
        most = COLLOCATION_CONFIDENCE if bound else 1 / (1 + exp(-LEAD_SCALE * sign.lead))
        held, meant = bound, False
        # A syllable that the model does not know is no misspelling by that.
        either = share > ASKED and (not sign.illegal or is_syllable(repair.word))
        either = either and (repair.word.lower(), repair.rival) in EITHER
        either = either and (is_quiet or due - same[repair.word.lower()] < 2 or _is_habit(scan, token, lower))
        if is_short_form(scan, token):
            either = share >= SHORT_SURE and not sign.repeated and not _ends_a_measure(scan, token)
            if not either:
                most, held, meant = 0.0, True, True  # no suggestion either: people write "đc" for *được*
        out.append(Bound(most, held, either, meant))
    return out


def _is_habit(scan: Scan, token: int, lower: Lower) -> bool:
    """Whether a text has a word again and again, unrepaired: "thị" of a novel."""
    same = (scan.lower == scan.lower[token]) & (lower == scan.lower)
    return int(np.count_nonzero(same)) > HABIT


def _ends_a_measure(scan: Scan, token: int) -> bool:
    """Whether nothing follows a number and a word in their clause: "dày 60 nm." may tell how thick something is."""
    is_last = token + 1 == len(scan) or scan.mark[token + 1]
    return bool(is_last and token and scan.flat.number[token - 1])
