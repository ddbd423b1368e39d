"""Files that people and bots have sent, kept in memory."""

import mimetypes
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bot.playground.refusals import bad_request

Json = dict[str, Any]

DOWNLOAD_LIMIT = 20 << 20
UPLOAD_LIMIT = 50 << 20
PHOTO_LIMIT = 10 << 20
PHOTO_SIZE = (1280, 960)
THUMB_SIDE = 90
VOICE_SECONDS = 3
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice"}
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Upload:
    """A file as it came with a call or out of a person's hand."""

    content: bytes
    name: str = "file"
    mime: str = ""


@dataclass(frozen=True)
class StoredFile:
    """A file Telegram keeps."""

    id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    content: bytes

    def as_json(self) -> Json:
        """Return the Bot API's File, without the path."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class Files:
    """All files by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Store a file and give it its id and its path."""
        number = len(self._by_id) + 1
        suffix = PurePosixPath(upload.name).suffix or {"photo": ".jpg", "voice": ".oga"}.get(kind)
        stored = StoredFile(
            id=f"BAACAgUAAx{kind[:1].upper()}{number:012d}AQAD",
            unique_id=f"AQAD{kind[:1].upper()}{number:08d}",
            kind=kind,
            path=f"{FOLDERS[kind]}/file_{number}{suffix or ''}",
            name=upload.name,
            mime=upload.mime or mimetypes.guess_type(upload.name)[0] or "application/octet-stream",
            content=upload.content,
        )
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """Return the file of that id, or refuse."""
        if file_id not in self._by_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self._by_id[file_id]

    def find(self, file_id: str) -> StoredFile | None:
        """Return the file of that id, if there is one."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """Return the file to download from a path."""
        return self._by_path.get(path)

    def content(self, kind: str, stored: StoredFile) -> Json:
        """Return the part of a message that shows this file as photo, document or voice."""
        if kind == "photo":
            return {"photo": self._photo_sizes(stored)}
        if kind == "voice":
            voice = {"duration": VOICE_SECONDS, "mime_type": "audio/ogg"}
            return {"voice": stored.as_json() | voice}
        return {"document": {"file_name": stored.name, "mime_type": stored.mime} | stored.as_json()}

    def _photo_sizes(self, stored: StoredFile) -> list[Json]:
        width, height = measured(stored.content)
        small = f"{stored.id}s"
        self._by_id.setdefault(small, stored)
        scale = THUMB_SIDE / max(width, height)
        thumb = stored.as_json() | {
            "file_id": small,
            "file_unique_id": f"{stored.unique_id}s",
            "width": max(1, int(width * scale)),
            "height": max(1, int(height * scale)),
        }
        return [thumb, stored.as_json() | {"width": width, "height": height}]


def measured(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG; anything else counts as a photo of the usual size."""
    if content.startswith(PNG_HEAD) and len(content) >= len(PNG_HEAD) + 16:
        width, height = struct.unpack(">II", content[16:24])
        return max(1, width), max(1, height)
    return PHOTO_SIZE
