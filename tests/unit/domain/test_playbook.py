"""Playbooks: which one an incident gets, what words about its steps mean, and who may tick."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from bot.catalog import CatalogError, load
from bot.domain.errors import Refused
from bot.domain.incident import Status
from bot.domain.playbook import (
    STEP_PHASES,
    By,
    Deed,
    Playbook,
    Said,
    Tick,
    TickState,
    UnderWay,
    choose,
    may_settle,
    read,
)

SHIPPED = load().playbooks
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def playbook(code="worm", kinds=("malware",), agency="", phases=("verifying", "containing")):
    steps = [{"phase": each, "by": ["team"], "do": {"vi": f"Việc {each}"}} for each in phases]
    return Playbook.model_validate(
        {"code": code, "names": {"vi": code}, "kinds": kinds, "agency": agency, "steps": steps}
    )


def ticked(number, state=TickState.DONE):
    return Tick(number, state, 1, "Minh", NOW)


@pytest.mark.parametrize("kind", load().kinds, ids=lambda kind: kind.code)
def test_every_kind_has_a_playbook(kind):
    assert choose(SHIPPED, kind.code, None) is not None


@pytest.mark.parametrize("each", SHIPPED, ids=lambda each: each.code)
def test_a_shipped_playbook_goes_through_every_phase_in_12_to_25_steps_in_both_languages(each):
    assert each.phases == STEP_PHASES
    assert 12 <= len(each.steps) <= 25
    texts = [each.names, *(t for s in each.steps for t in (s.do, s.how, s.never) if t)]
    assert [t for t in texts if set(t) != {"vi", "en"}] == []
    assert sum(step.never is not None for step in each.steps) >= 2
    assert {by for step in each.steps for by in step.by} >= {By.TEAM, By.OPERATOR, By.LEAD}


def test_the_ten_rows_of_the_yearly_form_and_a_fault_have_playbooks_of_their_own():
    rows = {kind.code for kind in load().kinds if kind.form_row}
    own = {kind for each in SHIPPED for kind in each.kinds}
    assert own >= rows | {"fault", "unknown"}


def test_an_agencys_own_playbook_comes_before_everybodys_and_only_there():
    general, own = playbook(), playbook("ours", agency="so-y-te")
    other = playbook("other", kinds=("other",))
    books = (other, general, own)
    assert choose(books, "malware", "so-y-te") is own
    assert choose(books, "malware", "so-tc") is general
    assert choose(books, "malware", None) is general
    assert choose(books, "flood", "so-y-te") is other
    assert choose(books[2:], "malware", None) is None


def test_another_text_is_another_version_and_the_same_text_the_same():
    book = playbook()
    assert playbook().version == book.version
    assert playbook(phases=("verifying", "removing")).version != book.version
    kept = Playbook.model_validate(book.model_dump(mode="json"))
    assert kept == book
    assert kept.version == book.version


@pytest.mark.parametrize("phases", [("containing", "verifying"), ("received",), ()])
def test_steps_out_of_order_or_of_no_phase_are_refused(phases):
    with pytest.raises(ValidationError):
        playbook(phases=phases)


def test_the_current_phase_is_the_first_with_an_open_step():
    book = playbook(phases=("verifying", "verifying", "containing"))
    assert UnderWay(book, {}).current is Status.VERIFYING
    assert UnderWay(book, {1: ticked(1)}).current is Status.VERIFYING
    both = {1: ticked(1), 2: ticked(2, TickState.SKIPPED)}
    assert UnderWay(book, both).current is Status.CONTAINING
    assert UnderWay(book, both).progress == (2, 3)
    assert UnderWay(book, both | {3: ticked(3)}).current is Status.CONTAINING


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_no_step_beyond_the_last(number):
    assert playbook().step(2).phase is Status.CONTAINING
    with pytest.raises(Refused, match="refused-no-such-step"):
        playbook().step(number)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("xong 3", Said(Deed.DONE, (3,))),
        ("Xong bước 3", Said(Deed.DONE, (3,))),
        ("đã làm 3, 4 và 5", Said(Deed.DONE, (3, 4, 5))),
        ("done 12", Said(Deed.DONE, (12,))),
        ("chưa xong 3", Said(Deed.BACK, (3,))),
        ("not done 3", Said(Deed.BACK, (3,))),
        (
            "bỏ qua 4 không có máy dự phòng",
            Said(Deed.SKIP, (4,), "không có máy dự phòng"),
        ),
        ("skip 4: no standby", Said(Deed.SKIP, (4,), "no standby")),
        ("bỏ qua 4", Said(Deed.SKIP, (4,))),
        ("đổi", Said(Deed.CHANGE)),
        ("xong", None),
        ("xong 3 máy chủ", None),
        ("xong 2026", None),
        ("đã cô lập 3 máy", None),
        ("", None),
    ],
)
def test_words_about_steps(words, said):
    assert read(words) == said


@pytest.mark.parametrize(
    ("status", "phase", "is_taken", "refusal"),
    [
        (Status.RESPONDING, Status.CONTAINING, True, None),
        (Status.WRAPPING_UP, Status.VERIFYING, True, None),
        (Status.CLOSED, Status.WRAPPING_UP, True, None),
        (Status.CLOSED, Status.CONTAINING, True, "refused-already-ended"),
        (Status.DUPLICATE, Status.WRAPPING_UP, True, "refused-already-ended"),
        (Status.RECEIVED, Status.VERIFYING, False, "refused-not-taken"),
    ],
)
def test_what_may_be_ticked_when(status, phase, is_taken, refusal):
    if refusal is None:
        may_settle("SC-2026-0001", status, phase, is_taken=is_taken)
        return
    with pytest.raises(Refused, match=refusal):
        may_settle("SC-2026-0001", status, phase, is_taken=is_taken)


OWN = """# ours
names = { vi = "Riêng" }
kinds = ["KIND"]
agency = "so-y-te"

[[steps]]
phase = "verifying"
by = ["team"]
do.vi = "Gọi lại"

[[steps]]
phase = "PHASE"
by = ["BY"]
do.vi = "Ngắt mạng"
"""


def written(folder, kind="malware", phase="containing", by="operator", name="ours.toml"):
    text = OWN.replace("KIND", kind).replace("PHASE", phase).replace("BY", by)
    (folder / "playbooks").mkdir(exist_ok=True)
    (folder / "playbooks" / name).write_text(text, encoding="utf-8")
    return folder


def test_a_teams_own_playbook_is_added_and_a_file_of_the_same_name_replaces(tmp_path):
    added = load(written(tmp_path)).playbooks
    assert len(added) == len(SHIPPED) + 1
    replaced = load(written(tmp_path, name="malware.toml", kind="ransomware")).playbooks
    assert len(replaced) == len(SHIPPED) + 1
    assert next(each for each in replaced if each.code == "malware").agency == "so-y-te"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"phase": "received"}, r"ours\.toml, line 12: .*received is no phase of a playbook"),
        ({"by": "police"}, r"ours\.toml, line 13: .*'police'; write 'team', 'operator'"),
        ({"kind": "worm"}, r"ours\.toml, line 3: 'worm' is no kind of kinds\.toml"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path, wrong, reason):
    with pytest.raises(CatalogError, match=reason):
        load(written(tmp_path, **wrong))


def test_two_playbooks_for_one_kind_at_one_place_are_refused(tmp_path):
    written(tmp_path)
    written(tmp_path, name="twin.toml")
    with pytest.raises(CatalogError, match=r"twin\.toml, line 3: .*ours\.toml is a playbook for"):
        load(tmp_path)
