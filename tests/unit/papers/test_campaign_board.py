"""The board of a campaign as pictures: everybody on them, readable, however many there are."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from bot.domain.rollup import Mark
from bot.papers.campaign_board import divided, named, pictures
from bot.papers.canvas import width
from bot.papers.progress_marks import COLOURS, cells
from tests.unit.papers.campaigns import MADE_AT, TEAM, ZONE, a_campaign, a_reply


def many(count):
    return [a_reply(n, list(Mark)[n % 8], group=f"Nhóm {n % 5}") for n in range(count)]


def picture_of(campaign):
    (made,) = pictures(campaign)
    return Image.open(BytesIO(made.content))


def test_two_hundred_agencies_are_one_picture_that_telegram_does_not_shrink():
    size = picture_of(a_campaign(many(200))).size
    assert max(size) <= 2560
    assert sum(size) <= 10_000
    assert size[0] >= 1_000


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (1, 1), (240, 1), (241, 2), (1000, 5)])
def test_everybody_is_on_one_of_the_pictures(count, parts):
    pages = divided(a_campaign(many(count)))
    assert len(pages) == parts
    assert sum(len(section.cells) for page in pages for section in page) == count


def test_every_mark_has_a_colour_of_its_own():
    assert set(COLOURS) == set(Mark)
    assert len({fill for fill, _ in COLOURS.values()}) == len(Mark)


def test_a_campaign_for_nobody_is_a_picture_too():
    assert picture_of(a_campaign([])).width > 0


def test_the_picture_speaks_the_team_s_language():
    english = replace(TEAM, language="en")
    assert pictures(a_campaign(team=english))[0].content != pictures(a_campaign())[0].content


def test_an_agency_with_several_systems_is_one_cell_with_its_worst():
    systems = [
        a_reply(1, Mark.DONE, system="Cổng"),
        a_reply(1, Mark.SILENT, system="Thư"),
        a_reply(1, Mark.EXEMPT, system="Web"),
    ]
    (cell,) = cells(systems, MADE_AT, ZONE)
    assert (cell.mark, cell.finished, cell.asked, cell.days_late) == (Mark.SILENT, 1, 2, 3)


def test_where_nothing_applies_the_cell_says_so():
    (cell,) = cells([a_reply(1, Mark.EXEMPT)], MADE_AT, ZONE)
    assert (cell.mark, cell.asked, cell.days_late) == (Mark.EXEMPT, 0, 0)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân xã Đàm Thủy", ("UBND xã Đàm Thủy",)),
        ("Sở Tài chính", ("Sở Tài chính",)),
        ("Sở 🛡 Nội vụ\n", ("Sở Nội vụ",)),
    ],
)
def test_a_name_is_shortened_as_offices_do_it(name, lines):
    assert named(name, 250)[0] == lines


def test_a_long_name_stands_on_two_smaller_lines_and_no_wider():
    name = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"
    lines, ink = named(name, 240)
    assert len(lines) == 2
    assert " ".join(lines) == "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh"
    assert all(width(line, ink) <= 240 for line in lines)
