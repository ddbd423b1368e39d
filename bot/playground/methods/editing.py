"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages."""

from bot.playground import access
from bot.playground.chats import MEDIA, Message
from bot.playground.methods.call import Call, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import bad_request, not_covered

DELETABLE_FOR = 48 * 3600
BATCH_LIMIT = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    """Replace a text; the keyboard goes when it is not given again."""
    message = _editable(call)
    content = call.written()
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(call, message, content)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    """Replace the caption of a photo or a file."""
    message = _editable(call)
    if message.kind not in MEDIA:
        raise bad_request("there is no caption in the message to edit")
    held = {message.kind: message.content[message.kind]}
    return _change(call, message, held | call.captioned())


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    """Replace only the keyboard."""
    message = _editable(call)
    return _change(call, message, message.content)


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Delete a message for all."""
    chat = call.readable()
    message = access.message(chat, call.number("message_id"), "delete")
    if not _deletable(call, message):
        raise bad_request("message can't be deleted")
    call.world.remove(message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Delete several messages; those not there, or not to be deleted, are passed over."""
    chat = call.readable()
    numbers: list[int] = call.values["message_ids"]
    if len(numbers) > BATCH_LIMIT:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        message = chat.messages.get(number)
        if message is not None and not message.deleted and _deletable(call, message):
            call.world.remove(message)
    return True


def _editable(call: Call) -> Message:
    """Return the message to edit: one of the bot's own, with an inline keyboard or none."""
    if "inline_message_id" in call.values:
        raise not_covered("inline messages")
    chat = call.writable()
    if call.number("message_id") is None:
        raise bad_request("message identifier is not specified")
    message = access.message(chat, call.number("message_id"), "edit")
    foreign = message.sender is not call.bot.user or message.manner.origin is not None
    if foreign or message.is_service or message.markup != message.inline_markup:
        raise bad_request("message can't be edited")
    return message


def _change(call: Call, message: Message, content: Json) -> Json:
    markup = call.markup(inline_only=True)
    call.charge(message.chat)
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    only_markup = content == message.content
    call.world.change(message, content, markup, dated=not only_markup)
    return message.as_json()


def _deletable(call: Call, message: Message) -> bool:
    """Own messages and, in private or with the right to it, those of others, for 48 hours."""
    chat, own = message.chat, message.sender is call.bot.user
    may_all = chat.member(call.bot.user).may("can_delete_messages")
    if may_all and not chat.is_private:
        return True
    recent = call.world.now() - message.date < DELETABLE_FOR
    return recent and (own or chat.is_private)
