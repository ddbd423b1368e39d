"""getMe, getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

import asyncio

from bot.playground.accounts import Bot
from bot.playground.methods.call import Call, Described, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import Refusal, bad_request, conflict, too_many
from bot.playground.updates import UpdateQueue
from bot.playground.webhook import Webhook, check_secret, check_url

BATCH_LIMIT = 100
LONGEST_POLL = 50
CONNECTION_LIMIT = 100
SET_AGAIN_AFTER = 1
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
    " first"
)


@method("getMe")
def get_me(call: Call) -> Json:
    """Return the bot's own account."""
    return call.bot.user.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Return the updates from the offset on, waiting for the first one if asked to."""
    if call.bot.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    queue = call.bot.queue
    queue.allow(_allowed(call))
    limit = min(max(call.number("limit") or BATCH_LIMIT, 1), BATCH_LIMIT)
    timeout = min(max(call.number("timeout") or 0, 0), LONGEST_POLL)
    offset = call.number("offset") or 0
    end_hold(call.bot, conflict(OTHER_POLLER))
    batch = queue.take(offset, limit, call.world.now())
    if not batch and timeout:
        await _hold(call, queue, timeout)
        batch = queue.take(offset, limit, call.world.now())
    return [update.as_json() for update in batch]


@method("setWebhook")
def set_webhook(call: Call) -> Described:
    """Have updates posted to an address instead of asked for."""
    url, now, before = call.text("url"), call.world.now(), call.bot.webhook
    if not url:
        return _webhook_removed(call)
    check_url(url)
    check_secret(call.text("secret_token"))
    if call.world.meters.limits is not None and now - before.set_at < SET_AGAIN_AFTER:
        raise too_many(SET_AGAIN_AFTER)
    same = (before.url, before.secret) == (url, call.text("secret_token"))
    connections = min(max(call.number("max_connections") or 40, 1), CONNECTION_LIMIT)
    call.bot.queue.allow(_allowed(call))
    _drop_pending(call)
    end_hold(call.bot, conflict("terminated by setWebhook request"))
    call.bot.webhook = Webhook(url, call.text("secret_token"), connections, now)
    call.bot.queue.news.set()
    return Described(True, "Webhook is already set" if same else "Webhook was set")


@method("deleteWebhook")
def delete_webhook(call: Call) -> Described:
    """Have updates kept until they are asked for."""
    return _webhook_removed(call)


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """Return where updates go and what went wrong last."""
    pending = len(call.bot.queue.waiting(call.world.now()))
    return call.bot.webhook.as_json(pending, call.bot.queue.allowed)


def end_hold(bot: Bot, reason: Refusal) -> None:
    """Answer a poll that is being held, if there is one, with a refusal."""
    held = bot.queue.held
    if held is not None and not held.done():
        held.set_exception(reason)
    bot.queue.held = None


async def _hold(call: Call, queue: UpdateQueue, timeout: float) -> None:  # noqa: ASYNC109
    held = queue.held = asyncio.get_running_loop().create_future()
    clock = asyncio.ensure_future(call.world.wait(timeout))
    try:
        await asyncio.wait({held, clock}, return_when=asyncio.FIRST_COMPLETED)
        if held.done():
            held.result()
    finally:
        clock.cancel()
        if held.done():
            held.exception()
        else:
            held.cancel()
        if queue.held is held:
            queue.held = None


def _allowed(call: Call) -> list[str] | None:
    kinds: list[str] | None = call.values.get("allowed_updates")
    if kinds is not None and not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("can't parse allowed_updates JSON object")
    return kinds


def _webhook_removed(call: Call) -> Described:
    _drop_pending(call)
    if not call.bot.webhook.url:
        return Described(True, "Webhook is already deleted")
    call.bot.webhook = Webhook()
    return Described(True, "Webhook was deleted")


def _drop_pending(call: Call) -> None:
    if call.flag("drop_pending_updates"):
        call.bot.queue.clear()
