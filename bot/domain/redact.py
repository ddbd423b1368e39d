"""Secrets that people paste are masked before anything is kept: cards, OTPs, passwords, PINs.

Words are compared without case, accents or composition, so "mật khẩu", "MAT KHAU" and decomposed
letters are one word; what is no secret is kept byte for byte. Masking twice changes nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from operator import itemgetter

from msgspec import Struct

MASK = "●●●●"
Span = tuple[int, int, str]


class Redacted(Struct, frozen=True):
    """The text that may be kept, and the kinds of secrets it had: card, otp, password, pin."""

    text: str
    found: tuple[str, ...]


def redact(text: str) -> Redacted:
    """Mask every secret that is recognised."""
    found: list[str] = []
    # A mask can bring a label and a number together, so go on until nothing is found; no mask is
    # ever taken for a secret, so each round leaves fewer letters.
    while secrets := _merged(_secrets(text)):
        found += [kind for _, _, kind in secrets]
        for start, end, _ in reversed(secrets):
            text = text[:start] + MASK + text[end:]
    return Redacted(text, tuple(dict.fromkeys(found)))


def _secrets(text: str) -> Iterator[Span]:
    plain, at = _plain(text)
    kept = [found.span() for found in _NO_SECRET.finditer(plain)]
    for kind, pattern in _SECRETS:
        for found in pattern.finditer(plain):
            start, end = found.span(found.lastgroup or 0)
            number = kind in {"otp", "pin"}
            if number and any(start < last and first < end for first, last in kept):
                continue
            if kind != "card" or _is_card(found["card"]):
                yield at[start], at[end], kind


def _plain(text: str) -> tuple[str, list[int]]:
    """Return the text in small letters without accents, and where each of them stood."""
    letters: list[str] = []
    at: list[int] = []
    for index, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.lower()):
            if unicodedata.category(part) not in {"Mn", "Cf"}:
                letters.append(_KEYBOARD.get(part, part))
                at.append(index)
    return "".join(letters), [*at, len(text)]


def _merged(spans: Iterator[Span]) -> list[Span]:
    """Return the spans in order; where two overlap, one for both."""
    merged: list[Span] = []
    for start, end, kind in sorted(spans, key=itemgetter(0, 1)):
        if merged and start < merged[-1][1]:
            first, last, kind_before = merged.pop()
            merged.append((first, max(last, end), kind_before))
        else:
            merged.append((start, end, kind))
    return merged


def _is_card(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    return _ISSUED.fullmatch(digits) is not None and _luhn(digits) % 10 == 0


def _luhn(digits: str) -> int:
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return sum(int(digit) for digit in digits[-1::-2]) + sum(n // 10 + n % 10 for n in doubled)


# Letters and signs as a keyboard has them: what phones put in their place is the same to us.
_KEYBOARD = (
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-")
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | {"đ": "d"}
)
# First digits and lengths in use (9704 is Napas): an IMEI or an account number is no card.
_ISSUED = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|3[47]\d{13}|3[0689]\d{12}|35\d{14}|2[2-7]\d{14}|[56]\d{15,18}"
    r"|9704\d{12}(?:\d{3})?"
)
_S = "[ .-]"
_CARDS = (
    r"\d{13,19}",
    rf"\d{{4}}(?:{_S}\d{{4}}){{3}}{_S}\d{{1,3}}",
    rf"\d{{4}}(?:{_S}\d{{4}}){{2}}{_S}\d{{1,4}}",
    rf"\d{{4}}{_S}\d{{6}}{_S}\d{{4,5}}",
)

_OF = (
    r"(?:[ \t]+(?:cua|toi|em|anh|chi|minh|ban|no|wifi|e?mail|gmail|zalo|facebook|fb|admin|root|user"
    r"|quan|tri|dang|nhap|tai|khoan|he|thong|may|chu|hien|moi|cu|ung|dung|ngan|hang|the|gui|ve|nhan"
    r"|duoc|vua|so|for|of|my|your|new|old|account)(?![^\W_])){0,6}"
)
_IS = r"(?:(?:[ \t]*[\"'])?[ \t]*[:=][ \t]*(?:\n(?=[^\s:]+[ \t]*(?:\n|$)))?|[ \t]+(?:la|is)[ \t:]+)"
_ALONE, _END = r"(?<![\w])", r"(?![\w])"
_NO_CODE = r"(?!\s*(?:dong|vnd|usd|d\b|k\b|trieu|nghin|%|mah|phut|giay|nguoi|tai khoan))"
_OTP = (
    r"(?<![^\W_])(?:otp|ma\s+(?:otp|xac\s+(?:thuc|minh|nhan))(?:\s+otp)?"
    r"|(?:verification|confirmation|security|login)\s+code)(?![^\W_])"
)
_DIGITS = r"(?:\d{4,8}|\d{3}[ -]\d{3,4})"
_LABEL = r"(?:(?<![^\W_])(?:mat[ \t]*khau|pass(?:phrase|code)?|pwd|mk)|password|passwd)(?![^\W_])"
# After "mật khẩu là": the beginning of a sentence, not a password.
_PROSE = (
    r"(?!(?:gi|do|mot|viec|khong|chua|rat|qua|dieu|nhung|cac|loi|bi|da|duoc|cho|va|con|too|an?|the"
    r"|not|very|weak|wrong)(?![^\s.,;:!?]))"
)
_QUOTED = r"[\"'](?P<quoted>[^\"'\n●]+)[\"']"
_TAIL = r"[.,;:!?)\]}\"']*"
_BARE = rf"(?![.,;:!?)\]}}\"'*•_-]*(?:\s|$|●))(?P<bare>[^\s●]+?)(?={_TAIL}(?:\s|$)|&\w+=|●)"

_SECRETS = (
    *(("card", re.compile(rf"{_ALONE}(?P<card>{shape}){_END}")) for shape in _CARDS),
    ("password", re.compile(rf"{_LABEL}{_OF}{_IS}{_PROSE}(?:{_QUOTED}|{_BARE})")),
    (
        "otp",
        re.compile(
            rf"{_OTP}(?:{_OF}[\s:=>\"'(\[.,-]{{1,6}}|[^\d\n●]{{0,40}}?(?:\b(?:la|is)\b|[:=])[\s\"'(]*)"
            rf"(?:g-)?(?P<otp>{_ALONE}{_DIGITS}{_END}){_NO_CODE}"
        ),
    ),
    (
        "otp",
        re.compile(
            rf"{_ALONE}(?P<otp>{_DIGITS}){_END}[\s:=(-]{{0,3}}(?:(?:la|is)\s+)?"
            rf"(?:(?:your|the|so|my|telegram|google|zalo|facebook)\s+){{0,2}}{_OTP}"
        ),
    ),
    (
        "pin",
        re.compile(
            rf"(?<![^\W_])pin(?![^\W_]){_OF}(?:{_IS}[\"']?(?P<pin>\d{{4,8}})|"
            rf"[ \t]+(?P<short>\d{{4}}|\d{{6}})){_END}{_NO_CODE}"
        ),
    ),
)
_NO_SECRET = re.compile(
    r"(?<!\w)(?:sc[ -]?\d{4}[ -]\d+|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|\d{1,2}/\d{4}|\d{1,2}:\d{2}|\d{1,3}(?:\.\d{1,3}){3}|\+84[ \d.-]{9,13}|0\d{9,10}"
    r"|0\d{1,3}[ .-]\d{3,4}[ .-]\d{3,4})(?!\w)"
)
