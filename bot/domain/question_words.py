"""The questions of a campaign as somebody types them: one on each line, its kind behind it.

Số máy đã rà quét trên tổng số máy: số trên tổng số
Có phát hiện mã độc không: có/không
> Số máy nhiễm: số
> Số máy đã xử lý / số máy nhiễm: số
Biên bản kèm theo: tệp (không bắt buộc)
Đơn vị thực hiện: chọn tự làm, thuê ngoài

`>` or "nếu có:" makes a question depend on the yes before it; a number behind "/" is its bound.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.campaign_questions import QuestionKind
from bot.domain.errors import Refused
from bot.domain.typed import unaccented

MOST = 20
LONGEST = 200
_FEWEST_CHOICES = 2
_MOST_CHOICES = 10
_BULLET = re.compile(r"^\s*(?:\d{1,2}\s*[.)]|[-*•+])\s*")
_IF_YES = re.compile(r"^\s*(?:>+|(?:nếu có|neu co|if yes)\s*[:,])\s*", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:du kien|ke hoach|sap|toi|han|planned|expected|due|next)\b")
_OPTIONAL = re.compile(r"\(\s*(?:không bắt buộc|khong bat buoc|optional)\s*\)", re.IGNORECASE)
_KINDS: Mapping[str, QuestionKind] = {
    words: kind
    for kind, written in {
        QuestionKind.YES_NO: ("co khong", "co hay khong", "co hoac khong", "yes no", "yes or no"),
        QuestionKind.NUMBER: ("so", "so luong", "number"),
        QuestionKind.NUMBER_OF: (
            *("so tren tong so", "tren tong so", "ti le", "ty le", "phan tren tong"),
            *("number of", "share", "out of"),
        ),
        QuestionKind.TEXT: ("chu", "van ban", "mo ta", "text"),
        QuestionKind.DATE: ("ngay", "ngay thang", "date", "day"),
        QuestionKind.FILE: ("tep", "file", "anh", "tep hoac anh"),
    }.items()
    for words in written
}
_NUMBERS = (QuestionKind.NUMBER, QuestionKind.NUMBER_OF)
_CHOOSE = ("chon", "choose", "choice")


def read_questions(text: str) -> tuple[dict[str, Any], ...]:
    """Return the questions as a campaign keeps them; Refused names the line that is not one."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refused("refused-questions-none")
    if len(lines) > MOST:
        raise Refused("refused-questions-many", most=MOST)
    asked: list[dict[str, Any]] = []
    for number, line in enumerate(lines, start=1):
        words = _BULLET.sub("", line)
        question = _question(number, _IF_YES.sub("", words))
        if _IF_YES.match(words):
            question["only_if"] = _yes_before(asked, number, words)
        asked.append(_bounded(question, asked))
    return tuple(asked)


def _yes_before(asked: Sequence[Mapping[str, Any]], number: int, words: str) -> str:
    """Return the last question of yes or no that does not itself depend on another."""
    for each in reversed(asked):
        if each["kind"] == QuestionKind.YES_NO and "only_if" not in each:
            return str(each["code"])
    raise Refused("refused-questions-if", line=number, words=words[:60])


def _bounded(question: dict[str, Any], asked: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Read "part / whole" as a bound when an earlier number has the name of the whole."""
    name, between, whole = question["names"]["vi"].rpartition("/")
    if not between or not name.strip() or question["kind"] not in _NUMBERS:
        return question
    for each in asked:
        if each["kind"] in _NUMBERS and unaccented(each["names"]["vi"]) == unaccented(whole):
            return question | {"names": {"vi": name.strip()}, "at_most": each["code"]}
    return question


def _question(number: int, line: str) -> dict[str, Any]:
    required = _OPTIONAL.search(line) is None
    words = _OPTIONAL.sub("", line).strip()
    name, between, written = words.rpartition(":")
    if not between or not name.strip():
        raise Refused("refused-questions-line", line=number, words=words[:60])
    name = name.strip()
    if len(name) > LONGEST:
        raise Refused("refused-questions-long", line=number, longest=LONGEST)
    kind, options = _kind(number, written.strip())
    asked: dict[str, Any] = {
        "code": f"q{number}",
        "kind": kind.value,
        "names": {"vi": name},
        "required": required,
    }
    if kind is QuestionKind.DATE:
        asked["past"] = _PLANNED.search(unaccented(name)) is None
    if options:
        asked["choices"] = [
            {"code": f"o{at}", "names": {"vi": option}} for at, option in enumerate(options, 1)
        ]
    return asked


def _kind(number: int, written: str) -> tuple[QuestionKind, list[str]]:
    plain = unaccented(written)
    if plain in _KINDS:
        return _KINDS[plain], []
    first, _, rest = written.partition(" ")
    options = [option.strip() for option in re.split(r"[,;/]", rest) if option.strip()]
    if unaccented(first) in _CHOOSE and _FEWEST_CHOICES <= len(options) <= _MOST_CHOICES:
        return QuestionKind.CHOICE, options
    raise Refused("refused-questions-line", line=number, words=written[:60])
