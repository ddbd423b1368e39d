"""The methods of the Bot API that are real here, one file per topic; importing fills the table."""

from bot.playground.methods import (
    callbacks,
    chats,
    editing,
    media,
    menu,
    polling,
    sending,
    topics,
)
from bot.playground.methods.registry import METHODS

__all__ = [
    "METHODS",
    "callbacks",
    "chats",
    "editing",
    "media",
    "menu",
    "polling",
    "sending",
    "topics",
]
