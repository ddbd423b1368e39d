"""A confidential incident: the group reads its code, how bad it is and how it stands, no more."""

from tests.confidential import (  # noqa: F401 fixtures are asked for by name
    ACTION,
    AGENCY,
    CAUSE,
    CODE,
    NEWS,
    NOTE,
    REASON,
    REPORTER,
    SECRETS,
    WHAT,
    leaks,
    opens,
    reporter_there,
)
from tests.members import answer_to, story
from tests.reporters import sends_photo
from tests.world import a_world


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
