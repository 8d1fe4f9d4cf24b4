"""Write the corpora in quarters: ``python -m model.folds CORPORA OUT``.

OUT/without_K has all text but quarter K of each source, OUT/only_K that quarter. What an n-gram is asked about the very
text it was counted from is too easy: nothing sound there is new to it. Nets that are trained beside it learn to take
for damage what it never saw. So each quarter is asked about by a model built without it, as any text of a user is.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

from model.corpus import SOURCES

FOLDS = 4


def quarters(text: bytes) -> list[bytes]:
    """A text in parts of the same size, cut at line ends.

    >>> quarters(b"a\\nb\\nc\\nd\\n")
    [b'a\\n', b'b\\n', b'c\\n', b'd\\n']
    """
    cuts = [0, *(text.rfind(b"\n", 0, len(text) * fold // FOLDS) + 1 for fold in range(1, FOLDS)), len(text)]
    return [text[first:last] for first, last in pairwise(cuts)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    for source in SOURCES:
        parts = quarters((given.corpora / f"{source.name}.txt").read_bytes())
        for fold, part in enumerate(parts):
            others = b"".join(parts[:fold] + parts[fold + 1 :])
            for kind, text in (("only", part), ("without", others)):
                folder = given.out / f"{kind}_{fold}"
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{source.name}.txt").write_bytes(text)


if __name__ == "__main__":
    main()
