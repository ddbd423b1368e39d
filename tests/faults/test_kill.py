"""kill -9 at every step of a report and of a ladder: nothing is lost, nothing happens twice.

The steps are seen from outside: an update handed over (its effects not yet committed), a call
arriving (committed, not yet answered), a call answered (not yet recorded).
"""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import Clock
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import due_rows, incidents, outbox, people, shifts, timeline
from tests.faults.bot_process import PATIENCE, a_bot_process
from tests.faults.nursery import a_nursery

pytestmark = pytest.mark.timeout(150)
MOST_KILLS = 3
WORDS = "Máy chủ bị mã hóa, đòi tiền chuộc"


async def until(process, found, what):
    """Wait for something to be true, looking after each thing that happens."""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                result = found()
                if result:
                    return result
                await process.playground.events.wait(0.2)
    except TimeoutError:
        raise AssertionError(f"{what}\n{process.log[-4000:]}") from None


class Person:
    """Somebody who writes and presses, whatever happens to the bot meanwhile."""

    def __init__(self, process, name, **user):
        self.process = process
        self.people = process.playground.people
        self.bot = next(iter(process.playground.bots.values()))
        self.user = self.people.add_user(name, **user)

    @property
    def seen(self):
        chat = self.process.playground.private(self.user, self.bot)
        return [m for m in self.process.playground.transcript(chat) if m.sender.is_bot]

    def starts(self):
        self.people.start(self.user, self.bot)

    def says(self, words):
        self.people.say(self.user, self.bot, words)

    def button(self, label):
        return next(
            ((m, b.data) for m in reversed(self.seen) for b in m.buttons if label in b.label), None
        )

    async def presses(self, label):
        message, data = await until(self.process, lambda: self.button(label), f"no {label!r}")
        self.people.press(self.user, message, data)

    async def sees(self, words):
        return await until(
            self.process, lambda: [m for m in self.seen if words in (m.text or "")], f"no {words!r}"
        )


async def prepare(process, minh, ha):
    """Enrol two members and put them on the roster, before the bot first starts."""
    url = process.environment["TRUCBAN_DATABASE_URL"]
    await upgrade(url)
    now = Clock().now()
    database = Database(url, lambda: now)
    await database.open()
    async with database.begin() as tx:
        for person, post in ((minh, "primary"), (ha, "backup")):
            values = {"name": person.user.first_name, "role": "responder", "language": "vi"}
            values |= {"active": True, "blocked": False, "privacy_at": now, "created_at": now}
            person_id = await tx.add(people, telegram_id=person.user.id, **values)
            await tx.add(
                shifts,
                start_at=now - timedelta(hours=1),
                end_at=now + timedelta(hours=8),
                post=post,
                person_id=person_id,
            )
    await database.close()
    for person in (minh, ha):
        person.starts()


async def night(process):
    """Play a night: report, page, can't, page the next, take, note, resolve, confirm."""
    lan, minh, ha = (Person(process, name) for name in ("Lan", "Minh", "Hà"))
    await prepare(process, minh, ha)
    lan.starts()
    await process.start()
    lan.says(WORDS)
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    await lan.sees("SC-")
    await minh.presses("Không thể")
    await ha.presses("hận")
    await lan.sees("có người nhận")
    await ha.presses("1 giờ")
    ha.says("/resolve")
    await ha.sees("Nguyên nhân là gì")
    ha.says("Lộ mật khẩu quản trị")
    await ha.sees("Đội đã làm gì")
    ha.says("Khôi phục từ bản sao lưu")
    await ha.presses("Mã hóa")
    await ha.presses("tự xử lý")
    await ha.presses("Gửi")
    await lan.presses("Đã ổn")
    await lan.sees("đã đóng")
    return lan, minh, ha


def _each_time_once(method_wanted, moment_wanted, *, skip=0):
    """Kill at every call of a method, but let the same thing pass when it is tried again."""
    passed = set()
    count = 0

    def wire(method, moment):
        nonlocal count
        if (method, moment) != (method_wanted, moment_wanted):
            return False
        count += 1
        # Every second one is let through, so that the work goes on between two kills.
        if count <= skip or count % 2:
            return False
        passed.add(count)
        return len(passed) <= MOST_KILLS

    return wire


@pytest.fixture(scope="module")
def nursery():
    """Bots that are born with the program loaded, since each night takes four of them."""
    with a_nursery() as nursery:
        yield nursery


@pytest.mark.parametrize(
    ("method", "moment"),
    [
        ("getUpdates", "after"),
        ("sendMessage", "before"),
        ("sendMessage", "after"),
        ("editMessageText", "after"),
        ("answerCallbackQuery", "before"),
    ],
)
async def test_a_night_with_kills_at_every_step_ends_as_without(tmp_path, nursery, method, moment):
    async with a_bot_process(tmp_path, nursery) as process:
        process.trips(_each_time_once(method, moment, skip=3))
        await night(process)
        process.trips(lambda method, moment: False)
        assert process.kills > 0
        (incident,) = process.rows(incidents)
        assert incident["status"] == "closed"
        kinds = [row["kind"] for row in process.rows(timeline)]
        for once in ("received", "declined", "taken", "promised", "resolved", "closed"):
            assert kinds.count(once) == 1, (once, kinds)
        pages = [row for row in process.rows(outbox) if row["kind"] == "incident-page"]
        paged = {row["person_id"] for row in pages if row["op"] == "send"}
        assert len(paged) == 2


async def test_a_kill_while_a_topic_is_opened_leaves_one_topic_with_its_card(tmp_path, nursery):
    async with a_bot_process(tmp_path, nursery, forum=True) as process:
        lan, minh, ha = (Person(process, name) for name in ("Lan", "Minh", "Hà"))
        await prepare(process, minh, ha)
        lan.starts()
        opened = ("createForumTopic", "after", 0)
        process.trips(lambda method, moment: (method, moment, process.kills) == opened)
        await process.start()
        lan.says(WORDS)
        await lan.presses("Tiếng Việt")
        await lan.presses("Mã hóa")
        await lan.presses("Gửi ngay")
        (group,) = process.playground.groups.values()
        await until(process, lambda: group.pinned, "no card is pinned")
        assert (process.kills, len(group.topics)) == (1, 1)
        assert group.messages[group.pinned[0]].thread_id in group.topics


async def test_a_kill_moves_no_due_time(tmp_path):
    async with a_bot_process(tmp_path) as process:
        lan, minh, ha = (Person(process, name) for name in ("Lan", "Minh", "Hà"))
        await prepare(process, minh, ha)
        lan.starts()
        await process.start()
        lan.says(WORDS)
        await lan.presses("Tiếng Việt")
        await lan.presses("Mã hóa")
        await lan.presses("Gửi ngay")
        await minh.sees("SC-")
        before = _ladder(process)
        for _ in range(3):
            await process.kill()
            await until(process, lambda: process.playground.events.last, "no poll")
        lan.says("/status")
        await lan.sees("SC-")
        assert _ladder(process) == before


def _ladder(process):
    (row,) = [
        r for r in process.rows(due_rows) if r["kind"] == "ladder" and r["state"] == "waiting"
    ]
    return row["due_at"], row["key"]
