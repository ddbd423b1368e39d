"""A finished file on its way to somebody: a picture, a document, a sheet."""

import re

from msgspec import Struct

from bot.domain.typed import unaccented

LONGEST_NAME = 60


class Finished(Struct, frozen=True):
    """What was made; `media` is how Telegram shows it, `photo` or `document`."""

    name: str
    content: bytes
    media: str = "document"


def file_name(words: str, ending: str) -> str:
    """Return a file's name that every program can open: plain letters, figures and hyphens."""
    plain = re.sub(r"[^a-z0-9]+", "-", unaccented(words)).strip("-")[:LONGEST_NAME].strip("-")
    return f"{plain or 'truc-ban'}.{ending}"
