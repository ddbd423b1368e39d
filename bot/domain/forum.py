"""The forum: a topic for each incident, and what must be done to a topic to make it true.

Telegram takes one change a call; `next_step` names the one that is due, until none is.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from bot.domain.incident import ENDED, Status

NAME_LIMIT = 128
_ANY_LOOKS = "\ufe0f"

# What each status looks like, the best first; all of them are icons that anybody may use.
SIGNS: Mapping[Status, tuple[str, ...]] = {
    Status.QUEUED: ("📆", "📝"),
    Status.RECEIVED: ("‼️", "❗️", "🔥"),
    Status.VERIFYING: ("🔎", "👀"),
    Status.RESPONDING: ("⚡️", "🔥"),
    Status.CONTAINING: ("🔥", "⚡️"),
    Status.REMOVING: ("🧼", "🧪"),
    Status.RECOVERING: ("💊", "💉"),
    Status.CHECKING: ("🔬", "🔭"),
    Status.WRAPPING_UP: ("✍️", "📝"),
    Status.CLOSED: ("✅", "🏁"),
    Status.NOT_INCIDENT: ("💬", "📁"),
    Status.DUPLICATE: ("📁", "💬"),
    Status.REFERRED: ("🏛", "👮‍♂️"),
}


class Step(StrEnum):
    """One change of a topic."""

    OPEN = "open"
    REOPEN = "reopen"
    CHANGE = "change"  # name and icon
    CLOSE = "close"


class Look(Struct, frozen=True):
    """A topic's name, and Telegram's id of its icon."""

    name: str
    icon: str | None = None


class Topic(Struct, frozen=True):
    """A topic as it was left; without `thread_id` Telegram has not opened it yet."""

    thread_id: int | None
    look: Look
    is_closed: bool = False


class Forum(Struct, frozen=True):
    """What is known of the group; `may_manage` is None while nobody has said."""

    is_forum: bool = False
    may_manage: bool | None = None
    icons: Mapping[str, str] | None = None

    @property
    def takes_topics(self) -> bool:
        """Whether topics can be opened and changed, as far as is known."""
        return self.is_forum and self.may_manage is not False

    @property
    def lacks_the_right(self) -> bool:
        """Whether it has topics and the bot is known to have no say in them."""
        return self.is_forum and self.may_manage is False


def next_step(topic: Topic, wanted: Look, status: Status) -> Step | None:
    """Return what is to be done to a topic now, None when it is as it should be."""
    is_over = status in ENDED
    if topic.thread_id is None:
        return None if is_over else Step.OPEN
    if topic.is_closed and not is_over:
        return Step.REOPEN
    if topic.look != wanted:
        return Step.CHANGE
    return Step.CLOSE if is_over and not topic.is_closed else None


def after(topic: Topic, step: Step, wanted: Look) -> Topic:
    """Return the topic as a step has left it."""
    match step:
        case Step.OPEN | Step.CHANGE:
            return Topic(topic.thread_id, wanted, topic.is_closed)
        case Step.CLOSE | Step.REOPEN:
            return Topic(topic.thread_id, topic.look, step is Step.CLOSE)


def sign_of(status: Status) -> str:
    """Return the emoji that stands before the name where there are no icons."""
    return SIGNS[status][0]


def icon_of(status: Status, icons: Mapping[str, str] | None) -> str | None:
    """Return Telegram's id of the icon for a status; None when it has none of the wanted."""
    known = {_bare(sign): icon for sign, icon in (icons or {}).items()}
    return next((known[_bare(sign)] for sign in SIGNS[status] if _bare(sign) in known), None)


def wanted_icons(offered: Mapping[str, str]) -> dict[str, str]:
    """Keep of all the icons that Telegram offers those that a status can have."""
    wanted = {_bare(sign) for signs in SIGNS.values() for sign in signs}
    return {sign: icon for sign, icon in offered.items() if _bare(sign) in wanted}


def look_of(name: str, status: Status, icons: Mapping[str, str] | None) -> Look:
    """Return how a topic of that name looks now: by its icon, else by an emoji in front."""
    icon = icon_of(status, icons)
    words = " ".join(name.split())
    whole = words if icon is not None else f"{sign_of(status)} {words}"
    return Look(_cut(whole), icon)


def link_to(chat_id: int, thread_id: int) -> str:
    """Return the address of a topic, which opens for members of the group alone."""
    return f"https://t.me/c/{str(chat_id).removeprefix('-100')}/{thread_id}"


def _cut(name: str) -> str:
    # Counted as Telegram does: what lies outside the basic plane counts twice.
    kept = name.encode("utf-16-le")[: 2 * NAME_LIMIT].decode("utf-16-le", "ignore")
    return kept if kept == name else kept[:-1].rstrip() + "…"


def _bare(sign: str) -> str:
    # The same emoji comes with or without the mark that asks for its coloured form.
    return sign.replace(_ANY_LOOKS, "")
