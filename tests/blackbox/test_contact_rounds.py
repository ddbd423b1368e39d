"""Rounds of the contact check: who is asked, who is asked again, what the leads get."""

import pytest

from bot.domain.contact_round import Detail
from bot.domain.people import Role
from bot.services import contact_check
from storage import people
from storage.campaign_tables import campaign_log
from tests.province import a_province


@pytest.fixture
async def province(database_url):
    """Two agencies and two leads, a month before Tết of 2027."""
    async with a_province(database_url, "2027-01-04 07:00") as found:
        await found.person("Bà Lan", Role.CITIZEN)
        await found.agency("Sở Tài chính")
        await found.agency("UBND xã Hạ Lang")
        await found.starts(contact_check.CHECK)
        yield found


async def does(province, deed, *args):
    async with province.database.begin() as tx:
        return await deed(tx, *args)


async def people_asked(province, text):
    return sorted(said["name"] for said in await province.told(text))


EVERYBODY = ["Tùng", "Vân", "Đầu mối Sở Tài chính", "Đầu mối UBND xã Hạ Lang"]


async def test_two_weeks_before_tet_everybody_is_asked_once(province):
    await province.until("2027-01-18 12:00")
    assert await province.told("contact-ask") == []
    await province.until("2027-01-21 08:16")
    assert await people_asked(province, "contact-ask") == EVERYBODY
    (heading,) = {said["heading"]["holiday"] for said in await province.told("contact-ask")}
    assert "Tết" in heading
    await province.until("2027-02-15 12:00")
    assert await people_asked(province, "contact-ask") == EVERYBODY


@pytest.mark.both_databases
async def test_whoever_is_silent_is_asked_again_and_then_named(province):
    await province.until("2027-01-21 09:00")
    lead, other = await does(province, people.with_roles, (Role.LEAD,))
    finance = province.contacts["Sở Tài chính"]
    await does(province, contact_check.confirm, lead)
    await does(province, contact_check.confirm, other)
    await does(province, contact_check.change, finance, Detail.PHONE, "0912 345 678")
    await province.until("2027-01-25 12:00")  # the working day after three days
    assert await people_asked(province, "contact-ask-again") == ["Đầu mối UBND xã Hạ Lang"]
    await province.until("2027-01-29 12:00")
    (told,) = await province.told("contact-result", lead)
    assert (told["asked"], told["changed"], told["silent"]) == (4, 1, 1)
    (line,) = told["changes"]["lines"]
    assert (line["after"], line["before"]) == ("0912 345 678", {"text": "contact-nothing"})
    assert [one["name"] for one in told["names"]["lines"]] == ["Đầu mối UBND xã Hạ Lang"]


async def test_who_has_just_answered_is_not_asked(province):
    await province.until("2027-01-10 09:00")
    await does(province, contact_check.confirm, province.contacts["Sở Tài chính"])
    await province.until("2027-01-21 09:00")
    assert "Đầu mối Sở Tài chính" not in await people_asked(province, "contact-ask")


async def test_a_correction_is_kept_with_what_was_there_before(province):
    person = province.contacts["Sở Tài chính"]
    await does(province, contact_check.change, person, Detail.EMAIL, "moi@tinh.gov.vn")
    assert (await does(province, people.get, person.id)).email == "moi@tinh.gov.vn"
    (line,) = [row for row in await province.rows(campaign_log) if "changed" in row["event"]]
    assert line["params"] == {"detail": "email", "before": None, "after": "moi@tinh.gov.vn"}


async def test_who_is_not_responsible_any_more_is_told_to_the_leads_and_goes_on(province):
    person = province.contacts["Sở Tài chính"]
    await does(province, contact_check.leave, person)
    told, _ = await province.told("contact-gone")  # both leads
    assert (told["name"], told["agency"]) == ("Đầu mối Sở Tài chính", "Sở Tài chính")
    assert (await does(province, people.get, person.id)).active


async def test_a_program_that_has_just_begun_asks_nobody(province):
    await province.until("2027-01-05 12:00")
    assert [row["event"] for row in await province.rows(campaign_log)] == ["contact-begun"]
