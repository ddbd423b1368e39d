import pytest

from tests.world import a_world


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
