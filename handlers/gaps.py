"""Where the roster lacks somebody: what is wrong ahead, places to be filled, some days of quiet."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.typed import unaccented
from bot.domain.watch_words import read_day
from bot.services import gap_pages, gaps, openings, swap_wishes
from bot.services.messages import instant
from handlers.registry import Button, Command, Context

Act = Callable[[Context, str], Awaitable[None]]


async def show_gaps(context: Context) -> None:
    """/gaps [take number | for leads: seek number, mute day, known]: what is not covered."""
    words = context.words.strip()
    verb, _, rest = words.partition(" ")
    act = _TYPED.get(unaccented(verb))
    if act is not None:
        await act(context, rest.strip())
    elif words:
        raise Refused("refused-gaps-usage")
    else:
        await gap_pages.show(context.tx, context.team, context.person)
        if not context.is_private:
            context.answer("answered-in-private")


async def press_take(context: Context, watch_id: str, start_number: str, seat_number: str) -> None:
    """[I take it], below an empty place."""
    place = int(watch_id), int(start_number), int(seat_number)
    await openings.take(context.tx, context.team, context.person, *place)
    context.toast("toast-opening-yours")


async def _take_typed(context: Context, words: str) -> None:
    opening = await openings.numbered(context.tx, context.team, swap_wishes.number_of(words))
    tx, team, person = context.tx, context.team, context.person
    await openings.fill(tx, team, opening, person, by=person)
    context.answer("toast-opening-yours")


async def press_seek(context: Context, watch_id: str, start_number: str, seat_number: str) -> None:
    """[Look for somebody] for an empty place."""
    place = int(watch_id), int(start_number), int(seat_number)
    asked = await openings.seek(context.tx, context.team, context.person, *place)
    context.toast("toast-opening-asked", count=len(asked))


async def _seek_typed(context: Context, words: str) -> None:
    _only_leads(context)
    found = await openings.numbered(context.tx, context.team, swap_wishes.number_of(words))
    place = found.watch_id, int(found.start.timestamp()), found.seat
    asked = await openings.seek(context.tx, context.team, context.person, *place)
    context.answer("toast-opening-asked", count=len(asked))


async def press_known(context: Context, watch_id: str) -> None:
    """[I know] below an alarm about an open gap."""
    await gaps.know(context.tx, context.person, int(watch_id))
    context.toast("toast-gap-known")


async def _known_typed(context: Context, words: str) -> None:
    del words
    _only_leads(context)
    await gaps.know_all(context.tx, context.person)
    context.answer("toast-gap-known")


async def press_mute(context: Context, until_number: str) -> None:
    """[Quiet until …] below the daily message."""
    try:
        until = datetime.fromtimestamp(int(until_number), UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise Refused("refused-unknown-button") from error
    await _mute(context, until)


async def _mute_typed(context: Context, words: str) -> None:
    _only_leads(context)
    day = read_day(words, context.tx.now.astimezone(context.team.zone).date())
    at = context.team.catalog.watch.policy.gaps_at
    await _mute(context, datetime.combine(day, at, context.team.zone).astimezone(UTC))


async def _mute(context: Context, until: datetime) -> None:
    await gaps.mute(context.tx, context.team, context.person, until)
    if context.press is None:
        context.answer("toast-muted", until=instant(until))
    context.toast("toast-muted", until=instant(until))


def _only_leads(context: Context) -> None:
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})


_TYPED: dict[str, Act] = {
    **dict.fromkeys(("take", "nhan"), _take_typed),
    **dict.fromkeys(("seek", "tim"), _seek_typed),
    **dict.fromkeys(("mute", "tat"), _mute_typed),
    **dict.fromkeys(("known", "biet"), _known_typed),
}

COMMANDS = (Command("gaps", "catrong", Role.RESPONDER, show_gaps),)
BUTTONS = (
    Button("opening", Role.RESPONDER, press_take),
    Button("seek", Role.LEAD, press_seek),
    Button("gapknown", Role.LEAD, press_known),
    Button("covermute", Role.LEAD, press_mute),
)
