"""The lessons of an incident (rút kinh nghiệm) as a document: what the log shows, room to write.

It is a draft to be finished by hand: causes, judgements and what is decided are people's.
"""

from collections.abc import Sequence

from bot.domain.course import Finding
from bot.domain.improvements import Improvement, ImprovementState
from bot.domain.paper import Finished, file_name
from bot.papers.letter import CENTRE, TABLE, Letter, Style
from bot.papers.words import Words, tidy
from bot.services import after_action_words
from bot.services.after_actions import Review
from bot.services.drill_words import kind_of
from bot.services.improvement_words import day_text
from bot.texts.length import plain
from bot.texts.values import Voice, voice

COURSE = (0.3, 0.24, 0.2, 0.26)
TASKS = (0.46, 0.22, 0.16, 0.16)
BLANK_TASKS = 3
_LEFT, _MIDDLE = Style(TABLE), Style(TABLE, align=CENTRE)


def document(review: Review) -> Finished:
    """Return the DOCX file."""
    return _Document(review).finished()


class _Document:
    """One draft while it is written."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._words = Words(review.language, review.team.zone)
        self._voice: Voice = voice(review.team, review.made_at, review.language)
        self._letter = Letter(self._words, review.team.catalog.watch.letterhead)

    def finished(self) -> Finished:
        review = self._review
        self._letter.head(review.made_at.astimezone(review.team.zone).year)
        self._title()
        self._course()
        for part, found in (("helped", review.draft.helped), ("slowed", review.draft.slowed)):
            self._points(part, found)
        self._cause()
        self._improvements()
        self._heading("word")
        self._letter.dotted_lines(3)
        self._letter.end()
        drill = " dien tap" if review.incident.drill else ""
        name = file_name(f"{review.incident.code}{drill} rut kinh nghiem", "docx")
        return Finished(name, self._letter.content(review.made_at))

    def _say(self, text_id: str, **values: str | int) -> str:
        return self._words.say(f"aar-paper-{text_id}", **values)

    def _shown(self, value: object) -> str:
        return tidy(plain(str(self._voice.value(value))))

    def _heading(self, part: str) -> None:
        self._letter.heading(self._say(f"part-{part}"))

    def _title(self) -> None:
        incident = self._review.incident
        if incident.drill:
            self._letter.title(self._words.say("drill-paper"))
        if incident.confidential:
            self._letter.title(self._words.say("confidential-paper"))
        self._letter.title(self._say("title"), self._say("of", code=incident.code))
        severity = self._words.say(f"brief-{incident.severity}").capitalize()
        kind = self._shown(kind_of(incident.kind, drill=incident.drill))
        where = incident.agency or incident.place or incident.system or "—"
        said = {"kind": kind, "severity": severity, "where": tidy(where)}
        self._letter.paragraph(self._say("about", **said))
        self._letter.paragraph(self._say("summary", words=tidy(incident.summary)))
        made = self._words.moment(self._review.made_at)
        self._letter.paragraph(self._say("draft", at=made), Style(TABLE, italic=True))

    def _course(self) -> None:
        self._heading("course")
        titles = [self._say(f"column-{name}") for name in ("what", "at", "after", "who")]
        table = self._letter.table(titles, COURSE)
        for passed in self._review.draft.marks:
            known = passed.at is not None
            cells = (
                self._words.say(f"aar-mark-{passed.mark}"),
                self._words.moment(passed.at) if passed.at is not None else self._say("unknown"),
                self._shown(after_action_words.value(passed.after)) if passed.after else "—",
                tidy(passed.name or "") or ("—" if not known else self._words.say("aar-unnamed")),
            )
            styles = (_LEFT, _MIDDLE, _MIDDLE, _LEFT)
            self._letter.row(table, list(zip(cells, styles, strict=True)), COURSE)
        self._letter.gap()

    def _points(self, part: str, found: Sequence[Finding]) -> None:
        self._heading(part)
        if not found:
            self._letter.paragraph(self._say("nothing"))
        for each in found:
            self._letter.paragraph(f"- {self._shown(after_action_words.finding(each))}")
        self._letter.paragraph(self._say("add"), Style(TABLE, italic=True), leads=True)
        self._letter.dotted_lines(2, last=False)

    def _cause(self) -> None:
        self._heading("cause")
        incident = self._review.incident
        for name, said in (("cause", incident.cause), ("action", incident.action)):
            if said:
                self._letter.paragraph(self._say(name, words=tidy(said)))
        self._letter.paragraph(self._say("why"), Style(TABLE, italic=True), leads=True)
        self._letter.dotted_lines(2, last=False)

    def _improvements(self) -> None:
        self._heading("improvements")
        titles = [self._say(f"column-{name}") for name in ("task", "owner", "due", "state")]
        table = self._letter.table(titles, TASKS)
        for each in self._review.improvements:
            self._letter.row(table, self._task(each), TASKS)
        for _ in range(BLANK_TASKS):
            self._letter.row(table, [("\n", _LEFT), *[("", _LEFT)] * 3], TASKS)
        self._letter.gap()

    def _task(self, one: Improvement) -> list[tuple[str, Style]]:
        state = self._words.say(f"improvement-is-{one.state}")
        if one.state is ImprovementState.DROPPED and one.reason:
            state = f"{state}: {tidy(one.reason)}"
        due = self._shown(day_text(one.due_on))
        return [(tidy(one.what), _LEFT), (tidy(one.owner), _LEFT), (due, _MIDDLE), (state, _LEFT)]
