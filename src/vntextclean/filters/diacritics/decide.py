"""Which repairs of a text are made: decided together, because each is judged by the words beside it.

The surest repair is put in first and its neighbours are looked at again in its light, so that of two damaged words
side by side the first helps the second, and a second pass over the repaired text finds nothing new. A page that an OCR
engine has read is then read once more as a whole (``scanned_page.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.best_rivals import weighed
from vntextclean.filters.diacritics.evidence.document_counts import WRECKED, is_said_elsewhere, strange_share
from vntextclean.filters.diacritics.evidence.page_rates import PageRates
from vntextclean.filters.diacritics.evidence.repair import Repair, all_on_page, may_become_likely, on_page
from vntextclean.filters.diacritics.first_page import FirstPage, are_hopeless
from vntextclean.filters.diacritics.guards.choices import is_no_slip
from vntextclean.filters.diacritics.guards.lone_letters import is_lone
from vntextclean.filters.diacritics.guards.sino_vietnamese import is_sino_vietnamese
from vntextclean.filters.diacritics.guards.sound_words import is_verse
from vntextclean.filters.diacritics.plain_losses import LOST, SAID, is_nearly_sure, is_plain
from vntextclean.filters.diacritics.proposing.detect import DOUBT, DOUBT_OF_DAMAGED, USUAL, Reach
from vntextclean.filters.diacritics.proposing.doubts import Doubts
from vntextclean.filters.diacritics.proposing.misspelt_pairs import SURE, Slip
from vntextclean.filters.diacritics.proposing.no_context import in_context
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.filters.diacritics.reading_anew.readings_of_words import Settled
from vntextclean.filters.diacritics.reading_anew.restored import restored, told_apart, told_by_net
from vntextclean.filters.diacritics.reading_anew.second_opinion import weighed_anew
from vntextclean.filters.diacritics.rounds import ROUNDS, around, surest
from vntextclean.filters.diacritics.search import RepairSearch, repair_search
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, Scan
from vntextclean.settings import LEAST_CONFIDENCE

Ints = npt.NDArray[np.int64]

#: A word that is only looked at because its page is damaged must be so sure a repair in a usual text: on damaged pages
#: all of 26 from here on were right, and "mạng nơ-ron sau" below is not "sâu".
PROBABLE_USUAL = 0.75
#: What is judged once more by the words of the document: what may be lost, is so sure without them, and is likelier on
#: its page by this (nats). In 1 470 000 held-out syllables with one and two words in a hundred damaged 51 words more
#: come back (with "nay", ``EITHER_USUAL``), one becomes another wrong one, and of the others one misprint is put right.
RECALLED, SHOWN = 0.1, 0.7
#: What the reading of a whole page and the search word by word agree on is surer, if it is so sure in a usual text.
LIKELY = 0.1


def repairs(model: Model, scan: Scan, doubts: Doubts, accepts: Callable[[Repair], bool]) -> list[Repair]:
    """All repairs of a text in order, the doubtful ones too; the accepted ones count as made for the others."""
    search, page = model.derived(repair_search), FirstPage(scan, None if doubts.slips else accepts)
    first = search.judge(scan, doubts.suspects, scan.lower, page=page)
    if not first and not doubts.slips:
        return []
    return _Decision(search, scan, doubts, first, page.rates_of(first), accepts).all(doubts.slips)


class _Decision:
    """The words of one text as they are by now, the repairs that are made and those that are open, by token."""

    def __init__(
        self, search: RepairSearch, scan: Scan, doubts: Doubts, first: list[Repair], page: PageRates,
        accepts: Callable[[Repair], bool],
    ) -> None:  # fmt: skip
        self._search = search
        self._scan = scan
        self._accepts = accepts
        self._ids, self._left_out = doubts.ids, doubts.left_out
        self._lower = scan.lower.copy()
        self._page, self._first = page, FirstPage(scan, rates=page)
        self._suspects = {each.token: each for each in doubts.suspects}
        self._made: dict[int, Repair] = {}
        self._open = all_on_page(self._page, first)
        self._reach, self._was_wrecked = USUAL, False
        if self._page.is_damaged:
            self._was_wrecked = self._is_wrecked()
            self._reach = Reach(DOUBT_OF_DAMAGED, self._page.loses_letters)
            only = in_context(search.model, scan, doubts.left_out)
            more = search.candidates.search(scan, doubts.ids, only, self._reach, before=USUAL)
            known = {token: each.candidates.tolist() for token, each in self._suspects.items()}
            self._propose([each for each in more if each.candidates.tolist() != known.get(each.token)])

    def all(self, slips: list[Slip]) -> list[Repair]:
        """The repairs that are made, and the others that are likelier right than wrong, in order.

        ``slips`` are words as people misspell them.
        """
        if not slips and are_hopeless(self._page, self._open.values(), self._accepts):
            return []
        self._put(self._misspelt(slips))
        self._settle()
        if self._page.is_damaged and not self._is_wrecked():
            self._recall()
        still = list(self._open.values())
        self._put(restored(self._scan, self._search.model, still, self._page.shift_beside, self._accepts))
        self._put(weighed_anew(self._settled(), self._accepts))
        if self._page.is_damaged:
            self._put([] if self._is_wrecked() else self._told_apart())
            self._put(self._said_elsewhere())
        if self._page.is_scanned:
            self._put(self._as_read())
        return sorted([*self._made.values(), *(r for r in self._open.values() if r.confidence >= LEAST_CONFIDENCE)])

    def _settled(self) -> Settled:
        """The text as it is by now."""
        return Settled(
            self._search, self._scan, self._page, self._lower, self._ids, self._reach, self._made, self._open
        )

    def _is_wrecked(self) -> bool:
        """Whether so many words are no syllables that they tell nothing of their neighbours."""
        return strange_share(self._scan, self._lower, self._search.candidates.legal) > WRECKED

    def _settle(self) -> None:
        """Make the accepted repairs, the surest first."""
        for _ in range(ROUNDS):
            chosen = surest([repair for repair in self._open.values() if self._accepts(repair)])
            if not chosen:
                break
            self._make(chosen)

    def _recall(self) -> None:
        """Judge what may have lost a letter or marks once more, in the light of all words of the document."""
        search, page = self._search, self._page
        again = [
            repair.token
            for repair in self._open.values()
            if repair.kind in LOST
            and repair.signs is not None
            and repair.signs.illegal
            and repair.confidence >= RECALLED
            and page.shift_beside(repair.token, repair.cause) >= SHOWN
        ]
        if not again:
            return
        suspects = search.candidates.search(self._scan, self._ids, np.array(sorted(again), np.int64), self._reach)
        for repair in search.judge(self._scan, suspects, self._lower, recalls=True):
            found = on_page(page, repair)
            if is_plain(found) and found.confidence > self._open[found.token].confidence:
                self._open[found.token] = found
        self._settle()

    def _said_elsewhere(self) -> list[Repair]:
        """The nearly sure repairs that the document has beside the same neighbour elsewhere."""
        numbers, said = self._search.candidates.numbers, []
        for repair in sorted(self._open.values()):
            if not is_nearly_sure(repair) or self._page.shift_beside(repair.token, repair.cause) < SHOWN:
                continue
            written = int(self._scan.lower[repair.token])
            if is_said_elsewhere(self._scan, repair.token, written, numbers[repair.rival], self._lower):
                said.append(repair._replace(confidence=max(SAID, repair.confidence)))
        return said

    def _told_apart(self) -> list[Repair]:
        """What lost something and is sure on its page but for another reading, which ``restore`` rules out."""
        search = self._search
        asked = told_by_net(self._scan, self._page, self._open.values())
        if not asked:
            return []
        suspects = search.candidates.search(self._scan, self._ids, np.array(sorted(asked), np.int64), self._reach)
        found = [(asked[each.token], weighed(search.model, self._scan, each)) for each in suspects]
        return told_apart(self._scan, search.model, self._lower, found) if found else []

    def _make(self, chosen: list[Repair]) -> None:
        """Put repairs in, and judge the words around them again."""
        scan, model = self._scan, self._search.model
        for repair in chosen:
            self._open.pop(repair.token, None)
            self._made[repair.token] = repair
            self._lower[repair.token] = number = self._search.candidates.numbers[repair.rival]
            named = scan.names[repair.token]
            self._ids[scan.at[repair.token] + PAD] = model.title_of[number] if named else number
        again = [token for token, repair in self._open.items() if may_become_likely(repair)]
        near, far = around([repair.token for repair in chosen], again, len(scan), self._made)
        # What may stand in the places further away is as it was: nine of ten words that are judged again.
        known = [self._suspects[token] for token in far if token in self._suspects]
        near = sorted([*near, *(token for token in far if token not in self._suspects)])
        if self._left_out is not None:
            near = [token for token in near if not self._left_out[token]]
        for token in near:
            self._suspects.pop(token, None)
        for token in (*near, *far):
            self._open.pop(token, None)
        found = self._search.candidates.search(scan, self._ids, np.array(near, np.int64), self._reach)
        self._propose(sorted([*found, *known], key=attrgetter("token")))

    def _propose(self, suspects: list[Suspect]) -> None:
        """Put the best repair of each doubtful word among the open ones."""
        legal, lower = self._search.candidates.legal, self._scan.lower
        self._suspects.update((each.token, each) for each in suspects)
        probable = {each.token for each in suspects if each.log_prob >= DOUBT and legal[lower[each.token]]}
        found = [
            repair
            for repair in self._search.judge(self._scan, suspects, self._lower, page=self._first)
            # Where *được* is "c", the nearest word of two letters is "có".
            if not (self._was_wrecked and is_lone(repair.word))
            and (repair.usual >= PROBABLE_USUAL or repair.token not in probable)
        ]
        self._open.update(all_on_page(self._page, found))

    def _put(self, surer: list[Repair]) -> None:
        """Make those repairs of which something else than the words beside them is sure, and see what follows."""
        if chosen := [repair for repair in surer if self._accepts(repair)]:
            self._make(chosen)
            self._settle()
        for repair in surer:
            found = self._open.get(repair.token)
            if repair.token not in self._made and (found is None or found.confidence < repair.confidence):
                self._open[repair.token] = repair

    def _misspelt(self, slips: list[Slip]) -> list[Repair]:
        """The slips that the sentence has as slips."""
        scan, search, out = self._scan, self._search, []
        for token, meant, gain, kind in slips:
            number = search.candidates.numbers[meant]
            rival = np.array([search.model.title_of[number] if scan.names[token] else number], np.int64)
            place, owner = np.array([scan.at[token] + PAD]), np.zeros(1, np.int64)
            proposed = search.proposed(scan, token, meant, self._lower, kind)
            if is_no_slip(search.model, scan, token, meant, self._lower):
                continue
            if proposed is not None and search.candidates.gain(self._ids, place, owner, rival)[0] >= gain:
                out.append(proposed.repair._replace(confidence=SURE))
        return out

    def _as_read(self) -> list[Repair]:
        """The repairs that reading the page proposes for the words that are not repaired yet."""
        scan, search, out = self._scan, self._search, []
        for reading in search.reader.readings(scan, self._page):
            rival = search.model.word(reading.meant)
            proposed = search.proposed(scan, reading.token, rival, self._lower)
            if reading.token in self._made or proposed is None:
                continue
            illegal = not search.candidates.legal[scan.lower[reading.token]]
            if not illegal and (
                is_sino_vietnamese(scan, reading.token) or is_verse(scan.text, scan.flat.starts[reading.token])
            ):
                continue
            found = self._open.get(reading.token)
            agrees = found is not None and found.rival == rival
            if found is not None and agrees and found.either and found.held:
                continue  # "thị" of a novel: so many of them look like a page that was read badly
            likely = agrees and found is not None and found.usual >= LIKELY
            out.append(proposed.repair._replace(confidence=reading.confidence(agrees, illegal, likely)))
        return out
