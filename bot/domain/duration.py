"""Lengths of time as people write them: `45s`, `3m`, `12h`, `2d`."""

import re
from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

LONGEST = timedelta(days=3660)
_UNITS = {
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
    "s": timedelta(seconds=1),
}
_WRITTEN = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)([smhd])", re.ASCII)


def parse_duration(text: str) -> timedelta:
    """Return the length `text` stands for; ValueError says what is wrong with it."""
    written = _WRITTEN.fullmatch(text.strip().lower())
    if written is None:
        msg = f"{text!r} is not a length of time; write a number and s, m, h or d, such as 3m"
        raise ValueError(msg)
    number, unit = written.groups()
    length = float(number) * _UNITS[unit]
    if length > LONGEST:
        raise ValueError(f"{text!r} is not a length of time we can wait for")
    return length


def format_duration(length: timedelta) -> str:
    """Return the shortest way to write `length` that `parse_duration` reads back exactly."""
    for unit, one in _UNITS.items():
        if length and length % one == timedelta():
            return f"{length // one}{unit}"
    seconds, rest = divmod(length, _UNITS["s"])
    return f"{seconds}.{rest.microseconds:06d}s" if rest else f"{seconds}s"


def _read(written: object) -> timedelta:
    if isinstance(written, timedelta):
        return written
    if isinstance(written, str):
        return parse_duration(written)
    raise ValueError('write a length of time as text, such as "3m"')


Duration = Annotated[timedelta, BeforeValidator(_read), PlainSerializer(format_duration)]
"""A field that is written `"3m"` in files and in JSON."""
