"""A call and its answer as they travel: both mounts speak in these, and nothing else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.playground.refusals import Refusal

RETRY_HEADER = "Retry-After"


@dataclass(frozen=True)
class Request:
    """One HTTP request."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def content_type(self) -> str:
        """The content type with its parameters."""
        return next(
            (value for name, value in self.headers.items() if name.lower() == "content-type"), ""
        )


@dataclass(frozen=True)
class Response:
    """One HTTP answer; `delay` is how long the mount keeps it back."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0


def accepted(result: object, description: str | None = None) -> Response:
    """Return Telegram's envelope around a result."""
    answer = {"ok": True, "result": result} | ({"description": description} if description else {})
    return Response(200, json.dumps(answer, ensure_ascii=False).encode())


def refused(refusal: Refusal) -> Response:
    """Return Telegram's envelope around a refusal."""
    answer: dict[str, object] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
    wait = refusal.parameters.get("retry_after")
    headers = {} if wait is None else {RETRY_HEADER: str(wait)}
    body = json.dumps(answer, ensure_ascii=False).encode()
    return Response(refusal.code, body, headers=headers)


def plain(value: object, status: int = 200) -> Response:
    """Return JSON without Telegram's envelope."""
    return Response(status, json.dumps(value, ensure_ascii=False).encode())


def failed(status: int, reason: str = "Bad Gateway") -> Response:
    """Return the page of a gateway that could not reach Telegram."""
    page = f"<html><body><h1>{status} {reason}</h1></body></html>"
    return Response(status, page.encode(), content_type="text/html")
