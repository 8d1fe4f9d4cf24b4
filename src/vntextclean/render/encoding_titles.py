"""What people call the encoding whose words a rule reads."""

from __future__ import annotations

from vntextclean.charsets.titles import TITLES
from vntextclean.wording import told


def title_of(rule: str, lang: str) -> str:
    """What people call the encoding that a rule reads; the rule itself if it has no such name.

    >>> title_of("legacy-fonts.viqr", "en"), title_of("mojibake.lossy", "en")
    ('VIQR', 'UTF-8 read by another table')
    """
    filter_name, _, kind = rule.partition(".")
    if kind in TITLES:
        return TITLES[kind][0]
    if filter_name == "mojibake":
        return told("UTF-8 read by another table", lang)
    if filter_name == "keystrokes":
        return told("words typed as {method}", lang, method=kind)
    return told("character references", lang) if filter_name == "references" else rule
