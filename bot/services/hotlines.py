"""Whom to call, as lines of a message; a number nobody has checked says so."""

from typing import Any

from bot.domain.catalog import Catalog
from bot.domain.kinds import Hotline
from bot.services.messages import whole_date


def hotline_lines(catalog: Catalog, language: str) -> list[dict[str, Any]]:
    """Return a line for every number of the catalog, in one language."""
    return [_line(hotline, language) for hotline in catalog.hotlines]


def _line(hotline: Hotline, language: str) -> dict[str, Any]:
    checked = hotline.checked_on
    return {
        "text": "hotline-checked" if checked else "hotline-unchecked",
        "number": hotline.number,
        "name": hotline.name(language),
        "note": hotline.note_in(language),
        "checked": whole_date(checked) if checked else "",
    }
