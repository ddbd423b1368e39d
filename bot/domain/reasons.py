"""Why a message was not sent, as constant words: those that have a text of their own."""

REASONS = frozenset(
    {
        # refused for good
        *("blocked", "deactivated", "never started", "is a bot", "removed from the group"),
        *("group deleted", "no rights in the group", "topic gone", "topic closed"),
        *("topic icon", "no forum", "too many topics"),
        *("too long", "empty", "file gone", "file too big", "message gone", "press too old"),
        *("markup", "buttons", "question gone", "unknown kind"),
        *("outcome unknown", "send failed"),
        # to be tried again
        *("too many requests", "time-out", "network", "bot refused", "unreadable answer", "moved"),
        *("copy vanished",),
        # by other channels than Telegram
        *("channel refused", "channel time-out", "channel wrong", "channel off", "no address"),
        # no longer wanted
        *("ended", "taken", "owner changed", "expired", "subject gone", "newer edit waits"),
    }
)


def reason_id(reason: str | None) -> str | None:
    """Return the text that says a reason; None for one that only Telegram has words for."""
    return f"reason-{reason.replace(' ', '-')}" if reason in REASONS else None
