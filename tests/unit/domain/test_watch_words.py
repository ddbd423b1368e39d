from datetime import date, time

import pytest

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.watch import Seats
from bot.domain.watch_words import (
    LONGEST_POST,
    MOST_PEOPLE,
    hours_text,
    post_named,
    read_clock,
    read_day,
    read_hours,
    read_seats,
    seats_text,
)

BOOK = load().watch
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("30/4/2027", "2027-04-30"),
        ("30-4-2027", "2027-04-30"),
        (" 30.04.27 ", "2027-04-30"),
        ("2027-04-30", "2027-04-30"),
        ("2027-4-3", "2027-04-03"),
        ("30 tháng 4 năm 2027", "2027-04-30"),
        ("ngày 30 tháng 4", "2027-04-30"),
        ("30/4", "2027-04-30"),  # next spring
        ("30/11", "2026-11-30"),  # this year still
        ("22/11", "2026-11-22"),  # today
        ("21/11", "2027-11-21"),  # yesterday comes again
        ("1/1", "2027-01-01"),
        ("29/2", "2028-02-29"),  # only leap years have it
        ("29/2/2028", "2028-02-29"),
        ("hôm nay", "2026-11-22"),
        ("Ngày mai", "2026-11-23"),
        ("tomorrow", "2026-11-23"),
    ],
)
def test_a_day_is_read_as_people_write_it(written, day):
    assert read_day(written, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "written",
    ["", "30", "tết", "31/4", "29/2/2027", "0/5", "1/13", "2027-02-29", "30/4/27/1", "30/4/207"],
)
def test_what_is_no_day_is_refused(written):
    with pytest.raises(Refused) as refused:
        read_day(written, TODAY)
    assert refused.value.text_id == "refused-watch-day"


def test_a_last_day_without_a_year_comes_after_the_first():
    assert read_day("2/1", date(2027, 12, 30)) == date(2028, 1, 2)


@pytest.mark.parametrize(
    ("written", "at"),
    [("7", "07:00"), ("7h", "07:00"), ("7h30", "07:30"), ("07:30", "07:30"), ("24:00", "00:00")],
)
def test_a_time_of_day_is_read_as_people_write_it(written, at):
    assert read_clock(written) == time.fromisoformat(at)


@pytest.mark.parametrize("written", ["", "25:00", "24:01", "7:60", "sáng", "7h3"])
def test_what_is_no_time_of_day_is_refused(written):
    with pytest.raises(Refused) as refused:
        read_clock(written)
    assert refused.value.text_id == "refused-watch-hours"


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("07:30-19:30, 19:30-07:30", "07:30-19:30, 19:30-07:30"),
        ("19h30-7h30; 7h30-19h30", "07:30-19:30, 19:30-07:30"),
        ("6-14, 14-22 và 22-6", "06:00-14:00, 14:00-22:00, 22:00-06:00"),
        ("7:30 đến 17:30", "07:30-17:30"),
        ("22:00 – 06:00", "22:00-06:00"),  # noqa: RUF001 a dash people type
        ("00:00-24:00", "00:00-00:00"),
        ("07:30-07:30", "07:30-07:30"),  # the whole day, not nothing
        ("16:00-24:00\n00:00-08:00", "00:00-08:00, 16:00-00:00"),
    ],
)
def test_own_hours_are_read_in_their_order(written, hours):
    assert hours_text(read_hours(written)) == hours


@pytest.mark.parametrize(
    "written",
    [
        "06:00-14:00, 13:00-20:00",
        "22:00-06:00, 05:00-07:00",  # past midnight
        "07:30-07:30, 12:00-13:00",
        "07:30-19:30, 07:30-19:30",
    ],
)
def test_hours_that_overlap_are_refused(written):
    with pytest.raises(Refused) as refused:
        read_hours(written)
    assert refused.value.text_id == "refused-watch-overlap"


@pytest.mark.parametrize("written", ["", ",", "ca ngày", "07:30", "7-25", ", ".join(["1-2"] * 13)])
def test_what_are_no_hours_is_refused(written):
    with pytest.raises(Refused) as refused:
        read_hours(written)
    assert refused.value.text_id == "refused-watch-hours"


@pytest.mark.parametrize(
    ("written", "seats"),
    [
        ("trực ban 2, chỉ huy, dự phòng", {"primary": 2, "commander": 1, "backup": 1}),
        ("TRUC BAN; ky thuat", {"primary": 1, "technical": 1}),
        ("2 trực ban", {"primary": 2}),
        ("2 x trực ban và 1 lãnh đạo", {"primary": 2, "commander": 1}),
        ("trực ban x2, trực ban: 1 người", {"primary": 3}),
        ("Duty officer (2)", {"primary": 2}),
        ("trực ban, gác cổng 2", {"primary": 1, "gác cổng": 2}),
        ("gác cổng, Gác  cổng", {"gác cổng": 2}),
        ("backup + commander", {"backup": 1, "commander": 1}),
    ],
)
def test_posts_are_read_with_their_people(written, seats):
    expected = tuple(Seats(post=post, people=people) for post, people in seats.items())
    assert read_seats(written, BOOK.posts) == expected


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "refused-watch-seats"),
        ("trực ban 0", "refused-watch-seats"),
        (f"trực ban {MOST_PEOPLE + 1}", "refused-watch-seats"),
        (", ".join(f"cổng {letter}" for letter in "abcdefghiklmn"), "refused-watch-seats"),
        ("5", "refused-watch-post"),
        ("…", "refused-watch-post"),
        ("x" * (LONGEST_POST + 1), "refused-watch-post"),
    ],
)
def test_posts_that_cannot_be_are_refused(written, reason):
    with pytest.raises(Refused) as refused:
        read_seats(written, BOOK.posts)
    assert refused.value.text_id == reason


@pytest.mark.parametrize("post", BOOK.posts, ids=lambda post: post.code)
def test_every_post_of_the_catalog_is_found_by_all_its_names(post):
    names = (post.code, *post.names.values(), *post.aliases)
    assert {post_named(name, BOOK.posts) for name in names} == {post.code}


def test_what_is_shown_of_posts_and_hours_can_be_typed_again():
    seats = read_seats("trực ban 2, chỉ huy, gác cổng 3", BOOK.posts)
    assert read_seats(seats_text(seats, BOOK, "vi"), BOOK.posts) == seats
    for pattern in BOOK.patterns:
        assert read_hours(hours_text(pattern.shifts)) == tuple(
            sorted(pattern.shifts, key=lambda one: one.start)
        )
