"""What an SMS and a letter say: whatever the kind and the language, short, plain and complete."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.incident import Status
from bot.domain.kinds import Severity
from bot.domain.messages import KINDS, Priority, Subject
from bot.domain.team import Team
from bot.services.facts import Facts, IncidentFacts
from bot.texts.brief import SMS_LIMIT, Brief, Door, brief, unaccented
from bot.texts.fluent import languages
from bot.texts.values import voice

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
CATALOG = load()
TEAM = Team(CATALOG, ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
DOOR = Door("https://trucban.cong-an-tinh.example.vn/a", "K7QM4XTP")
PAGES = [kind for kind in KINDS.values() if kind.priority is Priority.PAGE]
ABOUT = [kind.name for kind in PAGES if kind.subject is Subject.INCIDENT]
SECRET = "Bà Lan, số 0905111222"


def said(kind, channel, *, language="vi", door=DOOR, about="ransomware") -> Brief:
    incident = None
    if KINDS[kind].subject is Subject.INCIDENT:
        level = Severity.CRITICAL
        incident = IncidentFacts(
            1, "SC-2026-0012", about, level, Status.RECEIVED, SECRET, NOW, place=SECRET
        )
    post = CATALOG.watch.posts[0].code
    row = {
        "id": 7,
        "kind": kind,
        "subject_id": 1,
        "person_id": 1,
        "params": {"text": "toast-below", "post": {"post": post}},
    }
    return brief(voice(TEAM, NOW, language), row, Facts(incident=incident), door, channel)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", [kind.name for kind in PAGES])
def test_every_page_fits_into_one_plain_sms(kind, language):
    text = said(kind, "sms", language=language).body
    assert len(text) <= SMS_LIMIT
    assert text.isascii()
    assert not set(text) & set("[]{}\\^~|`")
    assert "  " not in text
    assert DOOR.link in text
    assert "K7QM-4XTP" in text


@pytest.mark.parametrize("about", [kind.code for kind in CATALOG.kinds] + ["unknown", "gone"])
def test_an_sms_keeps_code_link_and_what_is_asked_whatever_the_kind_is_called(about):
    text = said("incident-page", "sms", about=about).body
    for part in ("KHAN CAP", "SC-2026-0012", "10:00 ICT", "Chua ai nhan", DOOR.link):
        assert part in text
    assert len(text) <= SMS_LIMIT


@pytest.mark.parametrize("kind", ABOUT)
@pytest.mark.parametrize("channel", ["sms", "email", "chat"])
def test_nothing_of_what_was_reported_is_said(kind, channel):
    found = said(kind, channel)
    assert "Lan" not in found.title + found.body
    assert "0905" not in found.title + found.body


def test_without_a_page_to_answer_on_nothing_is_promised():
    for channel in ("sms", "email"):
        text = said("incident-page", channel, door=Door()).body
        assert "http" not in text
        assert "Telegram" in text


def test_a_letter_has_a_title_and_says_how_it_stands():
    found = said("incident-page", "email")
    assert found.title.startswith("TRỰC BAN: KHẨN CẤP SC-2026-0012")
    assert DOOR.link in found.body
    assert "\n\n\n" not in found.body


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đường dây nóng", "Duong day nong"),
        ("mã hoá \u2013 “tống tiền”…", 'ma hoa - "tong tien".'),
        ("🔴 [Khẩn] {x}", "(Khan) (x)"),
        ("a^b~c|d\\e`f", "abcde'f"),
    ],
)
def test_accents_and_signs_outside_the_plain_alphabet_are_left_out(text, plain):
    assert unaccented(text) == plain
