"""Text to time on: articles put together from phrases written for this purpose, and the same articles damaged.

The sentences differ from line to line, because text that repeats itself flatters every cache and looks like furniture
to the filters that remove repeats. ``--text FILE`` times on text of the reader's own instead.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

LINES_PER_DOCUMENT = 20

_WHEN = (
    "Sáng nay", "Tuần trước", "Cuối tháng ba", "Ngay từ đầu năm", "Vào mùa khô", "Sau nhiều lần trì hoãn",
    "Theo kế hoạch đã được duyệt", "Trong hai ngày vừa qua", "Từ năm 2018 đến nay", "Trước khi mưa bão về",
    "Khi lúa vừa trổ bông", "Giữa lúc giá phân bón tăng cao",
)  # fmt: skip
_WHO = (
    "hợp tác xã nông nghiệp", "các hộ trồng cà phê", "ban quản lý khu bảo tồn", "nhóm kỹ sư trẻ",
    "người dân ven sông", "hội phụ nữ phường", "đội cứu hộ của huyện", "một trường tiểu học vùng cao",
    "công ty cấp nước", "các nghệ nhân làng gốm", "bệnh viện đa khoa tỉnh", "đoàn tàu đánh cá xa bờ",
)  # fmt: skip
_DID = (
    "đã bắt đầu sửa chữa", "quyết định mở rộng", "tổ chức lễ bàn giao", "kêu gọi mọi người cùng bảo vệ",
    "thử nghiệm thành công", "ghi chép cẩn thận về", "phải tạm dừng việc xây dựng", "trao đổi kinh nghiệm chăm sóc",
    "lập danh sách", "đề nghị cấp trên hỗ trợ", "vận chuyển bằng thuyền nhỏ", "giới thiệu với du khách",
)  # fmt: skip
_WHAT = (
    "tuyến đường dẫn vào thôn", "hệ thống tưới nhỏ giọt", "những cây cầu gỗ đã mục", "giống lúa chịu mặn",
    "hai mươi lớp học mới", "kho thóc chung của làng", "đàn trâu qua mùa rét", "các bài hát ru cổ",
    "trạm quan trắc mực nước", "vườn cây thuốc nam", "bộ sưu tập nhạc cụ", "lò nung chạy bằng điện",
)  # fmt: skip
_WHERE = (
    "ở phía bắc thị trấn", "trên sườn núi phía tây", "dọc theo bờ kênh", "gần khu chợ cũ", "tại ba xã giáp biển",
    "bên kia đèo", "trong khuôn viên nhà văn hóa", "quanh hồ chứa nước", "ngoài đảo xa", "dưới chân đồi thông",
)  # fmt: skip
_WHY = (
    "nhằm giảm chi phí cho bà con", "vì lượng khách ngày một đông", "để kịp vụ thu hoạch", "do thiếu nước kéo dài",
    "với mong muốn giữ nghề truyền thống", "theo nguyện vọng của số đông", "mặc dù kinh phí còn hạn hẹp",
    "nhờ sự giúp đỡ của các tình nguyện viên", "sau khi lấy ý kiến từng gia đình",
    "trước sự chứng kiến của đông đảo người dân",
)  # fmt: skip
_SAID = (
    "Bà cho biết công việc sẽ xong trước tết.", "Tổng kinh phí khoảng 1,2 tỷ đồng.",
    "Chưa ai biết kết quả sẽ ra sao, nhưng ai cũng hy vọng.", '"Chúng tôi làm từng bước một", ông nói.',
    "Nhiều người ở xa cũng tìm đến học hỏi.", "Điều đó không dễ, nhất là với người già và trẻ nhỏ.",
    "Năm nay, con số ấy đã tăng lên 37%.", "Phần còn lại sẽ được thực hiện vào quý sau.",
)  # fmt: skip


def clean(megabytes: float) -> list[str]:
    """Documents of twenty paragraphs, of this size together."""
    rng = random.Random(2026)
    documents: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        lines = []
        for _ in range(LINES_PER_DOCUMENT):
            sentences = []
            for _ in range(rng.randint(2, 4)):
                parts = [rng.choice(part) for part in (_WHEN, _WHO, _DID, _WHAT, _WHERE, _WHY)]
                sentences.append(f"{parts[0]}, {' '.join(parts[1:5])} {parts[5]}.")
            lines.append(" ".join([*sentences, rng.choice(_SAID)]))
        documents.append("\n".join(lines))
        size += len(documents[-1].encode())
    return documents


def damaged(documents: list[str], share: float = 0.02) -> list[str]:
    """The same documents with this share of their words damaged in the ways scraped pages are."""
    rng = random.Random(7)
    ways: tuple[Callable[[str], str], ...] = (
        _lose_letter, _lose_tone, _decompose, _run_on, _no_break, _double_space, _mojibake,
    )  # fmt: skip

    def one(word: str) -> str:
        return rng.choice(ways)(word) if rng.random() < share else f"{word} "

    return ["\n".join("".join(map(one, line.split())).rstrip() for line in text.split("\n")) for text in documents]


def _lose_letter(word: str) -> str:
    marked = [i for i, letter in enumerate(word) if not letter.isascii()]
    at = marked[-1] if len(word) > 2 and marked else len(word)
    return f"{word[:at]}{word[at + 1 :]} "


def _lose_tone(word: str) -> str:
    tones = {0x300, 0x301, 0x303, 0x309, 0x323}
    bare = "".join(mark for mark in unicodedata.normalize("NFD", word) if ord(mark) not in tones)
    return unicodedata.normalize("NFC", bare) + " "


def _decompose(word: str) -> str:
    return unicodedata.normalize("NFD", word) + " "


def _run_on(word: str) -> str:
    return word


def _no_break(word: str) -> str:
    return f"{word}\N{NO-BREAK SPACE}"


def _double_space(word: str) -> str:
    return f"{word}  "


def _mojibake(word: str) -> str:
    return word.encode().decode("cp1252", "replace").replace("\N{REPLACEMENT CHARACTER}", "\x81") + " "


def own(path: Path) -> list[str]:
    """The reader's own text, cut into documents of twenty lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return ["\n".join(lines[at : at + LINES_PER_DOCUMENT]) for at in range(0, len(lines), LINES_PER_DOCUMENT)]
