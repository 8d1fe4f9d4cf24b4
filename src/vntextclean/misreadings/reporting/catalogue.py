"""The visible table of misreadings: what each is called, where it is met, and what it makes of a sample.

What is read is in :mod:`vntextclean.misreadings.tables.code_pages` and :mod:`vntextclean.charsets`; this table is made
from it, for the command line and the documentation.
"""

from __future__ import annotations

from vntextclean.charsets.titles import TITLES
from vntextclean.misreadings.tables.code_pages import CODE_PAGES, undefined, views
from vntextclean.named_tuple import NamedTuple

_SAMPLE = "Chợ nổi ở Cái Răng, đò về sớm"
_SPACES = "ngày này thành phố mở"
#: Where bytes are lost, only a sentence tells the words.
_GARDEN = "Chiều nay chúng tôi cùng nhau dọn vườn, trồng thêm mấy luống rau cải"
_LONG = "Người dân trong xã họp bàn việc trồng rừng và xây cầu mới"


class Misreading(NamedTuple):
    """One row: a name, what it is, where it is met, a rule that reads it, and a sample before and after.

    ``lossless`` says whether the preset of that name reads it: nothing was lost, or what was lost leaves one word only.
    """

    name: str
    title: str
    met: str
    rule: str
    lossless: bool
    before: str
    after: str


def catalogue() -> tuple[Misreading, ...]:
    """Every misreading that is read.

    >>> [row.before[:6] for row in catalogue() if row.name in ("cp1252", "cp437")]
    ['Chá»£ ', 'Chß╗ú ']
    """
    return (*_whole(), *_lossy(), *_fonts(), *_escapes())


def _seen(page: str, text: str = _SAMPLE) -> str:
    return "".join(views(page)[byte] for byte in text.encode())


def _whole() -> list[Misreading]:
    rows = [
        Misreading(
            page.name, f"UTF-8 read as {page.title}", page.met, "mojibake.utf-8", True, _seen(page.name), _SAMPLE
        )
        for page in CODE_PAGES
    ]
    twice = _seen("cp1252", _seen("cp1252", "Chợ nổi"))
    name, (_, before, after) = "tcvn3", TITLES["tcvn3"]
    return [
        *rows,
        Misreading("twice", "the same again, by one table or several, up to four times", "exports of exports",
                   "mojibake.utf-8", True, twice, "Chợ nổi"),
        Misreading("old-as-utf-8", "TCVN3 or VNI written as UTF-8, which was read as Windows-1252",
                   "pages in old fonts, saved again", f"legacy-fonts.{name}", True, _seen("cp1252", before), after),
    ]  # fmt: skip


def _lossy() -> list[Misreading]:
    latin = _LONG.encode().decode("latin-1")
    stripped = "".join(char for char in latin if not "\x80" <= char < "\xa0")
    replaced = "".join("\ufffd" if "\x80" <= char < "\xa0" else char for char in latin)
    holes = {chr(byte) for byte in undefined("cp1252")}
    dropped = "".join(char for char in _seen("cp1252", _LONG) if char not in holes)
    return [
        Misreading("dropped", "bytes dropped that the table has no character for", "programs that know Windows-1252",
                   "mojibake.chosen", False, dropped, _LONG),
        Misreading("stripped", "Latin-1 without its control characters", "pages decoded without a charset",
                   "mojibake.chosen", False, stripped, _LONG),
        Misreading("replaced", "U+FFFD or ? for such bytes", "converters", "mojibake.chosen", False, replaced, _LONG),
        Misreading("spaces", "the no-break space of an à made a space", "editors, and spreadsheets",
                   "mojibake.lossy", True, _seen("cp1252", _SPACES).replace("\u00a0", " "), _SPACES),
        Misreading("recased", "lower or upper case afterwards", "corpora, search indexes",
                   "mojibake.utf-8", True, _seen("cp1252", "chợ đã đông từ sáng").lower(), "chợ đã đông từ sáng"),
        Misreading("unknown", "U+FFFD for a letter of text that was right", "broken bytes", "mojibake.unknown", False,
                   "Chị em rủ nhau đi ch\ufffd mua rau", "Chị em rủ nhau đi chợ mua rau"),
    ]  # fmt: skip


