"""Runs inside LibreOffice's Python (``uno``), not inside the tests': makes documents, and settles tracked changes.

    python3 office.py PIPE make FILE.docx
    python3 office.py PIPE read keep|accept|reject FILE...

``read`` prints, for each file, a line of JSON: the paragraphs with their styles, the cells, the notes, the header, the
text boxes, the authors of tracked changes, and the comments. ``PIPE`` is the name of the pipe that soffice listens on.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.awt import Size
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

DISPATCH = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def said(name: str, value: object) -> PropertyValue:
    """A named argument of LibreOffice."""
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Office:
    """A running LibreOffice."""

    def __init__(self, pipe: str) -> None:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.5)
        else:
            sys.exit("LibreOffice did not answer within two minutes")
        self.services, self.context = context.ServiceManager, context
        self.desktop = self.make("com.sun.star.frame.Desktop")

    def make(self, service: str) -> object:
        """A service of LibreOffice."""
        return self.services.createInstanceWithContext(service, self.context)

    def open(self, url: str) -> object:
        """A document without a window."""
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (said("Hidden", True),))

    def dispatch(self, document: object, command: str) -> None:
        """Do what a menu would do."""
        helper = self.make("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


def listed(text: object) -> list[object]:
    """The paragraphs and tables of a text."""
    found, each = [], text.createEnumeration()
    while each.hasMoreElements():
        found.append(each.nextElement())
    return found


def shown(document: object) -> dict[str, object]:
    """What a reader sees of a document."""
    paragraphs, cells = [], []
    for one in listed(document.Text):
        if one.supportsService("com.sun.star.text.TextTable"):
            cells += [one.getCellByName(name).String for name in one.CellNames]
        else:
            paragraphs.append([one.ParaStyleName, one.String, looks(one)])
    notes = [document.Footnotes.getByIndex(number).String for number in range(document.Footnotes.Count)]
    style = document.StyleFamilies.getByName("PageStyles").getByName(
        document.CurrentController.ViewCursor.PageStyleName
    )
    shapes = [document.DrawPage.getByIndex(number) for number in range(document.DrawPage.Count)]
    redlines, each = [], document.Redlines.createEnumeration()
    while each.hasMoreElements():
        redlines.append(each.nextElement().RedlineAuthor)
    comments, each = [], document.TextFields.createEnumeration()
    while each.hasMoreElements():
        field = each.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            comments.append([field.Author, field.Content])
    return {
        "paragraphs": paragraphs,
        "cells": cells,
        "notes": notes,
        "header": style.HeaderText.String if style.HeaderIsOn else "",
        "boxes": [shape.String for shape in shapes if hasattr(shape, "String")],
        "redlines": redlines,
        "comments": sorted(comments),
    }


def looks(paragraph: object) -> list[list[object]]:
    """The letters of a paragraph in stretches of one look: bold or not, slanted or not, size."""
    found: list[list[object]] = []
    for portion in listed(paragraph):
        if portion.TextPortionType != "Text" or not portion.String:
            continue
        look = [portion.CharWeight, portion.CharPosture.value, portion.CharHeight]
        if found and found[-1][1:] == look:
            found[-1][0] += portion.String
        else:
            found.append([portion.String, *look])
    return found


def make(office: Office, path: Path) -> None:
    """A report with a heading, a footnote, bold words, a table and a header, saved by LibreOffice."""
    document = office.open("private:factory/swriter")
    text = document.Text
    style = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.HeaderIsOn = True
    style.HeaderText.String = "Báo  cáo của xã Phú Lộc"
    cursor = text.createTextCursor()
    cursor.ParaStyleName = "Heading 1"
    text.insertString(cursor, "Kết quả thựchiện dân chủ ở cơ sở", False)
    text.insertControlCharacter(cursor, 0, False)
    cursor.ParaStyleName = "Standard"
    text.insertString(cursor, "Xã đã tổ chức một buổi tọa đàm về công tác ", False)
    cursor.CharWeight = 150.0
    text.insertString(cursor, "dân vn", False)
    cursor.CharWeight = 100.0
    text.insertString(cursor, " trong toàn xã", False)
    note = document.createInstance("com.sun.star.text.Footnote")
    text.insertTextContent(cursor, note, False)
    note.Text.String = "Theo báo cáo của  Ủy ban nhan dân xã."
    text.insertString(cursor, ". Bà con  rất phấn khởi .", False)
    text.insertControlCharacter(cursor, 0, False)
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    text.insertTextContent(cursor, table, False)
    box = document.createInstance("com.sun.star.drawing.TextShape")  # Word's text box: saved as two alternatives
    box.setSize(Size(6000, 1500))
    document.DrawPage.add(box)
    box.String = "Hộp thư  góp ý của bà con"
    words = "Môt buổi tọa đàm", "Trời đẹp", "Bà con thựchiện tốt", "12"
    for name, word in zip(table.CellNames, words, strict=True):
        table.getCellByName(name).String = word
    document.storeToURL(path.as_uri(), (said("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def main(pipe: str, verb: str, *arguments: str) -> None:
    """See the module."""
    office = Office(pipe)
    if verb == "make":
        make(office, Path(arguments[0]))
        return
    way, *files = arguments
    for name in files:
        document = office.open(Path(name).as_uri())
        if way in DISPATCH:
            office.dispatch(document, DISPATCH[way])
        sys.stdout.write(json.dumps(shown(document), ensure_ascii=False) + "\n")
        document.close(True)


main(*sys.argv[1:])
# The bridge has threads that still run while the interpreter shuts down: on a busy machine one run ended in SIGSEGV
# after its answer was written. Everything is done here, so the process ends without that shutdown.
sys.stdout.flush()
os._exit(0)
