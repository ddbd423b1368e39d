"""The rig: a local Telegram with a stopwatch on every call, and a bot as a process of its own."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.playground import Playground
from bot.playground.envelope import Request, Response
from bot.playground.meters import Limits
from bot.playground.server import serve

ROOT = Path(__file__).parents[2]
TOKEN = "123456:BENCH"
# As docs/operators/trucban.service has it.
AS_A_SERVICE = {"PYTHONOPTIMIZE": "2"}
MOST_SECONDS = 300.0


@dataclass
class Call:
    """One call of the bot: when it was answered (perf_counter seconds), and how."""

    at: float
    method: str
    chat_id: int | None
    text: str
    status: int


@dataclass
class Rig:
    """A local Telegram whose every answer is timed."""

    playground: Playground
    address: str
    folder: Path
    calls: list[Call] = field(default_factory=list)
    process: asyncio.subprocess.Process | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self, command: list[str], environment: dict[str, str]) -> float:
        """Start a bot; returns the seconds until its first getUpdates."""
        usual = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        began = time.perf_counter()
        with (self.folder / "bot.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                *command,
                cwd=self.folder,
                env=usual | environment | AS_A_SERVICE | {"PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=log,
            )
        asking = asyncio.ensure_future(self.until(lambda call: call.method == "getUpdates", began))
        ended = asyncio.ensure_future(self.process.wait())
        await asyncio.wait((asking, ended), return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not asking.done():
            asking.cancel()
            raise RuntimeError((self.folder / "bot.log").read_text(encoding="utf-8")[-3000:])
        return asking.result().at - began

    async def stop(self) -> None:
        """End the bot in order."""
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()

    @property
    def megabytes(self) -> float:
        """The resident memory of the bot now."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    async def until(self, wanted: Any, since: float, count: int = 1) -> Call:
        """Return the call that is the `count`-th of its kind since then; TimeoutError if none."""
        looked, found = 0, 0
        async with asyncio.timeout(MOST_SECONDS):
            while True:
                # Each call is looked at once: to begin anew would take longer than the bot itself.
                for call in self.calls[looked:]:
                    looked += 1
                    found += call.at >= since and wanted(call)
                    if found == count:
                        return call
                self.news.clear()
                await self.news.wait()

    def sent(self, since: float, chat_id: int | None = None) -> list[Call]:
        """Return the messages that were accepted since then, to one chat or to all."""
        return [
            call
            for call in self.calls
            if call.at >= since
            and call.method == "sendMessage"
            and call.status == 200
            and chat_id in (None, call.chat_id)
        ]

    async def handled(self, handle: Any, request: Request) -> Response:
        """Answer a call and note when."""
        method = request.path.rsplit("/", 1)[-1]
        if method == "getUpdates":  # answered when there is something; asked is what counts
            self.calls.append(Call(time.perf_counter(), method, None, "", 0))
            self.news.set()
            return await handle(request)  # type: ignore[no-any-return]
        answer: Response = await handle(request)
        exchange = self.playground.exchanges[-1] if self.playground.exchanges else None
        parameters = exchange.parameters if exchange is not None else {}
        chat_id = parameters.get("chat_id")
        self.calls.append(
            Call(
                time.perf_counter(),
                method,
                int(chat_id) if chat_id is not None else None,
                str(parameters.get("text", "")),
                answer.status,
            )
        )
        self.news.set()
        return answer


@asynccontextmanager
async def a_rig(folder: Path, limits: Limits | None = None) -> AsyncIterator[Rig]:
    """Serve a local Telegram with a bot, a group and an administrator."""
    playground = Playground(limits=limits)
    playground.add_bot(TOKEN, "bench_bot", "Bench")
    async with serve(playground) as address:
        rig = Rig(playground, address, folder)
        handle = playground.handle
        playground.handle = lambda request: rig.handled(handle, request)  # type: ignore[method-assign]
        try:
            yield rig
        finally:
            await rig.stop()


def crowd(rig: Rig, count: int, name: str) -> list[Any]:
    """Bring in people who have opened the bot before."""
    bot = rig.playground.bots[TOKEN]
    found = []
    for number in range(count):
        user = rig.playground.people.add_user(f"{name} {number}")
        rig.playground.private(user, bot).started = True
        found.append(user)
    return found
