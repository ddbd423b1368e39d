"""The icons that Telegram offers for topics: some emoji, each with a number of its own."""

from typing import Any

Json = dict[str, Any]

EMOJI = (
    *("📰", "💡", "⚡️", "🎙", "🔝", "🗣", "🆒", "❗️", "📝", "📆", "📁", "🔎", "📣", "🔥", "❤️"),
    *("❓", "📈", "📉", "💎", "💰", "⁉️", "💻", "📱", "🏠", "🎉", "‼️", "🏆", "🏁", "📚", "👀"),
    *("✈️", "🤖", "🏛", "👮‍♂️", "🩺", "💊", "💉", "🧼", "🧪", "🔭", "🔬", "💬", "🦠", "✍️", "✅"),
)
_FIRST_ID = 5_300_000_000_000_000_001
_BY_EMOJI = {emoji: str(_FIRST_ID + number) for number, emoji in enumerate(EMOJI)}
IDS = {number: emoji for emoji, number in _BY_EMOJI.items()}


def sticker(emoji: str) -> Json:
    """Return the Bot API's Sticker of an icon."""
    number = _BY_EMOJI[emoji]
    return {
        "file_id": f"icon-{number}",
        "file_unique_id": f"unique-{number}",
        "type": "custom_emoji",
        "width": 100,
        "height": 100,
        "is_animated": True,
        "is_video": False,
        "emoji": emoji,
        "set_name": "Topics",
        "custom_emoji_id": number,
        "needs_repainting": False,
    }
