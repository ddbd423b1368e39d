"""Plays a story: people write and press at a pace one can follow, and wait for what they see."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile

from bot.playground.accounts import Bot, User
from bot.playground.chats import Chat, Message
from bot.playground.pictures import screenshot
from bot.playground.refusals import Misuse
from bot.playground.stage import Stage
from bot.playground.story import NEXT, Step, Story, seconds

PATIENCE = 45.0
# Long enough to look at the column in which something is about to happen.
PAUSE = 1.1
READING = 0.018

Look = Callable[[], object]


class StuckError(Exception):
    """What a story waits for does not come."""


class Player:
    """Plays one story at a time on a stage; tells in events which step it is at."""

    def __init__(self, stage: Stage, *, pause: float = PAUSE, patience: float = PATIENCE) -> None:
        self._stage = stage
        self._playground = stage.playground
        self._pause = pause
        self._patience = patience
        self._task: asyncio.Task[None] | None = None
        self._people: dict[str, User] = {}
        self._since: dict[int, int] = {}
        self.playing: Story | None = None

    def begin(self, story: Story) -> None:
        """Begin a story, in place of the one that is being played."""
        self.stop()
        self.playing = story
        self._task = asyncio.create_task(self._play(story))

    def stop(self) -> None:
        """End the story that is being played."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
            self._tell("stopped", 0)
        self._task, self.playing = None, None

    async def play(self, story: Story) -> None:
        """Play a story to its end; StuckError says what did not come."""
        self._people = dict(self._stage.cast)
        for part, name in story.people.items():
            self._people[part] = self._playground.people.add_user(name)
        self._since = {id(chat): chat.last_id for chat in self._playground.groups.values()}
        self._since |= {id(c): max(c.messages, default=0) for c in self._playground.privates.values()}
        for number, step in enumerate(story.steps):
            self._tell("playing", number, step)
            await self._rest(step)
            await self._take(step, story.steps[number + 1 :])

    async def _play(self, story: Story) -> None:
        try:
            await self.play(story)
        except (StuckError, Misuse) as error:
            self._tell("stuck", 0, reason=str(error))
        else:
            self._tell("done", len(story.steps))
        finally:
            if self.playing is story:
                self.playing = None

    def _tell(self, state: str, number: int, step: Step | None = None, reason: str = "") -> None:
        story = self.playing
        if story is None:
            return
        facts: dict[str, object] = {"state": state, "name": story.name, "number": number}
        if step is not None:
            person = self._people.get(step.who)
            facts |= {"who": person.id if person else None, "group": step.group}
            facts |= {"tell": step.tell} if step.tell else {}
        self._stage.happened("story", **facts, of=len(story.steps), reason=reason)

    async def _rest(self, step: Step) -> None:
        """Leave time to read what the page says about this step."""
        if self._pause:
            longest = max((len(words) for words in step.tell.values()), default=0)
            await asyncio.tasks.sleep(self._pause + longest * READING)

    async def _take(self, step: Step, following: Sequence[Step]) -> None:
        if step.deed == "passes":
            await self._pass(step.words)
            return
        person, people = self._person(step.who), self._playground.people
        place = self._place(step)
        if step.deed == "says":
            people.say(person, place, step.words)
        elif step.deed == "sends":
            people.send_photo(person, place, screenshot(), step.words)
        elif step.deed == "blocks":
            people.block(person, self._bot())
        elif step.deed == "unblocks":
            people.unblock(person, self._bot())
        elif step.deed == "sees":
            await self._until(lambda: self._shown(step), f"{person.first_name}: “{step.words}”")
        else:
            await self._press(person, step, following)

    async def _press(self, person: User, step: Step, following: Sequence[Step]) -> None:
        later = next(iter(_asked(following)), None) if step.maybe else None

        def there() -> object:
            return self._button(step) or (later is not None and self._button(later))

        await self._until(there, f"{person.first_name}: [{step.words}]")
        found = self._button(step)
        if found is not None:
            self._playground.people.press(person, *found)

    async def _pass(self, length: str) -> None:
        backstage = self._stage.backstage
        if backstage is None:
            raise StuckError("only a demo can let time pass")
        if length == NEXT:
            await backstage.advance_to_next()
        else:
            await backstage.advance(seconds(length))

    async def _until(self, look: Look, wanted: str) -> None:
        """Look after each thing that happens, until it is there."""
        events = self._playground.events
        try:
            async with asyncio.timeout(self._patience):
                while not look():
                    await events.wait(1)
        except TimeoutError:
            raise StuckError(wanted) from None

    def _person(self, part: str) -> User:
        if part not in self._people:
            raise StuckError(f"nobody plays {part}")
        return self._people[part]

    def _bot(self) -> Bot:
        if self._stage.bot is None:
            raise StuckError("there is no bot")
        return self._stage.bot

    def _place(self, step: Step) -> Chat | Bot:
        if not step.group:
            return self._bot()
        if self._stage.group is None:
            raise StuckError("there is no group")
        return self._stage.group

    def _news(self, step: Step) -> Iterator[Message]:
        """Return what the bot wrote or changed in this place since the story began, newest first."""
        place = self._place(step)
        chat = place
        if isinstance(place, Bot):
            chat = self._playground.private(self._person(step.who), place)
        assert isinstance(chat, Chat)  # noqa: S101 for mypy
        since = self._since.get(id(chat), 0)
        for message in reversed(self._playground.transcript(chat)):
            if message.sender is self._bot().user and message.id > since:
                yield message

    def _shown(self, step: Step) -> Message | None:
        return next((each for each in self._news(step) if step.words in each.text), None)

    def _button(self, step: Step) -> tuple[Message, str] | None:
        """Return the newest message with a button that reads so, and the button's data."""
        for message in self._news(step):
            for button in message.buttons:
                if button.data is not None and plain(button.label) == step.words:
                    return message, button.data
        return None


def plain(label: str) -> str:
    """Return a button's words without what stands before them."""
    return "".join(dropwhile(lambda sign: not sign.isalnum(), label)).strip()


def _asked(following: Sequence[Step]) -> Iterator[Step]:
    return (step for step in following if step.deed == "presses")
