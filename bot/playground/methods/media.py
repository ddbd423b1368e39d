"""sendPhoto, sendDocument, sendVoice, sendMediaGroup, getFile."""

from bot.playground import texts
from bot.playground.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, StoredFile, Upload
from bot.playground.methods.call import Call, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import Refusal, bad_request, not_covered

ALBUM_LIMIT = 10
ALBUM_KINDS = {"photo", "document"}
ATTACHED = "attach://"


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    """Send a photo."""
    return _send(call, "photo")


@method("sendDocument")
def send_document(call: Call) -> Json:
    """Send any file."""
    return _send(call, "document")


@method("sendVoice")
def send_voice(call: Call) -> Json:
    """Send a spoken message."""
    return _send(call, "voice")


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    """Send several photos, or several documents, as one album."""
    chat = call.writable()
    items: list[object] = call.values["media"]
    _check_album(call, items)
    contents = [_album_content(call, item) for item in items if isinstance(item, dict)]
    album = str(call.world.chance.randrange(10**16, 10**17))
    manner = call.manner(chat, album=album)
    call.charge(chat, len(items))
    sent = [call.world.post(chat, call.bot.user, content, manner) for content in contents]
    return [message.as_json() for message in sent]


@method("getFile")
def get_file(call: Call) -> Json:
    """Return a file's path for the download."""
    stored = call.world.files.get(call.text("file_id"))
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.as_json() | {"file_path": stored.path}


def _send(call: Call, kind: str) -> Json:
    chat = call.writable()
    caption = call.captioned()
    content = _held(call, kind, call.values[kind]) | caption
    manner = call.manner(chat)
    call.charge(chat)
    return call.world.post(chat, call.bot.user, content, manner).as_json()


def _held(call: Call, kind: str, given: object) -> Json:
    """Return the content for an upload, for the id of a kept file, or refuse what is neither."""
    if isinstance(given, Upload):
        if not given.content:
            raise bad_request("file must be non-empty")
        if kind == "photo" and len(given.content) > PHOTO_LIMIT:
            raise Refusal(413, "Request Entity Too Large")
        return call.world.files.content(kind, call.world.files.keep(kind, given))
    return call.world.files.content(kind, _known(call, kind, str(given)))


def _known(call: Call, kind: str, given: str) -> StoredFile:
    if "://" in given:
        raise bad_request("wrong file identifier/HTTP URL specified")
    try:
        stored = call.world.files.get(given)
    except Refusal:
        raise bad_request("wrong file identifier/HTTP URL specified") from None
    if kind == "photo" and stored.kind != "photo":
        raise bad_request(f"can't use file of type {stored.kind.title()} as Photo")
    return stored


def _check_album(call: Call, items: list[object]) -> None:
    kinds = [item.get("type") if isinstance(item, dict) else None for item in items]
    if len(items) > ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    if not items or None in kinds:
        raise bad_request("can't parse InputMedia: media not found")
    if len(items) == 1:
        call.world.complain(call.method, "an album has 2 to 10 items")
    for kind in kinds:
        if kind not in ALBUM_KINDS:
            raise not_covered(f"{kind} in an album")
    if len(set(kinds)) > 1:
        raise bad_request("document can't be mixed with other media types")


def _album_content(call: Call, item: Json) -> Json:
    media = str(item.get("media", ""))
    given = call.uploads.get(media.removeprefix(ATTACHED), media)
    mode = str(item.get("parse_mode") or "")
    caption = texts.caption(str(item.get("caption") or ""), mode, item.get("caption_entities"))
    return _held(call, item["type"], given) | caption
