"""Who there is: people, bots, and what they are in a group."""

from dataclasses import dataclass, field
from typing import Any

from bot.playground.updates import UpdateQueue
from bot.playground.webhook import Webhook

Json = dict[str, Any]

PRESENT = {"creator", "administrator", "member", "restricted"}
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(eq=False)
class User:
    """A person, or the account of a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    deactivated: bool = False

    def as_json(self) -> Json:
        """Return the Bot API's User."""
        known: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        return known | present(
            last_name=self.last_name, username=self.username, language_code=self.language_code
        )


@dataclass(eq=False)
class Member:
    """What a user is in a group."""

    user: User
    status: str = "member"
    rights: frozenset[str] = frozenset()
    may_write: bool = True

    @property
    def is_present(self) -> bool:
        """Whether the user is in the group now."""
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        """Whether the user is the owner or an administrator."""
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Whether the user has an administrator's right."""
        return self.status == "creator" or (self.is_admin and right in self.rights)

    def as_json(self) -> Json:
        """Return the Bot API's ChatMember."""
        known: Json = {"status": self.status, "user": self.user.as_json()}
        if self.status == "creator":
            return known | {"is_anonymous": False}
        if self.status == "administrator":
            rights = {right: right in self.rights for right in RIGHTS}
            return known | {"can_be_edited": False, "is_anonymous": False} | rights
        if self.status == "restricted":
            allowed = dict.fromkeys(PERMISSIONS, self.may_write)
            return known | {"is_member": True, "until_date": 0} | allowed
        return known | ({"until_date": 0} if self.status == "kicked" else {})


@dataclass(eq=False)
class Bot:
    """A program's account, with its token, its queue of updates and its settings."""

    user: User
    token: str
    queue: UpdateQueue
    privacy: bool = True
    webhook: Webhook = field(default_factory=Webhook)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The id of the bot's account."""
        return self.user.id


def present(**fields: object) -> Json:
    """Return only the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}


def no_gifts() -> Json:
    """Return the Bot API's AcceptedGiftTypes of a chat that takes none."""
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return dict.fromkeys((*kinds, "gifts_from_channels"), False)
