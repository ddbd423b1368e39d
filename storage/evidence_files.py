"""Files kept as evidence: on disk by their SHA-256, read-only, opened only to be copied."""

import errno
import hashlib
import os
import tempfile
from pathlib import Path

from msgspec import Struct

FOLDER = "evidence"
FILE_MODE, FOLDER_MODE = 0o440, 0o750
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM})


class Filed(Struct, frozen=True):
    """A file that is on disk, whole."""

    sha256: str
    size: int


class NotFiled(Struct, frozen=True):
    """Why a file could not be written: the machine's own words."""

    why: str


def file_away(data: Path, content: bytes) -> Filed | NotFiled:
    """Keep a file under its hash; the same content twice is one file."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        _write(place(data, digest), content)
    except OSError as error:
        if error.errno in _FULL:
            return NotFiled(error.strerror or str(error))
        raise
    return Filed(digest, len(content))


def place(data: Path, sha256: str) -> Path:
    """Return where the file with that hash is, or would be."""
    return data / FOLDER / sha256[:2] / sha256


def read(data: Path, sha256: str) -> bytes | None:
    """Return a kept file; None when it is gone or no longer what it was."""
    try:
        content = place(data, sha256).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def _write(path: Path, content: bytes) -> None:
    """Put the whole file in its place or nothing, surviving a power cut."""
    if path.exists() and path.stat().st_size == len(content):
        return
    for folder in (path.parents[1], path.parent):
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(FILE_MODE)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
