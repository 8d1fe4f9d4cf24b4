"""The rules of spacing, with what each repairs and keeps."""

from __future__ import annotations

from vntextclean.filter import Rule

RULES: dict[str, Rule] = {
    "spacing.odd": Rule(
        "A no-break or other Unicode space becomes a plain one",
        "Editors and HTML leave them behind; search and word counts take the two words for one.",
        ("Sơn\u00a0La", "Sơn La"),
        "Sơn La",
        "{name} for a plain space",
        "{name} thay cho dấu cách thường",
    ),
    "spacing.run": Rule(
        "Several spaces between two words become one",
        "They are left over from layout. Wide gaps that look like the columns of a table or form stay, and narrow "
        "ones of three rows that follow each other.",
        ("năm 2020  đến nay", "năm 2020 đến nay"),
        "Người lập          Giám đốc",
        "{count} spaces for one",
        "{count} dấu cách thay cho một",
    ),
    "spacing.trailing": Rule(
        "Spaces at the end of a line go",
        "They carry no meaning, but for exactly two: those are a line break in Markdown.",
        ("Kính gửi \nÔng Nam", "Kính gửi\nÔng Nam"),
        "dòng một  \ndòng hai",
        "spaces at the end of the line",
        "dấu cách thừa cuối dòng",
    ),
    "spacing.indent": Rule(
        "The indent of a paragraph of prose goes",
        "A first line's indent is layout; so is a margin of eight spaces and more, which goes before the lines around"
        " too. Indents of code and tables stay, and others of lists, verse and headings.",
        (" Ngay từ đầu năm, xã đã họp.", "Ngay từ đầu năm, xã đã họp."),
        "    Thân em như hạt mưa sa",
        "indent of a paragraph",
        "thụt đầu dòng của đoạn văn",
    ),
    "spacing.before-punctuation": Rule(
        "No space before , . ; : ! ? …; inside brackets it is only proposed",
        "Vietnamese sets none. Leaders, faces, file endings, ratios and lines of other languages stay.",
        ("khu vực , bà con", "khu vực, bà con"),
        "nền tảng .NET :) tỷ lệ 1 : 500",
        "no space stands {where} '{mark}'",
        "không có dấu cách {where_vi} '{mark}'",
    ),
    "spacing.after-punctuation": Rule(
        "A space that was lost behind a punctuation mark, or before an opening bracket, comes back",
        "Both sides must be words; numbers, addresses, abbreviations, initials and formulas stay.",
        ("Trời mưa.Nước dâng,dân lo.", "Trời mưa. Nước dâng, dân lo."),
        "TP.HCM, 1.500 đồng, PGS.TS, vnexpress.net",
        "a space was lost {where} '{mark}'",
        "mất dấu cách {where_vi} '{mark}'",
    ),
}
