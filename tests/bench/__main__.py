"""`make bench`: every scenario several times, medians in a table and in `bench.json`."""

import asyncio
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench.province import written
from tests.bench.scenarios import SCENARIOS

GOALS = {
    "report to page, idle, p50 ms": ("≤", 12.0),
    "report to page, idle, p99 ms": ("≤", 30.0),
    "report to page, 200 updates/s, p99 ms": ("≤", 150.0),
    "1,000 pages, a second": ("≥", 29.0),
    "1,000 pages, refused": ("≤", 0.0),
    "page during a broadcast, p99 ms": ("≤", 150.0),
    "40 pages to one, last after s": ("≤", 45.0),
    "40 pages to one, refused": ("≤", 1.0),
    "memory, MB": ("≤", 110.0),
    "cold start, s": ("≤", 1.0),
    "cold start, full, s": ("≤", 2.0),
}


def measured(times: int, names: list[str]) -> dict[str, list[float]]:
    """Run the scenarios with these names, all of them when none is given."""
    found: dict[str, list[float]] = defaultdict(list)
    for scenario in SCENARIOS:
        if names and scenario.__name__ not in names:
            continue
        for _ in range(times):
            with tempfile.TemporaryDirectory(prefix="trucban-bench-") as folder:
                figures = asyncio.run(scenario(Path(folder)))
            for name, value in figures.items():
                found[name].append(value)
    return found


def main() -> None:
    """Measure, print, and keep."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    table = Table("What", "median", "best", "worst", "goal", "")
    figures: list[dict[str, Any]] = []
    for name, values in measured(times, sys.argv[2:]).items():
        middle = statistics.median(values)
        sign, goal = GOALS.get(name, ("", 0.0))
        met = middle <= goal if sign == "≤" else middle >= goal
        shown = [f"{value:.1f}" for value in (middle, min(values), max(values))]
        table.add_row(name, *shown, f"{sign} {goal:g}", "met" if met else "missed")
        figures.append(
            {"what": name, "median": middle, "values": values, "goal": f"{sign} {goal:g}"}
        )
    Console(width=110).print(table)
    written(Path("bench.json"), figures)


if __name__ == "__main__":
    main()
