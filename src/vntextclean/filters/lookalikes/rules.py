"""The rules of the filter, with what each repairs and keeps."""

from __future__ import annotations

from vntextclean.filter import Rule

RULES: dict[str, Rule] = {
    "lookalikes.eth": Rule(
        "Ð, ð and Ɖ in a Vietnamese word become Đ and đ",
        "Old fonts and code tables drew the Icelandic eth for đ; the two capitals look the same and never match. A "
        "small eth among capitals, or in a text that has ñ for đ, is Đ.",
        ("thành phố Ðà Lạt", "thành phố Đà Lạt"),
        "höfuðborg, Ðæð",
        "'{before}' is written with the {name}, not with đ",
        "'{before}' viết bằng {name}, không phải đ",
    ),
    "lookalikes.caron": Rule(
        "ǎ in a Vietnamese word becomes ă",
        "The caron of Chinese transcription points the other way; lines of pinyin keep it.",
        ("nǎm học mới", "năm học mới"),
        "nǐ hǎo, dǎ",
        "'{before}' has a caron for the breve",
        "'{before}' có dấu mũ ngược thay cho dấu ă",
    ),
    "lookalikes.gha": Rule(
        "ƣ and Ƣ in a Vietnamese word become ư and Ư",
        "Fonts of theses and decrees draw this letter of old Turkic alphabets like ư; PDF files hand it on.",
        ("tăng cƣờng quản lý NGƢỜI", "tăng cường quản lý NGƯỜI"),
        "aƣa, taƣ (Tatar, 1928)",
        "'{before}' is written with {name}, not with ư",
        "'{before}' viết bằng {name}, không phải ư",
    ),
    "lookalikes.n-tilde": Rule(
        "ñ and Ñ at the head of a Vietnamese word become đ and Đ",
        "VNI fonts keep đ at the place of ñ; converters that miss this one letter leave it. Spanish keeps its own.",
        ("ñược sử dụng, ÑẠI HỌC", "được sử dụng, ĐẠI HỌC"),
        "España, niño, ñandú",
        "'{before}' is written with {name}, not with đ",
        "'{before}' viết bằng {name}, không phải đ",
    ),
    "lookalikes.overlay": Rule(
        "A letter with a bar, hook or apostrophe added becomes đ, ơ or ư",
        "They were put together from pieces where the keyboard had no such letter.",
        ("d\u0335i về", "đi về"),
        "o\u0335 (a struck-out o)",
        "'{after}' was put together with {name}",
        "'{after}' được ghép bằng {name}",
    ),
    "lookalikes.dotless": Rule(
        "A dotless ı in a Vietnamese word becomes i",
        "PDF files take the dot off before they set the mark; Unicode then composes nothing. Without a tone mark, "
        "other marked letters must show that the word is Vietnamese, and no Turkish letter may be on the line.",
        ("k\u0131\u0301nh gửi", "kính gửi"),
        "Diyarbak\u0131r",
        "'{after}' was written with a dotless ı",
        "'{after}' viết bằng chữ ı không chấm",
    ),
    "lookalikes.script": Rule(
        "A Cyrillic or Greek letter in a Vietnamese word becomes the Latin one of its shape",
        "Keyboards and copy protection leave them. Words wholly of another script, and symbols, stay.",
        ("V\u0456ệt Nam", "Việt Nam"),
        "Мама, α-amylase, kΩ",
        "'{before}' holds a {name}",
        "'{before}' lẫn {name}",
    ),
    "lookalikes.alphabet": Rule(
        "Words in an alphabet of look-alikes become Vietnamese where a document is written so throughout",
        "Sites that share documents put letters of Cyrillic, Lao and African alphabets for Latin ones against copying. "
        "Eight different words must become syllables so.",
        (
            "пǥҺề ເủa mộƚ пǥười ƚҺợ, k\u031fếƚ quả ƚҺấɣ ƚҺậƚ гõ",
            "nghề của một người thợ, kết quả thấy thật rõ",
        ),
        "Мама мыла раму, ƚ",
        "'{before}' is '{after}' in letters of other alphabets",
        "'{before}' là '{after}' viết bằng chữ cái của bảng chữ khác",
    ),
    "lookalikes.styled": Rule(
        "Words in letters of mathematics, or in wide ones, get plain letters",
        "Posts use them for bold print. A word with a Vietnamese mark must be on the line; formulas have none.",
        ("\U0001d406\U0001d422\U0001d41a\u0309\U0001d426 \U0001d420\U0001d422\U0001d41a\u0301 mạnh", "Giảm giá mạnh"),
        "hàm \U0001d453 của \U0001d465",
        "'{after}' was written in styled letters",
        "'{after}' viết bằng chữ kiểu toán học hay chữ rộng",
    ),
    "lookalikes.twice": Rule(
        "Words of which each letter was drawn twice get it once",
        "PDF files print bold text by drawing it twice. Two such words side by side must be Vietnamese syllables.",
        ("BBỘỘ GGIIÁÁOO DDỤỤCC", "BỘ GIÁO DỤC"),
        "ừừ ờờ, AABB",
        "each letter of '{after}' was drawn twice",
        "mỗi chữ cái của '{after}' bị in hai lần",
    ),
}
