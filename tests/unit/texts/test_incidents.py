import pytest
from msgspec.structs import replace

from bot.texts.length import plain
from tests.unit.texts.examples import (
    AGAIN,
    BINH,
    CARD_KEYS,
    FRAUD,
    MINUTE,
    NEW,
    NIGHT,
    NOTE,
    PAGE_KEYS,
    TAKEN,
    data,
    labels,
    rendered,
)


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


def test_the_owner_hears_who_wants_it_worked_on_again_and_why():
    said = rendered(
        "incident-reopened", replace(TAKEN, note=NOTE), text="incident-taken-up", name="Hà & Tú"
    )
    assert "Hà &amp; Tú mở lại sự cố này" in said.html
    assert "chưa ổn" not in said.html
    assert "đã cô lập máy chủ" in said.html


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whether_it_was_handed_to_the_police_is_asked_with_what_it_is_about(language):
    said = rendered("incident-refer", FRAUD, language=language)
    assert "SC-2026-0012" in said.html
    assert FRAUD.summary in said.html
    assert data(said) == [["refer:7:yes"], ["refer:7:keep"]]


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


@pytest.mark.parametrize("kind", ["incident-team-page", "incident-nobody"])
def test_a_call_that_was_answered_rings_for_nobody_any_more(kind):
    said = rendered(kind, TAKEN, count=0)
    assert "nhận lúc" in said.html
    assert data(said) == [["details:7"]]
