"""Find the positions of running text where the n-gram is uncertain: data of the last training phases of the wide net.

    python -m model.nets.places_in_doubt CORPUS_DIR WORK [--held]    -> WORK/doubts_<source>.npz

Text is stripped of its diacritics and restored. For each uncertain position the candidates of the lattice, their
posteriors and the right one are written, with the keys and looks of the whole text. The stretches are spread evenly
over each source.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from model.ngrams.corpus import HELD_OUT
from vntextclean.lm.model import Model
from vntextclean.restoration import lattice, rescore, restore
from vntextclean.restoration.document_cache import DocumentCache
from vntextclean.restoration.wide_net import Scores, Wide

# Millions of letters to read of each source.
LETTERS = {"baomoi": 32, "vietnews": 16, "viwiki_uts": 20, "lit_khudocmo": 9, "lit_namcao": 0.8, "forum_mn12cs": 9,
           "news_unc": 3, "med_yhoccotruyen": 4, "law_uts_vlc": 2, "law_diepxuan": 1, "rssnews_tintuchangngay": 6,
           "news_vietstock_rss": 1.5, "kieu_essays": 0.8, "talk_3b1b": 0.8, "edu_d2l_vi": 0.6,
           "rel_thichminhchau": 0.8}
PAGE = 3500  # letters of one document
STRETCH = 30  # pages in a row


def bare(text: str) -> str:
    """Text without its diacritics, of the same length."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def pages(path: Path, letters: float, held: bool) -> Iterator[str]:
    """Documents of some 600 words, in stretches spread over the whole file; held-out lines only if ``held``."""
    size = path.stat().st_size
    stretches = max(1, int(letters / (PAGE * STRETCH)))
    with path.open("rb") as file:
        for number in range(stretches):
            file.seek(size * number // stretches)
            file.readline()
            for _ in range(STRETCH):
                lines, length = [], 0
                while length < PAGE and (line := file.readline()):
                    if held or zlib.crc32(line.rstrip(b"\n")) % HELD_OUT:
                        lines.append(line.decode("utf-8"))
                        length += len(lines[-1])
                yield unicodedata.normalize("NFC", "".join(lines))


class Listener(Wide):
    """Replaces the net and records its input."""

    def __init__(self, keys: list[str], forms: list[str]) -> None:
        self.keys, self.forms = keys, forms
        self.text: tuple[Any, ...] = ()

    def scores(self, *shown: Any) -> Scores:
        self.text = shown
        count = len(shown[2])
        return Scores(np.zeros(count, np.int64), np.zeros(count, np.int64), np.zeros((count, 1), np.float32))


def collect(model: Model, texts: Iterator[str], vocabulary: dict[str, Any]) -> dict[str, np.ndarray]:
    """Keys and looks of all texts, concatenated, and their uncertain positions."""
    listener = Listener(vocabulary["keys"], vocabulary["forms"])
    net = rescore._linked(model, listener)
    out: dict[str, list[np.ndarray]] = {name: [] for name in ("key", "look", "end", "at", "form", "logp", "right")}
    size, pieces = 0, []
    rescore._net = lambda _: net  # type: ignore[assignment]
    plain = DocumentCache.__call__

    def pooled(self: DocumentCache, words: Any, ids: Any, share: Any) -> Any:
        pieces.append((words, ids, share))
        return plain(self, words, ids, share)

    DocumentCache.__call__ = pooled  # type: ignore[method-assign]
    for text in texts:
        right, scan = model.scan(text), model.scan(bare(text))
        if len(right) != len(scan) or not len(scan):
            continue
        pieces.clear()
        restore._decide(scan, model)
        if not pieces:
            continue
        key, look, *_ = listener.text
        for words, ids, share in pieces:
            form, logp, column = rows(model, net.form_of, right.lower[words], ids, share)
            good = np.flatnonzero((column >= 0) & (words >= 0))
            for name, array in (("at", words[good] + size), ("form", form[good]), ("logp", logp[good]),
                                ("right", column[good])):
                out[name].append(array)
        out["key"].append(key.astype(np.uint16))
        out["look"].append(look.astype(np.uint8))
        size += len(key)
        out["end"].append(np.array([size]))
    return {name: np.concatenate(arrays) for name, arrays in out.items()}


def rows(model: Model, form_of: np.ndarray, right: np.ndarray, ids: np.ndarray, share: np.ndarray,
         ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Net forms, log-posteriors and the right column; column -1 where the net or the lattice lacks a candidate."""
    lower = np.where(ids > 0, model.lower_of[ids], 0)
    total, first = np.zeros_like(share), np.ones(ids.shape, bool)
    for column in range(ids.shape[1]):
        same = lower == lower[:, column:column + 1]
        total[:, column] = np.where(same, share, 0).sum(1)
        first[:, column] = ~same[:, :column].any(1)
    used = first & (ids > 0)
    form = np.where(used, form_of[lower], -1)
    logp = np.where(used, np.log(np.maximum(total, 1e-6)), -100).astype(np.float16)
    hit = used & (lower == right[:, None]) & (form >= 0)
    lacking = (used & (form < 0)).any(1)
    return form.astype(np.int16), logp, np.where(hit.any(1) & ~lacking, hit.argmax(1), -1).astype(np.int8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--sources", nargs="+", choices=list(LETTERS), default=list(LETTERS), help="for several cores")
    parser.add_argument("--held", action="store_true", help="CORPUS_DIR holds held-out text: write held_doubts.npz")
    arguments = parser.parse_args()
    lattice.SURE = 0.999  # more positions than at run time
    model = Model.open(arguments.model)
    vocabulary = json.loads((arguments.work / "vocabulary.json").read_text())
    for name in arguments.sources:
        letters = LETTERS[name]
        path = arguments.corpus / f"{name}.txt"
        texts = pages(path, min(letters, 0.6) * 1e6 if arguments.held else letters * 1e6, arguments.held)
        found = collect(model, texts, vocabulary)
        np.savez(arguments.work / f"{'held_' if arguments.held else ''}doubts_{name}.npz", **found)
        best = (found["logp"].argmax(1) == found["right"]).mean()
        print(f"{name:24s} {len(found['key'])} syllables, {len(found['at'])} doubts, {best:.4f} right", flush=True)


if __name__ == "__main__":
    main()
