"""A row whose facts or text are broken: its reader hears that there is something, others all."""

import pytest

from storage.tables import forms, incidents, ladders, outbox

FIRST, SECOND = "SC-2026-0001", "SC-2026-0002"
URGENT, SOMETHING = "Có một sự cố cần bạn xem ngay", "Có một tin cho bạn"
TAKE = "Tôi nhận"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def breaks(world, kind, most=None, **spoilt):
    """Spoil what waits of a kind so that no text can be made of it; returns the rows' numbers."""
    waits = (outbox.c.kind == kind, outbox.c.state == "pending")
    async with world.app.database.begin() as tx:
        rows = await tx.all(outbox.select().where(*waits).order_by(outbox.c.id).limit(most))
        for row in rows:
            params = row.params | (spoilt or {"files": [{}]})
            await tx.run(outbox.update().where(outbox.c.id == row.id).values(params=params))
    assert rows
    return [row.id for row in rows]


def copies(human, part):
    return [m for m in human.messages if part in m.text]


# Pages


@pytest.mark.both_databases
async def test_a_page_whose_text_is_broken_still_rings_and_can_be_taken(world, minh, lan, caplog):
    await world.receives(lan)
    (number,) = await breaks(world, "incident-page")
    await world.receives(lan)
    await world.settles()
    page = minh.sees(URGENT, str(number), with_button=TAKE)
    minh.sees(SECOND, with_button=TAKE)
    world.group_sees(FIRST)
    assert len(copies(lan, "SC-")) == 2
    assert {r.levelname for r in caplog.records if r.message == "text-broken"} == {"ERROR"}
    await minh.presses("Chi tiết", on=page)
    minh.sees(FIRST, "Nhật ký")
    await minh.presses(TAKE, on=page)
    assert (await world.incident(1))["owner_id"] == minh.person_id


async def test_a_broken_page_that_nobody_answers_is_followed_by_the_next_step(world, minh, ha, lan):
    await world.receives(lan)
    await breaks(world, "incident-page")
    await world.passes(minutes=3, seconds=5)
    ha.sees(FIRST, with_button=TAKE)


async def test_a_page_whose_ladder_cannot_be_read_still_rings(world, minh, lan):
    await world.receives(lan)
    async with world.app.database.begin() as tx:
        await tx.run(ladders.update().values(policy={"steps": "of a later version"}))
    await world.receives(lan)
    await world.settles()
    minh.sees(URGENT, with_button=TAKE)
    minh.sees(SECOND, with_button=TAKE)


@pytest.mark.parametrize("column", ["status", "severity"])
async def test_an_incident_that_cannot_be_read_holds_up_nobody_else(world, minh, lan, column):
    await world.receives(lan)
    async with world.app.database.begin() as tx:
        await tx.run(incidents.update().values(**{column: "of-a-later-version"}))
    world.is_forged = True
    await world.receives(lan)
    await lan.says("/hotline")
    minh.sees(URGENT, with_button=TAKE)
    minh.sees(SECOND, with_button=TAKE)
    world.group_sees(URGENT)
    world.group_sees(SECOND)
    lan.sees(SECOND)
    lan.sees("156")
    assert {row["state"] for row in await world.rows(outbox)} == {"sent"}


# Answers, toasts and questions


async def test_a_broken_answer_says_that_there_is_one_and_the_next_is_whole(world, lan):
    world.playground.people.say(lan.user, world.bot, "/nosuchcommand")
    world.playground.people.say(lan.user, world.bot, "/hotline")
    await world.app.intake.step()
    (number,) = await breaks(world, "answer", most=1)
    await world.settles()
    first, second = lan.messages[-2:]
    assert SOMETHING in first.text
    assert str(number) in first.text
    assert list(first.buttons) == []
    assert "156" in second.text


async def test_a_broken_toast_still_answers_the_press(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    page = minh.sees(FIRST, with_button=TAKE)
    press = world.playground.people.press(minh.user, page, "ack:1")
    await world.app.intake.step()
    (number,) = await breaks(world, "toast", text="no-such-text")
    await world.settles()
    toast = world.playground.people.toast(press)
    assert SOMETHING in toast.text
    assert str(number) in toast.text
    assert "<" not in toast.text
    assert (await world.incident())["owner_id"] == minh.person_id
    minh.sees("Bao lâu nữa")


async def test_a_broken_question_says_so_and_the_answer_to_it_still_counts(world, lan):
    world.playground.people.say(lan.user, world.bot, "/report")
    await world.app.intake.step()
    (number,) = await breaks(world, "form-question")
    await world.settles()
    assert SOMETHING in lan.messages[-1].text
    assert str(number) in lan.messages[-1].text
    await lan.says("Trang chủ bị thay hình")
    lan.sees("Câu 1/6", with_button="Thay đổi giao diện")


async def test_a_question_whose_form_cannot_be_read_holds_up_nobody(world, minh, lan):
    world.playground.people.say(lan.user, world.bot, "/report")
    await world.app.intake.step()
    async with world.app.database.begin() as tx:
        await tx.run(forms.update().values(kind="of-a-later-version"))
    await world.receives(lan)
    await world.settles()
    lan.sees(SOMETHING)
    lan.sees(FIRST)
    minh.sees(FIRST, with_button=TAKE)
