"""The strings on the demo's bot: start it, set its clock, stop it, kill it."""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path

from bot.cli.movable_clock import MovableClock
from bot.config import PREFIX, Settings

PATIENCE = 8.0
ROOT = Path(__file__).parents[2]
Process = asyncio.subprocess.Process
# None of them may leave this process, and a night of the demo has no use for the last two.
SECRETS = {"token", "webhook_secret", "heartbeat_url"}


class Puppet:
    """One bot, running or not; what it logs is in a file."""

    def __init__(self, settings: Settings, clock: MovableClock, log: Path) -> None:
        self._settings = settings
        self._clock = clock
        self._log = log
        self._process: Process | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is a process that has not ended."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Start the process if it is not running; Ctrl+C in the terminal does not reach it."""
        if self.is_running:
            return
        environment = {name: each for name, each in os.environ.items() if PREFIX not in name}
        paths = [str(ROOT), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot.cli.bot_process"),
                cwd=self._log.parent,
                env=environment,
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._write(json.dumps(self._told()))

    def set_clock(self) -> None:
        """Tell the bot what time it is."""
        if self.is_running:
            self._write(str(self._clock.ahead.total_seconds()))

    async def kill(self) -> None:
        """End it as kill -9 does: nothing more is written, nothing is finished."""
        if self._process is not None and self.is_running:
            self._process.kill()
            await self._process.wait()

    async def stop(self) -> None:
        """Let it end in order; kill it if it does not."""
        if self._process is None or not self.is_running or self._process.stdin is None:
            return
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        except TimeoutError:
            await self.kill()

    def _write(self, line: str) -> None:
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(ConnectionError):
                self._process.stdin.write(f"{line}\n".encode())

    def _told(self) -> dict[str, object]:
        told = self._settings.model_dump(mode="json", exclude=SECRETS)
        secret = self._settings.token.get_secret_value()
        return told | {"token": secret, "ahead": self._clock.ahead.total_seconds()}
