"""Photos, files, voices and albums, in both directions."""

import pytest

from bot.playground import Playground
from bot.playground.envelope import Request, Response
from tests.playground.conftest import TOKEN

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4) + (480).to_bytes(4) + b"..."
AWKWARD = b"\r\n--B\x00\xff\r\n\r\n--"


def part(name: str, content: bytes, file_name: str | None = None) -> bytes:
    kind = f'; filename="{file_name}"\r\nContent-Type: text/plain' if file_name else ""
    head = f'--B\r\nContent-Disposition: form-data; name="{name}"{kind}\r\n\r\n'
    return head.encode() + content + b"\r\n"


async def upload(playground: Playground, method: str, *parts: bytes) -> Response:
    headers = {"Content-Type": 'multipart/form-data; boundary="B"'}
    body = b"".join(parts) + b"--B--\r\n"
    asked = Request("POST", f"/bot{TOKEN}/{method}", headers=headers, body=body)
    return await playground.handle(asked)


async def download(playground: Playground, path: str) -> bytes:
    return (await playground.handle(Request("GET", f"/file/bot{TOKEN}/{path}"))).body


async def test_an_uploaded_file_comes_back_byte_for_byte(line, playground, chat):
    content = AWKWARD.replace(b"--B", b"--C")
    where = part("chat_id", str(chat.id).encode())
    await upload(playground, "sendDocument", where, part("document", content, "báo cáo.txt"))
    shown = playground.transcript(chat)[-1]
    assert shown.content["document"]["file_name"] == "báo cáo.txt"
    file = await line.ok("getFile", file_id=shown.file_id)
    assert await download(playground, file["file_path"]) == content


async def test_a_file_can_be_sent_again_by_its_id(line, playground, alice, bot, chat):
    photo = playground.people.send_photo(alice, bot, PNG, "ảnh")
    sent = await line.ok("sendPhoto", chat_id=chat.id, photo=photo.file_id)
    assert sent["photo"] == photo.content["photo"]
    assert (sent["photo"][-1]["width"], sent["photo"][-1]["height"]) == (640, 480)


@pytest.mark.parametrize("method", ["sendPhoto", "sendDocument", "sendVoice"])
async def test_a_file_is_required(line, chat, method):
    what = method.removeprefix("send").lower()
    answer = await line.refused(method, chat_id=chat.id)
    assert answer == f"400 Bad Request: there is no {what} in the request"


async def test_an_unknown_file_is_refused(line, chat):
    answer = await line.refused("sendPhoto", chat_id=chat.id, photo="nothing")
    assert answer == "400 Bad Request: wrong file identifier/HTTP URL specified"
    answer = await line.refused("getFile", file_id="nothing")
    assert answer == "400 Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_an_empty_file_is_refused(playground, chat):
    where = part("chat_id", str(chat.id).encode())
    answer = await upload(playground, "sendDocument", where, part("document", b"", "a.txt"))
    assert b"file must be non-empty" in answer.body


async def test_a_file_above_20_megabytes_cannot_be_downloaded(line, playground, alice, bot):
    big = playground.people.send_document(alice, bot, b"x" * ((20 << 20) + 1))
    answer = await line.refused("getFile", file_id=big.file_id)
    assert answer == "400 Bad Request: file is too big"


async def test_a_document_is_no_photo(line, playground, alice, bot, chat):
    file = playground.people.send_document(alice, bot, b"x")
    answer = await line.refused("sendPhoto", chat_id=chat.id, photo=file.file_id)
    assert answer == "400 Bad Request: can't use file of type Document as Photo"


@pytest.mark.parametrize(("length", "fits"), [(1024, True), (1025, False)])
async def test_a_caption_has_at_most_1024_characters(line, alice, bot, chat, length, fits):
    playground = line.playground
    photo = playground.people.send_photo(alice, bot, PNG).file_id
    asked = {"chat_id": chat.id, "photo": photo, "caption": "x" * length}
    if fits:
        assert len((await line.ok("sendPhoto", **asked))["caption"]) == length
    else:
        answer = await line.refused("sendPhoto", **asked)
        assert answer == "400 Bad Request: message caption is too long"


