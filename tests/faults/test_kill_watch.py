"""kill -9 in the middle of a watch: each thing that people do, and that falls due, counts once.

Real processes on the machine's clock, so the shifts lie around the present.
"""

from datetime import timedelta

import pytest

from bot.app import App
from bot.clock import Clock
from bot.config import Settings
from bot.domain.roster import Shift, ShiftState
from bot.domain.watch import Watch, WatchState
from bot.services.arming import LATE, arm_watch
from storage import due, watches
from storage import shifts as stored
from storage.due import Due
from storage.migrate import upgrade
from storage.tables import due_rows, people, shifts
from storage.watch_tables import handovers, watch_log
from tests.faults.bot_process import a_bot_process
from tests.faults.nursery import a_nursery
from tests.faults.test_kill import Person, until
from tests.watches import PLAN

pytestmark = pytest.mark.timeout(60)
MINUTE = timedelta(minutes=1)
MOST_KILLS = 3
ONCE = ("late", "stood-in", "signed", "handover-confirmed")


async def prepare(process, crew):
    """Publish a watch: Minh's shift began 20 minutes ago and ends in ten, nobody was called yet."""
    url = process.environment["TRUCBAN_DATABASE_URL"]
    await upgrade(url)
    app = App(Settings(_env_file=None, token="1:x", database_url=url, http="", data=process.folder))
    now = Clock().now()
    await app.database.open()
    async with app.database.begin() as tx:
        ids = {}
        for name, human in crew.items():
            role = "lead" if name == "Tùng" else "responder"
            values = {"name": name, "role": role, "language": "vi", "active": True}
            values |= {"blocked": False, "privacy_at": now, "created_at": now}
            ids[name] = await tx.add(people, telegram_id=human.user.id, **values)
        start, end = now - 20 * MINUTE, now + 10 * MINUTE
        whole = Watch(0, "Tết", start, end + 60 * MINUTE, PLAN, WatchState.PUBLISHED)
        watch = await watches.get(tx, await watches.add(tx, whole))
        places = (("Minh", "primary", start, end), ("Hà", "backup", start, watch.end))
        for name, post, begins, ends in (*places, ("Nga", "primary", end, watch.end)):
            shift = Shift(0, begins, ends, post, ids[name], watch.id, ShiftState.CONFIRMED)
            kept = await stored.get(tx, await stored.add(tx, shift))
            if name == "Minh":
                missed_id = kept.id
            else:
                await stored.change(tx, kept, checked_in_at=now - 10 * MINUTE)
        await arm_watch(tx, app.team, watch)
        await due.schedule(tx, Due(LATE, missed_id, now))
    await app.database.close()
    for human in crew.values():
        human.starts()


def kinds(process):
    return [row["kind"] for row in process.rows(watch_log)]


async def test_a_watch_with_kills_before_and_after_its_calls_goes_on_as_without(tmp_path):
    with a_nursery() as nursery:
        async with a_bot_process(tmp_path, nursery) as process:
            crew = {name: Person(process, name) for name in ("Minh", "Hà", "Nga", "Tùng")}
            await prepare(process, crew)
            process.trips(every_second_call(process))
            await process.start()
            await crew["Tùng"].sees("Minh chưa vào ca Trực ban")
            await crew["Hà"].presses("Tôi trực thay")
            await crew["Minh"].sees("Hà đang trực thay bạn")
            crew["Hà"].says("/handover ký")
            await crew["Nga"].presses("Đã nhận")
            await until(process, lambda: "handover-confirmed" in kinds(process), "not confirmed")
            assert process.kills == MOST_KILLS
            found = kinds(process)
            assert {kind: found.count(kind) for kind in ONCE} == dict.fromkeys(ONCE, 1)
            first = process.rows(shifts)[0]
            assert first["checked_in_at"] is not None
            assert [row["confirmed_at"] is not None for row in process.rows(handovers)] == [True]
            late = [row for row in process.rows(due_rows) if row["kind"] == "watch-missing"]
            assert [row["state"] for row in late][:1] == ["done"]


def every_second_call(process):
    """Kill at every second message, after and before Telegram has it in turn, one at a time."""
    count = 0

    def wire(method, moment):
        nonlocal count
        wanted = "before" if process.kills % 2 else "after"
        if (method, moment) != ("sendMessage", wanted) or process._tasks:
            return False
        count += 1
        return count % 2 == 0 and process.kills < MOST_KILLS

    return wire
