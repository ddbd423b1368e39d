"""Stories as data, and how they are played by people who wait for what they see."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.playground import Playground
from bot.playground.player import Player, StuckError, plain
from bot.playground.stage import Stage
from bot.playground.story import StoryError, seconds, stories, until
from tests.playground.conftest import Line

HEAD = """
order = 1
icon = "x"
title = { vi = "a", en = "b" }
about = { vi = "a", en = "b" }
"""


@pytest.fixture
def written(tmp_path):
    """Write a story and read it back."""

    def write(steps, head=HEAD):
        (tmp_path / "one.toml").write_text(head + steps, encoding="utf-8")
        return stories(tmp_path)["one"]

    return write


@pytest.fixture
def stage():
    """A world in the machine's time, in which a story has to wait for its bot."""
    playground = Playground(limits=None)
    bot = playground.add_bot("1:A", "a_bot")
    alice = playground.people.add_user("An")
    return Stage(playground, {"citizen": alice}, bot, pace=0)


async def replies(stage, *answers):
    """Be the bot: answer each message or press in turn."""
    line, offset = Line(stage.playground, "1:A"), 0
    for answer in answers:
        (update,) = await line.ok("getUpdates", offset=offset, timeout=5, limit=1)
        offset = update["update_id"] + 1
        await line.ok("sendMessage", chat_id=stage.cast["citizen"].id, **answer)


def test_the_projects_own_stories_are_well_told():
    told = stories()
    assert list(told)[:2] == ["defaced", "ransomware"]
    assert len(told) >= 4
    assert all(story.steps for story in told.values())


@pytest.mark.parametrize(
    "step",
    [
        'who = "citizen"',
        'who = "citizen"\nsays = "a"\npresses = "b"',
        'says = "a"',
        'who = "citizen"\npasses = "3m"',
        'passes = "soon"',
        'passes = "24/11"',
        'who = "citizen"\nsays = "a"\ncolour = "red"',
        'who = "citizen"\nsays = "a"\ntell = { vi = "chỉ một tiếng" }',
    ],
)
def test_a_step_that_says_too_little_or_too_much_is_refused_with_its_file(written, step):
    with pytest.raises(StoryError, match=r"one\.toml"):
        written(f"[[steps]]\n{step}\n")


@pytest.mark.parametrize(("length", "expected"), [("30s", 30), ("3m", 180), ("2h", 7200)])
def test_lengths_are_read_in_their_units(length, expected):
    assert seconds(length) == expected


@pytest.mark.parametrize(
    ("told", "hours"), [("24/11 07:15", 0.25), ("25/11 07:00", 24), ("24/11 07:00", 365 * 24)]
)
def test_an_instant_is_the_next_one_that_clocks_show(told, hours):
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    present = datetime(2026, 11, 24, 7, 0, tzinfo=zone).timestamp()
    assert until(told, present, zone) == hours * 3600


def test_an_instant_that_no_year_has_is_refused():
    with pytest.raises((StoryError, ValueError)):
        until("31/11 07:15", 0, ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    ("label", "words"), [("🇻🇳 Đồng ý", "Đồng ý"), ("✅ Gửi", "Gửi"), ("15 phút", "15 phút")]
)
def test_what_stands_before_a_buttons_words_does_not_count(label, words):
    assert plain(label) == words


async def test_people_wait_for_what_they_see_and_pass_over_what_is_not_asked(written, stage):
    story = written(
        '[[steps]]\nwho = "citizen"\nsays = "có sự cố"\n'
        '[[steps]]\nwho = "citizen"\npresses = "Đồng ý"\nmaybe = true\n'
        '[[steps]]\nwho = "citizen"\npresses = "Gửi"\n'
        '[[steps]]\nwho = "citizen"\nsees = "cảm ơn"\n'
    )
    send = {"inline_keyboard": [[{"text": "✅ Gửi", "callback_data": "send"}]]}
    answers = ({"text": "gửi chứ?", "reply_markup": send}, {"text": "xin cảm ơn"})
    async with asyncio.timeout(5):
        await asyncio.gather(Player(stage).play(story), replies(stage, *answers))


