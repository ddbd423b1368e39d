"""What is late, what is stuck, and what the machine lacks: told from facts and the instant."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.health import (
    Backup,
    Disk,
    Signs,
    Trouble,
    Waiting,
    age,
    is_backup_old,
    is_clock_off,
    stuck,
    troubles,
)

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
GIGABYTE = 1024**3


def ago(**length):
    return NOW - timedelta(**length)


def signs(**told):
    usual = {"started_at": ago(hours=1), "updates_at": ago(seconds=5)}
    return Signs(**usual | told)


def waiting(**length):
    return Waiting("ladder", ago(**length))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, ()),
        ({"due": waiting(seconds=59)}, ()),
        ({"due": waiting(seconds=60)}, (Trouble.DUE,)),
        ({"due": waiting(seconds=-60)}, ()),
        ({"page": waiting(seconds=59)}, ()),
        ({"page": waiting(seconds=60)}, (Trouble.PAGE,)),
        ({"work": waiting(seconds=299)}, ()),
        ({"work": waiting(seconds=300)}, (Trouble.WORK,)),
        ({"updates_at": ago(seconds=119)}, ()),
        ({"updates_at": ago(seconds=120)}, (Trouble.UPDATES,)),
        ({"updates_at": None}, (Trouble.UPDATES,)),
        ({"updates_at": None, "started_at": ago(seconds=119)}, ()),
        ({"updates_at": ago(hours=9), "started_at": ago(seconds=9)}, ()),
        ({"unkept_since": ago(seconds=59)}, ()),
        ({"unkept_since": ago(seconds=60)}, (Trouble.UNKEPT,)),
        (
            {"due": waiting(hours=1), "page": waiting(hours=1), "updates_at": ago(hours=1)},
            (Trouble.PAGE, Trouble.DUE, Trouble.UPDATES),
        ),
    ],
)
def test_only_what_is_late_for_so_long_is_a_trouble(told, found):
    assert troubles(signs(**told), NOW) == found


def test_what_lies_ahead_has_no_age():
    assert age(waiting(seconds=-5), NOW) == age(None, NOW) == timedelta(0)
    assert age(waiting(seconds=5), NOW) == timedelta(seconds=5)


@pytest.mark.parametrize(
    ("turned", "started_at", "found"),
    [
        ({"deliver": ago(seconds=30), "take-in": ago(seconds=119)}, ago(hours=1), []),
        ({"deliver": ago(seconds=30), "take-in": ago(seconds=120)}, ago(hours=1), ["take-in"]),
        ({"deliver": None}, ago(seconds=119), []),
        ({"deliver": None}, ago(seconds=120), ["deliver"]),
        ({"deliver": ago(seconds=-3600)}, ago(hours=1), []),
    ],
)
def test_a_loop_that_has_not_turned_for_two_minutes_is_stuck(turned, started_at, found):
    assert stuck(turned, started_at, NOW) == found


@pytest.mark.parametrize(
    ("free", "total", "is_low"),
    [
        (GIGABYTE, 10 * GIGABYTE, False),
        (499 * 1024**2, 1 * GIGABYTE, True),
        (4 * GIGABYTE, 100 * GIGABYTE, True),
        (6 * GIGABYTE, 100 * GIGABYTE, False),
    ],
)
def test_a_disk_is_low_by_bytes_or_by_part(free, total, is_low):
    assert Disk(free, total).is_low is is_low


@pytest.mark.parametrize(
    ("seconds", "is_off"), [(0, False), (30, False), (31, True), (-31, True), (None, False)]
)
def test_a_clock_may_differ_by_half_a_minute(seconds, is_off):
    ahead = None if seconds is None else timedelta(seconds=seconds)
    assert is_clock_off(ahead) is is_off


def test_a_backup_is_good_for_two_days():
    assert is_backup_old(None, NOW)
    assert is_backup_old(Backup("backup.db", ago(days=2, seconds=1)), NOW)
    assert not is_backup_old(Backup("backup.db", ago(days=2)), NOW)
