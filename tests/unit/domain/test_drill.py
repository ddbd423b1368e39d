"""A drill is told apart, and never taken for the real thing."""

import pytest

from bot.domain.drill import means_off, turned
from bot.domain.errors import Refused
from bot.domain.incident import Status, reject
from tests.unit.domain.test_incident import LATER, LEAD, NEW
from tests.unit.domain.test_incident_ends import OTHER


def test_an_incident_becomes_a_drill_and_real_again():
    drill = turned(NEW, drill=True)
    assert drill.drill
    assert turned(drill, drill=False) == NEW
    for incident, wanted in ((drill, True), (NEW, False)):
        with pytest.raises(Refused):
            turned(incident, drill=wanted)


@pytest.mark.parametrize(
    ("words", "off"), [("", False), ("bỏ", True), ("off", True), ("thật", True)]
)
def test_what_is_typed_behind_drill_is_understood(words, off):
    assert means_off(words) is off


def test_what_means_nothing_behind_drill_is_refused():
    with pytest.raises(Refused):
        means_off("ngày mai")


def test_a_drill_is_never_a_duplicate_of_a_real_incident():
    real, drill = NEW, turned(OTHER, drill=True)
    for one, other in ((real, drill), (drill, real)):
        with pytest.raises(Refused) as refused:
            reject(one, Status.DUPLICATE, LEAD, LATER, is_lead=True, original=other)
        assert refused.value.text_id == "refused-original-drill"
