"""On watch: check in, say "still there", stand in for somebody, prove that a page arrives."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.domain import playbook, roll_call
from bot.domain.duty_words import is_here, is_only_an_answer, pressed
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.roster import Shift
from bot.domain.typed import unaccented
from bot.services import (
    duty_answers,
    missing,
    onwatch,
    own_posts,
    signs,
    standins,
    testpages,
    watchlog,
)
from bot.services.messages import instant
from handlers import handover
from handlers.registry import Button, Command, Context

Act = Callable[..., Awaitable[None]]


def _say(context: Context, text: str, **said: Any) -> None:  # noqa: ANN401 what the text asks for
    """Say what was done: below the button, or as an answer to words."""
    if context.press is None:
        context.answer(text, **said)
    context.toast(text, **said)


def _say_there(context: Context, mine: Sequence[Shift], text: str) -> None:
    until = instant(max(shift.end for shift in mine))
    _say(context, text, post=own_posts.posts(mine), until=until)


async def check_in(context: Context) -> None:
    """/checkin [for NAME | no NAME | known NAME]; a lead's NAME says that somebody is there."""
    first, _, rest = context.words.partition(" ")
    if not first:
        mine = await onwatch.check_in_now(context.tx, context.team, context.person)
        _say_there(context, mine, "checkin-done")
    elif act := _TYPED.get(unaccented(first)):
        await act(context, str(await missing.named(context.tx, rest)))
    elif may(context.person, Role.LEAD):
        theirs = await onwatch.vouch(context.tx, context.team, context.person, context.words)
        _say_there(context, theirs, "checkin-done-for")
    else:
        raise Refused("refused-checkin-usage")


async def press_check_in(context: Context, shift_id: str) -> None:
    """[Check in]."""
    mine = await onwatch.check_in(context.tx, context.team, context.person, int(shift_id))
    _say_there(context, mine, "checkin-done")


async def press_here(context: Context, shift_id: str) -> None:
    """[Still there]."""
    mine = await signs.here(context.tx, context.team, context.person, int(shift_id))
    _say_there(context, mine, "checkin-still")


async def press_stand_in(context: Context, shift_id: str) -> None:
    """[I stand in]."""
    mine = await onwatch.stand_in(context.tx, context.team, context.person, int(shift_id))
    _say_there(context, mine, "standin-done")


async def press_no_stand_in(context: Context, shift_id: str, line_id: str = "") -> None:
    """[I can't]: commander and leads hear it."""
    tx, team, person = context.tx, context.team, context.person
    former = await standins.cannot(tx, team, person, int(shift_id), _number(line_id))
    _say(context, "standin-declined", name={"list": [one.name for one in former]})


async def press_known(context: Context, shift_id: str, line_id: str = "") -> None:
    """[I know]: nobody is reminded of who is missing any more."""
    tx, team, person = context.tx, context.team, context.person
    absent = await missing.know(tx, team, person, int(shift_id), _number(line_id))
    _say(context, "missing-known", name={"list": [one.name for one in absent]})


def _number(digits: str) -> int | None:
    return int(digits) if digits else None


async def test_page(context: Context) -> None:
    """/testpage: one for me. /testpage all, for leads: everybody of the watch."""
    if not context.words:
        await testpages.send_one(context.tx, context.team, context.person)
        if not context.is_private:
            context.answer("answered-in-private")
        return
    if unaccented(context.words) not in _ALL:
        raise Refused("refused-testpage-usage")
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    watch = await testpages.coming_watch(context.tx)
    tried = await testpages.send_again(context.tx, context.team, watch)
    within = int(context.team.catalog.watch.policy.test_within.total_seconds())
    said: dict[str, Any] = {"watch": watch.name, "within": {"duration": within}}
    context.answer("test-pages-sent", count=tried.sent, before=tried.said, **said)


async def press_test_page(context: Context, page_id: str) -> None:
    """[Received], on a test page."""
    page = await testpages.answer(context.tx, context.person, int(page_id))
    after = int((context.tx.now - page.sent_at).total_seconds())
    _say(context, "test-page-answered", after={"duration": after})


async def answered(context: Context) -> bool:
    """Do what words under a call to a watcher mean; False when they mean nothing there."""
    message, reply = context.message, context.message.reply_to_message
    if message.attachment is not None or not message.words:
        return False
    if reply is not None:
        found = await duty_answers.replied(context.tx, message.chat.id, reply.message_id)
    else:
        found = await duty_answers.newest(context.tx, context.person, message.chat.id)
    offered = {verb: data for verb, data in found.items() if verb in _ACTS}
    verb = pressed(tuple(offered), message.words)
    if verb is not None:
        await _answer(context, verb, offered[verb])
    elif "sign" in offered and reply is not None:
        await handover.write(context, offered["sign"].partition(":")[2], message.words)
    else:
        return False
    return True


async def _answer(context: Context, verb: str, data: str) -> None:
    """Do what a button would; Refused where the words could mean several of them."""
    _, *args = data.split(":")
    if not args:
        raise Refused("refused-who-is-missing", count=2)
    await _ACTS[verb](context, *args)


async def said_unasked(context: Context) -> bool:
    """Hear "still there" from somebody on watch whom nobody has asked; anything else is talk."""
    message = context.message
    if message.attachment is not None or not is_here(message.words):
        return False
    if not await watchlog.is_on_watch(context.tx, context.person):
        return False
    mine = await onwatch.check_in_now(context.tx, context.team, context.person)
    _say_there(context, mine, "checkin-still")
    return True


def answers_nothing(context: Context) -> bool:
    """Tell a member whose "ok", "on my way" or "done 3" answers nothing that nothing waits."""
    message, words = context.message, context.message.words
    if not may(context.person, Role.RESPONDER) or message.attachment is not None:
        return False
    if not is_only_an_answer(words) and not roll_call.said(words) and not playbook.read(words):
        return False
    context.answer("no-call-waits")
    return True


_ALL = frozenset({"all", "tat ca", "ca dot", "moi nguoi"})
_TYPED: Mapping[str, Act] = {
    "for": press_stand_in,
    "thay": press_stand_in,
    "no": press_no_stand_in,
    "khong": press_no_stand_in,
    "known": press_known,
    "biet": press_known,
}
_ACTS: Mapping[str, Act] = {
    "checkin": press_check_in,
    "here": press_here,
    "standin": press_stand_in,
    "nostandin": press_no_stand_in,
    "known": press_known,
    "testpage": press_test_page,
    "sign": handover.press_sign,
    "received": handover.press_received,
}

COMMANDS = (
    Command("checkin", "nhanca", Role.RESPONDER, check_in),
    Command("testpage", "goithu", Role.RESPONDER, test_page),
)

BUTTONS = (
    Button("checkin", Role.RESPONDER, press_check_in),
    Button("here", Role.RESPONDER, press_here),
    Button("standin", Role.RESPONDER, press_stand_in),
    Button("nostandin", Role.RESPONDER, press_no_stand_in),
    Button("known", Role.RESPONDER, press_known),
    Button("testpage", Role.RESPONDER, press_test_page),
)
