"""Words between team and reporter: what is asked, and whether a message answers it."""

from datetime import datetime, timedelta

from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes

RELAY = "relay"
LONGEST = 1_500
ANSWERS_FOR = timedelta(hours=24)
GOES_ON_FOR = timedelta(minutes=10)


def relay_form() -> Form:
    """Return the one question: what the reporter is to be asked, in words or with a file."""
    return Form(RELAY, (Question("words", Takes.ANY, check=check),), confirm=False)


def check(words: str) -> None:
    """Refuse words that would not fit below one another in a message."""
    if len(words) > LONGEST:
        raise Refused("refused-relay-long", most=LONGEST)


def answers(asked_at: datetime, last_word_at: datetime | None, now: datetime) -> bool:
    """Tell whether what a reporter writes unasked now answers the newest question."""
    if now - asked_at > ANSWERS_FOR:
        return False
    return last_word_at is None or last_word_at < asked_at or now - last_word_at < GOES_ON_FOR
