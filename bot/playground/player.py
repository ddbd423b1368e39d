"""Plays a story: people write and press at a pace one can follow, and wait for what they see."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile
from zoneinfo import ZoneInfo

from bot.playground.accounts import Bot, User
from bot.playground.chats import Chat, Message
from bot.playground.pictures import screenshot
from bot.playground.refusals import Misuse
from bot.playground.stage import Stage
from bot.playground.story import INSTANT, NEXT, Step, Story, seconds, until

PATIENCE = 45.0
# Seconds to read one letter of what is told.
READING = 0.018
CROWD, TEAM = "crowd", "team"

Look = Callable[[], object]


class StuckError(Exception):
    """What a story waits for does not come."""


class Player:
    """Plays one story at a time on a stage; tells in events which step it is at."""

    def __init__(self, stage: Stage, *, patience: float = PATIENCE) -> None:
        self._stage = stage
        self._playground = stage.playground
        self._patience = patience
        self._task: asyncio.Task[None] | None = None
        self._crowd: list[User] = []
        self._since: dict[int, int] = {}
        self._done: dict[tuple[int, int], int] = {}
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
        self._crowd = [self._playground.people.add_user(name) for name in story.crowd]
        self._done = {}
        self._since = {id(chat): max(chat.messages, default=0) for chat in self._chats()}
        for number, step in enumerate(story.steps):
            self._tell("playing", number, step)
            await self._rest(step)
            await self._take(step, story.steps[number + 1 :])

    def _chats(self) -> Iterator[Chat]:
        yield from self._playground.groups.values()
        yield from self._playground.privates.values()

    async def _play(self, story: Story) -> None:
        try:
            await self.play(story)
        except (StuckError, Misuse) as error:
            self._tell("stuck", 0, reason=str(error))
        else:
            self._tell("done", len(story.steps))
        finally:
            # The same story may have begun again meanwhile.
            if self._task is asyncio.current_task():
                self.playing = None

    def _tell(self, state: str, number: int, step: Step | None = None, reason: str = "") -> None:
        story = self.playing
        if story is None:
            return
        facts: dict[str, object] = {"state": state, "name": story.name, "number": number}
        if step is not None:
            person = self._stage.cast.get(step.who)
            facts |= {"who": person.id if person else None, "group": step.group}
            facts |= {"tell": step.tell} if step.tell else {}
        self._stage.happened("story", **facts, of=len(story.steps), reason=reason)

    async def _rest(self, step: Step) -> None:
        """Leave time to read what the page says about this step."""
        pace = self._stage.pace
        if pace:
            longest = max((len(words) for words in step.tell.values()), default=0)
            await asyncio.tasks.sleep(pace + longest * READING)

    async def _take(self, step: Step, following: Sequence[Step]) -> None:
        if step.deed == "passes":
            await self._pass(step.words)
        else:
            doing = (self._do(person, step, following) for person in self._persons(step.who))
            await asyncio.gather(*doing)

    async def _do(self, person: User, step: Step, following: Sequence[Step]) -> None:
        people, place = self._playground.people, self._place(step)
        if step.deed in {"says", "sends"}:
            self._does(person, step)
        if step.deed == "says":
            people.say(person, place, step.words)
        elif step.deed == "sends":
            people.send_photo(person, place, screenshot(), step.words)
        elif step.deed == "blocks":
            people.block(person, self._bot())
        elif step.deed == "unblocks":
            people.unblock(person, self._bot())
        elif step.deed == "sees":
            wanted = f"{person.first_name}: “{step.words}”"
            await self._until(lambda: self._shown(person, step), wanted)
        else:
            await self._press(person, step, following)

    async def _press(self, person: User, step: Step, following: Sequence[Step]) -> None:
        later = next((each for each in following if each.deed == "presses"), None)

        def there() -> object:
            others = (step.one and self._any(step)) or (step.maybe and later and self._any(later))
            return self._button(person, step) or others

        await self._until(there, f"{person.first_name}: [{step.words}]")
        found = self._button(person, step)
        if found is not None:
            self._does(person, step)
            self._playground.people.press(person, *found)

    def _does(self, person: User, step: Step) -> None:
        """Remember how far this chat was when somebody did something."""
        chat = self._chat(person, step)
        self._done[person.id, id(chat)] = max(chat.messages, default=0)

    def _any(self, step: Step) -> object:
        return any(self._button(person, step) for person in self._persons(step.who))

    async def _pass(self, length: str) -> None:
        backstage = self._stage.backstage
        if backstage is None:
            raise StuckError("only a demo can let time pass")
        if length == NEXT:
            await backstage.advance_to_next()
        elif INSTANT.fullmatch(length):
            zone = ZoneInfo(self._stage.zone or "UTC")
            await backstage.advance(until(length, self._playground.now(), zone))
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

    def _persons(self, part: str) -> list[User]:
        """Return who plays a part: one of the cast, the story's own people, or the others."""
        if part == CROWD:
            return self._crowd
        if part == TEAM:
            return list(self._stage.team)
        if part not in self._stage.cast:
            raise StuckError(f"nobody plays {part}")
        return [self._stage.cast[part]]

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

    def _chat(self, person: User, step: Step) -> Chat:
        place = self._place(step)
        return self._playground.private(person, place) if isinstance(place, Bot) else place

    def _news(self, person: User, step: Step) -> Iterator[Message]:
        """Return what the bot has written here since the story began, newest first."""
        chat = self._chat(person, step)
        since = self._since.get(id(chat), 0)
        if step.anew:
            since = max(since, self._done.get((person.id, id(chat)), 0))
        for message in reversed(self._playground.transcript(chat)):
            if message.sender is self._bot().user and message.id > since:
                yield message

    def _shown(self, person: User, step: Step) -> Message | None:
        return next((each for each in self._news(person, step) if step.words in each.text), None)

    def _button(self, person: User, step: Step) -> tuple[Message, str] | None:
        """Return the newest message with a button that reads so, and the button's data."""
        under = (each for each in self._news(person, step) if step.under in each.text)
        for message in under:
            for button in message.buttons:
                if button.data is not None and plain(button.label) == step.words:
                    return message, button.data
        return None


def plain(label: str) -> str:
    """Return a button's words without what stands before them."""
    return "".join(dropwhile(lambda sign: not sign.isalnum(), label)).strip()
