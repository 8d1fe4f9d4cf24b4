"""Words with a tone mark on the wrong letter: which they are, and what each was meant to be."""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.edit import Edit
from vntextclean.filters.tone_marks.candidates import suspects, toned
from vntextclean.filters.tone_marks.foreign_names import is_in_foreign_name
from vntextclean.filters.tone_marks.on_consonants import on_consonants
from vntextclean.filters.tone_marks.respelling import margin, respelled, with_hats
from vntextclean.filters.tone_marks.rules import RULES
from vntextclean.filters.tone_marks.sentence_ends import STOPS, may_end_a_sentence
from vntextclean.filters.tone_marks.surroundings import has_own_letter, is_among_vietnamese, is_another
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.words import LETTER, REACH, word_around
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.exchanged_letters import with_letters_exchanged
from vntextclean.vietnamese.letters import tone_of, toneless, tones_in
from vntextclean.vietnamese.syllables import EXCEPTIONS, is_syllable
from vntextclean.vietnamese.tones import to_new, to_old, to_standard

_OPEN = late(
    f"[oOuU{toned('ou')}][aeyAEY{toned('aey')}](?!{LETTER})(?<=[oO][{toned('ae')}]|[{toned('o')}][aeAE]"
    f"|[uU][{toned('y')}]|[{toned('u')}][yY])"
)
#: Names of other languages that are syllables, or would become one.
_NAMES = frozenset({"noé", "uí"})
#: Measured on 60 MB of forums, encyclopaedia, prose, law and news: 333 kinds of respelling. Below these the mark was
#: a stray one (``Chỉêm`` for Chiêm, ``ngôỉ`` for ngôi), or the stroke of đ was lost as well (``dựơc``).
_UNSEEN, _RARE, _RARE_HORNED, _MISTAKEN_D = -18.0, -14.5, -13.0, 2.0
#: A word with a horn too few is left to the filters that read the sentence if this word with a hat is as likely (nats).
_AS_LIKELY = 2.0
#: How much commoner the word must be without the tone for the tone to be a swallowed stop.
_SWALLOWED = 2.0


class _Respelling(NamedTuple):
    """What a misspelt word was meant to be: the edit's replacement, rule and reason.

    ``words`` are the word and commoner ones that it may be as well: two of its letters may have changed places, or its
    tone be one too many ("gìa đình"). ``is_own`` is whether it holds a letter of Vietnamese alone.
    """

    after: str
    code: str
    reason: str
    words: list[str]
    is_own: bool


class Search:
    """Finds such words with the settings of one pipeline."""

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang
        self._style = settings.tone_style
        self._model = settings.model
        self._share_of: dict[str, float] = {}

    def edits(self, state: TextState) -> list[Edit]:
        """The words of a text to respell, in order."""
        found = [*self._misplaced(state), *self._on_consonants(state)]
        found.sort()
        if self._style != "keep":
            taken = {edit.start for edit in found}
            found += [edit for edit in self._restyled(state.text) if edit.start not in taken]
            found.sort()
        return found

    def _misplaced(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        asked: dict[tuple[str, ...], str | None] = {}
        told: dict[str, _Respelling | None] = {}  # who misplaces the tone of a word does so each time
        for start, end in suspects(state):
            before = text[start:end]
            if end - start > REACH or is_syllable(before) or before.lower() in EXCEPTIONS | _NAMES:
                continue
            # cuả is a slip of *của* far more often than a crab at the end of its sentence.
            if before.lower() != "cuả" and may_end_a_sentence(text, before, end):
                if edit := self._sentence_end(before, start, end):
                    yield edit
                continue
            meant = told[before] if before in told else told.setdefault(before, self._respelled(before))
            if meant is None or (not meant.is_own and not is_among_vietnamese(text, start, end)):
                continue
            if is_in_foreign_name(text, start, end) or is_another(text, start, end, meant.words, asked):
                continue
            yield Edit(start, end, meant.after, meant.code, meant.reason)

    def _respelled(self, before: str) -> _Respelling | None:
        """What a word was meant to be, whatever stands around it; None if it is no misspelt syllable."""
        after, kind = respelled(before, "new" if self._style == "new" else "old")
        if after == before or not self._is_meant(before.lower(), after.lower(), kind):
            return None
        others = [*with_letters_exchanged(before)]
        if is_syllable(plain := toneless(before.lower())):
            others.append(plain)
        meant = after.lower()
        (share, *shares) = self._shares(meant, *others)
        words = [meant, *(other for other, its in zip(others, shares, strict=True) if its > share and other != meant)]
        code = f"tone-marks.{kind}"
        reason = RULES[code].say(self._lang, before=before, after=after)
        return _Respelling(after, code, reason, words, has_own_letter(before))

    def _on_consonants(self, state: TextState) -> Iterator[Edit]:
        code = "tone-marks.placement"
        for start, end, after in on_consonants(state, "new" if self._style == "new" else "old"):
            if self._shares(after.lower())[0] >= _RARE:
                before = state.text[start:end]
                yield Edit(start, end, after, code, RULES[code].say(self._lang, before=before, after=after))

    def _sentence_end(self, before: str, start: int, end: int) -> Edit | None:
        """The word without its last tone and with the mark that became it, if nothing else explains the word."""
        stem, mark = before[:-1] + toneless(before[-1]), STOPS[tone_of(before[-1])]
        tones = [tone for _, tone in tones_in(before)]
        if not is_syllable(stem):
            return None
        if len(set(tones)) == 1 and (before[0].isupper() or len(tones) == 1):
            moved, unmarked = self._shares(to_standard(before).lower(), stem.lower())
            if len(tones) > 1 or unmarked < moved + _SWALLOWED:
                return None
        reason = RULES["tone-marks.sentence-end"].say(self._lang, before=before, mark=mark)
        return Edit(start, end, stem + mark, "tone-marks.sentence-end", reason)

    def _is_meant(self, before: str, after: str, kind: str) -> bool:
        """Whether the syllable is a word, and not one so rare that a stray mark on a common word explains more."""
        meant, unmarked, barred = self._shares(after, toneless(before), "đ" + after[1:])
        if meant < (_RARE_HORNED if kind == "horn" else _RARE) or (after[0] == "d" and barred > meant + _MISTAKEN_D):
            return False
        if kind == "horn":
            (other,) = self._shares(with_hats(before))
            return other < meant - _AS_LIKELY
        return meant - unmarked >= margin(before)

    def _shares(self, *words: str) -> list[float]:
        """The share of each word among all words, as a natural logarithm."""
        if not self._share_of:
            from vntextclean.lm.model import Model

            model = Model.open(self._model)
            self._share_of = dict(zip(model.words, model.frequency.tolist(), strict=True))
        return [self._share_of.get(word, _UNSEEN) for word in words]

    def _restyled(self, text: str) -> Iterator[Edit]:
        style, style_vi = ("old", "cũ") if self._style == "old" else ("new", "mới")
        move = to_old if style == "old" else to_new
        for found in _OPEN.finditer(text):
            start, end = word_around(text, found.start())
            before = text[start:end]
            after = move(before)
            if after != before and before.lower() not in _NAMES:
                reason = RULES["tone-marks.style"].say(self._lang, after=after, style=style, style_vi=style_vi)
                yield Edit(start, end, after, "tone-marks.style", reason)
