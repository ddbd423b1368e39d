from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from bot.domain.escalation import (
    Climb,
    Ladder,
    Page,
    Policy,
    Target,
    Watchers,
    climb,
    decline,
    is_deserted,
    start,
    stop,
)

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ANNA, BINH, CHI, DUNG = 1, 2, 3, 4
POLICY = Policy.model_validate(
    {
        "repeat_every": "10m",
        "acknowledge_expires": "30m",
        "steps": [
            {"after": "0s", "notify": ["on_duty"]},
            {"after": "3m", "notify": ["on_duty", "backup"], "channels": ["telegram", "sms"]},
            {"after": "5m", "notify": ["commander", "leads", "team"]},
        ],
    }
)
CREW = {
    Target.ON_DUTY: (ANNA,),
    Target.BACKUP: (BINH,),
    Target.COMMANDER: (CHI,),
    Target.LEADS: (CHI, DUNG),
    Target.TEAM: (),
}
LAST = len(POLICY.steps)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def paged(climbed: Climb) -> list[int]:
    return [page.person_id for page in climbed.pages]


def climbs(watchers: Watchers, times: int, ladder: Ladder | None = None) -> list[Climb]:
    """Climb at each due instant; the answers in order."""
    ladder, now = (ladder, NOW) if ladder else start(7, POLICY, NOW)
    found: list[Climb] = []
    for _ in range(times):
        found.append(climb(ladder, watchers, now))
        ladder, now = found[-1].ladder, found[-1].next_at
    return found


def test_the_first_step_is_due_after_its_own_wait():
    ladder, first_at = start(7, POLICY, NOW)
    assert first_at == NOW
    assert (ladder.incident_id, ladder.step, ladder.round, ladder.live) == (7, 0, 0, True)


def test_steps_follow_each_other_each_after_its_wait():
    first, second, third = climbs(CREW, 3)
    assert first.pages == (Page(ANNA, 0, 0, ("telegram",)),)
    assert first.next_at == NOW + minutes(3)
    assert second.pages == tuple(Page(who, 1, 0, ("telegram", "sms")) for who in (ANNA, BINH))
    assert second.next_at == NOW + minutes(8)
    assert third.pages == tuple(Page(who, 2, 0, ("telegram",)) for who in (CHI, DUNG))
    assert third.next_at == NOW + minutes(18)
    assert [found.team for found in (first, second, third)] == [False, False, True]


def test_after_the_last_step_it_repeats_to_the_last_people_the_leads_and_the_group():
    *_, repeat, again = climbs(CREW, 5)
    assert paged(repeat) == paged(again) == [CHI, DUNG]
    assert [page.round for page in (*repeat.pages, *again.pages)] == [1, 1, 2, 2]
    assert {page.step for page in repeat.pages} == {LAST}
    assert repeat.team
    assert again.next_at - repeat.next_at == minutes(10)


def test_a_late_clock_runs_one_step_and_waits_from_there():
    late = NOW + timedelta(hours=2)
    ladder, _ = start(7, POLICY, NOW)
    found = climb(ladder, CREW, late)
    assert paged(found) == [ANNA]
    assert found.next_at == late + minutes(3)


def test_somebody_behind_two_targets_is_paged_once():
    found = climbs(CREW | {Target.COMMANDER: (DUNG, CHI, DUNG)}, 3)[2]
    assert paged(found) == [DUNG, CHI]


def test_an_empty_step_costs_no_time_and_is_named():
    found = climbs(CREW | {Target.ON_DUTY: ()}, 1)[0]
    assert found.pages == (Page(BINH, 1, 0, ("telegram", "sms")),)
    assert found.empty == (Target.ON_DUTY,)
    assert found.team
    assert found.next_at == NOW + minutes(5)


def test_a_target_that_is_missing_altogether_is_empty_too():
    found = climb(start(7, POLICY, NOW)[0], {Target.LEADS: (CHI,)}, NOW)
    assert paged(found) == [CHI]
    assert found.empty == (Target.ON_DUTY, Target.BACKUP, Target.COMMANDER)


def test_when_every_step_is_empty_the_leads_are_paged_at_once():
    """A ladder that never names the leads still falls through to them."""
    policy = POLICY.model_copy(update={"steps": POLICY.steps[:1]})
    found = climb(start(7, policy, NOW)[0], {Target.LEADS: (DUNG,)}, NOW)
    assert paged(found) == [DUNG]
    assert found.pages[0].round == 1
    assert found.next_at == NOW + minutes(10)


def test_when_nobody_exists_the_group_is_told_and_it_tries_again():
    first, second = climbs({}, 2)
    assert first.pages == second.pages == ()
    assert first.team
    assert second.team
    assert first.empty == (Target.ON_DUTY, Target.BACKUP, Target.COMMANDER, Target.LEADS)
    assert (first.next_at, second.next_at) == (NOW + minutes(10), NOW + minutes(20))


