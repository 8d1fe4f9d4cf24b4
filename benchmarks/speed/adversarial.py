"""Processor time of texts made to cost more than their length: ``python -m benchmarks.speed.adversarial``.

Each text is timed at n, 2n and 4n characters. A filter that reads a line, a run or a document anew for each place in it
takes four times as long for twice the text; what is linear takes twice. ``tests/test_linear.py`` holds small sizes to
:data:`MOST`.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # one core, before numpy is loaded

#: Twice the text may take this much longer.
MOST = 2.3
_SOUND = "Hôm nay các đại biểu cho biết bà con vùng lũ đã nhận đủ gạo. "


def _of(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


#: By name, what makes a text of some length, and the preset it is cleaned with.
TEXTS: dict[str, tuple[Callable[[int], str], str]] = {
    "a run of tabs": (lambda size: "Ủy ban" + "\t" * size + "xã", "web"),
    "a run of no-break spaces": (lambda size: "Ủy ban" + "\u00a0" * size + "xã", "web"),
    "numbers and words without a space": (_of("năm2020có86hộ"), "web"),
    "bare phrases on one line": (_of(_SOUND + "Ông nói chung toi se tiep tuc ho tro bà con. "), "web"),
    "letter-spaced words on one line": (_of("V i ệ t N a m và rồi T h ô n g b á o nhé, "), "web"),
    "a letter-spaced page": (_of("T h ô n g b á o k ế t q u ả "), "ocr"),
    "a page in pieces": (_of("S Ử D Ụ NG D Ị CH V Ụ th ực hi ện "), "ocr"),
    "lines of one run-on": (_of("tổchức\n"), "web"),
    "commas without spaces on one line": (_of("Công ty,giao sáng"), "web"),
    "words without a space": (_of("thựchiệnnhiệmvụ "), "web"),
    "halves of compounds left alone": (_of("Các đơn vị thực hiện túc việc tiếp công dân, nói túc và làm. "), "web"),
    "lost signs without a space": (lambda size: "NgÆ°á»i dÃ¢n há»p " + "aâ" * (size // 2), "web"),
    "cut letters without a space": (_of("há»"), "web"),
    "whole letters without a space": (_of("chá»£"), "web"),
    "letters cut to their first byte, and spaces": (lambda size: "NgÆ°á»i dÃ¢n há»p " + "dân â " * (size // 6), "web"),
    "closing quotation marks": (_of("đi.”Anh nói”là "), "web"),
}


def seconds(name: str, size: int, passes: int = 2) -> float:
    """The best processor time of some passes."""
    from vntextclean import Pipeline

    make, preset = TEXTS[name]
    pipeline, text = Pipeline.from_preset(preset), make(size)
    pipeline.run(text[: size // 8])
    best = float("inf")
    for _ in range(passes):
        began = time.process_time()
        pipeline.run(text)
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print the times and what twice the text costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=16_000, help="characters of the shortest text")
    size = parser.parse_args().size
    print(f"| text | {size} | {2 * size} | {4 * size} | ratios | KB/s |\n|---|--:|--:|--:|---|--:|")
    for name in TEXTS:
        times = [seconds(name, size * factor) for factor in (1, 2, 4)]
        shown = " | ".join(f"{one:.3f}" for one in times)
        print(
            f"| {name} | {shown} | {times[1] / times[0]:.2f} {times[2] / times[1]:.2f} | {size / 250 / times[2]:.0f} |"
        )


if __name__ == "__main__":
    main()
