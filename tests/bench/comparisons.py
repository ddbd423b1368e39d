"""What is measured side by side, in one run: with a bare echo bot, and with a large database."""

import asyncio
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.province import Province
from tests.bench.rig import TOKEN, Rig, a_rig, crowd
from tests.bench.scenarios import UNLIMITED, Figures, settled

ECHO = ["-m", "tests.bench.echo_bot"]
PEOPLE, UPDATES, SLOW_UPDATES, SLOW_BY = 400, 1_500, 200, 0.05
MANY, FEW, OPEN, ROUNDS = 1_000_000, 1_000, 30, 25


async def durable(folder: Path) -> Figures:
    """Updates a second, each answered: ours committed and recorded, the echo bot's forgotten."""
    found = await _raced(folder, UPDATES, 0.0)
    slow = await _raced(folder, SLOW_UPDATES, SLOW_BY)
    return {
        "updates/s, echo bot": found["echo"],
        "updates/s, ours": found["ours"],
        "updates/s, ours to echo bot": found["ours"] / found["echo"],
        "updates/s, 50 ms, echo bot": slow["echo"],
        "updates/s, 50 ms, ours": slow["ours"],
        "updates/s, 50 ms, ours to echo bot": slow["ours"] / slow["echo"],
        "memory after updates, MB": found["memory"],
    }


async def _raced(folder: Path, count: int, delay: float) -> Figures:
    found = {}
    for name, command in (("echo", ECHO), ("ours", UNLIMITED)):
        below = _below(folder, f"{name}-{delay}")
        async with a_rig(below) as rig:
            found[name] = await _drained(rig, command, Province(below), count, delay)
            found["memory"] = rig.megabytes
    return found


def _below(folder: Path, name: str) -> Path:
    below = folder / name
    below.mkdir()
    return below


async def _drained(
    rig: Rig, command: list[str], province: Province, count: int, delay: float
) -> float:
    """Let as many updates wait, start a bot, and return how many it answers in a second."""
    people = crowd(rig, PEOPLE, "Dân")
    province.citizens = [user.id for user in people]
    environment = await settled(rig, province)
    await rig.start(command, environment)
    await asyncio.tasks.sleep(1.0)
    if delay:
        rig.playground.fail("sendMessage", times=None, delay=delay)
    since = time.perf_counter()
    for number in range(count):
        rig.playground.people.say(
            people[number % len(people)], rig.playground.bots[TOKEN], "/status"
        )
    last = await rig.until(_sent, since, count)
    return count / (last.at - since)


def _sent(call: Any) -> bool:
    return bool(call.method == "sendMessage" and call.status == 200)


async def million(folder: Path) -> Figures:
    """What people ask for most, with a million incidents stored and with a thousand."""
    few = await _asked(_below(folder, "few"), FEW)
    many = await _asked(_below(folder, "many"), MANY)
    found = {f"{what}, {MANY:,} incidents, ms": value for what, value in many.items()}
    found |= {f"{what}, {FEW:,} incidents, ms": value for what, value in few.items()}
    return found | {f"{what}, a million to a thousand": many[what] / few[what] for what in many}


async def _asked(folder: Path, count: int) -> Figures:
    async with a_rig(folder) as rig:
        # Three, because a person who asks too much in a minute gets no answer any more.
        officer, lister, reader = team = crowd(rig, 3, "Cán bộ")
        reporters = crowd(rig, ROUNDS, "Dân")
        province = Province(folder, [member.id for member in team])
        environment = await settled(rig, province, incidents=count, still_open=OPEN)
        await rig.start(UNLIMITED, environment)

        async def answered(person: Any, text: str) -> float:
            since = time.perf_counter()
            rig.playground.people.say(person, rig.playground.bots[TOKEN], text)
            return (await rig.until(_to(person.id), since)).at - since

        list_times, one_times, report_times = [], [], []
        for number, citizen in enumerate(reporters):
            list_times.append(await answered(lister, "/incidents"))
            one_times.append(await answered(reader, f"/incident SC-2020-{1 + 7 * number:04d}"))
            for words in ("Máy chủ bị mã hóa", "đồng ý", "mã hóa"):
                await answered(citizen, words)
            since = time.perf_counter()
            rig.playground.people.say(citizen, rig.playground.bots[TOKEN], "gửi ngay")
            report_times.append((await rig.until(_to(officer.id), since)).at - since)
        return {
            "/incidents": 1000 * statistics.median(list_times),
            "/incident": 1000 * statistics.median(one_times),
            "a new report": 1000 * statistics.median(report_times),
        }


def _to(chat_id: int) -> Callable[[Any], bool]:
    return lambda call: call.method == "sendMessage" and call.chat_id == chat_id


COMPARISONS = (durable, million)
