"""The team's own facts that services and texts need: its catalog, zone, language and chat."""

from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.catalog import Catalog
from bot.domain.channels import Open
from bot.domain.typed import Shown, unshown


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
    channels: Open = field(default_factory=dict)  # those that are set up, beside Telegram
    data: Path | None = None  # where evidence is kept; without it only Telegram has it
    pdf: bool = False  # whether official papers come as PDF too, where LibreOffice is
    shown: Shown = unshown  # what a button shows, in each language
    code_key: bytes = field(default=b"", repr=False)  # what the codes in messages are hashed with
