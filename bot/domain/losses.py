"""Estimated losses (thiệt hại ước tính) as people write amounts of money: 50 triệu, 1,2 tỷ."""

import re
from decimal import Decimal

from bot.domain.errors import Refused

MOST = 10**15  # đồng; more than a country's budget is a slip
_UNITS = {
    **dict.fromkeys(("", "đ", "d", "đồng", "dong", "vnd", "vnđ"), 1),
    **dict.fromkeys(("k", "nghìn", "nghin", "ngàn", "ngan", "thousand"), 10**3),
    **dict.fromkeys(("tr", "triệu", "trieu", "m", "million"), 10**6),
    **dict.fromkeys(("tỷ", "tỉ", "ty", "ti", "b", "billion"), 10**9),
}
_NOTHING = frozenset({"không", "khong", "ko", "no", "none", "không có", "khong co"})
_AMOUNT = re.compile(
    r"(?P<number>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*(?P<unit>[^\W\d]*)"
    r"(?:\s+(?:đồng|dong|đ|d|vnd|vnđ))?",
    re.ASCII | re.IGNORECASE,
)


def read_amount(words: str) -> int:
    """Return an amount in đồng; Refused when it is none."""
    said = words.strip().casefold()
    if said in _NOTHING:
        return 0
    found = re.fullmatch(_AMOUNT.pattern, said)
    unit = _UNITS.get(found["unit"]) if found else None
    if found is None or unit is None:
        raise Refused("refused-loss")
    amount = int(_number(found["number"]) * unit)
    if amount > MOST:
        raise Refused("refused-loss")
    return amount


def _number(written: str) -> Decimal:
    """Read 1.200.000 as thousands and 1,2 as a part."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written):
        return Decimal(re.sub(r"[.,]", "", written))
    return Decimal(written.replace(",", "."))


def written(amount: int, language: str) -> str:
    """Return an amount with its thousands apart, as they are written in that language."""
    return f"{amount:,}".replace(",", "." if language == "vi" else ",")
