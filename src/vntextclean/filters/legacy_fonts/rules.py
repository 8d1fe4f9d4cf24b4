"""The rules of legacy-fonts: of each table of charsets, of what was done to such text, and of lost letters."""

from __future__ import annotations

from vntextclean.charsets.titles import TITLES
from vntextclean.filter import Rule


def _rules() -> dict[str, Rule]:
    rules = {}
    for name, (title, before, after) in TITLES.items():
        rules[f"legacy-fonts.{name}"] = Rule(
            summary=f"Reads text in {title} as Unicode.",
            why=(
                "Pages and files from before Unicode hold codes of the fonts they were typed for. The codes of "
                f"{title} reach us as punctuation and foreign letters. A line is read only when nearly all its words, "
                "several of them, become Vietnamese syllables under one table; one or two words by themselves are too "
                "few and stay, unless the other lines of the document are in the same encoding."
            ),
            repairs=(before, after),
            keeps="På brød, så nå; Não são três; Où est l'été ?",
            reason="'{seen}' is '{word}' in " + title,
            reason_vi="'{seen}' là '{word}' trong bảng mã " + title,
        )
    rules["legacy-fonts.swapped"] = Rule(
        summary="Reads Latin-1 that was taken for Windows-1258.",
        why=(
            "Old pages saved as Latin-1 and opened as Windows-1258 have an acute accent for ì, a dot below for ò, ă "
            "for ã. A consonant never carries a mark in Vietnamese; two such words on a line, or three in a document, "
            "are asked for, because Polish and romanised Sanskrit have such consonants."
        ),
        repairs=("Th\u0301 c\u0323n ai, t\u0301nh đă xa", "Thì còn ai, tình đã xa"),
        keeps="Gdańsk, Saṃyutta và ṭa",
        reason="'{seen}' is '{word}' read as Windows-1258",
        reason_vi="'{seen}' là '{word}' đọc nhầm sang Windows-1258",
    )
    rules["legacy-fonts.unicode-as-vni"] = Rule(
        summary="Reads Unicode that a converter for VNI fonts spoilt.",
        why=(
            "The converter takes ó, ò, ô, oà and oá for codes of VNI and makes ĩ, ị, ơ, ồ and ố of them: sites that "
            "share documents are full of it. Read only on lines without any ó, ò or ô, beside a word that is possible "
            "in no other way; where two words fit, the language model chooses, so `lossless` leaves this rule out."
        ),
        repairs=("Cơng tác kế tốn khơng cịn thiếu", "Công tác kế toán không còn thiếu"),
        keeps="Công tác tốn kém, hồn nhiên, cơ quan",
        reason="'{word}' became '{seen}' in a converter for VNI",
        reason_vi="'{word}' thành '{seen}' do bộ chuyển mã VNI",
    )
    rules["legacy-fonts.lost-marks"] = Rule(
        summary="Puts back the circumflex, horn and breve that became '?' in Windows-1258.",
        why=(
            "A program that takes letters apart before it writes Windows-1258 keeps the tones and loses these marks. "
            "Three different words with a '?' inside prove a text. Behind a and o two marks are possible, and the "
            "language model chooses, so `lossless` leaves this rule out."
        ),
        repairs=("muo?ìn xa?y nhaÌ, caÌy ruo?òng", "muốn xây nhà, cày ruộng"),
        keeps="Ai ði?Ì Sao la?i thê? Ok?a",
        reason="'{seen}' is '{word}' in Windows-1258 without its marks",
        reason_vi="'{seen}' là '{word}' trong Windows-1258 đã mất dấu mũ, dấu móc",
    )
    rules["legacy-fonts.lost-horn"] = Rule(
        summary="Puts back the ư that TCVN3 lost behind a consonant.",
        why=(
            "In TCVN3 the soft hyphen is ư, and many programs drop soft hyphens. Within a syllable that is told by the "
            "syllable; of 'như' or 'tư' a consonant alone is left. On a line that shows the loss it is read where the "
            "language model prefers the word to the letter by far, so `lossless` leaves this rule out."
        ),
        repairs=("chñ ®Çu t x©y dùng phêng 5", "chủ đầu tư xây dựng phường 5"),
        keeps="®iÓm t kho¶n 2; 5 t thóc",
        reason="'{seen}' is '{word}' in TCVN3 that lost its soft hyphens",
        reason_vi="'{seen}' là '{word}' trong bảng mã TCVN3 đã mất chữ ư",
    )
    rules["legacy-fonts.t5-blanks"] = Rule(
        summary="Puts back à, đ and ỷ that a reader of PDF made blanks of, in fonts of LaTeX.",
        why=(
            "Some fonts of LaTeX name no characters, and their codes for à, đ and ỷ are a no-break space and control "
            "characters, of which many programs make blanks. On a line that is proved to be in such a font, a word is "
            "read if it alone fits, or if the language model prefers it by far; `lossless` leaves this rule out."
        ),
        repairs=("tr÷a n y c£ l ng g°t ngo i  çng", "trưa này cả làng gặt ngoài đồng"),
        keeps="c£ nh , ngo i ành",
        reason="'{seen}' is '{word}' in T5 (fonts of LaTeX) without its lost letters",
        reason_vi="'{seen}' là '{word}' trong bảng mã T5 (phông LaTeX) đã mất chữ",
    )
    return rules | _of_lost_letters()


