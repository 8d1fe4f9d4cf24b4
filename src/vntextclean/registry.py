"""The built-in filters in run order, and the filters of other packages.

A filter is imported only when a pipeline needs it.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from vntextclean.errors import ConfigError
from vntextclean.filter import Filter
from vntextclean.settings import Settings

#: (name, "module:factory"), in run order. Encodings are repaired before diacritics are composed, because composing
#: destroys the bytes by which they are recognised. Furniture is removed before the expensive model reads the text.
#: Words are separated before their spelling is repaired. Lost words are searched last, in repaired text.
BUILTIN: tuple[tuple[str, str], ...] = (
    # CHARACTERS
    ("mojibake", "vntextclean.filters.mojibake.filter:Mojibake"),
    ("references", "vntextclean.filters.references.filter:References"),
    ("legacy-fonts", "vntextclean.filters.legacy_fonts:LegacyFonts"),
    ("invisibles", "vntextclean.filters.invisibles:Invisibles"),
    ("compose", "vntextclean.filters.compose:Compose"),
    ("lookalikes", "vntextclean.filters.lookalikes:Lookalikes"),
    ("keystrokes", "vntextclean.filters.keystrokes:Keystrokes"),
    # LAYOUT
    ("page-furniture", "vntextclean.filters.page_furniture:PageFurniture"),
    ("forum-furniture", "vntextclean.filters.forum_furniture:ForumFurniture"),
    ("boilerplate", "vntextclean.filters.boilerplate.filter:Boilerplate"),
    ("repeats", "vntextclean.filters.repeats:Repeats"),
    ("blank-lines", "vntextclean.filters.blank_lines:BlankLines"),
    # BOUNDARIES
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

#: Entry points of this group are filters of other packages. One is loaded only if it is requested by name.
GROUP = "vntextclean.filters"


def names() -> tuple[str, ...]:
    """The names of all built-in filters, in run order."""
    return tuple(name for name, _ in BUILTIN)


def build(wanted: Iterable[str], settings: Settings) -> tuple[Filter, ...]:
    """Create the named filters, in run order. One of another package runs after the built-ins of its phase.

    Raises :class:`ConfigError` for an unknown name.
    """
    left = set(wanted)
    filters = [_load(target, settings) for name, target in BUILTIN if name in left]
    left -= set(names())
    if left:
        from importlib.metadata import entry_points  # a fifth of the start-up of `clean`, and rarely needed

        others = {point.name: point.value for point in entry_points(group=GROUP)}
        for name in sorted(left):
            if name not in others:
                known = ", ".join([*names(), *sorted(others)])
                raise ConfigError(f"no filter is called {name!r}; there are: {known}")
            filters.append(_load(others[name], settings))
        filters.sort(key=lambda made: made.phase)
    return tuple(filters)


def _load(target: str, settings: Settings) -> Filter:
    module, _, factory = target.partition(":")
    made: Filter = getattr(import_module(module), factory)(settings)
    return made
