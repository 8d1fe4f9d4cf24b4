"""What is said of files that could be read, and of the program itself, in Vietnamese, by the English text."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "{}: read as {}, without a mark": "{}: đọc theo {}, không có dấu thứ tự byte",
    "{}: recognised as {}; declare it with --encoding {}": "{}: nhận ra bảng mã {}; khai báo bằng --encoding {}",
    "{}: {} bytes that are not {} were replaced by U+FFFD": "{}: {} byte không phải {} đã được thay bằng U+FFFD",
    "{}: {} bytes that are not {} were kept as they are": "{}: {} byte không phải {} được giữ nguyên",
    "{}: a page of HTML; its main text is read": "{}: trang HTML; đọc phần văn bản chính",
    "{}: a page of HTML; all its text is read": "{}: trang HTML; đọc toàn bộ phần chữ",
    "{}: too long for one document, cut at line ends into {}": (
        "{}: quá dài cho một văn bản, đã cắt ở các dòng trống thành {} phần"
    ),
    "{}: the patch is UTF-8 and the file is {}, so patch(1) cannot apply it;"
    " `vntextclean clean --write` makes the same changes, and the file UTF-8": (
        "{}: bản vá là UTF-8 còn tệp là {}, nên patch(1) không áp dụng được;"
        " `vntextclean clean --write` sửa y như thế và đổi tệp sang UTF-8"
    ),
    "decisions found again: {}; without their place: {} (it was edited since, or is clean already)": (
        "quyết định tìm lại được: {}; không còn chỗ: {} (đã sửa từ đó đến nay, hoặc đã sạch)"
    ),
    "{}: lines and pairs of lines {}, pages {}, groups {}": "{}: dòng và cặp dòng {}, trang {}, nhóm {}",
    "UTF-8 read as {}": "UTF-8 bị đọc theo {}",
    "{} or Latin-1": "{} hoặc Latin-1",
    "{}, bytes lost": "{}, mất byte",
    "{} and again as {}": "{} rồi lại theo {}",
    "character references": "tham chiếu ký tự",
    "{}: {}: {} word not read": "{}: {}: {} từ chưa đọc được",
    "{}: {}: {} words not read": "{}: {}: {} từ chưa đọc được",
    "{}: {}: {} word": "{}: {}: {} từ",
    "{}: {}: {} words": "{}: {}: {} từ",
    "{}: {} word not read": "{}: {} từ chưa đọc được",
    "{}: {} words not read": "{}: {} từ chưa đọc được",
    "{}: {} word": "{}: {} từ",
    "{}: {} words": "{}: {} từ",
    "{}: left as it is, by a fault of the program: {}; please report it": (
        "{}: giữ nguyên, do lỗi của chương trình: {}; xin hãy báo lỗi"
    ),
    "a worker process was stopped from outside, perhaps for want of memory; try fewer --jobs": (
        "một tiến trình con bị dừng từ bên ngoài, có lẽ vì thiếu bộ nhớ; hãy giảm --jobs"
    ),
    "there is not enough memory; clean smaller files, or fewer at once": (
        "không đủ bộ nhớ; hãy xử lý tệp nhỏ hơn, hoặc ít tệp hơn mỗi lần"
    ),
    "there is not enough memory for this document; cut it into smaller ones": (
        "không đủ bộ nhớ cho văn bản này; hãy cắt nhỏ ra"
    ),
    "this is a fault of vntextclean: {}; please report it with its input": (
        "đây là lỗi của vntextclean: {}; xin hãy báo lỗi kèm dữ liệu vào"
    ),
}
