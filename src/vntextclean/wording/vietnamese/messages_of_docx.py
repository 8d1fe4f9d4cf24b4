"""What is said of .docx files in Vietnamese, by the English sentences with ``{}`` for what they are about."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "open it in a word processor and save it again as .docx": (
        "hãy mở bằng trình soạn thảo văn bản rồi lưu lại dạng .docx"
    ),
    "no .docx, but an old .doc or a file with a password; {}, without a password": (
        "không phải .docx mà là .doc cũ hoặc tệp có mật khẩu; {}, không đặt mật khẩu"
    ),
    "no .docx: {}; {}": "không phải .docx: {}; {}",
    "no .docx: the part {} is missing; {}": "không phải .docx: thiếu phần {}; {}",
    "no .docx: nothing says which part is the document; {}": (
        "không phải .docx: không rõ phần nào là văn bản chính; {}"
    ),
    "unpacks to more than {} MiB or {} parts; not read": "giải nén ra quá {} MiB hoặc {} phần; không đọc",
    "{} unpacks to more than {} MiB; cut the document in two": "{} giải nén ra quá {} MiB; hãy chia đôi văn bản",
    "holds two parts of one name; {}": "có hai phần trùng tên; {}",
    "holds encrypted parts; {}, without a password": "có phần bị mã hóa; {}, không đặt mật khẩu",
    "is signed, and every change would break its signature; save a copy without it": (
        "có chữ ký số, mọi thay đổi đều làm hỏng chữ ký; hãy lưu một bản không có chữ ký"
    ),
    "{} is damaged ({}); {}": "{} bị hỏng ({}); {}",
    "a part of it is damaged ({}); {}": "một phần của tệp bị hỏng ({}); {}",
    "{} is not UTF-8; {}": "{} không phải UTF-8; {}",
    "{} cannot be read: {}; {}": "không đọc được {}: {}; {}",
    "open it in a word processor and save it again": "hãy mở bằng trình soạn thảo văn bản rồi lưu lại",
    "{} has a document type declaration, which no .docx needs; it is not read": (
        "{} có khai báo DOCTYPE, thứ mà .docx không cần; tệp không được đọc"
    ),
    "{} is no document of a word processor; save it again as .docx": (
        "{} không phải văn bản của trình soạn thảo; hãy lưu lại dạng .docx"
    ),
    "{} names its namespaces in an unusual way; save it again as .docx": (
        "{} đặt tên không gian tên khác thường; hãy lưu lại dạng .docx"
    ),
    "{} has {} inside of text; save it again as .docx": "{} có {} bên trong chữ; hãy lưu lại dạng .docx",
    "the change at {} brings what no run of text can hold; leave it out": (
        "thay đổi tại {} đưa vào ký tự mà đoạn chữ không chứa được; hãy bỏ thay đổi này"
    ),
    "the change at {} reaches what is no text of the document; leave it out": (
        "thay đổi tại {} chạm vào phần không phải chữ của văn bản; hãy bỏ thay đổi này"
    ),
    "{}: a .docx of more than {} MiB; make its pictures smaller": "{}: .docx lớn hơn {} MiB; hãy giảm cỡ hình ảnh",
    "{}: no .docx, and none can be made of it; leave out {}": (
        "{}: không phải .docx và không chuyển thành .docx được; hãy bỏ {}"
    ),
    "--accepted is for a .docx: name one with -o, or use --write or --output-dir": (
        "--accepted chỉ dùng cho .docx: hãy nêu tên bằng -o, hoặc dùng --write hay --output-dir"
    ),
    "{}: the patch is of the text of a .docx, so patch(1) cannot apply it;"
    " `vntextclean clean -o FILE.docx` makes the same changes, tracked": (
        "{}: bản vá là của phần chữ trong .docx nên patch(1) không áp dụng được;"
        " `vntextclean clean -o FILE.docx` ghi đúng các thay đổi ấy dưới dạng theo dõi thay đổi"
    ),
}
