"""What Telegram's answers mean, as a table."""

from datetime import timedelta

import pytest
from telegram import error as errors
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.verdict import REFUSALS, UNREACHABLE, Outcome, backoff, judge
from bot.delivery.wire import NotSentError

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


@pytest.mark.parametrize(
    ("error", "outcome", "reason"),
    [
        (BadRequest(NOT_MODIFIED), Outcome.SENT, "unchanged"),
        (BadRequest("Message to edit not found"), Outcome.FRESH, "message gone"),
        (BadRequest("Message can't be edited"), Outcome.FRESH, "message gone"),
        (BadRequest("Message to pin not found"), Outcome.DEAD, "message gone"),
        (BadRequest("Can't parse entities: unmatched end tag"), Outcome.WITHOUT, "markup"),
        (
            BadRequest("Can't parse inline keyboard button: Text buttons are unallowed"),
            Outcome.WITHOUT,
            "buttons",
        ),
        (BadRequest("BUTTON_DATA_INVALID"), Outcome.WITHOUT, "buttons"),
        (BadRequest("Reply markup is too long"), Outcome.WITHOUT, "buttons"),
        (BadRequest("Message to be replied not found"), Outcome.WITHOUT, "question gone"),
        (BadRequest("TOPIC_CLOSED"), Outcome.WITHOUT, "topic closed"),
        (BadRequest("TOPIC_DELETED"), Outcome.WITHOUT, "topic gone"),
        (BadRequest("TOPIC_NOT_MODIFIED"), Outcome.SENT, "unchanged"),
        (BadRequest("TOPIC_ID_INVALID"), Outcome.DEAD, "topic gone"),
        (BadRequest("the chat is not a forum"), Outcome.DEAD, "no forum"),
        (BadRequest("DOCUMENT_INVALID"), Outcome.WITHOUT, "topic icon"),
        (
            BadRequest("not enough rights to create a topic"),
            Outcome.DEAD,
            "no rights in the group",
        ),
        (BadRequest("Message caption is too long"), Outcome.WITHOUT, "too long"),
        (BadRequest("Text is too long"), Outcome.WITHOUT, "too long"),
        (BadRequest("Message text is empty"), Outcome.DEAD, "empty"),
        (BadRequest("Have no write access to the chat"), Outcome.DEAD, "no rights in the group"),
        (
            BadRequest("Not enough rights to send text messages to the chat"),
            Outcome.DEAD,
            "no rights in the group",
        ),
        (BadRequest("CHAT_WRITE_FORBIDDEN"), Outcome.DEAD, "no rights in the group"),
        (BadRequest("PEER_ID_INVALID"), Outcome.DEAD, "never started"),
        (
            BadRequest("Wrong file_id or the file is temporarily unavailable"),
            Outcome.DEAD,
            "file gone",
        ),
        (BadRequest("File is too big"), Outcome.DEAD, "file too big"),
        (NetworkError("Request Entity Too Large"), Outcome.DEAD, "file too big"),
        (NetworkError("Too Many Requests"), Outcome.AGAIN, "too many requests"),
        (BadRequest("Chat not found"), Outcome.DEAD, "never started"),
        (BadRequest("Message thread not found"), Outcome.WITHOUT, "topic gone"),
        (BadRequest("Message is too long"), Outcome.WITHOUT, "too long"),
        (
            BadRequest("Query is too old and response timeout expired"),
            Outcome.DEAD,
            "press too old",
        ),
        (Forbidden("Forbidden: bot was blocked by the user"), Outcome.DEAD, "blocked"),
        (Forbidden("Forbidden: user is deactivated"), Outcome.DEAD, "deactivated"),
        (
            Forbidden("Forbidden: the bot can't send messages to the bot"),
            Outcome.DEAD,
            "is a bot",
        ),
        (
            Forbidden("Forbidden: bot is not a member of the supergroup chat"),
            Outcome.DEAD,
            "removed from the group",
        ),
        (Forbidden("Forbidden: the group chat was deleted"), Outcome.DEAD, "group deleted"),
        (
            Forbidden("Forbidden: bot can't initiate conversation with a user"),
            Outcome.DEAD,
            "never started",
        ),
        (
            Forbidden("Forbidden: bot was kicked from the supergroup chat"),
            Outcome.DEAD,
            "removed from the group",
        ),
        (RetryAfter(7), Outcome.AGAIN, "too many requests"),
        (ChatMigrated(-100123), Outcome.MOVED, "moved"),
        (TimedOut(), Outcome.UNKNOWN, "time-out"),
        (TimedOut("Request was *not* sent to Telegram"), Outcome.AGAIN, "time-out"),
        (NotSentError("ClientConnectorError"), Outcome.AGAIN, "network"),
        (NetworkError("httpx.ConnectError: refused"), Outcome.AGAIN, "network"),
        (NetworkError("httpx.ReadError: closed"), Outcome.UNKNOWN, "network"),
        (NetworkError("Bad Gateway"), Outcome.UNKNOWN, "network"),
        (InvalidToken(), Outcome.AGAIN, "bot refused"),
        (Conflict("terminated by other getUpdates request"), Outcome.AGAIN, "bot refused"),
        (TelegramError("Invalid server response"), Outcome.UNKNOWN, "unreadable answer"),
    ],
)
def test_every_answer_has_its_meaning(error, outcome, reason):
    verdict = judge(error, 1)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)


def test_an_unknown_refusal_is_final_and_keeps_telegrams_words():
    verdict = judge(BadRequest("Something nobody has seen"), 1)
    assert (verdict.outcome, verdict.reason) == (Outcome.DEAD, "Something nobody has seen")


def test_too_many_requests_holds_the_chat_for_as_long_as_telegram_says():
    verdict = judge(RetryAfter(35), 1)
    assert (verdict.wait, verdict.holds_chat) == (timedelta(seconds=35), True)


def test_a_moved_group_says_where_it_is_now():
    assert judge(ChatMigrated(-1009), 1).chat_id == -1009


def _all_classes(root):
    for child in root.__subclasses__():
        yield child
        yield from _all_classes(child)


def _example(kind):
    return {"RetryAfter": lambda: kind(1), "ChatMigrated": lambda: kind(-5)}.get(
        kind.__name__, lambda: _built(kind)
    )()


def _built(kind):
    try:
        return kind("words")
    except TypeError:
        return kind()


@pytest.mark.parametrize("kind", sorted(_all_classes(TelegramError), key=str))
def test_every_error_class_of_the_library_is_judged_without_guessing(kind):
    verdict = judge(_example(kind), 1)
    assert verdict.outcome in Outcome
    # Only an answer nobody can read may fall through to the last line.
    assert verdict.reason != "unreadable answer"


def test_the_library_still_has_the_classes_this_table_was_written_for():
    theirs = {c for c in _all_classes(TelegramError) if c.__module__.startswith("telegram.")}
    assert {c.__name__ for c in theirs} == {
        "BadRequest",
        "ChatMigrated",
        "Conflict",
        "EndPointNotFound",
        "Forbidden",
        "InvalidToken",
        "NetworkError",
        "PassportDecryptionError",
        "RetryAfter",
        "TimedOut",
    }
    assert issubclass(errors.BadRequest, errors.NetworkError)


def test_whoever_cannot_be_reached_is_named_by_reasons_of_the_table():
    assert {reason for _, _, reason in REFUSALS} >= UNREACHABLE


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 1), (1, 1), (2, 2), (5, 16), (6, 30), (99, 30)]
)
def test_waiting_doubles_up_to_half_a_minute(attempts, seconds):
    assert backoff(attempts) == timedelta(seconds=seconds)
