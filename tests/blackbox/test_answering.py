"""Answers from outside Telegram: the link and the code of a message, used rightly and wrongly."""

from datetime import timedelta

import pytest

from bot.domain.reply_codes import WRONG_BY_ONE
from storage.tables import people
from storage.watch_tables import reply_codes
from tests.elsewhere import (  # noqa: F401 fixtures are asked for by name
    PUBLIC,
    an_elsewhere_world,
    browser,
    code_in,
    elsewhere,
    ha_reached,
    lan_known,
    minh_reached,
    pressed,
)
from tests.members import answer_to, owner_of, story


async def called(world, lan, number="0912345678"):
    """Wait until an SMS has come; return the code in it."""
    await world.receives(lan)
    await world.passes(minutes=3)
    return code_in(world.gateway.to(number)[-1])


async def looked(client, code):
    async with client.get(f"/a/{code}") as answer:
        return answer.status, await answer.text()


async def test_the_link_shows_what_it_is_and_takes_nothing(world, minh, lan):
    code = await called(world, lan)
    async with browser(world) as client:
        for _ in range(3):
            status, page = await looked(client, code)
            assert status == 200
        async with client.get(f"/a/{code}") as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for part in ("SC-2026-0001", "Tôi nhận xử lý", "Minh", 'lang="vi"', 'method="post"'):
        assert part in page
    assert "Máy chủ bị mã hóa" not in page
    assert await owner_of(world) is None


@pytest.mark.both_databases
async def test_the_button_takes_the_incident_like_in_telegram(world, minh, lan):
    code = await called(world, lan)
    async with browser(world) as client:
        status, page = await pressed(client, code)
    await world.settles()
    assert status == 200
    assert "Đã ghi nhận" in page
    assert await owner_of(world) == minh.person_id
    assert "answered-elsewhere" in await story(world)
    world.group_sees("Minh")
    minh.sees("SC-2026-0001")
    assert "nhận 02:03" in await answer_to(minh, "/why SC-2026-0001")


async def test_a_code_works_once(world, minh, lan):
    code = await called(world, lan)
    async with browser(world) as client:
        await pressed(client, code)
        before = await story(world)
        status, page = await pressed(client, code)
    assert status == 410
    assert "đã dùng" in page
    assert await story(world) == before


async def test_a_code_is_good_for_half_an_hour_and_no_longer(world, minh, lan):
    code = await called(world, lan)
    world.hand.advance(timedelta(minutes=30).total_seconds())
    async with browser(world) as client:
        status, page = await pressed(client, code)
    assert status == 410
    assert "hết hạn" in page
    assert await owner_of(world) is None


async def test_who_comes_late_is_told_who_has_it_and_since_when(world, minh, ha, lan):
    code = await called(world, lan)
    await ha.presses("Tôi nhận")
    async with browser(world) as client:
        status, page = await looked(client, code)
        assert status == 200
        assert "Hà" in page
        assert "02:03" in page
        assert "<button>" not in page
        status, page = await pressed(client, code)
        assert status == 409
        assert "Hà" in page
    assert await owner_of(world) == ha.person_id


async def test_each_code_is_its_readers_own(world, minh, ha, lan):
    await called(world, lan)
    hers = code_in(world.gateway.to("0987654321")[-1])
    assert hers != code_in(world.gateway.to("0912345678")[-1])
    async with browser(world) as client:
        await pressed(client, hers)
    assert await owner_of(world) == ha.person_id


@pytest.mark.parametrize("change", [{"active": False}, {"blocked": True}, {"role": "citizen"}])
async def test_the_code_of_somebody_who_may_no_longer_is_worth_nothing(world, minh, lan, change):
    code = await called(world, lan)
    async with world.app.database.begin() as tx:
        await tx.run(people.update().where(people.c.id == minh.person_id).values(**change))
    async with browser(world) as client:
        status, _ = await pressed(client, code)
    assert status in (404, 409)
    assert await owner_of(world) is None


async def test_only_hashes_are_kept(world, minh, lan):
    code = await called(world, lan)
    rows = await world.rows(reply_codes)
    assert rows
    assert code not in str(rows)
    assert [row["person_id"] for row in rows] == [minh.person_id]


async def test_the_typed_code_leads_to_the_same_page(world, minh, lan):
    code = await called(world, lan)
    typed = f" {code[:4].lower()}-{code[4:].lower()} "
    async with browser(world) as client:
        async with client.get("/a") as answer:
            assert "Nhập mã" in await answer.text()
        async with client.post("/a", data={"code": typed}) as answer:
            assert "SC-2026-0001" in await answer.text()
    assert await owner_of(world) is None


@pytest.mark.parametrize("guess", ["K7QM4XTP", "k7qm", "0000-0000", "%3Cscript%3E", "x" * 300])
async def test_a_wrong_code_tells_nothing(world, minh, lan, guess):
    await called(world, lan)
    async with browser(world) as client:
        status, page = await looked(client, guess)
        assert status == 404
        assert "SC-2026" not in page
        assert "<script" not in page
        assert (await pressed(client, guess))[0] == 404


async def test_guessing_ends_soon_and_not_for_ever(world, minh, lan):
    code = await called(world, lan)
    async with browser(world) as client:
        for _ in range(WRONG_BY_ONE):
            await looked(client, "K7QM4XTP")
        assert (await looked(client, code))[0] == 429
        others = {"X-Forwarded-For": "203.0.113.7"}
        async with client.get(f"/a/{code}", headers=others) as answer:
            assert answer.status == 200
        world.hand.advance(601)
        assert (await looked(client, code))[0] == 200


async def test_the_owner_says_by_link_that_they_are_still_on_it(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.presses("Tôi nhận")
    world.playground.people.block(minh.user, world.bot)
    await world.passes(minutes=31)
    code = code_in(world.gateway.to("0912345678")[-1])
    async with browser(world) as client:
        assert "Tôi vẫn đang xử lý" in (await looked(client, code))[1]
        assert (await pressed(client, code))[0] == 200
    await world.passes(minutes=6)
    assert await owner_of(world) == minh.person_id


async def test_the_letter_holds_link_and_code(world, minh, lan):
    world.playground.people.block(minh.user, world.bot)
    await world.receives(lan)
    await world.settles()
    ((_, body),) = world.mail.to("minh@example.vn")
    code = code_in(body)
    assert f"{PUBLIC}/a/{code}" in body
    assert f"{code[:4]}-{code[4:]}" in body


async def test_without_a_public_address_nothing_promises_a_link(database_url, tmp_path):
    async with an_elsewhere_world(database_url, tmp_path, public_url="") as world:
        minh = await world.member("Minh")
        await world.on_duty(minh)
        await world.is_reached_by(minh, phone="0912345678")
        await world.receives(await world.member("Lan", "citizen"))
        await world.passes(minutes=3)
        (said,) = world.gateway.to("0912345678")
        assert "http" not in said
        assert "mo Telegram" in said
        assert await world.rows(reply_codes) == []
