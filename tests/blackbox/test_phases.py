"""From verification to recovery: the owner says where the work stands, and the card shows it."""

from tests.blackbox.test_spine import report


async def test_the_owner_moves_the_work_on_and_the_card_says_so(world, minh, lan):
    await report(lan, kind="Mã hóa")
    await minh.presses("hận")
    await minh.presses("Chi tiết")
    await minh.presses("đang ngăn chặn")
    assert (await world.incident())["status"] == "containing"
    world.group_sees("đang ngăn chặn")


async def test_an_unstable_system_goes_back_to_containing(world, minh, lan):
    await report(lan, kind="Mã hóa")
    await minh.presses("hận")
    for phase in ("đang kiểm tra", "đang ngăn chặn"):
        await minh.says("/incident SC-2026-0001")
        await minh.presses(phase)
    assert (await world.incident())["status"] == "containing"


async def test_an_earlier_phase_is_not_offered_and_its_old_button_is_refused(world, minh, lan):
    await report(lan, kind="Mã hóa")
    await minh.presses("hận")
    await minh.presses("Chi tiết")
    old = minh.sees("Nhật ký", with_button="đang ứng cứu ban đầu")
    await minh.presses("đang kiểm tra")
    toast = await minh.presses("đang ứng cứu ban đầu", on=old)
    assert toast.alert
    assert (await world.incident())["status"] == "checking"
