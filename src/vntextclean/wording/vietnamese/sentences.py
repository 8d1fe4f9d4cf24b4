"""The sentences in Vietnamese, by the English ones."""

from __future__ import annotations

#: What a diff says around the text.
SENTENCES: dict[str, str] = {
    "{count} places": "{count} chỗ",
    "{count} changes": "{count} thay đổi",
    "{count} suggested": "{count} gợi ý",
    "{count} suggestions": "{count} gợi ý",
    "{count} documents": "{count} văn bản",
    "{changes} in {changed} of {documents}": "{changes} trong {changed}/{documents}",
    "{count} blank lines": "{count} dòng trống",
    "CHARACTERS": "KÝ TỰ",
    "LAYOUT": "BỐ CỤC",
    "BOUNDARIES": "RANH GIỚI",
    "WORDS": "TỪ",
    "repairs": "sửa",
    "to": "thành",
    "keeps": "giữ",
    "presets": "bộ cài đặt",
    "none: ask for it with --filter +{name}": "không có: dùng --filter +{name}",
    "{count} lines removed": "bỏ {count} dòng",
    "remove": "bỏ",
    # an editor
    "suggestion": "gợi ý",
    "remove {before}": "bỏ {before}",
    "change {before} to {after}": "sửa {before} thành {after}",
    "all {count} changes of {rule}": "sửa cả {count} chỗ theo {rule}",
    "keep “{word}” from now on": "từ nay giữ nguyên “{word}”",
    "make all {count} changes": "sửa cả {count} chỗ",
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
    "{count} files": "{count} tệp",
    "{count} sites": "{count} website",
    "{what}: what recurs on {pages} pages helps to find the lines of the site (--no-learn: do without)": (
        "{what}: những dòng lặp lại trên {pages} trang giúp nhận ra phần khung của website (--no-learn: không dùng)"
    ),
    "{count} changed": "{count} đã đổi",
    "{number} repairs": "{number} chỗ sửa",
    "{count} made UTF-8": "{count} đã đổi sang UTF-8",
    "{name}: typed without marks; `vntextclean restore` puts them back": (
        "{name}: gõ không dấu; `vntextclean restore` thêm lại dấu"
    ),
    "{count} documents are typed without marks, the first in {name}; `vntextclean restore` puts them back": (
        "{count} văn bản gõ không dấu, đầu tiên là {name}; `vntextclean restore` thêm lại dấu"
    ),
    "{name}: skipped ({why})": "{name}: bỏ qua ({why})",
    "no suffix": "không có đuôi",
    "{name}: skipped {count} files ({kinds}); to take them, name them by a pattern and say --format": (
        "{name}: bỏ qua {count} tệp ({kinds}); muốn lấy thì nêu bằng một mẫu tên, kèm --format"
    ),
    "{name}: skipped {count} files ({kinds}); name them or use --include to take them": (
        "{name}: bỏ qua {count} tệp ({kinds}); nêu tên tệp hoặc dùng --include để lấy"
    ),
    "{count} files would change": "{count} tệp sẽ thay đổi",
    "{count} repairs": "{count} chỗ sửa",
    "{files}, {repairs}: `vntextclean clean --write` makes them": (
        "{files}, {repairs}: `vntextclean clean --write` để sửa"
    ),
    "read as {encoding}; `vntextclean clean --write` makes it UTF-8": (
        "đọc theo bảng mã {encoding}; `vntextclean clean --write` đổi sang UTF-8"
    ),
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
    "Changes to review": "Các thay đổi cần duyệt",
    "Side by side": "Hai cột",
    "Accept all spaces": "Sửa mọi khoảng trắng",
    "Filter": "Lọc",
    "only what is open": "chỉ chỗ chưa quyết định",
    "show spaces": "hiện khoảng trắng",
    "confidence at most": "độ chắc chắn không quá",
    "rules": "quy tắc",
    "Export": "Xuất",
    "nothing would change": "không có gì thay đổi",
    "the change that is looked at": "thay đổi đang xem",
    "Accept": "Sửa",
    "Refuse": "Giữ nguyên",
    "Undo": "Hoàn tác",
    "Back": "Trước",
    "Next": "Sau",
    "{done} of {total} decided": "đã quyết định {done} trên {total}",
    "open": "chưa quyết định",
    "suggested": "gợi ý",
    "inserted: {text}": "thêm: {text}",
    "removed: {text}": "bỏ: {text}",
    "{before} becomes {after}": "{before} thành {after}",
    "space": "khoảng trắng",
    "nothing is left to decide": "đã quyết định hết",
    "nothing matches the filter": "không có gì khớp bộ lọc",
    "progress cannot be kept in this browser: export the decisions before you leave": (
        "trình duyệt này không lưu được tiến độ: hãy xuất quyết định trước khi rời trang"
    ),
    "text": "văn bản",
    "decisions": "quyết định",
}
