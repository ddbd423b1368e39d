"""Updates by law: what is essential, who knows how much of it, and who must hear the rest."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from bot.catalog import CatalogError, load
from bot.domain.incident import Incident, Status
from bot.domain.kinds import Severity
from bot.domain.legal_deadlines import Rule
from bot.domain.legal_updates import (
    Aspect,
    Change,
    Sending,
    behind,
    changes,
    essentials,
    listed,
    receivers,
)
from bot.domain.seriousness import Assessment, Decision, Mark

NOON = datetime(2026, 11, 20, 5, 0, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
CASE = Incident(1, "SC-2026-0001", "malware", Severity.HIGH, Status.VERIFYING, NOON)
OWNER, UNIT, NATIONAL = {"vi": "chủ quản"}, {"vi": "đơn vị chuyên trách"}, {"vi": "điều phối"}
KNOWN = essentials(CASE, Assessment())
RANSOM = {**KNOWN, Aspect.KIND: "ransomware"}


def judged(*marks, **more):
    return Assessment(dict.fromkeys(marks, NOON), **more)


@pytest.mark.parametrize(
    ("case", "assessment", "aspect", "now"),
    [
        (replace(CASE, kind="ransomware"), Assessment(), Aspect.KIND, "ransomware"),
        (replace(CASE, severity=Severity.CRITICAL), Assessment(), Aspect.SEVERITY, "critical"),
        (CASE, judged(proposed_at=NOON), Aspect.SERIOUS, "proposed"),
        (CASE, judged(decision=Decision(True, "A", NOON)), Aspect.SERIOUS, "decided"),
        (CASE, judged(decision=Decision(False, "A", NOON)), Aspect.SERIOUS, "ordinary"),
        (CASE, judged(Mark.BEYOND, Mark.INTERRUPTED), Aspect.SCOPE, "interrupted beyond"),
        (replace(CASE, status=Status.WRAPPING_UP), Assessment(), Aspect.STATUS, "solved"),
        (replace(CASE, status=Status.CLOSED), Assessment(), Aspect.STATUS, "solved"),
        (replace(CASE, status=Status.NOT_INCIDENT), Assessment(), Aspect.STATUS, "not_incident"),
    ],
)
def test_what_others_act_on_is_essential(case, assessment, aspect, now):
    [found] = changes(KNOWN, essentials(case, assessment))
    assert (found.aspect, found.now) == (aspect, now)


@pytest.mark.parametrize(
    ("case", "assessment"),
    [
        (replace(CASE, status=Status.CONTAINING, owner_id=5), Assessment()),
        (replace(CASE, status=Status.RECEIVED), Assessment()),
        (CASE, judged(Mark.PRESS, detected_at=NOON)),
    ],
)
def test_how_the_team_works_is_not(case, assessment):
    assert essentials(case, assessment) == KNOWN


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            {"vi": "chủ quản, đơn vị (tỉnh, xã); cùng lúc", "en": "owner, unit; at once"},
            [{"vi": "chủ quản", "en": "owner"}, {"vi": "đơn vị (tỉnh, xã)", "en": "unit"}],
        ),
        ({"vi": "một nơi"}, [{"vi": "một nơi"}]),
        ({"vi": "một, hai", "en": "one"}, [{"vi": "một, hai", "en": "one"}]),
    ],
)
def test_receivers_are_told_apart_by_commas(names, expected):
    assert list(receivers(names)) == expected


def test_receivers_become_a_list_again():
    assert listed(receivers({"vi": "a, b; c", "en": "d, e"})) == {"vi": "a, b", "en": "d, e"}
    assert listed([]) == {}


def test_who_was_told_before_the_change_is_behind_and_who_was_told_after_is_not():
    history = [(NOON - 2 * HOUR, KNOWN), (NOON, RANSOM)]
    before = Sending(NOON - HOUR, (OWNER, UNIT))
    after = Sending(NOON + HOUR, (UNIT, NATIONAL))
    owed = behind([before, after], history, RANSOM)
    assert owed is not None
    assert owed.to == (OWNER,)
    assert owed.changes == (Change(Aspect.KIND, "malware", "ransomware"),)


def test_nobody_is_behind_before_anything_was_sent_or_when_it_is_again_as_it_was():
    history = [(NOON - 2 * HOUR, KNOWN), (NOON, RANSOM), (NOON + HOUR, KNOWN)]
    assert behind([], history, RANSOM) is None
    assert behind([Sending(NOON - HOUR, (OWNER,))], history, KNOWN) is None


def test_what_was_sent_before_anybody_took_it_says_what_was_so_then():
    assert behind([Sending(NOON - HOUR, (OWNER,))], [(NOON, KNOWN)], KNOWN) is None
    assert behind([Sending(NOON - HOUR, (OWNER,))], [(NOON, KNOWN)], RANSOM) is not None


@pytest.mark.parametrize(
    ("sent_at", "is_behind"),
    [
        (NOON.replace(second=0), False),  # a time of day as people type it: the whole minute
        (NOON - timedelta(seconds=1), True),
        (NOON, False),
    ],
)
def test_a_time_of_day_without_seconds_covers_its_minute(sent_at, is_behind):
    history = [(NOON - 2 * HOUR, KNOWN), (NOON, RANSOM)]
    owed = behind([Sending(sent_at, (OWNER,))], history, RANSOM)
    assert (owed is not None) is is_behind


def test_an_update_covers_what_it_was_owed_for_whatever_hour_somebody_types():
    history = [(NOON - 2 * HOUR, KNOWN), (NOON, RANSOM)]
    update = Sending(NOON - HOUR, (OWNER,), since=NOON)
    assert behind([Sending(NOON - HOUR, (OWNER,)), update], history, RANSOM) is None


UPDATE = {
    "code": "update",
    "names": {"vi": "Cập nhật"},
    "trigger": "changed",
    "counts_from": "trigger",
    "unit": "at_once",
    "updates": ["notice"],
    "receivers": {"vi": "nơi đã nhận"},
    "basis": "Quy chế",
    "valid_from": "2026-01-01",
}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"updates": []}, "go together"),
        ({"trigger": "detected"}, "go together"),
        ({"unit": "hour", "length": 5}, "at once"),
    ],
)
def test_an_update_follows_what_was_sent_and_is_owed_at_once(wrong, said):
    assert Rule.model_validate(UPDATE).is_update
    with pytest.raises(ValidationError, match=said):
        Rule.model_validate(UPDATE | wrong)


@pytest.mark.parametrize(("updates", "is_known"), [("notice", True), ("gone", False)])
def test_a_file_may_only_update_the_receivers_of_its_own_deadlines(tmp_path, updates, is_known):
    table = """
names = {{ vi = "x" }}
receivers = {{ vi = "x" }}
basis = "Quy chế"
valid_from = 2026-01-01
unit = "at_once"
trigger = "{}"
"""
    words = f"[notice]{table.format('detected')}[update]{table.format('changed')}"
    (tmp_path / "deadlines.toml").write_text(f'{words}updates = ["{updates}"]\n', encoding="utf-8")
    if is_known:
        assert len(load(tmp_path).deadlines) == 2
        return
    with pytest.raises(CatalogError, match="no other deadline here"):
        load(tmp_path)


def test_the_shipped_updates_keep_the_regimes_apart():
    updates = {rule.code: rule for rule in load().deadlines if rule.is_update}
    assert set(updates) == {"update_2017", "update_2026"}
    assert updates["update_2017"].confirmed_by
    assert not updates["update_2026"].confirmed_by
    for rule in updates.values():
        assert all(code[-4:] == rule.code[-4:] for code in rule.updates)