def _of_lost_letters() -> dict[str, Rule]:
    chooses = (
        "The rest of the page proves it: not one letter that was lost stands anywhere, nearly every word is what the "
        "loss makes of a syllable, and many are none any more. Which word it was the language model chooses over the "
        "line, and what it is not sure of stays, so `lossless` leaves this rule out."
    )
    return {
        "legacy-fonts.question-marks": Rule(
            summary="Fills the letters that became '?' throughout a text because Latin-1 lacks them.",
            why=f"A database column in Latin-1 keeps à, ê and ú, and writes '?' for đ, ư, ạ and their like. {chooses}",
            repairs=(
                "M?y hôm nay tr?i tr? l?nh, các cháu nh? trong làng ph?i m?c thêm áo ?m khi ??n tr??ng",
                "Mấy hôm nay trời trở lạnh, các cháu nhỏ trong làng phải mặc thêm áo ấm khi đến trường",
            ),
            keeps="Thế à? Sao??? page.php?id=5; c? gi?t ???c",
            reason="'{seen}' is what Latin-1 with '?' leaves of '{word}'",
            reason_vi="'{seen}' là phần Latin-1 còn giữ của '{word}', chữ khác thành '?'",
        ),
        "legacy-fonts.dropped": Rule(
            summary="Fills the letters that were dropped throughout a text because a font or table lacks them.",
            why=f"A font of Latin-1 has no đ, ư or ạ; programs that print with it draw nothing for them. {chooses}",
            repairs=(
                "Chiu nay chúng tôi cùng nhau dn vn, trng thêm my lung rau ci",
                "Chiều nay chúng tôi cùng nhau dọn vườn, trồng thêm mấy luống rau cải",
            ),
            keeps="Truong lang o gan cho; Où est passé l'été ?",
            reason="'{seen}' is '{word}' without the letters that Latin-1 lacks",
            reason_vi="'{seen}' là '{word}' mất những chữ ngoài Latin-1",
        ),
        "legacy-fonts.replaced": Rule(
            summary="Fills letters throughout a text of which some were dropped and the others became U+FFFD.",
            why=(
                "Text written as Latin-1 loses đ, ư and ạ, and its à, ê and ú become U+FFFD where it is read as UTF-8. "
                f"{chooses}"
            ),
            repairs=(
                "Ngi th gm l\ufffdm vic t t m s\ufffdng, kh\ufffdng ngh tay",
                "Người thợ gốm làm việc từ tờ mờ sáng, không nghỉ tay",
            ),
            keeps="Nhà nghèo \ufffd xã; na\ufffdve",
            reason="'{seen}' is what is left of '{word}' in Latin-1 that was read as UTF-8",
            reason_vi="'{seen}' là phần còn lại của '{word}' trong Latin-1 đọc nhầm là UTF-8",
        ),
    }


RULES = _rules()
