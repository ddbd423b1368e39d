"""The duty list (danh sách trực) as a document ready for signature."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from docx.shared import Pt

from bot.domain.paper import Finished, file_name
from bot.domain.roster_table import Day, Line, Roster, Stay
from bot.papers.letter import CENTRE, SMALL, TABLE, Letter, Style
from bot.papers.words import Words, tidy

MOST_UPRIGHT = 4  # posts; more need the paper's long side
DAY, SHIFT = 0.16, 0.16
PEOPLE = {
    "no": 0.07,
    "name": 0.33,
    "agency": 0.26,
    "phone": 0.16,
    "shifts": 0.08,
    "hours": 0.10,
}
_HOUR = timedelta(hours=1)
_NAME, _TIME = Style(TABLE), Style(TABLE, align=CENTRE)


def duty_list(roster: Roster) -> Finished:
    """Return the roster as a DOCX file that only lacks number, day and signature."""
    words = Words(roster.language, roster.zone)
    letter = Letter(words, roster.letterhead, wide=len(roster.posts) > MOST_UPRIGHT)
    letter.head(roster.made_at.astimezone(roster.zone).year)
    of = tidy(roster.title)
    named = words.say("duty-list-of", name=of) if of else words.say("duty-list-usual")
    draft = [words.say("roster-draft")] if roster.is_draft else []
    letter.title(words.say("duty-list-title"), named, *draft)
    _introduce(letter, roster)
    _shifts(letter, roster)
    _people(letter, roster)
    letter.end()
    name = of or f"{roster.start.astimezone(roster.zone):%Y-%m-%d}"
    return Finished(file_name(f"danh sach truc {name}", "docx"), letter.content(roster.made_at))


def _introduce(letter: Letter, roster: Roster) -> None:
    words = letter.words
    start, end = words.long_moment(roster.start), words.long_moment(roster.end)
    zone = words.zone_words(roster.start)
    letter.paragraph(words.say("duty-list-period", start=start, end=end, zone=zone))
    named = [
        words.say("duty-list-holiday", date=words.date(day.day), name=tidy(day.name))
        for day in roster.days
        if day.is_off and day.name
    ]
    if named:
        letter.paragraph(words.say("duty-list-holidays", days=", ".join(named)))


def _shifts(letter: Letter, roster: Roster) -> None:
    words = letter.words
    titles = [words.say("duty-list-day"), words.say("duty-list-shift")]
    titles += [tidy(name) for _, name in roster.posts]
    share = (1 - DAY - SHIFT) / max(1, len(roster.posts))
    widths = [DAY, SHIFT, *[share] * len(roster.posts)]
    table = letter.table(titles, widths)
    for day in roster.days:
        first = len(table.rows)
        for number, line in enumerate(day.lines):
            said = [(_day(words, day) if number == 0 else "", _TIME), (_time(words, line), _TIME)]
            said += [_holders(words, roster, line, code) for code, _ in roster.posts]
            letter.row(table, said, widths)
        if len(day.lines) > 1:
            letter.join(table, first, len(table.rows) - 1)


def _day(words: Words, day: Day) -> str:
    said = f"{words.weekday(day.day)}\n{words.date(day.day, year=True)}"
    return f"{said}\n({tidy(day.name)})" if day.name else said


def _time(words: Words, line: Line) -> str:
    span = words.span(line.start, line.end)
    if words.ends_later(line.start, line.end):
        return f"{span}\n({words.say('duty-list-next-day')})"
    return span


def _holders(words: Words, roster: Roster, line: Line, code: str) -> tuple[str, Style]:
    stays = line.cells.get(code, ())
    is_empty = any(stay.person_id is None for stay in stays)
    said = "\n".join(_holder(words, roster, line, stay) for stay in stays)
    return said, Style(TABLE, bold=is_empty, italic=is_empty)


def _holder(words: Words, roster: Roster, line: Line, stay: Stay) -> str:
    if stay.person_id is None:
        name = words.say("duty-list-unassigned")
    else:
        name = tidy(roster.members[stay.person_id].name)
    is_part = (stay.start, stay.end) != (line.start, line.end)
    return f"{name} ({words.span(stay.start, stay.end)})" if is_part else name


def _people(letter: Letter, roster: Roster) -> None:
    """List everybody once, with how much they watch; telephone numbers only where they may be."""
    words = letter.words
    columns = [name for name in PEOPLE if name != "phone" or roster.with_phones]
    whole = sum(PEOPLE[name] for name in columns)
    widths = [PEOPLE[name] / whole for name in columns]
    heading = letter.paragraph(words.say("duty-list-people"), Style(bold=True))
    heading.paragraph_format.space_before = Pt(12)
    heading.paragraph_format.keep_with_next = True
    table = letter.table([words.say(f"duty-list-{name}") for name in columns], widths)
    for values in _counted(roster):
        styles = {"name": _NAME, "agency": Style(SMALL)}
        letter.row(table, [(values[name], styles.get(name, _TIME)) for name in columns], widths)


def _counted(roster: Roster) -> Iterator[dict[str, str]]:
    stays: dict[int, list[Stay]] = {}
    for stay in roster.stays():
        if stay.person_id is not None:
            stays.setdefault(stay.person_id, []).append(stay)
    for number, (person_id, theirs) in enumerate(stays.items(), start=1):
        member = roster.members[person_id]
        yield {
            "no": str(number),
            "name": tidy(member.name),
            "agency": tidy(member.agency or ""),
            "phone": tidy(member.phone or ""),
            "shifts": str(len(theirs)),
            "hours": _hours(theirs),
        }


def _hours(stays: Sequence[Stay]) -> str:
    length = sum((stay.end - stay.start for stay in stays), timedelta(0)) / _HOUR
    return f"{length:.1f}".removesuffix(".0").replace(".", ",")
