"""Texts and keyboards: Fluent messages of locales/ become Telegram HTML in the reader's language.

Nothing here reads the database, a clock or the network: facts and `now` are given.
"""

from bot.texts.fluent import TextError
from bot.texts.keyboards import Key
from bot.texts.render import RENDERERS, Rendered, last_resort, render
from bot.texts.values import Voice

__all__ = [
    "RENDERERS",
    "Key",
    "Rendered",
    "TextError",
    "Voice",
    "last_resort",
    "render",
]
