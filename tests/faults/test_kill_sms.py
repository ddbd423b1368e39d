"""kill -9 while an SMS is on its way: nobody knows whether it arrived, so it goes once more."""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import Clock
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import incidents, outbox, people, shifts
from tests.faults.bot_process import a_bot_process
from tests.faults.test_kill import WORDS, Person, until
from tests.gateways import a_gateway

pytestmark = pytest.mark.timeout(90)
NUMBER, LOCAL = "+84912345678", "0912345678"


async def an_officer_without_telegram(process):
    url = process.environment["TRUCBAN_DATABASE_URL"]
    await upgrade(url)
    now = Clock().now()
    database = Database(url, lambda: now)
    await database.open()
    async with database.begin() as tx:
        minh = {"name": "Minh", "role": "responder", "language": "vi", "phone": NUMBER}
        person_id = await tx.add(people, active=True, blocked=False, created_at=now, **minh)
        await tx.add(
            shifts,
            start_at=now - timedelta(hours=1),
            end_at=now + timedelta(hours=8),
            post="primary",
            person_id=person_id,
        )
    await database.close()


def by_sms(process):
    return [row for row in process.rows(outbox) if row["channel"] == "sms"]


async def test_a_page_by_sms_that_a_killed_process_had_in_the_air_goes_once_more(tmp_path):
    async with a_gateway() as gateway, a_bot_process(tmp_path) as process:
        process.environment["TRUCBAN_SMS_URL"] = gateway.url
        await an_officer_without_telegram(process)
        gateway.slow = asyncio.Event()
        lan = Person(process, "Lan")
        lan.starts()
        await process.start()
        lan.says(WORDS)
        await lan.presses("Tiếng Việt")
        await lan.presses("Mã hóa")
        await lan.presses("Gửi ngay")
        await until(
            process, lambda: [r for r in by_sms(process) if r["state"] == "claimed"], "no SMS"
        )
        await process.kill()
        gateway.slow.set()
        await until(
            process, lambda: [r for r in by_sms(process) if r["state"] == "sent"], "not again"
        )
        (incident,) = process.rows(incidents)
        assert [row["attempts"] for row in by_sms(process)][:1] == [2]
        assert 1 <= len(gateway.to(LOCAL)) <= 2
        assert all(incident["code"] in words for words in gateway.to(LOCAL))
        assert incident["status"] == "received"
