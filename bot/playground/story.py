"""Stories: what people do, one step after another, read from the data files in `stories/`.

A step has a person (`who`: a part of the cast, "crowd" for the story's own people, or "team" for
the members without a column, all of them) and one deed: `says`, `presses` (a button by its words,
without the emoji before them), `sees` (waits until the bot has written this), `sends` (a picture,
with its caption), `blocks`, `unblocks`; or, without a person, `passes` ("next", a length such as
"3m", or the next such instant, "24/11 07:15"). `tell` is what the page says meanwhile,
`group = true` has it done in the group, `under` names words of the message that has the button,
`maybe = true` passes a button over when what follows is there already, `one = true` is content when
one of several people can press, `anew = true` looks only at what came after their own last deed.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Words = dict[str, str]

FOLDER = Path(__file__).parent / "stories"
DEEDS = ("says", "presses", "sees", "sends", "passes", "blocks", "unblocks")
LANGUAGES = {"vi", "en"}
NEXT = "next"
UNITS = {"s": 1, "m": 60, "h": 3600}
LENGTH = re.compile(r"(\d+)([smh])")
INSTANT = re.compile(r"\d{1,2}/\d{1,2} \d{1,2}:\d{2}")


class StoryError(ValueError):
    """A story that cannot be played as it is written."""


@dataclass(frozen=True)
class Step:
    """One thing that somebody does or waits for."""

    deed: str
    words: str = ""
    who: str = ""
    tell: Words = field(default_factory=dict)
    group: bool = False
    under: str = ""
    maybe: bool = False
    one: bool = False
    anew: bool = False


@dataclass(frozen=True)
class Story:
    """One story, in the languages of the page; `crowd` are people of its own, by name."""

    name: str
    order: int
    icon: str
    title: Words
    about: Words
    steps: tuple[Step, ...]
    crowd: tuple[str, ...] = ()

    def as_json(self) -> Json:
        """Return what the page shows on its button."""
        about = {"title": self.title, "about": self.about, "steps": len(self.steps)}
        return {"name": self.name, "icon": self.icon} | about


def stories(folder: Path = FOLDER) -> dict[str, Story]:
    """Return all stories by name, in their order; StoryError names the file that is wrong."""
    found = [_read(path) for path in folder.glob("*.toml")]
    found.sort(key=lambda story: (story.order, story.name))
    return {story.name: story for story in found}


def seconds(length: str) -> float:
    """Return how many seconds a length such as "3m" is."""
    fitting = LENGTH.fullmatch(length)
    if fitting is None:
        raise StoryError(f"not a length of time: {length!r}")
    return int(fitting[1]) * UNITS[fitting[2]]


def until(told: str, now: float, zone: tzinfo) -> float:
    """Return how many seconds it is until clocks in a zone next show an instant, "24/11 07:15"."""
    present = datetime.fromtimestamp(now, zone)
    for year in (present.year, present.year + 1):
        moment = datetime.strptime(f"{told}/{year}", "%d/%m %H:%M/%Y").replace(tzinfo=zone)
        if moment > present:
            return (moment - present).total_seconds()
    raise StoryError(f"never comes: {told!r}")


def _read(path: Path) -> Story:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        steps = tuple(_step(each) for each in told.pop("steps"))
        crowd = tuple(told.pop("crowd", ()))
        story = Story(name=path.stem, steps=steps, crowd=crowd, **told)
    except (KeyError, TypeError, ValueError) as error:
        raise StoryError(f"{path.name}: {error}") from error
    for words in (story.title, story.about, *(step.tell for step in steps if step.tell)):
        if words.keys() != LANGUAGES:
            raise StoryError(f"{path.name}: in {sorted(LANGUAGES)}, please: {words}")
    return story


def _step(told: Json) -> Step:
    deeds = [deed for deed in DEEDS if deed in told]
    if len(deeds) != 1:
        raise StoryError(f"one of {', '.join(DEEDS)}, please: {told}")
    value = told.pop(deeds[0])
    step = Step(deed=deeds[0], words=value if isinstance(value, str) else "", **told)
    if (step.deed == "passes") == bool(step.who):
        raise StoryError(f"somebody does it, or time passes: {told}")
    if step.deed == "passes" and step.words != NEXT and not INSTANT.fullmatch(step.words):
        seconds(step.words)
    return step
