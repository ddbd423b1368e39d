"""Slow work of the real program: in a process of its own, and done whatever is killed."""

import os
import select
import signal
import subprocess
import sys

import pytest

from storage.tables import outbox
from storage.watch_tables import papers
from tests.faults.bot_process import PATIENCE, ROOT, a_bot_process
from tests.faults.nursery import a_nursery
from tests.faults.test_kill import Person, until

pytestmark = pytest.mark.timeout(150)
PROGRAM = """
from bot.worker import a_process
from tests.works import endless, whoami
if __name__ == "__main__":
    pool = a_process()
    print(pool.submit(whoami, "").result()[1], flush=True)
    pool.submit(endless, "").result()
"""


@pytest.fixture
def nursery():
    with a_nursery() as nursery:
        yield nursery


def chief(process):
    """Return the administrator that the settings name, as somebody who writes."""
    person = Person.__new__(Person)
    person.process, person.people = process, process.playground.people
    person.bot = next(iter(process.playground.bots.values()))
    wanted = int(process.environment["TRUCBAN_ADMINS"])
    person.user = process.playground.people.world.users[wanted]
    return person


async def picture(process, person):
    def found():
        return [message for message in person.seen if "photo" in message.content]

    return await until(process, found, "no picture")


async def test_a_picture_comes_from_the_real_program_though_it_is_killed_before_and_after(
    tmp_path, nursery
):
    async with a_bot_process(tmp_path, nursery) as process:
        met = []

        def wire(method, moment):
            met.append((method, moment))
            return method == "sendPhoto" and met.count((method, moment)) == 1

        process.trips(wire)
        person = chief(process)
        person.starts()
        await process.start()
        person.says("/roster png")
        # Each picture has its own time to come: on a busy machine its process alone takes long.
        await until(process, lambda: process.kills == 1, "no picture before the first kill")
        await until(process, lambda: process.kills == 2, "no picture after the first kill")
        await picture(process, person)
        await until(
            process,
            lambda: [r for r in process.rows(outbox) if r["kind"] == "paper" and r["sent_at"]],
            "the picture's outcome was never recorded",
        )
        assert process.kills == 2
        (paper,) = process.rows(papers)
        assert paper["content"].startswith(b"\x89PNG")
        assert paper["file_id"]
        assert "Error" not in process.log, process.log[-3000:]


def test_work_without_end_ends_with_a_program_that_is_killed(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as program:
        assert program.stdout is not None
        worker = os.pidfd_open(int(program.stdout.readline()))
        try:
            program.send_signal(signal.SIGKILL)
            program.wait(PATIENCE)
            ended, _, _ = select.select([worker], [], [], PATIENCE)
        finally:
            os.close(worker)
    assert ended
