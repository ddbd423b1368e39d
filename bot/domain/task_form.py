"""The dialogues of an assignment: its result, why it does not apply, more time, a question.

The questions of the first are the campaign's own, in its own words.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.domain.answers import Answer, File, Part, State
from bot.domain.calendar import read_day
from bot.domain.campaign import LONGEST_EXTENSION
from bot.domain.campaign_questions import Question as Asked
from bot.domain.campaign_questions import QuestionKind, read
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.typed import Choice

TASK, TASK_NOT, TASK_MORE, TASK_ASK = "task", "tasknot", "taskmore", "taskask"
TASK_RETURN, TASK_ANSWER = "taskreturn", "taskanswer"
LONGEST_REASON = 1_000
LONGEST_WORDS = 2_000
_YES, _NO = "yes", "no"
_TAKES = {
    QuestionKind.YES_NO: Takes.CHOICE,
    QuestionKind.CHOICE: Takes.CHOICE,
    QuestionKind.FILE: Takes.MANY,
}
_WEEKS = (7, 14, 30)


def task_form(
    questions: Sequence[Asked], language: str, today: date, so_far: Mapping[str, Any]
) -> Form:
    """Return a campaign's questions; a typed answer is checked against those `so_far`."""
    return Form(
        TASK,
        tuple(
            Question(
                key_of(number),
                _TAKES.get(each.kind, Takes.TEXT),
                _choices(each, language),
                2 if each.kind is QuestionKind.YES_NO else 1,
                optional=not each.required,
                ask_if=_asked_if(questions, each),
                check=_reads(each, today, so_far),
                caption=each.name(language),
                how=f"form-task-how-{each.kind.replace('_', '-')}",
                hint=each.hint_in(language),
            )
            for number, each in enumerate(questions)
        ),
    )


def key_of(number: int) -> str:
    """Return the key of a campaign's question; its own code may be too long for a button."""
    return f"q{number}"


def _asked_if(questions: Sequence[Asked], asked: Asked) -> Any:  # noqa: ANN401 a predicate over State
    numbers = [n for n, each in enumerate(questions) if each.code == asked.only_if]

    def is_asked(state: State) -> bool:
        return not numbers or state.answer(key_of(numbers[0])).choice == _YES

    return is_asked


def _choices(asked: Asked, language: str) -> tuple[Choice, ...]:
    if asked.kind is QuestionKind.YES_NO:
        return (
            Choice(_YES, "form-task-yes", words=("có", "yes", "đúng", "rồi", "ok")),
            Choice(_NO, "form-task-no", words=("không", "no", "chưa")),
        )
    return tuple(
        Choice(f"c{number}", caption=option.names.get(language, option.names["vi"]))
        for number, option in enumerate(asked.choices)
    )


def _reads(asked: Asked, today: date, so_far: Mapping[str, Any]) -> Any:  # noqa: ANN401 a check of words
    def check(words: str) -> None:
        read(asked, words, today, so_far)

    return check


def answers_of(questions: Sequence[Asked], state: State, today: date) -> dict[str, Any]:
    """Return what has been answered so far, as it is kept."""
    told: dict[str, Any] = {}
    for number, asked in enumerate(questions):
        answer = state.answer(key_of(number))
        if answer.complete and (answer.choice is not None or answer.parts):
            told[asked.code] = _told(asked, answer, today, told)
    return told


def _told(asked: Asked, answer: Answer, today: date, told: Mapping[str, Any]) -> Any:  # noqa: ANN401 JSON
    match asked.kind:
        case QuestionKind.YES_NO:
            return answer.choice == _YES
        case QuestionKind.CHOICE:
            return asked.choices[int((answer.choice or "c0").removeprefix("c"))].code
        case QuestionKind.FILE:
            return [file_name(file) for file in answer.files]
        case _:
            try:
                return read(asked, answer.text, today, told)
            except Refused:
                # An edited message may say anything; what cannot be read is as if not answered.
                return None


def file_name(file: File) -> str:
    """Return what a file is called; pictures have no name of their own."""
    return file.name or file.media


def files_of(questions: Sequence[Asked], state: State) -> list[tuple[str, File]]:
    """Return the files that were sent, each with the code of its question."""
    return [
        (asked.code, file)
        for number, asked in enumerate(questions)
        if asked.kind is QuestionKind.FILE
        for file in state.answer(key_of(number)).files
    ]