def test_a_step_for_the_group_alone_is_not_empty():
    policy = Policy.model_validate(
        {
            "repeat_every": "1h",
            "acknowledge_expires": "1h",
            "steps": [
                {"after": "0s", "notify": ["team"]},
                {"after": "30m", "notify": ["on_duty"]},
            ],
        }
    )
    found = climb(start(7, policy, NOW)[0], CREW, NOW)
    assert found.team
    assert found.empty == ()
    assert found.next_at == NOW + minutes(30)


def test_whoever_declined_is_left_out_of_the_next_steps():
    ladder = decline(climbs(CREW, 1)[0].ladder, ANNA)
    assert paged(climb(ladder, CREW, NOW)) == [BINH]


def test_whoever_gives_an_incident_back_is_not_the_first_to_be_paged_again():
    ladder, _ = start(7, POLICY, NOW, {ANNA})
    assert paged(climb(ladder, CREW, NOW)) == [BINH]


def test_a_step_whose_people_all_declined_is_passed_over_without_calling_it_empty():
    ladder = decline(decline(climbs(CREW, 1)[0].ladder, ANNA), BINH)
    found = climb(ladder, CREW, NOW)
    assert paged(found) == [CHI, DUNG]
    assert found.empty == ()


ALONE = dict.fromkeys((Target.ON_DUTY, Target.BACKUP, Target.COMMANDER, Target.LEADS), (ANNA,))


def test_the_only_person_who_declined_is_left_in_peace_until_the_repeat():
    ladder = decline(climbs(ALONE, 1)[0].ladder, ANNA)
    hurried, repeat = climbs(ALONE, 2, ladder)
    assert hurried.pages == ()
    assert hurried.team
    assert hurried.next_at == NOW + minutes(10)
    assert paged(repeat) == [ANNA]


def test_the_last_person_who_just_declined_is_not_paged_in_the_same_moment():
    policy = POLICY.model_copy(update={"steps": POLICY.steps[:1]})
    ladder = climb(start(7, policy, NOW)[0], ALONE, NOW).ladder
    hurried, repeat = climbs(ALONE, 2, decline(ladder, ANNA))
    assert (hurried.pages, hurried.team) == ((), True)
    assert paged(repeat) == [ANNA]


def test_whoever_declined_stays_left_out_of_repeats_while_somebody_else_remains():
    ladder = decline(climbs(CREW, 4)[3].ladder, CHI)
    assert paged(climb(ladder, CREW, NOW)) == [DUNG]


def test_a_step_is_deserted_when_everybody_paged_declined_or_was_not_reached():
    ladder = climbs(CREW, 2)[1].ladder
    assert not is_deserted(ladder)
    assert not is_deserted(decline(ladder, ANNA))
    assert not is_deserted(decline(ladder, CHI))
    assert is_deserted(decline(ladder, ANNA), {BINH})
    assert is_deserted(ladder, {ANNA, BINH})


def test_a_ladder_that_paged_nobody_or_was_stopped_is_not_deserted():
    assert not is_deserted(start(7, POLICY, NOW)[0], {ANNA})
    assert not is_deserted(stop(climbs(CREW, 1)[0].ladder), {ANNA})


def test_refused_deliveries_do_not_make_a_repeating_ladder_spin():
    last, repeat = climbs(CREW, 4)[2:]
    assert is_deserted(last.ladder, {CHI, DUNG})
    assert not is_deserted(repeat.ladder, {CHI, DUNG})


def test_a_stopped_ladder_is_not_climbed():
    with pytest.raises(ValueError, match="stopped"):
        climb(stop(start(7, POLICY, NOW)[0]), CREW, NOW)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"repeat_every": "0s"}, "longer than 0s"),
        ({"acknowledge_expires": "0m"}, "longer than 0s"),
        ({"repeat_every": 600}, "as text"),
        ({"repeat_every": "often"}, "not a length of time"),
        ({"steps": []}, "at least 1"),
        ({"steps": [{"after": "0s", "notify": []}]}, "at least 1"),
        ({"steps": [{"after": "0s", "notify": ["boss"]}]}, "on_duty"),
        ({"steps": [{"after": "0s", "notify": ["team"], "channels": ["fax"]}]}, "telegram"),
        ({"steps": [{"after": "0s", "notify": ["team"]}] * 2}, "step 2 has after 0s"),
        ({"repeat": "10m"}, "Extra inputs"),
    ],
)
def test_a_policy_that_cannot_be_meant_is_refused(change, what):
    with pytest.raises(ValidationError, match=what):
        Policy.model_validate(POLICY.model_dump(mode="json") | change)


def test_what_a_policy_leaves_out_has_its_usual_value():
    assert POLICY.answer_within == minutes(5)
    assert POLICY.steps[0].channels == ("telegram",)


def test_a_policy_is_written_as_people_write_it():
    assert POLICY.model_dump(mode="json")["steps"][1] == {
        "after": "3m",
        "notify": ["on_duty", "backup"],
        "channels": ["telegram", "sms"],
    }
