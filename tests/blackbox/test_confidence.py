"""A confidential incident: the group reads its code, how bad it is and how it stands, no more."""

import pytest

from storage.tables import agencies, systems, timeline
from tests.members import answer_to, solves_again, story
from tests.reporters import forges, sends_photo
from tests.world import a_world

CODE = "SC-2026-0001"
PLACE, AGENCY, SYSTEM, WHAT = "phongmaychu", "sokehoach", "vanbanso", "rorihoso"
NOTICED, CONTACT, REPORTER, LINK = "tusangnay", "0911222333", "Nguyễn Tốgiác", "xauxa.top"
NOTE, CAUSE, ACTION, NEWS, REASON = "ghichukin", "nguyennhan", "bienphap", "dienbien", "lydogoi"
SECRETS = (
    *(PLACE, AGENCY, SYSTEM, WHAT, NOTICED, CONTACT, "Tốgiác", LINK, "xauxa[.]top"),
    *(NOTE, CAUSE, ACTION, NEWS, REASON, "Mã hóa dữ liệu", "tống tiền"),
)


@pytest.fixture
async def reporter(world):
    return await world.member(REPORTER, "staff")


async def opens(world, reporter, **told) -> None:
    """Take in a report with a word of its own in every field."""
    async with world.app.database.begin() as tx:
        agency_id = await tx.add(agencies, code="A1", name=AGENCY)
        system_id = await tx.add(systems, code="S1", name=SYSTEM, agency_id=agency_id, level=4)
    told = {"summary": f"{WHAT} hxxp://{LINK}/a", "place": PLACE, "noticed": NOTICED} | told
    told |= {"contact": CONTACT, "agency_id": agency_id, "system_id": system_id}
    await world.receives(reporter, **told)
    await world.settles()


def leaks(world) -> dict[str, str]:
    """Return what the group can read by now of what must not be there, with where it stands."""
    found: dict[str, str] = {}
    for message in world.in_group():
        words = f"{message.text} {' '.join(button.label for button in message.buttons)}"
        found |= {secret: words for secret in SECRETS if secret in words}
    return found


async def test_what_the_group_has_read_already_is_taken_back_at_once(world, minh, tung, reporter):
    await opens(world, reporter)
    assert {WHAT, AGENCY} <= leaks(world).keys()
    await minh.presses("Tôi nhận")
    await minh.says(f"/note {CODE} {NOTE}")
    await tung.says(f"/baomat {CODE}")
    assert leaks(world) == {}
    card = world.group_sees(CODE, with_button="Chi tiết")
    assert "Sự cố giữ kín" in card.text
    assert "Minh" in card.text
    tung.sees(CODE, "từ nay giữ kín")
    assert (await story(world))[-1] == "confidential"


async def test_nothing_of_a_confidential_incident_reaches_the_group_whatever_is_done(
    world, minh, ha, tung, reporter
):
    await opens(world, reporter)
    await tung.says(f"/baomat {CODE}")
    await minh.presses("Tôi nhận")
    await sends_photo(world, reporter, NEWS)
    for words in (
        f"/note {CODE} {NOTE}",
        f"/sitrep {CODE} {NEWS}",
        f"/page Hà {CODE} {REASON}",
        f"/rollcall {CODE}",
        f"/ask {CODE} {NOTE}",
    ):
        await minh.says(words)
    for words in (
        f"/playbook {CODE}",
        f"/deadlines {CODE}",
        f"/roles {CODE}",
        f"/incident {CODE}",
        "/incidents",
        "/log",
        f"/playbook {CODE} bỏ qua 2 {REASON}",
    ):
        await tung.says_in_group(words)
    for label in ("Phương án", "Thời hạn", "vai trò", "Điểm danh", "Chi tiết"):
        await tung.presses(label, on=world.group_sees(CODE, with_button=label))
    tung.sees("Phương án", CODE)
    await world.passes(minutes=45)
    await minh.says(f"/ack {CODE}")
    await minh.says(f"/resolve {CODE}")
    for words in (CAUSE, ACTION, "1", "tự xử lý", "gửi"):
        await minh.says(words)
    await reporter.presses("Chưa")
    assert leaks(world) == {}
    assert CODE in world.group_sees(CODE).text


