"""The ladder: who is paged next, and when, until somebody takes the incident.

    start ─after─▶ step 0 ─after─▶ step 1 ─after─▶ last step ─repeat_every─▶ repeat ─┐
                     │                │                │                       ▲     │
                     └── nobody there: 0 s, on to the next at once ────────────┘     │
                                                        every repeat_every  └────────┘
    stop: somebody took it, or it ended.      decline: "I can't", left out from now on.

Promise: a live ladder always has a next instant, and every repeat tells a person or the group.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.domain.duration import Duration


class Target(StrEnum):
    """Whom a step notifies; the people behind it are found when the step is due."""

    ON_DUTY = "on_duty"
    BACKUP = "backup"
    COMMANDER = "commander"
    LEADS = "leads"
    RESPONDERS = "responders"
    TEAM = "team"


Channel = Literal["telegram", "sms", "email", "chat"]
Watchers = Mapping[Target, Sequence[int]]
"""Ids of the people behind each target at one instant; TEAM is the group itself, so `()`."""


class Step(BaseModel):
    """One rung: `after` counts from the step before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    after: Duration
    notify: tuple[Target, ...] = Field(min_length=1)
    channels: tuple[Channel, ...] = Field(default=("telegram",), min_length=1)


class Policy(BaseModel):
    """The ladder of one severity as people write it; JSON and back gives the same policy.

    An owner who is silent for `acknowledge_expires` is asked "still on it?", and has
    `answer_within` to answer before the ladder starts again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    repeat_every: Duration
    acknowledge_expires: Duration
    answer_within: Duration = timedelta(minutes=5)
    steps: tuple[Step, ...] = Field(min_length=1)

    @field_validator("repeat_every", "acknowledge_expires", "answer_within")
    @classmethod
    def _takes_time(cls, length: timedelta) -> timedelta:
        if length <= timedelta():
            raise ValueError("must be longer than 0s")
        return length

    @field_validator("steps")
    @classmethod
    def _later_steps_wait(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        for number, step in enumerate(steps[1:], start=2):
            if step.after <= timedelta():
                raise ValueError(
                    f"step {number} has after 0s: put its targets into the step before"
                )
        return steps


class Ladder(Struct, frozen=True):
    """A ladder being climbed: a snapshot of its policy and where it stands.

    `step` is the next one to run, `len(policy.steps)` when it repeats; `round` counts repeats;
    `paged` are the people of the latest climb, `declined` those who said they can't.
    """

    incident_id: int
    policy: Policy
    step: int = 0
    round: int = 0
    declined: frozenset[int] = frozenset()
    paged: frozenset[int] = frozenset()
    live: bool = True


class Page(Struct, frozen=True):
    """One person to page; (step, round) tell this page from every other of the ladder."""

    person_id: int
    step: int
    round: int
    channels: tuple[Channel, ...]


class Climb(Struct, frozen=True):
    """What one due instant brings: pages, whether the group is told, and when to come back.

    `empty` are the targets that had nobody behind them ("nobody on duty").
    """

    ladder: Ladder
    pages: tuple[Page, ...]
    team: bool
    empty: tuple[Target, ...]
    next_at: datetime


def start(
    incident_id: int, policy: Policy, now: datetime, declined: AbstractSet[int] = frozenset()
) -> tuple[Ladder, datetime]:
    """Return a fresh ladder, without those who just said they can't, and when it first is due."""
    ladder = Ladder(incident_id, policy, declined=frozenset(declined))
    return ladder, now + policy.steps[0].after


def climb(ladder: Ladder, watchers: Watchers, now: datetime) -> Climb:
    """Run the step that is due, passing over empty ones at once; `next_at` is after `now`.

    ValueError for a ladder that was stopped: whoever took the incident is not paged over.
    """
    if not ladder.live:
        raise ValueError("a stopped ladder is not climbed")
    empty: list[Target] = []
    team = False
    for step in range(ladder.step, len(ladder.policy.steps) + 1):
        notify = _targets(ladder.policy, step)
        people = _people(notify, watchers, ladder.declined)
        if not people and _pages_decliners_again(ladder):
            people = _people(notify, watchers, frozenset())
        empty += [t for t in notify if t is not Target.TEAM and not watchers.get(t)]
        # A step for the group alone has done its work; one that finds no person has not.
        reached = bool(people) or set(notify) == {Target.TEAM}
        team = team or Target.TEAM in notify or not reached
        if reached:
            break
    return _result(ladder, step, people, team=team, empty=empty, now=now)


def decline(ladder: Ladder, person_id: int) -> Ladder:
    """Leave out that person from now on: they said they can't."""
    return replace(ladder, declined=ladder.declined | {person_id})


def stop(ladder: Ladder) -> Ladder:
    """End the ladder: somebody took the incident, or it is over."""
    return replace(ladder, live=False)


def is_deserted(ladder: Ladder, refused: AbstractSet[int] = frozenset()) -> bool:
    """Tell whether everybody just paged can't or was not reached, so that the next step is due now.

    Never while repeating: refused deliveries would make the ladder spin.
    """
    gone = ladder.declined | refused
    return ladder.live and ladder.round == 0 and bool(ladder.paged) and ladder.paged <= gone


def _targets(policy: Policy, step: int) -> tuple[Target, ...]:
    if step < len(policy.steps):
        return policy.steps[step].notify
    last = policy.steps[-1].notify
    return tuple(dict.fromkeys((*last, Target.LEADS, Target.TEAM)))


def _people(
    notify: Sequence[Target], watchers: Watchers, left_out: AbstractSet[int]
) -> tuple[int, ...]:
    found = (person for t in notify if t is not Target.TEAM for person in watchers.get(t, ()))
    return tuple(dict.fromkeys(person for person in found if person not in left_out))


def _pages_decliners_again(ladder: Ladder) -> bool:
    """Only when repeating, and not in the very moment they declined."""
    return ladder.step >= len(ladder.policy.steps) and not is_deserted(ladder)


def _result(
    ladder: Ladder,
    step: int,
    people: tuple[int, ...],
    *,
    team: bool,
    empty: Sequence[Target],
    now: datetime,
) -> Climb:
    policy = ladder.policy
    last = len(policy.steps)
    round_ = ladder.round + (step == last)
    channels = policy.steps[min(step, last - 1)].channels
    climbed = replace(ladder, step=min(step + 1, last), round=round_, paged=frozenset(people))
    return Climb(
        ladder=climbed,
        pages=tuple(Page(person, step, round_, channels) for person in people),
        team=team,
        empty=tuple(dict.fromkeys(empty)),
        next_at=now + (policy.steps[step + 1].after if step + 1 < last else policy.repeat_every),
    )
