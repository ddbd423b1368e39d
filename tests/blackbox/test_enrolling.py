"""How people come into the team: an invitation, a link, and somebody who says yes."""

import pytest

from storage.tables import invites, people


async def an_invite(inviter, words="responder"):
    await inviter.says(f"/invite {words}")
    text = inviter.messages[-1].text
    return text.split("?start=")[1].split()[0]


async def person(world, human):
    rows = await world.rows(people)
    return next(row for row in rows if row["telegram_id"] == human.user.id)


async def as_admin(world):
    return await world.member("Sếp", "admin")


async def test_an_invited_person_waits_until_a_lead_approves(world, tung, lan):
    token = await an_invite(tung)
    assert token.startswith("inv-")
    assert len(token) <= 64
    await lan.starts(token)
    lan.sees("Đã ghi nhận yêu cầu")
    tung.sees("Lan", "thành viên Đội ứng cứu", with_button="Duyệt")
    assert (await person(world, lan))["role"] == "citizen"
    await tung.presses("Duyệt")
    tung.sees("Bạn đã duyệt Lan")
    lan.sees("Tùng đã duyệt", "thành viên Đội ứng cứu")
    assert (await person(world, lan))["role"] == "responder"


async def test_the_first_decision_counts_and_the_second_lead_hears_whose_it_was(world, tung, lan):
    boss = await as_admin(world)
    await lan.starts(await an_invite(tung))
    await boss.presses("Từ chối")
    toast = await tung.presses("Duyệt")
    assert "Sếp đã từ chối" in toast.text
    lan.sees("không được Sếp duyệt")
    assert (await person(world, lan))["role"] == "citizen"


async def test_a_refused_link_does_not_work_again(world, tung, lan):
    token = await an_invite(tung)
    await lan.starts(token)
    await tung.presses("Từ chối")
    await lan.starts(token)
    lan.sees("đã được dùng")


async def test_a_link_works_for_one_person_only_and_tells_nothing_about_them(world, tung, lan):
    token = await an_invite(tung)
    await lan.starts(token)
    mai = await world.citizen("Mai")
    await mai.starts(token)
    mai.sees("đã được dùng")
    mai.does_not_see("Lan")
    assert (await world.rows(invites))[0]["opened_by_id"] == (await person(world, lan))["id"]


async def test_opening_the_link_again_while_waiting_does_not_ask_the_leads_twice(world, tung, lan):
    token = await an_invite(tung)
    await lan.starts(token)
    before = len(tung.messages)
    await lan.starts(token)
    lan.sees("Đã ghi nhận yêu cầu")
    assert len(tung.messages) == before


@pytest.mark.parametrize(("hours", "words"), [(71, "Đã ghi nhận"), (73, "đã hết hạn")])
async def test_a_link_lives_for_72_hours(world, tung, lan, hours, words):
    token = await an_invite(tung)
    await world.passes(hours=hours)
    await lan.starts(token)
    lan.sees(words)


async def test_a_wrong_link_is_refused(lan):
    for payload in ("inv-", "inv-x", "inv-" + "A" * 32):
        await lan.starts(payload)
        assert "không đúng" in lan.messages[-1].text


async def test_ones_own_link_and_a_link_of_the_enrolled_stay_unused(world, tung, minh, lan):
    token = await an_invite(tung)
    await tung.starts(token)
    tung.sees("chính bạn tạo")
    await minh.starts(token)
    minh.sees("Bạn đã là thành viên Đội ứng cứu")
    await lan.starts(token)
    lan.sees("Đã ghi nhận yêu cầu")


async def test_staff_can_become_responders_by_a_link(world, tung):
    mai = await world.member("Mai", "staff")
    await mai.starts(await an_invite(tung))
    await tung.presses("Duyệt")
    assert (await person(world, mai))["role"] == "responder"


async def test_a_lead_cannot_invite_leads_but_an_admin_can(world, tung):
    await tung.says("/invite lead")
    tung.sees("không có quyền trao vai trò chỉ huy Đội")
    boss = await as_admin(world)
    await boss.says("/invite lead")
    boss.sees("Liên kết mời: chỉ huy Đội", with_button="Chép liên kết")


async def test_a_lead_hears_of_a_new_lead_but_only_an_admin_decides(world, tung, lan):
    boss = await as_admin(world)
    await lan.starts(await an_invite(boss, "lead"))
    assert not tung.sees("Lan", "chỉ huy Đội").buttons
    await boss.presses("Duyệt")
    assert (await person(world, lan))["role"] == "lead"


async def test_a_responder_cannot_invite_at_all(minh):
    await minh.says("/moi responder")
    minh.sees("chỉ dành cho thành viên được giao quyền")


async def test_an_unknown_agency_or_role_is_said(tung):
    await tung.says("/invite staff KHONGCO")
    tung.sees("mã “KHONGCO”")
    await tung.says("/invite boss")
    tung.sees("Cách dùng")


async def test_a_role_may_be_chosen_by_button(tung):
    await tung.says("/invite")
    await tung.presses("Cán bộ cơ quan")
    tung.sees("Liên kết mời: cán bộ cơ quan")
