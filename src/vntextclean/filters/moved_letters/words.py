"""The words that the tokens of a line make, with a letter put in or without: what the search chooses from."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from vntextclean.filters.moved_letters.lines import MovedLetters
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: Words are parted by blanks, and by dots: "mấy...Độ".
TOKEN = late(r"\S+?(?:\.{3}|…)(?=[^\W\d_])|\S+")
#: A token: the marks before its letters, these, and the marks behind.
CORE = late(r"(\W*)([^\W\d_]+)(\W*)")
#: Tokens joined to one word at most: letter spacing breaks words too.
_MOST_TOKENS = 4
#: What a word costs that is no syllable, a capital letter by itself inside a line ("50 độ C"), a join without a letter
#: between, and a letter that is a word by itself (nats). A join for 4 reads "kh" and "i" as "khi" where "ỏ" belongs.
PIECE, INITIAL, JOIN, ALONE = 14.0, 3.0, 5.0, 3.0
#: What a letter costs that is a word by itself where one blank stands, in a line whose letters left three and more.
_NARROW, _WIDE = 4.0, 3
#: What is left in small letters and is so short is a piece; "carvacrol" is a foreign word.
_LONGEST_PIECE = 4
#: The longest syllables have seven letters ("nghiêng").
LONGEST_WORD = 7


class Token(NamedTuple):
    """A token of the line: its place, the letters in it, and whether it is open to the left and to the right.

    ``listed`` is one that a bracket closes, and ``narrow`` one with few blanks before it, among those of the line.
    """

    start: int
    end: int
    core: str
    opens: bool
    closes: bool
    listed: bool = False
    narrow: bool = False


class Word(NamedTuple):
    """A word of tokens ``first`` to ``last - 1`` with ``used`` letters put in."""

    first: int
    last: int
    used: int
    word: str
    cost: float
    left_over: bool


#: The words that can begin at each token of a line: by the next letter, None where no letter is left.
Words = list[dict[str | None, list[Word]]]


def tokens_of(text: str, moved: MovedLetters) -> list[Token]:
    """The tokens of a line, without the letters behind it."""
    tokens = [token_of(text, *match.span()) for match in TOKEN.finditer(text, moved.start, moved.stop)]
    gaps = [after.start - before.end for before, after in pairwise(tokens)]
    if max(gaps, default=0) < _WIDE:
        return tokens
    return [*tokens[:1], *(token._replace(narrow=gap < _WIDE) for token, gap in zip(tokens[1:], gaps, strict=True))]


def words_of(tokens: list[Token], letters: tuple[str, ...]) -> Words:
    """The words that can begin at each token: they depend on the next letter alone, not on how many were used."""
    found: Words = []
    for first in range(len(tokens) + 1):
        joinable = joinable_from(tokens, first)
        own: dict[str | None, list[Word]] = {None: plain(tokens, first, joinable)}
        for letter in letters:
            if letter not in own:
                own[letter] = own[None] + _lettered(tokens, first, joinable, letter)
        found.append(own)
    return found


def fits(tokens: list[Token], letters: tuple[str, ...]) -> bool:
    """Whether words use all tokens and all letters and leave no piece: of most lines that lost nothing none do.

    >>> line = "C quan thu h s ."
    >>> moved = MovedLetters(0, len(line), len(line), ())
    >>> fits(tokens_of(line, moved), ("ơ", "ồ", "ơ")), fits(tokens_of(line, moved), ("ơ",))
    (True, False)
    """
    places: dict[str, int] = {}  # how many letters may be used before each, as bits
    for used, letter in enumerate(letters):
        places[letter] = places.get(letter, 0) | 1 << used
    alone = sum(bits for letter, bits in places.items() if is_syllable(letter))
    reached = [0] * (len(tokens) + 1)
    reached[0] = 1
    for first in range(len(tokens) + 1):
        here = reached[first]
        while more := (here & alone) << 1 & ~here:
            here |= more
        reached[first] = here
        if not here or first == len(tokens):
            continue
        joinable, opened = joinable_from(tokens, first), tokens[first].opens
        if not is_piece(tokens, first):
            reached[first + 1] |= here
        for last, cores in joinable[1:]:
            if is_syllable("".join(cores)):
                reached[last] |= here
        for letter, bits in places.items():
            if used_before := here & bits:
                for last, cores in joinable:
                    if spelled(cores, letter, opened, tokens[last - 1].closes):
                        reached[last] |= used_before << 1
    return bool(reached[-1] >> len(letters))


def is_piece(tokens: list[Token], at: int) -> bool:
    """Whether the letters of a token by themselves are what is left of a word, and no mark of a list: "đ)"."""
    core = tokens[at].core
    if not core or len(core) > _LONGEST_PIECE or not core.islower() or is_syllable(core):
        return False
    return at > 0 or len(core) > 1 or not tokens[at].listed


def token_of(text: str, start: int, end: int) -> Token:
    """What stands between two places of a text, without blanks."""
    match = CORE.fullmatch(text, start, end)
    if match is None:
        return Token(start, end, "", False, False)
    return Token(start, end, match[2], not match[1], not match[3], text[match.end(2) : end].startswith(")"))


def plain(tokens: list[Token], first: int, joinable: list[tuple[int, tuple[str, ...]]]) -> list[Word]:
    """The words that can begin at a token without a letter put in; ``joinable`` are the tokens from it on."""
    if first == len(tokens):
        return []
    core = tokens[first].core
    odd = bool(core) and not is_syllable(core)
    cost = INITIAL if first and len(core) == 1 and core.isupper() else PIECE
    found = [Word(first, first + 1, 0, core or "0", cost * odd, is_piece(tokens, first))]
    for last, cores in joinable[1:]:
        if is_syllable(word := "".join(cores)):
            found.append(Word(first, last, 0, word, JOIN * (len(cores) - 1), False))
    return found


def _lettered(tokens: list[Token], first: int, joinable: list[tuple[int, tuple[str, ...]]], letter: str) -> list[Word]:
    """The words that can begin at a token with a letter put in, or that the letter is by itself."""
    narrow = first < len(tokens) and tokens[first].narrow
    found = [Word(first, first, 1, letter, ALONE + _NARROW * narrow, False)] if is_syllable(letter) else []
    for last, cores in joinable:
        for word, _, joins in spelled(cores, letter, tokens[first].opens, tokens[last - 1].closes):
            found.append(Word(first, last, 1, word, JOIN * joins, False))
    return found


@lru_cache(1 << 14)
def spelled(cores: tuple[str, ...], letter: str, opened: bool, closed: bool) -> tuple[tuple[str, int, int], ...]:
    """The syllables of tokens with a letter at one place; how many tokens stand before it, and are joined without it.

    >>> spelled(("t", "ng"), "ướ", True, True)
    (('tướng', 1, 0),)
    """
    if len(letter) + sum(map(len, cores)) > LONGEST_WORD:
        return ()
    found: list[tuple[str, int, int]] = []
    for place in range(0 if opened else 1, len(cores) + closed):
        word = "".join((*cores[:place], letter, *cores[place:]))
        if is_syllable(word) and (word.islower() or word.istitle() or word.isupper()):
            found.append((word, place, len(cores) - 1 - (0 < place < len(cores))))
    return tuple(found)


def joinable_from(tokens: list[Token], first: int) -> list[tuple[int, tuple[str, ...]]]:
    """The tokens from one on that may be one word: the token behind the last, and the letters of each."""
    found: list[tuple[int, tuple[str, ...]]] = []
    cores: tuple[str, ...] = ()
    length = 0
    for at in range(first, min(first + _MOST_TOKENS, len(tokens))):
        token = tokens[at]
        if not token.core or (cores and not (token.opens and tokens[at - 1].closes)):
            break
        if cores and token.core[0].isupper() and not cores[-1].isupper():
            break  # "50 đ C" is no word
        cores = (*cores, token.core)
        length += len(token.core)
        if length > LONGEST_WORD:
            break
        found.append((at + 1, cores))
    return found
