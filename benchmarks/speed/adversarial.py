"""Fail if a text costs more than its length: ``python -m benchmarks.speed.adversarial``.

Each text is a piece repeated to n and 4n characters, and cleaned by each preset, restored, or read. A filter that reads
a line, a run or a document anew for each place in it takes 16 times as long for four times the text, a linear one four
times. :data:`MOST` is asked of twice the text, in processor time, the best of some tries: a busy machine makes a
figure too high, never too low. ``tests/test_linear.py`` asks the same of small texts.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Iterator

from benchmarks.speed.random_syllables import (
    before_another,
    behind_a_comma,
    broken,
    cut_before_its_tone,
    read_twice,
    syllables,
    without_a_mark,
)

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # one core, before numpy is loaded

#: Twice the text may take this much longer.
MOST = 2.3
#: Below this many seconds the fixed costs of a call hide the rest.
ENOUGH = 0.03
TRIES = 4
#: A text that costs too much is measured again at so many times the size. What grows does so at each of them, and the
#: more the longer the text is. A short text may cost too much by chance: where a block ends in doubt, or where a busy
#: machine took the caches during all tries of a length (once in 600 measurements, 2.6 for a text whose doubling costs
#: 2.1 on a quiet machine).
AGAIN = (1.5, 2.5, 4)
_SOUND = "Hôm nay các đại biểu cho biết bà con vùng lũ đã nhận đủ gạo. "


def _moved_letters(words: int, letters: int) -> str:
    """Lines without their letters, each another, and the letters below: each place of each letter is tried."""
    bare = "C quan thu h s g m đ n và t khai ng i n p nh n gi y h n".split()
    marked = "ơ ồ ơ ườ ộ ậ ấ ẹ ờ ế ở".split()
    lines = (
        f"{' '.join(bare[(at + at // 7 * 3 + one) % len(bare)] for one in range(words))}\n"
        f"{' '.join(marked[(at * 5 + one) % len(marked)] for one in range(letters))}\n"
        for at in range(40_000 // (4 * words))
    )
    return "".join(lines)


#: What is repeated, by name.
PIECES: dict[str, str] = {
    "tabs": "\t",
    "no-break spaces": "\u00a0",
    "blanks": "  a",
    "blank lines": "\n",
    "carriage returns": "\r",
    "references": "&#7879;",
    "broken references": "&#&#",
    "ampersands": "&amp;",
    "numbers and words": "năm2020có86hộ",
    "words without a space": "thựchiệnnhiệmvụ ",
    "solid words": "tổchứchộinghị",
    "a word of tones on consonants": "êǹ",
    "solid letters": "ộ",
    "solid ASCII": "a",
    "one word a line": "ạ\n",
    "lines of one run-on": "tổchức\n",
    "line separators": "a\u2028",
    "directions": "a\u202a",
    "zero-width spaces": "a\u200b",
    "soft hyphens": "th\u00ad",
    "combining marks": "a\u0301\u0323",
    "control characters": "\x93",
    "escapes that do not end": "\x1b]",
    "escapes in a row": "\x1b[",
    "dots": "a.b.c",
    "stops": ".",
    "VIQR": "Vie^.t Nam da^n to^.c ",
    "Telex": "tieesng Vieejt ",
    "VNI keys": "tie61ng Vie65t ",
    "TCVN3": "ViÖt Nam ®Êt n­íc ",
    "VNI": "Vieät Nam ñaát nöôùc ",
    "misread": "Tiáº¿ng Viá»‡t ",
    "misread, bytes lost": "Bá» CÃ´ng an Äá» nghá» ",
    "letter-spaced": "t h ô n g b á o ",
    "a page in pieces": "S Ử D Ụ NG D Ị CH V Ụ th ực hi ện ",
    "off and on": "<!-- vntextclean: off -->Môt<!-- vntextclean: on -->dân vn ",
    "off": "<!-- vntextclean: off --> Môt ",
    "comments": "<!-- ",
    "tags": "<b>",
    "tags of line breaks": "ạ<br> ",
    "names of code": "Ở lớp HybridBlock và SmartHouseing thì khác. ",
    "names of Old India": "Vua xứ Kàsi gặp Takkasilà. ",
    "verse": "Chiều nghiêng bóng núi bên sông\nĐường xa dặm cỏ đồi thông mịt mùng\n",
    "lone consonants": "Ông k t l m v b h. ",
    "headings": "HỘI NGH TỔNG KẾT CÔNG TC NĂM HC\n",
    "cells of a table": "Lò Thị Sen\n12\n8,5\n5h00\n",
    "bare phrases": _SOUND + "Ông nói chung toi se tiep tuc ho tro bà con. ",
    "quotations that do not end": "“",
    "closing quotation marks": "đi.”Anh nói”là ",
    "brackets": "(",
    "addresses": "https://a.vn/thựchiện,",
    "e-mail": "a@b.vn",
    "hashtags": "#dânvận",
    "at signs": "@",
    "paths": "/a",
    "backticks": "`a",
    "identifiers": "a_",
    "escapes of letters": "\\u1ec7",
    "percent": "%E1%BB%87",
    "quoted-printable": "=E1=BB=87",
    "question marks": "Vi?t Nam ??t n??c ",
    "lost letters": "k\ufffd ",
    "two scripts": "Viеt ",
    "eth": "Ðống",
    "furniture": "Trang chủ\nTin tức\nLiên hệ\n",
    "one line again": "Xem thêm\n",
    "a sentence again": "Bà con ra đồng. ",
    "capitals": "HỘI NGHỊ TỔNG KẾT ",
    "running heads": "Trang 5\n\nTHÔNG TIN\n",
    "hyphens at line ends": "dâ-\nn ",
    "commas": "Công ty,giao sáng",
    "commas without a space": "ộc,",
    "damaged words": "dân vn Môt quyêt ",
    "misplaced tones": "tòan qúa đựơc ",
    "letters below their lines": "C quan thu h s .\nơ ồ ơ\nNg i n p nh n gi y h n.\nườ ộ ậ ấ ẹ\n",
    "letters below other lines": _moved_letters(12, 6),
    "many letters below long lines": _moved_letters(60, 40),
    "halves of compounds": "Các đơn vị thực hiện túc việc tiếp công dân. ",
    "foreign quotations": "“o símbolo ten a mesma” ",
    "emoji": "👨‍👩‍👧",
    "lost signs and letters": "NgÆ°á»i dÃ¢n há»p aâ",
    "cut letters": "há»",
    "whole letters": "chá»£",
    "letters cut to their first byte": "dân â ",
    "next lines": "a\x85b",
    "run-ons beside each other": "nhà:sân",
    "letters and digits": "a1",
    "marks behind and beside their letters": "tie\u0302\u0301ng va`n ca´o\n",
    "a styled letter before a long word": "\U0001d40a " + 40_000 * "a",
    "first bytes by themselves": "Ã ",
    "syllables at random": syllables(),
    "damaged syllables at random": syllables(without_a_mark),
    "syllables at random behind commas": syllables(behind_a_comma),
    "syllables at random, read twice": syllables(read_twice),
    "syllables at random in pairs": syllables(before_another),
    "syllables at random in pieces": syllables(broken),
    "syllables at random, cut before their tones": syllables(cut_before_its_tone),
    "sound text": _SOUND,
}

#: What is done with a text, by name; made once.
Run = Callable[[str], object]


def _pipeline(preset: str) -> Run:
    from vntextclean import Pipeline

    return Pipeline.from_preset(preset).run


def _restorer() -> Run:
    from vntextclean.restoration.restorer import Restorer
    from vntextclean.settings import Settings

    return Restorer(Settings(), True, 0.0).run


def _reader(documents: str) -> Run:
    from vntextclean.cli.inputs.reading import Reading, read

    return lambda text: [*read(io.BytesIO(text.encode("utf-8", "surrogatepass")), "-", Reading(documents))]


RUNS: dict[str, Callable[[], Run]] = {
    "lossless": lambda: _pipeline("lossless"),
    "web": lambda: _pipeline("web"),
    "forum": lambda: _pipeline("forum"),
    "ocr": lambda: _pipeline("ocr"),
    "restore": _restorer,
    "read file": lambda: _reader("file"),
    "read line": lambda: _reader("line"),
    "read separator": lambda: _reader("separator:^a"),
}


def seconds(run: Run, text: str) -> float:
    """Processor time of one call."""
    began = time.process_time()
    run(text)
    return time.process_time() - began


def growth(run: Run, piece: str, size: int) -> tuple[float, float]:
    """What twice the text costs, and thousands of characters a second, for four times ``size`` characters.

    The cost is that of the last doubling, or the mean of two where that is less: a step at one size (a cache that a
    short text fits, an array that the allocator maps anew) is no growth.
    """
    texts = [(piece * (factor * size // len(piece) + 1))[: factor * size] for factor in (1, 2, 4)]
    best = [float("inf")] * 3
    ratio = float("inf")
    for _ in range(TRIES):
        for at, text in enumerate(texts):
            best[at] = min(best[at], seconds(run, text))
        ratio = min((best[2] / max(best[0], ENOUGH / 4)) ** 0.5, best[2] / max(best[1], ENOUGH / 2))
        if ratio <= MOST:
            break
    return ratio, 4 * size / 1000 / max(best[2], 1e-9)


def measured(runs: list[str], pieces: list[str], size: int) -> Iterator[tuple[str, str, float, float]]:
    """For each run and each piece: what twice the text costs, and the speed."""
    for name in runs:
        run = RUNS[name]()
        run(_SOUND + "Các cô thựchiện dân vn.")
        for piece in pieces:
            for times in (1, *AGAIN):
                found = growth(run, PIECES[piece], int(size * times))
                if found[0] <= MOST:
                    break
            yield (name, piece, *found)


def main() -> int:
    """Print what is slowest, and fail where twice the text costs too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=8_000, help="characters of the shortest text")
    parser.add_argument("--run", action="append", choices=RUNS, help="repeatable (default: all)")
    parser.add_argument("--piece", action="append", choices=PIECES, help="repeatable (default: all)")
    parser.add_argument("--show", type=int, default=20, help="so many of the slowest are printed")
    given = parser.parse_args()
    found = [*measured(given.run or [*RUNS], given.piece or [*PIECES], given.size)]
    print("| text | run | KB/s | twice the text costs |\n|---|---|--:|--:|")
    for name, piece, ratio, speed in sorted(found, key=lambda one: one[3])[: given.show]:
        print(f"| {piece} | {name} | {speed:.0f} | {ratio:.2f} |")
    wrong = [one for one in found if one[2] > MOST]
    for name, piece, ratio, _ in wrong:
        print(f"{name}: {piece}: twice the text costs {ratio:.2f} times as much", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
