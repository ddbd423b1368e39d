"""Second thoughts: the reporter's word after "solved", and objections to what was concluded."""

import pytest

from tests.members import rejects, solves, solves_again, waiting
from tests.reporters import open_forms, reports, sends_photo

# What a reporter answers to "is it solved for you?"


@pytest.mark.parametrize("words", ["Chưa ổn, vẫn bị đòi tiền", "chưa", "Không", "vẫn chưa được ạ"])
async def test_a_typed_no_under_the_question_opens_it_again(world, minh, lan, words):
    await reports(lan)
    await solves(minh)
    await lan.says(words, reply_to=lan.sees("đã ổn chưa"))
    assert (await world.incident())["status"] == "containing"
    minh.sees("Người báo cho biết", "chưa ổn")
    assert await waiting(world, "wrap-up") == []


@pytest.mark.parametrize("words", ["ổn rồi", "Dạ ổn rồi ạ, cảm ơn", "rồi", "có", "ok"])
async def test_a_typed_yes_under_the_question_closes_it(world, minh, lan, words):
    await reports(lan)
    await solves(minh)
    await lan.says(words, reply_to=lan.sees("đã ổn chưa"))
    assert (await world.incident())["status"] == "closed"
    lan.sees("đã đóng")


@pytest.mark.parametrize(("words", "status"), [("chưa ổn", "containing"), ("ổn rồi", "closed")])
async def test_a_bare_answer_counts_while_one_report_waits_for_it(world, minh, lan, words, status):
    await reports(lan)
    await solves(minh)
    await lan.says(words)
    assert (await world.incident())["status"] == status
    assert await open_forms(world) == []


async def test_other_bare_words_days_later_may_still_belong_to_what_waits(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await solves_again(minh)
    await world.passes(hours=30)
    await lan.says("Máy in lại in ra chữ lạ")
    await lan.presses("Bổ sung cho SC-2026-0001")
    assert await waiting(world, "wrap-up") == []
    assert len([m for m in lan.messages if "đã ổn chưa" in m.text]) == 2


async def test_an_answer_is_heard_in_the_middle_of_another_report(world, minh, lan):
    await reports(lan)
    await solves(minh)
    asked = lan.sees("đã ổn chưa")
    await lan.says("/report")
    await lan.says("chưa ổn", reply_to=asked)
    assert (await world.incident())["status"] == "containing"


async def test_other_words_are_added_and_the_question_is_asked_again(world, minh, lan):
    await reports(lan)
    await solves(minh)
    await lan.says("Máy in thì sao?", reply_to=lan.sees("đã ổn chưa"))
    minh.sees("Máy in thì sao?")
    assert len([m for m in lan.messages if "đã ổn chưa" in m.text]) == 2
    await world.passes(hours=71)
    assert (await world.incident())["status"] == "wrapping_up"
    await lan.presses("Chưa ổn")
    assert (await world.incident())["status"] == "containing"


async def test_what_was_called_off_by_other_words_is_asked_once_more_and_then_closed(
    world, minh, lan
):
    await reports(lan)
    await solves(minh)
    await sends_photo(world, lan, "xem giúp")
    await world.passes(hours=73)
    assert (await world.incident())["status"] == "wrapping_up"
    assert len([m for m in lan.messages if "đã ổn chưa" in m.text]) == 3
    lan.sees("Nếu bạn không trả lời trước")
    await world.passes(hours=73)
    assert (await world.incident())["status"] == "closed"
    assert await waiting(world, "wrap-up") + await waiting(world, "ask-") == []


# Objections


async def test_the_first_objection_pages_and_a_second_one_is_for_the_leads(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    await lan.presses("không đồng ý")
    lan.sees("Đội sẽ xem lại")
    world.group_sees("không đồng ý với kết luận")
    assert (await world.incident())["status"] == "received"
    await minh.presses("Tôi nhận")
    await rejects(minh)
    for _ in range(3):
        await lan.presses("không đồng ý")
    assert (await world.incident())["status"] == "not_incident"
    assert len([m for m in tung.messages if "lại đề nghị" in m.text]) == 1
    lan.sees("chỉ huy Đội")
    await tung.presses("Mở lại")
    assert (await world.incident())["status"] == "received"


async def test_what_ended_a_month_ago_is_reported_anew(world, minh, lan):
    await reports(lan)
    await solves(minh)
    await lan.presses("Đã ổn")
    again = lan.sees("đã đóng", with_button="Sự cố lại xảy ra")
    await world.passes(days=31)
    toast = await lan.presses("Sự cố lại xảy ra", on=again)
    assert "/report" in toast.text
    assert (await world.incident())["status"] == "closed"
