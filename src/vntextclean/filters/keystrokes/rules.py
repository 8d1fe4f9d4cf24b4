"""What the filter says of its repairs."""

from __future__ import annotations

from vntextclean.filter import Rule

RULES: dict[str, Rule] = {
    "keystrokes.telex": Rule(
        "Words typed in Telex without an input method become Vietnamese",
        "One such word proves nothing (moon and door are Telex too): the clause must hold two that only Telex spells.",
        ("tieesng Vieejt", "tiếng Việt"),
        "See you soon at the door, too!",
        "Telex keys for '{after}'",
        "phím Telex của '{after}'",
    ),
    "keystrokes.vni": Rule(
        "Words typed in VNI without an input method become Vietnamese",
        "Digits inside two words or more, in a clause where each such word is a syllable; formulas and codes stay.",
        ("tie61ng Vie65t", "tiếng Việt"),
        "CO2, mp3, A4, iPhone 6s",
        "VNI keys for '{after}'",
        "phím VNI của '{after}'",
    ),
    "keystrokes.english": Rule(
        "English words of daily use lose the marks that an input method put on them",
        "They are typed with the input method on. Words that French or Spanish marks as well (rôle, vídeo) stay.",
        ("Tặng côupon cho khách mới.", "Tặng coupon cho khách mới."),
        "café, rôle, Málaga, ca cao",
        "'{after}' was marked by an input method",
        "bộ gõ đã bỏ dấu vào '{after}'",
    ),
}
