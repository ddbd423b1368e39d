"""What has been answered in a form so far, as values that go to JSON and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

SUMMARY, CHANGE = "summary", "change"
"""The two stops behind the last question: look it over, choose what to change."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class File(_Value):
    """A file as Telegram names it; `size` in bytes, None when Telegram did not say."""

    media: str
    file_id: str
    file_unique_id: str = ""
    name: str | None = None
    size: int | None = None


class Part(_Value):
    """One message of an answer: its words, its file, and the album it came in."""

    chat_id: int
    message_id: int
    text: str = ""
    file: File | None = None
    album: str | None = None


class Answer(_Value):
    """A button's code, or messages; `complete` without either is a question left out.

    `at` is the instant that was meant when it was said: words such as "yesterday" age.
    """

    choice: str | None = None
    parts: tuple[Part, ...] = ()
    complete: bool = False
    at: datetime | None = None

    @property
    def text(self) -> str:
        """The words of all messages, one per line."""
        return "\n".join(part.text for part in self.parts if part.text)

    @property
    def files(self) -> tuple[File, ...]:
        """The files of all messages."""
        return tuple(part.file for part in self.parts if part.file is not None)


NOTHING = Answer()


class State(_Value):
    """Where a form stands.

    `trail` leads back; `marking` is the message that may hold a state secret and was not kept,
    `cleared` that its author said it does not; `reminded` that the silence was noticed once.
    """

    question: str
    answers: Mapping[str, Answer] = {}
    trail: tuple[str, ...] = ()
    marking: int | None = None
    cleared: bool = False
    reminded: bool = False

    def answer(self, key: str) -> Answer:
        """Return what was answered to a question so far, perhaps nothing."""
        return self.answers.get(key, NOTHING)

    def with_answer(self, key: str, answer: Answer) -> "State":
        """Return the state with one answer put in or replaced."""
        return self.model_copy(update={"answers": {**self.answers, key: answer}})

    def to_json(self) -> dict[str, Any]:
        """Return plain values for a JSON column; the question has a column of its own."""
        return self.model_dump(mode="json", exclude={"question"}, exclude_defaults=True)


def from_json(question: str, stored: Mapping[str, Any]) -> State:
    """Read back what `to_json` wrote."""
    return State.model_validate({**stored, "question": question})
