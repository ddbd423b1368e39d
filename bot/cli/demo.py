"""`trucban demo`: one night on duty on a local Telegram, with no token and no phone.

In a terminal it prints one address to open and runs until Ctrl+C; elsewhere it plays the first
story by itself and prints the conversation. The bot is a process of its own, the people and the
local Telegram are in this one; they talk over HTTP as they would in earnest.
"""

import asyncio
import signal
import sys
from dataclasses import dataclass

from rich.console import Console

from bot.cli.conversation import Printer, print_timeline
from bot.cli.night import Night, a_night
from bot.playground import Playground
from bot.playground.player import Player, StuckError
from bot.playground.server import serve
from bot.playground.stage import Stage
from bot.playground.story import stories

FIRST_STORY = "defaced"


@dataclass(frozen=True)
class Wish:
    """What somebody asked of the playground on the command line."""

    host: str | None = None
    port: int = 0
    tokens: tuple[str, ...] = ()


async def play(screen: Console, wish: Wish) -> int:
    """Run the demo of a night as fits the place it was started in; returns the exit code."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return await _on_the_page(screen, wish)
    return await _on_the_screen(screen)


async def _on_the_screen(screen: Console) -> int:
    """Play the first story, print who wrote what, and then the incident as it is stored."""
    async with a_night(screen) as (address, night):
        screen.print(f"Local Telegram: {address}", markup=False)
        screen.print(f"Database:       {night.settings.database_url}\n", markup=False)
        night.stage.pace = 0
        player = Player(night.stage)
        hurrying = asyncio.create_task(night.hurry())
        try:
            async with Printer(night.stage, screen, night.settings.zone).following():
                await player.play(stories()[FIRST_STORY])
        except StuckError as error:
            screen.print(f"The story stopped: waiting for {error}", markup=False)
            return 1
        finally:
            hurrying.cancel()
        await print_timeline(night.database, screen, night.settings.zone)
    return 0


async def _on_the_page(screen: Console, wish: Wish) -> int:
    """Show the page until Ctrl+C; "begin anew" on it puts another night at the same address."""
    stopping, port, said = _stopping(), wish.port, False
    while not stopping.is_set():
        async with a_night(screen, port, wish.host) as (address, night):
            if not said:
                screen.print(f"\n  Open  {address}\n", style="bold", highlight=False)
                screen.print("  Ctrl+C ends it.", style="dim")
            port, said = int(address.rpartition(":")[2]), True
            await _ended(stopping, night)
    return 0


async def _ended(stopping: asyncio.Event, night: Night) -> None:
    """Return when somebody wants to stop, or to begin anew."""
    tasks = [asyncio.create_task(each.wait()) for each in (stopping, night.anew)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


async def only_telegram(screen: Console, wish: Wish) -> int:
    """Serve the local Telegram and its page for any other bot program, until Ctrl+C."""
    playground = Playground()
    people = playground.people
    cast = {name: people.add_user(name) for name in ("An", "Bình", "Chi")}
    bots = [
        playground.add_bot(token, f"demo{number}_bot", f"Bot {number}")
        for number, token in enumerate(wish.tokens, start=1)
    ]
    group = people.add_group("Nhóm thử · Test group", members=[*cast.values()], admins=bots)
    stage = Stage(playground, cast, bots[0] if bots else None, group)
    async with serve(playground, wish.port, stage=stage, host=wish.host) as address:
        screen.print(f"\n  Chat page     {address}", style="bold", highlight=False)
        screen.print(f"  Bot API       {address}/bot<token>/<method>", markup=False)
        screen.print(f"  Files         {address}/file/bot<token>/<path>\n", markup=False)
        if not wish.tokens:
            screen.print(_how_to_register(address), markup=False, highlight=False)
        screen.print("  Ctrl+C ends it.", style="dim")
        await _stopping().wait()
    return 0


def _how_to_register(address: str) -> str:
    told = '{"token": "1:TEST", "username": "my_bot", "name": "My bot"}'
    return (
        "  Register a token, here or with --token 1:TEST at the start:\n"
        f"  curl -H 'Content-Type: application/json' {address}/playground/add_bot \\\n"
        f"    -d '{told}'\n"
    )


def _stopping() -> asyncio.Event:
    stopping = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    return stopping
