"""Codes of incidents, SC-2026-0012, and of campaigns, DY-2026-0007, read however typed."""

import re
import unicodedata

_CODE = re.compile(r"sc[\s-]*(\d{4})[\s-]*(\d{1,9})", re.ASCII | re.IGNORECASE)
_CAMPAIGN = re.compile(r"[d\u0111]y[\s-]*(\d{4})[\s-]*(\d{1,9})", re.IGNORECASE)
_FIRST = re.compile(rf"{_CODE.pattern}(?!\d)", _CODE.flags)
_ATTEMPT = re.compile(r"sc[\s-]*\d\S*", re.ASCII | re.IGNORECASE)
# What phones and people make of a hyphen.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212_/", "-"))
_AROUND = " \t\n.,;:!?()[]#\"'"


def code_for(year: int, number: int) -> str:
    """Return the code people use for an incident, as in SC-2026-0012."""
    return f"SC-{year}-{number:04d}"


def campaign_code(year: int, number: int) -> str:
    """Return the code people use for a campaign, as in DY-2026-0007."""
    return f"DY-{year}-{number:04d}"


def parse_code(text: str) -> tuple[int, int] | None:
    """Read year and number of a code such as `sc 2026 12`; None if the text is not just that."""
    return _parsed(_CODE, text)


def parse_campaign_code(text: str) -> tuple[int, int] | None:
    """Read year and number of a code such as `dy 2026 7`; None if the text is not just that."""
    return _parsed(_CAMPAIGN, text)


def _parsed(shape: re.Pattern[str], text: str) -> tuple[int, int] | None:
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip(_AROUND)
    written = shape.fullmatch(plain)
    if written is None or int(written[2]) == 0:
        return None
    return int(written[1]), int(written[2])


def parted(text: str) -> tuple[str, str]:
    """Part the code that a text begins with from the rest; an empty code when there is none.

    What looks like a code and is none stays whole, so that it can be refused by its name.
    """
    words = text.strip().lstrip(_AROUND)
    # One sign for one sign, so that a place in `plain` is the same place in `words`.
    plain = "".join(_plain(sign) for sign in words)
    found = _FIRST.match(plain) or _ATTEMPT.match(plain)
    if found is None:
        return "", text.strip()
    return words[: found.end()], words[found.end() :].lstrip(_AROUND + "-\u2013\u2014").rstrip()


def _plain(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign).translate(_DASHES)
    return plain if len(plain) == 1 else sign
