"""What each rule does and why, in Vietnamese, by its code; where rules share a reason it stands once."""

from __future__ import annotations

from vntextclean.named_tuple import NamedTuple


class Told(NamedTuple):
    """The summary of a rule, and why it is there."""

    summary: str
    why: str


_OLD_FONTS = (
    "Các trang và tệp có trước Unicode chứa mã của phông chữ đã dùng để gõ, nay hiện ra thành dấu câu và chữ"
    " cái lạ. Một"
    " dòng chỉ được đọc lại khi gần như mọi từ của nó, và phải có vài từ, đều thành âm tiết tiếng Việt theo"
    " cùng một bảng;"
    " một hai từ lẻ thì để nguyên, trừ khi các dòng khác của văn bản cũng theo bảng mã ấy."
)
_OF_LOST_LETTERS = (
    " Cả trang làm chứng: không nơi nào có chữ đã mất, gần như từ nào cũng là một âm tiết bị mất chữ như thế, và"
    " nhiều từ không còn là âm tiết. Từ nào đã đứng đó thì mô hình ngôn ngữ chọn theo câu, chỗ không chắc để nguyên,"
    " nên `lossless` không dùng quy tắc này."
)
_PAPER = "Văn bản đọc từ giấy mang theo phần khung của trang, và câu bị cắt ở chỗ hết trang."
_POSTS = "Chương trình hiển thị diễn đàn đặt các khung quanh lời người viết; chúng không phải lời người viết."
_PAGES = (
    "Trang lấy từ web mang theo menu, bộ đếm, biểu mẫu và chân trang thành các dòng chữ. Chúng không thuộc nội dung, và"
    " người đọc hay mô hình ngôn ngữ không nên phải nhận chúng là nội dung."
)
_INSIDE = "Khi tách chữ khỏi trang, nhãn và liên kết còn lại trong câu mà chúng đứng cạnh."

