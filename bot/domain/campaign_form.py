"""A campaign by dialogue: what is asked of whom by when, or one of these facts changed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from zlib import crc32

from msgspec import Struct

from bot.domain.answers import File, State
from bot.domain.audience import HIGHEST_LEVEL, Audience, Per
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.question_words import read_questions
from bot.domain.task_form import read_until
from bot.domain.typed import Choice, unaccented

CAMPAIGN, CAMPAIGN_CHANGE = "campaign", "campaignchange"
LONGEST_NAME, LONGEST_BODY, LONGEST_LINE = 120, 3_000, 200
FIELDS = (
    *("name", "body", "order", "who", "due", "rollup", "questions"),
    *("evidence", "receiver"),
)
_NONE, _ALL = "none", "all"
_MOST_KINDS = 8
_DAYS = (7, 14, 30)
_BEFORE = ("truoc", "before")
_UNTIL = ("het", "den", "den het", "by", "until")
_DAY = timedelta(days=1)


def _nobody(words: str) -> tuple[int, ...]:
    del words
    return ()


class Whom(Struct, frozen=True):
    """Whom a campaign can address: kinds of agencies, levels of systems, agencies by their name.

    `find` returns the agencies that are meant by words, or raises Refused.
    """

    kinds: Sequence[str] = ()
    levels: Sequence[int] = ()
    find: Callable[[str], tuple[int, ...]] = _nobody


def campaign_form(whom: Whom, today: date, so_far: State | None = None) -> Form:
    """Return the questions about a new campaign."""
    begun = so_far or State(question="name")
    return Form(CAMPAIGN, tuple(_questions(CAMPAIGN, whom, today, begun).values()))


def change_form(whom: Whom, today: date, due: date) -> Form:
    """Return which fact of a draft is to be changed, and the question for it."""
    fields = tuple(Choice(name, f"button-campaign-{name}", words=_WORDS[name]) for name in FIELDS)
    begun = State(question="field")
    asked = _questions(CAMPAIGN_CHANGE, whom, today, begun, due)
    return Form(
        CAMPAIGN_CHANGE,
        (
            Question("field", Takes.CHOICE, fields, 2),
            *(
                Question(
                    each.key,
                    each.takes,
                    each.choices,
                    each.columns,
                    optional=each.optional,
                    ask_if=_chosen(name),
                    check=each.check,
                )
                for name, each in asked.items()
            ),
        ),
        confirm=False,
    )


def _chosen(name: str) -> Callable[[State], bool]:
    return lambda state: state.answer("field").choice == name


_WORDS = {
    "name": ("tên", "name"),
    "body": ("nội dung", "text"),
    "order": ("văn bản", "document"),
    "who": ("gửi ai", "đối tượng", "audience"),
    "due": ("hạn", "hạn cơ quan", "deadline"),
    "rollup": ("hạn tổng hợp", "roll-up"),
    "questions": ("câu hỏi", "questions"),
    "evidence": ("minh chứng", "evidence"),
    "receiver": ("nơi nhận", "nơi nhận báo cáo", "receiver"),
}


def _questions(
    form: str, whom: Whom, today: date, begun: State, due: date | None = None
) -> dict[str, Question]:
    none = Choice(_NONE, f"form-{form}-questions-none", words=("không hỏi", "none"))
    offered = tuple(_day_choice(today + timedelta(days=days)) for days in _DAYS)
    asked = (
        Question("name", Takes.TEXT, check=_check_name),
        Question("body", Takes.TEXT, optional=True, check=_check_body),
        Question("order", Takes.ANY, optional=True),
        Question("who", Takes.TEXT, _audiences(form, whom), check=_checks_whom(whom)),
        Question("due", Takes.TEXT, offered, 3, check=lambda words: _check_due(words, today)),
        Question(
            "rollup",
            Takes.TEXT,
            optional=True,
            check=lambda words: _check_rollup(words, due or _due_so_far(begun, today), today),
        ),
        Question("questions", Takes.TEXT, (none,), check=_check_questions),
        Question("evidence", Takes.TEXT, optional=True, check=_check_line),
        Question("receiver", Takes.TEXT, optional=True, check=_check_line),
    )
    return {
        each.key: Question(
            each.key,
            each.takes,
            each.choices,
            each.columns,
            optional=each.optional,
            words=_WORDS[each.key],
            check=each.check,
        )
        for each in asked
    }


def _day_choice(day: date) -> Choice:
    return Choice(f"d{day:%Y%m%d}", caption=f"{day:%d/%m/%Y}", words=(f"{day:%d/%m}",))


def _audiences(form: str, whom: Whom) -> tuple[Choice, ...]:
    kinds = tuple(
        Choice(_code(kind), caption=f"{kind[:1].upper()}{kind[1:]}", words=(kind,))
        for kind in whom.kinds[:_MOST_KINDS]
    )
    levels: tuple[Choice, ...] = ()
    if any(level >= _SERIOUS for level in whom.levels):
        levels = (
            Choice("l3", f"form-{form}-who-owners", words=("cấp 3", "cấp độ 3", "level 3")),
            Choice("s3", f"form-{form}-who-systems", words=("mỗi hệ thống", "each system")),
        )
    everybody = Choice(_ALL, f"form-{form}-who-all", words=("tất cả", "mọi cơ quan", "all"))
    return everybody, *kinds, *levels


def _code(kind: str) -> str:
    """Return a button's code that means this kind however many others come and go."""
    return f"k{crc32(kind.encode()):x}"


