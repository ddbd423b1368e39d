"""getChat, getChatMember, getChatAdministrators, leaveChat, pinning and reactions."""

from bot.playground import access, description
from bot.playground.accounts import PERMISSIONS, Member, no_gifts
from bot.playground.chats import Chat, Manner
from bot.playground.methods.call import Call, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import bad_request

MAX_REACTIONS = 11


@method("getChat")
def get_chat(call: Call) -> Json:
    """Return everything the bot may know about a chat."""
    chat = call.readable()
    full = chat.as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": MAX_REACTIONS,
        "accepted_gift_types": no_gifts(),
    }
    if not chat.is_private:
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]].as_json(nested=True)
    return full


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """Return what somebody is in a chat; who never came has left."""
    chat = call.readable()
    user = call.world.users.get(call.number("user_id") or 0)
    if user is None:
        raise bad_request("invalid user_id specified")
    if chat.is_private:
        return Member(user, "member" if chat.has(user) else "left").as_json()
    return chat.member(user).as_json()


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """Return the owner and the administrators; of the bots only the one that asks."""
    chat = call.readable()
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member.as_json()
        for member in chat.members.values()
        if member.is_admin and (not member.user.is_bot or member.user is call.bot.user)
    ]


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = call.readable()
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    call.world.post(chat, call.bot.user, {"left_chat_member": call.bot.user.as_json()})
    chat.members[call.bot.id] = Member(call.bot.user, "left")
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pin a message; the chat is told in a service message."""
    chat = _pinnable(call)
    message = access.message(chat, call.number("message_id"), "pin")
    call.charge(chat)
    manner = Manner(thread_id=message.thread_id, silent=call.flag("disable_notification"))
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        told = {"pinned_message": message.as_json(nested=True)}
        call.world.post(chat, call.bot.user, told, manner)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Unpin a message, the newest pinned one when none is named."""
    chat = _pinnable(call)
    number = call.number("message_id") or (chat.pinned[-1] if chat.pinned else None)
    access.message(chat, number, "unpin")
    call.charge(chat)
    if number in chat.pinned:
        chat.pinned.remove(number)
        call.world.happened("unpinned", chat, message_id=number)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """Put one reaction of the bot under a message, or take it away."""
    chat = call.writable()
    message = access.message(chat, call.number("message_id"), "react")
    given: list[Json] = call.values.get("reaction") or []
    allowed = description.load().reactions
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(each.get("type") != "emoji" or each.get("emoji") not in allowed for each in given):
        raise bad_request("REACTION_INVALID")
    message.reactions[call.bot.id] = given
    call.world.happened("reaction", chat, message=message.as_seen())
    return True


def _pinnable(call: Call) -> Chat:
    chat = call.writable()
    if not chat.is_private and not chat.member(call.bot.user).may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
