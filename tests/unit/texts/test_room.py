"""The room's pages and its lines on the card, in both languages and at their longest."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.domain.legal_deadlines import DeadlineState, Run, Told, due_at
from bot.domain.playbook import Tick, TickState, UnderWay
from bot.domain.seriousness import Assessment, Decision, Mark
from bot.services.facts import Facts
from bot.services.room_facts import RoomFacts
from bot.texts.length import TEXT_LIMIT, plain
from bot.texts.room_lines import ON_THE_CARD
from storage.deadlines import Deadline
from tests.unit.texts.examples import (
    CLOSED,
    HARMLESS,
    NEW,
    NIGHT,
    TAKEN,
    TEAM,
    data,
    labels,
    rendered,
)

HOUR = timedelta(hours=1)
PLAYBOOKS = {each.code: each for each in TEAM.catalog.playbooks}
RANSOMWARE = PLAYBOOKS["ransomware"]
TICKED = {
    1: Tick(1, TickState.DONE, 5, "Lê Văn Bình", NIGHT),
    2: Tick(2, TickState.SKIPPED, 5, "Lê Văn Bình", NIGHT, "đã\ndừng"),
}


def page(kind, room, incident=TAKEN, **params):
    return rendered(kind, facts=Facts(incident=incident, room=room), **params)


def playbook(under_way, incident=TAKEN, **params):
    return page("incident-playbook", RoomFacts(playbook=under_way), incident, **params)


def deadline(number, rule, state=DeadlineState.OPEN, **more):
    run = Run(rule, NIGHT, due_at(rule, NIGHT, TEAM.zone, lambda _: True))
    return Deadline(number, 7, number, run, state, Told(), **more)


EVERY = tuple(deadline(n, rule) for n, rule in enumerate(TEAM.catalog.deadlines, start=1))
ONE_OF_EACH = (
    deadline(1, TEAM.catalog.deadlines[0]),
    deadline(
        2,
        TEAM.catalog.deadlines[8],
        DeadlineState.DONE,
        settled_by="Hà",
        sent_at=NIGHT,
        channel="mail",
        document="12/BC",
    ),
    deadline(
        3, TEAM.catalog.deadlines[4], DeadlineState.WAIVED, settled_by="Tùng", reason="theo ngành"
    ),
    deadline(4, TEAM.catalog.deadlines[6], DeadlineState.DROPPED),
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("each", PLAYBOOKS.values(), ids=lambda each: each.code)
def test_every_phase_of_every_shipped_playbook_fits_into_one_message(each, language):
    for phase in each.phases:
        said = playbook(UnderWay(each, {}, 1), phase=phase.value, language=language)
        assert len(plain(said.html)) < TEXT_LIMIT
        assert sum(len(row) for row in said.keys) >= len(each.numbers_of(phase))


def test_a_settled_step_says_who_when_and_why_and_has_no_key():
    said = playbook(UnderWay(RANSOMWARE, TICKED, 9))
    words = plain(said.html)
    assert "2/21" in words
    assert "(Lê Văn Bình, 02:03 ICT)" in words
    assert "không áp dụng, đã dừng" in words
    assert data(said)[0] == ["step:9:3"]
    assert labels(said)[-1] == ["Ứng cứu ban đầu ➡"]


@pytest.mark.parametrize(
    ("incident", "playbook_id", "foot"),
    [
        (NEW, None, "Chưa ai nhận sự cố"),
        (HARMLESS, 9, "Sự cố đã kết thúc"),
        (CLOSED, 9, "Xong bước nào"),
    ],
)
def test_what_cannot_be_ticked_has_no_keys_for_it(incident, playbook_id, foot):
    said = playbook(UnderWay(RANSOMWARE, {}, playbook_id), incident)
    assert foot in said.html
    ticking = [each for row in data(said) for each in row if each and each.startswith("step:")]
    assert bool(ticking) == (incident is CLOSED)


def test_the_card_names_the_nearest_deadlines_and_counts_the_rest():
    room = RoomFacts(progress=(5, 18), deadlines=EVERY)
    words = plain(page("incident-card", room).html)
    assert "Phương án: 5/18 bước" in words
    assert words.count("ngay, tính từ 02:03 ICT") == ON_THE_CARD
    assert "Còn 7 thời hạn khác" in words
    calm = RoomFacts(deadlines=(deadline(1, TEAM.catalog.deadlines[8]),))
    assert "còn 3 ngày, trước 02:03 ICT ngày 24/11" in plain(page("incident-card", calm).html)
    assert labels(page("incident-card", calm))[-2:] == [
        ["📋 Phương án", "⏳ Thời hạn"],
        ["🧭 Phân công vai trò", "👥 Điểm danh"],
    ]
    assert "Thời hạn" not in str(labels(rendered("incident-card", TAKEN)))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_long_story_of_deadlines_cuts_off_none_that_is_open(language):
    said_so = {"settled_by": "Hà", "sent_at": NIGHT, "channel": "fax", "receipt": "văn thư " * 12}
    done = [replace(each, state=DeadlineState.DONE, **said_so) for each in EVERY]
    newer = [replace(each, number=20 + each.number) for each in EVERY[:4]]
    said = page("incident-deadlines", RoomFacts(deadlines=(*done, *newer)), language=language)
    shown = plain(said.html)
    assert len(shown) < TEXT_LIMIT
    assert "văn thư" not in shown
    for each in newer:
        assert f"{each.number}. {each.run.rule.name(language)}" in shown
        assert each.run.rule.basis in shown


def test_what_was_sent_too_late_says_by_how_much():
    run = EVERY[0].run
    sent = {"state": DeadlineState.DONE, "settled_by": "Hà", "channel": "fax"}
    for length, words in ((timedelta(hours=26), "gửi trễ 1 ngày 2 giờ"), (-HOUR, None)):
        each = replace(EVERY[0], sent_at=run.due_at + length, **sent)
        shown = plain(page("incident-deadlines", RoomFacts(deadlines=(each,))).html)
        assert ("trễ" in shown) == (words is not None)
        assert words is None or words in shown


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_deadline_at_once_fits_into_one_message(language):
    said = page("incident-deadlines", RoomFacts(deadlines=EVERY), language=language)
    assert len(plain(said.html)) < TEXT_LIMIT
    assert data(said)[0] == ["sent:1", "waive:1"]
    assert data(said)[-1] == ["detected:7", "serious:7"]
    assert len(said.keys) == len(EVERY) + 1


def test_what_was_sent_and_what_does_not_apply_say_so_and_what_is_over_is_left_out():
    said = page("incident-deadlines", RoomFacts(deadlines=ONE_OF_EACH))
    words = plain(said.html)
    assert "Thư điện tử công vụ, số 12/BC, biên nhận: — (Hà ghi)" in words
    assert "không áp dụng, theo ngành (Tùng)" in words
    assert "phương hại" not in words
    assert [row[0] for row in data(said)] == ["sent:1", "detected:7"]
    late = replace(ONE_OF_EACH[0], run=replace(ONE_OF_EACH[0].run, due_at=NIGHT - HOUR))
    shown = plain(page("incident-deadlines", RoomFacts(deadlines=(late,))).html)
    assert "quá hạn từ 01:03 ICT" in shown


def test_only_what_nobody_has_confirmed_says_so():
    first, eighth = (deadline(1, TEAM.catalog.deadlines[number]) for number in (0, 7))
    for each, is_said in ((first, False), (eighth, True)):
        said = page("incident-deadlines", RoomFacts(deadlines=(each,))).html
        assert ("⚠" in said) == is_said


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (None, "Đề xuất nghiêm trọng: Hà, 02:03 ICT. Chờ quyết định."),
        (
            Decision(serious=True, by="Công an tỉnh", at=NIGHT, document="88/QĐ"),
            "SỰ CỐ NGHIÊM TRỌNG theo quyết định của Công an tỉnh, 02:03 ICT, 88/QĐ",
        ),
        (
            Decision(serious=False, by="Công an tỉnh", at=NIGHT),
            "Quyết định là sự cố thông thường: Công an tỉnh, 02:03 ICT",
        ),
    ],
)
def test_the_card_says_what_was_proposed_and_what_was_decided(decision, words):
    judged = Assessment(proposed_at=NIGHT, proposed_by="Hà", decision=decision)
    assert words in plain(page("incident-card", RoomFacts(assessment=judged)).html)


def test_a_level_that_the_register_knows_is_not_asked_for():
    marks = dict.fromkeys((Mark.CONTROL, Mark.BEYOND), NIGHT)
    known = page("incident-assessment", RoomFacts(assessment=Assessment(marks), level=4))
    unknown = page("incident-assessment", RoomFacts(assessment=Assessment(marks)))
    assert "Điều kiện A đủ" in known.html
    assert "Điều kiện A chưa đủ" in unknown.html
    assert ["mark:7:level"] not in data(known)
    assert ["mark:7:level"] in data(unknown)
    assert "☑ d) Mất quyền điều khiển" in [label for row in labels(known) for label in row]


def test_an_older_copy_points_to_the_newer_one():
    for kind in ("incident-playbook", "incident-deadlines", "incident-assessment"):
        said = rendered(kind, facts=Facts(incident=TAKEN, room=RoomFacts(), newer=True))
        assert "bản mới hơn" in said.html
        assert said.keys == ()
