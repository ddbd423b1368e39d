from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.incident import (
    ENDED,
    OPEN,
    PHASES,
    REJECTED,
    TRANSITIONS,
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
    release,
    resolve,
    take,
)
from bot.domain.kinds import Kind, Severity
from bot.domain.promises import silent_from

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
ANNA, BINH, LEAD = 1, 2, 3
MALWARE = Kind(code="malware", names={"vi": "Mã độc"}, severity=Severity.HIGH, icon="🦠")
FRAUD = Kind(
    code="online_fraud", names={"vi": "Lừa đảo"}, severity=Severity.NORMAL, icon="💸", pages=False
)
NEW = receive(1, "SC-2026-0001", MALWARE, NOW, reporter_id=9)
TAKEN = take(NEW, ANNA, NOW)
RESOLVED = resolve(TAKEN, ANNA, LATER)
CLOSED = confirm(RESOLVED, LATER)


def refusal(rule: Callable[..., Incident], *args: object, **options: object) -> str:
    with pytest.raises(Refused) as refused:
        rule(*args, **options)
    return refused.value.text_id


def at(status: Status) -> Incident:
    return replace(TAKEN, status=status)


def test_the_statuses_fall_apart_into_open_and_ended():
    assert frozenset(Status) == OPEN | ENDED
    assert not OPEN & ENDED
    assert REJECTED < ENDED
    assert WORKING | UNOWNED | {Status.WRAPPING_UP} == OPEN
    assert PHASES[0] is Status.VERIFYING
    assert PHASES[-1] is Status.CHECKING


def test_a_new_incident_is_received_as_urgent_as_its_kind_and_needs_a_ladder():
    assert NEW.status is Status.RECEIVED
    assert (NEW.kind, NEW.severity, NEW.opened_at) == ("malware", Severity.HIGH, NOW)
    assert (NEW.reporter_id, NEW.anonymous, NEW.owner_id) == (9, False, None)
    assert needs_ladder(NEW)


def test_fraud_waits_in_the_queue_without_a_ladder():
    queued = receive(1, "SC-2026-0001", FRAUD, NOW, anonymous=True)
    assert queued.status is Status.QUEUED
    assert is_open(queued)
    assert not needs_ladder(queued)
    assert take(queued, ANNA, NOW).status is Status.VERIFYING


def test_whoever_takes_it_owns_it_and_the_ladder_is_not_needed():
    assert (TAKEN.owner_id, TAKEN.taken_at, TAKEN.status) == (ANNA, NOW, Status.VERIFYING)
    assert not needs_ladder(TAKEN)


def test_taking_what_is_already_mine_is_refused():
    assert refusal(take, TAKEN, ANNA, LATER) == "refused-already-yours"


def test_taking_what_another_took_says_who_and_when():
    with pytest.raises(Refused) as refused:
        take(TAKEN, BINH, LATER)
    assert refused.value.text_id == "refused-already-taken"
    assert refused.value.params == {"owner": ANNA, "at": NOW}


def test_a_lead_assigns_it_over_its_owner_and_the_phase_stays():
    containing = advance(TAKEN, Status.CONTAINING, NOW)
    given = assign(replace(containing, promised_at=LATER), BINH, LATER)
    assert (given.owner_id, given.taken_at, given.status) == (BINH, None, Status.CONTAINING)
    assert given.promised_at is None
    assert refusal(assign, given, BINH, LATER) == "refused-already-assigned"


@pytest.mark.parametrize(
    "answer",
    [
        lambda given: take(given, BINH, LATER),
        lambda given: note(given, BINH, LATER),
        lambda given: promise(given, BINH, LATER + timedelta(hours=1), LATER),
        lambda given: advance(given, Status.CONTAINING, LATER),
    ],
)
def test_whoever_it_was_assigned_to_takes_it_by_any_sign_of_life(answer):
    given = assign(TAKEN, BINH, NOW)
    assert (answer(given).owner_id, answer(given).taken_at) == (BINH, LATER)


def test_what_was_only_assigned_can_be_taken_by_another():
    given = assign(TAKEN, BINH, NOW)
    assert take(given, ANNA, LATER).owner_id == ANNA


def test_what_is_solved_already_is_not_assigned():
    solved = resolve(TAKEN, ANNA, NOW)
    assert refusal(assign, solved, BINH, LATER) == "refused-already-resolved"