def known(
    questions: Sequence[Asked], answers: Mapping[str, Any], files: Mapping[str, Sequence[File]]
) -> dict[str, Answer]:
    """Return what was handed in before as answers of the form, to be corrected.

    What might be left out and was is not asked again.
    """
    if not answers:
        return {}
    return {
        key_of(number): _again(asked, answers.get(asked.code), files.get(asked.code, ()))
        for number, asked in enumerate(questions)
        if answers.get(asked.code) is not None or not asked.required
    }


def _again(asked: Asked, value: Any, files: Sequence[File]) -> Answer:  # noqa: ANN401 JSON
    if value is None:
        return Answer(complete=True)
    match asked.kind:
        case QuestionKind.YES_NO:
            return Answer(choice=_YES if value else _NO, complete=True)
        case QuestionKind.CHOICE:
            codes = [option.code for option in asked.choices]
            found = codes.index(value) if value in codes else None
            return Answer(choice=f"c{found}", complete=True) if found is not None else Answer()
        case QuestionKind.FILE:
            # Numbers below nought are no messages of Telegram: an edit never means these.
            parts = tuple(Part(chat_id=0, message_id=-n, file=file) for n, file in enumerate(files))
            return Answer(parts=parts, complete=True)
        case _:
            part = Part(chat_id=0, message_id=0, text=written(asked.kind, value))
            return Answer(parts=(part,), complete=True)


def written(kind: QuestionKind, value: Any) -> str:  # noqa: ANN401 JSON
    """Return a typed answer as people write it."""
    match kind:
        case QuestionKind.NUMBER_OF:
            return f"{value[0]}/{value[1]}"
        case QuestionKind.DATE:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        case _:
            return str(value)


def reason_form(kind: str) -> Form:
    """Return the one question of a dialogue that wants a reason, a question or an answer."""
    longest = LONGEST_WORDS if kind in (TASK_ASK, TASK_ANSWER) else LONGEST_REASON
    check = _checks_length(longest)
    return Form(kind, (Question("words", Takes.TEXT, check=check),), confirm=False)


def _checks_length(longest: int) -> Any:  # noqa: ANN401 a check of words
    def check(words: str) -> None:
        if not words.strip():
            raise Refused("refused-task-words")
        if len(words) > longest:
            raise Refused("refused-answer-long", most=longest)

    return check


def more_form(due: date, today: date) -> Form:
    """Return the questions of a request for more time: until when, and why."""
    days = [max(due, today) + timedelta(days=days) for days in _WEEKS]
    offered = tuple(
        Choice(f"d{day:%Y%m%d}", caption=f"{day:%d/%m/%Y}", words=(f"{day:%d/%m}",)) for day in days
    )
    return Form(
        TASK_MORE,
        (
            Question(
                "until",
                Takes.TEXT,
                offered,
                3,
                check=lambda words: _refuse_until(words, due, today),
            ),
            Question("words", Takes.TEXT, check=_checks_length(LONGEST_REASON)),
        ),
        confirm=False,
    )


def _refuse_until(words: str, due: date, today: date) -> None:
    until = read_until(words, today)
    if until <= max(due, today):
        raise Refused("refused-task-until-early", day=f"{max(due, today):%d/%m/%Y}")
    if until >= today + LONGEST_EXTENSION:
        raise Refused("refused-task-until")


def read_until(words: str, today: date) -> date:
    """Return the day somebody has typed, the next one of that name; Refused when it is none."""
    written = words.strip()
    day = read_day(written)
    if day is None and written.count("/") == 1:
        years = (today.year, today.year + 1)
        near = [read_day(f"{written}/{year}") for year in years]
        day = next((each for each in near if each is not None and each >= today), None)
    if day is None:
        raise Refused("refused-answer-date")
    return day


def until_of(state: State, today: date) -> date:
    """Return until when more time was asked for."""
    answer = state.answer("until")
    if answer.choice is not None:
        code = answer.choice.removeprefix("d")
        return date(int(code[:4]), int(code[4:6]), int(code[6:]))
    return read_until(answer.text, today)
