"""What the operators' page on obligations says is what the program takes, and what is shipped."""

import re

import pytest

from bot.catalog import load, read
from bot.catalog.obligations import campaign_book
from bot.domain.campaign_questions import Question
from bot.domain.deadlines import parse_deadline
from bot.domain.obligations import CampaignPolicy, Obligation, Reminders
from tests.contract.doc_tables import DOCS, between, blocks, text_of

PAGE = DOCS / "operators" / "obligations.md"
HEAD = [
    "| Code | Vietnamese | Per | Every | Due | Opens | Sure |",
    "|---|---|---|---|---|---|---|",
]


def row(duty: Obligation) -> str:
    """Return an obligation as the page lists it."""
    due = ", ".join(f"{each.written}" for each in duty.due)
    until = f" (until {duty.valid_until:%d/%m/%Y})" if duty.valid_until else ""
    cells = (
        f"`{duty.code}`",
        duty.name("vi"),
        duty.per,
        duty.every.replace("_", " "),
        f"{due}{until}",
        duty.opening,
        duty.confidence,
    )
    return f"| {' | '.join(cells)} |"


def test_the_table_of_obligations_is_the_shipped_file():
    rows = [row(duty) for duty in load().campaigns.obligations]
    assert between(PAGE, "obligations").strip().split("\n") == HEAD + rows


@pytest.mark.parametrize("model", [Obligation, Question, CampaignPolicy, Reminders])
def test_every_field_is_explained(model):
    told = set(re.findall(r"`([a-z_]+)`", text_of(PAGE)))
    assert {*model.model_fields} - told <= {"code"}


def test_the_example_is_taken(tmp_path):
    (example,) = blocks(PAGE, "toml")
    (tmp_path / "obligations.toml").write_text(example, encoding="utf-8")
    book = campaign_book(read("obligations.toml", tmp_path))
    assert book.label("2026-H1", "vi") == "6 tháng (kỳ 1) năm 2026"
    assert [duty.code for duty in book.obligations] == ["scan"]
    assert book.obligations[0].questions[-1].finding == "takeover"


def test_every_way_to_write_a_deadline_is_one():
    table = text_of(PAGE).partition("### A deadline")[2].partition("### A question")[0]
    written = [
        deadline
        for line in table.splitlines()
        if line.startswith("| `")
        for deadline in re.findall(r"`([^`]+)`", line.split("|")[1])
    ]
    assert len(written) >= 10
    assert [parse_deadline(deadline).written for deadline in written] == written
