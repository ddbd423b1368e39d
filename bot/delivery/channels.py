"""The ways out beside Telegram: Apprise, in threads of its own, each call bounded in time.

Addresses hold passwords: neither they nor anything Apprise says reaches the log or a traceback.
"""

import asyncio
import logging
import warnings
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import Protocol

from msgspec import Struct

from bot.config import Settings
from bot.domain.channels import ChannelRules, Open, address, backoff, places
from bot.domain.people import Person, Role
from bot.texts.brief import Brief

logger = logging.getLogger(__name__)

THREADS = 12
_SILENT = ("apprise", "urllib3", "requests", "charset_normalizer", "markdown")


class Answer(StrEnum):
    """What a channel said to one message."""

    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WRONG = "wrong"
    NOBODY = "nobody"


class Judged(Struct, frozen=True):
    """What an answer means for the row: a reason without `again_in` is its end."""

    reason: str | None = None
    again_in: timedelta | None = None


def judge(answer: Answer, attempts: int, rules: ChannelRules) -> Judged:
    """Return what follows an answer to the nth attempt; a page of unknown fate is sent again."""
    match answer:
        case Answer.SENT:
            return Judged()
        case Answer.WRONG:
            return Judged("channel wrong")
        case Answer.NOBODY:
            return Judged("no address")
        case Answer.REFUSED | Answer.UNKNOWN:
            refused = answer is Answer.REFUSED
            reason = "channel refused" if refused else "channel time-out"
            return Judged(reason, backoff(attempts) if attempts < rules.tries else None)


class Way(Protocol):
    """Whatever brings a message to a person by a channel."""

    open: Open

    async def send(self, channel: str, person: Person, said: Brief, within: timedelta) -> Answer:
        """Bring it there; never raises."""


class Channels:
    """The channels that are set up, by the addresses of the settings."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = dict(templates)
        self.open: Open = {name: places(each) for name, each in self._templates.items()}
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="channel")
        if templates:
            load()

    async def send(self, channel: str, person: Person, said: Brief, within: timedelta) -> Answer:
        """Bring a message to a person's own address; a call that does not end is unknown."""
        there = address(self._templates[channel], person)
        if there is None:
            return Answer.NOBODY
        loop = asyncio.get_running_loop()
        call = loop.run_in_executor(self._pool, deliver, there, said)
        try:
            return await asyncio.wait_for(call, within.total_seconds())
        except TimeoutError:
            return Answer.UNKNOWN

    def close(self) -> None:
        """Begin no more calls; what runs ends by its own time-out."""
        self._pool.shutdown(wait=False, cancel_futures=True)


@cache
def load() -> None:
    """Load Apprise with all it knows: 0.5 s and 35 MB, which only those pay who use it."""
    for noisy in _SILENT:
        logging.getLogger(noisy).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        # It still tries modules that Python is about to drop.
        warnings.simplefilter("ignore")
        import apprise  # noqa: PLC0415

        apprise.Apprise.instantiate("json://localhost")


def deliver(there: str, said: Brief) -> Answer:
    """Send one message by Apprise, here and now."""
    import apprise  # noqa: PLC0415

    # It becomes a header of HTTP, which knows no accents.
    asset = apprise.AppriseAsset(app_id="Truc Ban", app_desc="Truc Ban", app_url="")
    try:
        target = apprise.Apprise.instantiate(there, asset=asset)
        if not isinstance(target, apprise.NotifyBase):
            return Answer.WRONG
        kind = apprise.NotifyType.WARNING
        done = target.notify(title=said.title, body=said.body, notify_type=kind)
    except Exception as error:  # noqa: BLE001 an edge: its words may hold the address
        logger.warning("channel-failed", extra={"error": type(error).__name__})
        return Answer.REFUSED
    return Answer.SENT if done else Answer.REFUSED


def is_well_formed(template: str) -> bool:
    """Tell whether Apprise knows what to do with an address."""
    load()
    import apprise  # noqa: PLC0415

    somebody = Person(1, 1, "A", Role.STAFF, phone="0912345678", email="a@example.vn")
    there = address(template, somebody)
    return there is not None and apprise.Apprise.instantiate(there) is not None


def templates(settings: Settings) -> dict[str, str]:
    """Return the addresses of the settings by channel."""
    given = {"sms": settings.sms_url, "email": settings.email_url, "chat": settings.chat_url}
    found = {channel: url.get_secret_value() for channel, url in given.items()}
    return {channel: url for channel, url in found.items() if url}
