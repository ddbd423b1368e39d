"""What a call brings along: parameters from the query, a form or JSON, and files."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from bot.playground.envelope import Request
from bot.playground.files import UPLOAD_LIMIT, Upload
from bot.playground.refusals import Refusal, bad_request

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
MULTIPART = "multipart/form-data"


@dataclass
class Brought:
    """Parameters as they came, still unchecked, and the files beside them."""

    raw: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)


def brought(request: Request) -> Brought:
    """Return everything a request carries, wherever it carries it."""
    if len(request.body) > UPLOAD_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    carried = Brought(dict(parse_qsl(request.query, keep_blank_values=True)))
    kind = request.content_type.partition(";")[0].strip().lower()
    if kind == JSON:
        carried.raw |= _json(request.body)
    elif kind == FORM:
        carried.raw |= dict(parse_qsl(request.body.decode(), keep_blank_values=True))
    elif kind == MULTIPART:
        _multipart(request, carried)
    return carried


def _json(body: bytes) -> dict[str, Any]:
    try:
        held = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(held, dict):
        raise bad_request("JSON object expected")
    return held


def _multipart(request: Request, carried: Brought) -> None:
    found = re.search(r'boundary="?([^";]+)"?', request.content_type)
    if not found:
        raise bad_request("boundary is missing")
    for part in (b"\r\n" + request.body).split(b"\r\n--" + found[1].encode())[1:]:
        head, blank, content = part.partition(b"\r\n\r\n")
        if blank:
            _part(head.decode("utf-8", "replace"), content, carried)


def _part(head: str, content: bytes, carried: Brought) -> None:
    name = _attribute(head, "name")
    file_name = _attribute(head, "filename")
    if name is None:
        return
    if file_name is None:
        carried.raw[name] = content.decode("utf-8", "replace")
    else:
        mime = re.search(r"(?im)^content-type:\s*([^\r\n;]+)", head)
        carried.uploads[name] = Upload(content, file_name or "file", mime[1] if mime else "")


def _attribute(head: str, name: str) -> str | None:
    found = re.search(rf'(?i)[;\s]{name}="((?:[^"\\]|\\.)*)"', head)
    if found:
        return re.sub(r"\\(.)|%22", lambda escaped: escaped[1] or '"', found[1])
    bare = re.search(rf"(?i)[;\s]{name}=([^;\s]+)", head)
    return bare[1] if bare else None
