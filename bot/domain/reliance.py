"""What is wrong with the people of a roster: who has not promised, cannot be told, or is tired."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.domain.roster import Shift, ShiftState
from bot.domain.trouble import Problem, Stretch, Trouble, View


def problems_of_people(view: View) -> Iterator[Problem]:
    """Yield what is wrong with people, in no order."""
    shifts = _in_force(view)
    yield from _of_single_shifts(view, shifts)
    by_person: dict[int, list[Shift]] = {}
    for shift in sorted(shifts, key=lambda each: (each.start, each.end, each.id)):
        by_person.setdefault(shift.person_id, []).append(shift)
    for theirs in by_person.values():
        yield from _double(view, theirs)
        yield from _too_little_rest(view, theirs)


def rest_between(one: Shift, other: Shift) -> timedelta:
    """Return the time between two shifts, whichever comes first; nothing when they overlap."""
    return max(timedelta(0), other.start - one.end, one.start - other.end)


def _in_force(view: View) -> list[Shift]:
    """Return the shifts that people really stand: a watch comes before the normal roster."""
    asked = [span for watch in view.watches for span in view.spans(watch)]

    def is_in_force(shift: Shift) -> bool:
        if shift.state is ShiftState.DRAFT or shift.start >= shift.end or shift.end <= view.now:
            return False
        if shift.watch_id is not None:
            return True
        return not any(shift.start < ends and shift.end > begins for begins, ends in asked)

    return [shift for shift in view.shifts if is_in_force(shift)]


def _of_single_shifts(view: View, shifts: Sequence[Shift]) -> Iterator[Problem]:
    for shift in shifts:
        for when in view.clipped(shift.start, shift.end):
            if shift.state is ShiftState.DECLINED:
                yield _of_one(Trouble.DECLINED, when, shift)
            if shift.person_id in view.unreachable:
                yield _of_one(Trouble.UNREACHABLE, when, shift)
            if _should_have_confirmed(view, shift):
                yield _of_one(Trouble.UNCONFIRMED, when, shift)


def _of_one(trouble: Trouble, when: Stretch, shift: Shift) -> Problem:
    return Problem(
        trouble, *when, (shift.post,), (shift.person_id,), (shift.id,), watch_id=shift.watch_id
    )


def _should_have_confirmed(view: View, shift: Shift) -> bool:
    if shift.state is not ShiftState.PLANNED or shift.start <= view.now:
        return False
    patience = view.book.policy.confirm_within
    is_near = shift.start - view.now <= patience
    return any(
        watch.id == shift.watch_id
        and watch.published_at is not None
        and (is_near or watch.published_at + patience <= view.now)
        for watch in view.watches
    )


def _double(view: View, theirs: Sequence[Shift]) -> Iterator[Problem]:
    for number, shift in enumerate(theirs):
        for other in theirs[number + 1 :]:
            if other.start < shift.end:
                for when in view.clipped(other.start, min(shift.end, other.end)):
                    yield _of_two(Trouble.DOUBLE, when, shift, other)


def _too_little_rest(view: View, theirs: Sequence[Shift]) -> Iterator[Problem]:
    last: Shift | None = None
    for shift in theirs:
        if last is not None and last.end <= shift.start and view.start <= shift.start < view.end:
            rest = rest_between(last, shift)
            # Days on call from home follow each other all year round.
            is_usual = last.watch_id is None and shift.watch_id is None
            if rest < view.book.policy.rest and not is_usual:
                yield _of_two(Trouble.REST, (last.end, shift.start), last, shift)
        last = shift if last is None or shift.end > last.end else last


def _of_two(trouble: Trouble, when: Stretch, one: Shift, other: Shift) -> Problem:
    posts = tuple(dict.fromkeys((one.post, other.post)))
    watch_id = other.watch_id if other.watch_id is not None else one.watch_id
    shift_ids = (one.id, other.id)
    return Problem(trouble, *when, posts, (one.person_id,), shift_ids, watch_id=watch_id)
