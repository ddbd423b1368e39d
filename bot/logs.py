"""The log: one line per event, constant names, facts as fields, and never the token."""

import json
import logging
from typing import Any, Literal

_ORDINARY = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_TIME = "%Y-%m-%dT%H:%M:%S%z"


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in _ORDINARY}


class Lines(logging.Formatter):
    """Formats a record as text or JSON and takes every secret out of the result."""

    def __init__(self, form: Literal["text", "json"], secrets: tuple[str, ...]) -> None:
        super().__init__(datefmt=_TIME)
        self._form = form
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for a record."""
        line = self._json(record) if self._form == "json" else self._text(record)
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        return line

    def _text(self, record: logging.LogRecord) -> str:
        facts = " ".join(f"{name}={value}" for name, value in _facts(record).items())
        head = f"{self.formatTime(record, _TIME)} {record.levelname} {record.name}"
        line = f"{head} {record.getMessage()} {facts}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def _json(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "at": self.formatTime(record, _TIME),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_facts(record),
        }
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False, default=str)


def set_up(form: Literal["text", "json"], secrets: tuple[str, ...]) -> None:
    """Send every log record to standard error in the chosen form."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(form, secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for noisy in ("aiohttp.access", "alembic", "apscheduler", "httpcore", "httpx"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
