"""The wide-context net: scores the candidates of a bare syllable by the sentences around it and their topic.

An n-gram reads two or three words on each side. This net (five dilated convolutions of width 160, and a mean over the
document) reads 33 words and the topic. It chooses only among the candidates ("forms") of each bare spelling ("key":
"nhung" has những, nhưng, nhúng and so on). It was trained to be combined with an n-gram, not to decide alone. It is
computed where the n-gram is uncertain, the last layers only at these positions. The embedding tables stay 4- and 8-bit
integers in the mapped file. Experiments: docs/model-wide.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm import kernel
from vntextclean.lm.int4 import Mixed, Nibbles
from vntextclean.restoration.first_layer import FirstLayer
from vntextclean.restoration.layers import Layer, normal
from vntextclean.restoration.rows_needed import rows_needed
from vntextclean.restoration.scores import Scores

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

PAD, UNKNOWN, NUMBER = range(3)
_PIECE = 4096  # syllables in one pass: bounds memory at some 15 MB
_HALO = 64  # syllables of context around a pass: more than the convolutions read, so that cuts do not change scores
_LOOKS = 12  # of a word: its case and the border behind it
_STRIDE = 64  # syllables that share one document mean


class Wide:
    """The net, from its named arrays (``ModelFile.group("wide")`` or a loaded ``.npz``).

    Raises :class:`ModelError` if arrays are missing or do not fit together. Threads may share it.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        try:
            self._read(arrays)
        except (KeyError, ValueError, IndexError, UnicodeDecodeError) as error:
            raise ModelError(
                f"the model's wide-context part cannot be used ({error!r}). Reinstall the package, or "
                "build the model again."
            ) from error

    def _read(self, arrays: Mapping[str, Array]) -> None:
        self.keys = bytes(arrays["keys"]).decode().split("\n")
        self.forms = bytes(arrays["forms"]).decode().split("\n")
        self.starts = arrays["starts"].astype(np.int64)
        self.pool_after, self.window = (int(n) for n in arrays["setup"][:2])
        self.layers = [(int(k), int(d)) for k, d in arrays["layers"]]
        coarse = Nibbles(arrays["key.coarse"], arrays["key.coarse.scale"])
        self._key = Mixed(arrays["key.place"], arrays["key.fine"], arrays["key.fine.scale"], coarse)
        self._tables = self._key.tables()
        self._form, self._form_scale = arrays["form.weight"], arrays["form.weight.scale"][:, None]
        self._look: Floats = arrays["look.weight"] * arrays["look.weight.scale"][:, None]
        self._form_bias = arrays["form.bias"]
        self._blocks = [
            (arrays[name + "gain"], _layer(arrays, name + "conv"), _layer(arrays, name + "out"))
            for name in (f"blocks.{number}." for number in range(len(self.layers)))
        ]
        self._pool_in, self._pool_out = _layer(arrays, "pool_in"), _layer(arrays, "pool_out")
        self._gain, self._to_query = arrays["gain"], _layer(arrays, "query")
        self._first: FirstLayer | None = None
        width = self.width = self._key.shape[1]
        forms = len(self.forms)
        if (
            len(self.keys) != self._key.shape[0]
            or self._look.shape != (_LOOKS, width)
            or len(self._form) != forms
            or self._form_scale.shape != (forms, 1)
        ):
            raise ValueError("tables of unequal length")
        if (
            len(self.starts) != len(self.keys) + 1
            or self.starts[-1] != len(self.forms)
            or self.starts[0] != 0
            or (np.diff(self.starts) < 0).any()
            or len(self._form_bias) != len(self.forms)
        ):
            raise ValueError("candidates out of order")
        for (reach, dilation), (gain, conv, out) in zip(self.layers, self._blocks, strict=True):
            fits = len(gain) == conv.outputs == out.inputs == out.outputs == width
            if dilation < 1 or conv.inputs != reach * width or not fits:
                raise ValueError("a layer of unequal width")
        if not len(self._gain) == self._pool_in.inputs == self._pool_out.outputs == self._to_query.inputs == width:
            raise ValueError("a layer of unequal width")
        if sum(k // 2 * d for k, d in self.layers) > _HALO:
            raise ValueError("layers that reach too far")
        if self._tables is not None and self._blocks and all(layer.compiled for layer in self._blocks[0][1:]):
            self._first = FirstLayer(*self._blocks[0][1:], len(self.keys) * _LOOKS, self._entering)

    def ids_of(self, words: Sequence[str], bare: Sequence[str]) -> tuple[Ints, Ints]:
        """Key and form numbers (int64[n]) of lower-case spellings and their bare spellings; form -1: no candidate."""
        key_of = {key: number for number, key in enumerate(self.keys)}
        form_of = {form: number for number, form in enumerate(self.forms)}
        return (
            np.array([key_of.get(word, UNKNOWN) for word in bare], np.int64),
            np.array([form_of.get(word, -1) for word in words], np.int64),
        )

    def scores(self, key: Ints, look: Ints, at: Ints, ends: Ints) -> Scores:
        """Score the candidates at the positions ``at`` (int64[n], rising) of concatenated documents.

        ``key`` and ``look`` have one entry per word: the number of its bare spelling, and case and border as in
        ``Scan.look``. ``ends`` are the end offsets of the documents.
        """
        first, count = self.starts[key[at]], self.starts[key[at] + 1] - self.starts[key[at]]
        logp = np.full((len(at), max(int(count.max(initial=0)), 1)), -np.inf, np.float32)
        for rows, query in self._queries(key, look, at, ends):
            row = np.repeat(rows, count[rows])
            column = np.arange(len(row)) - np.repeat(np.cumsum(count[rows]) - count[rows], count[rows])
            form = first[row] + column
            vectors = self._form[form] * self._form_scale[form]
            flat = np.einsum("ij,ij->i", query[np.repeat(np.arange(len(rows)), count[rows])], vectors)
            logp[row, column] = flat + self._form_bias[form]
        logp[count == 0] = 0
        logp -= logp.max(1, initial=-np.inf, keepdims=True) if len(at) else 0
        logp -= np.log(np.exp(logp).sum(1, keepdims=True))
        logp[count == 0] = -np.inf
        return Scores(first, count, logp)

    def _queries(self, key: Ints, look: Ints, at: Ints, ends: Ints) -> list[tuple[Ints, Floats]]:
        """Rows of ``at`` and their query vectors, by pass; passes without a queried position are left out."""
        out: list[tuple[Ints, Floats]] = []
        group: list[tuple[int, int, int, int]] = []  # scored range, read range
        size, start = 0, 0
        for end in [int(n) for n in ends]:
            low, high = np.searchsorted(at, (start, end)).tolist()
            while low < high:
                # From the first question on: means of strides that are counted from the same place are the same.
                begin = start + (int(at[low]) - start) // _STRIDE * _STRIDE
                stop = min(begin + _PIECE, int(at[high - 1]) + 1)
                group.append((begin, stop, max(start, begin - self._margin), min(end, stop + self._margin)))
                size += group[-1][3] - group[-1][2]
                if size >= _PIECE:
                    out.append(self._pass(key, look, at, group))
                    group, size = [], 0
                low = int(np.searchsorted(at, stop))
            start = end
        return [*out, self._pass(key, look, at, group)] if group else out

    @property
    def _margin(self) -> int:
        return self.window + _HALO

    def _pass(
        self,
        key: Ints,
        look: Ints,
        at: Ints,
        group: list[tuple[int, int, int, int]],
    ) -> tuple[Ints, Floats]:
        gap = max(k // 2 * d for k, d in self.layers)
        size = gap + sum(high - low + gap for _, _, low, high in group)
        source = np.zeros(size, np.int64)
        real = np.zeros((size, 1), np.float32)
        spans: list[tuple[int, int]] = []
        asked: list[Ints] = []
        rows: list[Ints] = []
        place = gap
        for begin, stop, low, high in group:
            span = slice(place, place + high - low)
            source[span] = np.arange(low, high)
            real[span] = 1
            spans.append((span.start, span.stop))
            a, b = np.searchsorted(at, (begin, stop))
            rows.append(np.arange(a, b))
            asked.append(at[a:b] - low + place)
            place = span.stop + gap
        keys, looks = key[source], look[source]
        x = self._rows(keys, looks, real)
        words = np.where(real[:, 0] > 0, keys * _LOOKS + looks, -1)
        wanted = np.concatenate(asked)
        return np.concatenate(rows), self._query(self._convolved(x, words, real, spans, wanted)[wanted])

    def _rows(self, key: Ints, look: Ints, real: Floats) -> Floats:
        """What words enter with, by the numbers of their spellings and looks; those that are not real are 0."""
        if kernel.native is not None and self._tables is not None:
            x = np.empty((len(key), self.width), np.float32)
            kernel.native.wide_net_rows(key, look, real, *self._tables, self._look, self.width, x)
            return x
        x = self._key.rows(key)
        x += self._look[look]
        x *= real
        return x

    def _entering(self, words: Ints) -> Floats:
        """What words enter the first convolution with, by the numbers of spelling and look together."""
        key, look = np.divmod(words, _LOOKS)
        return normal(self._rows(key, look, np.ones((len(words), 1), np.float32)), self._blocks[0][0])

    def _convolved(self, x: Floats, words: Ints, real: Floats, spans: list[tuple[int, int]], wanted: Ints) -> Floats:
        """All convolution blocks, each computed only at the rows that later blocks need, if these are few."""
        needed, late = rows_needed(wanted, real[:, 0] > 0, self.layers, self.pool_after)
        room = np.empty_like(x)
        for number, (reach, dilation) in enumerate(self.layers):
            gain, conv, out = self._blocks[number]
            rows = needed[number]
            if number == 0 and self._first is not None and kernel.native is not None:
                self._first.add_to(x, words, rows, dilation)
            else:
                # Of a text with one question the last blocks read a fifth of the rows.
                first, last = max(int(rows[0]) - reach // 2 * dilation, 0), int(rows[-1]) + reach // 2 * dilation + 1
                near = normal(x, gain, real, first, last, room)
                conv.add_to(x, out, near, first, rows, dilation)
            if number == self.pool_after:
                self._summarise(x, spans, late)
        return x

    def _summarise(self, x: Floats, spans: list[tuple[int, int]], late: Ints) -> None:
        """Add the topic to each row that is read on: the mean over the ``window`` (256) syllables around it.

        ``late`` are these rows (rising); what stands with one of them in its stride gets its topic as well.
        """
        topic = self._pool_in(x, positive=True)
        for begin, end in spans:
            stride = _STRIDE if end - begin > self.window else self.window
            first, last = late.searchsorted((begin, end)).tolist()
            heads = [begin + n * stride for n in dict.fromkeys(((late[first:last] - begin) // stride).tolist())]
            mean = np.empty((len(heads), topic.shape[1]), np.float32)
            most = max(begin, end - self.window)
            low = np.array([min(max(head + (_STRIDE - self.window) // 2, begin), most) for head in heads], np.int64)
            high = np.minimum(low + self.window, end)
            if kernel.native is not None:
                kernel.native.wide_net_means(topic, topic.shape[1], low, high, mean)
            else:
                for number, (first, last) in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
                    np.divide(topic[first:last].sum(0), last - first, out=mean[number])
            for head, added in zip(heads, self._pool_out(mean), strict=True):
                x[head : min(head + stride, end)] += added

    def _query(self, x: Floats) -> Floats:
        return self._to_query(normal(x, self._gain))


def _layer(arrays: Mapping[str, Array], name: str) -> Layer:
    return Layer(arrays[name + ".weight"], arrays[name + ".weight.scale"], arrays[name + ".bias"])
