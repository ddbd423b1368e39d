"""The small storm of every test run; `make faults` is the whole one."""

import pytest

from tests.faults.nursery import a_nursery
from tests.faults.reckoning import weathered
from tests.faults.storm import a_storm

pytestmark = pytest.mark.timeout(90)


async def test_a_storm_loses_nothing_doubles_nothing_known_and_keeps_the_limits(tmp_path):
    with a_nursery() as nursery:
        async with a_storm(tmp_path, nursery, 7, citizens=6, officers=3) as storm:
            storm.length, storm.patience = 0.2, 1.5
            lines = await weathered(storm, pause=0.4, apart=0.2, rest=20.0)
    assert {line.what: line.broken for line in lines if line.broken} == {}
    assert len(storm.met) >= 5, storm.met
