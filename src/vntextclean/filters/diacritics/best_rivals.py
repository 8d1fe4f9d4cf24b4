"""The best rival of each doubtful word, by the n-gram, the confusion channel and the proofreader together."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import recalled
from vntextclean.filters.diacritics.kinds.channel import Likelihood, compiled_channel, confused
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.proofreader.proofreader import MOST_LEAD, Proofreader, Rivals, compiled_net, opinions
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple

Lower = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]


class Opinion(NamedTuple):
    """The best rival of a word: its id, how much likelier the n-gram and the wide context make it, and its lead.

    ``channel`` is how likely what stands there is written for it.
    """

    rival: int
    gain: float
    wide: float
    lead: float
    channel: Likelihood


def best_rivals(model: Model, scan: Scan, found: list[Suspect], lower: Lower, *, recalls: bool) -> list[Opinion]:
    """The best rival of each doubtful word, one at least.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in. With ``recalls`` what lost a
    letter or marks is likelier where the document has it elsewhere.
    """
    spelled = [model.spelled(scan, each.token) for each in found]
    net, channel = compiled_net(model), compiled_channel(spelled)
    if net is None or channel is None or recalls:
        return _step_by_step(model, scan, found, lower, recalls=recalls)
    asked = (Task.REPAIR, MOST_LEAD), lower, scan.case, scan.mark, scan.lower, channel, model.words, spelled, found
    return [
        Opinion(rival, gain, wide, lead, Likelihood(people, by_engine))
        for rival, gain, wide, lead, people, by_engine in kernel.native.best_rivals(*net, *asked)
    ]


def _step_by_step(model: Model, scan: Scan, found: list[Suspect], lower: Lower, *, recalls: bool) -> list[Opinion]:
    """What the kernel answers in one call."""
    sizes, ids = [len(each.candidates) for each in found], np.concatenate([each.candidates for each in found])
    added, channels = by_channel(model, scan, found, sizes, ids)
    if recalls:
        uses = np.bincount(lower, minlength=model.size)
        said = np.concatenate([recalled(model, scan, each, uses) for each in found])
        added = added + np.where(added == 0, said, np.float32(0))
    rivals = Rivals(sizes, ids, np.concatenate([each.gains for each in found]) + added)
    written = scan.flat.lower
    best = opinions(
        Proofreader(scan, model), Task.REPAIR, lower, [each.token for each in found],
        [written[each.token] for each in found], rivals,
    )  # fmt: skip
    chosen = rivals.of([one.column for one in best])
    told = zip(ids.take(chosen).tolist(), best, channels.take(chosen, 0).tolist(), strict=True)
    return [
        Opinion(number, gain, wide, lead, Likelihood(people, by_engine))
        for number, (_, gain, wide, lead), (people, by_engine) in told
    ]


def by_channel(model: Model, scan: Scan, found: list[Suspect], sizes: list[int], ids: Ints) -> tuple[Floats, Doubles]:
    """What the confusion channel adds to all candidates of some words, and how likely each word is written so.

    ``ids`` are those of the candidates, ``sizes`` how many each word has.
    """
    return confused(model.words, [model.spelled(scan, each.token) for each in found], sizes, ids)


def weighed(model: Model, scan: Scan, found: Suspect) -> Suspect:
    """A doubtful word with gains that count what the confusion channel says of its candidates."""
    added, _ = by_channel(model, scan, [found], [len(found.candidates)], found.candidates)
    return found._replace(gains=found.gains + added)