def _fonts() -> list[Misreading]:
    rows = [
        Misreading(name, title, "pages, files and PDF from before Unicode", f"legacy-fonts.{name}", True, before, after)
        for name, (title, before, after) in TITLES.items()
    ]
    return [
        *rows,
        Misreading("swapped", "Latin-1 read as Windows-1258", "old pages saved again", "legacy-fonts.swapped", True,
                   "Th\u0301 c\u0323n ai, t\u0301nh đă xa", "Thì còn ai, tình đã xa"),
        Misreading("unicode-as-vni", "Unicode that went through a VNI converter", "sites that share documents",
                   "legacy-fonts.unicode-as-vni", False, "Cơng tác kế tốn khơng thiếu", "Công tác kế toán không thiếu"),
        Misreading("lost-marks", "Windows-1258 without the marks it has no sign for", "files saved again",
                   "legacy-fonts.lost-marks", False, "muo?ìn xa?y nhaÌ, caÌy ruo?òng", "muốn xây nhà, cày ruộng"),
        Misreading("question-marks", "? for every letter that Latin-1 lacks, throughout a text", "columns of databases",
                   "legacy-fonts.question-marks", False,
                   "Chi?u nay chúng tôi cùng nhau d?n v??n, tr?ng thêm m?y lu?ng rau c?i", _GARDEN),
        Misreading("letters-dropped", "letters that Latin-1 lacks dropped throughout a text", "PDF of old programs",
                   "legacy-fonts.dropped", False,
                   "Chiu nay chúng tôi cùng nhau dn vn, trng thêm my lung rau ci", _GARDEN),
        Misreading("letters-replaced", "the same, and U+FFFD for those that Latin-1 has", "Latin-1 read as UTF-8",
                   "legacy-fonts.replaced", False,
                   "Ngi th gm l\ufffdm vic t t m s\ufffdng, kh\ufffdng ngh tay",
                   "Người thợ gốm làm việc từ tờ mờ sáng, không nghỉ tay"),
        Misreading("lost-horn", "TCVN3 without its soft hyphens, which are ư", "PDF, web forms",
                   "legacy-fonts.lost-horn", False, "chñ ®Çu t x©y dùng phêng 5", "chủ đầu tư xây dựng phường 5"),
        Misreading("t5-blanks", "T5 without its à, đ and ỷ, whose codes show nothing", "PDF of LaTeX",
                   "legacy-fonts.t5-blanks", False, "tr÷a n y c£ l ng g°t ngo i  çng",
                   "trưa này cả làng gặt ngoài đồng"),
        Misreading("gha", "ƣ for ư", "PDF of theses and decrees", "lookalikes.gha", True, "tăng cƣờng", "tăng cường"),
        Misreading("look-alikes", "an alphabet of look-alikes", "sites that share documents, against copying",
                   "lookalikes.alphabet", True, "пǥҺề ເủa mộƚ пǥười ƚҺợ, k\u031fếƚ quả ƚҺấɣ ƚҺậƚ гõ",
                   "nghề của một người thợ, kết quả thấy thật rõ"),
        Misreading("n-tilde", "ñ for đ", "VNI fonts, half converted", "lookalikes.n-tilde", True, "ñược", "được"),
    ]  # fmt: skip


def _escapes() -> list[Misreading]:
    return [
        Misreading("references", "character references", "text taken out of HTML", "references.letters", True,
                   "Ti&#7871;ng Vi&#x1EC7;t c&ograve;n", "Tiếng Việt còn"),
        Misreading("json", "escapes of JSON and JavaScript", "scripts, exports of social networks",
                   "references.escapes", True, "ch\\u1ee3 qu\\u00ea, ch%u1EE3", "chợ quê, chợ"),
        Misreading("code-points", "code points in brackets, also in braces", "output of R, programs",
                   "references.escapes", True, "ch<U+1EE3> qu<U+00EA>", "chợ quê"),
        Misreading("bytes", "escapes of bytes, hexadecimal or octal", "logs, program output",
                   "references.escapes", True, "ch\\xe1\\xbb\\xa3 qu\\xc3\\xaa", "chợ quê"),
        Misreading("quoted-printable", "quoted-printable and encoded words", "mail and vCards",
                   "references.escapes", True, "ch=E1=BB=A3 qu=C3=AA", "chợ quê"),
    ]  # fmt: skip
