"""What the bytes 80 to BF look like, which follow the first of a letter in UTF-8, as Latin-1 and as Windows-1252."""

from __future__ import annotations

#: Windows-1252 by the character, to the byte in Latin-1.
WINDOWS = {bytes((byte,)).decode("cp1252", "ignore"): chr(byte) for byte in range(0x80, 0xA0)}
FOLLOWING = "".join(map(chr, range(0x80, 0xC0))) + "".join(WINDOWS)
