"""A local Telegram: a stateful Bot API server for the tests and the demo.

It keeps users, private chats, groups, topics, messages, files and queues of updates, and behaves
towards a bot as Telegram does, refusals and flood limits included. It knows nothing of the rest
of the program: the two speak the Bot API over HTTP and nothing else.

Two mounts carry the same calls: `Playground.transport()` for an httpx client in this process, and
`server.serve()` for a socket on loopback. There, beside `/bot<token>/<method>` and
`/file/bot<token>/<path>`, people act from outside:

    POST /playground/<deed>       what `People` can do: start, say, press, add_user, migrate, …
    POST /playground/add_bot      {token, username, name, privacy}
    POST /playground/faults       the fields of `Fault`; DELETE on the same lifts all
    POST /playground/down         no connection is accepted until the troubles are lifted
    GET  /playground/transcript   ?chat=<group or bot>&user=<who looks>: what that person sees
    GET  /playground/everybody    users, bots and groups with their members and topics
    GET  /playground/events       ?after=<seq>&timeout=<seconds>: {last, events}, held until news
    GET  /playground/health       complaints, floods, pending updates, troubles set
    GET  /playground/file/<id>    the content of a file

An event is {seq, at, kind, …}: message and edited_message (message),
deleted and unpinned (message_id), press (query, user, data), toast (query, user, text, alert),
reaction (message), action, queued (bot, update_id, update), newcomer (user). All but the last two
name chat and bot.
"""

from bot.playground.hours import HandClock
from bot.playground.meters import Limits
from bot.playground.playground import Playground

__all__ = ["HandClock", "Limits", "Playground"]
