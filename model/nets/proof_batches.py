"""The batches of the proofreading net: queries of one training step, drawn from the files of proof_questions."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch

from model.nets.proof_net import Questions
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import NO_FORM, UNKNOWN_ROW, Task
from vntextclean.lm.text.scan import SPECIALS

SEED = 20261122
WORDS = 10_000  # rows of the context table
FORM_COUNT = 20  # a candidate seen less often has no vector
STRETCHES = 8  # stretches of running text in one step; LENGTH is their number of words, by task
LENGTH = {Task.REPAIR: 4000, Task.GAP: 8000}
# Share of the stretches by source. Newspapers are cleaned most; the other sources have what newspapers lack.
MIXTURE = {
    "vietnews": 17.0, "baomoi": 16.0, "rssnews_tintuchangngay": 6.0, "news_unc": 2.0, "news_vietstock_rss": 1.0,
    "news_ktlab": 0.5, "viwiki_uts": 21.0, "lit_khudocmo": 7.0, "lit_namcao": 0.6, "forum_mn12cs": 12.0,
    "law_diepxuan": 1.5, "law_uts_vlc": 1.5, "med_yhoccotruyen": 4.0, "rel_thichminhchau": 1.0, "talk_3b1b": 1.0,
    "edu_d2l_vi": 1.0, "kieu_essays": 0.6,
}  # fmt: skip

Array = npt.NDArray[np.integer]
Part = dict[str, npt.NDArray[np.generic]]


class Rows(NamedTuple):
    """By lower-case id of the model: the embedding row, the output row, and whether it is a syllable."""

    word: Array
    form: Array
    syllable: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, work: Path, model: Model) -> Rows:
        """Rows for the most frequent words, and for all candidates that occur in enough queries."""
        words, forms = np.zeros(1 << 16, np.int64), np.zeros(1 << 16, np.int64)
        for path in sorted(work.glob("*_0.npz")):
            if not path.name.startswith("held_"):
                with np.load(path) as part:
                    words += np.bincount(part["word"], minlength=len(words))
                    forms += np.bincount(part["ids"].ravel(), minlength=len(forms))
        forms[0] = 0
        common = np.argsort(-words, kind="stable")[: WORDS - UNKNOWN_ROW - 1]
        common = common[words[common] > 0]
        asked = np.flatnonzero(forms >= FORM_COUNT)
        word, form = np.full(1 << 16, UNKNOWN_ROW, np.int64), np.full(1 << 16, NO_FORM, np.int64)
        word[common], form[asked] = np.arange(len(common)) + UNKNOWN_ROW + 1, np.arange(len(asked)) + NO_FORM + 1
        syllable = np.zeros(1 << 16, np.bool_)
        syllable[: model.size] = CandidateSearch(model).legal[: model.size]
        return cls(word, form, syllable)

    def names(self, model: Model) -> tuple[list[str], Array]:
        """The spellings of the embedding rows, then of other candidates; and the indices of the output rows."""
        spelled = model.words[: model.size]
        word, form = self.word[: model.size], self.form[: model.size]
        rows = np.flatnonzero(word > UNKNOWN_ROW)
        words = [spelled[i] for i in rows[np.argsort(word[rows])].tolist()]
        place = {name: number for number, name in enumerate(words)}
        asked = np.flatnonzero(form > NO_FORM)
        found = []
        for name in (spelled[i] for i in asked[np.argsort(form[asked])].tolist()):
            if name not in place:
                place[name] = len(words)
                words.append(name)
            found.append(place[name])
        return words, np.array(found, np.uint16)


class Material:
    """All queries of one task. The batch of a step depends only on the seed and the number of the step."""

    def __init__(self, work: Path, task: Task, rows: Rows, held: bool = False) -> None:
        self.task, self.rows = task, rows
        self.parts: dict[str, list[Part]] = {}
        stem = f"{'held_' if held else ''}{task.name.lower()}_"
        for path in sorted(work.glob(f"{stem}*.npz")):
            name = path.stem[len(stem) :].rpartition("_")[0]
            with np.load(path) as part:
                self.parts.setdefault(name, []).append({key: part[key] for key in part.files})
        if not self.parts:
            raise SystemExit(f"{work} has no {stem}*.npz: run python -m model.nets.proof_questions first")
        self.names = sorted(self.parts)
        share = np.array([MIXTURE[name] for name in self.names])
        self.share = share / share.sum()

    def step(self, number: int) -> Questions:
        """The batch of a step: stretches of whole documents, by the shares of the sources."""
        rng = np.random.default_rng([SEED, self.task, number])
        pieces = []
        for _ in range(STRETCHES):
            parts = self.parts[self.names[rng.choice(len(self.names), p=self.share)]]
            size = np.array([len(part["word"]) for part in parts], np.float64)
            part = parts[rng.choice(len(parts), p=size / size.sum())]
            first = int(rng.integers(len(part["end"])))
            pieces.append((part, first, LENGTH[self.task]))
        return self._questions(pieces)

    def whole(self, name: str, most: int) -> Questions:
        """The queries of one source, over at most ``most`` words."""
        return self._questions([(part, 0, most) for part in self.parts[name]])

    def _questions(self, pieces: list[tuple[Part, int, int]]) -> Questions:
        columns: list[list[npt.NDArray[np.generic]]] = [[] for _ in range(9)]
        base = 0
        for part, first, length in pieces:
            ends = part["end"].astype(np.int64)
            start = int(ends[first - 1]) if first else 0
            last = min(int(np.searchsorted(ends, start + length)), len(ends) - 1)
            stop = int(ends[last])
            low, high = np.searchsorted(part["at"], (start, stop))
            at, ids = part["at"][low:high].astype(np.int64) - start, part["ids"][low:high]
            right = part["right"][low:high].astype(np.int64)
            form = self.rows.form[ids]
            bounds = np.concatenate(([0], ends[first : last + 1] - start))
            document = np.searchsorted(bounds, at, "right") - 1
            good = form[np.arange(len(right)), right] > NO_FORM
            found = (
                at + base, bounds[document] + base, bounds[document + 1] + base, form,
                part["scores"][low:high].astype(np.float32), right,
                ~self.rows.syllable[ids[:, 0]] | (ids[:, 0] < len(SPECIALS)),
            )  # fmt: skip
            columns[0].append(self.rows.word[part["word"][start:stop]])
            columns[1].append(part["look"][start:stop].astype(np.int64))
            for column, values in zip(columns[2:], found, strict=True):
                column.append(values[good])
            base += stop - start
        word, look, at, begin, end, form, scores, right, damaged = (
            torch.from_numpy(np.concatenate(column)) for column in columns
        )
        log_prob = torch.log_softmax(scores.masked_fill(form == NO_FORM, -1e4), 1)
        return Questions(self.task, word, look, begin, end, at, form, log_prob, right, damaged)
