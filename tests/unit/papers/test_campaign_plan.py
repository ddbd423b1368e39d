"""The plan of twelve months as a picture and as a calendar file."""

from datetime import UTC, date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from icalendar import Calendar
from PIL import Image

from bot.domain.year_plan import Planned, year_plan_of
from bot.papers.campaign_papers import plan
from bot.services.plans import PlanOrder

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 3, 20, 2, 0, tzinfo=UTC)
CLEAN_UP = Planned(
    "clean-up-2027",
    "clean-up",
    "Làm sạch mã độc",
    date(2027, 5, 1),
    date(2027, 6, 24),
    date(2027, 6, 29),
)
MONTHLY = [
    Planned(f"monthly-{m}", "monthly", "Báo cáo tháng", date(2027, m, 1), date(2027, m, 28))
    for m in range(3, 13)
]


def made(*planned):
    whole = year_plan_of(planned, NOW, ZONE, language="vi")
    return [*plan(PlanOrder(whole, "png")), *plan(PlanOrder(whole, "ics"))]


def events(*planned):
    calendar = Calendar.from_ical(made(*planned)[1].content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_it_is_a_picture_and_a_calendar():
    picture, calendar = made(CLEAN_UP, *MONTHLY)
    assert (picture.media, calendar.media) == ("photo", "document")
    assert picture.name == "ke-hoach-dot-yeu-cau-2027-03.png"
    assert Image.open(BytesIO(picture.content)).width > 1_000


def test_both_deadlines_are_whole_days_that_are_known_again():
    found = events(CLEAN_UP)
    assert sorted(found) == [
        "campaign-clean-up-2027-due@trucban",
        "campaign-clean-up-2027-rollup@trucban",
    ]
    due = found["campaign-clean-up-2027-due@trucban"]
    assert (due.decoded("dtstart"), due.decoded("dtend")) == (date(2027, 6, 24), date(2027, 6, 25))
    assert str(due["summary"]) == "Hạn của cơ quan: Làm sạch mã độc"


def test_an_empty_plan_can_be_looked_at():
    picture, calendar = made()
    assert Image.open(BytesIO(picture.content)).height > 100
    assert not Calendar.from_ical(calendar.content).walk("VEVENT")


def test_a_bar_is_drawn_for_what_began_before_and_ends_after():
    long = Planned("x", "x", "Dài", date(2026, 1, 1), date(2029, 1, 1), date(2029, 2, 1))
    assert made(long)[0].content != made()[0].content
