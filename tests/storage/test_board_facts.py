"""What boards and the pages of the registers count, on both databases."""

from datetime import timedelta
from typing import Any

import pytest

from storage import accepting, board_facts, register_facts
from storage.campaign_tables import assignments, campaign_log, campaigns
from storage.register import add_all
from storage.tables import agencies, people, systems
from tests.storage.conftest import START

DAY = timedelta(days=1)
STATES = ("done", "assigned", "not_applicable", "done")


@pytest.fixture
async def campaign_id(database):
    """Two departments below the province, two wards; each is as far as STATES says."""
    async with database.begin() as tx:
        named = [("TINH", "Tỉnh", ""), ("A", "Sở A", "sở"), ("B", "Sở B", "sở")]
        named += [("C", "Phường C", "phường"), ("D", "Phường D", "phường")]
        rows = [{"code": code, "name": name, "kind": kind} for code, name, kind in named]
        await add_all(tx, agencies, rows)
        await tx.run(agencies.update().where(agencies.c.id.in_((2, 3))).values(parent_id=1))
        contacts = (("Lan", 2, True), ("Hoa", 2, None), ("Nam", 3, False))
        for account, (name, agency_id, reachable) in enumerate(contacts, start=101):
            known = {"name": name, "agency_id": agency_id, "reachable": reachable, "role": "staff"}
            await tx.add(people, telegram_id=account, **known, language="vi", created_at=tx.now)
        await tx.add(systems, code="S", name="Hệ thống", agency_id=2, level=3)
        dates = {"starts_at": START, "due_at": START - DAY, "created_at": START}
        told = dict.fromkeys(("body", "basis", "evidence", "receiver"), "")
        lists: dict[str, Any] = {"scope": {}, "questions": [], "reminders": {}}
        kept = {"code": "DY-2026-0001", "name": "Đợt 1", "state": "open", "per": "agency"}
        made = await tx.add(campaigns, year=2026, number=1, **kept, **dates, **told, **lists)
        for agency_id, state in enumerate(STATES, start=2):
            await tx.add(
                assignments,
                campaign_id=made,
                agency_id=agency_id,
                state=state,
                due_at=START - DAY,
                assigned_at=START - 9 * DAY,
                answers={},
                late=agency_id == 5,
                done_by_id=1 if state == "done" else None,
            )
        return made


async def test_groups_are_counted_by_kind_and_by_who_is_above(database, campaign_id):
    async with database.read() as tx:
        rows = await board_facts.groups(tx, campaign_id)
    counted = {(row.kind, row.parent): (row.asked, row.done, row.late) for row in rows}
    assert counted == {("sở", "Tỉnh"): (2, 1, 0), ("phường", None): (1, 1, 1)}


async def test_only_what_is_still_to_be_done_is_behind(database, campaign_id):
    async with database.read() as tx:
        assert [row.agency for row in await board_facts.behind(tx, campaign_id, 5)] == ["Sở B"]
        assert await board_facts.open_asks(tx, campaign_id) == 0
        assert await board_facts.agency_names(tx, (3, 2)) == ["Sở A", "Sở B"]


async def test_all_results_are_accepted_at_once_and_what_does_not_apply_waits(
    database, campaign_id
):
    async with database.begin() as tx:
        assert await board_facts.waiting(tx, campaign_id) == 3
        assert await board_facts.next_waiting(tx, campaign_id, 1) == 3
        accepted = await accepting.accept_done(tx, campaign_id, 1)
        assert sorted(row.id for row in accepted) == [1, 4]
        assert await accepting.accept_done(tx, campaign_id, 1) == []
        assert await board_facts.waiting(tx, campaign_id) == 1
        assert await board_facts.next_waiting(tx, campaign_id, 3) is None
        logged = [row.assignment_id for row in await tx.all(campaign_log.select())]
    assert sorted(logged) == [1, 4]


async def test_an_agencys_line_counts_its_people_and_systems(database, campaign_id):
    async with database.read() as tx:
        lines = {row.code: row for row in await register_facts.agency_lines(tx)}
        page = await register_facts.agency(tx, 2)
        contacts = await register_facts.contacts_of(tx, 2)
        kinds = await register_facts.agency_kinds(tx)
    counted = [(lines[code].contacts, lines[code].able, lines[code].systems) for code in "ABC"]
    assert counted == [(2, 1, 1), (1, 0, 0), (0, 0, 0)]
    assert page is not None
    assert page.parent == "Tỉnh"
    assert [row.name for row in contacts] == ["Lan", "Hoa"]
    assert kinds == ["phường", "sở"]
