from functools import cache

import pytest

from bot import founding
from bot.catalog import load
from tests.on_the_spot import without_threads
from tests.world import a_world

shipped = cache(load)


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc):
    """Play on SQLite; what is marked `both_databases` also on PostgreSQL."""
    if "database_url" in metafunc.fixturenames:
        both = metafunc.definition.get_closest_marker("both_databases")
        engines = ["sqlite", "postgresql"] if both else ["sqlite"]
        metafunc.definition.add_marker(
            pytest.mark.parametrize("database_url", engines, indirect=True)
        )


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch):
    """Spare every statement its way to a thread and back: a world waits for it anyway."""
    without_threads(monkeypatch)


@pytest.fixture(autouse=True)
def _one_catalog(monkeypatch):
    """Read the catalog that is shipped once, and a team's own as often as a world begins."""
    monkeypatch.setattr(founding, "load", lambda own: load(own) if own is not None else shipped())


@pytest.fixture
async def world(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        yield world


@pytest.fixture
async def minh(world):
    """On duty."""
    minh = await world.member("Minh")
    await world.on_duty(minh)
    return minh


@pytest.fixture
async def ha(world):
    """The backup."""
    ha = await world.member("Hà")
    await world.on_duty(ha, "backup")
    return ha


@pytest.fixture
async def tung(world):
    """The lead."""
    return await world.member("Tùng", "lead")


@pytest.fixture
async def lan(world):
    """A citizen."""
    return await world.citizen("Lan")
