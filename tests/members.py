"""What members of the team do in tests with an incident, and what has become of it."""

from typing import Any

import pytest

from storage.tables import due_rows, timeline
from tests.world import Human, World


@pytest.fixture(name="minh")
async def minh_there(world: World) -> Human:
    """Return a member of the team whose time is their own."""
    return await world.member("Minh")


@pytest.fixture(name="ha")
async def ha_there(world: World) -> Human:
    """Return another one."""
    return await world.member("Hà")


async def answer_to(human: Human, words: str, **how: Any) -> str:
    """Write in private and return what the bot answers."""
    before = len(human.messages)
    await human.says(words, **how)
    return "\n".join(m.text for m in human.messages[before:])


async def owner_of(world: World, incident_id: int = 1) -> int | None:
    """Return whose it is, or None."""
    owner_id: int | None = (await world.incident(incident_id))["owner_id"]
    return owner_id


async def story(world: World, incident_id: int = 1) -> list[str]:
    """Return the kinds of the lines in an incident's timeline, oldest first."""
    return [r["kind"] for r in await world.rows(timeline) if r["incident_id"] == incident_id]


async def alarms(world: World, incident_id: int = 1) -> set[str]:
    """Return the kinds of what waits to happen to an incident, but for the law's deadlines."""
    rows = [row for row in await world.rows(due_rows) if row["subject_id"] == incident_id]
    waiting = {row["kind"] for row in rows if row["state"] == "waiting"}
    return waiting - {"deadline", "crew-roles", "situation"}


async def solves(member: Human, action: str = "Đã khôi phục") -> None:
    """Take the first incident and call it solved."""
    await member.presses("Tôi nhận")
    await solves_again(member, action)


async def solves_again(member: Human, action: str = "Đã khôi phục") -> None:
    """Call the first incident solved."""
    await member.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu quản trị", action, "1", "tự xử lý", "gửi"):
        await member.says(words)


async def rejects(member: Human) -> None:
    """Say that the first incident is none."""
    await member.says("/reject SC-2026-0001")
    for words in ("không phải sự cố", "Chỉ là ảnh quảng cáo", "gửi"):
        await member.says(words)


async def waiting(world: World, prefix: str) -> list[str]:
    """Return the kinds of what waits to happen that begin so."""
    rows = await world.rows(due_rows)
    return [r["kind"] for r in rows if r["state"] == "waiting" and r["kind"].startswith(prefix)]