async def test_what_came_before_ones_own_last_deed_is_not_new(written, stage):
    told = (
        '[[steps]]\nwho = "citizen"\nsays = "một"\n'
        '[[steps]]\nwho = "citizen"\nsees = "gửi"\n'
        '[[steps]]\nwho = "citizen"\nsays = "hai"\n'
        '[[steps]]\nwho = "citizen"\nsees = "gửi"\n'
    )
    answering = asyncio.create_task(replies(stage, {"text": "gửi chứ?"}))
    await Player(stage).play(written(told))
    with pytest.raises(StuckError, match="gửi"):
        await Player(stage, patience=0.01).play(written(told + "anew = true\n"))
    await answering


async def test_what_does_not_come_is_named(written, stage):
    story = written('[[steps]]\nwho = "citizen"\nsees = "không bao giờ"\n')
    with pytest.raises(StuckError, match="không bao giờ"):
        await Player(stage, patience=0.01).play(story)


async def test_what_was_there_before_a_story_does_not_count(written, stage):
    stage.playground.people.start(stage.cast["citizen"], stage.bot)
    line = Line(stage.playground, "1:A")
    await line.ok("sendMessage", chat_id=stage.cast["citizen"].id, text="cũ")
    story = written('[[steps]]\nwho = "citizen"\nsees = "cũ"\n')
    with pytest.raises(StuckError):
        await Player(stage, patience=0.01).play(story)


async def test_a_crowd_does_it_all_together(written, stage):
    story = written(
        '[[steps]]\nwho = "crowd"\nsays = "lừa đảo"\n', f'{HEAD}crowd = ["Một", "Hai", "Ba"]\n'
    )
    await Player(stage).play(story)
    said = [
        each["message"]["from"]["first_name"]
        for each in stage.playground.events.since(0)
        if "message" in each
    ]
    assert said == ["Một", "Hai", "Ba"]


async def test_it_is_enough_when_one_of_the_team_can_press_below_the_right_message(written, stage):
    team = [stage.playground.people.add_user(name) for name in ("Dũng", "Thảo")]
    stage.team, line = tuple(team), Line(stage.playground, "1:A")
    for person in team:
        stage.playground.people.start(person, stage.bot)
    story = written(
        '[[steps]]\nwho = "team"\nsays = "chào"\n'
        '[[steps]]\nwho = "team"\npresses = "Ký"\nunder = "ca đêm"\none = true\n'
    )
    playing = asyncio.create_task(Player(stage, patience=5).play(story))
    while len(stage.bot.queue) < 2 * len(team):
        await stage.playground.events.wait(1)
    for text, data in (("ca ngày", "wrong"), ("ca đêm", "right")):
        sign = {"inline_keyboard": [[{"text": "✍️ Ký", "callback_data": data}]]}
        await line.ok("sendMessage", chat_id=team[0].id, text=text, reply_markup=sign)
    await playing
    updates = await line.ok("getUpdates")
    assert [u["callback_query"]["data"] for u in updates if "callback_query" in u] == ["right"]


async def test_only_a_demo_lets_time_pass(written, stage):
    with pytest.raises(StuckError, match="time"):
        await Player(stage).play(written('[[steps]]\npasses = "next"\n'))


async def test_the_page_hears_how_a_story_goes_and_another_takes_its_place(written, stage):
    player = Player(stage, patience=0.01)
    story = written('[[steps]]\nwho = "citizen"\nsees = "gì đó"\n')
    player.begin(story)
    await asyncio.tasks.sleep(0)
    player.begin(story)
    while player.playing:
        await stage.playground.events.wait(1)
    told = [each["state"] for each in stage.playground.events.since(0) if each["kind"] == "story"]
    assert told == ["playing", "stopped", "playing", "stuck"]
