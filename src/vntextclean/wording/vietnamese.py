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
}
