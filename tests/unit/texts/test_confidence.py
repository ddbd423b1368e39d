"""What every message says of a confidential incident, by who reads it."""

from typing import Any

import pytest
from msgspec.structs import replace

from bot.domain.messages import KINDS, Subject
from bot.services.facts import Entry, Facts
from bot.services.veil import veiled, veiled_room
from bot.texts.brief import Door, brief
from bot.texts.fluent import languages
from bot.texts.values import voice
from tests.property.test_texts import PARAMS
from tests.unit.texts.examples import NEW, NIGHT, ROOM, ROOM_PAGES, SOLVED, TAKEN, TEAM, rendered

OURS = sorted(
    name
    for name, kind in KINDS.items()
    if kind.subject is Subject.INCIDENT and not name.startswith("report-")
)
WORDS = (
    *("rorihoso", "phongmaychu", "sokehoach", "vanbanso", "togiac", "0911", "tusangnay"),
    *("ghichukin", "nguyennhan", "bienphap", "Mã hóa dữ liệu", "Ransomware"),
)
TOLD: dict[str, Any] = {
    "summary": "rorihoso",
    "place": "phongmaychu",
    "agency": "sokehoach",
    "system": "vanbanso",
    "reporter": "togiac",
    "reporter_agency": "togiac",
    "contact": "0911",
    "noticed": "tusangnay",
    "cause": "nguyennhan",
    "action": "bienphap",
    "note": Entry(NIGHT, "note", "An", "ghichukin", {}),
    "timeline": (Entry(NIGHT, "note", "An", "ghichukin", {}),),
    "confidential": True,
}


def words_of(kind: str, facts: Facts, language: str = "vi") -> str:
    params = {name: _bad(value) for name, value in PARAMS.get(kind, {}).items()}
    said = rendered(kind, facts=facts, language=language, person=None, **params)
    return said.html + " ".join(key.label for row in said.keys for key in row)


def _bad(value):
    return "An" if isinstance(value, str) and "<" in value else value


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", OURS)
@pytest.mark.parametrize("state", [NEW, TAKEN, SOLVED], ids=["new", "taken", "solved"])
def test_nobody_reads_what_it_is_about_who_need_not(kind, language, state):
    incident = veiled(replace(state, **TOLD))
    said = words_of(kind, Facts(incident, room=veiled_room(ROOM), veiled=True), language)
    assert [word for word in WORDS if word in said] == []
    assert state.code in said


@pytest.mark.parametrize("kind", ["incident-details", "incident-card", "incident-page"])
def test_who_needs_to_know_reads_it_whole_and_that_it_is_not_for_others(kind):
    room = ROOM if kind in ROOM_PAGES else None
    said = words_of(kind, Facts(replace(NEW, **TOLD), room=room))
    assert "rorihoso" in said
    assert "Giữ kín" in said.splitlines()[0]


@pytest.mark.parametrize("channel", ["sms", "mail"])
def test_other_ways_out_name_the_code_and_not_the_kind(channel):
    incident = veiled(replace(NEW, **TOLD))
    row = {"kind": "incident-page", "params": {}, "person_id": 5, "id": 1}
    said = brief(voice(TEAM, NIGHT, "vi"), row, Facts(incident, veiled=True), Door(), channel)
    text = f"{said.title} {said.body}"
    assert "SC-2026-0012" in text
    assert [word for word in (*WORDS, "Ma hoa du lieu") if word in text] == []
