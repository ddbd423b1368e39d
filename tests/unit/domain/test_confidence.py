"""Who needs to know of a confidential incident, and what is told to everybody else."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from bot.domain.confidence import SPEAKING, Wish, may_see, told_kind, told_params, wish
from bot.domain.incident import Status
from bot.domain.kinds import Severity
from bot.domain.messages import KINDS, Subject
from bot.domain.people import Person, Role
from bot.services import handover_card, log_lines, report_facts
from bot.services.facts import Entry, IncidentFacts
from bot.services.room_facts import RoomFacts
from bot.services.veil import veiled, veiled_room
from storage.links import Related

AT = datetime(2026, 9, 1, tzinfo=UTC)
SECRET = "bimatdacbiet"


def somebody(role: Role, **more) -> Person:
    return Person(1, 100, "Minh", role, **more)


@pytest.mark.parametrize(
    ("role", "tie", "sees"),
    [
        (Role.RESPONDER, None, False),
        (Role.RESPONDER, "is_owner", True),
        (Role.RESPONDER, "is_called", True),
        (Role.RESPONDER, "is_brought_in", True),
        (Role.LEAD, None, True),
        (Role.ADMIN, None, True),
        (Role.STAFF, "is_owner", False),
        (Role.STAFF, "is_brought_in", False),
        (Role.CITIZEN, "is_called", False),
    ],
)
def test_whoever_needs_to_know_sees_it_and_nobody_else(role, tie, sees):
    ties = dict.fromkeys(("is_owner", "is_called", "is_brought_in"), False)
    ties |= {tie: True} if tie else {}
    assert may_see(somebody(role), **ties) is sees


@pytest.mark.parametrize("gone", [{"active": False}, {"blocked": True}])
def test_whoever_has_left_the_team_sees_nothing_whatever_they_were(gone):
    person = somebody(Role.LEAD, **gone)
    assert not may_see(person, is_owner=True, is_called=True, is_brought_in=True)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", Wish.KEEP),
        ("giữ kín", Wish.KEEP),
        ("off", Wish.LIFT),
        ("thôi", Wish.LIFT),
        ("bỏ giữ kín", Wish.LIFT),
        ("tắt", Wish.LIFT),
        ("có lẽ", None),
    ],
)
def test_the_words_behind_the_command_are_understood(words, meant):
    assert wish(words) is meant


def test_a_kind_is_named_only_where_nothing_is_kept_back():
    assert told_kind("ransomware", confidential=False) == "ransomware"
    assert told_kind("ransomware", confidential=True) == "confidential"


def _full() -> IncidentFacts:
    """Return an incident with the secret in every place that holds words."""
    told: dict[str, Any] = {
        each.name: SECRET
        for each in fields(IncidentFacts)
        if str in (get_args(each.type) or (each.type,))
    }
    said = Entry(AT, "note", SECRET, SECRET, {"name": SECRET})
    held = {"id": 1, "severity": Severity.HIGH, "status": Status.CONTAINING, "opened_at": AT}
    held |= {"note": said, "timeline": (said,), "files": 3, "level": 4, "anonymous": True}
    return IncidentFacts(**told | held | {"code": "SC-2026-0001", "confidential": True})


def test_nothing_but_code_seriousness_and_state_is_left_behind_the_veil():
    told = veiled(_full())
    left = {each.name for each in fields(told) if SECRET in repr(getattr(told, each.name))}
    assert left == {"owner", "duplicate_of"}  # who has it, and another incident's code
    assert (told.code, told.severity, told.status) == (
        "SC-2026-0001",
        Severity.HIGH,
        Status.CONTAINING,
    )
    assert (told.files, told.level, told.anonymous) == (0, None, False)


def test_what_is_not_confidential_is_told_whole():
    whole = IncidentFacts(
        1, "SC-2026-0001", "malware", Severity.HIGH, Status.RECEIVED, SECRET, AT, place=SECRET
    )
    assert veiled(whole) is whole


def test_of_the_room_only_how_far_it_is_and_who_has_come_is_told():
    other = Related(2, "SC-2026-0002", SECRET, "closed")
    room = RoomFacts(progress=(1, 9), level=4, seen_in=("SC-2026-0002",), related=(other,))
    assert veiled_room(room) == RoomFacts(progress=(1, 9))


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"text": "nudge-declined", "name": "Minh"}, {"text": "nudge-declined", "name": "Minh"}),
        ({"count": 2, "at": {"instant": "x"}}, {"count": 2, "at": {"instant": "x"}}),
        ({"reason": {"text": "blocked"}}, {"reason": {"text": "blocked"}}),
        ({"steps": {"list": ["2", "3"]}}, {"steps": {"list": ["2", "3"]}}),
        ({"names": {"list": ["Hà"]}}, {"names": {"list": ["Hà"]}}),
        ({"files": [{"file_id": "a"}], "paper": 3, "file_id": "b", "media": "photo"}, {}),
        ({"reason": SECRET}, None),
        ({"lines": {"lines": [{"text": "situation-now", "words": SECRET}]}}, None),
        ({"what": {"text": "x", "words": SECRET}}, None),
        ({"name": {"names": {"vi": SECRET}}}, None),
        ({"system": {"list": [SECRET]}}, None),
        ({"kind": {"kind": SECRET}}, None),
    ],
)
def test_what_a_message_carries_is_kept_back_unless_it_is_known_to_be_harmless(params, told):
    hidden = {name: {"text": "kept-in-private"} for name in params}
    assert told_params(params) == (hidden if told is None else told)


@given(
    st.dictionaries(
        st.sampled_from(["words", "reason", "lines", "place", "what", "action", "more"]),
        st.recursive(
            st.just(SECRET),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner),
            max_leaves=5,
        ),
    )
)
def test_whatever_words_a_message_carries_they_do_not_come_through(params):
    assert SECRET not in repr(told_params(params))


def test_every_message_that_speaks_behind_the_veil_is_one_about_incidents():
    assert all(KINDS[name].subject is Subject.INCIDENT for name in SPEAKING)


@pytest.mark.parametrize(
    "listed",
    [handover_card._incident, report_facts._open, report_facts._received, log_lines.of_incident],
)
def test_lists_that_many_people_read_name_neither_kind_nor_place(listed):
    told = {"id": 1, "code": "SC-2026-0001", "severity": "high", "status": "responding"}
    told |= {"owner": "Minh", "name": "Minh", "opened_at": AT, "details": {}, "drill": False}
    told |= dict.fromkeys(("kind", "incident_kind", "agency", "place", "system"), SECRET)
    row = SimpleNamespace(**told, confidential=True)
    if listed is log_lines.of_incident:
        row.kind = "taken"
    assert SECRET not in repr(listed(row))
    row.confidential = False
    assert SECRET in repr(listed(row))
