"""What is asked about deadlines by law and seriousness: sent how, why not, detected when."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.answers import Answer, State
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.typed import Choice, unaccented

SENT, WAIVE, DETECTED, DECISION = "sent", "waive", "detected", "decision"
NOW, SERIOUS, ORDINARY = "now", "serious", "ordinary"
_SLACK = timedelta(minutes=5)
_OLDEST = timedelta(days=400)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?::|h| giờ ?)([0-5]\d)?(?!\d)")
_DATE = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?!\d)")
_NOW = frozenset({"bay gio", "vua xong", "luc nay", "ngay bay gio", "now", "just now"})
_SOON = timedelta(hours=6)
_HALF_A_YEAR = timedelta(days=183)
_TO_COME = re.compile(r"\b(?:mai|mot|ngay kia|sap|tomorrow|next)\b")
_THIS_DAY = re.compile(r"\b(?:nay|today|tonight)\b")
_YESTERDAY = re.compile(r"\b(?:hom qua|toi qua|dem qua|yesterday|last night)\b")
_CHANNELS = (
    Choice("letter", "form-sent-channel-letter", words=("công văn giấy", "bưu điện", "letter")),
    Choice("documents", "form-sent-channel-documents", words=("trục liên thông", "văn bản")),
    Choice("mail", "form-sent-channel-mail", words=("thư điện tử", "email", "mail")),
    Choice("fax", "form-sent-channel-fax", words=("fax",)),
    Choice("portal", "form-sent-channel-portal", words=("cổng quốc gia", "hệ thống", "portal")),
    Choice("phone", "form-sent-channel-phone", words=("điện thoại", "nhắn tin", "phone")),
)
_JUST_NOW = (Choice(NOW, "form-sent-when-now", words=("bây giờ", "vừa xong", "just now")),)


def read_past(words: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant that has passed on the zone's clocks, such as `07:30 22/11`."""
    if unaccented(words) in _NOW:
        return now
    plain = words.casefold()
    bare = unaccented(words)
    clock, day = _CLOCK.search(plain), _DATE.search(plain)
    if _TO_COME.search(bare):
        raise Refused("refused-past-time-when", words=words[:40])
    if clock is None or int(clock[1]) > 23:  # noqa: PLR2004 the last hour of a day
        raise Refused("refused-past-time", words=words[:40])
    at = time(int(clock[1]), int(clock[2] or 0))
    local = now.astimezone(zone)
    try:
        on = _day(day, local, bare)
    except ValueError as error:
        raise Refused("refused-past-time", words=words[:40]) from error
    found = datetime.combine(on, at, zone)
    if day is None and not _THIS_DAY.search(bare) and found > local + _SLACK:
        # At noon "22:15" is of yesterday; at nine "10:00" is a slip.
        found -= timedelta(days=1) if found - local > _SOON else timedelta(0)
    instant = found.astimezone(now.tzinfo)
    if instant > now + _SLACK or instant < now - _OLDEST:
        raise Refused("refused-past-time-when", words=words[:40])
    return min(instant, now)


def _day(written: re.Match[str] | None, local: datetime, bare: str) -> date:
    if written is None:
        return local.date() - timedelta(days=bool(_YESTERDAY.search(bare)))
    year = int(written[3]) if written[3] else None
    on = date(year or local.year, int(written[2]), int(written[1]))
    earlier = on.replace(year=on.year - 1) if year is None and on > local.date() else on
    # In January "30/12" is of last year; in November "23/11" is a slip.
    return earlier if local.date() - earlier <= _HALF_A_YEAR else on


def _in_the_past(
    now: datetime, zone: ZoneInfo, since: datetime | None = None
) -> Callable[[Answer], datetime]:
    def moment(answer: Answer) -> datetime:
        return _instant(answer, now, zone, since)

    return moment


def sent_form(
    now: datetime, zone: ZoneInfo, *, signed: bool, since: datetime | None = None
) -> Form:
    """Ask how something was sent; what must be signed has a number.

    `since` is when its deadline begins to count: nothing was sent before.
    """
    when = _in_the_past(now, zone, since)
    return Form(
        SENT,
        (
            Question("when", Takes.TEXT, _JUST_NOW, moment=when, words=("ngày",)),
            Question("channel", Takes.TEXT, _CHANNELS, 2, words=("kênh", "channel")),
            Question("number", Takes.TEXT, optional=not signed, words=("số", "number")),
            Question("receipt", Takes.TEXT, optional=True, words=("biên nhận", "receipt")),
        ),
    )


def sending(
    state: State, now: datetime, zone: ZoneInfo, since: datetime | None = None
) -> dict[str, Any]:
    """Return when and how it was sent, under which number, and who has it."""
    channel = state.answer("channel")
    return {
        "sent_at": _instant(state.answer("when"), now, zone, since),
        "channel": channel.choice or channel.text,
        "number": state.answer("number").text or None,
        "receipt": state.answer("receipt").text or None,
    }


def _instant(
    answer: Answer, now: datetime, zone: ZoneInfo, since: datetime | None = None
) -> datetime:
    """Return what an answer meant when it was given; Refused when that is before `since`."""
    at = answer.at
    if at is None:
        at = now if answer.choice == NOW else read_past(answer.text, now, zone)
    if since is None or at >= since:
        return at
    # People tell the minute, a clock of the law begins within one.
    if at < since.replace(second=0, microsecond=0):
        said, start = ({"moment": each.isoformat()} for each in (at, since))
        raise Refused("refused-before-start", at=said, start=start)
    return since


def waive_form() -> Form:
    """Ask why a deadline does not apply."""
    return Form(WAIVE, (Question("reason", Takes.TEXT, words=("lý do", "reason")),))


def detected_form(now: datetime, zone: ZoneInfo) -> Form:
    """Ask when an incident was detected, to the minute."""
    asked = Question("at", Takes.TEXT, moment=_in_the_past(now, zone), words=("giờ", "time"))
    return Form(DETECTED, (asked,))


def detected_at(state: State, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when it was detected."""
    return _instant(state.answer("at"), now, zone)


def decision_form(now: datetime, zone: ZoneInfo, since: datetime | None = None) -> Form:
    """Ask what was decided about the seriousness, by whom, when and in which document."""
    when = _in_the_past(now, zone, since)
    outcomes = (
        Choice(SERIOUS, "form-decision-outcome-serious", words=("nghiêm trọng", "serious")),
        Choice(
            ORDINARY,
            "form-decision-outcome-ordinary",
            words=("thông thường", "không nghiêm trọng", "ordinary", "not serious"),
        ),
    )
    return Form(
        DECISION,
        (
            Question("outcome", Takes.CHOICE, outcomes, words=("quyết định", "decision")),
            Question("by", Takes.TEXT, words=("ai", "who")),
            Question("when", Takes.TEXT, _JUST_NOW, moment=when, words=("ngày",)),
            Question("document", Takes.TEXT, optional=True, words=("văn bản", "document")),
        ),
    )


def decision_of(
    state: State, now: datetime, zone: ZoneInfo, since: datetime | None = None
) -> tuple[bool, str, datetime, str]:
    """Return what was decided, by whom, when and by which document."""
    return (
        state.answer("outcome").choice == SERIOUS,
        state.answer("by").text,
        _instant(state.answer("when"), now, zone, since),
        state.answer("document").text,
    )
