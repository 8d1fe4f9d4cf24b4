"""The sentences in Vietnamese, by the English ones."""

from __future__ import annotations

#: What a diff says around the text.
SENTENCES: dict[str, str] = {
    "{count} places": "{count} chỗ",
    "{count} changes": "{count} thay đổi",
    "{count} suggested": "{count} gợi ý",
    "{count} suggestions": "{count} gợi ý",
    "{count} documents": "{count} văn bản",
    "{changes} in {changed} of {documents}": "{changes} trong {changed} của {documents}",
    "{count} blank lines": "{count} dòng trống",
    "{count} lines removed": "bỏ {count} dòng",
    "remove": "bỏ",
    "spaces: {count} places": "khoảng trắng: {count} chỗ",
    "unseen characters: {count} places": "ký tự không nhìn thấy: {count} chỗ",
    "NFD → NFC: {count} words": "NFD → NFC: {count} từ",
    "{title}: {count} words read": "{title}: đọc lại được {count} từ",
    "UTF-8 read by another table": "UTF-8 bị đọc theo bảng mã khác",
    "character references": "tham chiếu ký tự (HTML)",
    "words typed as {method}": "từ gõ kiểu {method}",
    "-v shows what is summed up": "-v cho xem những gì đã gộp lại",
    "--all shows lines that are folded": "--all cho xem các dòng đã thu gọn",
    "before": "trước",
    "after": "sau",
    "word": "từ",
    "suggestion: not made unless you accept it": "gợi ý: chỉ sửa khi bạn đồng ý",
    "{count} lines leave the page": "bỏ {count} dòng khỏi trang",
    "{count} spaces": "{count} khoảng trắng",
    "{count} words stored in another form": "{count} từ lưu ở dạng khác",
    "{count} words read": "đọc lại được {count} từ",
    "line {where} · {kind}": "dòng {where} · {kind}",
    "decided: {said}": "đã quyết định: {said}",
    "accepted": "sửa",
    "refused": "giữ nguyên",
    "edited": "tự sửa",
    "{count} places alike (a: all of them)": "{count} chỗ giống nhau (a: tất cả)",
    "f: one by one": "f: từng chỗ một",
    (
        "y accept   n refuse   Enter as `clean` would   e edit   a all alike   A refuse all alike   "
        "k keep this word from now on   u undo   f one by one   s spaces   / search   ← → go   q save and stop"
    ): (
        "y sửa   n giữ nguyên   Enter như `clean`   e tự sửa   a sửa mọi chỗ giống   A giữ mọi chỗ giống   "
        "k luôn giữ từ này   u hoàn tác   f từng chỗ một   s khoảng trắng   / tìm   ← → đi   q lưu và dừng"
    ),
    "{word} is kept from now on: {path}": "từ nay giữ nguyên {word}: {path}",
    "there is no word here to keep": "ở đây không có từ nào để giữ",
    "there is nothing to undo": "không còn gì để hoàn tác",
    "these are many: f asks about them one by one": "có nhiều chỗ: f để hỏi từng chỗ",
    "the text that is to stand there": "chữ cần đặt vào đó",
    "search": "tìm",
    "{text} is nowhere": "không thấy {text}",
    "{left} of {total} left": "còn {left} trên {total}",
    "everything is decided; q ends, u takes the last answer back": "đã quyết định hết; q để kết thúc, u để hoàn tác",
}
