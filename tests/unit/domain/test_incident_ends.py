"""How an incident ends: solved and agreed to, rejected by those who may, or opened again."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.incident import (
    ENDED,
    REJECTED,
    Incident,
    Status,
    advance,
    assign,
    change_kind,
    change_severity,
    confirm,
    is_open,
    needs_ladder,
    promise,
    receive,
    reject,
    release,
    reopen,
    resolve,
    take,
)
from bot.domain.kinds import Kind, Severity

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
ANNA, BINH, LEAD = 1, 2, 3
MALWARE = Kind(code="malware", names={"vi": "Mã độc"}, severity=Severity.HIGH, icon="🦠")
FRAUD = Kind(
    code="online_fraud", names={"vi": "Lừa đảo"}, severity=Severity.NORMAL, icon="💸", pages=False
)
NEW = receive(1, "SC-2026-0001", MALWARE, NOW, reporter_id=9)
OTHER = receive(2, "SC-2026-0002", MALWARE, NOW)
TAKEN = take(NEW, ANNA, NOW)
RESOLVED = resolve(TAKEN, ANNA, LATER)
CLOSED = confirm(RESOLVED, LATER)


def refusal(rule: Callable[..., Incident], *args: object, **options: object) -> str:
    with pytest.raises(Refused) as refused:
        rule(*args, **options)
    return refused.value.text_id


def test_resolved_it_is_still_open_until_the_reporter_agrees():
    assert (RESOLVED.status, RESOLVED.resolved_at) == (Status.WRAPPING_UP, LATER)
    assert is_open(RESOLVED)
    assert (CLOSED.status, CLOSED.ended_at, CLOSED.owner_id) == (Status.CLOSED, LATER, ANNA)


def test_its_owner_or_a_lead_resolves_it_and_nobody_else():
    assert refusal(resolve, TAKEN, BINH, NOW) == "refused-not-yours"
    assert resolve(TAKEN, LEAD, NOW, is_lead=True).owner_id == ANNA
    assert refusal(resolve, RESOLVED, ANNA, NOW) == "refused-already-resolved"


def test_a_lead_who_resolves_what_nobody_took_becomes_its_owner():
    assert resolve(NEW, LEAD, NOW, is_lead=True).owner_id == LEAD
    assert refusal(resolve, NEW, ANNA, NOW) == "refused-not-yours"


def test_only_what_is_resolved_is_confirmed():
    assert refusal(confirm, TAKEN, NOW) == "refused-not-resolved"


@pytest.mark.parametrize("solved", [RESOLVED, CLOSED])
def test_not_solved_it_goes_back_to_containing_with_its_owner(solved):
    again = reopen(solved, LATER, owner_is_here=True)
    assert (again.status, again.owner_id) == (Status.CONTAINING, ANNA)
    assert (again.resolved_at, again.ended_at, again.progress_at) == (None, None, LATER)


@pytest.mark.parametrize("solved", [RESOLVED, CLOSED])
def test_not_solved_and_its_owner_gone_it_is_nobodys_and_pages(solved):
    again = reopen(solved, LATER, owner_is_here=False)
    assert (again.status, again.owner_id) == (Status.RECEIVED, None)
    assert needs_ladder(again)


def test_what_is_still_worked_on_is_not_reopened():
    assert refusal(reopen, NEW, NOW, owner_is_here=True) == "refused-still-open"
    assert refusal(reopen, TAKEN, NOW, owner_is_here=True) == "refused-still-open"


@pytest.mark.parametrize("outcome", [Status.NOT_INCIDENT, Status.REFERRED])
def test_its_owner_rejects_it(outcome):
    rejected = reject(TAKEN, outcome, ANNA, LATER)
    assert (rejected.status, rejected.ended_at, rejected.duplicate_of) == (outcome, LATER, None)


def test_a_lead_rejects_what_nobody_took_and_others_do_not():
    assert reject(NEW, Status.REFERRED, LEAD, NOW, is_lead=True).status is Status.REFERRED
    assert refusal(reject, NEW, Status.REFERRED, ANNA, NOW) == "refused-not-yours"


def test_a_duplicate_names_an_open_original_that_is_not_itself():
    doubled = reject(TAKEN, Status.DUPLICATE, ANNA, NOW, original=OTHER)
    assert doubled.duplicate_of == OTHER.id
    assert refusal(reject, TAKEN, Status.DUPLICATE, ANNA, NOW) == "refused-duplicate-of-what"
    for original, text_id in [
        (TAKEN, "refused-duplicate-of-what"),
        (replace(OTHER, status=Status.CLOSED), "refused-original-ended"),
        (replace(OTHER, status=Status.DUPLICATE), "refused-original-ended"),
    ]:
        why = refusal(reject, TAKEN, Status.DUPLICATE, ANNA, NOW, original=original)
        assert why == text_id


def test_closing_is_no_way_to_reject():
    with pytest.raises(ValueError, match="no way to reject"):
        reject(TAKEN, Status.CLOSED, ANNA, NOW)


@pytest.mark.parametrize("outcome", sorted(REJECTED))
def test_an_appeal_brings_fresh_eyes(outcome):
    rejected = reject(TAKEN, outcome, ANNA, NOW, original=OTHER)
    again = reopen(rejected, LATER, owner_is_here=True)
    assert (again.status, again.owner_id, again.duplicate_of) == (Status.RECEIVED, None, None)


@pytest.mark.parametrize("status", sorted(ENDED))
def test_what_has_ended_only_reopens(status):
    ended = replace(TAKEN, status=status)
    rules: list[tuple[Any, ...]] = [
        (take, BINH, NOW),
        (assign, BINH, NOW),
        (promise, ANNA, LATER, NOW),
        (release, NOW),
        (advance, Status.CONTAINING, NOW),
        (resolve, ANNA, NOW),
        (reject, Status.REFERRED, ANNA, NOW),
        (confirm, NOW),
        (change_severity, Severity.LOW),
        (change_kind, FRAUD),
    ]
    for rule, *args in rules:
        assert refusal(rule, ended, *args) == "refused-already-ended"
    assert is_open(reopen(ended, NOW, owner_is_here=True))
