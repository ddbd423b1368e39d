"""When a contact check begins, and what a detail may be."""

from datetime import date, timedelta

import pytest

from bot.domain.calendar import Day, Period
from bot.domain.contact_round import Detail, corrected, round_of
from bot.domain.errors import Refused

TET = Period(
    date(2027, 2, 4),
    date(2027, 2, 10),
    "Tết Nguyên đán",
    tuple(Day(date(2027, 2, 4) + timedelta(days=n), "Tết", True) for n in range(7)),
)
ONE_DAY = Period(date(2027, 4, 16), date(2027, 4, 16), "Giỗ Tổ", ())
LONG_AGO = date(2026, 11, 1)


def begins(today, *holidays, begun=LONG_AGO):
    found = round_of(today, holidays, begun)
    return None if found is None else (found.key, found.until.isoformat())


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 1, 20), None),
        (date(2027, 1, 21), ("2027-02-04", "2027-01-28")),  # fourteen days before
        (date(2027, 1, 30), ("2027-02-04", "2027-02-03")),  # missed until then, no later than Tết
        (date(2027, 2, 1), ("2027-02-04", "2027-02-03")),
        (date(2027, 2, 2), None),  # nobody could be found any more
        (date(2027, 2, 5), None),
    ],
)
def test_a_round_begins_two_weeks_before_a_holiday(today, expected):
    assert begins(today, TET) == expected


def test_one_holiday_has_one_round():
    assert begins(date(2027, 1, 25), TET, begun=date(2027, 1, 21)) is None


def test_a_single_day_off_has_none():
    assert begins(date(2027, 4, 5), ONE_DAY) is None


@pytest.mark.parametrize(("days", "is_asked"), [(364, False), (365, True), (700, True)])
def test_without_holidays_everybody_is_asked_once_a_year(days, is_asked):
    today = LONG_AGO + timedelta(days=days)
    assert (round_of(today, (), LONG_AGO) is not None) is is_asked


@pytest.mark.parametrize(
    ("detail", "written", "kept"),
    [
        (Detail.NAME, "  Nguyễn  Văn An ", "Nguyễn Văn An"),
        (Detail.PHONE, "+84 912 345 678", "+84 912 345 678"),
        (Detail.EMAIL, "an@tinh.gov.vn", "an@tinh.gov.vn"),
    ],
)
def test_a_detail_is_kept_tidily(detail, written, kept):
    assert corrected(detail, written) == kept


@pytest.mark.parametrize(
    ("detail", "written"),
    [
        (Detail.NAME, "A"),
        (Detail.NAME, "A" * 101),
        (Detail.PHONE, "113"),
        (Detail.PHONE, "số của tôi"),
        (Detail.EMAIL, "an@tinh"),
        (Detail.EMAIL, "an tinh.gov.vn"),
    ],
)
def test_what_can_be_no_detail_is_refused(detail, written):
    with pytest.raises(Refused) as refused:
        corrected(detail, written)
    assert refused.value.text_id == f"refused-contact-{detail}"
