from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.domain import campaign as rules
from bot.domain.campaign import Assignment, AssignmentState, Campaign, CampaignState
from bot.domain.errors import Refused

NOW = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)
DUE = datetime(2026, 6, 24, 16, 59, 59, tzinfo=UTC)
DAY = timedelta(days=1)
DRAFT = Campaign(7, "DY-2026-0007", "Làm sạch mã độc", NOW, DUE, created_by_id=1)
OPEN = replace(DRAFT, state=CampaignState.OPEN, opened_at=NOW)
NEW = Assignment(3, 7, 4, DUE, NOW)
DONE = rules.finish(OPEN, NEW, 9, {"found": 0}, NOW)


def refused(deed, *arguments, **options):
    with pytest.raises(Refused) as said:
        deed(*arguments, **options)
    return said.value.text_id


def test_a_campaign_is_proposed_confirmed_by_another_opened_and_closed():
    proposed = rules.propose(DRAFT, NOW)
    confirmed = rules.confirm(proposed, 2, NOW)
    opened = rules.launch(confirmed, NOW)
    closed = rules.close(opened, NOW + DAY)
    assert (proposed.state, confirmed.confirmed_by_id) == (CampaignState.PROPOSED, 2)
    assert (opened.opened_at, closed.closed_at) == (NOW, NOW + DAY)
    assert closed.state is CampaignState.CLOSED


def test_nobody_confirms_their_own_campaign_unless_the_team_wants_that():
    proposed = rules.propose(DRAFT, NOW)
    assert refused(rules.confirm, proposed, 1, NOW) == "refused-campaign-own"
    assert rules.confirm(proposed, 1, NOW, four_eyes=False).confirmed_by_id == 1


def test_what_the_program_has_proposed_anybody_may_confirm():
    proposed = replace(rules.propose(DRAFT, NOW), created_by_id=None)
    assert rules.confirm(proposed, 1, NOW).state is CampaignState.CONFIRMED


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"due_at": NOW - DAY}, "refused-campaign-due"),
        ({"starts_at": DUE}, "refused-campaign-due"),
        ({"rollup_at": DUE - DAY}, "refused-campaign-rollup"),
    ],
)
def test_dates_out_of_order_are_not_proposed(changes, text):
    assert refused(rules.propose, replace(DRAFT, **changes), NOW) == text


def test_a_deadline_of_today_is_still_in_time():
    rules.check_dates(replace(DRAFT, rollup_at=DUE), DUE)
    assert not rules.is_late(DUE, DUE)
    assert rules.is_late(DUE + timedelta(seconds=1), DUE)


def test_a_campaign_does_not_open_before_its_day():
    confirmed = replace(DRAFT, state=CampaignState.CONFIRMED, starts_at=NOW + DAY)
    assert refused(rules.launch, confirmed, NOW) == "refused-campaign-not-due-to-open"
    assert rules.launch(confirmed, NOW + DAY).state is CampaignState.OPEN


@pytest.mark.parametrize("state", [s for s in CampaignState if s is not CampaignState.DRAFT])
def test_only_a_draft_is_proposed(state):
    assert refused(rules.propose, replace(DRAFT, state=state), NOW) == "refused-campaign-not-draft"


@pytest.mark.parametrize("state", [CampaignState.CLOSED, CampaignState.CANCELLED])
def test_what_is_over_is_not_called_off(state):
    assert refused(rules.cancel, replace(DRAFT, state=state), NOW) == "refused-campaign-over"
    assert rules.cancel(DRAFT, NOW).state is CampaignState.CANCELLED


@pytest.mark.parametrize("state", [s for s in CampaignState if s is not CampaignState.OPEN])
def test_nothing_is_done_in_a_campaign_that_is_not_open(state):
    campaign = replace(OPEN, state=state)
    text = "refused-campaign-not-open"
    assert refused(rules.start, campaign, NEW, NOW) == text
    assert refused(rules.finish, campaign, NEW, 9, {}, NOW) == text
    assert refused(rules.accept, campaign, DONE, 1, NOW) == text
    assert refused(rules.extend, campaign, NEW, DUE + DAY, NOW) == text


