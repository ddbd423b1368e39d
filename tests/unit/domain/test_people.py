import pytest
from msgspec.structs import replace

from bot.domain.people import Person, Role, is_at_least, may

ANNA = Person(id=1, telegram_id=100, name="Anna", role=Role.LEAD)


def test_roles_are_ordered_by_what_they_may_and_not_by_the_alphabet():
    assert sorted(Role, reverse=True) == [
        Role.ADMIN,
        Role.LEAD,
        Role.RESPONDER,
        Role.STAFF,
        Role.CITIZEN,
    ]
    assert max(Role) is Role.ADMIN
    assert Role.ADMIN > Role.CITIZEN
    assert Role.STAFF >= Role.STAFF
    assert Role.STAFF <= Role.RESPONDER


@pytest.mark.parametrize("role", Role)
def test_every_role_is_at_least_itself_and_at_most_the_next(role):
    assert is_at_least(role, role)
    for higher in list(Role)[role.rank + 1 :]:
        assert not is_at_least(role, higher)
        assert is_at_least(higher, role)


def test_a_lead_may_what_responders_may_and_not_what_admins_may():
    assert may(ANNA, Role.RESPONDER)
    assert may(ANNA, Role.LEAD)
    assert not may(ANNA, Role.ADMIN)


@pytest.mark.parametrize("stranger", [None, replace(ANNA, active=False)])
def test_a_stranger_and_somebody_who_left_are_citizens(stranger):
    assert may(stranger, Role.CITIZEN)
    assert not may(stranger, Role.STAFF)


def test_somebody_blocked_may_nothing():
    assert not may(replace(ANNA, blocked=True), Role.CITIZEN)
