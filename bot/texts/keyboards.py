"""Keyboards without Telegram: rows of keys, checked against its limits before anything is sent."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from bot.texts.length import shorten

DATA_LIMIT = 64
COPY_LIMIT = 256
LABEL_LIMIT = 64
Style = Literal["primary", "success", "danger"]
STYLES: tuple[Style, ...] = ("primary", "success", "danger")

Label = Callable[[str, Mapping[str, Any]], str]
Written = Sequence[Sequence[Mapping[str, Any]]]


class Key(Struct, frozen=True):
    """One button: it sends `data` back, opens `url`, or copies `copy`; exactly one of them."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    style: Style | None = None

    def __post_init__(self) -> None:
        """Refuse what Telegram would refuse."""
        given = [part for part in (self.data, self.url, self.copy) if part is not None]
        if len(given) != 1 or not given[0]:
            raise ValueError(f"the key {self.label!r} must do exactly one thing")
        if self.data is not None and len(self.data.encode()) > DATA_LIMIT:
            raise ValueError(f"{self.data!r} is longer than {DATA_LIMIT} bytes")
        if self.copy is not None and len(self.copy) > COPY_LIMIT:
            raise ValueError(f"the text behind {self.label!r} is longer than {COPY_LIMIT}")
        if not self.label.strip():
            raise ValueError(f"the key for {given[0]!r} has no label")


Keys = tuple[tuple[Key, ...], ...]


def keyboard(rows: Written, label: Label) -> Keys:
    """Read rows of `{"label" | "caption", "data" | "url" | "copy", "style", "args"}`."""
    read = (tuple(_key(written, label) for written in row) for row in rows)
    return tuple(row for row in read if row)


def _key(written: Mapping[str, Any], label: Label) -> Key:
    caption = written.get("caption")
    if caption is None:
        caption = label(written["label"], written.get("args", {}))
    style = written.get("style")
    if style is not None and style not in STYLES:
        raise ValueError(f"there is no style {style!r}")
    one_line = " ".join(str(caption).split())
    return Key(
        shorten(one_line, LABEL_LIMIT),
        data=written.get("data"),
        url=written.get("url"),
        copy=written.get("copy"),
        style=style,
    )
