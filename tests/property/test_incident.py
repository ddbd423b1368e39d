"""No sequence of events leaves an open incident with neither an owner nor a ladder."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.codes import code_for, parse_code
from bot.domain.errors import Refused
from bot.domain.incident import (
    ENDED,
    OPEN,
    REJECTED,
    UNOWNED,
    WORKING,
    Incident,
    Status,
    advance,
    assign,
    change_kind,
    change_severity,
    confirm,
    is_open,
    needs_ladder,
    note,
    promise,
    receive,
    reject,
    release,
    reopen,
    resolve,
    take,
)
from bot.domain.kinds import Kind, Severity
from bot.domain.promises import silent_from

PEOPLE = st.integers(1, 3)
KINDS = [
    Kind(code=code, names={"vi": code}, severity=Severity.HIGH, icon="❗", pages=pages)
    for code, pages in [("malware", True), ("phishing", True), ("online_fraud", False)]
]


class LifeOfAnIncident(RuleBasedStateMachine):
    """People do anything in any order; refusals change nothing."""

    @initialize(kind=st.sampled_from(KINDS))
    def is_received(self, kind):
        self.now = datetime(2026, 11, 22, tzinfo=UTC)
        self.other = receive(2, "SC-2026-0002", KINDS[0], self.now)
        self.incident = receive(1, "SC-2026-0001", kind, self.now)

    def attempt(self, change: Callable[..., Incident], *args: object, **options: object) -> None:
        self.now += timedelta(minutes=1)
        with suppress(Refused):
            self.incident = change(self.incident, *args, **options)

    @rule(person=PEOPLE)
    def is_taken(self, person):
        self.attempt(take, person, self.now)

    @rule(person=PEOPLE)
    def is_assigned(self, person):
        self.attempt(assign, person, self.now)

    @rule(person=PEOPLE, minutes=st.integers(-5, 60))
    def is_promised(self, person, minutes):
        self.attempt(promise, person, self.now + timedelta(minutes=minutes), self.now)

    @rule(person=PEOPLE)
    def is_noted(self, person):
        self.attempt(note, person, self.now)

    @rule()
    def is_released(self):
        self.attempt(release, self.now)

    @rule(status=st.sampled_from(Status))
    def is_advanced(self, status):
        self.attempt(advance, status, self.now)

    @rule(person=PEOPLE, is_lead=st.booleans())
    def is_resolved(self, person, is_lead):
        self.attempt(resolve, person, self.now, is_lead=is_lead)

    @rule(outcome=st.sampled_from(sorted(REJECTED)), person=PEOPLE, is_lead=st.booleans())
    def is_rejected(self, outcome, person, is_lead):
        self.attempt(reject, outcome, person, self.now, is_lead=is_lead, original=self.other)

    @rule()
    def is_confirmed(self):
        self.attempt(confirm, self.now)

    @rule(owner_is_here=st.booleans())
    def is_reopened(self, owner_is_here):
        self.attempt(reopen, self.now, owner_is_here=owner_is_here)

    @rule(severity=st.sampled_from(Severity))
    def is_made_as_urgent_as(self, severity):
        self.attempt(change_severity, severity)

    @rule(kind=st.sampled_from(KINDS))
    def is_made_a(self, kind):
        self.attempt(change_kind, kind)

    @precondition(lambda self: self.incident.status in OPEN)
    @rule()
    def can_always_be_ended_by_a_lead(self):
        ended = reject(self.incident, Status.REFERRED, 3, self.now, is_lead=True)
        assert ended.status in ENDED

    @invariant()
    def is_somebodys_or_pages_or_waits_in_the_queue(self):
        if self.incident.status in OPEN:
            owned, paging = self.incident.owner_id is not None, needs_ladder(self.incident)
            queued = self.incident.status is Status.QUEUED
            assert [owned, paging, queued].count(True) == 1

    @invariant()
    def is_queued_only_if_its_kind_does_not_page(self):
        assert self.incident.status is not Status.QUEUED or not self.incident.pages

    @invariant()
    def has_an_owner_exactly_while_somebody_works_on_it(self):
        if self.incident.status in OPEN:
            assert (self.incident.owner_id is None) == (self.incident.status in UNOWNED)
            assert self.incident.taken_at is None or self.incident.status not in UNOWNED

    @invariant()
    def is_asked_about_exactly_while_somebody_works_on_it(self):
        asked_at = silent_from(self.incident, timedelta(minutes=30))
        assert (asked_at is not None) == (self.incident.status in WORKING)

    @invariant()
    def knows_when_it_ended_and_what_it_doubles_only_if_it_did(self):
        assert (self.incident.ended_at is None) == is_open(self.incident)
        assert (self.incident.duplicate_of is None) == (
            self.incident.status is not Status.DUPLICATE
        )


TestLifeOfAnIncident = LifeOfAnIncident.TestCase


@given(st.integers(1000, 9999), st.integers(1, 999_999_999), st.booleans())
def test_every_code_is_read_back(year, number, small):
    code = code_for(year, number)
    assert parse_code(code.lower() if small else code) == (year, number)


@given(st.text())
def test_any_text_is_a_code_or_none(text):
    found = parse_code(text)
    assert found is None or parse_code(code_for(*found)) == found
