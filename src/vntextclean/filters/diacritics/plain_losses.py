"""Which words that lost something are plain enough for the words of their document to decide."""

from __future__ import annotations

from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.damage import Damage

LOST = Damage.LETTER, Damage.TONE, Damage.MARKS
#: Judged once more by its document, only what is no syllable, and leads by so much (nats), is surer: of syllables, "thả
#: cua" would be *cửa*, "cai đám" (an office) *cái*, and "chẳng noi kịp" *nói*, for documents come back to those words.
RECALLED_LEAD = 2.0
#: What may have lost something on a page that shows it is this sure, if it is so likely there and in a usual text, no
#: other candidate comes near, and the rival stands beside the same neighbour elsewhere in the document, where the word
#: itself does not. Of a name less is asked: without its marks a page seldom makes it likely. In 4 350 000 syllables
#: with one to five words in a hundred damaged 65 words more come back, one becomes another wrong one ("từ 1 Series đến
#: ca các dòng": *của* for *cả*), and one misprint is put right ("Sư thực"). In a usual text from 0.65 on, "khi lúa mì
#: đang được xay" (milled) would be *xây*.
SAID, SAID_LIKELY, SAID_USUAL, SAID_USUAL_NAME, SAID_LED = 0.985, 0.5, 0.75, 0.4, 0.95


def is_plain(repair: Repair) -> bool:
    """Whether a word is no syllable, and it is plain by its document what it lost."""
    signs = repair.signs
    return signs is not None and repair.kind in LOST and signs.illegal and signs.lead >= RECALLED_LEAD


def is_nearly_sure(repair: Repair) -> bool:
    """Whether a word that may have lost something is so likely and so plain that its document may decide."""
    signs = repair.signs
    if signs is None or repair.kind not in LOST or repair.held or repair.confidence < SAID_LIKELY:
        return False
    usual = SAID_USUAL_NAME if signs.name else SAID_USUAL
    return repair.usual >= usual and repair.most >= SAID_LED and not signs.upper and signs.length > 1
