"""The team's own facts that services and texts need: its catalog, zone, language and chat."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.catalog import Catalog


@dataclass
class Team:
    """One team; `chat_id` changes when Telegram turns the group into a supergroup."""

    catalog: Catalog
    zone: ZoneInfo
    language: str
    chat_id: int | None
    bot_username: str = ""
    http: str = ""  # where the program itself listens; empty when it does not
    public_url: str = ""  # the same pages as people reach them
