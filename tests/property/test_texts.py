"""Whatever people write, every text stays one that Telegram's own parser takes."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.domain.escalation import Target
from bot.domain.incident import ENDED, UNOWNED, Status
from bot.domain.kinds import Severity
from bot.domain.messages import KINDS, Subject
from bot.playground.texts import parse
from bot.services.facts import Entry, Facts, IncidentFacts, LadderFacts
from bot.texts.fluent import Html, languages, message, safe
from bot.texts.keyboards import DATA_LIMIT
from bot.texts.length import cut, plain, shorten, size, units
from tests.ftl import every_text, numbers, placeholders
from tests.unit.texts.examples import NEW, NIGHT, ROOM, ROOM_PAGES, rendered

pytest.importorskip("tdjson")

NASTY = "<b>&amp;</i> \"x\" 'y' \u202e🔴\n</code>&#60;<a href='tg://x'>e\u0301\ud800\0"
WORDS = st.text(st.characters(), max_size=60) | st.sampled_from([NASTY, "", " ", "\n", "<", "&lt;"])
LONG = WORDS | st.builds(lambda text, n: text * n, WORDS, st.integers(1, 400))
INSTANTS = st.integers(-(10**7), 10**7).map(lambda seconds: NIGHT + timedelta(seconds=seconds))
MAYBE = st.none() | WORDS
quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def accepted(html: str) -> str:
    """Return what Telegram makes of the text; it raises what Telegram would refuse."""
    return parse(html, "html")[0]


def test_every_text_takes_the_nastiest_words():
    for language, text_id in every_text():
        values: dict[str, Html | int] = {}
        values |= dict.fromkeys(placeholders(language, text_id), safe(NASTY))
        values |= dict.fromkeys(numbers(language, text_id), 7)
        accepted(message(language, text_id, values))


@given(st.deferred(lambda: st.sampled_from(every_text())), st.data())
@quick
def test_every_text_takes_any_words_and_numbers(text, data):
    language, text_id = text
    any_value, counted = WORDS.map(safe) | st.integers(-5, 10**6), numbers(language, text_id)
    values = {
        name: data.draw(st.integers(0, 99) if name in counted else any_value, label=name)
        for name in sorted(placeholders(language, text_id))
    }
    html = message(language, text_id, values)
    assert_same(accepted(html), plain(html))


def assert_same(theirs: str, ours: str) -> None:
    """Compare what is seen; Telegram tidies white space and takes out control characters."""
    assert _seen(theirs) == _seen(ours)


def _seen(text: str) -> list[str]:
    return [sign for sign in text if sign.isalnum()]


@given(WORDS)
@quick
def test_what_a_person_wrote_is_what_others_read(words):
    assert_same(plain(safe(words)), words.replace("\0", "").encode(errors="replace").decode())


TOKENS = st.lists(
    st.sampled_from(["<b>", "<i>", "<code>", '<a href="https://x.vn/?a=1&amp;b">'])
    | st.just("</>")
    | st.sampled_from(["&lt;", "&amp;", "&#x27;", "🔴", "e\u0301", " ", "\n", "từ "]),
    max_size=60,
)


def well_formed(tokens: list[str]) -> str:
    """Build HTML whose tags are closed in order from any list of tokens."""
    html = ""
    opened: list[str] = []
    for part in tokens:
        if part == "</>":
            html += f"</{opened.pop()}>" if opened else ""
        else:
            html += part
            if part.startswith("<"):
                opened.append(part[1:-1].split(" ")[0])
    return html + "".join(f"</{tag}>" for tag in reversed(opened))


@given(TOKENS.map(well_formed), st.integers(1, 60))
@quick
def test_a_cut_text_fits_parses_and_is_a_beginning(html, limit):
    short = cut(html, "…", limit)
    accepted(short + ".")
    if size(html) <= limit:
        assert short == html
    else:
        assert size(short) <= limit
        assert plain(html).startswith(plain(short).removesuffix("…"))


@given(LONG, st.integers(1, 300))
@quick
def test_shortened_words_fit(words, limit):
    short = shorten(words, limit)
    assert units(short) <= limit
    assert short == words or (short.endswith("…") and words.startswith(short[:-1]))


ENTRIES = st.builds(
    Entry,
    at=INSTANTS,
    kind=st.sampled_from(["note", "paged", "phase", "report-file", "closed", "anything"]),
    name=MAYBE,
    text=MAYBE,
    details=st.fixed_dictionaries(
        {},
        optional={
            "people": st.lists(WORDS, max_size=3),
            "status": st.sampled_from([*Status, "?"]).map(str),
            "to": WORDS,
            "name": MAYBE,
            "media": WORDS,
        },
    ),
    by_reporter=st.booleans(),
)
LADDERS = st.builds(
    LadderFacts,
    next_at=INSTANTS,
    round=st.integers(0, 9),
    repeats=st.booleans(),
    paged=st.lists(WORDS, max_size=3).map(tuple),
    next_targets=st.lists(st.sampled_from(Target), max_size=6).map(tuple),
    next_names=st.lists(WORDS, max_size=3).map(tuple),
    declined=st.frozensets(st.integers(1, 9)),
)
INCIDENTS = st.builds(
    IncidentFacts,
    id=st.integers(1, 2**63 - 1),
    code=st.just("SC-2026-0012"),
    kind=st.sampled_from(["ransomware", "online_fraud", "unknown", "forgotten"]),
    severity=st.sampled_from(Severity),
    status=st.sampled_from(Status),
    summary=LONG,
    opened_at=INSTANTS,
    place=st.none() | LONG,
    agency=MAYBE,
    system=MAYBE,
    level=st.none() | st.integers(1, 5),
    noticed=MAYBE,
    anonymous=st.booleans(),
    reporter=MAYBE,
    reporter_agency=MAYBE,
    contact=MAYBE,
    owner=MAYBE,
    taken_at=st.none() | INSTANTS,
    asked_at=st.none() | INSTANTS,
    resolved_at=st.none() | INSTANTS,
    ended_by=MAYBE,
    cause=st.none() | LONG,
    reason=st.none() | LONG,
    duplicate_of=st.none() | st.just("SC-2026-0009"),
    ladder=st.none() | LADDERS,
    files=st.integers(0, 30),
    note=st.none() | ENTRIES,
    timeline=st.lists(ENTRIES, max_size=20).map(tuple),
)
REPORTED = {
    "name": NASTY,
    "lines": {"lines": [{"text": "situation-needs", "words": NASTY * 30}]},
}
PARAMS: dict[str, dict[str, Any]] = {
    "incident-assigned": {"name": NASTY, "until": {"instant": NIGHT.isoformat()}},
    "incident-bring-in": {"by": NASTY, "reason": NASTY, "bringing": 1},
    "incident-help": {"name": NASTY},
    "incident-nobody": {"unreachable": {"list": [NASTY, "An"]}, "count": 2},
    "incident-nudge": {"text": "nudge-silent", "name": NASTY},
    "incident-pointer": {"text": "pointer-over", "status": {"status": "closed"}},
    "incident-released": {"text": "released-silent"},
    "incident-sitrep": REPORTED,
    "incident-sitrep-first": REPORTED | {"by": NASTY, "at": {"instant": NIGHT.isoformat()}},
    "incident-situation": {"text": "situation-ask", "code": "SC-2026-0012", "keys": []},
    "incident-still": {"until": {"instant": NIGHT.isoformat()}},
    "incident-unreachable": {"name": NASTY, "reason": {"text": "unreachable-other"}},
    "report-question": {
        "text": "relay-question-nameless",
        "code": "SC-2026-0012",
        "words": NASTY,
        "keys": [],
    },
    "report-solved": {"action": NASTY * 30},
}
PERSONAL = [target for target in Target if target is not Target.TEAM]
ABOUT = sorted(name for name, kind in KINDS.items() if kind.subject is Subject.INCIDENT)


def possible(incident: IncidentFacts, owner: int) -> IncidentFacts:
    """Return the incident as the rules would have it: ended, owned or waiting."""
    ended = incident.opened_at if incident.status in ENDED else None
    owned = None if incident.status in UNOWNED else owner
    return replace(incident, ended_at=ended, owner_id=owned)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ABOUT)
@given(incident=INCIDENTS, owner=st.integers(5, 6), target=st.sampled_from(PERSONAL))
@settings(quick, max_examples=10)
def test_everything_said_of_any_incident_can_be_sent(kind, language, incident, owner, target):
    room = ROOM if kind in ROOM_PAGES else None
    facts = Facts(incident=possible(incident, owner), target=target, room=room)
    said = rendered(kind, facts=facts, language=language, **PARAMS.get(kind, {}))
    assert accepted(said.html)
    assert size(said.html) <= 4096
    assert len(said.keys) <= 2 or kind in ("incident-assigned", "incident-details", *ROOM_PAGES)
    for key in (key for row in said.keys for key in row):
        assert key.data is None or len(key.data.encode()) <= DATA_LIMIT


@pytest.mark.parametrize("kind", ABOUT)
@given(name=st.text(st.sampled_from("ĐẮCTRƯƠNGXỪ"), min_size=8, max_size=20))
@settings(quick, max_examples=10)
def test_an_anonymous_reporters_name_is_in_no_message(kind, name):
    hidden = replace(NEW, anonymous=True, reporter=name, reporter_agency=name)
    assert name not in rendered(kind, hidden, **PARAMS.get(kind, {})).html


def test_html_is_never_escaped_again():
    assert message("vi", "toast-assigned", {"name": Html("<b>x</b>")}) == "Đã giao cho <b>x</b>."
