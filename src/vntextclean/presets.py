"""The presets: lists of filters, and the rules that each preset leaves out.

``lossless`` changes nothing that a reader would see as a change of words. ``web`` is the default. ``forum`` keeps the
informal writing of messages. ``ocr`` is for pages from paper or PDF: it also joins their lines into paragraphs.
"""

from __future__ import annotations

from vntextclean.errors import ConfigError
from vntextclean.named_tuple import NamedTuple
from vntextclean.nearest import did_you_mean


class Preset(NamedTuple):
    """The filters of a preset, and the rules of them it leaves out."""

    summary: str
    filters: tuple[str, ...]
    ignore: tuple[str, ...] = ()


_LETTERS = ("mojibake", "references", "legacy-fonts", "invisibles", "compose", "lookalikes")
_CHARACTERS = (*_LETTERS, "keystrokes")
_LAYOUT = ("boilerplate", "repeats", "inline-furniture", "blank-lines")
_BOUNDARIES = ("spacing", "split-words", "run-ons")
_PAPER = ("page-furniture", "moved-letters", "line-joins", "ocr-confusions")
_WORDS = ("tone-marks", "bare-phrases", "diacritics", "lost-words")

PRESETS: dict[str, Preset] = {
    "lossless": Preset(
        "Unicode and encoding repair, and white space that carries no meaning",
        (*_LETTERS, "spacing"),
        ignore=(
            "legacy-fonts.dropped",
            "legacy-fonts.lost-horn",
            "legacy-fonts.lost-marks",
            "legacy-fonts.question-marks",
            "legacy-fonts.replaced",
            "legacy-fonts.t5-blanks",
            "legacy-fonts.unicode-as-vni",
            "lookalikes.styled",
            "mojibake.chosen",
            "mojibake.unknown",
            "references.line-breaks",
            "spacing.before-punctuation",
            "spacing.after-punctuation",
        ),
    ),
    "web": Preset("everything a scraped page needs; the default", (*_CHARACTERS, *_LAYOUT, *_BOUNDARIES, *_WORDS)),
    "forum": Preset(
        "web, but teen spelling, repeated letters, emoticons and unmarked messages stay",
        (*_CHARACTERS, "forum-furniture", *_LAYOUT, *_BOUNDARIES, *_WORDS),
        ignore=("bare-phrases", "lost-words"),
    ),
    "ocr": Preset(
        "web, and lines joined into paragraphs, OCR confusions, running heads and page numbers",
        (*_CHARACTERS, *_LAYOUT, *_PAPER, *_BOUNDARIES, *_WORDS),
        ignore=("lost-words",),
    ),
}


def preset(name: str) -> Preset:
    """The preset of that name. Raises :class:`ConfigError`, which lists the presets, if there is none.

    >>> "run-ons" in preset("web").filters, "run-ons" in preset("lossless").filters
    (True, False)
    """
    try:
        return PRESETS[name]
    except KeyError:
        raise ConfigError(f"no preset is called {name!r}{did_you_mean(name, PRESETS)}") from None
