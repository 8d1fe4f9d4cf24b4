"""The built-in filters in run order, and the filters of other packages.

A filter is imported only when a pipeline needs it.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from vntextclean.errors import ConfigError
from vntextclean.filter import Filter, Phase
from vntextclean.named_tuple import NamedTuple
from vntextclean.nearest import did_you_mean
from vntextclean.scanning.prefilter import EVERY_TEXT, Hint
from vntextclean.settings import Settings

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: (name, "module:factory"), in run order. Encodings are repaired before diacritics are composed, because composing
#: destroys the bytes by which they are recognised. Furniture is removed before the expensive model reads the text.
#: Words are separated before their spelling is repaired. Lost words are searched last, in repaired text.
BUILTIN: tuple[tuple[str, str], ...] = (
    # CHARACTERS
    ("mojibake", "vntextclean.filters.mojibake.filter:Mojibake"),
    ("references", "vntextclean.filters.references.filter:References"),
    ("legacy-fonts", "vntextclean.filters.legacy_fonts.filter:LegacyFonts"),
    ("invisibles", "vntextclean.filters.invisibles.filter:Invisibles"),
    ("compose", "vntextclean.filters.compose:Compose"),
    ("lookalikes", "vntextclean.filters.lookalikes.filter:Lookalikes"),
    ("keystrokes", "vntextclean.filters.keystrokes.filter:Keystrokes"),
    # LAYOUT
    ("page-furniture", "vntextclean.filters.page_furniture:PageFurniture"),
    ("forum-furniture", "vntextclean.filters.forum_furniture:ForumFurniture"),
    ("boilerplate", "vntextclean.filters.boilerplate.filter:Boilerplate"),
    ("repeats", "vntextclean.filters.repeats:Repeats"),
    ("blank-lines", "vntextclean.filters.blank_lines:BlankLines"),
    # BOUNDARIES
    ("moved-letters", "vntextclean.filters.moved_letters.filter:MovedLettersFilter"),
    ("inline-furniture", "vntextclean.filters.inline_furniture:InlineFurniture"),
    ("spacing", "vntextclean.filters.spacing.filter:Spacing"),
    ("line-joins", "vntextclean.filters.line_joins:LineJoins"),
    ("split-words", "vntextclean.filters.split_words.filter:SplitWords"),
    ("run-ons", "vntextclean.filters.run_ons.filter:RunOns"),
    # WORDS
    ("tone-marks", "vntextclean.filters.tone_marks.filter:ToneMarks"),
    ("ocr-confusions", "vntextclean.filters.ocr_confusions.filter:OcrConfusions"),
    ("bare-phrases", "vntextclean.filters.bare_phrases.filter:BarePhrases"),
    ("diacritics", "vntextclean.filters.diacritics.filter:Diacritics"),
    ("lost-words", "vntextclean.filters.lost_words.filter:LostWords"),
    # in no preset: it removes diacritics
    ("ascii", "vntextclean.filters.ascii:Ascii"),
)

#: Neighbours in the table that run in turn until none of them has an edit, so that a second run finds nothing new. A
#: misread word may be hidden behind a reference, a reference behind an invisible character; a letter in pieces or of
#: another alphabet hides what stands beside it from the tables. A broken word may be glued to the next one, or stand
#: beside a word whose tone mark is misplaced; a space behind a quotation mark is seen to be lost once the word there is
#: parted, an indent and a space before a mark in the paragraph that lines were joined to. Text without such damage goes
#: through once.
ROUNDS: tuple[frozenset[str], ...] = (
    frozenset({"mojibake", "references", "legacy-fonts", "invisibles", "compose", "lookalikes"}),
    frozenset({"spacing", "line-joins", "split-words", "run-ons", "tone-marks"}),
)

#: Filters that read a word by the words beside it, and the filter of words that reads on where they did. They are asked
#: once more behind the last filter of a text whose words were repaired since they looked at it: "vng cacs bạn" is *các*
#: beside *vọng*, "hoà n nhp" *hoàn* beside *nhập*. Of 52 000 damaged lines 70 waited for a second run with that. The
#: label of a link may be glued to the sentence before it until words are parted ("nhân dânXem chi tiết TẠI ĐÂY"), and
#: one of two equal paragraphs be damaged: of 3 750 made documents, through three presets each, 16 waited with these.
#: So may the words of a menu be, or the prose beside it, and blank lines close up where a paragraph went.
BEHIND_WORDS = (
    ROUNDS[0]
    | {"boilerplate", "repeats", "blank-lines", "inline-furniture", "keystrokes", "ocr-confusions"}
    | ROUNDS[1]
)
READS_ON = "diacritics"

#: Filters that find all they have at once: only edits of others are a reason to ask them again.
AT_ONCE = frozenset({"spacing"})

#: Entry points of this group are filters of other packages. One is loaded only if it is requested by name.
GROUP = "vntextclean.filters"


def names() -> tuple[str, ...]:
    """The names of all built-in filters, in run order."""
    return tuple(name for name, _ in BUILTIN)


def plugins() -> dict[str, EntryPoint]:
    """The filters that installed packages offer, by name and in order of their names; none of them is loaded."""
    from importlib.metadata import entry_points  # a fifth of the start-up of `clean`, for what few ask for

    return {point.name: point for point in sorted(entry_points(group=GROUP)) if point.name not in names()}


def build(wanted: Iterable[str], settings: Settings) -> tuple[Filter, ...]:
    """Create the named filters, in run order. One of another package runs after the built-ins of its phase.

    Raises :class:`ConfigError` for a name nobody registered, and for a filter of another package that cannot be made.
    """
    left = set(wanted)
    filters = [_load(target, settings) for name, target in BUILTIN if name in left]
    left -= set(names())
    if left:
        others = plugins()
        for name in sorted(left):
            if name not in others:
                raise ConfigError(f"no filter is called {name!r}{did_you_mean(name, [*names(), *others])}")
            filters.append(_load_plugin(others[name], settings))
        filters.sort(key=lambda made: made.phase)
    return tuple(filters)


class Step(NamedTuple):
    """A filter as it is asked: the sign that it needs (None: not known), and whether it comes after CHARACTERS.

    ``bits`` are those of the sign in the signs of a text. ``dense`` is the most code points for each of its edits in a
    text that it reads again. ``follows`` is for one that is asked only where a step before it in its group had an edit,
    ``at_once`` for one whose own edits leave it nothing, ``again`` for one that was asked before.
    """

    made: Filter
    sign: Hint | None
    bits: int
    late: bool
    dense: int = 0
    follows: bool = False
    at_once: bool = False
    again: bool = False


class Stretch(NamedTuple):
    """Filters in run order, those that run in turn together, and the sign that any of them needs; None: not known.

    ``bits`` are those of the sign in the signs of a text, ``late`` says whether any comes after CHARACTERS.
    """

    groups: list[list[Step]]
    sign: Hint | None
    bits: int
    late: bool


def sign_of(made: Filter) -> Hint | None:
    """The sign without which a filter has no edit, if it says so."""
    sign = getattr(made, "sign", None)
    return sign if isinstance(sign, Hint) else None


def dense_of(made: Filter) -> int:
    """The most code points for each of its edits in a text that a filter reads again; 0 if it reads none again."""
    dense = getattr(made, "dense", 0)
    return dense if isinstance(dense, int) else 0


def stretches(filters: Iterable[Filter]) -> list[Stretch]:
    """Filters in run order: neighbours that say what sign they need are passed together where a text has none.

    Behind them stand those that are asked once more (:data:`BEHIND_WORDS`).

    >>> [len(stretch.groups) for stretch in stretches(build(("mojibake", "keystrokes", "boilerplate"), Settings()))]
    [2, 1, 1]
    """
    found: list[Stretch] = []
    filters = [*filters]
    asked = [[_step(made) for made in group] for group in groups(filters)]
    if behind := [_step(made) for made in filters if made.name in BEHIND_WORDS]:
        words = [_step(made)._replace(follows=True) for made in filters if made.name == READS_ON]
        asked.append([step._replace(again=True) for step in (*behind, *words)])
    for steps in asked:
        sign: Hint | None = Hint()
        for step in steps:
            sign = sign | step.sign if sign is not None and step.sign is not None else None
        late, before = any(step.late for step in steps), found[-1] if found else None
        if before is not None and sign is not None and before.sign is not None:
            both = before.sign | sign
            found[-1] = Stretch([*before.groups, steps], both, both.bits, before.late or late)
        else:
            found.append(Stretch([steps], sign, _bits_of(sign), late))
    return found


def _step(made: Filter) -> Step:
    sign, late = sign_of(made), made.phase > Phase.CHARACTERS
    return Step(made, sign, _bits_of(sign), late, dense_of(made), at_once=made.name in AT_ONCE)


def _bits_of(sign: Hint | None) -> int:
    return EVERY_TEXT if sign is None else sign.bits


def groups(filters: Iterable[Filter]) -> list[list[Filter]]:
    """Filters in run order: those of one of :data:`ROUNDS` together, each other one by itself."""
    found: list[list[Filter]] = []
    for made in filters:
        if found and any({made.name, found[-1][0].name} <= names for names in ROUNDS):
            found[-1].append(made)
        else:
            found.append([made])
    return found


def _load(target: str, settings: Settings) -> Filter:
    module, _, factory = target.partition(":")
    made: Filter = getattr(import_module(module), factory)(settings)
    return made


def _load_plugin(point: EntryPoint, settings: Settings) -> Filter:
    """A filter of another package; whatever is wrong with it is said with the name of that package."""
    package = point.dist.name if point.dist else point.value
    try:
        made: Filter = _load(point.value, settings)
        wrong = _breach(made, point.name)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 - another package may raise anything, and the user must learn which it was
        wrong = f"{type(error).__name__}: {error}"
    if wrong:
        raise ConfigError(
            f"the filter {point.name!r} of the package {package} cannot be used: {wrong};"
            f" mend or uninstall {package}, or leave the filter out"
        )
    return made


def _breach(made: Filter, name: str) -> str:
    """What a filter of another package lacks of the interface, or nothing."""
    if missing := [part for part in ("name", "phase", "rules", "edits") if not hasattr(made, part)]:
        return f"{type(made).__name__} has no {' and no '.join(missing)}"
    if made.name != name:
        return f"its name is {made.name!r}, but its entry point is called {name!r}"
    if wrong := [code for code in made.rules if not code.startswith(f"{name}.")]:
        return f"its rule {wrong[0]!r} does not begin with {name + '.'!r}"
    return ""
