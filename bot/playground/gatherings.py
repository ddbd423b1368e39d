"""Accounts, groups and topics as people make, join, leave, change and end them."""

from collections.abc import Iterable

from bot.playground.accounts import PRESENT, RIGHTS, Bot, Member, User
from bot.playground.chats import GROUP, SUPERGROUP, Chat, Manner, Message, Topic
from bot.playground.refusals import Misuse
from bot.playground.world import World

ICON_COLOR = 0x6FB9F0
ALL_RIGHTS = frozenset(RIGHTS)
Account = User | Bot


class Gatherings:
    """What people do to accounts and groups."""

    def __init__(self, world: World) -> None:
        self.world = world

    def add_user(
        self, first_name: str, *, username: str | None = None, language_code: str | None = "vi"
    ) -> User:
        """Make a person's account."""
        return self.world.new_user(first_name, username, language_code)

    def add_group(
        self,
        title: str,
        *,
        members: Iterable[Account] = (),
        admins: Iterable[Account] = (),
        forum: bool = False,
        kind: str = SUPERGROUP,
    ) -> Chat:
        """Make a group, quietly; the first person among the members is its owner."""
        chat = self.world.new_group(SUPERGROUP if forum else kind, title)
        chat.forum = forum
        for account in members:
            user = _user(account)
            chat.members[user.id] = Member(user)
        for account in admins:
            user = _user(account)
            chat.members[user.id] = Member(user, "administrator", ALL_RIGHTS)
        for member in chat.members.values():
            if not member.user.is_bot:
                member.status = "creator"
                break
        return chat

    def join(self, chat: Chat, account: Account, by: User | None = None) -> Message:
        """Bring somebody into a group, or come oneself."""
        user = _user(account)
        self._become(chat, Member(user), by)
        content = {"new_chat_members": [user.as_json()]}
        return self.world.post(chat, by or user, content)

    def leave(self, chat: Chat, account: Account) -> Message:
        """Leave a group."""
        user = _user(account)
        farewell = self.world.post(chat, user, {"left_chat_member": user.as_json()})
        self._become(chat, Member(user, "left"), None)
        return farewell

    def kick(self, chat: Chat, account: Account, by: User) -> Message:
        """Throw somebody out of a group for good."""
        user = _user(account)
        farewell = self.world.post(chat, by, {"left_chat_member": user.as_json()})
        self._become(chat, Member(user, "kicked"), by)
        return farewell

    def promote(
        self, chat: Chat, account: Account, rights: Iterable[str] = RIGHTS, by: User | None = None
    ) -> None:
        """Make somebody an administrator with these rights."""
        member = Member(_user(account), "administrator", frozenset(rights))
        self._become(chat, member, by)

    def restrict(self, chat: Chat, account: Account, by: User | None = None) -> None:
        """Let somebody read but not write."""
        self._become(chat, Member(_user(account), "restricted", may_write=False), by)

    def demote(self, chat: Chat, account: Account, by: User | None = None) -> None:
        """Make somebody a plain member again."""
        self._become(chat, Member(_user(account)), by)

    def add_topic(self, user: User, chat: Chat, name: str) -> Topic:
        """Open a topic in a forum."""
        if not chat.forum:
            raise Misuse(f"{chat.title} has no topics")
        return open_topic(self.world, chat, user, Topic(0, name, ICON_COLOR))

    def close_topic(self, user: User, chat: Chat, topic: Topic) -> None:
        """Close a topic."""
        topic.closed = True
        manner = Manner(thread_id=topic.id)
        self.world.post(chat, user, {"forum_topic_closed": {}}, manner)

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Delete a topic with all that was written in it; no bot is told."""
        remove_topic(self.world, chat, topic)

    def turn_into_forum(self, user: User, chat: Chat, *, on: bool = True) -> None:
        """Give a supergroup topics, or take them away."""
        if chat.kind != SUPERGROUP or not chat.member(user).is_admin:
            raise Misuse("only an administrator of a supergroup can give it topics")
        chat.forum = on

    def migrate(self, chat: Chat) -> Chat:
        """Make a supergroup out of a group; the old one only says where it went."""
        if chat.kind != GROUP or chat.migrated_to is not None:
            raise Misuse("only a basic group can become a supergroup")
        grown = self.world.new_group(SUPERGROUP, chat.title)
        grown.members = dict(chat.members)
        owner = next(member.user for member in chat.members.values() if member.is_present)
        self.world.post(chat, owner, {"migrate_to_chat_id": grown.id})
        self.world.post(grown, owner, {"migrate_from_chat_id": chat.id})
        chat.migrated_to = grown
        return grown

    def disband(self, chat: Chat) -> None:
        """Delete a group."""
        chat.deleted = True

    def block(self, user: User, bot: Bot) -> None:
        """Block a bot: it can no longer write to this person."""
        chat = self.world.private(user, bot)
        chat.blocked = True
        self._tell_membership(bot, chat, Member(bot.user), Member(bot.user, "kicked"), user)

    def unblock(self, user: User, bot: Bot) -> None:
        """Let a blocked bot write again."""
        chat = self.world.private(user, bot)
        chat.blocked = False
        self._tell_membership(bot, chat, Member(bot.user, "kicked"), Member(bot.user), user)

    def deactivate(self, user: User) -> None:
        """Delete a person's account."""
        user.deactivated = True

    def _become(self, chat: Chat, member: Member, by: User | None) -> None:
        old = chat.member(member.user)
        chat.members[member.user.id] = member
        actor = by or member.user
        for bot in self.world.bots.values():
            known = bot.id in chat.members and chat.members[bot.id].status in PRESENT
            if known or bot.user is member.user:
                self._tell_membership(bot, chat, old, member, actor)

    def _tell_membership(self, bot: Bot, chat: Chat, old: Member, new: Member, by: User) -> None:
        own = new.user is bot.user
        if not own and not chat.member(bot.user).is_admin:
            return
        body = {
            "chat": chat.as_json(),
            "from": by.as_json(),
            "date": int(self.world.now()),
            "old_chat_member": old.as_json(),
            "new_chat_member": new.as_json(),
        }
        kind = "my_chat_member" if own else "chat_member"
        self.world.notify(bot, kind, body, chat.id)


def open_topic(world: World, chat: Chat, user: User, topic: Topic) -> Topic:
    """Open a topic; the message that says so gives it its id and is its first."""
    manner = Manner(thread_id=chat.last_id + 1)
    opening = world.post(chat, user, {"forum_topic_created": topic.icon()}, manner)
    topic.id = opening.id
    chat.topics[topic.id] = topic
    return topic


def remove_topic(world: World, chat: Chat, topic: Topic) -> None:
    """Take a topic away with all its messages."""
    del chat.topics[topic.id]
    for message in chat.messages.values():
        if message.thread_id == topic.id and not message.deleted:
            world.remove(message)


def _user(account: Account) -> User:
    return account.user if isinstance(account, Bot) else account
