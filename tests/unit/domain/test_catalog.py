"""The shipped catalog, and what people are told when their own is wrong."""

import re
from itertools import pairwise

import pytest

from bot.catalog import CatalogError, load
from bot.domain.catalog import Catalog
from bot.domain.escalation import Target
from bot.domain.kinds import Severity

CATALOG = load()


@pytest.mark.parametrize("row", range(1, 11))
def test_every_row_of_the_yearly_form_has_exactly_one_kind(row):
    assert len([kind for kind in CATALOG.kinds if kind.form_row == row]) == 1


@pytest.mark.parametrize("kind", CATALOG.kinds, ids=lambda kind: kind.code)
def test_every_kind_has_both_names_short_enough_for_a_button(kind):
    for language in ("vi", "en"):
        assert 1 <= len(f"{kind.icon} {kind.names[language]}") <= 32


def test_no_two_kinds_look_alike():
    for looks in (
        [kind.icon for kind in CATALOG.kinds],
        [kind.name("vi") for kind in CATALOG.kinds],
        [kind.name("en") for kind in CATALOG.kinds],
    ):
        assert len(set(looks)) == len(looks)


def test_only_fraud_waits_in_the_queue():
    assert [kind.code for kind in CATALOG.kinds if not kind.pages] == ["online_fraud"]


def test_what_nobody_knows_is_urgent_and_offered_to_citizens():
    assert CATALOG.kind("unknown").severity is Severity.HIGH
    assert CATALOG.kind("unknown") in CATALOG.for_citizens()
    assert CATALOG.kind("combined") not in CATALOG.for_citizens()


def test_a_kind_taken_out_of_the_catalog_is_still_shown_by_its_code():
    assert "worm" not in [kind.code for kind in CATALOG.kinds]
    assert CATALOG.kind("worm").name("vi") == "worm"
    assert CATALOG.kind("malware").name("vi") != "malware"


@pytest.mark.parametrize("severity", Severity)
def test_every_ladder_begins_with_who_is_on_duty_at_once(severity):
    first = CATALOG.ladder(severity).steps[0]
    assert Target.ON_DUTY in first.notify
    assert not first.after


def test_a_more_severe_ladder_is_never_slower():
    ladders = [CATALOG.ladder(severity) for severity in Severity]
    for milder, graver in pairwise(ladders):
        assert graver.repeat_every < milder.repeat_every
        assert graver.acknowledge_expires < milder.acknowledge_expires
        assert graver.steps[1].after < milder.steps[1].after


def test_hotlines_are_not_passed_off_as_checked():
    assert {line.number for line in CATALOG.hotlines} == {"156", "5656"}
    assert not any(line.is_verified() for line in CATALOG.hotlines)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_advice_and_the_contact_outside_telegram_exist_in_both_languages(language):
    assert "OTP" in CATALOG.advice_on_fraud(language)
    assert CATALOG.contact_offline(language)
    assert CATALOG.contact_offline("fr") == CATALOG.contact_offline("vi")


def test_a_catalog_without_a_ladder_for_every_severity_is_refused():
    fields = CATALOG.model_dump()
    del fields["ladders"][Severity.HIGH]
    with pytest.raises(ValueError, match="no ladder for severity high"):
        Catalog.model_validate(fields)


def test_a_file_of_the_same_name_replaces_the_shipped_one_and_only_that(tmp_path):
    (tmp_path / "kinds.toml").write_text(
        '[flood]\nnames = { vi = "Lũ lụt" }\nseverity = "high"\nicon = "🌧"\n', encoding="utf-8"
    )
    own = load(tmp_path)
    assert [kind.code for kind in own.kinds] == ["flood"]
    assert own.ladders == CATALOG.ladders


def test_an_empty_folder_changes_nothing(tmp_path):
    assert load(tmp_path) == CATALOG


KIND = '[flood]\nnames = {{ vi = "Lũ" }}\nseverity = "{}"\nicon = "🌧"\n'
LADDER = """# ours
[critical]
repeat_every = "10m"
acknowledge_expires = "30m"
steps = [
  {{ after = "0s", notify = ["on_duty"] }},
  {{ after = "{after}", notify = ["{notify}"] }},
]
"""


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("kinds.toml", "", r"kinds\.toml: there is no kind"),
        ("kinds.toml", "[flood\n", r"kinds\.toml: not valid TOML: .*line 1"),
        ("kinds.toml", 'flood = "lũ"\n', r"line 1: 'flood' must be a table, written \[flood\]"),
        (
            "kinds.toml",
            "# ours\n" + KIND.format("urgent"),
            r"line 4, \[flood\]: 'severity' is 'urgent'; write 'low', 'normal', 'high' or",
        ),
        (
            "kinds.toml",
            KIND.format("low") + 'colour = "red"\n',
            r"line 5, .*'colour' is not a field",
        ),
        ("kinds.toml", "\n[flood]\nicon = 'x'\n", r"line 2, \[flood\]: 'names' is missing"),
        ("kinds.toml", KIND.format("low").replace("vi", "en"), r"line 2, .*Vietnamese text"),
        ("escalation.toml", "[urgent]\n", r"line 1, \[urgent\]: not a table .*low, normal, high"),
        (
            "escalation.toml",
            LADDER.format(after="3m", notify="boss"),
            r"the table \[low\] is missing",
        ),
        (
            "hotlines.toml",
            '[offline_contact]\nvi = "x"\n',
            r"the table \[fraud_advice\] is missing",
        ),
        (
            "hotlines.toml",
            '[fraud_advice]\nen = "x"\n[offline_contact]\nvi = "x"\n',
            r"line 1, \[fraud_advice\]: the Vietnamese text \(vi\) is missing",
        ),
        (
            "hotlines.toml",
            '[fraud_advice]\nvi = "x"\n[offline_contact]\nvi = "x"\n\n[hotlines.x]\nnumber = 113\n',
            r"line 7, \[hotlines\.x\]: 'number': .*string",
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_table(tmp_path, name, text, reason):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=reason) as mistake:
        load(tmp_path)
    assert str(tmp_path / name) in str(mistake.value)


@pytest.mark.parametrize(
    ("after", "notify", "reason"),
    [
        ("3m", "boss", r"line \d+, \[critical\]: 'steps', number 2, 'notify', number 1 is 'boss'"),
        ("3 min", "team", r"'steps', number 2, 'after': '3 min' is not a length of time"),
        ("0s", "team", r"\[critical\]: 'steps': step 2 has after 0s"),
    ],
)
def test_a_mistake_in_a_ladder_names_the_step_and_its_line(tmp_path, after, notify, reason):
    shipped = "\n".join(
        LADDER.format(after="3m", notify="team").replace("critical", milder)
        for milder in ("low", "normal", "high")
    )
    text = shipped + LADDER.format(after=after, notify=notify)
    (tmp_path / "escalation.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=reason) as mistake:
        load(tmp_path)
    line = int(re.findall(r"line (\d+)", str(mistake.value))[0])
    where = text.splitlines()[line - 1]
    assert where.startswith("steps") if "step 2 has" in reason else f'"{notify}"' in where


def test_a_file_that_is_not_utf_8_is_refused(tmp_path):
    (tmp_path / "kinds.toml").write_bytes("# Lũ lụt".encode("utf-16"))
    with pytest.raises(CatalogError, match="UTF-8"):
        load(tmp_path)


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(CatalogError, match=r"\(TRUCBAN_CATALOG\): there is no such folder"):
        load(tmp_path / "nowhere")
