from dataclasses import replace

import pytest

from bot.domain.escalation import Target
from bot.domain.kinds import Severity
from bot.services.facts import Facts
from bot.texts import Rendered
from bot.texts.length import plain
from tests.unit.texts.examples import (
    AN,
    BINH,
    CALLING,
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
    labels,
    rendered,
)

PAGE_KEYS = [["ack:7", "decline:7"], ["escalate:7", "details:7"]]
CARD_KEYS = [["ack:7", "escalate:7"], ["resolve:7", "details:7"]]
AGAIN = replace(NEW, ladder=replace(CALLING, repeats=True, round=2), opened_at=NIGHT - 71 * MINUTE)
DECLINED = replace(NEW, ladder=replace(CALLING, declined=frozenset({BINH})))


def two_lines(said: Rendered) -> list[str]:
    return plain(said.html).split("\n")[:2]


def test_the_lock_screen_shows_how_bad_what_where_and_what_to_do_by_when():
    assert two_lines(rendered("incident-page", NEW)) == [
        "🔴 KHẨN CẤP · Mã hóa dữ liệu, tống tiền · UBND xã A — SC-2026-0012",
        "Bấm “Tôi nhận” trước 02:06 ICT, nếu không sẽ gọi người tiếp theo.",
    ]


def test_the_lock_screen_says_the_same_in_english():
    assert two_lines(rendered("incident-page", NEW, language="en")) == [
        "🔴 CRITICAL · Ransomware · UBND xã A — SC-2026-0012",
        "Press “I take it” before 02:06 ICT, or the next person is called.",
    ]


@pytest.mark.parametrize(
    ("known", "where"),
    [
        ({}, "UBND xã A"),
        ({"agency": None}, "Phòng Văn thư"),
        ({"agency": None, "place": "dòng 1\ndòng 2"}, "dòng 1 dòng 2"),
        ({"agency": None, "place": None}, "Một cửa điện tử"),
    ],
)
def test_where_is_the_best_that_is_known_in_one_line(known, where):
    assert two_lines(rendered("incident-page", replace(NEW, **known)))[0].endswith(
        f"· {where} — SC-2026-0012"
    )


def test_a_page_for_nowhere_leaves_no_gap():
    nowhere = replace(NEW, agency=None, place=None, system=None)
    [first, _] = two_lines(rendered("incident-page", nowhere))
    assert first == "🔴 KHẨN CẤP · Mã hóa dữ liệu, tống tiền — SC-2026-0012"


def test_a_page_has_its_four_keys_in_their_places():
    said = rendered("incident-page", NEW)
    assert data(said) == PAGE_KEYS
    assert labels(said) == [["✋ Tôi nhận", "Không thể"], ["⬆ Chuyển cấp trên", "⋯ Chi tiết"]]
    assert said.keys[0][0].style == "primary"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (Target.ON_DUTY, "bạn đang trực ban"),
        (Target.BACKUP, "bạn đang trực dự phòng"),
        (Target.COMMANDER, "bạn đang trực chỉ huy"),
        (Target.LEADS, "bạn là chỉ huy Đội"),
        (Target.RESPONDERS, "bạn là thành viên Đội ứng cứu"),
    ],
)
def test_a_page_says_that_it_is_for_you_and_why(target, why):
    said = plain(rendered("incident-page", facts=Facts(incident=NEW, target=target)).html)
    assert f"👉 Tin này gửi riêng bạn: {why}." in said


def test_a_repeated_page_says_how_long_nobody_has_taken_it():
    said = plain(rendered("incident-page", AGAIN).html)
    assert "🔁 Gọi lại lần 2: đã 1 giờ 11 phút chưa ai nhận." in said
    assert "trước 02:06 ICT, nếu không sẽ gọi lại." in said


def test_who_cannot_sees_that_others_are_called_and_can_still_take_it():
    said = rendered("incident-page", DECLINED)
    assert two_lines(said)[1].startswith("Bạn đã báo không thể nhận.")
    assert data(said) == PAGE_KEYS
    assert "không thể nhận" not in rendered("incident-page", DECLINED, person=AN).html


def test_the_owners_copy_says_so_and_offers_to_finish():
    said = rendered("incident-page", TAKEN)
    assert two_lines(said)[0] == "✅ Bạn đã nhận SC-2026-0012 lúc 02:03 ICT."
    assert "Bot sẽ hỏi lại bạn lúc 02:33 ICT." in said.html
    assert data(said) == [["resolve:7", "details:7"]]


def test_every_other_copy_says_who_took_it_and_keeps_only_the_details():
    said = rendered("incident-page", TAKEN, person=AN)
    assert two_lines(said)[0] == (
        "✅ Lê Văn Bình đã nhận SC-2026-0012 lúc 02:03 ICT. Bạn không cần làm gì."
    )
    assert data(said) == [["details:7"]]


def test_a_solved_incident_is_not_offered_to_be_solved_again():
    said = rendered("incident-page", SOLVED)
    assert two_lines(said)[0].startswith("✔ Bạn đã báo xử lý xong SC-2026-0012.")
    assert data(said) == [["details:7"]]