_SERIOUS = 3  # the level from which on the orders ask for more


def _check_name(text: str) -> None:
    if not 0 < len(text.strip()) <= LONGEST_NAME or "\n" in text.strip():
        raise Refused("refused-campaign-name", longest=LONGEST_NAME)


def _check_body(text: str) -> None:
    if len(text) > LONGEST_BODY:
        raise Refused("refused-answer-long", most=LONGEST_BODY)


def _check_line(text: str) -> None:
    if len(text) > LONGEST_LINE:
        raise Refused("refused-campaign-line", longest=LONGEST_LINE)


def _checks_whom(whom: Whom) -> Callable[[str], None]:
    def check(words: str) -> None:
        whom.find(words)

    return check


def read_deadline(words: str, today: date) -> date:
    """Return the last day that is in time: "trước 25/6" means the end of 24/6."""
    first, _, rest = words.strip().partition(" ")
    plain = unaccented(first)
    if plain in _BEFORE and rest:
        return read_until(rest, today) - _DAY
    while plain in _UNTIL and rest:
        first, _, rest = rest.strip().partition(" ")
        plain = unaccented(first)
    return read_until(f"{first} {rest}".strip() if rest else first, today)


def _check_due(words: str, today: date) -> None:
    if read_deadline(words, today) < today:
        raise Refused("refused-campaign-due-past")


def _check_rollup(words: str, due: date | None, today: date) -> None:
    day = read_deadline(words, today)
    if due is not None and day < due:
        raise Refused("refused-campaign-rollup-early", day=f"{due:%d/%m/%Y}")


def _check_questions(words: str) -> None:
    read_questions(words)


def day_of(state: State, key: str, today: date) -> date | None:
    """Return the day that answers a question, None when it was left out or cannot be read."""
    answer = state.answer(key)
    if answer.choice is not None:
        code = answer.choice.removeprefix("d")
        return date(int(code[:4]), int(code[4:6]), int(code[6:]))
    return read_deadline(answer.text, today) if answer.text.strip() else None


def _due_so_far(begun: State, today: date) -> date | None:
    try:
        return day_of(begun, "due", today)
    except Refused:
        return None


def audience_of(state: State, whom: Whom) -> tuple[Audience, Per]:
    """Return who is addressed, and whether each of their systems is asked for by itself."""
    choice = state.answer("who").choice
    if choice is None:
        return Audience(agency_ids=whom.find(state.answer("who").text)), Per.AGENCY
    serious = tuple(range(_SERIOUS, HIGHEST_LEVEL + 1))
    match choice[0], choice[1:]:
        case "l", _:
            return Audience(levels=serious), Per.AGENCY
        case "s", _:
            return Audience(levels=serious), Per.SYSTEM
        case "k", _:
            return Audience(kinds=_kinds(choice, whom)), Per.AGENCY
        case _:
            return Audience(), Per.AGENCY


def _kinds(choice: str, whom: Whom) -> tuple[str, ...]:
    found = tuple(kind for kind in whom.kinds if _code(kind) == choice)
    if not found:
        raise Refused("refused-campaign-kind-gone")
    return found


def order_of(state: State) -> tuple[tuple[str, str | None] | None, str]:
    """Return the file of the order, if one was sent, and the words that name its basis.

    A picture is refused: it could not be sent on as the document that it is.
    """
    files: tuple[File, ...] = state.answer("order").files
    if files and files[0].media != "document":
        raise Refused("refused-campaign-order")
    sent = (files[0].file_id, files[0].name) if files else None
    return sent, state.answer("order").text.strip()
