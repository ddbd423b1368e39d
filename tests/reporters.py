"""How tests report: the shortest ways through the dialogue, and what it left behind."""

from typing import Any

from storage.tables import forms, timeline
from tests.world import Human, World

PICTURE = b"\x89PNG a screen that asks for money"
UNPAGED = "Lừa đảo trực tuyến"
DEFACED = "Trang chủ phường A bị thay hình lạ"


async def begins(human: Human, words: str = DEFACED, kind: str = "Thay đổi giao diện") -> None:
    """Come as far as the question where it happened."""
    await human.says(words)
    await human.presses("Tiếng Việt")
    await human.presses(kind)
    human.sees("Ở đâu?")


async def reports(human: Human, kind: str = "Thay đổi giao diện") -> Any:
    """Send a report by the short cut and return its receipt."""
    await begins(human, kind=kind)
    await human.presses("Gửi ngay")
    return human.sees("SC-2026-")


async def entries(world: World, kind: str) -> list[dict[str, Any]]:
    """Return the lines of that kind in the timeline."""
    return [row for row in await world.rows(timeline) if row["kind"] == kind]


async def open_forms(world: World) -> list[dict[str, Any]]:
    """Return the dialogues under way."""
    return [row for row in await world.rows(forms) if row["state"] == "open"]


async def sends_photo(world: World, human: Human, caption: str = "") -> None:
    """Send a picture to the bot in private."""
    world.playground.people.send_photo(human.user, world.bot, PICTURE, caption)
    await world.settles()


async def edits(world: World, human: Human, message: Any, words: str) -> None:
    """Change the words of an own message."""
    world.playground.people.edit(human.user, message, words)
    await world.settles()


async def forges(world: World, human: Human, data: str) -> Any:
    """Send data that no button the person sees has."""
    people = world.playground.people
    query = people.press(human.user, human.messages[-1], data, forged=True)
    await world.settles()
    return people.toast(query)