async def test_only_who_needs_to_know_reads_it(world, minh, tung, reporter):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await tung.says(f"/incident {CODE}")
    await tung.presses("Giữ kín", on=tung.sees(CODE, with_button="Giữ kín"))
    assert WHAT in await answer_to(minh, f"/incident {CODE}")
    assert WHAT in await answer_to(tung, f"/incident {CODE}")
    for words in ("incident", "evidence", "indicators", "why", "playbook", "deadlines", "serious"):
        assert "cần biết" in await answer_to(lan, f"/{words} {CODE}")
    for words in (f"/search {WHAT[:5]}", f"/search {CODE}", "/incidents"):
        said = await answer_to(lan, words)
        assert not [secret for secret in SECRETS if secret in said]
    assert WHAT in await answer_to(tung, f"/search {WHAT}")
    assert AGENCY in await answer_to(minh, "/incidents")
    toast = await lan.presses("Chi tiết", on=world.group_sees(CODE, with_button="Chi tiết"))
    assert "cần biết" in toast.text
    for words in (f"/ack {CODE}", f"/baomat {CODE} thôi"):
        before = await world.rows(timeline)
        await lan.says(words)
        assert await world.rows(timeline) == before
    await minh.says(f"/page Lan {CODE} {REASON}")
    assert WHAT in lan.sees(CODE, REASON).text
    assert WHAT in await answer_to(lan, f"/incident {CODE}")


async def test_who_was_called_reads_it_until_somebody_else_has_it(world, minh, ha, tung, reporter):
    await world.receives(reporter, summary=WHAT)
    await world.settles()
    await tung.says(f"/confidential {CODE}")
    await world.passes(minutes=6)
    page = ha.sees(CODE, with_button="Tôi nhận")
    assert WHAT in page.text
    assert "Giữ kín" in page.text
    assert WHAT in await answer_to(ha, f"/incident {CODE}")
    await minh.presses("Tôi nhận")
    assert not [m.text for m in ha.messages if WHAT in m.text and "Nhật ký" not in m.text][1:]
    assert "cần biết" in await answer_to(ha, f"/incident {CODE}")


async def test_who_is_called_with_the_whole_team_reads_it_by_taking_it(world, minh, tung, reporter):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await tung.says(f"/baomat {CODE}")
    await world.passes(minutes=20)
    assert "Nhận" in (await lan.presses("Chi tiết", on=world.group_sees(CODE))).text
    for words in (f"/incident {CODE}", f"/evidence {CODE}"):
        assert "bấm “Nhận”" in await answer_to(lan, words)
    for words in (f"/search {WHAT[:5]}", "/incidents"):
        said = await answer_to(lan, words)
        assert not [secret for secret in SECRETS if secret in said]
    await lan.presses("Nhận", on=world.group_sees(CODE, with_button="Nhận"))
    assert WHAT in await answer_to(lan, f"/incident {CODE}")
    assert leaks(world) == {}


async def test_how_urgent_it_is_is_decided_by_who_knows_it(world, minh, tung, reporter):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await minh.says(f"/baomat {CODE}")
    assert "cần biết" in await answer_to(lan, f"/severity {CODE} thấp")
    assert "cần biết" in (await forges(world, lan, "severity:1:low")).text
    assert (await world.incident())["severity"] == "critical"
    assert "Cao" in await answer_to(minh, f"/severity {CODE} cao")


async def test_a_lead_lets_the_team_see_it_again_and_both_are_lines(world, minh, tung, reporter):
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await minh.says(f"/baomat {CODE}")
    assert "đã ở chế độ giữ kín" in await answer_to(minh, f"/baomat {CODE}")
    assert "chỉ dành cho" in await answer_to(minh, f"/baomat {CODE} thôi")
    assert "Viết" in await answer_to(minh, f"/baomat {CODE} có thể")
    await tung.says(f"/incident {CODE}")
    await tung.presses("Thôi giữ kín")
    assert leaks(world) == {}
    await tung.presses("Cho cả Đội xem")
    assert WHAT in world.group_sees(CODE, with_button="Phương án").text
    assert "không ở chế độ" in await answer_to(tung, f"/baomat {CODE} off")
    found = [each for each in await story(world) if each.startswith("confiden")]
    assert found == ["confidential", "confidence-lifted"]


