"""The team's own facts, as the settings and the catalog give them."""

import hashlib

from bot.catalog import load
from bot.config import Settings
from bot.domain.team import Team
from bot.texts.fluent import in_every_language


def team_of(settings: Settings) -> Team:
    """Return the team's own facts as the settings and the catalog give them."""
    return Team(
        load(settings.catalog),
        settings.zone,
        settings.language,
        settings.team_chat,
        http=settings.http,
        public_url=settings.public_url,
        data=settings.data,
        pdf=settings.pdf,
        shown=in_every_language,
        code_key=code_key(settings),
    )


def code_key(settings: Settings) -> bytes:
    """Return what reply codes are hashed with: nobody has it who has only the database."""
    secret = f"reply codes {settings.token.get_secret_value()}"
    return hashlib.sha256(secret.encode()).digest()
