"""Why a message was not sent, in the reader's words where there are some, else in Telegram's."""

from collections.abc import Mapping
from typing import Any

from bot.domain.reasons import reason_id


def in_words(reason: str | None) -> Mapping[str, Any] | str:
    """Return what a text shows for a reason."""
    known = reason_id(reason)
    return {"text": known} if known else (reason or "—")
