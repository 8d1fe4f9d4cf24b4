"""The rules of the filter, with what each repairs and keeps."""

from __future__ import annotations

from vntextclean.filter import Rule

RULES: dict[str, Rule] = {
    "invisibles.zero-width": Rule(
        "Zero-width spaces, joiners, byte order marks and other characters without a shape are deleted",
        "They come with copying from web pages, split words for every search, and nobody sees them.",
        ("Vi\u200bệt Nam", "Việt Nam"),
        "👩‍💻 نمی‌خواهم",
        "{what} is deleted",
        "bỏ ký tự vô hình {what}",
    ),
    "invisibles.soft-hyphen": Rule(
        "A soft hyphen is deleted, which joins its word",
        "It is a typesetter's hint. In undecoded TCVN3 text it is the letter ư, and there it stays.",
        ("thông\u00ad tin", "thông tin"),
        "th\u00ad mục",
        "a soft hyphen is deleted",
        "bỏ dấu nối mềm",
    ),
    "invisibles.direction": Rule(
        "Marks of writing direction are deleted where nothing is written from right to left",
        "They are left over from messages and file names; lines with Arabic or Hebrew letters keep theirs.",
        ("\u202aHà Nội\u202c", "Hà Nội"),
        "Hà Nội \u202bשלום\u202c",
        "{what} is deleted",
        "bỏ ký tự hướng chữ {what}",
    ),
    "invisibles.control": Rule(
        "Control characters are deleted, with the escape sequences of terminals",
        "No text means them; tab and line ends are not among them.",
        ("Báo cáo\x00 số 5", "Báo cáo số 5"),
        "cột\tcột",
        "control character {what} is deleted",
        "bỏ ký tự điều khiển {what}",
    ),
    "invisibles.windows": Rule(
        "Control characters that are quotation marks, dashes or letters in Windows-1252 become these",
        "A page in Windows-1252 that is read as Latin-1 has U+0093 for “. Browsers read it so (HTML, windows-1252).",
        ("Ông nói: \x93Đúng vậy\x94", "Ông nói: “Đúng vậy”"),
        "cột\tcột",
        "control character {what} is '{after}' in Windows-1252",
        "ký tự điều khiển {what} là '{after}' trong Windows-1252",
    ),
    "invisibles.line-end": Rule(
        "Form feeds and the line ends of other systems become a line end",
        "PDF and word processors leave them; few programs still break the line there.",
        ("trang một\x0ctrang hai", "trang một\ntrang hai"),
        "trang một\ntrang hai",
        "{what} becomes a line end",
        "{what} thành dấu xuống dòng",
    ),
}
