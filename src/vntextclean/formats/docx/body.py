"""The text of a part of a .docx, and the place of each piece of it in the XML.

A paragraph is a line. What is no text, or should not be changed by us, is one U+FFFC: pictures, references to notes,
fields, formulas, content controls, hidden and moved text, and text in a font of an old encoding. A text box is one too;
its content is a text of its own.
"""

from __future__ import annotations

from vntextclean.errors import InputError
from vntextclean.formats.docx.boxes import Boxes
from vntextclean.formats.docx.fonts import Fonts
from vntextclean.formats.docx.package import FLAVOURS
from vntextclean.formats.docx.parsing import Tag, walk
from vntextclean.formats.docx.pieces import Body, Run, Text
from vntextclean.frame import OBJECT

#: Inside a paragraph, elements whose runs are text of it.
_CONTAINERS = frozenset({"hyperlink", "ins", "smartTag"})
#: Inside a paragraph or a run, elements that leave no trace in its text.
_SILENT = frozenset(
    "pPr del moveFrom smartTagPr bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd permStart permEnd"
    " moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd"
    " customXmlDelRangeStart customXmlDelRangeEnd lastRenderedPageBreak commentReference annotationRef instrText"
    " delText delInstrText".split()
)
_OFF = frozenset({"0", "false", "off"})
_SPACE = str.maketrans("\t\n\r", "   ")  # in w:t they are drawn as spaces


#: What the root of a part with text is called.
_ROOTS = frozenset({"document", "hdr", "ftr", "footnotes", "endnotes"})


def body(xml: bytes, name: str, fonts: Fonts, outer: Body | None = None) -> Body:
    """Read a part, or a text box of the part ``outer``; raises :class:`InputError` for what no word processor wrote."""
    reader = _Reader(xml, name, fonts)
    if outer:
        reader.prefix, reader.flavour = outer.prefix, outer.flavour
    walk(xml, name, reader)
    text = "".join(reader.out)
    return Body(
        xml,
        text,
        tuple(reader.texts),
        tuple(reader.runs),
        reader.prefix,
        reader.flavour,
        reader.last_id,
        tuple(reader.boxes.found),
    )