async def test_words_behind_a_command_in_the_group_are_told_apart_from_what_it_gets(
    world, minh, tung, reporter
):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await minh.says(f"/baomat {CODE}")
    assert "Nhóm chỉ biết là có báo cáo" in await answer_to(minh, f"/sitrep {CODE} {NEWS}")
    assert "Nhóm chỉ biết là có báo cáo" in await answer_to(minh, f"/sitrep {CODE} {NEWS} hai")
    minh.does_not_see("gõ lệnh này trong tin nhắn riêng")
    for words in (f"/sitrep {CODE} tin", f"/ask {CODE} máy nào?", f"/page Lan {CODE} xem giúp"):
        before = len(world.in_group())
        await minh.says_in_group(words)
        (warned,) = [m for m in world.in_group()[before:] if "xóa tin vừa rồi" in (m.text or "")]
        assert CODE in warned.text
    lan.sees("xem giúp")
    assert leaks(world) == {}


async def test_whoever_calls_the_whole_team_hears_first_that_all_will_read_it(
    world, minh, tung, reporter
):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await minh.says(f"/baomat {CODE}")
    await minh.says(f"/page group {CODE} {REASON}")
    asked = minh.sees("Ai được gọi đều đọc được nội dung")
    assert "cần biết" in await answer_to(lan, f"/incident {CODE}")
    await minh.presses("Gọi cả", on=asked)
    assert WHAT in await answer_to(lan, f"/incident {CODE}")
    assert leaks(world) == {}


async def test_a_word_about_it_in_the_group_is_kept_and_its_author_warned(
    world, minh, tung, reporter
):
    await world.receives(reporter)
    await world.settles()
    await tung.says(f"/baomat {CODE}")
    card = world.group_sees(CODE, with_button="Chi tiết")
    await minh.says_in_group("máy chủ đã tắt", reply_to=card)
    world.group_sees("xóa tin vừa rồi khỏi nhóm")
    assert "note" in await story(world)


async def test_what_the_catalog_says_is_kept_from_the_group_from_the_beginning_on(
    world, minh, tung, reporter
):
    kept = world.app.team.catalog
    kinds = [
        each.model_copy(update={"confidential": each.code == "ransomware"}) for each in kept.kinds
    ]
    world.app.team.catalog = kept.model_copy(update={"kinds": tuple(kinds)})
    await opens(world, reporter)
    assert leaks(world) == {}
    assert WHAT in minh.sees(CODE, with_button="Tôi nhận").text
    tung.sees(CODE, "danh mục quy định giữ kín")
    await tung.presses("Thôi giữ kín")
    await tung.presses("Cho cả Đội xem")
    assert WHAT in world.group_sees(CODE, with_button="Phương án").text


async def test_what_is_taken_out_is_marked_for_its_receiver_only(world, minh, tung, reporter):
    await opens(world, reporter)
    await tung.says(f"/baomat {CODE}")
    await tung.says(f"/xuat {CODE}")
    sent = tung.sees("TLP:RED", CODE, "không chuyển tiếp")
    assert sent.content["document"]["file_name"] == f"{CODE}-TLP-RED.zip"


async def test_what_is_read_of_it_in_private_says_that_it_is_kept(world, minh, tung, reporter):
    await opens(world, reporter)
    await tung.says(f"/baomat {CODE}")
    await minh.presses("Tôi nhận")
    await sends_photo(world, reporter, NEWS)
    mark = "Giữ kín: không chuyển tiếp"
    for words in ("/evidence", "/indicators"):
        assert mark in await answer_to(minh, f"{words} {CODE}")
    await solves_again(minh)
    await reporter.presses("Đã")
    minh.sees(mark, "Dự thảo rút kinh nghiệm")
    assert [m for m in minh.messages if "document" in m.content and mark in m.content["caption"]]
    await tung.says(f"/baomat {CODE} thôi")
    assert mark not in await answer_to(minh, f"/evidence {CODE}")


async def test_a_topic_is_named_by_the_code_alone(database_url, tmp_path):
    async with a_world(database_url, tmp_path, forum=True) as world:
        world.playground.people.promote(world.group, world.bot)
        tung, reporter = await world.member("Tùng", "lead"), await world.member(REPORTER, "staff")
        await opens(world, reporter)
        await tung.says(f"/baomat {CODE}")
        topics = [topic.name for topic in world.group.topics.values()]
        assert [name for name in topics if CODE in name]
        assert [name for name in topics for secret in SECRETS if secret in name] == []
        assert leaks(world) == {}


