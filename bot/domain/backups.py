"""The backup rule 3-2-1: what an agency has answered about its backups, and where it falls short.

Three copies of the data, on two kinds of media, one of them offline; a restore that was tried, and
that takes no longer than a day. What was not answered falls short too: nobody knows it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct


class Gap(StrEnum):
    """What falls short."""

    COPIES = "copies"
    MEDIA = "media"
    OFFLINE = "offline"
    UNTESTED = "untested"  # a restore was never tried
    TEST_OLD = "test-old"
    SLOW = "slow"


class BackupRule(Struct, frozen=True):
    """What is asked of backups; the figures are the team's own."""

    copies: int = 3
    media: int = 2
    offline: bool = True
    test_within: timedelta = timedelta(days=365)
    restore_hours: int = 24


class Backup(Struct, frozen=True):
    """What was answered; None is no answer."""

    copies: int | None = None
    media: int | None = None
    offline: bool | None = None
    tested_on: date | None = None
    restore_hours: int | None = None


class Shortfall(Struct, frozen=True):
    """One thing that falls short: what there is, and what should be."""

    gap: Gap
    found: int | date | None = None
    wanted: int | None = None


RULE = BackupRule()


def backup_of(answers: Mapping[str, object]) -> Backup:
    """Return what the usual questions on backups were answered; the rest is left out."""
    tested = answers.get("restore_tested")
    if isinstance(tested, str) and tested:
        tested = date.fromisoformat(tested)
    offline = answers.get("offline")
    return Backup(
        _count(answers.get("copies")),
        _count(answers.get("media")),
        offline if isinstance(offline, bool) else None,
        tested if isinstance(tested, date) else None,
        _count(answers.get("restore_hours")),
    )


def _count(answer: object) -> int | None:
    return answer if isinstance(answer, int) and not isinstance(answer, bool) else None


def shortfalls(backup: Backup, today: date, rule: BackupRule = RULE) -> tuple[Shortfall, ...]:
    """Return everything that falls short of the rule, in its order; empty when all is well."""
    return tuple(_shortfalls(backup, today, rule))


def _shortfalls(backup: Backup, today: date, rule: BackupRule) -> Iterator[Shortfall]:
    if (backup.copies or 0) < rule.copies:
        yield Shortfall(Gap.COPIES, backup.copies, rule.copies)
    if (backup.media or 0) < rule.media:
        yield Shortfall(Gap.MEDIA, backup.media, rule.media)
    if rule.offline and not backup.offline:
        yield Shortfall(Gap.OFFLINE)
    if backup.tested_on is None:
        yield Shortfall(Gap.UNTESTED)
    elif today - backup.tested_on > rule.test_within:
        yield Shortfall(Gap.TEST_OLD, backup.tested_on, rule.test_within.days)
    if backup.restore_hours is None or backup.restore_hours > rule.restore_hours:
        yield Shortfall(Gap.SLOW, backup.restore_hours, rule.restore_hours)
