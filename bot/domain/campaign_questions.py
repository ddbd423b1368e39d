"""What a campaign asks of each agency: the questions, typed answers read, and what must hold.

Answers are JSON: yes_no a bool, number an int, number_of [part, of], date YYYY-MM-DD, choice its
code, text a string, file a list of the names of files.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Self

from pydantic import Field, model_validator

from bot.domain.calendar import read_day
from bot.domain.errors import Refused
from bot.domain.kinds import Entry, Names, in_language
from bot.domain.typed import Choice, chosen, is_no, is_yes
from bot.domain.watch_policy import CODE

LONGEST_TEXT = 2_000
MOST = 100_000_000
_NUMBER = r"(\d{1,3}(?:[ .,]\d{3})+|\d{1,9})"
_ONE = re.compile(rf"{_NUMBER}(?:\s*[^\W\d]\D*)?")
_PART_OF = re.compile(rf"{_NUMBER}\s*(?:/|\\|trên|tren|của|cua|of|out of)\s*{_NUMBER}(?:\s*\D*)?")
_DAY_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})", re.ASCII)

Answers = Mapping[str, Any]


class QuestionKind(StrEnum):
    """What an answer is."""

    YES_NO = "yes_no"
    NUMBER = "number"
    NUMBER_OF = "number_of"
    TEXT = "text"
    DATE = "date"
    FILE = "file"
    CHOICE = "choice"


_NUMBERS = (QuestionKind.NUMBER, QuestionKind.NUMBER_OF)


class Option(Entry):
    """One answer to choose."""

    code: str = Field(pattern=CODE)
    names: Names


class Question(Entry):
    """One question; `at_most` and `only_if` name earlier ones.

    `at_most`: no more than that number. `only_if`: asked only when that was answered yes.
    `finding`: what yes brings to light, such as takeover. `past`: a day that is not to come.
    """

    code: str = Field(pattern=CODE)
    kind: QuestionKind
    names: Names
    hint: dict[str, str] = Field(default_factory=dict)
    required: bool = True
    choices: tuple[Option, ...] = ()
    at_most: str | None = None
    only_if: str | None = None
    past: bool = False
    finding: str | None = None

    def name(self, language: str) -> str:
        """Return what is asked, in that language."""
        return in_language(self.names, language)

    def hint_in(self, language: str) -> str:
        """Return how to answer, in that language; empty when there is nothing to say."""
        return self.hint.get(language, self.hint.get("vi", ""))

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if bool(self.choices) != (self.kind is QuestionKind.CHOICE):
            raise ValueError(f"'{self.code}': choices belong to a question of kind choice")
        if self.at_most and self.kind not in _NUMBERS:
            raise ValueError(f"'{self.code}': at_most belongs to a question about a number")
        if self.past and self.kind is not QuestionKind.DATE:
            raise ValueError(f"'{self.code}': past belongs to a question of kind date")
        if self.finding and self.kind is not QuestionKind.YES_NO:
            raise ValueError(f"'{self.code}': finding belongs to a question of kind yes_no")
        return self


def in_order(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return questions that refer only to earlier ones of the right kind; ValueError says which."""
    known: dict[str, QuestionKind] = {}
    for question in questions:
        if question.code in known:
            raise ValueError(f"the question '{question.code}' stands there twice")
        if question.at_most and known.get(question.at_most) not in _NUMBERS:
            raise ValueError(f"'{question.code}': at_most must name an earlier number")
        if question.only_if and known.get(question.only_if) is not QuestionKind.YES_NO:
            raise ValueError(f"'{question.code}': only_if must name an earlier yes_no")
        known[question.code] = question.kind
    return tuple(questions)


