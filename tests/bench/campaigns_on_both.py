"""The campaigns of a province on SQLite and on PostgreSQL, one after the other.

`PYTHONPATH=. .venv/bin/python -m tests.bench.campaigns_on_both` prints a table. PostgreSQL runs as
it is installed: every commit waits for the disk.
"""

import asyncio
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench.campaigns import campaign_on
from tests.databases import running_server

REAL = {"fsync": "on", "full_page_writes": "on", "autovacuum": "on", "shared_buffers": "128MB"}


async def measured() -> list[tuple[str, float, float]]:
    """Return each figure on SQLite and on PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        ours = await campaign_on(f"sqlite:///{Path(folder) / 'trucban.db'}")
    with running_server(**REAL) as server:
        theirs = await campaign_on(server.create("campaigns"))
    return [(name, value, theirs[name]) for name, value in ours.items()]


def main() -> None:
    """Print the table as Markdown."""
    screen = Console(soft_wrap=True, highlight=False)
    screen.print("| What | SQLite | PostgreSQL |")
    screen.print("|---|---|---|")
    for name, ours, theirs in asyncio.run(measured()):
        screen.print(f"| {name} | {ours:,.1f} | {theirs:,.1f} |")


if __name__ == "__main__":
    main()
