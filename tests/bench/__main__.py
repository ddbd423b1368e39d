"""`make bench`: every scenario several times, medians in a table and in `bench.json`."""

import asyncio
import os
import platform
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console

from tests.bench.comparisons import COMPARISONS
from tests.bench.machine import Share
from tests.bench.province import written
from tests.bench.scenarios import SCENARIOS

MEMORY = ("≤", 110.0)
SIZE = ("≤", 1.5)
GOALS = {
    "report to page, idle, p50 ms": ("≤", 12.0),
    "report to page, idle, p99 ms": ("≤", 30.0),
    "report to page, 200 updates/s, p99 ms": ("≤", 150.0),
    "updates/s, ours to echo bot": ("≥", 1.5),
    "updates/s, 50 ms, ours to echo bot": ("≥", 20.0),
    "1,000 pages, a second": ("≥", 29.0),
    "1,000 pages, refused": ("≤", 0.0),
    "page during a broadcast, p99 ms": ("≤", 150.0),
    "40 pages to one, last after s": ("≤", 45.0),
    "40 pages to one, refused": ("≤", 1.0),
    "memory after reports, MB": MEMORY,
    "memory after 200 updates/s, MB": MEMORY,
    "memory after 1,000 pages, MB": MEMORY,
    "memory during a broadcast, MB": MEMORY,
    "memory after updates, MB": MEMORY,
    "opening for 1,000 agencies, worst ms": ("≤", 2_000.0),
    "board of one campaign, ms": ("≤", 20.0),
    "figures of 20 campaigns, ms": ("≤", 20.0),
    "cold start, s": ("≤", 1.0),
    "cold start, full, s": ("≤", 2.0),
    "/incidents, a million to a thousand": SIZE,
    "/incident, a million to a thousand": SIZE,
    "a new report, a million to a thousand": SIZE,
}
SEVERAL = (*SCENARIOS, *COMPARISONS)


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    values: list[float]

    @property
    def middle(self) -> float:
        """The median."""
        return statistics.median(self.values)

    @property
    def verdict(self) -> str:
        """Whether the goal was reached; empty without one."""
        if self.what not in GOALS:
            return ""
        sign, goal = GOALS[self.what]
        is_met = self.middle <= goal if sign == "≤" else self.middle >= goal
        return "reached" if is_met else "missed"

    @property
    def goal(self) -> str:
        """The goal in words; empty without one."""
        return "{} {:g}".format(*GOALS[self.what]) if self.what in GOALS else ""


def measured(times: int, names: list[str]) -> list[Figure]:
    """Run the scenarios with these names, all of them when none is given; says each at its end."""
    aside = Console(stderr=True, markup=False, highlight=False)
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(times):
        for scenario in SEVERAL:
            if names and scenario.__name__ not in names:
                continue
            with tempfile.TemporaryDirectory(prefix="trucban-bench-") as folder:
                figures = asyncio.run(scenario(Path(folder)))
            for name, value in figures.items():
                found[name].append(value)
                aside.print(f"{name}: {shown(value)}")
    return [Figure(name, values) for name, values in found.items()]


def shown(value: float) -> str:
    """Return a figure with as many digits as it deserves."""
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def as_markdown(figures: list[Figure]) -> str:
    """Return the table as it is pasted into docs/performance.md."""
    lines = ["| What | Goal | Median | Best to worst | |", "|---|---|---|---|---|"]
    for figure in figures:
        ends = f"{shown(min(figure.values))} … {shown(max(figure.values))}"
        cells = (figure.what, figure.goal, shown(figure.middle), ends, figure.verdict)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and keep."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    share = Share()
    figures = measured(times, sys.argv[2:])
    where = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    where += f"; its host took {share.percent:.0f} % of the processor's time away"
    screen = Console(width=140, markup=False, highlight=False)
    screen.print(f"\n{times} times each, medians; {where}\n", as_markdown(figures), sep="\n")
    rows: list[dict[str, Any]] = [
        {"what": each.what, "median": each.middle, "values": each.values, "goal": each.goal}
        for each in figures
    ]
    written(Path("bench.json"), rows)


if __name__ == "__main__":
    main()
