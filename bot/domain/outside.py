"""What may leave the house on paper: no internal address, no secret, nothing a page cannot show."""

import unicodedata

from msgspec import Struct

from bot.domain.addresses import without_internal
from bot.domain.redact import redact

INTERNAL = "[địa chỉ nội bộ]"


class Outside(Struct, frozen=True):
    """The words as they may leave, and what was masked in them."""

    text: str
    addresses: int = 0
    secrets: tuple[str, ...] = ()


def _shown(sign: str) -> str:
    if sign == "\n" or sign.isprintable():
        return sign
    return "" if unicodedata.category(sign) == "Cf" else " "


def for_outside(text: str) -> Outside:
    """Return words as they may leave the house; doing it twice changes nothing."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    shown = "".join(map(_shown, composed))
    clean = redact(shown.strip())
    masked = without_internal(clean.text, INTERNAL)
    return Outside(masked.text, masked.count, clean.found)
