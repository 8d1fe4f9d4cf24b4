"""Units of measure that have no vowel or could be syllables: what stands behind a number and is not a damaged word."""

from __future__ import annotations

#: Lengths, weights and volumes: so common behind numbers that a glued string may begin with them ("40 kmmỗi giờ").
COMMON_UNITS = frozenset(["km", "kg", "cm", "mm", "ml"])
#: With areas and powers: a sentence may end in one and have lost the space behind it ("nặng 5 kg.Sau đó").
MEASURES = COMMON_UNITS | frozenset(["ha", "mg", "kw", "kwh"])
#: All units, and how numbers are cut short, that may stand behind a number without being a syllable that lost letters.
#: "tn" and "thng" are none.
UNITS = MEASURES | frozenset(
    "g gr m dm nm l cl dl hl mw gw v kv w hz khz mhz ghz kb mb gb tb kbps mbps px pt cc hp mph rpm psi pcs h s ms ns "
    "st nd rd th k tr tđ trđ đ p ph t b bn mn pl db dpi fps ppm".split()
)
