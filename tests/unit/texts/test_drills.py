"""A drill says so wherever somebody reads of it; related incidents name each other."""

import pytest
from msgspec.structs import replace

from bot.domain.improvements import Improvement, ImprovementState
from bot.domain.messages import KINDS, Priority, Subject
from bot.services.facts import Facts
from bot.services.room_facts import RoomFacts
from bot.texts.brief import SMS_LIMIT, Door, brief
from bot.texts.length import plain
from bot.texts.values import voice
from storage.indicators import Twin
from storage.links import Related
from tests.unit.texts.examples import CLOSED, NEW, NIGHT, TAKEN, TEAM, data, rendered

DRILL = replace(NEW, drill=True)
DOOR = Door("https://trucban.cong-an-tinh.example.vn/a", "K7QM4XTP")
PAGES = [kind.name for kind in KINDS.values() if kind.priority is Priority.PAGE]
ABOUT = [name for name in PAGES if KINDS[name].subject is Subject.INCIDENT]
RELATED = (
    Related(3, "SC-2026-0003", "malware", "closed"),
    Related(9, "SC-2026-0009", "phishing", "received", drill=True),
)


@pytest.mark.parametrize("kind", ["incident-card", "incident-page", "incident-details"])
@pytest.mark.parametrize(("language", "word"), [("vi", "DIỄN TẬP"), ("en", "DRILL")])
def test_every_page_of_a_drill_begins_with_it_and_no_other_page_has_it(kind, language, word):
    assert word in plain(rendered(kind, DRILL, language=language).html).splitlines()[0]
    assert word not in plain(rendered(kind, NEW, language=language).html)


def test_a_message_that_only_names_the_code_of_a_drill_says_so_too():
    for drill in (True, False):
        said = rendered("answer", facts=Facts(drill=drill), text="export-ordered", code="SC-2026-1")
        assert ("DIỄN TẬP" in said.html) is drill


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ABOUT)
def test_an_sms_of_a_drill_says_so_and_still_fits(kind, language):
    params = {"text": "toast-below"}
    row = {"id": 7, "kind": kind, "subject_id": 1, "person_id": 1, "params": params}
    reader = voice(TEAM, NIGHT, language)
    text = brief(reader, row, Facts(incident=DRILL), DOOR, "sms").body
    assert ("DIEN TAP" if language == "vi" else "DRILL") in text
    assert len(text) <= SMS_LIMIT
    assert DOOR.link in text


def test_the_card_names_what_it_is_related_to():
    facts = Facts(incident=TAKEN, room=RoomFacts(related=RELATED))
    assert "Liên quan SC-2026-0003, SC-2026-0009" in rendered("incident-card", facts=facts).html


def test_details_say_what_the_related_ones_are_and_how_many_improvements_are_open():
    done = Improvement(1, 7, "x", "x", 1, "Bình", NIGHT.date(), ImprovementState.DONE)
    room = RoomFacts(
        related=RELATED, improvements=(done, replace(done, state=ImprovementState.OPEN))
    )
    text = plain(rendered("incident-details", facts=Facts(incident=CLOSED, room=room)).html)
    assert "SC-2026-0003 (Mã độc" in text
    assert "SC-2026-0009 (DIỄN TẬP · " in text
    assert "Việc cải thiện: 2, đang mở 1" in text


def test_what_may_be_the_same_can_be_merged_related_or_neither():
    facts = Facts(incident=TAKEN, room=RoomFacts(twin=Twin("SC-2026-0009", "words")))
    assert ["merge:7", "relate:7", "apart:7"] in data(rendered("incident-card", facts=facts))
