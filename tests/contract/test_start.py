"""What starting loads: a bot that comes back after a crash, and `--help`, wait for nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADED = """
import asyncio, contextlib, sys
import bot.cli
from bot.config import Settings
print(*sys.modules)
with contextlib.suppress(Exception):
    nowhere = Settings(database_url="sqlite:///none/of.db", _env_file=None)
    asyncio.run(bot.cli._serve(nowhere))
print(*sys.modules)
"""
# What only a migration, a paper, a proposal or a spreadsheet needs.
SLOW_WORK = {"alembic", "docx", "icalendar", "lxml", "matplotlib", "numpy", "openpyxl", "ortools"}
# What only a person at a terminal, and whoever reads the figures, needs.
ASIDE = {"prometheus_client", "pygments", "rich"}
# What only those need who chose PostgreSQL: a twentieth of all that is loaded.
OTHER_DATABASE = {"asyncpg", "sqlalchemy.dialects.postgresql", "storage.postgresql_store"}
# What `--help` and a wrong setting can do without.
PROGRAM = {"aiohttp", "fluent", "httpx", "sqlalchemy", "telegram"}


@pytest.fixture(scope="module")
def loaded():
    """The names of what is loaded for any command, and for the running bot."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    return [_and_their_packages(line.split()) for line in lines]


def _and_their_packages(names):
    return {name.partition(".")[0] for name in names} | set(names)


def test_the_command_line_loads_only_itself(loaded):
    assert loaded[0] & (PROGRAM | SLOW_WORK | ASIDE) == set()


def test_the_bot_loads_nothing_that_only_slow_work_needs(loaded):
    assert loaded[1] & (SLOW_WORK | ASIDE | OTHER_DATABASE) == set()
    assert loaded[1] >= PROGRAM