def test_starting_twice_changes_nothing_and_starting_means_having_looked():
    started = rules.start(OPEN, NEW, NOW)
    assert (started.opened_at, started.started_at) == (NOW, NOW)
    assert rules.start(OPEN, started, NOW + DAY) == started


def test_what_is_handed_in_is_not_started_again():
    assert refused(rules.start, OPEN, DONE, NOW) == "refused-task-handed-in"


@pytest.mark.parametrize(
    ("at", "late"), [(DUE, False), (DUE + timedelta(seconds=1), True), (DUE + DAY, True)]
)
def test_late_is_what_is_first_handed_in_after_the_deadline(at, late):
    assert rules.finish(OPEN, NEW, 9, {}, at).late is late
    assert rules.not_applicable(OPEN, NEW, 9, "không có máy chủ", at).late is late


def test_a_correction_is_no_later_than_what_it_corrects():
    corrected = rules.finish(OPEN, DONE, 8, {"found": 2}, DUE + DAY)
    assert (corrected.done_at, corrected.late) == (NOW, False)
    assert (corrected.answers, corrected.done_by_id) == ({"found": 2}, 8)


def test_a_longer_deadline_counts():
    longer = rules.extend(OPEN, NEW, DUE + 2 * DAY, NOW)
    assert not rules.is_overdue(longer, DUE + DAY)
    assert rules.is_overdue(NEW, DUE + DAY)
    assert not rules.finish(OPEN, longer, 9, {}, DUE + DAY).late


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (NOW, DUE),
        (NOW, DUE - DAY),
        (DUE + 5 * DAY, DUE + 3 * DAY),
        (NOW, NOW + 400 * DAY),
    ],
)
def test_more_time_is_later_than_what_there_is_and_no_more_than_a_year(now, until):
    assert refused(rules.extend, OPEN, NEW, until, now) == "refused-task-until"


def test_what_is_accepted_stays():
    accepted = rules.accept(OPEN, DONE, 1, NOW)
    assert (accepted.state, accepted.accepted_by_id) == (AssignmentState.ACCEPTED, 1)
    text = "refused-task-accepted"
    assert refused(rules.finish, OPEN, accepted, 9, {}, NOW) == text
    assert refused(rules.give_back, OPEN, accepted, "sai") == text
    assert refused(rules.accept, OPEN, accepted, 1, NOW) == text


def test_what_is_returned_must_be_done_again():
    returned = rules.give_back(OPEN, DONE, " thiếu biên bản ")
    assert (returned.state, returned.reason) == (AssignmentState.RETURNED, "thiếu biên bản")
    assert rules.is_overdue(returned, DUE + DAY)
    again = rules.finish(OPEN, returned, 9, {"found": 1}, NOW)
    assert (again.state, again.reason) == (AssignmentState.DONE, None)


def test_who_said_in_time_that_it_does_not_apply_is_late_with_a_later_result():
    exempt = rules.not_applicable(OPEN, NEW, 9, "không có máy chủ", NOW)
    for before in (exempt, rules.give_back(OPEN, exempt, "có 30 máy")):
        result = rules.finish(OPEN, before, 8, {"found": 1}, DUE + DAY)
        assert (result.late, result.done_at) == (True, DUE + DAY)
    returned = rules.give_back(OPEN, DONE, "thiếu biên bản")
    assert not rules.finish(OPEN, returned, 9, {"found": 1}, DUE + DAY).late


@pytest.mark.parametrize("assignment", [NEW, rules.start(OPEN, NEW, NOW)])
def test_only_what_is_handed_in_is_accepted_or_returned(assignment):
    text = "refused-task-not-handed-in"
    assert refused(rules.accept, OPEN, assignment, 1, NOW) == text
    assert refused(rules.give_back, OPEN, assignment, "sai") == text


def test_reasons_are_asked_for():
    assert refused(rules.give_back, OPEN, DONE, "  ") == "refused-task-reason"
    assert refused(rules.not_applicable, OPEN, NEW, 9, "", NOW) == "refused-task-reason"


def test_a_proposal_can_be_taken_back_and_changed():
    assert rules.take_back(rules.propose(DRAFT, NOW)) == DRAFT
    assert refused(rules.take_back, OPEN) == "refused-campaign-not-proposed"
