from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services import blocking, enrolment
from bot.services import people as services
from storage import forms, outbox, people, tables

START = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)
TEAM = Team(load(None), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None, "trucban_bot")
ADMIN = Person(0, 1, "Quản trị", Role.ADMIN)
LEAD = Person(0, 2, "Lê Tùng", Role.LEAD)
AN = Person(0, 3, "Nguyễn Văn An", Role.RESPONDER, username="an_nguyen")
DUC = Person(0, 4, "Đặng Đức", Role.RESPONDER)
LAN = Person(0, 5, "Lan", Role.CITIZEN)


@pytest.fixture
async def known(database) -> dict[str, Person]:
    """Store the team and a citizen; returns them by name."""
    async with database.begin() as tx:
        return {person.name: await people.add(tx, person) for person in (ADMIN, LEAD, AN, DUC, LAN)}


async def names(database, words, **options):
    async with database.read() as tx:
        return [person.name for person in await people.find(tx, words, **options)]


async def refusal(awaited):
    with pytest.raises(Refused) as refused:
        await awaited
    return refused.value.text_id


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("an", ["Nguyễn Văn An"]),
        ("@An_Nguyen", ["Nguyễn Văn An"]),
        ("3", ["Nguyễn Văn An"]),
        ("van an", ["Nguyễn Văn An"]),
        ("dang duc", ["Đặng Đức"]),
        ("ĐẶNG", ["Đặng Đức"]),
        ("Lan", []),
        ("  ", []),
        ("%", []),
    ],
)
async def test_people_are_found_by_name_handle_or_number(database, known, words, found):
    assert await names(database, words) == found


async def test_an_exact_name_leaves_longer_ones_out(database, known):
    async with database.begin() as tx:
        await people.add(tx, replace(AN, telegram_id=6, name="An", username=None))
    assert await names(database, "an") == ["An"]
    assert await names(database, "a") == ["Nguyễn Văn An", "An"]


async def test_the_inactive_are_found_only_when_asked_for(database, known):
    async with database.begin() as tx:
        await people.change(tx, known["Đặng Đức"].id, active=False)
    assert await names(database, "duc") == []
    assert await names(database, "duc", also_inactive=True) == ["Đặng Đức"]


async def test_any_number_of_accounts_is_looked_up_at_once(database, known):
    async with database.read() as tx:
        found = await people.of_accounts(tx, range(25_000))
    assert sorted(found) == [1, 2, 3, 4, 5]


async def test_an_invitation_is_opened_once_and_decided_once(database, known):
    lead, lan = known["Lê Tùng"], known["Lan"]
    async with database.begin() as tx:
        invite_id = await people.add_invite(
            tx, "token", Role.STAFF, None, (lead.id, START + timedelta(hours=1))
        )
        assert not await people.decide_invite(tx, invite_id, lead.id, approved=True)
        assert await people.open_invite(tx, invite_id, lan.id)
        assert not await people.open_invite(tx, invite_id, lead.id)
        assert await people.decide_invite(tx, invite_id, lead.id, approved=False)
        assert not await people.decide_invite(tx, invite_id, lead.id, approved=True)
        assert await people.decider_of(tx, invite_id) == lead
        found = await people.invite_by_token(tx, "token")
    assert found is not None
    assert (found.opened_by_id, found.approved) == (lan.id, False)


async def test_no_two_links_are_alike_and_each_fits_a_start_payload(database, known):
    async with database.begin() as tx:
        made = [await enrolment.invite(tx, TEAM, known["Quản trị"], Role.LEAD) for _ in range(20)]
    payloads = {one.link.removeprefix("https://t.me/trucban_bot?start=") for one in made}
    assert len(payloads) == 20
    assert all(
        len(payload) <= 64 and payload.replace("-", "_").isidentifier() for payload in payloads
    )


async def test_an_invitation_sets_role_and_agency_and_never_takes_a_higher_role(database, known):
    async with database.begin() as tx:
        agency_id = await tx.add(tables.agencies, code="STTTT", name="Sở", kind="")
        made = await enrolment.invite(tx, TEAM, known["Lê Tùng"], Role.STAFF, "stttt")
        assert made.agency == "Sở"
        token = made.link.partition("inv-")[2]
        await enrolment.open_invite(tx, known["Lan"], token)
        await people.change(tx, known["Lan"].id, role=Role.LEAD)
        await enrolment.decide(tx, known["Quản trị"], 1, approved=True)
        lan = await people.get(tx, known["Lan"].id)
    assert (lan.role, lan.agency_id) == (Role.LEAD, agency_id)


async def test_somebody_switched_off_can_come_back_by_an_invitation(database, known):
    an = known["Nguyễn Văn An"]
    async with database.begin() as tx:
        await people.change(tx, an.id, active=False)
        made = await enrolment.invite(tx, TEAM, known["Lê Tùng"], Role.STAFF)
        token = made.link.partition("inv-")[2]
        await enrolment.open_invite(tx, replace(an, active=False), token)
        await enrolment.decide(tx, known["Lê Tùng"], 1, approved=True)
        back = await people.get(tx, an.id)
    assert (back.role, back.active) == (Role.STAFF, True)


