"""The machine itself, measured beside everything else: what it does to the bot's figures."""

import asyncio
import os
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

TIMES = 300
PAGE = 4096
# Additions in one of the processor's turns, and how many of these.
LOOP, TURNS = 100_000, 30


def _times() -> tuple[int, int]:
    """Return the time wanted and the time stolen since the machine began, as Linux counts it."""
    try:
        line = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0]
    except OSError:
        return 0, 0
    user, nice, system, _idle, _waiting, irq, softirq, stolen = map(int, line.split()[1:9])
    return user + nice + system + irq + softirq + stolen, stolen


@dataclass
class Share:
    """Which part of the processor's time the host gave to others although it was wanted here."""

    began: tuple[int, int] = field(default_factory=_times)

    @property
    def percent(self) -> float:
        """Since this was made; 0 where the system does not tell, and on a machine of one's own."""
        wanted, stolen = (now - then for now, then in zip(_times(), self.began, strict=True))
        return 100 * stolen / wanted if wanted else 0.0


async def machine(folder: Path) -> dict[str, float]:
    """How fast it computes, syncs its disk, and lets a process go on that has slept."""
    return await asyncio.to_thread(_measured, folder)


def _measured(folder: Path) -> dict[str, float]:
    syncs, naps, share = _syncs(folder / "synced"), _naps(), Share()
    return {
        "the machine: a million additions, ms": 1000 * min(_turns()) * 1_000_000 / LOOP,
        "the machine: stolen by its host, %": share.percent,
        "the machine: a sync of its disk, p50 ms": 1000 * statistics.median(syncs),
        "the machine: a sync of its disk, p99 ms": 1000 * _worst(syncs),
        "the machine: late after a nap, p99 ms": 1000 * _worst(naps),
    }


def _worst(values: list[float]) -> float:
    return sorted(values)[int(0.99 * len(values))]


def _turns() -> list[float]:
    found = []
    for _ in range(TURNS):
        since, total = time.perf_counter(), 0
        for number in range(LOOP):
            total += number
        found.append(time.perf_counter() - since)
    return found


def _syncs(path: Path) -> list[float]:
    found = []
    with path.open("wb", buffering=0) as file:
        for number in range(TIMES):
            os.pwrite(file.fileno(), os.urandom(PAGE), number * PAGE)
            since = time.perf_counter()
            os.fdatasync(file.fileno())
            found.append(time.perf_counter() - since)
    return found


def _naps() -> list[float]:
    found = []
    for _ in range(TIMES):
        since = time.perf_counter()
        time.sleep(0.001)  # noqa: TID251 it is the machine's own lateness that is measured
        found.append(time.perf_counter() - since - 0.001)
    return found
