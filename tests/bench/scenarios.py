"""What is measured: each scenario sets up its own province, and returns figures by name."""

import asyncio
import statistics
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from bot.playground.meters import Limits
from tests.bench.campaigns import campaign
from tests.bench.machine import machine
from tests.bench.province import Province
from tests.bench.rig import TOKEN, Rig, a_rig, crowd

RUN = ["-m", "bot", "run"]
UNLIMITED = ["-m", "tests.bench.unlimited"]
REPORTS = 40
APART = 1.2  # seconds: a chat takes one message a second, and that wait is not ours to measure
Figures = dict[str, float]
Scenario = Callable[[Path], Coroutine[Any, Any, Figures]]


def percentile(values: list[float], share: float) -> float:
    """Return the value below which that share of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def settled(rig: Rig, province: Province, **counts: int) -> dict[str, str]:
    """Found the province with its group and administrator; returns its bot's environment."""
    admin = rig.playground.people.add_user("Admin")
    group = rig.playground.people.add_group(
        "Đội", members=[admin], admins=[rig.playground.bots[TOKEN]]
    )
    await province.founded(**counts)
    return province.settings(TOKEN, rig.address, group.id, admin.id)


async def _started(rig: Rig, province: Province, **counts: int) -> float:
    return await rig.start(RUN, await settled(rig, province, **counts))


async def _says(rig: Rig, citizen: Any, text: str) -> None:
    since = time.perf_counter()
    rig.playground.people.say(citizen, rig.playground.bots[TOKEN], text)
    await rig.until(lambda call: call.method == "sendMessage" and call.chat_id == citizen.id, since)


async def _report(rig: Rig, citizen: Any, officer: Any) -> float:
    """Tell a report up to its urgent short cut; return the seconds from [Send] to the page."""
    for words in ("Máy chủ bị mã hóa", "đồng ý", "mã hóa"):
        await _says(rig, citizen, words)
    since = time.perf_counter()
    rig.playground.people.say(citizen, rig.playground.bots[TOKEN], "gửi ngay")
    page = await rig.until(
        lambda call: call.method == "sendMessage" and call.chat_id == officer.id, since
    )
    return page.at - since


async def idle(folder: Path) -> Figures:
    """From a report that is sent to the page at the officer, with nothing else to do."""
    async with a_rig(folder) as rig:
        (officer,), reporters = crowd(rig, 1, "Cán bộ"), crowd(rig, REPORTS, "Dân")
        cold = await _started(rig, Province(folder, [officer.id]))
        times = []
        for citizen in reporters:
            times.append(await _report(rig, citizen, officer))
            await asyncio.tasks.sleep(APART)
        return {
            "cold start, s": cold,
            "report to page, idle, p50 ms": 1000 * statistics.median(times),
            "report to page, idle, p99 ms": 1000 * percentile(times, 0.99),
            "memory after reports, MB": rig.megabytes,
        }


async def busy(folder: Path) -> Figures:
    """The same while 200 other updates a second come in from 400 people, and all are answered.

    Telegram's own limits would let only 30 of the answers through; what is measured is the bot.
    """
    async with a_rig(folder) as rig:
        (officer,), reporters = crowd(rig, 1, "Cán bộ"), crowd(rig, REPORTS // 3, "Dân")
        others = crowd(rig, 400, "Khác")
        await rig.start(UNLIMITED, await settled(rig, Province(folder, [officer.id])))
        bot = rig.playground.bots[TOKEN]

        async def noise() -> None:
            began = time.perf_counter()
            for number in range(10_000):
                rig.playground.people.say(others[number % len(others)], bot, "/help")
                await asyncio.tasks.sleep(max(0, began + number / 200 - time.perf_counter()))

        talking = asyncio.create_task(noise())
        try:
            times = []
            for citizen in reporters:
                times.append(await _report(rig, citizen, officer))
                await asyncio.tasks.sleep(APART)
        finally:
            talking.cancel()
        return {
            "report to page, 200 updates/s, p99 ms": 1000 * percentile(times, 0.99),
            "memory after 200 updates/s, MB": rig.megabytes,
        }


async def pages(folder: Path) -> Figures:
    """1,000 pages to 1,000 people with Telegram's limits on."""
    async with a_rig(folder, Limits()) as rig:
        officers = [user.id for user in crowd(rig, 1000, "Cán bộ")]
        province = Province(folder, officers)
        await province.founded()
        await asyncio.to_thread(province.pages, 1000)
        began = time.perf_counter()
        await _started(rig, province)
        last = await rig.until(_accepted, began, 1000)
        first = rig.sent(began)[0]
        return {
            "1,000 pages, a second": 999 / (last.at - first.at),
            "1,000 pages, refused": float(len(rig.playground.meters.floods)),
            "memory after 1,000 pages, MB": rig.megabytes,
        }


async def one_chat(folder: Path) -> Figures:
    """40 pages to one person where one a second is allowed."""
    async with a_rig(folder, Limits(private_burst=1)) as rig:
        (officer,) = crowd(rig, 1, "Cán bộ")
        province = Province(folder, [officer.id])
        await province.founded()
        await asyncio.to_thread(province.pages, 40, to=officer.id)
        began = time.perf_counter()
        await _started(rig, province)
        last = await rig.until(_accepted, began, 40)
        return {
            "40 pages to one, last after s": last.at - rig.sent(began)[0].at,
            "40 pages to one, refused": float(len(rig.playground.meters.floods)),
        }


async def broadcast(folder: Path) -> Figures:
    """A page while a broadcast to 5,000 people runs, limits on."""
    async with a_rig(folder, Limits()) as rig:
        (officer,), reporters = crowd(rig, 1, "Cán bộ"), crowd(rig, 12, "Dân")
        audience = [user.id for user in crowd(rig, 5000, "Nghe")]
        await _started(rig, Province(folder, [officer.id], audience), unsent=5000)
        times = []
        for citizen in reporters:
            times.append(await _report(rig, citizen, officer))
            await asyncio.tasks.sleep(APART)
        return {
            "page during a broadcast, p99 ms": 1000 * percentile(times, 0.99),
            "memory during a broadcast, MB": rig.megabytes,
        }


async def heavy_start(folder: Path) -> Figures:
    """Cold start with 100,000 due rows and 10,000 unsent messages."""
    async with a_rig(folder) as rig:
        audience = [user.id for user in crowd(rig, 10_000, "Nghe")]
        cold = await _started(rig, Province(folder, (), audience), due=100_000, unsent=10_000)
        return {"cold start, full, s": cold}


def _accepted(call: Any) -> bool:
    return bool(call.method == "sendMessage" and call.status == 200)


SCENARIOS: tuple[Scenario, ...] = (
    *(machine, idle, busy, pages, one_chat, broadcast, heavy_start),
    campaign,
)
