"""Which syllables are doubted: those that the words beside them make improbable, and what is no syllable."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.bigrams import bigrams, neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import LOWER, PAD, TITLE, UPPER, Scan
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: A legal syllable is doubted when the summed log-probability of its two bigrams is below this (nats). 33 % of
#: sound words are, and 98 % of the damaged ones (held-out lines, 2 % damage; at -12.3, 23 and 97 %, at -10.7, 45 and
#: 99 %);
#: the scores of the full model separate them no better and take six times as long.
DOUBT = -11.5
#: The same on a page that is seen to be damaged, where a misprint that the corpora have too ("quy đinh", "tài liêu") is
#: worth a look. With -9.5, of 2 487 words damaged in 308 000 held-out syllables 19 more came back, and no sound word
#: was changed; everywhere, half as many words again would be looked at. The second opinion was fitted with this.
DOUBT_OF_DAMAGED = -7.5


class Reach(NamedTuple):
    """Which syllables of a page are doubted: those less probable than ``doubt`` (nats).

    With ``letters`` a syllable is compared with what has other letters too though its neighbours know it ("phù hợp vi"
    is "với"), and a consonant that stands alone is doubted as well ("kể t" is "kể từ").
    """

    doubt: float
    letters: bool


USUAL = Reach(DOUBT, letters=False)
#: Spellings longer than this are names, loans or run-ons.
LONGEST = 7


class Suspects(NamedTuple):
    """Doubtful words, a row each.

    Token, place in the padded ids, id of the lower-case spelling, whether that is a legal syllable, the summed
    log-probability of its two bigrams (nats), and whether the model has seen the one on the left and on the right.
    """

    token: Ints
    position: Ints
    lower: Ids
    legal: Bools
    log_prob: Floats
    left: Bools
    right: Bools

    def only(self, chosen: Ints) -> Suspects:
        """Some of the rows."""
        return Suspects._make(column.take(chosen) for column in self)


def all_tokens(model: Model, legal: Bools, scan: Scan, ids: Ints, doubt: float) -> Suspects:
    """The words whose bigrams are less probable than ``doubt``, and those that are no syllables."""
    score, seen = neighbours(model, scan)
    changed = (ids != scan.padded).nonzero()[0]
    if len(changed):
        changed = np.concatenate((changed - 1, changed))
        score, seen = score.copy(), seen.copy()
        score[changed], seen[changed] = bigrams(model, ids.take(changed), ids.take(changed + 1))
    before = scan.at + (PAD - 1)
    log_prob = score.take(before)
    log_prob += score.take(before + 1)
    syllable = legal.take(scan.lower)
    token = ((log_prob < doubt) | ~syllable).nonzero()[0]
    before = before.take(token)
    return Suspects(
        token, before + 1, scan.lower.take(token), syllable.take(token), log_prob.take(token), seen.take(before),
        seen.take(before + 1),
    )  # fmt: skip


def some_tokens(model: Model, legal: Bools, scan: Scan, ids: Ints, token: Ints) -> Suspects:
    """The given tokens with their log-probabilities, doubtful or not."""
    position = scan.at.take(token) + PAD
    own = ids.take(position)
    first, second = np.concatenate((ids.take(position - 1), own)), np.concatenate((own, ids.take(position + 1)))
    score, seen = bigrams(model, first, second)
    count, lower = len(token), scan.lower.take(token)
    return Suspects(
        token, position, lower, legal.take(lower), score[:count] + score[count:], seen[:count], seen[count:]
    )


def doubtful(legal: Bools, scan: Scan, words: Suspects, reach: Reach) -> Suspects:
    """Those that could be damaged syllables and are less probable than the reach allows."""
    token = words.token
    length = scan.ends.take(token) - scan.starts.take(token)
    case = scan.case.take(token)
    odd = scan.marked.take(token) | ((case <= TITLE) & (length > 1)) | (reach.letters & (case == LOWER))
    bare = (~odd & ~words.legal & (case == UPPER) & (length > 2)).nonzero()[0]
    odd[bare] = [_in_capitals(legal, scan, each) for each in token.take(bare).tolist()]
    word = ~scan.tokens.number.take(token) & (length <= LONGEST) & (case <= UPPER)
    return words.only((word & np.where(words.legal, words.log_prob < reach.doubt, odd)).nonzero()[0])


def _in_capitals(legal: Bools, scan: Scan, token: int) -> bool:
    """Whether the words up to two away on either side are in capitals, two of them syllables: a heading."""
    near = [*range(max(0, token - 2), token), *range(token + 1, min(len(scan), token + 3))]
    words = [i for i in near if not scan.tokens.number[i]]
    return all(scan.case[i] == UPPER for i in words) and sum(legal[scan.lower[i]] for i in words) > 1
