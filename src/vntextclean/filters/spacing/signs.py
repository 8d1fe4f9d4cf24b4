"""What a text without lost or odd spaces has no trace of."""

from __future__ import annotations

from vntextclean.scanning.prefilter import ANY, But, Sign
from vntextclean.scanning.unusual import USUAL
from vntextclean.vietnamese.letters import DIGITS

_NO_WORD = "".join(char for char in USUAL if not char.isalnum())
#: Marks stuck to the word behind them, as ``lost_spaces.GLUED`` finds them.
GLUED_SIGN = Sign(
    (But(" \n\t(/–-" + DIGITS), ',;:!?.…)”»(“«"', But(_NO_WORD)),
    (DIGITS, ',;:!?.…)”»(“«"', But(_NO_WORD + DIGITS)),
    (" ", ")", But(_NO_WORD)),
)
#: A plain space that may not part two words: beside another blank, a mark, or an end of its line. Of a run of them only
#: the first: a quarter of a page with menus is indents, and every filter's places are looked for among all hits.
BESIDE = Sign((But(" "), " ", " "), (ANY, " ", ",.;:!?…)”»\t\r\n"), ("(“«\n\t", " ", ANY))
