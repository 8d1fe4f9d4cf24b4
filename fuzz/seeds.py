"""Inputs that fuzzing begins with: small, one for each kind of syntax."""

from __future__ import annotations

SEEDS: dict[str, tuple[bytes, ...]] = {
    "table": (b'[{"group": "a", "pages": 1, "floor": 0, "lines": 0}]\nx\x9c\x03\x00\x00\x00\x00\x01',),
    "model": (
        b'{"sections": [["unigram/log_prob", "<f4", [4], 0, 0]], "about": {"order": 3, "size": 4}}',
        b'{"sections": [], "about": {"order": 1e999, "size": NaN, "orders": [{"seed": 1}]}}',
    ),
    "changes": (
        b'{"sha256": "x", "changes": [{"start": 0, "end": 1, "after": "b", "rules": ["r"], "confidence": 1}]}',
        b'[{"sha256": "x", "changes": []}]',
    ),
    "configuration": (b'preset = "web"\nkeep = ["a"]\nmin-confidence = 0.9\n[x]\n',),
    "decode": (b"\x00\xef\xbb\xbfVi\xe1\xbb\x87t", b"\x05H\xb5 N\xe9i", b"\x00\xff\xfeV\x00i\x00"),
    "read": (b'\x02{"id": 1, "t": "m\\u1ed9t  hai"}\n\n', b"\x01a\r\nb\n", b"\x03=\na\n=\n"),
}
#: For texts made of pieces.
TEXTS: tuple[bytes, ...] = (bytes([30, 0, 31, 0, 32, 5]), bytes(range(30, 60)), bytes([33, 0, 35, 1, 50, 1, 42, 0, 43]))
