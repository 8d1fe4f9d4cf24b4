"""What the rules about spaces and words do and why, in Vietnamese, by their codes."""

from __future__ import annotations

from vntextclean.wording.vietnamese.rules import Told

RULES: dict[str, Told] = {
    "spacing.odd": Told(
        "Dấu cách không ngắt hay dấu cách Unicode khác thành dấu cách thường",
        "Trình soạn thảo và HTML để chúng lại; tìm kiếm và đếm từ coi hai từ là một.",
    ),
    "spacing.run": Told(
        "Nhiều dấu cách giữa hai từ còn một",
        "Chúng sót lại từ cách trình bày. Khoảng rộng trông như cột của bảng hay biểu mẫu thì giữ nguyên.",
    ),
    "spacing.trailing": Told(
        "Bỏ dấu cách ở cuối dòng", "Chúng không có nghĩa gì, trừ đúng hai dấu: đó là ngắt dòng trong Markdown."
    ),
    "spacing.indent": Told(
        "Bỏ thụt đầu dòng của đoạn văn xuôi",
        "Thụt đầu dòng là cách trình bày; lề từ tám dấu cách trở lên cũng vậy, và được bỏ cả ở các dòng xung quanh. Mã"
        " nguồn và bảng thì giữ nguyên; danh sách, thơ và tiêu đề thụt vào vì lẽ khác cũng vậy.",
    ),
    "spacing.before-punctuation": Told(
        "Không có dấu cách trước , . ; : ! ? …; trong ngoặc thì chỉ gợi ý",
        "Tiếng Việt không đặt dấu cách ở đó. Hàng chấm, mặt cười, đuôi tệp, tỉ số và dòng tiếng khác thì giữ nguyên.",
    ),
    "spacing.after-punctuation": Told(
        "Trả lại dấu cách đã mất sau dấu câu, hoặc trước ngoặc mở",
        "Hai bên phải là từ; con số, địa chỉ, chữ viết tắt và công thức thì giữ nguyên.",
    ),
    "line-joins.wrapped": Told(
        "Dòng bị cắt ở mép trang được nối với dòng sau",
        "Văn bản đọc từ giấy hay PDF xuống dòng ở chỗ trang xuống dòng, giữa câu. Tiêu đề, mục danh sách, bảng,"
        " thơ, địa"
        " chỉ và phần chữ ký vẫn đứng riêng dòng.",
    ),
    "line-joins.hyphen": Told(
        "Từ bị gạch nối cắt đôi ở cuối dòng được nối lại",
        "Có người sắp chữ tách âm tiết dài hay từ mượn có gạch nối ở mép trang. Gạch nối vốn của từ thì giữ nguyên.",
    ),
    "moved-letters.line": Told(
        "Chữ cái đứng sau dòng hay dưới dòng được trả về trong các từ của dòng",
        "Tệp PDF vẽ những chữ mà phông không có bằng phông thứ hai, và chương trình lấy chữ đưa chúng ra sau dòng, theo"
        " thứ tự. Dòng chỉ được ghép lại khi mọi chữ ấy đều thành từ, và văn bản có ba dòng như vậy.",
    ),
    "moved-letters.around": Told(
        "Chữ cái đứng lộn xộn quanh các dòng được trả về trong từ",
        "Có chương trình lấy chữ xếp trang theo chỗ vẽ, nên chữ của phông thứ hai đứng trước, giữa hay sau đoạn. Những"
        " dòng và chữ liền nhau là một khối khi chữ lấp vừa mọi chỗ trống. Chữ nào rõ ràng hợp thì trở về, chữ khác"
        " ở lại sau khối.",
    ),
    "moved-letters.cut": Told(
        "Dòng bị cắt trước mỗi dấu được ghép lại",
        "Tệp PDF vẽ dấu thành ký hiệu riêng thì pdfminer bắt đầu một dòng mới ở mỗi dấu, rồi xếp các mảnh theo cột. Mỗi"
        " mảnh về sau mảnh có từ cuối mà dấu của nó làm cho trọn, khi cả khối ghép được hết.",
    ),
    "split-words.syllable": Told(
        "Âm tiết bị dấu cách tách đôi được nối lại",
        "PDF và OCR đặt dấu cách giữa từ. Hai mảnh được nối khi ít nhất một mảnh khó là từ và mô hình thấy cả"
        " từ hợp với"
        " câu hơn. Chữ viết tắt tên, đơn vị, chữ đánh mục và tên riêng thì giữ nguyên.",
    ),
    "split-words.spaced": Told(
        "Tiêu đề viết cách từng chữ cái được nối lại",
        "Khoảng cách chữ rộng thành dấu cách khi trang được đọc từ giấy. Các chữ được nối lại rồi tách thành từ.",
    ),
    "run-ons.words": Told(
        "Các từ viết dính được tách ra",
        "Khi lấy chữ ra, dấu cách ở chỗ hết dòng, hết liên kết hay hết đoạn định dạng bị mất. Mô hình ngôn ngữ"
        " cân các từ"
        " ấy trong câu với một từ lạ; tên nước ngoài, nhãn hiệu, đơn vị và mã số để nguyên.",
    ),
    "run-ons.sentence": Told(
        "Câu dính vào câu trước được trả lại dấu chấm và dấu cách",
        "Chữ hoa giữa chuỗi mở đầu một câu hay một tên; chỉ đặt dấu chấm khi mô hình chắc chắn đó không phải tên.",
    ),
    "run-ons.list": Told(
        "Các mục liệt kê dính nhau được trả lại dấu phẩy và dấu cách",
        "Chỉ đặt dấu phẩy khi mô hình chắc chắn hai từ không nối tiếp nhau.",
    ),
    "run-ons.echo": Told(
        "Từ đứng sau chính các chữ đầu của nó thì bỏ các chữ ấy",
        "Bộ gõ gõ lại cả từ khi thêm dấu, và vài trình soạn thảo giữ lại chữ đã gõ trước. Mô hình ngôn ngữ phải thấy"
        " chúng lạc chỗ: hai từ viết dính có thể trông giống hệt.",
    ),
    "run-ons.number": Told(
        "Con số viết dính với từ được tách ra",
        "Chỉ khi đó là từ tiếng Việt thường đứng trước hay sau con số; đơn vị, mã số và chú thích thì giữ nguyên.",
    ),
    "tone-marks.placement": Told(
        "Dấu thanh đặt sai chữ được chuyển sang chữ đúng",
        "Do gõ tay hay bàn phím cũ: tòan và qúa không đúng theo kiểu nào, và chỉ một chữ có thể mang dấu ấy.",
    ),
    "tone-marks.horn": Told(
        "ưo và uơ trước chữ khác thành ươ",
        "Hai móc là một nguyên âm: ở đó không âm tiết nào có móc này mà thiếu móc kia. thuở và huơ kết thúc bằng uơ nên"
        " giữ nguyên.",
    ),
    "tone-marks.sentence-end": Told(
        "Dấu chấm hay dấu hỏi đã thành dấu nặng hay dấu hỏi trên chữ trở lại như cũ",
        "VIQR viết hai thứ như nhau, nên trình chuyển mã biến `người.` thành ngườị: hai dấu thanh, hoặc dấu mà không âm"
        " tiết nào có.",
    ),
    "tone-marks.style": Told(
        "oa, oe và uy mở được đặt dấu thanh theo kiểu đã chọn",
        "hòa và hoà đều đúng, nên chỉ sửa khi tone_style là old hoặc new.",
    ),
    "ocr-confusions.rn": Told(
        "rn không là âm đầu hay âm cuối thì là m",
        "Không âm tiết tiếng Việt nào có rn; với m thì phải là từ, còn như đang viết thì không.",
    ),
    "ocr-confusions.capital-i": Told(
        "Chữ I hoa mở đầu một từ viết thường là l", "I là nguyên âm; trước một nguyên âm mang âm tiết thì nó vốn là l."
    ),
    "ocr-confusions.digit": Told(
        "Số 1 hay 0 trong từ là l, i hay o",
        "Chỉ một chữ số, và chỉ khi từ có chữ cái ấy là âm tiết thông dụng có dấu.",
    ),
    "ocr-confusions.letter": Told(
        "Một hay hai chữ không âm tiết nào có ở đó là chữ trông giống nó",
        "Không âm tiết nào bắt đầu bằng tl, nl, cl, lr hay bằng e trước nguyên âm: l vốn là i, li là h, cl là"
        " d, lr là tr,"
        " e là c. Như đang viết thì không phải từ; sửa rồi phải là từ thông dụng có dấu và hợp với câu.",
    ),
    "ocr-confusions.number": Told(
        "l, I và O giữa các chữ số là 1 và 0, và l trong số La Mã là I",
        "Sau những từ đòi con số (năm, ngày, Điều, Chương) hoặc trong năm.",
    ),
    "bare-phrases.marks": Told(
        "Cụm từ mất hết dấu trong văn bản có dấu được trả lại dấu",
        "Ba từ liền trở lên, trên dòng có dấu, chỉ có nghĩa khi có dấu. Nhiều cụm từ đúng vốn không dấu; tên,"
        " lời trích và"
        " từ tiếng khác thì giữ nguyên.",
    ),
    "diacritics.tone": Told(
        "Âm tiết mất dấu thanh được trả lại dấu",
        "Âm tiết kết thúc bằng phụ âm tắc mà không có sắc hay nặng thì không phải từ; còn lại do ngữ cảnh quyết định.",
    ),
    "diacritics.marks": Told(
        "Âm tiết mất hết dấu được trả lại dấu",
        "Chữ không dấu có thể là cả chục từ; chỉ sửa khi các từ bên cạnh chỉ cho phép một từ.",
    ),
    "diacritics.shape": Told(
        "Dấu trăng, mũ, móc hay gạch đã mất dưới dấu thanh trở lại",
        "Chuyển mã và gõ vội làm mất dấu của nguyên âm mà giữ dấu thanh.",
    ),
    "diacritics.wrong-tone": Told(
        "Dấu thanh sai được sửa lại",
        "Hỏi và ngã nghe như nhau ở nửa đất nước; máy đọc giấy nhầm sắc với huyền.",
    ),
    "diacritics.letter": Told(
        "Chữ có dấu đã rơi mất khi lấy chữ ra trở lại",
        "Phông thiếu một hình chữ làm mất chữ ấy không dấu vết; phần còn lại hiếm khi là từ.",
    ),
    "diacritics.plain-letter": Told(
        "Chữ không dấu đã rơi mất trở lại", "Lỗi gõ; chỉ sửa khi ngữ cảnh quyết định rõ ràng."
    ),
    "diacritics.other-marks": Told(
        "Dấu bị đọc thành dấu khác được sửa lại",
        "Máy OCR nhầm dấu này với dấu kia, cả thanh lẫn nguyên âm cùng lúc; ngữ cảnh phải chỉ còn một từ.",
    ),
    "diacritics.sound": Told(
        "Âm đầu hay âm cuối viết theo cách phát âm được sửa lại",
        "s và x, tr và ch, d, gi và r, l và n, âm cuối c và t, n và ng nghe như nhau ở nửa đất nước.",
    ),
    "diacritics.extra-letter": Told(
        "Bỏ một chữ thừa", "Phím bấm hai lần hay bấm nhầm phím bên; phần còn lại phải là từ mà các từ bên cạnh đòi hỏi."
    ),
    "diacritics.exchanged": Told("Hai chữ đổi chỗ cho nhau trở về", "Tay nhanh bấm phím thứ hai trước."),
    "diacritics.other-letter": Told(
        "Chữ bị thay bằng chữ giống nó hay chữ ở phím bên được sửa lại",
        "Máy OCR nhầm b với h, t với l, u với n; tay bấm nhầm phím bên.",
    ),
    "lost-words.word": Told(
        "Từ đã mất trước nửa kia của từ ghép được đặt lại",
        "Khi lấy chữ ra, cả âm tiết có thể mất không dấu vết. Phần lớn không thể biết; một nửa từ ghép cho biết"
        " nửa kia.",
    ),
    "ascii.letters": Told(
        "Mọi từ và dấu viết bằng ASCII",
        "Khóa tìm kiếm, đường dẫn và thiết bị cũ cần thế. Nó làm mất những gì dấu nói lên, nên không bộ cài đặt"
        " nào dùng.",
    ),
}
