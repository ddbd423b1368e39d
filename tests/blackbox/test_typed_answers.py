"""Whatever a member's button does can be typed, as a reply or right after the question."""

import unicodedata
from datetime import timedelta

import pytest

from storage.tables import agencies, due_rows, forms, incidents, ladders, systems, timeline

FIRST, SECOND = "SC-2026-0001", "SC-2026-0002"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def called(world, minh, lan):
    """Minh is called to the first incident."""
    await world.receives(lan)
    await world.settles()
    return minh


@pytest.fixture
async def owner(called):
    """Minh has taken it."""
    await called.presses("hận")
    return called


async def owner_of(world, incident_id=1):
    return (await world.incident(incident_id))["owner_id"]


async def kinds(world, incident_id=1):
    return [r["kind"] for r in await world.rows(timeline) if r["incident_id"] == incident_id]


async def declined(world):
    return [row["declined"] for row in await world.rows(ladders) if row["live"]]


async def asked_at(world):
    (row,) = [r for r in await world.rows(due_rows) if (r["kind"], r["state"]) == STILL_WAITING]
    return row["due_at"]


STILL_WAITING = ("still", "waiting")


# Called


@pytest.mark.parametrize("how", ["reply", "bare"])
@pytest.mark.parametrize(
    "words", ["Nhận ạ", "vâng tôi nhận nhé", unicodedata.normalize("NFD", "nhận"), "I'll take it"]
)
async def test_whoever_says_so_politely_has_taken_it(world, called, words, how):
    page = called.sees(FIRST, with_button="hận")
    await called.says(words, reply_to=page if how == "reply" else None)
    assert await owner_of(world) == called.person_id
    assert "note" not in await kinds(world)


@pytest.mark.parametrize("how", ["reply", "bare"])
@pytest.mark.parametrize("words", ["Không thể", "bận ạ", "2", "can't"])
async def test_whoever_cannot_says_so_and_the_next_is_called(world, called, ha, words, how):
    page = called.sees(FIRST, with_button="hận")
    await called.says(words, reply_to=page if how == "reply" else None)
    ha.sees(FIRST, with_button="hận")
    called.sees(FIRST, "Đang gọi người khác")
    assert await declined(world) == [[called.person_id]]


async def test_escalating_is_typed_too(world, called, ha):
    await called.says("chuyển cấp trên")
    ha.sees(FIRST, with_button="hận")


@pytest.mark.parametrize(("words", "taken"), [("nhận", True), ("không thể", False)])
async def test_a_page_newer_than_the_forms_question_is_answered_first(
    world, minh, ha, lan, words, taken
):
    await minh.says("/report")
    await world.receives(lan)
    await world.settles()
    await minh.says(words)
    assert await owner_of(world) == (minh.person_id if taken else None)
    assert await declined(world) == ([] if taken else [[minh.person_id]])
    (form,) = await world.rows(forms)
    assert form["state"] == "open"


async def test_a_question_newer_than_the_page_is_answered_first(world, called):
    await called.says("/report")
    await called.says("nhận")
    assert await owner_of(world) is None
    called.sees("Hãy bấm một nút")


async def test_after_the_page_is_answered_the_form_hears_numbers_again(world, minh, ha, lan):
    await minh.says("/report")
    await world.receives(lan)
    await world.settles()
    await minh.says("không thể")
    (before,) = await world.rows(forms)
    await minh.says("2")
    (after,) = await world.rows(forms)
    assert after["question"] != before["question"]
    assert await declined(world) == [[minh.person_id]]


async def test_a_note_by_somebody_called_says_that_nobody_has_taken_it(world, called, tung):
    await called.says("tôi đang mở máy xem", reply_to=called.sees(FIRST))
    called.sees("Chưa ai nhận sự cố này", "nhận")
    await tung.says(f"/note {FIRST} đã gọi Minh")
    assert "Chưa ai nhận" not in tung.sees("Đã ghi vào nhật ký").text
    await called.presses("hận")
    await called.says("đang xem", reply_to=called.sees(FIRST))
    assert "Chưa ai nhận" not in called.messages[-1].text


# Working


@pytest.mark.parametrize("how", ["reply", "bare"])
@pytest.mark.parametrize(
    ("words", "minutes"), [("15 phút", 15), ("1 giờ", 60), ("2h", 120), ("2", 60), ("30p ạ", 30)]
)
async def test_an_estimate_is_typed(world, owner, words, minutes, how):
    question = owner.sees("Bao lâu nữa")
    await owner.says(words, reply_to=question if how == "reply" else None)
    owner.sees(FIRST, "sẽ hỏi lại lúc")
    left = await asked_at(world) - world.clock.now()
    assert timedelta(minutes=minutes - 1) < left <= timedelta(minutes=minutes)


async def test_today_is_typed_too(world, owner):
    await owner.says("trong ngày")
    assert (await world.incident())["promised_at"] is not None


@pytest.mark.parametrize(
    ("words", "how"),
    [("ok", "reply"), ("1", "bare"), ("còn", "bare"), ("vẫn đang làm", "bare"), ("still", "bare")],
)
async def test_still_on_it_is_typed(world, owner, ha, words, how):
    await world.passes(minutes=30, seconds=5)
    question = owner.sees("còn đang xử lý")
    await owner.says(words, reply_to=question if how == "reply" else None)
    owner.sees(FIRST, "vẫn đang xử lý")
    await world.passes(minutes=10)
    assert await owner_of(world) == owner.person_id


