"""systemd's side of the watch: told that the bot is ready, alive and stopping, where it asks.

The protocol is one datagram with lines such as READY=1 to the socket in NOTIFY_SOCKET.
"""

import logging
import os
import socket
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

logger = logging.getLogger(__name__)

SECOND = timedelta(seconds=1)
EVERY = timedelta(seconds=30)


class Systemd:
    """A way to tell systemd; without one every word is to the wind."""

    def __init__(self, address: str | None = None, watchdog: timedelta | None = None) -> None:
        self.address = address
        self.watchdog = watchdog

    @classmethod
    def found(cls, environment: Mapping[str, str] = os.environ) -> "Systemd":
        """Return the way that systemd has told this very process."""
        microseconds = environment.get("WATCHDOG_USEC", "")
        mine = environment.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        given = microseconds.isdecimal() and mine
        watchdog = timedelta(microseconds=int(microseconds)) if given else None
        return cls(environment.get("NOTIFY_SOCKET") or None, watchdog)

    def tell(self, *lines: str) -> None:
        """Send lines; a listener that is gone is no reason to fail."""
        if self.address is None:
            return
        # "@" stands for the zero byte of an address that is no file.
        address = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as way:
                way.setblocking(False)
                way.connect(address)
                way.send("\n".join(lines).encode())
        except OSError as error:
            logger.warning("systemd-unheard", extra={"error": str(error)})


class Watchdog:
    """The loop that says "alive" as long as every loop turns; silence brings a new process."""

    def __init__(
        self, systemd: Systemd, stuck: Callable[[], Sequence[str]], now: Callable[[], datetime]
    ) -> None:
        self._systemd = systemd
        self._stuck = stuck
        self._now = now
        self._named: Sequence[str] = ()

    async def step(self) -> datetime | None:
        """Say "alive" unless a loop is stuck; returns when to say it again."""
        found = self._stuck()
        if not found:
            self._systemd.tell("WATCHDOG=1")
        elif found != self._named:
            logger.error("loops-stuck", extra={"loops": ", ".join(found)})
        self._named = found
        given = self._systemd.watchdog
        return self._now() + (min(max(given / 3, SECOND), EVERY) if given else EVERY)
