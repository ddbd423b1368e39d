"""From a row of the outbox and the facts of this moment to what is sent: HTML, keys and files."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.confidence import SPEAKING, told_params
from bot.domain.messages import KINDS, Subject
from bot.domain.team import Team
from bot.services.facts import Facts
from bot.texts import crew, details, forum, incidents, legal, reports, room, situation
from bot.texts.fluent import Html, TextError
from bot.texts.incidents import Asked, Teller, Told
from bot.texts.keyboards import Key, Keys, keyboard
from bot.texts.length import CAPTION_LIMIT, TEXT_LIMIT, TOAST_LIMIT, cut, plain, shorten
from bot.texts.values import Voice, parameters, voice


class File(NamedTuple):
    """A file that Telegram has already: its kind (`photo`, `document`, …) and its id there."""

    media: str
    file_id: str


class Rendered(Struct, frozen=True):
    """What is sent; a toast's `html` is plain text, and `alert` makes it a box to close.

    With files, `html` is the caption of the first.
    """

    html: str
    keys: Keys = ()
    files: tuple[File, ...] = ()
    alert: bool = False


def render(
    row: Mapping[str, Any], facts: Facts, team: Team, now: datetime, language: str | None
) -> Rendered:
    """Return one row as its reader sees it now; TextError or KeyError when a text is wrong."""
    params = row["params"]
    reader = voice(team, now, params.get("language") or language)
    if row["kind"] == "toast":
        return _toast(reader, params)
    if facts.incident is not None:
        facts = replace(facts, incident=reports.in_words(reader, facts.incident))
    told = RENDERERS[row["kind"]]
    if facts.veiled:
        params = told_params(params)
        is_said = facts.incident is None or row["kind"] in SPEAKING
        told = told if is_said else incidents.kept_back
    html, keys = told(reader, Asked(params, facts, row["person_id"]))
    html = "\n".join([*_marks(reader, row, facts), html])
    files = _files(params)
    more = f"\n{reader.word('more')}"
    carries = bool(files) or "paper" in params
    limit = CAPTION_LIMIT if carries else TEXT_LIMIT
    # Telegram refuses an empty text, and takes an empty caption.
    said = html.strip() or ("" if carries else "…")
    return Rendered(cut(said, more, limit), keys, files)


def _marks(reader: Voice, row: Mapping[str, Any], facts: Facts) -> list[Html]:
    """Return what stands above a text: that it is a drill, that it is not for everybody."""
    incident = facts.incident
    marks: list[Html] = []
    if row["kind"] in forum.MARKS_THEMSELVES:
        return marks
    if facts.drill or (incident is not None and incident.drill):
        marks.append(reader.say("drill-mark"))
    is_ours = incident is not None and row["kind"].startswith("incident-")
    is_kept = is_ours and incident is not None and incident.confidential
    if (is_kept or row["params"].get("kept")) and not facts.veiled:
        marks.append(reader.say("confidential-mark"))
    return marks


def last_resort(
    row: Mapping[str, Any], team: Team, now: datetime, language: str | None
) -> Rendered:
    """Return what can be said of a row whose own text is broken: that there is something."""
    reader = voice(team, now, language)
    kind = KINDS.get(row["kind"])
    is_incident = kind is not None and kind.subject is Subject.INCIDENT
    about = is_incident and row["subject_id"] is not None
    if row["kind"] == "toast":
        return Rendered(plain(reader.say("broken", number=row["id"])))
    if not about:
        return Rendered(reader.say("broken", number=row["id"]))
    here = f"details:{row['subject_id']}", f"ack:{row['subject_id']}"
    take = Key(reader.word("button-take"), data=here[1], style="primary")
    keys = ((take, Key(reader.word("button-details"), data=here[0])),)
    is_page = row["kind"].startswith("incident-")
    return Rendered(reader.say("broken-incident", number=row["id"]), keys if is_page else ())


def _toast(reader: Voice, params: Mapping[str, Any]) -> Rendered:
    if not params["text"]:
        return Rendered("")
    said = plain(reader.say(params["text"], **parameters(params)))
    return Rendered(shorten(said, TOAST_LIMIT), alert=bool(params.get("alert")))


def _generic(reader: Voice, asked: Asked) -> Told:
    """Return a text that needs nothing but its parameters."""
    params = asked.params
    said = reader.say(params["text"], **parameters(params))
    return said, keyboard(params.get("keys", ()), reader.word)


def _with_keys(teller: Teller) -> Teller:
    """Let a row's own keys stand below a text that has none."""

    def told(reader: Voice, asked: Asked) -> Told:
        html, keys = teller(reader, asked)
        return html, keys or keyboard(asked.params.get("keys", ()), reader.word)

    return told


