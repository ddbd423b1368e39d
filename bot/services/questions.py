"""What a form shows at the moment: its question, the answer so far, and the keys under it.

The result is written like the parameters of any answer: `text`, its values, and `keys`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.answers import CHANGE, SUMMARY, Answer, State, from_json
from bot.domain.errors import Refused
from bot.domain.form import Form, Question
from bot.domain.people import Person
from bot.domain.team import Team
from bot.domain.turn import settled
from bot.domain.typed import OTHER, Choice, Control
from bot.services.dialogues import DIALOGUES
from bot.services.messages import moment
from storage import forms, incidents
from storage.database import Tx

MARKING = "marking"
SHOWN_TEXT, SHOWN_MOMENT = 500, 40
_STYLES = {Control.SEND: "success", Control.URGENT: "danger", Control.DONE: "primary"}
_ROWS = (
    (Control.SEND,),
    (Control.BACK, Control.SKIP, Control.KEEP, Control.DONE, Control.CHANGE),
    (Control.URGENT, Control.CANCEL),
)
Key = dict[str, Any]


async def facts(
    tx: Tx, team: Team, form_id: int, person: Person, params: Mapping[str, Any] | None = None
) -> dict[str, Any] | None:
    """Return what a `form-question` row with these parameters shows now.

    None when the form is over, or at another question than the one the row was queued for.
    """
    row = await forms.get(tx, form_id)
    if row is None or row.state != forms.OPEN:
        return None
    said = params or {}
    state = from_json(row.question, row.answers)
    if state.marking is not None:
        is_asked = said.get("question", MARKING) == MARKING
        return marking_question(form_id) if is_asked else None
    form = await DIALOGUES[row.kind].build(tx, team, person, row.subject_id)
    state = settled(form, state)
    if said.get("question", state.question) != state.question:
        return None
    return question(form, state, form_id, said.get("lead"), await _code(tx, row))


async def _code(tx: Tx, row: forms.FormRow) -> str:
    """Return the code of the incident a form is about, or nothing."""
    if row.subject_id is None or not DIALOGUES[row.kind].of_incident:
        return ""
    return (await incidents.get(tx, row.subject_id)).code


def marking_question(form_id: int) -> dict[str, Any]:
    """Return the question whether a message that was not kept holds state secrets."""
    keys = [
        [
            _key(form_id, MARKING, "yes", "button-form-secret", "danger"),
            _key(form_id, MARKING, "no", "button-form-no-secret", "success"),
        ]
    ]
    return {"text": "form-marking", "keys": keys}


def question(
    form: Form, state: State, form_id: int, lead: Mapping[str, Any] | None, code: str = ""
) -> dict[str, Any]:
    """Return the current question with what leads up to it, and its keys."""
    lines: list[object] = [lead, ""] if lead is not None else []
    offered = lead.get("keys", ()) if lead is not None else ()
    lines.append(_asked(form, state, code))
    answered = form.question(state, state.question)
    if answered is not None and state.answer(answered.key).complete:
        lines.append({"text": "form-current", "value": shown(answered, state)})
    lines += ["", _footer(form, state)]
    return {
        "text": "form-shown",
        "lines": {"lines": lines},
        "keys": [*offered, *keys(form, state, form_id)],
    }


def _asked(form: Form, state: State, code: str) -> dict[str, Any]:
    if state.question == CHANGE:
        return {"text": "form-change"}
    said: dict[str, Any] = {"text": f"form-{form.kind}-{state.question}", "code": code}
    if state.question == SUMMARY:
        return said | {"answers": {"lines": summary(form, state)}}
    here = form.question(state, state.question)
    if here is not None and here.caption:
        hint = {"text": "form-hint", "hint": here.hint} if here.hint else ""
        said |= {"text": f"form-{form.kind}-asked", "question": here.caption, "hint": hint}
        return said | {"how": {"text": here.how}}
    return said | {"count": len(state.answer(state.question).parts)}


def _footer(form: Form, state: State) -> dict[str, Any]:
    words = [{"text": f"form-word{control.value}"} for control in form.controls(state)]
    progress = form.progress(state)
    if progress is None:
        return {"text": "form-footer-end", "words": {"list": words}}
    number, total = progress
    return {"text": "form-footer", "number": number, "total": total, "words": {"list": words}}


def summary(form: Form, state: State) -> list[dict[str, Any]]:
    """Return a line for every answer; one that only leads to another question is left out."""
    return [
        {
            "text": "form-line",
            "name": asked.caption or {"text": f"form-{form.kind}-{asked.key}-name"},
            "value": shown(asked, state),
        }
        for asked in form.applicable(state)
        if asked.listed and state.answer(asked.key).choice != OTHER
    ]


def shown(asked: Question, state: State) -> object:
    """Return an answer as its author sees it again."""
    answer = state.answer(asked.key)
    at = _meant(asked, answer)
    if at is not None:
        is_typed = answer.choice is None
        words = {"words": answer.text[:SHOWN_MOMENT]} if is_typed else {}
        text = "form-understood" if is_typed else "form-understood-pressed"
        return {"text": text, **words, "at": moment(at)}
    choice = next((each for each in asked.choices if each.code == answer.choice), None)
    if choice is not None:
        return choice.caption or {"text": choice.label}
    if answer.choice is not None:
        return answer.choice
    return _written(answer)


def _meant(asked: Question, answer: Answer) -> datetime | None:
    """Return the instant that an answer means; what was edited is read anew, if it still can be."""
    if answer.at is not None or asked.moment is None or not answer.parts:
        return answer.at
    try:
        return asked.moment(answer)
    except Refused:
        return None


def _written(answer: Answer) -> object:
    words, count = answer.text, len(answer.files)
    if len(words) > SHOWN_TEXT:
        words = f"{words[:SHOWN_TEXT].rstrip()}…"
    if not count:
        return words or {"text": "form-answer-none"}
    if not words:
        return {"text": "form-answer-files", "count": count}
    return {"text": "form-answer-both", "words": words, "count": count}


def keys(form: Form, state: State, form_id: int) -> list[list[Key]]:
    """Return the keyboard: the choices, then what else can be done."""
    here = state.question
    asked = form.question(state, here)
    choices: Sequence[Choice] = asked.choices if asked is not None else ()
    columns = asked.columns if asked is not None else 2
    if here == CHANGE:
        choices = form.changeable(state)
    buttons = [_choice_key(form_id, here, choice) for choice in choices]
    rows = [buttons[at : at + columns] for at in range(0, len(buttons), columns)]
    offered = set(form.controls(state)) - ({Control.BACK} if here == SUMMARY else set())
    if here == CHANGE:
        offered.discard(Control.SEND)
    for row in _ROWS:
        controls = [control for control in row if control in offered]
        rows.append([_control_key(form_id, here, control) for control in controls])
    return [row for row in rows if row]


def _choice_key(form_id: int, here: str, choice: Choice) -> Key:
    data = f"form:{form_id}:{here}:{choice.code}"
    name = {"caption": choice.caption} if choice.caption else {"label": choice.label}
    style = {"style": choice.style} if choice.style else {}
    return {**name, "data": data, **style}


def _control_key(form_id: int, here: str, control: Control) -> Key:
    label = f"button-form{control.value}"
    return _key(form_id, here, control.value, label, _STYLES.get(control))


def _key(form_id: int, here: str, value: str, label: str, style: str | None = None) -> Key:
    key: Key = {"label": label, "data": f"form:{form_id}:{here}:{value}"}
    return key | {"style": style} if style else key
