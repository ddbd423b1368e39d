"""The bot as a real process, the local Telegram over loopback, and a hand that kills."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table, create_engine, select

from bot.playground import Playground
from bot.playground.meters import Limits
from bot.playground.server import serve
from tests.faults.nursery import Bot, Nursery

ROOT = Path(__file__).parents[2]
TOKEN = "123456:TEST"
PATIENCE = 30.0


class BotProcess:
    """`python -m bot run`, killed with SIGKILL when a tripwire says so, and started again."""

    def __init__(
        self,
        playground: Playground,
        environment: dict[str, str],
        folder: Path,
        nursery: Nursery | None,
    ) -> None:
        self.playground = playground
        self.environment = environment
        self.folder = folder
        self._nursery = nursery
        self.kills = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._process: asyncio.subprocess.Process | Bot | None = None
        self._handle = playground.handle
        playground.handle = self._handled  # type: ignore[method-assign]
        self._wire: Callable[[str, str], bool] = lambda method, moment: False

    async def start(self) -> None:
        """Start the program; it is ready when it asks for updates."""
        if self._nursery is not None:
            log_path = self.folder / "bot.log"
            self._process = await self._nursery.bears(self.environment, self.folder, log_path)
            return
        log = (self.folder / "bot.log").open("ab")
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=self.folder,
            env=self.environment
            | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONOPTIMIZE": "2"},
            stdout=log,
            stderr=log,
        )  # fmt: skip
        log.close()

    @property
    def is_alive(self) -> bool:
        """Whether the process runs; one that nobody has killed must."""
        return self._process is not None and self._process.returncode is None

    def trips(self, wire: Callable[[str, str], bool]) -> None:
        """Kill whenever `wire(method, "before" | "after")` says so."""
        self._wire = wire

    async def kill(self) -> None:
        """End the process as the kernel would, and start a new one."""
        assert self._process is not None
        self.kills += 1
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        await self._process.wait()
        await self.start()

    def nudge(self, number: int) -> None:
        """Send the process a signal, if there is one."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(number)

    async def _hold_still(self) -> None:
        """Kill no more, and let a kill that is under way bring its new process."""
        self._wire = lambda method, moment: False
        for task in tuple(self._tasks):
            await task

    async def end(self) -> None:
        """Leave no process behind when the test has failed."""
        await self._hold_still()
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def stop(self) -> None:
        """Stop the program in order; it must end by itself."""
        await self._hold_still()
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        await asyncio.wait_for(self._process.wait(), PATIENCE)

    @property
    def log(self) -> str:
        """Everything the processes have logged."""
        return (self.folder / "bot.log").read_text(encoding="utf-8")

    async def _handled(self, request):
        method = request.path.rsplit("/", 1)[-1]
        if self._wire(method, "before"):
            # The connection dies with the process, and this handler with the connection.
            await asyncio.shield(self._in_background(self.kill()))
        answer = await self._handle(request)
        if self._wire(method, "after"):
            self._in_background(self.kill())
        return answer

    def _in_background(self, work):
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def rows(self, table: Table) -> list[dict[str, Any]]:
        """Read a table from outside, as another process."""
        engine = create_engine(f"sqlite:///{self.folder / 'trucban.db'}")
        try:
            with engine.connect() as connection:
                return [dict(row._mapping) for row in connection.execute(select(table))]
        finally:
            engine.dispose()


@asynccontextmanager
async def a_bot_process(
    tmp_path: Path,
    nursery: Nursery | None = None,
    limits: Limits | None = None,
    *,
    forum: bool = False,
) -> AsyncIterator[BotProcess]:
    """Run the program against a local Telegram, without limits of its own if none are given."""
    playground = Playground(limits=limits)
    playground.add_bot(TOKEN, "trucban_bot", "Trực Ban")
    admin = playground.people.add_user("Quản trị")
    bots = [playground.bots[TOKEN]]
    group = playground.people.add_group("Đội", members=[admin], admins=bots, forum=forum)
    async with serve(playground) as address:
        environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment |= {
            "TRUCBAN_TOKEN": TOKEN,
            "TRUCBAN_API_URL": address,
            "TRUCBAN_DATABASE_URL": f"sqlite:///{tmp_path / 'trucban.db'}",
            "TRUCBAN_TEAM_CHAT": str(group.id),
            "TRUCBAN_ADMINS": str(admin.id),
            "TRUCBAN_HTTP": "",
        }
        process = BotProcess(playground, environment, tmp_path, nursery)
        try:
            yield process
        except BaseException:
            await process.end()
            raise
        await process.stop()
