"""What an answer of Telegram means for the message: one table, no string is looked at elsewhere.

SENT      the message is there (an edit that changes nothing counts)
AGAIN     it is not there; try again after `wait`; `holds_chat` slows the whole chat
UNKNOWN   nobody knows: the request left, the reply was lost; the message kind decides
WITHOUT   Telegram refuses a part of it, named by `reason`: send it at once without that part
FRESH     the message to be edited is gone: send it anew
MOVED     the group became a supergroup with id `chat_id`
DEAD      it will never arrive, because of `reason`
"""

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    PassportDecryptionError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.wire import NotSentError


class Outcome(StrEnum):
    """See the module's table."""

    SENT = "sent"
    AGAIN = "again"
    UNKNOWN = "unknown"
    WITHOUT = "without"
    FRESH = "fresh"
    MOVED = "moved"
    DEAD = "dead"


class Verdict(Struct, frozen=True):
    """The meaning of one answer; `reason` is a constant word for logs, cards and tests."""

    outcome: Outcome
    reason: str = ""
    wait: timedelta = timedelta(0)
    chat_id: int | None = None
    holds_chat: bool = False


# (part of the description, what follows, constant reason); the first that matches counts.
REFUSALS: tuple[tuple[str, Outcome, str], ...] = (
    ("message is not modified", Outcome.SENT, "unchanged"),
    ("message to edit not found", Outcome.FRESH, "message gone"),
    ("message can't be edited", Outcome.FRESH, "message gone"),
    ("message to pin not found", Outcome.DEAD, "message gone"),
    ("can't parse entities", Outcome.WITHOUT, "markup"),
    ("unsupported parse_mode", Outcome.WITHOUT, "markup"),
    ("reply markup", Outcome.WITHOUT, "buttons"),
    ("keyboard", Outcome.WITHOUT, "buttons"),
    ("button_", Outcome.WITHOUT, "buttons"),
    ("is too long", Outcome.WITHOUT, "too long"),
    ("message to be replied not found", Outcome.WITHOUT, "question gone"),
    ("message thread not found", Outcome.WITHOUT, "topic gone"),
    ("topic_deleted", Outcome.WITHOUT, "topic gone"),
    ("topic_closed", Outcome.WITHOUT, "topic closed"),
    ("topic_not_modified", Outcome.SENT, "unchanged"),
    ("topic_id_invalid", Outcome.DEAD, "topic gone"),
    ("chat is not a forum", Outcome.DEAD, "no forum"),
    ("channel_forum_missing", Outcome.DEAD, "no forum"),
    ("document_invalid", Outcome.WITHOUT, "topic icon"),
    ("query is too old", Outcome.DEAD, "press too old"),
    ("bot was blocked by the user", Outcome.DEAD, "blocked"),
    ("user_is_blocked", Outcome.DEAD, "blocked"),
    ("user is deactivated", Outcome.DEAD, "deactivated"),
    ("input_user_deactivated", Outcome.DEAD, "deactivated"),
    ("can't initiate conversation", Outcome.DEAD, "never started"),
    ("chat not found", Outcome.DEAD, "never started"),
    ("peer_id_invalid", Outcome.DEAD, "never started"),
    ("can't send messages to the bot", Outcome.DEAD, "is a bot"),
    ("can't send messages to bots", Outcome.DEAD, "is a bot"),
    ("bot was kicked", Outcome.DEAD, "removed from the group"),
    ("bot is not a member", Outcome.DEAD, "removed from the group"),
    ("group chat was deleted", Outcome.DEAD, "group deleted"),
    ("group chat was deactivated", Outcome.DEAD, "group deleted"),
    ("not enough rights", Outcome.DEAD, "no rights in the group"),
    ("have no write access", Outcome.DEAD, "no rights in the group"),
    ("need administrator rights", Outcome.DEAD, "no rights in the group"),
    ("chat_admin_required", Outcome.DEAD, "no rights in the group"),
    ("chat_write_forbidden", Outcome.DEAD, "no rights in the group"),
    ("chat_restricted", Outcome.DEAD, "no rights in the group"),
    ("message text is empty", Outcome.DEAD, "empty"),
    ("wrong file", Outcome.DEAD, "file gone"),
    ("wrong remote file", Outcome.DEAD, "file gone"),
    ("file is too big", Outcome.DEAD, "file too big"),
    ("request entity too large", Outcome.DEAD, "file too big"),
)

# Reasons that mean: this person cannot be reached by Telegram at all.
UNREACHABLE = frozenset({"blocked", "deactivated", "never started", "is a bot"})

# Reasons that mean: nothing reaches this group any more.
GROUP_GONE = frozenset({"removed from the group", "group deleted", "no rights in the group"})

_LONGEST_WAIT = 30.0


def judge(  # noqa: PLR0911 one return for each class of error
    error: TelegramError, attempts: int
) -> Verdict:
    """Return what an exception means after that many attempts; total over PTB's classes."""
    match error:
        case RetryAfter():
            return Verdict(Outcome.AGAIN, "too many requests", _retry_after(error), holds_chat=True)
        case ChatMigrated(new_chat_id=chat_id):
            return Verdict(Outcome.MOVED, "moved", chat_id=chat_id)
        # BadRequest and TimedOut are NetworkErrors too: they must be asked first.
        case BadRequest() | Forbidden():
            return _refusal(error)
        case TimedOut():
            return _timed_out(error, attempts)
        case InvalidToken() | EndPointNotFound() | Conflict():
            return Verdict(Outcome.AGAIN, "bot refused", timedelta(seconds=_LONGEST_WAIT))
        case NetworkError():
            return _network(error, attempts)
        case PassportDecryptionError():
            return Verdict(Outcome.DEAD, "passport")
        case _:
            # For instance a proxy's page instead of JSON.
            return Verdict(Outcome.UNKNOWN, "unreadable answer", backoff(attempts))


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after the nth failure in a row: 1 s, 2 s, 4 s … 30 s."""
    return timedelta(seconds=min(_LONGEST_WAIT, 2.0 ** min(max(attempts, 1) - 1, 10)))


def _retry_after(error: RetryAfter) -> timedelta:
    seconds = error.retry_after
    return seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)


def _refusal(error: TelegramError) -> Verdict:
    said = error.message.lower()
    for part, outcome, reason in REFUSALS:
        if part in said:
            return Verdict(outcome, reason)
    return Verdict(Outcome.DEAD, error.message[:200])


def _timed_out(error: TimedOut, attempts: int) -> Verdict:
    # PTB's own words when the request never left its pool.
    not_sent = "*not* sent" in error.message
    outcome = Outcome.AGAIN if not_sent else Outcome.UNKNOWN
    return Verdict(outcome, "time-out", backoff(attempts))


def _network(error: NetworkError, attempts: int) -> Verdict:
    said = error.message.lower()
    if "too many requests" in said:
        # A proxy's 429 names no time.
        return Verdict(Outcome.AGAIN, "too many requests", backoff(attempts), holds_chat=True)
    if "request entity too large" in said:
        return _refusal(error)
    # Only a failed connect proves that nothing left; a dropped connection proves nothing.
    not_sent = isinstance(error, NotSentError) or "httpx.ConnectError" in error.message
    outcome = Outcome.AGAIN if not_sent else Outcome.UNKNOWN
    return Verdict(outcome, "network", backoff(attempts))
