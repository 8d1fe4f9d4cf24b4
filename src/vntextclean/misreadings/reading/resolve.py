"""The words of a line under a reading: what each is, where that is certain or the language model tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from vntextclean.misreadings.choosing.choose import Choice, Open, as_far_as_read, choose
from vntextclean.misreadings.choosing.known_words import Attested
from vntextclean.misreadings.choosing.letter_case import SMALL_HEAD
from vntextclean.misreadings.choosing.only_word import is_seldom, only_word
from vntextclean.misreadings.parsing.evidence import Reading, readings
from vntextclean.misreadings.parsing.losses import Losses, likelier
from vntextclean.misreadings.parsing.rows import row_with
from vntextclean.misreadings.parsing.words import Word, fitting, is_plausible, is_vietnamese
from vntextclean.misreadings.reading.lone_letters import LETTER_CONFIDENCE, alone, is_letter_of_a_list, may_be_times
from vntextclean.misreadings.reading.lost_signs import SIGN_CONFIDENCE, lost_signs
from vntextclean.misreadings.reading.sound_words import is_in_sound_word
from vntextclean.misreadings.reading.tokens import Found, Line, by_token, together
from vntextclean.patterns import late

#: Rounds over one line: a part of it may have been read wrongly once more than the rest.
_ROUNDS = 3
#: A score so close to that of the best is a rival's.
MARGIN = 0.5


#: Leading bytes in a word as Windows-1252 shows them, in no place of Vietnamese or of a foreign word.
_HALF = late("(?<=[a-z])[ÃÄÆ]|[Áá][º»]")
#: First bytes as Windows-1252 shows them: what one reading put together and the next did not use may be half a letter.
_LEADS = frozenset("ÃÄÅÆ")


def read_line(
    text: str,
    piece: Line,
    chosen: Reading,
    rivals: list[Reading],
    losses: Losses,
    pages: Sequence[str],
    chooses: bool = True,
    head: float = SMALL_HEAD,
) -> list[Found]:
    """What a reading makes of a line; words that a rival reads otherwise stay, and choices unless ``chooses``."""
    found: list[Found] = []
    half: set[int] = set()
    rounds = 0
    disputed = _disputed(chosen, rivals)
    for _ in range(_ROUNDS):
        fresh = _resolved(text, piece, chosen, disputed, found, chooses, head)
        if found:
            half |= _open_again(chosen, found, fresh)
        if not fresh:
            break
        found, rounds = _composed(found, fresh), rounds + 1
        row = row_with(text, piece.start, piece.end, {item.start: (item.end, item.word) for item in found})
        again = readings(row, losses, pages)
        if not again or not again[0].is_proven:
            break
        chosen, disputed = again[0], _disputed(again[0], again)
    if rounds < 2 and not half:
        return found
    # What one reading found of a token is no surer than what another one finds of the rest: ``âCÃ³`` is *“Có*.
    tokens = (token for token in by_token(text, found) if half.isdisjoint(map(_start, token)))
    return [one for token in tokens for one in together([*token])]


def _open_again(chosen: Reading, found: list[Found], fresh: list[Found]) -> set[int]:
    """Where words begin that were read, and that a further reading finds cut and cannot tell.

    They are neither the original nor the damage: ``√É`` is *Ã* by one reading, and was *Ý*.
    """
    spans = [(word.start, word.end) for word in chosen.words if word.cut]
    made = {at for one in fresh for at in range(one.start, one.end)}
    cut = {at for start, end in spans for at in range(start, end)} - made
    return {one.start for one in found if not cut.isdisjoint(range(one.start, one.end))}


def _start(one: Found) -> int:
    return one.start


def _composed(found: list[Found], fresh: list[Found]) -> list[Found]:
    """What was found, and what was made of it: a word that holds earlier ones stands for these, and is no surer.

    Text read twice by code page 437 has signs that one reading makes of three bytes, and letters that two make of more.
    """
    if not found:
        return sorted(fresh)
    owner = {at: number for number, new in enumerate(fresh) for at in range(new.start, new.end)}
    made, stay = list(fresh), []
    for one in found:
        over = next((owner[at] for at in range(one.start, one.end) if at in owner), None)
        if over is None:
            stay.append(one)
        else:
            made[over] = made[over]._replace(confidence=min(made[over].confidence, one.confidence))
    return sorted([*stay, *made])


def _disputed(chosen: Reading, own: list[Reading]) -> frozenset[tuple[int, int]]:
    """The words that a rival of the same length and score reads as another Vietnamese word."""
    made = {(word.start, word.end): word for word in chosen.words}
    found = set()
    for rival in own:
        if rival.score < chosen.score - MARGIN:
            break
        if len(rival.chain) != len(chosen.chain) or rival.chain == chosen.chain:
            continue
        for word in rival.words:
            same = made.get((word.start, word.end))
            if same and not same.cut and not word.cut and word.legal and same.legal != word.legal:
                found.add((word.start, word.end))
    return frozenset(found)


def _resolved(
    text: str,
    piece: Line,
    chosen: Reading,
    disputed: frozenset[tuple[int, int]],
    before: list[Found],
    chooses: bool,
    head: float,
) -> list[Found]:
    """What the words of a reading are, where that is certain or the model tells."""
    attested = Attested()
    taken = {item.start for item in before}
    is_cut = any(word.cut for word in chosen.words)
    is_dropped = any(step.loss.dropped for step in chosen.chain)
    likely = likelier(text, piece.start, piece.end, chosen.chain) if is_cut else {}
    asked = [word for word in chosen.words if word.letters or not alone(text, piece.start, word)]
    signs = lost_signs(text, piece.start, piece.end, asked, likely)
    found = [Found(*span, sign, "chosen", SIGN_CONFIDENCE, chosen.chain) for span, sign in signs.items()]
    opens: list[Open] = []
    for before_it, word in zip([None, *chosen.words], chosen.words, strict=False):
        seen = text[word.start : word.end]
        if word.start in taken or (word.start, word.end) in disputed or (word.start, word.end) in signs:
            continue
        if word.half and not (word.legal and _LEADS.isdisjoint(word.options[0])):
            continue
        if not word.cut:
            made = word.options[0]
            if made != seen and (word.legal or is_plausible(made)):
                found.append(Found(word.start, word.end, made, "utf-8", 1.0, chosen.chain))
            continue
        stays = is_vietnamese(seen) and bool(attested([seen]))
        if stays and not (chooses and is_seldom(seen, word.legal) and not may_be_times(text, word)):
            continue  # a right word on a mixed line
        if letter := alone(text, piece.start, word):
            found.append(Found(word.start, word.end, letter, "lossy", 1.0, chosen.chain))
            continue
        if chooses and is_letter_of_a_list(text, piece.start, word, before_it):
            found.append(Found(word.start, word.end, "đ", "chosen", LETTER_CONFIDENCE, chosen.chain))
            continue
        fits = attested(fitting(word.options, word.legal))
        if stays:
            fits = [one for one in fits if one != seen]
            fits = [*fits, seen] if fits else []
        # A word in capitals counts twice, as an abbreviation too: the model tells it, unless nothing else fits.
        if len(word.options) == 1 and not stays:
            fits = fits[:1]
        if len(fits) == 1 and fits[0] != seen:
            share = only_word(fits[0], word) if is_dropped else 1.0
            kind = "lossy" if share == 1 else "chosen"
            found.append(Found(word.start, word.end, fits[0], kind, share, chosen.chain))
        elif len(fits) > 1 and chooses:
            near = likely.get((word.start, word.end))
            weights = [0.0] * len(fits) if near is None else [0.0 if one in near else _UNLIKELY for one in fits]
            opens.append(Open(word.start, word.end, tuple(fits), tuple(weights)))
    for one, choice in zip(opens, _choices(text, piece, [*before, *found], opens, head), strict=True):
        if choice and choice.word != text[one.start : one.end]:
            found.append(Found(one.start, one.end, choice.word, "chosen", choice.posterior, chosen.chain, one))
    return _whole_tokens(text, chosen, sorted(found), _remains(text, piece, [*chosen.words, *before]))


def _remains(text: str, piece: Line, read: Sequence[Word | Found]) -> list[Line]:
    """What looks like half a letter to another table than the one of the reading: ``trÃ`` where one by cp1258 is read.

    What a first pass over a text leaves may have another best reading than the text had.
    """
    hits = [Line(*hit.span()) for hit in _HALF.finditer(text, piece.start, piece.end)]
    if not hits:
        return []
    spans = sorted((one.start, one.end) for one in read)  # some overlap
    starts = [start for start, _ in spans]
    furthest = [-1, *accumulate((end for _, end in spans), max)]  # where those end that begin up to here
    return [hit for hit in hits if furthest[bisect_right(starts, hit.start)] <= hit.start]


def _whole_tokens(text: str, chosen: Reading, found: list[Found], remains: list[Line]) -> list[Found]:
    """What was found, but for tokens of which a part stays: a token is read as a whole or not at all.

    All parts of a token have the kind and the confidence of its least sure part.
    """
    read = {(one.start, one.end) for one in found}
    left = [Line(word.start, word.end) for word in chosen.words if (word.start, word.end) not in read]
    left += [*(Line(at, at + 1) for at in chosen.stray if not is_in_sound_word(text, at)), *remains]
    parts: list[Found | Line] = sorted([*found, *left], key=lambda one: (one.start, one.end))
    return [one for token in by_token(text, parts) for one in together(token)]


#: Log-weight of a word whose lost byte the table has a character for, where others of that kind were kept.
_UNLIKELY = -5.0


def _choices(text: str, piece: Line, found: list[Found], opens: list[Open], head: float) -> list[Choice | None]:
    """The model's choices, in the line as far as it is read."""
    if not opens:
        return []
    known = [Open(item.start, item.end, (item.word,), (0.0,)) for item in found]
    line, asked = as_far_as_read(text, piece.start, piece.end, sorted([*known, *opens]))
    return choose(line, asked, head=head)
