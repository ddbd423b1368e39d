"""Pages by SMS and e-mail: when they go, what they say, and what becomes of them."""

import asyncio
from datetime import timedelta

from storage.tables import outbox, timeline
from tests.elsewhere import (  # noqa: F401 fixtures are asked for by name
    HA,
    MINH,
    an_elsewhere_world,
    elsewhere,
    ha_reached,
    lan_known,
    minh_reached,
)
from tests.members import answer_to, story


async def results(world):
    return [(row["channel"], row["state"], row["reason"]) for row in await world.calls()]


async def test_a_step_goes_by_the_channels_it_names_and_not_before(world, minh, ha, lan):
    await world.receives(lan)
    await world.settles()
    assert world.gateway.taken == []
    await world.passes(minutes=3)
    assert sorted(phone for phone, _ in world.gateway.taken) == ["0912345678", "0987654321"]
    assert world.mail.taken == []


async def test_an_sms_says_what_how_bad_since_when_and_what_next_in_160_plain_signs(
    world, minh, lan
):
    await world.receives(lan, summary="Bà Nguyễn Thị Lan, số 0905111222, bị mất tài khoản")
    await world.passes(minutes=3)
    (said,) = world.gateway.to("0912345678")
    for part in ("KHAN CAP", "SC-2026-0001", "02:00 ICT", "Chua ai nhan", "https://trucban"):
        assert part in said
    assert len(said) <= 160
    assert said.isascii()
    assert "Lan" not in said
    assert "0905" not in said


async def test_a_telephone_telegram_refuses_is_called_by_everything_else_at_once(
    world, minh, ha, lan
):
    minh.world.playground.people.block(minh.user, world.bot)
    await world.receives(lan)
    await world.settles()
    assert len(world.gateway.to("0912345678")) == 1
    (letter,) = world.mail.to("minh@example.vn")
    assert "SC-2026-0001" in letter[0]
    ha.sees("SC-2026-0001")
    world.group_sees("không gọi được Minh", "SMS", "thư điện tử")


async def test_who_never_opened_the_bot_is_called_by_telephone_from_the_first_step(world, lan):
    nam = await world.member("Nam", started=False)
    await world.on_duty(nam)
    await world.is_reached_by(nam, phone=MINH)
    await world.receives(lan)
    await world.settles()
    assert len(world.gateway.to("0912345678")) == 1


async def test_who_has_no_address_stays_with_telegram_alone(world, lan, ha):
    tam = await world.member("Tâm")
    await world.on_duty(tam)
    await world.receives(lan)
    await world.passes(minutes=3)
    assert [phone for phone, _ in world.gateway.taken] == ["0987654321"]
    tam.sees("SC-2026-0001")


async def test_what_somebody_has_taken_is_not_sent_any_more(world, minh, lan):
    world.gateway.status = 503
    await world.receives(lan)
    await world.passes(minutes=3)
    await minh.presses("Tôi nhận")
    world.gateway.status = 200
    await world.passes(minutes=1)
    assert world.gateway.taken == []
    assert await results(world) == [("sms", "overtaken", "taken")]


async def test_a_gateway_that_refuses_is_asked_again_and_given_up_at_last(world, minh, lan):
    world.gateway.status = 500
    await world.receives(lan)
    await world.passes(minutes=3, seconds=20)
    assert world.gateway.refused == 2
    assert (await results(world))[0] == ("sms", "pending", "channel refused")
    for _ in range(9):
        await world.passes(minutes=1)
    assert (await results(world))[0] == ("sms", "dead", "channel refused")
    said = await answer_to(minh, "/why SC-2026-0001")
    assert "gọi Minh qua SMS" in said
    assert "kênh này không nhận tin" in said


async def test_the_timeline_and_why_name_the_channel_and_its_result(world, minh, lan):
    await world.receives(lan)
    await world.passes(minutes=3)
    rows = [r for r in await world.rows(timeline) if r["kind"] == "called-elsewhere"]
    assert [(r["person_id"], r["details"]) for r in rows] == [(minh.person_id, {"via": "sms"})]
    assert "gọi Minh qua SMS — SMS nhận" in await answer_to(minh, "/why SC-2026-0001")
    await minh.says("/incident SC-2026-0001")
    minh.sees("Gọi Minh qua SMS: đã gửi")