async def test_a_caption_can_be_edited_and_a_text_cannot_stand_in_for_it(
    line, playground, alice, bot, chat
):
    photo = playground.people.send_photo(alice, bot, PNG).file_id
    sent = await line.ok("sendPhoto", chat_id=chat.id, photo=photo, caption="trước")
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    edited = await line.ok("editMessageCaption", **where, caption="<b>sau</b>", parse_mode="HTML")
    assert edited["caption_entities"] == [{"offset": 0, "length": 3, "type": "bold"}]
    assert await line.refused("editMessageText", **where, text="x") == (
        "400 Bad Request: there is no text in the message to edit"
    )


async def test_a_text_has_no_caption_to_edit(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x")
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    assert await line.refused("editMessageCaption", **where, caption="x") == (
        "400 Bad Request: there is no caption in the message to edit"
    )


async def test_an_album_of_uploads_is_one_group(playground, chat):
    media = (
        b'[{"type":"photo","media":"attach://a","caption":"x"},'
        b'{"type":"photo","media":"attach://b"}]'
    )
    await upload(
        playground,
        "sendMediaGroup",
        part("chat_id", str(chat.id).encode()),
        part("media", media),
        part("a", PNG, "a.png"),
        part("b", PNG, "b.png"),
    )
    first, second = playground.transcript(chat)[-2:]
    assert first.manner.album == second.manner.album
    assert (first.text, second.text) == ("x", "")


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [
        (["photo"] * 11, "400 Bad Request: too many messages to send as an album"),
        (
            ["photo", "document"],
            "400 Bad Request: document can't be mixed with other media types",
        ),
        (["video"] * 2, "501 Not Implemented: the playground does not cover video in an album"),
        ([], "400 Bad Request: can't parse InputMedia: media not found"),
    ],
)
async def test_a_wrong_album_is_refused(line, chat, kinds, answer):
    media = [{"type": kind, "media": "x"} for kind in kinds]
    assert await line.refused("sendMediaGroup", chat_id=chat.id, media=media) == answer


@pytest.mark.usefixtures("chat")
async def test_peoples_albums_reach_the_bot_as_single_messages(line, playground, alice, bot):
    playground.people.send_album(alice, bot, [PNG, PNG], "hiện trường")
    one, two = (update["message"] for update in await line.ok("getUpdates"))
    assert one["media_group_id"] == two["media_group_id"]
    assert one["caption"] == "hiện trường"
    assert "caption" not in two


@pytest.mark.usefixtures("chat")
async def test_a_voice_reaches_the_bot(line, playground, alice, bot):
    playground.people.send_voice(alice, bot, b"ogg")
    (update,) = await line.ok("getUpdates")
    assert update["message"]["voice"]["mime_type"] == "audio/ogg"


async def test_a_copy_says_nothing_of_its_source_and_a_forward_does(
    line, playground, alice, bot, group, chat
):
    hers = playground.people.say(alice, bot, "báo cáo")
    where = {"chat_id": group.id, "from_chat_id": chat.id, "message_id": hers.id}
    copied = await line.ok("copyMessage", **where)
    forwarded = await line.ok("forwardMessage", **where)
    assert forwarded["forward_origin"]["sender_user"]["id"] == alice.id
    assert copied == {"message_id": forwarded["message_id"] - 1}
    assert [shown.text for shown in playground.transcript(group)] == ["báo cáo", "báo cáo"]


async def test_protected_content_is_neither_copied_nor_forwarded(line, chat, group):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="mật", protect_content=True)
    where = {"chat_id": group.id, "from_chat_id": chat.id, "message_id": sent["message_id"]}
    assert await line.refused("copyMessage", **where) == (
        "400 Bad Request: the message can't be copied"
    )
    assert await line.refused("forwardMessage", **where) == (
        "400 Bad Request: the message can't be forwarded"
    )
