"""`make faults`: the whole storm, with a table at the end; exit 1 when a promise was broken."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.nursery import a_nursery
from tests.faults.reckoning import Line, weathered
from tests.faults.storm import a_storm

OFFICERS = 10
MOST_MINUTES = 20


async def full(incidents: int, seed: int) -> tuple[list[Line], dict[str, int]]:
    """Run as many reports under every kind of trouble."""
    with tempfile.TemporaryDirectory(prefix="trucban-faults-") as folder, a_nursery() as nursery:
        scene = a_storm(Path(folder), nursery, seed, citizens=incidents, officers=OFFICERS)
        async with asyncio.timeout(MOST_MINUTES * 60), scene as storm:
            lines = await weathered(storm, pause=3.0, apart=0.4, rest=600.0)
            return lines, storm.met


def main() -> None:
    """Run, print, and judge."""
    incidents, seed = int(sys.argv[1]), int(sys.argv[2])
    began = time.perf_counter()
    lines, met = asyncio.run(full(incidents, seed))
    say = sys.stdout.write
    say(f"\nseed {seed}, {incidents} reports, {time.perf_counter() - began:.0f} s\n\n")
    say("| Trouble | Times |\n|---|---|\n")
    say("".join(f"| {name} | {times} |\n" for name, times in sorted(met.items())))
    say("\n| Promise | Counted | Broken |\n|---|---|---|\n")
    for line in lines:
        say(f"| {line.what} | {line.count} | {line.broken} {line.why} |\n")
    sys.exit(any(line.broken for line in lines))


if __name__ == "__main__":
    main()
