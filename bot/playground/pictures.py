"""A picture for those who send one in a story, drawn on the spot."""

import struct
import zlib
from functools import cache

WIDTH, HEIGHT = 480, 300
PAPER, BAR, INK, RED = b"\xf4\xf5\xf7", b"\x2b\x3a\x55", b"\x14\x16\x1c", b"\xd6\x30\x31"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@cache
def screenshot() -> bytes:
    """Return a PNG that looks like a defaced page: a browser's bar, a dark page, a red stripe."""
    rows = b"".join(b"\x00" + _row(line) for line in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9))
    return SIGNATURE + body + _chunk(b"IEND", b"")


def _row(line: int) -> bytes:
    if line < HEIGHT // 8:
        return BAR * 24 + PAPER * (WIDTH - 48) + BAR * 24
    if HEIGHT // 2 - 24 < line < HEIGHT // 2 + 24:
        return INK * 60 + RED * (WIDTH - 120) + INK * 60
    return INK * WIDTH


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)
