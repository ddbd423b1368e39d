"""A confidential incident: who needs to know reads it, and who talks of it is warned."""

from storage.tables import timeline
from tests.confidential import (  # noqa: F401 fixtures are asked for by name
    AGENCY,
    CODE,
    LINK,
    NEWS,
    REASON,
    REPORTER,
    SECRETS,
    WHAT,
    leaks,
    opens,
    reporter_there,
)
from tests.members import answer_to, solves_again, story
from tests.reporters import forges, sends_photo
from tests.world import a_world


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