def _question(reader: Voice, asked: Asked) -> Told:
    """Return what was worded at this moment, such as a form's question, like an answer."""
    if asked.facts.form is None:
        raise TextError("this is no longer asked")
    return _generic(reader, replace(asked, params=asked.facts.form))


def _file(reader: Voice, asked: Asked) -> Told:
    """Return the caption of a file that belongs to an incident, if it is said which."""
    params = asked.params
    if "code" not in params:
        return "", ()
    return reader.say("incident-file", code=params["code"]), ()


def _files(params: Mapping[str, Any]) -> tuple[File, ...]:
    given = params.get("files") or ([params] if "file_id" in params else [])
    return tuple(File(file["media"], file["file_id"]) for file in given)


def _nothing(reader: Voice, asked: Asked) -> Told:
    """Return no text: what is done needs none."""
    del reader, asked
    return "", ()


RENDERERS: Mapping[str, Callable[[Voice, Asked], Told]] = {
    "alarm": _generic,
    "answer": _generic,
    "broadcast": _generic,
    "campaign-board": _question,
    "campaign-card": _question,
    "campaign-notice": _generic,
    "campaign-page": _question,
    "campaign-reminder": _question,
    "form-question": _question,
    "incident-assigned": incidents.assigned,
    "incident-bring-in": crew.bring_in,
    "incident-card": incidents.card,
    "incident-assessment": legal.assessment,
    "incident-deadlines": legal.deadlines,
    "incident-details": details.details,
    "incident-file": _file,
    "incident-help": incidents.help_wanted,
    "incident-nobody": incidents.nobody,
    "incident-nudge": _with_keys(incidents.worded),
    "incident-page": incidents.page,
    "incident-pointer": forum.pointer,
    "incident-playbook": room.playbook,
    "incident-promise": incidents.promise,
    "incident-refer": incidents.refer,
    "incident-released": incidents.released,
    "incident-reopened": incidents.reopened,
    "incident-roles": crew.roles,
    "incident-roll-ask": crew.roll_ask,
    "incident-roll-call": crew.roll_call,
    "incident-situation": _with_keys(incidents.worded),
    "incident-sitrep": situation.report,
    "incident-sitrep-first": situation.report,
    "incident-still": incidents.still,
    "incident-team-page": incidents.team_page,
    "incident-topic": forum.name,
    "incident-unreachable": incidents.unreachable,
    "notice": _generic,
    "paper": _generic,
    "paper-anew": _generic,
    "pin": _nothing,
    "report-closed": reports.closed,
    "report-question": _with_keys(incidents.worded),
    "report-received": reports.received,
    "report-rejected": reports.rejected,
    "report-reopened": reports.reopened,
    "report-solved": reports.solved,
    "report-taken": reports.taken,
    "shift-call": _generic,
    "shift-notice": _generic,
    "shift-still": _generic,
    "shift-missing": _generic,
    "swap-call": _generic,
    "swap-card": _generic,
    "test-page": _generic,
    "toast": _generic,
    "watch-page": _generic,
}
