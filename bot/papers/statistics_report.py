"""The report of a month as a document of administration, with a chart, ready for signature."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx.shared import Mm

from bot.domain.incident import Status
from bot.domain.paper import Finished, file_name
from bot.domain.statistics import Group, Statistics, Times
from bot.papers.letter import CENTRE, TABLE, Letter, Style
from bot.papers.statistics_chart import chart
from bot.papers.statistics_speech import Speech
from bot.papers.words import tidy
from bot.services.statistics_facts import Given
from bot.services.statistics_words import improved_text, kind_texts, length, share, times_text

REMARKS = 4  # empty lines
CHART = 0.72  # of the line
MOST_ROWS = 15
_LEFT, _MIDDLE = Style(TABLE), Style(TABLE, align=CENTRE)
_BOLD = Style(TABLE, bold=True, align=CENTRE)


def document(given: Given, now: Statistics, then: Statistics) -> Finished:
    """Return the DOCX file that only lacks number, day, remarks and signature."""
    return _Document(given, now, then).finished()


class _Document:
    """One report while it is written."""

    def __init__(self, given: Given, now: Statistics, then: Statistics) -> None:
        self._given, self._now, self._then = given, now, then
        self._speech = Speech(given)
        self._letter = Letter(self._speech.words, given.team.catalog.watch.letterhead)

    def finished(self) -> Finished:
        given = self._given
        self._letter.head(given.made_at.astimezone(given.team.zone).year)
        self._title()
        self._received()
        if self._now.all.incidents:
            self._kinds()
            self._work()
        self._pages()
        self._improvements()
        if self._now.all.incidents or self._now.pages:
            self._chart()
        self._word()
        self._letter.end()
        name = f"bao cao su co {given.now.first} {given.now.last}"
        return Finished(file_name(name, "docx"), self._letter.content(given.made_at))

    def _say(self, text_id: str, **values: object) -> str:
        return self._speech.say(f"stats-paper-{text_id}", **values)

    def _table(
        self, titles: Iterable[str], widths: Sequence[float], rows: Iterable[Sequence[str]]
    ) -> None:
        table = self._letter.table([self._say(f"column-{each}") for each in titles], widths)
        for row in rows:
            cells = [(said, _LEFT if n == 0 else _MIDDLE) for n, said in enumerate(row)]
            self._letter.row(table, cells, widths)
        self._letter.gap()

    def _title(self) -> None:
        speech, given = self._speech, self._given
        self._letter.title(self._say("title"), self._say("of", span=speech.span))
        days = speech.days(given.now.first, given.now.last)
        before = speech.days(given.then.first, given.then.last)
        self._letter.paragraph(self._say("time", days=days, before=before, at=speech.made))

    def _received(self) -> None:
        now, then = self._now, self._then
        self._letter.heading(self._say("part-received"))
        if not now.all.incidents:
            self._letter.paragraph(self._say("nothing", before=then.all.incidents))
            self._drills()
            return
        counts = {"count": now.all.incidents, "before": then.all.incidents}
        self._letter.paragraph(self._say("received", **counts))
        self._letter.paragraph(
            self._say(
                "ended",
                closed=now.ended(Status.CLOSED),
                open=now.all.incidents - now.ended(Status.CLOSED) - now.rejected,
                false=now.ended(Status.NOT_INCIDENT),
                twice=now.ended(Status.DUPLICATE),
                referred=now.ended(Status.REFERRED),
                reopened=now.reopened,
            )
        )
        self._drills()

    def _drills(self) -> None:
        if self._given.now.drills:
            self._letter.paragraph(self._say("drills", count=self._given.now.drills))

    def _kinds(self) -> None:
        then = {group.key: group.incidents for group in self._then.kinds}
        self._letter.paragraph(self._say("kinds"), leads=True)
        rows = [
            (
                self._speech.shown(name),
                str(group.incidents),
                str(then.get(group.key, 0)),
                self._length(group.taken),
                self._length(group.solved),
            )
            for name, group in kind_texts(self._now)
        ]
        widths = (0.34, 0.12, 0.12, 0.21, 0.21)
        self._table(("kind", "count", "before", "taken", "solved"), widths, rows)
        self._agencies()

    def _agencies(self) -> None:
        known = [group for group in self._now.agencies if group.key != "0"][:MOST_ROWS]
        if not known:
            return
        self._letter.paragraph(self._say("agencies"), leads=True)
        rows = [(self._agency(group), str(group.incidents)) for group in known]
        self._table(("agency", "count"), (0.8, 0.2), rows)

    def _agency(self, group: Group) -> str:
        return tidy(self._given.agencies.get(int(group.key), group.key))

    def _length(self, times: Times) -> str:
        """Return the median, as what stands for several."""
        return "—" if times.median is None else self._speech.shown(length(times.median))

    def _work(self) -> None:
        now, shown = self._now, self._speech.shown
        self._letter.heading(self._say("part-work"))
        self._letter.paragraph(self._say("taken", times=shown(times_text(now.all.taken))))
        self._letter.paragraph(self._say("solved", times=shown(times_text(now.all.solved))))
        kept = [one for one in now.kept if one.asked]
        if not kept:
            return
        self._letter.paragraph(self._say("kept"), leads=True)
        rows = [
            (
                shown({"severity": one.severity}),
                shown(length(one.within)),
                shown(share(one.kept, one.asked)),
            )
            for one in kept
        ]
        self._table(("severity", "within", "kept"), (0.3, 0.35, 0.35), rows)

    def _pages(self) -> None:
        now = self._now
        self._letter.heading(self._say("part-pages"))
        if not now.pages:
            self._letter.paragraph(self._say("no-pages"))
            return
        counts = {"count": now.pages, "night": now.by_night, "before": self._then.pages}
        self._letter.paragraph(self._say("pages", **counts), leads=True)
        rows = [
            (tidy(one.name), str(one.pages), str(one.by_night)) for one in now.called[:MOST_ROWS]
        ]
        self._table(("person", "pages", "night"), (0.5, 0.25, 0.25), rows)

    def _chart(self) -> None:
        caption = Style(TABLE, italic=True, align=CENTRE)
        self._letter.paragraph(self._say("chart"), caption).paragraph_format.keep_with_next = True
        holder = self._letter.document.add_paragraph()
        holder.alignment = CENTRE
        width = Mm(self._letter.width * CHART)
        holder.add_run().add_picture(BytesIO(chart(self._given, self._now)), width=width)

    def _improvements(self) -> None:
        """Tell how far what was to become better is, where there is anything."""
        if self._given.improved:
            self._letter.paragraph(self._speech.shown(improved_text(self._given)))

    def _word(self) -> None:
        self._letter.heading(self._say("part-word"))
        self._letter.dotted_lines(REMARKS)
