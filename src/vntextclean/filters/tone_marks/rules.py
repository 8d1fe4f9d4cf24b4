"""The rules of the filter ``tone-marks``, as users read them."""

from __future__ import annotations

from vntextclean.filter import Rule

RULES: dict[str, Rule] = {
    "tone-marks.placement": Rule(
        "A tone mark on the wrong letter moves to the right one",
        "By hand, by an old keyboard or by a PDF: tòan, qúa and quyêǹ are right in neither style, and one letter alone "
        "can bear it.",
        ("ngòai ra, đựơc", "ngoài ra, được"),
        "hoà, hòa, quý, laì (a damaged là)",
        "'{before}': the tone mark of '{after}' stood on the wrong letter",
        "'{before}': dấu thanh của '{after}' đặt sai chữ",
    ),
    "tone-marks.horn": Rule(
        "ưo and uơ before another letter become ươ",
        "The two horns are one vowel: no syllable has one without the other there. thuở and huơ end in uơ and stay.",
        ("nguời đựoc thuơng", "người được thương"),
        "thuở xưa, huơ tay, quờ quạng",
        "'{before}': one of the two horns of '{after}' is missing",
        "'{before}': thiếu một dấu móc của '{after}'",
    ),
    "tone-marks.sentence-end": Rule(
        "A full stop or question mark that became a dot below or a hook comes back",
        "VIQR writes both alike, so converters made `người.` into ngườị: two tones, or one no such syllable has.",
        ("nhớ ngườị Hôm sau", "nhớ người. Hôm sau"),
        "laị nói, Đaị Hội, lúc này ạ",
        "'{before}' swallowed the '{mark}' of its sentence",
        "'{before}' nuốt mất dấu '{mark}' cuối câu",
    ),
    "tone-marks.style": Rule(
        "Open oa, oe and uy get their tone in the style asked for",
        "hòa and hoà are both correct, so this happens only if tone_style is old or new.",
        ("hoà bình", "hòa bình"),
        "hòa, hoà",
        "'{after}' in the {style} style",
        "'{after}' theo kiểu {style_vi}",
    ),
}
