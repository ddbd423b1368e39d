"""sendMessage, copyMessage, forwardMessage and sendChatAction."""

from bot.playground import access
from bot.playground.chats import Message
from bot.playground.methods.call import Call, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import bad_request

ACTIONS = {
    "choose_sticker",
    "find_location",
    "record_video",
    "record_video_note",
    "record_voice",
    "typing",
    "upload_document",
    "upload_photo",
    "upload_video",
    "upload_video_note",
    "upload_voice",
}


@method("sendMessage")
def send_message(call: Call) -> Json:
    """Send a text."""
    chat = call.writable()
    content = call.written()
    manner = call.manner(chat)
    call.charge(chat)
    return call.world.post(chat, call.bot.user, content, manner).as_json()


@method("copyMessage")
def copy_message(call: Call) -> Json:
    """Send what another message holds, without saying where it is from."""
    source, chat = _source(call, "copy"), call.writable()
    content = dict(source.content)
    if "caption" in call.values and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= call.captioned()
    manner = call.manner(chat)
    call.charge(chat)
    return {"message_id": call.world.post(chat, call.bot.user, content, manner).id}


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    """Send another message again and say who wrote it."""
    source, chat = _source(call, "forward"), call.writable()
    manner = call.manner(chat, origin=origin(source))
    call.charge(chat)
    return call.world.post(chat, call.bot.user, source.content, manner).as_json()


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Show for five seconds what the bot is doing."""
    chat = call.writable()
    access.thread(call.bot, chat, call.number("message_thread_id"))
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.actions.append((call.world.now(), chat.id, call.text("action")))
    call.world.happened("action", chat, action=call.text("action"))
    return True


def origin(message: Message) -> Json:
    """Return the Bot API's MessageOrigin of a message that is forwarded."""
    return message.manner.origin or {
        "type": "user",
        "sender_user": message.sender.as_json(),
        "date": message.date,
    }


def _source(call: Call, deed: str) -> Message:
    source = access.message(call.readable("from_chat_id"), call.number("message_id"), deed)
    if source.is_service or source.manner.protected:
        done = {"copy": "copied", "forward": "forwarded"}[deed]
        raise bad_request(f"the message can't be {done}")
    return source
