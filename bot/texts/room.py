"""The pages of the incident's room: its playbook as a checklist."""

from bot.domain.incident import Status
from bot.domain.kinds import Names, in_language
from bot.domain.playbook import Step, Tick, TickState, UnderWay
from bot.texts.fluent import Html, TextError
from bot.texts.incidents import Asked, Told
from bot.texts.keyboards import Key, Keys
from bot.texts.lines import joined, safe_name
from bot.texts.values import Voice, kebab, one_line

IN_A_ROW = 5


def playbook(voice: Voice, asked: Asked) -> Told:
    """Return one phase of an incident's playbook: its steps, and a key for each that is open."""
    incident, room = asked.incident, asked.facts.room
    if asked.facts.newer:
        return voice.say("page-moved", code=incident.code), ()
    if room is None or room.playbook is None:
        raise TextError("the facts of the playbook are missing")
    under_way = room.playbook
    phase = _phase(asked, under_way)
    done, total = under_way.progress
    name = under_way.playbook.name(voice.language)
    head = voice.say("playbook-head", code=incident.code, name=name, done=done, total=total)
    steps = [
        line for n in under_way.playbook.numbers_of(phase) for line in _step(voice, under_way, n)
    ]
    is_taken = under_way.id is not None and incident.taken_at is not None
    goes_on = not incident.is_ended or incident.status is Status.CLOSED
    if not goes_on:
        foot = voice.say("playbook-over")
    elif not is_taken:
        foot = voice.say("playbook-untaken")
    else:
        foot = voice.say("playbook-hint" if done < total else "playbook-whole")
    said = joined([head, _heading(voice, under_way, phase)]) + "\n\n" + "\n".join(steps)
    ticking = _ticking(voice, under_way, phase) if is_taken and goes_on else ()
    return f"{said}\n\n{foot}", (*ticking, *_turning(voice, asked, under_way, phase))


def _phase(asked: Asked, under_way: UnderWay) -> Status:
    chosen = asked.params.get("phase")
    phases = under_way.playbook.phases
    return Status(chosen) if chosen in phases else under_way.current


def _heading(voice: Voice, under_way: UnderWay, phase: Status) -> Html:
    phases = under_way.playbook.phases
    return voice.say(
        "playbook-phase",
        number=phases.index(phase) + 1,
        total=len(phases),
        phase=_name(voice, phase),
    )


def _name(voice: Voice, phase: Status) -> Html:
    return voice.say(f"phase-{kebab(phase)}")


def _step(voice: Voice, under_way: UnderWay, number: int) -> list[str]:
    step, tick = under_way.playbook.steps[number - 1], under_way.ticks.get(number)
    do = in_language(step.do, voice.language)
    if tick is not None:
        return [_settled(voice, tick, do)]
    by = Html(", ".join(voice.say(f"playbook-by-{each}") for each in step.by))
    lines = [voice.say("playbook-open", number=number, do=do, by=by)]
    return [*lines, *_details(voice, step)]


def _settled(voice: Voice, tick: Tick, do: str) -> Html:
    said = {"number": tick.number, "do": do, "name": safe_name(tick.name)}
    at = voice.time(tick.at)
    if tick.state is TickState.DONE:
        return voice.say("playbook-done", at=at, **said)
    return voice.say("playbook-skipped", at=at, reason=one_line(tick.reason), **said)


def _details(voice: Voice, step: Step) -> list[str]:
    told: tuple[tuple[str, Names | None], ...] = (
        ("playbook-how", step.how),
        ("playbook-never", step.never),
    )
    return [
        voice.say(text_id, words=in_language(words, voice.language).strip())
        for text_id, words in told
        if words
    ]


def _ticking(voice: Voice, under_way: UnderWay, phase: Status) -> Keys:
    keys = [
        Key(
            voice.word("button-step", {"number": number}),
            data=f"step:{under_way.id}:{number}",
        )
        for number in under_way.open_in(phase)
    ]
    return tuple(tuple(keys[at : at + IN_A_ROW]) for at in range(0, len(keys), IN_A_ROW))


def _turning(voice: Voice, asked: Asked, under_way: UnderWay, phase: Status) -> Keys:
    """Return the way to the phases before and after."""
    phases = under_way.playbook.phases
    at = phases.index(phase)
    ways = (("button-phase-before", at - 1), ("button-phase-after", at + 1))
    keys = tuple(
        Key(
            voice.word(label, {"phase": _name(voice, phases[to])}),
            data=f"playphase:{asked.incident.id}:{phases[to].value}",
        )
        for label, to in ways
        if 0 <= to < len(phases)
    )
    return (keys,) if keys else ()