def questions_of(written: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    """Return the questions of a campaign from its snapshot."""
    return tuple(Question.model_validate(dict(each)) for each in written)


def applicable(questions: Sequence[Question], answers: Answers) -> tuple[Question, ...]:
    """Return the questions that must be asked after these answers."""
    return tuple(
        question
        for question in questions
        if question.only_if is None or answers.get(question.only_if) is True
    )


def is_missing(question: Question, answers: Answers) -> bool:
    """Tell whether there is no answer to a question; no and nought are answers."""
    return answers.get(question.code) in (None, "", [])


def next_question(questions: Sequence[Question], answers: Answers) -> Question | None:
    """Return the first question without an answer, a skipped one (None) passed over."""
    for question in applicable(questions, answers):
        if question.code not in answers or (question.required and is_missing(question, answers)):
            return question
    return None


def read(question: Question, words: str, today: date, answers: Answers) -> Any:  # noqa: ANN401 JSON
    """Return the answer that typed words are; Refused says how it must be written."""
    answer = _READS[question.kind](question, words.strip(), today)
    check_one(question, answer, answers)
    return answer


def check_one(question: Question, answer: Any, answers: Answers) -> None:  # noqa: ANN401 JSON
    """Refuse a part that is more than its whole, and a number above the one that bounds it.

    Of a share its part bounds others, and its whole is what is bounded.
    """
    if question.kind is QuestionKind.NUMBER_OF and answer and answer[0] > answer[1]:
        raise Refused("refused-answer-part", part=answer[0], of=answer[1])
    bound = answers.get(question.at_most) if question.at_most else None
    if bound is None or answer is None:
        return
    most = bound[0] if isinstance(bound, list) else bound
    if (answer[1] if isinstance(answer, list) else answer) > most:
        raise Refused("refused-answer-more-than", other=most)


def check(questions: Sequence[Question], answers: Answers) -> dict[str, Any]:
    """Return the answers that count; Refused when one is missing or they contradict each other."""
    kept: dict[str, Any] = {}
    for question in applicable(questions, answers):
        if is_missing(question, answers):
            if question.required:
                raise Refused("refused-answer-missing", question={"names": dict(question.names)})
            continue
        kept[question.code] = answers[question.code]
        check_one(question, kept[question.code], answers)
    return kept


def findings(questions: Sequence[Question], answers: Answers) -> tuple[str, ...]:
    """Return what the answers bring to light, each kind once."""
    found = (
        question.finding
        for question in applicable(questions, answers)
        if question.finding and answers.get(question.code) is True
    )
    return tuple(dict.fromkeys(found))


def _yes_no(question: Question, words: str, today: date) -> bool:
    del question, today
    if is_yes(words) or is_no(words):
        return is_yes(words)
    raise Refused("refused-answer-yes-no")


def _number(question: Question, words: str, today: date) -> int:
    del question, today
    written = _ONE.fullmatch(words)
    if written is None:
        raise Refused("refused-answer-number")
    return _bounded(written[1])


def _number_of(question: Question, words: str, today: date) -> list[int]:
    del question, today
    written = _PART_OF.fullmatch(words.casefold())
    if written is None:
        raise Refused("refused-answer-number-of")
    return [_bounded(written[1]), _bounded(written[2])]


def _bounded(digits: str) -> int:
    number = int(re.sub(r"\D", "", digits))
    if number > MOST:
        raise Refused("refused-answer-number")
    return number


def _text(question: Question, words: str, today: date) -> str:
    del question, today
    if not words:
        raise Refused("refused-answer-text")
    if len(words) > LONGEST_TEXT:
        raise Refused("refused-answer-long", most=LONGEST_TEXT)
    return words


def _date(question: Question, words: str, today: date) -> str:
    """Read a day; without a year it is the one nearest to today."""
    short = _DAY_MONTH.fullmatch(words)
    years = (today.year, today.year - 1, today.year + 1) if short else ()
    near = [read_day(f"{short[1]}/{short[2]}/{year}") for year in years] if short else []
    days = [day for day in near or [read_day(words)] if day is not None]
    if not days:
        raise Refused("refused-answer-date")
    nearest = min(days, key=lambda day: abs(day - today))
    if question.past and nearest > today:
        raise Refused("refused-answer-to-come", day=f"{nearest:%d/%m/%Y}")
    return nearest.isoformat()


def _file(question: Question, words: str, today: date) -> str:
    del question, words, today
    raise Refused("refused-answer-file")


def _choice(question: Question, words: str, today: date) -> str:
    del today
    choices = [
        Choice(option.code, caption=option.names["vi"], words=tuple(option.names.values()))
        for option in question.choices
    ]
    if words in (choice.code for choice in choices):
        return words
    found = chosen(words, choices)
    if found is None:
        raise Refused("refused-answer-choice")
    return found


_READS = {
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.NUMBER: _number,
    QuestionKind.NUMBER_OF: _number_of,
    QuestionKind.TEXT: _text,
    QuestionKind.DATE: _date,
    QuestionKind.FILE: _file,
    QuestionKind.CHOICE: _choice,
}