def test_the_copy_of_a_page_that_was_sent_again_is_one_line_without_keys():
    said = rendered("incident-page", facts=Facts(incident=NEW, newer=True))
    assert said.html == "⤵ SC-2026-0012: đã gọi lại, xem tin mới hơn bên dưới."
    assert said.keys == ()


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
        "🔒 Mã hóa dữ liệu, tống tiền · UBND xã A",
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


def test_the_call_to_the_group_has_the_cards_keys():
    said = rendered("incident-team-page", AGAIN, person=None)
    assert "Chưa ai nhận sau 1 giờ 11 phút" in plain(said.html)
    assert data(said) == CARD_KEYS


def test_that_nobody_is_on_duty_is_said_with_its_cost_and_who_is_out_of_reach():
    said = rendered("incident-nobody", NEW, unreachable={"list": ["An", "<Tú>"]}, count=2)
    assert plain(said.html).startswith("⚠️ SC-2026-0012: không có ai trực ban để gọi lúc này.")
    assert "không liên lạc được: An, &lt;Tú&gt;." in said.html
    assert "sự cố tiếp theo cũng không có ai nhận ngay" in said.html
    assert data(said) == PAGE_KEYS


def test_an_empty_roster_names_nobody():
    said = rendered("incident-nobody", NEW, unreachable={"list": []}, count=0)
    assert "không liên lạc được" not in said.html


@pytest.mark.parametrize(
    ("reason", "words"),
    [("blocked", "người này đã chặn bot"), ("never-started", "chưa từng mở bot")],
)
def test_who_could_not_be_called_is_named_with_the_reason(reason, words):
    told = {"text": f"unreachable-{reason}"}
    said = rendered("incident-unreachable", NEW, name="An <3", reason=told)
    assert "không gọi được An &lt;3 qua Telegram" in said.html
    assert words in said.html


def test_the_owner_is_asked_how_long_it_takes():
    said = rendered("incident-promise", TAKEN, owner_id=BINH)
    assert data(said) == [["eta:7:15", "eta:7:60", "eta:7:day"]]


def test_a_silent_owner_is_told_what_happens_without_an_answer():
    said = rendered("incident-still", TAKEN, until={"instant": (NIGHT + 5 * MINUTE).isoformat()})
    assert "trước <b>02:08 ICT</b>, bot sẽ gọi lại từ đầu" in said.html
    assert labels(said) == [["💪 Còn, thêm 30 phút", "↩ Trả lại"]]
    assert data(said) == [["still:7", "release:7"]]


def test_who_is_given_an_incident_can_promise_or_pass_it_on():
    until = {"instant": NIGHT.isoformat()}
    said = rendered("incident-assigned", TAKEN, name="Chỉ huy Hà", owner_id=BINH, until=until)
    assert "Chỉ huy Hà giao sự cố này cho <b>bạn</b>" in said.html
    assert data(said) == [["eta:7:15", "eta:7:60", "eta:7:day"], ["decline:7", "details:7"]]


def test_who_lost_an_incident_by_silence_can_take_it_again():
    said = rendered("incident-released", NEW, text="released-silent")
    assert data(said) == [["ack:7", "details:7"]]


def test_the_owner_hears_that_it_was_not_solved():
    said = rendered("incident-reopened", TAKEN)
    assert "chưa ổn" in said.html
    assert data(said) == [["resolve:7", "details:7"]]


def test_help_is_asked_for_with_everything_a_leader_needs():
    said = rendered("incident-help", replace(TAKEN, note=NOTE), name="Lê Văn Bình", person=None)
    assert "Lê Văn Bình đề nghị hỗ trợ" in said.html
    assert "đã cô lập máy chủ" in said.html


@pytest.mark.parametrize("text", ["nudge-silent", "nudge-declined", "nudge-released"])
def test_a_nudge_is_one_line_below_the_card(text):
    said = rendered("incident-nudge", NEW, text=text, name="Bình & An")
    assert "Bình &amp; An" in said.html
    assert "SC-2026-0012" in said.html
    assert "\n" not in said.html


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_a_word_beside_its_colour(severity):
    words = rendered("incident-page", replace(NEW, severity=severity)).html
    assert len(words.split(" · ")[0].removeprefix("<b>").split()) > 1


def test_what_was_only_assigned_is_not_called_taken():
    given = replace(TAKEN, taken_at=None)
    card = rendered("incident-card", given).html
    assert "đang chờ trả lời" in card
    assert "nhận lúc" not in card
    page = rendered("incident-page", given)
    assert "đã được giao cho" in page.html
    assert data(page)[0][0] == "ack:7"


@pytest.mark.parametrize("kind", ["incident-team-page", "incident-nobody"])
def test_a_call_that_was_answered_rings_for_nobody_any_more(kind):
    said = rendered(kind, TAKEN, count=0)
    assert "nhận lúc" in said.html
    assert data(said) == [["details:7"]]