class _Reader:
    """Follows the elements; ``_inside`` is where we are: "body" (outside of paragraphs), "p", "r", "rPr" or "t"."""

    def __init__(self, xml: bytes, name: str, fonts: Fonts) -> None:
        self.prefix = self.flavour = ""
        self.last_id = 0
        self.out: list[str] = []
        self.texts: list[Text] = []
        self.runs: list[Run] = []
        self._xml, self._name, self._fonts = xml, name, fonts
        self.boxes = Boxes()
        self._inside = "body"
        self._skipped = 0  # depth below an element that is not looked into
        self._controls: list[bool] = []  # content controls around paragraphs: whether their text comes from elsewhere
        self._containers: list[Tag] = []  # of the paragraph
        self._length = self._paragraphs = self._fields = 0
        self._style = ""
        # of the run, and of its w:t
        self._begin = self._content = self._first = self._shown = 0
        self._run_style = ""
        self._font: bool | None = None
        self._hidden = self._keeps = self._held = False
        self._pieces: list[str] = []

    def start(self, tag: Tag) -> None:
        """Look at an element, or pass over it."""
        if not self.prefix:
            self._root(tag)
            return
        local = self._local(tag)
        number = self._value(tag, "id")
        if number.isdecimal() and len(number) < 10:
            self.last_id = max(self.last_id, int(number))
        if self._skipped:
            if local == "pStyle" and self._skipped == 1:
                self._style = self._value(tag, "val")
            self._skipped += 1
            self.boxes.start(local, tag)
            return
        getattr(self, f"_in_{self._inside}")(local, tag)

    def _root(self, tag: Tag) -> None:
        for name, value in tag.attributes.items():
            if name.startswith("xmlns:") and value in FLAVOURS:
                self.prefix, self.flavour = f"{name[6:]}:", value
        if not self.prefix or tag.name[len(self.prefix) :] not in _ROOTS:
            raise InputError(f"{self._name} is no document of a word processor; save it again as .docx")

    def _local(self, tag: Tag) -> str:
        """The name of an element of WordprocessingML; of any other one "-"."""
        for name, value in tag.attributes.items():
            if name.startswith("xmlns") and (value == self.flavour) != (name == f"xmlns:{self.prefix[:-1]}"):
                raise InputError(f"{self._name} names its namespaces in an unusual way; save it again as .docx")
        return tag.name[len(self.prefix) :] if tag.name.startswith(self.prefix) else "-"

    def _value(self, tag: Tag, name: str, missing: str = "") -> str:
        return tag.attributes.get(f"{self.prefix}{name}", missing)

    def _in_body(self, local: str, tag: Tag) -> None:
        if local == "p":
            if self._paragraphs:
                self._put("\n")
            self._paragraphs += 1
            self._inside, self._style = "p", ""
        elif local == "sdt":
            self._controls.append(False)
        elif local == "dataBinding" and self._controls:
            self._controls[-1] = True
        elif local in ("-", "del", "moveFrom") or (local == "sdtContent" and self._controls[-1:] == [True]):
            self._skipped = 1
        elif local in ("footnote", "endnote") and self._value(tag, "type", "normal") != "normal":
            self._skipped = 1  # the line above the notes of a page

    def _in_p(self, local: str, tag: Tag) -> None:
        if local == "r":
            self._inside = "r"
            self._begin, self._content, self._first = tag.start, tag.end, len(self.texts)
            self._font, self._run_style, self._hidden, self._held = None, "", False, False
        elif local in _CONTAINERS:
            self._containers.append(tag)
        else:
            self._pass(local)

    def _in_r(self, local: str, tag: Tag) -> None:
        if local == "rPr":
            self._inside = "rPr"
        elif local == "fldChar":
            self._field(self._value(tag, "fldCharType"))
        elif local == "t":
            self._inside, self._pieces, self._shown = "t", [], tag.start
            self._keeps = tag.attributes.get("xml:space") == "preserve"
        elif local == "tab":
            self._fixed("\t")
        elif local == "cr" or (local == "br" and self._value(tag, "type", "textWrapping") == "textWrapping"):
            self._fixed("\n")
        else:
            self._pass(local)
            if not (self._fields or self._is_held()):
                self.boxes.open(tag)

    def _in_rPr(self, local: str, tag: Tag) -> None:  # noqa: N802 - the element is called so
        if local in ("vanish", "specVanish", "webHidden"):
            self._hidden = self._hidden or self._value(tag, "val", "1") not in _OFF
        elif local == "rFonts":
            self._font = self._fonts.of(tag.attributes, self.prefix)
        elif local == "rStyle":
            self._run_style = self._value(tag, "val")
        self._skipped = 1

    def _in_t(self, local: str, tag: Tag) -> None:
        del local
        raise InputError(f"{self._name} has {tag.name} inside of text; save it again as .docx")

    def _field(self, kind: str) -> None:
        """A field that is begun and not ended goes on in the paragraphs that follow, as a table of contents does."""
        if kind == "begin":
            self._object()
            self._fields += 1
        elif kind == "end":
            self._fields = max(0, self._fields - 1)
        self._skipped = 1

    def _pass(self, local: str) -> None:
        """Do not look into an element; it leaves a trace in the text, unless it is one of those that mark places."""
        if local not in _SILENT:
            self._object()
        self._skipped = 1

    def text(self, text: str) -> None:
        """Characters count in w:t alone."""
        if self._inside == "t":
            self._pieces.append(text)

    def end(self, name: str, end: int) -> None:
        """Leave an element."""
        if self._skipped:
            self._skipped -= 1
            self.boxes.end(end, over=not self._skipped)
            return
        local = name[len(self.prefix) :]
        if self._inside == "t":
            self._text(end)
            self._inside = "r"
        elif self._inside == "rPr":
            self._inside, self._content = "r", end
        elif self._inside == "r":
            self._run(end)
            self._inside = "p"
        elif self._inside == "p" and local == "p":
            self._inside = "body"
        elif self._inside == "p":
            self._containers.pop()
        elif local == "sdt":
            self._controls.pop()

    def _text(self, end: int) -> None:
        shown = "".join(self._pieces).translate(_SPACE)
        if not self._keeps:
            shown = shown.strip(" ")
        if not shown or self._fields:
            return
        if self._is_held():
            if not self._held:
                self._object()
            self._held = True
            return
        self.texts.append(Text(self._shown, end, self._length, shown, len(self.runs)))
        self._put(shown)

    def _insertions(self) -> list[Tag]:
        return [tag for tag in self._containers if tag.name == f"{self.prefix}ins"]

    def _is_held(self) -> bool:
        """Whether the text of this run is not ours to change, or could not be tracked."""
        inserted = self._insertions()
        if inserted and (len(inserted) > 1 or self._containers[-1] is not inserted[0]):
            return True  # the insertion of somebody else could not be parted around ours
        return self._hidden or self._fonts.is_old(self._font, self._run_style, self._style)

    def _run(self, end: int) -> None:
        if len(self.texts) == self._first:
            return
        own = self._insertions()
        inserted = self._xml[own[-1].start : own[-1].end] if own else b""
        self.runs.append(Run(self._begin, self._content, end, self._xml[self._begin : self._content], inserted))

    def _fixed(self, character: str) -> None:
        if not self._fields:
            self._put(character)
        self._skipped = 1

    def _object(self) -> None:
        if not self._fields:
            self._put(OBJECT)

    def _put(self, text: str) -> None:
        self.out.append(text)
        self._length += len(text)
