"""Why a message was not sent, as constant words: those that have a text of their own."""

REASONS = frozenset(
    {
        # refused for good
        *("blocked", "deactivated", "never started", "is a bot", "removed from the group"),
        *("group deleted", "no rights in the group", "topic gone", "topic closed"),
        *("too long", "empty", "file gone", "message gone", "press too old"),
        *("outcome unknown", "send failed"),
        # to be tried again
        *("too many requests", "time-out", "network", "bot refused", "unreadable answer", "moved"),
        *("copy vanished",),
        # no longer wanted
        *("ended", "taken", "owner changed", "expired", "subject gone", "newer edit waits"),
    }
)


def reason_id(reason: str | None) -> str | None:
    """Return the text that says a reason; None for one that only Telegram has words for."""
    return f"reason-{reason.replace(' ', '-')}" if reason in REASONS else None