async def test_a_page_being_sent_when_the_bot_dies_is_sent_again(world, minh, lan):
    await world.receives(lan)
    await world.passes(minutes=3)
    async with world.app.database.begin() as tx:
        await tx.run(outbox.update().where(outbox.c.channel == "sms").values(state="claimed"))
    await world.dies()
    await world.comes_back_unseen()
    await world.settles()
    assert len(world.gateway.to("0912345678")) == 2
    assert await results(world) == [("sms", "sent", None)]


async def test_what_waits_for_a_channel_that_is_switched_off_ends(world, minh, lan):
    world.gateway.status = 500
    await world.receives(lan)
    await world.passes(minutes=3)
    await world.restarts(sms_url=type(world.settings.sms_url)(""))
    assert (await results(world))[0] == ("sms", "dead", "channel off")


async def test_more_pages_than_a_channel_takes_in_a_minute_wait_their_turn(world, minh, lan):
    book = world.app.team.catalog.channels
    few = book.model_copy(update={"sms": book.sms.model_copy(update={"per_minute": 3})})
    world.app.team.catalog = world.app.team.catalog.model_copy(update={"channels": few})
    await world.receives(lan, times=5)
    await world.passes(minutes=3)
    assert len(world.gateway.taken) == 3
    await world.passes(minutes=1)
    assert len(world.gateway.taken) == 5


async def test_an_owner_telegram_cannot_reach_keeps_the_incident_while_others_can_be_used(
    world, minh, lan
):
    await world.receives(lan)
    await world.settles()
    await minh.presses("Tôi nhận")
    world.playground.people.block(minh.user, world.bot)
    await world.passes(minutes=31)
    assert "Ban con xu ly khong?" in world.gateway.to("0912345678")[-1]
    assert (await world.incident())["owner_id"] == minh.person_id
    await world.passes(minutes=6)
    assert (await world.incident())["owner_id"] is None


async def test_without_any_channel_set_everything_stays_as_it_was(database_url, tmp_path):
    off = {"sms_url": "", "email_url": "", "public_url": "", "http": ""}
    async with an_elsewhere_world(database_url, tmp_path, **off) as world:
        minh = await world.member("Minh")
        await world.on_duty(minh)
        await world.is_reached_by(minh, phone=MINH)
        lan = await world.member("Lan", "citizen")
        await world.receives(lan)
        await world.passes(minutes=9)
        assert await world.calls() == []
        minh.sees("SC-2026-0001")
        assert "called-elsewhere" not in await story(world)


async def test_no_log_line_holds_an_address_or_a_password(world, minh, lan, caplog):
    caplog.set_level(0)
    world.gateway.status = 500
    await world.receives(lan)
    await world.passes(minutes=3, seconds=20)
    assert world.gateway.refused
    assert "s3cret-gate" not in caplog.text
    assert "s3cret" not in str(await world.app.health())


async def test_a_gateway_that_hangs_delays_nobody_elses_page(world, minh, ha, lan):
    world.gateway.slow = asyncio.Event()
    quick = {"timeout": timedelta(seconds=1)}
    book = world.app.team.catalog.channels
    book = book.model_copy(update={"sms": book.sms.model_copy(update=quick)})
    world.app.team.catalog = world.app.team.catalog.model_copy(update={"channels": book})
    await world.receives(lan)
    await world.passes(minutes=2, seconds=59)
    world.hand.advance(1)
    await world._hours.take()
    await world._letters.take()
    await world._post.take()
    await world.app.dispatcher.landed()
    ha.sees("SC-2026-0001")
    assert not world.app.sender.is_idle
    await world.app.sender.landed()
    await world._letters.take()
    assert (await results(world))[0] == ("sms", "pending", "channel time-out")