_ENCODINGS = {
    "mojibake.utf-8": Told(
        "Đọc lại UTF-8 đã bị đọc nhầm thành Windows-1252 hay Latin-1, một hoặc nhiều lần",
        "Máy chủ hay trình soạn thảo nêu sai bảng mã làm mỗi chữ thành hai ba ký hiệu.",
    ),
    "mojibake.lossy": Told(
        "Đọc lại UTF-8 như thế cả khi mất một byte hoặc byte thành dấu cách, nếu chỉ một âm tiết khớp",
        "Những byte không có ký tự trong Windows-1252 bị bỏ dọc đường: á» có thể là ề, ỏ, ọ, ờ, ử hay Ố.",
    ),
    "mojibake.chosen": Told(
        "Đọc lại UTF-8 như thế khi mất byte và nhiều từ cùng khớp, theo nghĩa của câu",
        "Trang bị giải mã theo Latin-1 rồi bỏ ký tự điều khiển thì mất chữ ở một nửa bảng chữ cái: riêng á» có"
        " thể là 32"
        " chữ. Mô hình ngôn ngữ đọc cả dòng; chỗ nào chưa chắc thì để nguyên. `lossless` không dùng quy tắc này, vì lựa"
        " chọn có thể sai.",
    ),
    "mojibake.unknown": Told(
        "Điền chữ cái mà ký tự thay thế đang giữ chỗ, theo nghĩa của câu",
        "Chương trình ghi U+FFFD cho những byte không đọc được. Ở trong từ, đó là một chữ cái; mô hình ngôn ngữ đọc cả"
        " dòng, chỗ nào chưa chắc thì để nguyên. `lossless` không dùng quy tắc này.",
    ),
    "references.letters": Told(
        "Đọc tham chiếu ký tự là chữ cái",
        "Trình duyệt hiện Vi&#7879;t thành Việt; chương trình tách chữ khỏi trang có thể để nguyên.",
    ),
    "references.signs": Told(
        "Đọc tham chiếu ký tự là ngoặc kép, gạch ngang và các dấu in khác",
        "Trong văn xuôi đó là phần sót lại của trang; trên dòng có mã đánh dấu hay mã nguồn thì để nguyên.",
    ),
    "references.spaces": Told(
        "Đọc tham chiếu ký tự là dấu cách và ký tự không hiện hình",
        "&nbsp; ngăn các từ trên trang; dấu cách không ngắt ấy thành gì là việc của bộ lọc khác.",
    ),
    "references.remains": Told(
        "Đọc phần còn lại của tham chiếu đã mất dấu & hoặc có dấu chấm phẩy bị mã hóa",
        "Chương trình xử lý địa chỉ web bỏ dấu & và viết %3b thay dấu chấm phẩy, cả ở trong từ.",
    ),
    "references.escapes": Told(
        "Đọc mã thoát của JSON, chương trình và thư điện tử trong câu chữ",
        "Chữ lấy từ mã lệnh giữ \\u1EC7 thay cho ệ, từ tệp nhật ký là \\xe1\\xbb\\x87, từ thư là =E1=BB=87. Ít"
        " nhất hai từ"
        " phải thành tiếng Việt và không từ nào thành thứ khác, ở ngoài ngoặc kép của mã nguồn.",
    ),
    "references.line-breaks": Told(
        "Đọc thẻ xuống dòng ở văn bản không có thẻ nào khác.",
        "Trình duyệt gặp <br /> thì sang dòng mới; chương trình rút chữ từ trang web có thể để sót thẻ ấy.",
    ),
    **{
        f"legacy-fonts.{code}": Told(f"Đọc văn bản theo bảng mã {name} thành Unicode", _OLD_FONTS)
        for code, name in {
            "tcvn3": "TCVN3 (ABC, .VnTime)",
            "vni": "VNI (VNI-Times)",
            "viqr": "VIQR",
            "viscii": "VISCII",
            "vps": "VPS",
            "bkhcm1": "BK HCM1",
            "bkhcm2": "BK HCM2",
            "vietware-x": "Vietware X",
            "vietware-f": "Vietware F",
            "t5": "T5 (vntex, phông của LaTeX)",
            "cp1258": "Windows-1258",
        }.items()
    },
    "legacy-fonts.swapped": Told(
        "Đọc lại Latin-1 đã bị đọc nhầm thành Windows-1258",
        "Trang cũ lưu theo Latin-1 mà mở theo Windows-1258 thì ì thành dấu sắc, ò thành dấu nặng, ã thành ă."
        " Trong tiếng"
        " Việt phụ âm không bao giờ mang dấu; cần hai từ như thế trên một dòng, hoặc ba trong một văn bản, vì"
        " tiếng Ba Lan"
        " và tiếng Phạn viết bằng chữ Latin có những phụ âm ấy.",
    ),
    "legacy-fonts.lost-marks": Told(
        "Trả lại dấu mũ, dấu móc, dấu trăng đã thành '?' trong Windows-1258",
        "Chương trình tách chữ trước khi ghi Windows-1258 giữ được năm dấu thanh mà mất các dấu này. Ba từ khác nhau"
        " có '?' ở trong là đủ chứng cứ cho một văn bản. Sau a và o có thể là một trong hai dấu, mô hình ngôn ngữ"
        " chọn, nên `lossless` không dùng quy tắc này.",
    ),
    "legacy-fonts.question-marks": Told(
        "Điền lại những chữ thành '?' trên cả văn bản vì Latin-1 không có",
        "Cột dữ liệu Latin-1 giữ được à, ê, ú mà ghi '?' thay cho đ, ư, ạ và các chữ như thế." + _OF_LOST_LETTERS,
    ),
    "legacy-fonts.dropped": Told(
        "Điền lại những chữ rơi mất trên cả văn bản vì phông hay bảng mã không có",
        "Phông Latin-1 không có đ, ư, ạ; chương trình in bằng phông ấy bỏ trống các chữ đó." + _OF_LOST_LETTERS,
    ),
    "legacy-fonts.replaced": Told(
        "Điền lại những chữ trên cả văn bản mà một phần rơi mất, phần kia thành U+FFFD",
        "Văn bản ghi bằng Latin-1 mất đ, ư, ạ, còn à, ê, ú thành U+FFFD khi đọc nhầm là UTF-8." + _OF_LOST_LETTERS,
    ),
    "legacy-fonts.lost-horn": Told(
        "Trả lại chữ ư mà TCVN3 đánh mất sau phụ âm",
        "Trong TCVN3 dấu nối mềm là chữ ư, mà nhiều chương trình bỏ dấu nối mềm. Ở giữa âm tiết thì âm tiết cho"
        " biết; còn 'như' hay 'tư' chỉ để lại một phụ âm đứng riêng. Trên dòng cho thấy đã mất như vậy, chữ được"
        " đọc lại ở chỗ mô hình ngôn ngữ thấy từ ấy hợp hơn hẳn, nên `lossless` không dùng quy tắc này.",
    ),
    "legacy-fonts.t5-blanks": Told(
        "Trả lại à, đ, ỷ mà chương trình đọc PDF biến thành dấu cách, trong phông của LaTeX",
        "Có phông của LaTeX không đặt tên cho chữ; mã của à là dấu cách không ngắt, mã của đ và ỷ là ký tự điều khiển,"
        " và nhiều chương trình biến chúng thành dấu cách. Trên dòng đã rõ là dùng phông ấy, từ được đọc lại nếu chỉ"
        " một từ khớp, hoặc mô hình ngôn ngữ thấy nó hợp hơn hẳn, nên `lossless` không dùng quy tắc này.",
    ),
    "legacy-fonts.unicode-as-vni": Told(
        "Đọc lại Unicode bị trình chuyển mã cho phông VNI làm hỏng",
        "Trình chuyển mã coi ó, ò, ô, oà, oá là mã VNI và biến chúng thành ĩ, ị, ơ, ồ, ố: các trang chia sẻ tài"
        " liệu đầy"
        " những chữ như thế. Chỉ đọc lại trên dòng không có ó, ò hay ô, bên cạnh một từ không thể hiểu cách"
        " khác; khi hai"
        " từ cùng khớp thì mô hình ngôn ngữ chọn, nên `lossless` không dùng quy tắc này.",
    ),
}
_CHARACTERS = {
    "invisibles.zero-width": Told(
        "Bỏ dấu cách không bề rộng, ký tự nối, dấu thứ tự byte và các ký tự không hiện hình khác",
        "Chúng theo vào khi chép từ trang web, cắt đôi từ khi tìm kiếm, và không ai nhìn thấy.",
    ),
    "invisibles.soft-hyphen": Told(
        "Bỏ gạch nối mềm, và từ liền lại",
        "Đó là chỉ dẫn cho người sắp chữ. Trong văn bản TCVN3 chưa giải mã nó là chữ ư, và ở đó thì giữ lại.",
    ),
    "invisibles.direction": Told(
        "Bỏ dấu chỉ hướng viết ở nơi không có gì viết từ phải sang trái",
        "Chúng sót lại từ tin nhắn và tên tệp; dòng có chữ Ả Rập hay Do Thái thì giữ.",
    ),
    "invisibles.control": Told(
        "Bỏ ký tự điều khiển, cùng các chuỗi thoát của màn hình dòng lệnh",
        "Không văn bản nào cần đến chúng; dấu tab và dấu xuống dòng không thuộc số này.",
    ),
    "invisibles.windows": Told(
        "Ký tự điều khiển vốn là ngoặc kép, gạch ngang hay chữ cái trong Windows-1252 trở lại như thế",
        "Trang Windows-1252 đọc theo Latin-1 có U+0093 thay cho “. Trình duyệt cũng đọc như vậy (HTML, windows-1252).",
    ),
    "invisibles.line-end": Told(
        "Dấu sang trang và dấu xuống dòng của hệ khác thành dấu xuống dòng",
        "PDF và trình soạn văn bản để chúng lại; ít chương trình còn xuống dòng ở đó.",
    ),
    "compose.decomposed": Told(
        "Chữ gốc và dấu rời ghép thành một chữ (NFC)",
        "Tên tệp trên máy Mac, PDF và vài bàn phím viết chữ thành từng mảnh; hai cách viết của một từ không khớp nhau.",
    ),
    "compose.order": Told(
        "Dấu thanh gõ trước dấu mũ hay dấu trăng được đặt ra sau",
        "Hai dấu thuộc cùng một lớp kết hợp, nên Unicode coi thứ tự ấy là cố ý và không bao giờ ghép chúng.",
    ),
    "compose.detached": Told(
        "Dấu đứng cạnh chữ được đặt lên chữ",
        "Tệp PDF vẽ dấu thành hình riêng; khi lấy chữ ra, dấu đứng sau một dấu cách, hoặc thành dấu rời.",
    ),
    "compose.doubled": Told(
        "Dấu viết hai lần trên một chữ chỉ còn một lần",
        "Nhìn thì chữ vẫn thế, hoặc gần thế, nhưng không tìm kiếm nào thấy.",
    ),
    "lookalikes.eth": Told(
        "Ð, ð và Ɖ trong từ tiếng Việt thành Đ và đ",
        "Phông và bảng mã cũ dùng chữ eth của tiếng Iceland làm đ; hai chữ hoa trông như nhau mà không khớp nhau. "
        "Chữ eth thường giữa chữ hoa, hay trong văn bản có ñ thay đ, là Đ.",
    ),
    "lookalikes.caron": Told(
        "ǎ trong từ tiếng Việt thành ă", "Dấu của phiên âm tiếng Hoa quay hướng khác; dòng pinyin thì giữ nguyên."
    ),
    "lookalikes.gha": Told(
        "ƣ và Ƣ trong từ tiếng Việt thành ư và Ư",
        "Phông của luận văn và nghị định vẽ chữ này của các bảng chữ Turk cũ giống ư; tệp PDF truyền nó lại.",
    ),
    "lookalikes.n-tilde": Told(
        "ñ và Ñ ở đầu từ tiếng Việt thành đ và Đ",
        "Phông VNI đặt đ ở chỗ của ñ; trình chuyển mã bỏ sót một chữ này. Tiếng Tây Ban Nha thì giữ nguyên.",
    ),
    "lookalikes.overlay": Told(
        "Chữ thêm gạch, móc hay dấu phẩy trên thành đ, ơ hay ư",
        "Chúng được ghép từ nhiều mảnh khi bàn phím không có chữ ấy.",
    ),
    "lookalikes.dotless": Told(
        "ı không chấm trong từ tiếng Việt thành i",
        "Tệp PDF bỏ dấu chấm trước khi đặt dấu; Unicode vì thế không ghép được. Không có dấu thanh thì phải có chữ "
        "khác mang dấu, và dòng không có chữ Thổ Nhĩ Kỳ.",
    ),
    "lookalikes.script": Told(
        "Chữ Cyrillic hay Hy Lạp trong từ tiếng Việt thành chữ Latin cùng hình",
        "Bàn phím và việc chống sao chép để lại chúng. Từ viết trọn bằng chữ khác, và ký hiệu, thì giữ nguyên.",
    ),
    "lookalikes.alphabet": Told(
        "Từ viết bằng bảng chữ giống hình thành tiếng Việt khi cả văn bản viết như thế",
        "Các trang chia sẻ tài liệu thay chữ Latin bằng chữ Cyrillic, Lào và châu Phi để chống sao chép. Tám từ"
        " khác nhau"
        " phải thành âm tiết nhờ vậy.",
    ),
    "lookalikes.styled": Told(
        "Từ viết bằng chữ toán học hay chữ rộng trở lại chữ thường dùng",
        "Bài đăng dùng chúng thay chữ đậm. Trên dòng phải có một từ mang dấu tiếng Việt; công thức thì không có.",
    ),
    "lookalikes.twice": Told(
        "Từ có mỗi chữ cái vẽ hai lần chỉ còn một lần",
        "Tệp PDF in đậm bằng cách vẽ hai lần. Hai từ như thế đứng cạnh nhau phải là âm tiết tiếng Việt.",
    ),
    "keystrokes.telex": Told(
        "Từ gõ kiểu Telex mà không có bộ gõ thành tiếng Việt",
        "Một từ như thế chưa nói lên gì (moon và door cũng là Telex): vế câu phải có hai từ mà chỉ Telex mới viết vậy.",
    ),
    "keystrokes.english": Told(
        "Từ tiếng Anh thường dùng bỏ đi dấu do bộ gõ thêm vào",
        "Người viết gõ chúng khi bộ gõ đang bật. Từ mà tiếng Pháp hay Tây Ban Nha cũng có dấu (rôle, vídeo) thì giữ"
        " nguyên.",
    ),
    "keystrokes.vni": Told(
        "Từ gõ kiểu VNI mà không có bộ gõ thành tiếng Việt",
        "Chữ số trong hai từ trở lên, ở vế câu mà mỗi từ như thế là một âm tiết; công thức và mã số thì giữ nguyên.",
    ),
}
_LINES = {
    "page-furniture.number": Told("Số trang đứng riêng một dòng", _PAPER),
    "page-furniture.head": Told(
        "Tiêu đề chạy: cùng một dòng, chỉ khác con số, ở đầu hết trang này đến trang khác", _PAPER
    ),
    "page-furniture.rule": Told("Đường kẻ", _PAPER),
    "page-furniture.tool": Told("Dấu vết của chương trình đã đọc trang", _PAPER),
    "forum-furniture.box": Told("Khung quanh bài viết", _POSTS),
    "forum-furniture.quote": Told("Dòng trích từ bài viết khác", _POSTS + " Chính bài viết ấy vẫn ở trong chủ đề."),
    "forum-furniture.said": Told("Dòng nêu bài viết trích lời ai", _POSTS),
    "forum-furniture.signature": Told("Chữ ký dưới bài viết", _POSTS),
    "forum-furniture.sent": Told("Dòng “Gửi từ điện thoại của tôi”", _POSTS),
    "forum-furniture.edited": Told("Dòng nêu ai sửa bài viết lần cuối", _POSTS),
    "boilerplate.menu": Told("Mục của menu", _PAGES),
    "boilerplate.share": Told("Thanh chia sẻ", _PAGES),
    "boilerplate.related": Told("Danh sách bài viết khác", _PAGES),
    "boilerplate.form": Told("Ô của biểu mẫu hay khung bình luận", _PAGES),
    "boilerplate.counter": Told("Bộ đếm lượt xem", _PAGES),
    "boilerplate.imprint": Told("Dòng cơ quan chủ quản hay bản quyền", _PAGES),
    "boilerplate.pager": Told("Hàng số trang", _PAGES),
    "boilerplate.shop": Told("Nút của trang bán hàng", _PAGES),
    "boilerplate.forum": Told("Nút của diễn đàn", _PAGES),
    "boilerplate.block": Told(
        "Dòng đứng giữa phần khung trang và cũng thuộc phần ấy",
        _PAGES
        + " Phần lớn các dòng này không có từ nào tự nói lên điều đó: chúng được nhận ra nhờ khối chúng đứng trong,"
        " hoặc, với bảng do 'vntextclean learn' học, nhờ đứng trong cùng khối trên các trang khác của website.",
    ),
    "repeats.lead": Told(
        "Đoạn văn lặp lại ngay bên dưới", "Trang hiện đoạn dẫn dưới tựa bài, rồi một lần nữa ở đoạn đầu."
    ),
    "repeats.teaser": Told(
        "Phần đầu bị cắt của một đoạn đứng đầy đủ phía sau", "Đoạn nhử kết thúc bằng ba chấm ở chỗ máy cắt."
    ),
    "repeats.block": Told(
        "Bản chép của những dòng ở trên", "Vài trang mang bài viết hai lần, một lần cho màn hình nhỏ."
    ),
    "blank-lines.run": Told("Ba dòng trống trở lên còn một", "Đó là chỗ còn lại của hình ảnh, biểu mẫu và menu."),
    "blank-lines.edge": Told("Dòng trống trước dòng đầu và sau dòng cuối", "Văn bản bắt đầu và kết thúc bằng chữ."),
    "inline-furniture.link": Told("Liên kết đến bài khác sau dấu '>>'", _INSIDE),
    "inline-furniture.more": Told("'Xem thêm: …' ở cuối dòng", _INSIDE),
    "inline-furniture.here": Told(
        "'Xem chi tiết TẠI ĐÂY'", _INSIDE + " Không còn liên kết thì nhãn ấy không dẫn đến đâu."
    ),
    "inline-furniture.compiled": Told("'(Tổng hợp)' sau câu cuối", _INSIDE),
    "inline-furniture.share": Told("Nhãn chia sẻ dính vào câu", _INSIDE),
    "inline-furniture.image": Told("'no image' bên cạnh câu", _INSIDE),
}

#: The rules that are about characters and lines, by code; those about words are in :mod:`.word_rules`.
RULES: dict[str, Told] = _ENCODINGS | _CHARACTERS | _LINES
