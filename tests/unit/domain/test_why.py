"""The chain of an incident's calls: in order, each with its answer, long ones cut."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.why import FIRST, LAST, Account, Call, Event, Line, account

NIGHT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
MINH, HA = 1, 2


def at(seconds):
    return NIGHT + timedelta(seconds=seconds)


def page(seconds, person_id=MINH, **told):
    return Call(at(seconds), "incident-page", "sent", person_id, "Minh", step=0, **told)


def team_page(seconds):
    return Call(at(seconds), "incident-team-page", "sent")


def event(seconds, kind, person_id=None, **told):
    return Event(at(seconds), kind, person_id, **told)


def test_a_call_and_its_answer_are_one_line():
    called, declined = page(10), event(40, "declined", MINH)
    received = event(0, "received", 9)
    found = account([called], [received, event(10, "paged"), declined])
    assert found == Account((Line(received), Line(called, declined)))


def test_an_answer_belongs_to_the_newest_call_of_that_person_before_it():
    first, second, third = page(0), page(60), page(120)
    taken = event(90, "taken", MINH)
    found = account([first, second, third], [taken])
    assert found.first == (Line(first), Line(second, taken), Line(third))


def test_an_answer_at_the_very_instant_of_the_call_belongs_to_it():
    called, taken = page(5), event(5, "taken", MINH)
    assert account([called], [taken]).first == (Line(called, taken),)


def test_the_answer_of_somebody_else_stands_by_itself():
    called, taken = page(0), event(30, "taken", HA)
    assert account([called], [taken]).first == (Line(called), Line(taken))


def test_a_second_answer_to_one_call_stands_by_itself():
    called = page(0)
    declined, taken = event(10, "declined", MINH), event(50, "taken", MINH)
    assert account([called], [declined, taken]).first == (Line(called, declined), Line(taken))


def test_what_the_bot_did_is_nobodys_answer():
    called, silent = page(0), event(30, "silent", MINH)
    assert account([called], [silent]).first == (Line(called), Line(silent))


def test_news_to_a_person_asks_for_no_answer():
    told = Call(at(0), "incident-unreachable", "sent", MINH, "Minh")
    taken = event(30, "taken", MINH)
    assert account([told], [taken]).first == (Line(told), Line(taken))


def test_a_climb_with_calls_is_told_by_them_and_one_without_by_itself():
    called, group = page(0), team_page(0)
    empty = event(300, "paged")
    found = account([called, group], [event(0, "paged"), empty])
    assert found.first == (Line(called), Line(group), Line(empty))


def test_at_one_instant_the_cause_comes_before_the_call():
    called, nobody = page(0), event(0, "nobody-on-duty")
    assert account([called], [nobody]).first == (Line(nobody), Line(called))


@pytest.mark.parametrize("more", [0, 1, 70])
def test_of_a_long_night_only_beginning_and_end_are_shown(more):
    calls = [page(60 * number, round=number) for number in range(FIRST + LAST + more)]
    found = account(calls, [])
    if not more:
        assert found == Account(tuple(map(Line, calls)))
        return
    assert found.left_out == more
    assert [line.what for line in found.first] == calls[:FIRST]
    assert [line.what for line in found.last] == calls[-LAST:]
