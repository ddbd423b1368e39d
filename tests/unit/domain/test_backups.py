"""The rule 3-2-1: every figure on the border, and what nobody has answered."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.backups import Backup, BackupRule, Gap, backup_of, shortfalls

TODAY = date(2027, 4, 20)
GOOD = Backup(copies=3, media=2, offline=True, tested_on=date(2026, 4, 20), restore_hours=24)


def gaps(backup, rule=None):
    found = shortfalls(backup, TODAY) if rule is None else shortfalls(backup, TODAY, rule)
    return [each.gap for each in found]


def test_what_keeps_the_rule_falls_short_of_nothing():
    assert gaps(GOOD) == []


@pytest.mark.parametrize(
    ("answer", "gap"),
    [
        ({"copies": 2}, Gap.COPIES),
        ({"media": 1}, Gap.MEDIA),
        ({"offline": False}, Gap.OFFLINE),
        ({"tested_on": date(2026, 4, 19)}, Gap.TEST_OLD),
        ({"restore_hours": 25}, Gap.SLOW),
        ({"copies": None}, Gap.COPIES),
        ({"media": None}, Gap.MEDIA),
        ({"offline": None}, Gap.OFFLINE),
        ({"tested_on": None}, Gap.UNTESTED),
        ({"restore_hours": None}, Gap.SLOW),
    ],
)
def test_each_answer_falls_short_by_itself(answer, gap):
    assert gaps(replace(GOOD, **answer)) == [gap]


def test_without_any_answer_everything_falls_short():
    assert gaps(Backup()) == [Gap.COPIES, Gap.MEDIA, Gap.OFFLINE, Gap.UNTESTED, Gap.SLOW]


def test_a_restore_in_no_time_is_none_too_slow():
    assert gaps(replace(GOOD, restore_hours=0)) == []


def test_a_shortfall_says_what_there_is_and_what_should_be():
    (found,) = shortfalls(replace(GOOD, copies=1), TODAY)
    assert (found.found, found.wanted) == (1, 3)


def test_a_team_may_ask_for_more():
    rule = BackupRule(copies=4, test_within=timedelta(days=90), restore_hours=8)
    assert gaps(GOOD, rule) == [Gap.COPIES, Gap.TEST_OLD, Gap.SLOW]


def test_answers_of_a_campaign_are_read_and_other_ones_passed_over():
    answers = {"copies": 3, "media": 2, "offline": False, "restore_tested": "2027-01-05", "x": 1}
    assert backup_of(answers) == Backup(3, 2, False, date(2027, 1, 5), None)


@pytest.mark.parametrize("answers", [{"copies": True}, {"copies": "3"}, {"offline": 1}, {}])
def test_an_answer_of_another_kind_is_none(answers):
    assert backup_of(answers) == Backup()
