"""Papers through Telegram: uploaded once, sent again by name, pinned where that is allowed."""

from datetime import timedelta

import pytest

from bot.domain.messages import Op, Outgoing
from bot.services.messages import queue
from storage import papers
from storage.tables import outbox
from storage.watch_tables import papers as kept

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + (640).to_bytes(4) + (480).to_bytes(4) + b"picture"


async def a_paper(world, media="document", name="lich-truc.docx", content=b"PK the document"):
    async with world.app.database.begin() as tx:
        return await papers.add(tx, name, content, media)


async def sends(world, paper_id, to, *, settles=True, **more):
    async with world.app.database.begin() as tx:
        said = {"text": "shifts-file", "paper": paper_id, **more}
        queue(tx, Outgoing("paper", to, params=said))
    if settles:
        await world.settles()


async def states(world, op=Op.SEND):
    return [
        (r["state"], r["reason"])
        for r in await world.rows(outbox)
        if r["op"] == op and r["kind"] in ("paper", "pin")
    ]


def content_of(world, message):
    media = "document" if "document" in message.content else "photo"
    held = message.content[media]
    file = held if media == "document" else held[-1]
    return media, world.playground.files.get(file["file_id"]).content


@pytest.mark.parametrize(
    ("media", "name", "content"),
    [("photo", "lich.png", PNG), ("document", "lich-truc.docx", b"PK the document")],
)
@pytest.mark.both_databases
async def test_a_paper_is_uploaded_with_its_name_and_words(world, minh, media, name, content):
    await sends(world, await a_paper(world, media, name, content), minh.user.id)
    message = minh.sees("Các ca trực của bạn")
    assert content_of(world, message) == (media, content)
    if media == "document":
        assert message.content["document"]["file_name"] == name
    else:
        assert message.content["photo"][-1]["width"] == 640


async def test_the_second_reader_is_sent_telegrams_own_copy(world, minh, ha):
    paper_id = await a_paper(world)
    await sends(world, paper_id, minh.user.id)
    (row,) = await world.rows(kept)
    await sends(world, paper_id, ha.user.id)
    first, second = (human.sees("Các ca trực của bạn") for human in (minh, ha))
    ids = {message.content["document"]["file_id"] for message in (first, second)}
    assert ids == {row["file_id"]}


async def test_a_copy_that_telegram_no_longer_knows_is_uploaded_anew(world, minh):
    paper_id = await a_paper(world)
    async with world.app.database.begin() as tx:
        await papers.uploaded(tx, paper_id, "a-name-of-another-token")
    await sends(world, paper_id, minh.user.id)
    assert content_of(world, minh.sees("Các ca trực của bạn"))[1] == b"PK the document"
    assert await states(world) == [("sent", None)]
    (row,) = await world.rows(kept)
    assert row["file_id"] not in (None, "a-name-of-another-token")


async def test_a_file_telegram_will_not_have_is_given_up_at_once(world, minh):
    refusal = "Bad Request: wrong file identifier/HTTP URL specified"
    world.playground.fail("sendDocument", status=400, description=refusal, times=None)
    await sends(world, await a_paper(world), minh.user.id)
    assert await states(world) == [("dead", "file gone")]


async def test_a_paper_that_is_gone_is_overtaken_and_stops_nobody(world, minh):
    paper_id = await a_paper(world)
    async with world.app.database.begin() as tx:
        await papers.forget(tx, tx.now + timedelta(seconds=1))
    await sends(world, paper_id, minh.user.id)
    assert await states(world) == [("overtaken", "paper gone")]
    await minh.says("/help")
    minh.sees("/shifts")


async def test_papers_are_forgotten_after_a_week_and_not_before(world):
    await a_paper(world)
    await world.passes(days=6)
    assert len(await world.rows(kept)) == 1
    await world.passes(days=2)
    assert await world.rows(kept) == []


async def test_a_lost_reply_uploads_once_more_rather_than_not_at_all(world, minh):
    world.playground.fail("sendDocument", drop="after")
    await sends(world, await a_paper(world), minh.user.id, settles=False)
    for _ in range(12):
        await world.breathes()
        world.hand.advance(5)
    found = [m for m in minh.messages if "Các ca trực của bạn" in m.text]
    assert [content_of(world, message)[1] for message in found] == [b"PK the document"] * 2
    assert [state for state, _ in await states(world)] == ["sent"]


async def test_in_the_group_it_is_pinned_without_a_sound(world):
    await sends(world, await a_paper(world), world.group.id, pin=True)
    message = world.group_sees("Các ca trực của bạn")
    assert world.group.pinned == [message.id]
    assert await states(world, Op.PIN) == [("sent", None)]


async def test_without_the_right_to_pin_the_message_stays_and_nobody_is_alarmed(world, tung):
    everything = world.group.members[world.bot.id].rights
    world.playground.people.promote(
        world.group, world.bot, rights=everything - {"can_pin_messages"}
    )
    await sends(world, await a_paper(world), world.group.id, pin=True)
    world.group_sees("Các ca trực của bạn")
    assert world.group.pinned == []
    assert await states(world, Op.PIN) == [("dead", "no rights in the group")]
    await world.passes(hours=1)
    assert await states(world, Op.PIN) == [("dead", "no rights in the group")]
    tung.does_not_see("không còn nhận được tin")


async def test_what_was_deleted_before_it_could_be_pinned_is_left_alone(world):
    world.playground.fail("pinChatMessage", retry_after=5)
    await sends(world, await a_paper(world), world.group.id, pin=True, settles=False)
    await world.breathes()
    world.playground.people.delete(world.admin, world.group_sees("Các ca trực của bạn"))
    world.hand.advance(10)
    await world.settles()
    ((state, _),) = await states(world, Op.PIN)
    assert state == "dead"