async def test_admins_of_the_settings_are_made_once_and_get_their_rights_back(database, known):
    async with database.begin() as tx:
        await services.ensure_admins(tx, TEAM, [3, 99])
        await people.change(tx, known["Nguyễn Văn An"].id, active=False, role=Role.STAFF)
        await services.ensure_admins(tx, TEAM, [3, 99])
        admins = await people.with_roles(tx, (Role.ADMIN,))
    assert [person.telegram_id for person in admins] == [1, 3, 99]


async def test_a_placeholder_name_gives_way_to_the_real_one_and_no_other_does(database, known):
    async with database.begin() as tx:
        await services.ensure_admins(tx, TEAM, [99])
        newcomer = await people.by_telegram(tx, 99)
        assert newcomer is not None
        await services.introduce(tx, newcomer, "Hoàng")
        await services.introduce(tx, known["Lan"], "Khác")
        assert (await people.get(tx, newcomer.id)).name == "Hoàng"
        assert (await people.get(tx, known["Lan"].id)).name == "Lan"


@pytest.mark.parametrize(
    ("actor", "person", "reason"),
    [
        ("Quản trị", "Quản trị", "refused-oneself"),
        ("Lê Tùng", "Quản trị", "refused-only-admin"),
        ("Lê Tùng", "Lan", "refused-not-of-the-team"),
        ("Nguyễn Văn An", "Đặng Đức", "refused-only-admin"),
    ],
)
async def test_who_may_not_switch_off_is_refused(database, known, actor, person, reason):
    async with database.begin() as tx:
        refused = services.deactivate(tx, TEAM, known[actor], known[person].id)
        assert await refusal(refused) == reason


async def test_a_leaver_gives_up_dialogues_but_not_a_report_of_their_own(database, known):
    an, duc = known["Nguyễn Văn An"], known["Đặng Đức"]
    async with database.begin() as tx:
        await forms.open_form(tx, an.id, "resolve", "cause", 1)
        await forms.open_form(tx, duc.id, "report", "what")
        for leaver in (an, duc):
            await services.deactivate(tx, TEAM, known["Lê Tùng"], leaver.id)
        assert await forms.open_of(tx, an.id) is None
        assert await forms.open_of(tx, duc.id) is not None


async def test_a_departure_lists_the_shifts_ahead_and_not_the_past(database, known):
    an = known["Nguyễn Văn An"]
    async with database.begin() as tx:
        for start in (-2, 0, 3):
            begins = START + timedelta(days=start)
            values = {"start_at": begins, "end_at": begins + timedelta(days=1), "post": "primary"}
            await tx.add(tables.shifts, person_id=an.id, **values)
        departure = await services.deactivate(tx, TEAM, known["Lê Tùng"], an.id)
    assert [shift.start - START for shift in departure.shifts] == [timedelta(), timedelta(days=3)]


async def test_a_role_above_ones_own_is_not_given(database, known):
    an = known["Nguyễn Văn An"].id
    async with database.begin() as tx:
        lead, admin = known["Lê Tùng"], known["Quản trị"]
        for role in (Role.LEAD, Role.ADMIN, Role.CITIZEN):
            refused = services.change_role(tx, TEAM, lead, an, role)
            assert await refusal(refused) == "refused-invite-role"
        await services.change_role(tx, TEAM, admin, an, Role.ADMIN)
        assert (await people.get(tx, an)).role is Role.ADMIN


async def test_a_blocked_person_is_told_once_a_day_even_within_one_transaction(
    database, known, hours
):
    lan = known["Lan"]

    def tell(tx):
        params = {"text": services.BLOCKED_NOTICE}
        outbox.queue(tx, Outgoing("answer", 5, lan.id, params=params))

    async with database.begin() as tx:
        assert await services.blocked_notice_due(tx, lan)
        tell(tx)
        assert not await services.blocked_notice_due(tx, lan)
        assert await services.blocked_notice_due(tx, known["Đặng Đức"])
    for passed, due in ((timedelta(hours=23), False), (timedelta(hours=24), True)):
        hours.now = START + passed
        async with database.begin() as tx:
            assert await services.blocked_notice_due(tx, lan) is due


async def test_blocking_is_never_a_guess(database, known):
    async with database.begin() as tx:
        assert await refusal(blocking.meant(tx, "", 2, None)) == "refused-block-whom"
        assert await refusal(blocking.meant(tx, "SC-2026-9", 2, None)) == "refused-no-such-incident"


async def test_a_language_that_is_not_offered_is_refused(database, known):
    async with database.begin() as tx:
        refused = services.set_language(tx, known["Lan"], "fr")
        assert await refusal(refused) == "refused-unknown-button"
        await services.set_language(tx, known["Lan"], "en")
        assert (await people.get(tx, known["Lan"].id)).language == "en"
