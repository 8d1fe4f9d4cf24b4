"""Which text of a .docx stands in a font of an old encoding (.VnTime, VNI-Times).

Such a font draws "µ" as "à". Letters of Unicode would be drawn wrongly in it, so a repair of the text alone would make
the page worse: its text is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from vntextclean.formats.docx.parsing import Tag, walk

#: Fonts of TCVN3 begin with ".Vn", those of VNI with "VNI-": their makers named them so.
_OLD = (".vn", "vni-", "vni ")
_SLOTS = ("ascii", "hAnsi")
#: A chain of styles that is longer is a circle.
_LONGEST_CHAIN = 64


class Fonts:
    """The fonts of the styles of a document; immutable once made, so threads may share it."""

    def __init__(self, styles: Mapping[str, tuple[str, bool | None]], default: bool, normal: str) -> None:
        self._styles, self._default, self._normal = styles, default, normal

    @staticmethod
    def of(attributes: Mapping[str, str], prefix: str) -> bool | None:
        """Whether a w:rFonts names an old font; None if it names no font for Latin letters."""
        named = [attributes[f"{prefix}{slot}"] for slot in _SLOTS if f"{prefix}{slot}" in attributes]
        if named:
            return any(name.lower().startswith(_OLD) for name in named)
        return False if any(f"{prefix}{slot}Theme" in attributes for slot in _SLOTS) else None

    def is_old(self, own: bool | None, run_style: str, style: str) -> bool:
        """Whether text is drawn in an old font: its own, else that of its style, of its paragraph's, of all."""
        for found in (own, self._of_style(run_style), self._of_style(style or self._normal)):
            if found is not None:
                return found
        return self._default

    def _of_style(self, style: str) -> bool | None:
        for _ in range(_LONGEST_CHAIN):
            based, found = self._styles.get(style, ("", None))
            if found is not None or not based:
                return found
            style = based
        return None


def fonts(xml: bytes | None, name: str) -> Fonts:
    """The fonts of the part of styles; of a document without styles, none."""
    found = _Styles()
    if xml is not None:
        walk(xml, name, found)
    return Fonts(found.styles, found.default, found.normal)


class _Styles:
    def __init__(self) -> None:
        self.styles: dict[str, tuple[str, bool | None]] = {}
        self.default = False
        self.normal = ""
        self._style = ""
        self._above: list[str] = []

    def start(self, tag: Tag) -> None:
        before, sign, local = tag.name.rpartition(":")
        prefix = before + sign
        given = tag.attributes
        if local == "style":
            self._style = given.get(f"{prefix}styleId", "")
            self.styles[self._style] = ("", None)
            if given.get(f"{prefix}type") == "paragraph" and given.get(f"{prefix}default") in ("1", "true", "on"):
                self.normal = self._style
        elif local == "basedOn" and self._style:
            self.styles[self._style] = (given.get(f"{prefix}val", ""), self.styles[self._style][1])
        elif local == "rFonts" and "rPrDefault" in self._above:
            self.default = bool(Fonts.of(given, prefix))
        elif local == "rFonts" and self._style and self._above[-2:] == ["style", "rPr"]:
            self.styles[self._style] = (self.styles[self._style][0], Fonts.of(given, prefix))
        self._above.append(local)

    def text(self, text: str) -> None:
        """Styles have no text."""

    def end(self, name: str, end: int) -> None:
        del name, end
        if self._above.pop() == "style":
            self._style = ""