async def test_still_is_heard_though_another_page_came_since(world, owner, lan):
    await world.passes(minutes=30, seconds=5)
    await world.receives(lan)
    await world.settles()
    await owner.says("vẫn đang làm")
    await world.passes(minutes=10)
    assert await owner_of(world) == owner.person_id
    assert await owner_of(world, 2) is None


async def test_taking_again_what_is_theirs_is_a_sign_of_life(world, owner):
    await world.passes(minutes=30, seconds=5)
    await owner.says(f"/ack {FIRST}")
    await world.passes(minutes=10)
    assert await owner_of(world) == owner.person_id


async def test_giving_back_is_typed(world, owner, ha):
    await owner.says("trả lại", reply_to=owner.sees("Bao lâu nữa"))
    assert await owner_of(world) is None
    owner.sees(FIRST, "Đã trả lại")


async def test_a_phase_is_typed(world, owner):
    await owner.says("chuyển sang ngăn chặn", reply_to=owner.sees(FIRST, with_button="Xử lý"))
    assert (await world.incident())["status"] == "containing"
    owner.sees(FIRST, "đang ngăn chặn")


async def test_who_was_too_late_takes_it_again_by_saying_that_they_are_on_it(world, owner):
    await world.passes(minutes=37)
    assert await owner_of(world) is None
    await owner.says("vẫn đang làm", reply_to=owner.sees("còn đang xử lý"))
    assert await owner_of(world) == owner.person_id


async def test_asking_for_help_and_each_step_of_the_form_are_signs_of_life(world, owner):
    await world.passes(minutes=25)
    await owner.says("xin hỗ trợ", reply_to=owner.sees(FIRST, with_button="Xử lý"))
    await world.passes(minutes=25)
    await owner.says("/resolve")
    for words in ("lộ mật khẩu", "đổi mật khẩu"):
        await world.passes(minutes=25)
        await owner.says(words)
    await world.passes(minutes=25)
    owner.does_not_see("còn đang xử lý")
    await world.passes(minutes=10)
    owner.sees("còn đang xử lý")


async def test_the_same_words_work_under_the_card_in_the_group(world, called, ha):
    card = world.group_sees(FIRST, with_button="Chi tiết")
    await called.says_in_group("em nhận ạ", reply_to=card)
    assert await owner_of(world) == called.person_id
    await called.says_in_group("1 giờ nữa", reply_to=card)
    world.group_sees(FIRST, "sẽ hỏi lại lúc")
    await called.says_in_group("trả lại", reply_to=card)
    assert await owner_of(world) is None


async def test_nobody_else_can_answer_for_the_owner(world, owner, ha):
    card = world.group_sees(FIRST, with_button="Chi tiết")
    for words in ("15 phút", "trả lại", "chuyển sang ngăn chặn"):
        await ha.says_in_group(words, reply_to=card)
    found = await world.incident()
    assert (found["owner_id"], found["promised_at"]) == (owner.person_id, None)
    assert (await kinds(world)).count("note") == 3


async def test_a_reporters_word_takes_nothing(world, called, lan):
    await lan.says("nhận")
    assert await owner_of(world) is None


async def test_a_member_who_is_asked_as_a_reporter_answers_as_one(world, called, ha):
    await world.receives(called)
    await world.settles()
    await ha.says(f"/ack {SECOND}")
    await ha.says(f"/resolve {SECOND}")
    for words in ("cáp đứt", "đã nối lại", "1", "tự xử lý", "gửi"):
        await ha.says(words)
    called.sees("đã ổn chưa")
    await called.says("ok")
    assert await owner_of(world) is None
    assert (await world.incident(2))["status"] == "closed"


# Which incident


@pytest.mark.parametrize("words", ["/assign Hà", "/severity low", "/resolve", "/reject"])
async def test_what_decides_is_not_guessed_while_several_are_open(world, minh, ha, lan, words):
    lead = await world.member("Tùng", "lead")
    await world.on_duty(lead)
    await world.receives(lan, times=2)
    await world.settles()
    before = await world.rows(timeline)
    await lead.says(words)
    lead.sees("sự cố nào")
    assert await world.rows(timeline) == before


async def test_the_only_one_that_is_open_is_meant_and_named(world, minh, tung, lan):
    await world.receives(lan)
    await world.settles()
    await tung.says("/assign Minh")
    tung.sees("Đã giao", FIRST, "Minh")
    assert await owner_of(world) == minh.person_id


async def test_a_responder_changes_the_severity(world, called):
    await called.says(f"/severity {FIRST} low")
    assert (await world.incident())["severity"] == "low"


async def test_the_list_says_where_by_agency_or_system(world, minh, lan):
    async with world.app.database.begin() as tx:
        agency = await tx.add(agencies, code="STC", name="Sở Tài chính", kind="")
        system = await tx.add(systems, code="CDV", name="Cổng dịch vụ", agency_id=agency, level=3)
    for column in ({"agency_id": agency}, {"system_id": system}):
        found = await world.receives(lan)
        async with world.app.database.begin() as tx:
            await tx.run(incidents.update().where(incidents.c.id == found["id"]).values(**column))
    await world.settles()
    await minh.says("/incidents")
    listed = minh.sees("sự cố đang mở").text
    assert "Sở Tài chính" in listed
    assert "Cổng dịch vụ" in listed