def test_assigning_what_nobody_took_begins_the_work():
    assert assign(NEW, BINH, NOW).status is Status.VERIFYING


@pytest.mark.parametrize("status", [*PHASES, Status.WRAPPING_UP])
def test_released_it_is_nobodys_and_needs_a_ladder_again(status):
    freed = release(replace(at(status), resolved_at=NOW), LATER)
    assert (freed.status, freed.owner_id, freed.taken_at) == (Status.RECEIVED, None, None)
    assert (freed.progress_at, freed.resolved_at) == (None, None)
    assert needs_ladder(freed)


def test_released_fraud_goes_back_to_the_queue():
    assert release(replace(TAKEN, pages=False), LATER).status is Status.QUEUED


def test_what_nobody_took_cannot_be_released():
    assert refusal(release, NEW, NOW) == "refused-not-taken"


def test_the_owner_promises_a_time_and_is_asked_then():
    promised = promise(TAKEN, ANNA, LATER, NOW)
    assert promised.promised_at == LATER
    assert silent_from(promised, timedelta(hours=4)) == LATER


def test_a_promise_is_the_owners_and_lies_ahead():
    assert refusal(promise, TAKEN, BINH, LATER, NOW) == "refused-not-yours"
    assert refusal(promise, NEW, ANNA, LATER, NOW) == "refused-not-yours"
    assert refusal(promise, TAKEN, ANNA, NOW, NOW) == "refused-promise-past"


def test_without_a_promise_the_owner_is_asked_after_a_silence():
    silence = timedelta(minutes=30)
    assert silent_from(TAKEN, silence) == NOW + silence
    assert silent_from(note(TAKEN, ANNA, LATER), silence) == LATER + silence
    assert silent_from(advance(TAKEN, Status.REMOVING, LATER), silence) == LATER + silence


def test_a_note_after_the_promised_time_counts_from_the_note():
    kept = note(promise(TAKEN, ANNA, LATER, NOW), ANNA, LATER)
    assert silent_from(kept, timedelta(hours=1)) == LATER + timedelta(hours=1)


def test_a_note_by_somebody_else_is_no_sign_of_life():
    assert note(TAKEN, BINH, LATER) == TAKEN
    assert note(CLOSED, ANNA, LATER + timedelta(hours=1)) == CLOSED


@pytest.mark.parametrize("incident", [NEW, RESOLVED, CLOSED])
def test_nobody_is_asked_while_nobody_works_on_it(incident):
    assert silent_from(incident, timedelta(minutes=30)) is None


@pytest.mark.parametrize("status", PHASES)
def test_work_goes_on_to_any_later_phase_and_from_the_late_ones_back_to_containing(status):
    place = PHASES.index(status)
    back = {Status.CONTAINING} if place > PHASES.index(Status.CONTAINING) else set()
    assert TRANSITIONS[status] == set(PHASES[place + 1 :]) | back


@pytest.mark.parametrize("status", PHASES)
@pytest.mark.parametrize("wanted", Status)
def test_only_what_the_table_allows_is_a_move(status, wanted):
    if wanted in TRANSITIONS[status]:
        moved = advance(at(status), wanted, LATER)
        assert (moved.status, moved.progress_at) == (wanted, LATER)
    else:
        assert refusal(advance, at(status), wanted, LATER) == "refused-phase"


def test_a_phase_needs_an_owner_and_an_incident_not_yet_resolved():
    assert refusal(advance, NEW, Status.CONTAINING, NOW) == "refused-not-taken"
    assert refusal(advance, RESOLVED, Status.CONTAINING, NOW) == "refused-phase"


def test_another_severity_is_kept_and_the_same_refused():
    assert change_severity(NEW, Severity.LOW).severity is Severity.LOW
    assert refusal(change_severity, NEW, Severity.HIGH) == "refused-same-severity"


def test_what_nobody_owns_moves_between_queue_and_ladder_with_its_kind():
    queued = change_kind(NEW, FRAUD)
    assert (queued.kind, queued.status) == ("online_fraud", Status.QUEUED)
    assert needs_ladder(change_kind(queued, MALWARE))
    assert change_kind(TAKEN, FRAUD).status is Status.VERIFYING
    assert refusal(change_kind, NEW, MALWARE) == "refused-same-kind"