async def test_a_topic_that_is_deleted_for_its_first_name_comes_back_with_the_code_alone(
    database_url, tmp_path
):
    """What the operators' pages advise: Telegram's own line about the beginning goes with it."""
    async with a_world(database_url, tmp_path, forum=True) as world:
        world.playground.people.promote(world.group, world.bot)
        tung, reporter = await world.member("Tùng", "lead"), await world.member(REPORTER, "staff")
        await opens(world, reporter)
        (topic,) = world.group.topics.values()
        assert "Mã hóa dữ liệu" in topic.name
        await tung.says(f"/baomat {CODE}")
        world.playground.people.delete_topic(world.group, topic)
        await tung.says(f"/note {CODE} đã xóa chủ đề cũ")
        (again,) = world.group.topics.values()
        assert (again.id != topic.id, CODE in again.name) == (True, True)
        assert [secret for secret in SECRETS if secret in again.name] == []
        card = [m for m in world.in_group() if m.thread_id == again.id and CODE in (m.text or "")]
        assert card
        assert leaks(world) == {}


async def test_who_talks_of_it_in_its_topic_is_warned_once(database_url, tmp_path):
    async with a_world(database_url, tmp_path, forum=True) as world:
        world.playground.people.promote(world.group, world.bot)
        tung, lan = await world.member("Tùng", "lead"), await world.member("Lan")
        await opens(world, await world.member(REPORTER, "staff"))
        (topic,) = world.group.topics.values()
        await lan.says_in_group("máy chủ đã tắt", thread=topic.id)
        await tung.says_in_group("/baomat", thread=topic.id)
        for human, words in ((lan, "có gì mới?"), (tung, "đang xem"), (lan, "tôi đến"), (lan, "ừ")):
            await human.says_in_group(words, thread=topic.id)
        warned = [m.text for m in world.in_group() if "xóa tin vừa rồi" in (m.text or "")]
        assert len(warned) == 2
        assert (await story(world)).count("note") == 5


async def test_only_who_needs_to_know_says_what_it_belongs_to(world, minh, tung, reporter):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await tung.says(f"/confidential {CODE}")
    await world.receives(reporter, "phishing", summary="thư giả")
    await world.settles()
    before = await world.rows(timeline)
    assert "cần biết" in await answer_to(lan, f"/link {CODE} SC-2026-0002")
    assert "cần biết" in await answer_to(lan, f"/unlink SC-2026-0002 {CODE}")
    assert "cần biết" in (await forges(world, lan, "unrelate:2:1")).text
    assert await world.rows(timeline) == before
    assert "nay liên quan" in await answer_to(tung, f"/link {CODE} SC-2026-0002")


async def test_what_looks_like_it_is_said_to_who_may_know_and_to_nobody_else(
    world, minh, tung, reporter
):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await tung.says(f"/confidential {CODE}")
    await world.receives(reporter, "phishing", summary=f"thư giả {LINK}/a")
    await world.settles()
    assert leaks(world).keys() <= {LINK.replace(".", "[.]")}, "of the new one all may read"
    group = [each.text for each in world.in_group()]
    assert not [text for text in group if "SC-2026-0002" in text and CODE in text]
    lan.does_not_see("có thể liên quan")
    reporter.does_not_see("có thể liên quan")
    for human in (minh, tung):
        human.sees("SC-2026-0002", f"sự cố giữ kín {CODE}: cùng dấu hiệu", with_button="Không")
    before = await world.rows(timeline)
    assert "cần biết" in (await forges(world, lan, "tie:2:1:yes")).text
    assert "cần biết" in (await forges(world, lan, "tie:2:1:no")).text
    assert "không liên quan" in (await minh.presses("Không", on=minh.sees("cùng dấu hiệu"))).text
    assert await world.rows(timeline) == before
    assert "liên quan" in (await tung.presses("Liên quan", on=tung.sees("cùng dấu hiệu"))).text
    late = await minh.presses("Liên quan", on=minh.sees("cùng dấu hiệu"))
    assert "đã được ghi là liên quan rồi" in late.text
    assert (await story(world, 2)).count("linked") == 1


async def test_only_who_needs_to_know_ticks_its_steps(world, minh, tung, reporter):
    lan = await world.member("Lan")
    await opens(world, reporter)
    await minh.presses("Tôi nhận")
    await tung.says(f"/confidential {CODE}")
    card = world.group_sees(CODE, with_button="Chi tiết")
    before = await world.rows(timeline)
    assert "cần biết" in (await forges(world, lan, "step:1:1")).text
    await lan.says_in_group("xong 2", reply_to=card)
    assert await world.rows(timeline) == before
    await minh.says_in_group("xong 1", reply_to=card)
    assert len(await world.rows(timeline)) == len(before) + 1
