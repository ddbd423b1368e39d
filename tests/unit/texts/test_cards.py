import pytest
from msgspec.structs import replace

from bot.domain.escalation import Target
from bot.services.facts import Facts
from bot.texts.length import plain
from tests.unit.texts.examples import (
    AGAIN,
    CALLING,
    CARD_KEYS,
    CLOSED,
    DUPLICATE,
    FRAUD,
    HARMLESS,
    MINUTE,
    NEW,
    NIGHT,
    NOTE,
    PROMISED,
    REFERRED,
    SOLVED,
    TAKEN,
    data,
    rendered,
)

ENDINGS = [
    (CLOSED, "✅ Đã đóng lúc 02:04 ICT · Lê Văn Bình."),
    (replace(CLOSED, ended_by=None), "✅ Đã đóng lúc 02:04 ICT."),
    (DUPLICATE, "✖ Trùng với SC-2026-0009, kết thúc lúc 02:04 ICT · Lê Văn Bình."),
    (HARMLESS, "✖ Không phải sự cố, kết thúc lúc 02:04 ICT · Lê Văn Bình."),
    (REFERRED, "➡️ Đã chuyển cơ quan khác lúc 02:04 ICT · Lê Văn Bình."),
]


@pytest.mark.parametrize(("incident", "end"), ENDINGS)
def test_copies_of_an_ended_incident_say_how_it_ended(incident, end):
    page, card = (rendered(kind, incident) for kind in ("incident-page", "incident-card"))
    assert end in plain(page.html)
    assert end in plain(card.html)
    assert data(page) == [["details:7"]]
    assert card.keys == ()


def test_the_card_says_why_an_incident_was_rejected():
    assert "Lý do: Máy in hết giấy" in rendered("incident-card", HARMLESS).html


@pytest.mark.parametrize(
    ("incident", "state", "then"),
    [
        (
            NEW,
            "📣 Đang gọi Lê Văn Bình",
            "Tiếp theo: gọi Lê Văn Bình, Nguyễn An lúc 02:06 ICT.",
        ),
        (
            AGAIN,
            "📣 Đang gọi Lê Văn Bình (gọi lại lần 2)",
            "Tiếp theo: gọi lại Lê Văn Bình, Nguyễn An lúc 02:06 ICT.",
        ),
        (
            replace(NEW, ladder=replace(CALLING, paged=(), next_names=())),
            "⚠️ Chưa ai nhận.",
            "Tiếp theo: gọi trực ban, trực dự phòng lúc 02:06 ICT.",
        ),
        (
            TAKEN,
            "👤 Lê Văn Bình nhận lúc 02:03 ICT · đang xác minh",
            "Tiếp theo: hỏi lại Lê Văn Bình lúc 02:33 ICT.",
        ),
        (
            PROMISED,
            "👤 Lê Văn Bình nhận lúc 02:03 ICT · đang xác minh",
            "Tiếp theo: Lê Văn Bình báo lại lúc 02:18 ICT.",
        ),
    ],
)
def test_the_card_says_who_has_it_since_when_and_what_happens_next(incident, state, then):
    lines = plain(rendered("incident-card", incident, person=None).html).split("\n")
    assert lines[:4] == [
        "🔴 Khẩn cấp · SC-2026-0012",
        "💰 Mã hóa dữ liệu, tống tiền · UBND xã A",
        state,
        then,
    ]


@pytest.mark.parametrize(
    ("incident", "then"),
    [
        (FRAUD, "Tiếp theo: nhắc lại nhóm lúc 02:33 ICT."),
        (SOLVED, "Tiếp theo: tự đóng lúc 02:33 ICT nếu không có ý kiến."),
    ],
)
def test_the_card_says_when_what_waits_is_brought_up_or_closed(incident, then):
    waiting = replace(incident, due_at=NIGHT + 30 * MINUTE)
    assert then in rendered("incident-card", waiting, person=None).html
    assert "Tiếp theo" not in rendered("incident-card", incident, person=None).html


def test_a_card_that_has_moved_into_a_topic_leads_there():
    facts = Facts(incident=NEW, newer=True, topic="https://t.me/c/123/7")
    said = rendered("incident-card", facts=facts, person=None)
    assert "đã chuyển vào chủ đề" in said.html
    assert [key.url for row in said.keys for key in row] == ["https://t.me/c/123/7"]


def test_an_old_card_points_to_the_newer_one():
    said = rendered("incident-card", facts=Facts(incident=NEW, newer=True), person=None)
    assert (said.html, said.keys) == ("⤵ SC-2026-0012: xem thẻ mới hơn bên dưới.", ())


def test_the_card_names_groups_when_people_are_known_for_the_posts():
    targets = (Target.BACKUP, Target.LEADS, Target.TEAM)
    ladder = replace(CALLING, next_targets=targets, next_names=("Nguyễn An",))
    said = rendered("incident-card", replace(NEW, ladder=ladder), person=None)
    assert "gọi Nguyễn An, chỉ huy Đội, cả nhóm lúc 02:06 ICT." in said.html


@pytest.mark.parametrize("incident", [NEW, AGAIN, TAKEN, PROMISED, SOLVED])
def test_the_cards_keys_keep_their_places_until_the_end(incident):
    assert data(rendered("incident-card", incident, person=None)) == CARD_KEYS


def test_fraud_in_the_queue_can_be_passed_to_the_police():
    said = rendered("incident-card", FRAUD, person=None)
    assert "Chờ xử lý" in said.html
    assert data(said) == [["ack:7", "phase:7:referred"], ["resolve:7", "details:7"]]


def test_the_card_ends_with_the_newest_note_in_one_line():
    said = plain(rendered("incident-card", replace(TAKEN, note=NOTE), person=None).html)
    assert said.endswith("📝 02:13 ICT, Lê Văn Bình: đã cô lập máy chủ")


def test_a_long_story_is_shortened_on_page_and_card():
    long = replace(NEW, summary="từ " * 400)
    for kind in ("incident-page", "incident-card"):
        [quote] = [
            line for line in rendered(kind, long).html.split("\n") if line.startswith("<block")
        ]
        assert len(plain(quote)) <= 300
        assert quote.endswith("…</blockquote>")


def test_an_anonymous_reporter_is_called_that():
    hidden = replace(NEW, anonymous=True, reporter=None, reporter_agency=None)
    assert "Người báo: ẩn danh" in rendered("incident-page", hidden).html


@pytest.mark.parametrize("kind", ["incident-page", "incident-card", "incident-team-page"])
def test_the_reporters_contact_is_not_shown_around(kind):
    assert "0912" not in rendered(kind, NEW).html
    assert "0912" in rendered("incident-details", NEW).html
