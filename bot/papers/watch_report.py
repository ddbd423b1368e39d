"""The report of a watch as a document of administration, with a chart, ready for signature."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

from docx.shared import Mm

from bot.domain.paper import Finished, file_name
from bot.domain.stood import Arrival
from bot.domain.watch_figures import Figures
from bot.papers.letter import CENTRE, SMALL, TABLE, Letter, Style
from bot.papers.watch_chart import Labels, Point, chart
from bot.papers.words import Words, tidy
from bot.services.drill_words import kind_of
from bot.services.report_facts import Kind, Report
from bot.services.report_words import percent, worth_telling
from bot.texts.length import plain
from bot.texts.values import Voice, voice

REMARKS = 3  # empty lines
KIND = 0.35  # of the line, for the names of kinds
_LEFT, _MIDDLE = Style(TABLE), Style(TABLE, align=CENTRE)
_BOLD, _SMALL = Style(TABLE, bold=True), Style(SMALL)
_NAMES = {
    Kind.DAILY: "bao cao truc ngay",
    Kind.INTERIM: "bao cao truc",
    Kind.FINAL: "bao cao dot truc",
}
_SEVERITIES = ("critical", "high", "normal", "low")
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


def document(report: Report) -> Finished:
    """Return the report as a DOCX file that only lacks number, day and signature."""
    return _Document(report).finished()


class _Document:
    """One report while it is written."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._figures = report.figures
        team = report.team
        self._words = Words(team.language, team.zone)
        self._voice: Voice = voice(team, report.made_at, team.language)
        self._letter = Letter(self._words, team.catalog.watch.letterhead)

    def finished(self) -> Finished:
        report = self._report
        local = report.made_at.astimezone(report.team.zone)
        self._letter.head(local.year)
        self._title()
        self._watch()
        self._calls()
        self._incidents()
        self._days()
        self._roster()
        self._word()
        self._letter.end()
        day = self._figures.end.astimezone(report.team.zone)
        name = f"{_NAMES[report.kind]} {report.watch.name} {day:%Y-%m-%d}"
        return Finished(file_name(name, "docx"), self._letter.content(report.made_at))

    def _say(self, text_id: str, **values: str | int) -> str:
        return self._words.say(text_id, **values)

    def _shown(self, value: object) -> str:
        """Return a value of a chat's text as it stands on paper: plain, without pictograms."""
        return tidy("".join(c for c in plain(str(self._voice.value(value))) if not _is_picture(c)))

    def _moment(self, at: datetime) -> str:
        return self._words.moment(at)

    def _length(self, span: timedelta | None) -> str:
        if span is None:
            return "—"
        if span < _MINUTE:
            return self._say("report-short-seconds", seconds=int(span.total_seconds()))
        hours, rest = divmod(span, _HOUR)
        if hours:
            return self._say("report-short-hours", hours=hours, minutes=rest // _MINUTE)
        return self._say("report-short-minutes", minutes=rest // _MINUTE)

    def _table(
        self,
        titles: Sequence[str],
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        styles: Mapping[int, Style] | None = None,
    ) -> None:
        table = self._letter.table([self._say(f"report-column-{each}") for each in titles], widths)
        for row in rows:
            cells = [(said, (styles or {}).get(n, _MIDDLE)) for n, said in enumerate(row)]
            self._letter.row(table, cells, widths)
        self._letter.gap()

    def _title(self) -> None:
        report, counted = self._report, self._figures
        of = self._say(f"report-title-{report.kind}", watch=tidy(report.watch.name))
        self._letter.title(self._say("report-title"), of)
        zone = self._words.zone_words(counted.start)
        start, end = self._moment(counted.start), self._moment(counted.end)
        self._letter.paragraph(self._say("report-time", start=start, end=end, zone=zone))
        self._letter.paragraph(self._say("report-made-at", at=self._moment(report.made_at)))

    def _watch(self) -> None:
        self._letter.heading(self._say("report-part-watch"))
        counted = self._figures
        cover = counted.cover
        if cover.permille is None:
            self._letter.paragraph(self._say("report-say-cover-none"))
        else:
            share = self._shown(percent(cover.permille))
            self._letter.paragraph(self._say("report-say-cover", percent=share))
            self._gaps()
        self._letter.paragraph(
            self._say(
                "report-say-arrivals",
                ontime=counted.came(Arrival.ON_TIME),
                late=counted.came(Arrival.LATE),
                missed=counted.came(Arrival.MISSED),
            )
        )
        self._letter.paragraph(self._say("report-say-notes", count=counted.notes))

    def _gaps(self) -> None:
        gaps = worth_telling(self._report, self._figures.cover)
        patience = self._report.team.catalog.watch.policy.checkin_late // _MINUTE
        if not gaps:
            self._letter.paragraph(self._say("report-say-no-gaps", patience=patience))
            return
        self._letter.paragraph(self._say("report-say-gaps", patience=patience), leads=True)
        rows = [
            (
                self._shown({"post": gap.post}),
                f"{self._moment(gap.start)}\n{self._moment(gap.end)}",
                self._length(gap.length),
                f"{gap.stood}/{gap.asked}",
            )
            for gap in gaps
        ]
        self._table(("post", "time", "length", "stood"), (0.28, 0.38, 0.2, 0.14), rows, {0: _LEFT})

    def _calls(self) -> None:
        self._letter.heading(self._say("report-part-calls"))
        self._letter.paragraph(self._say("report-say-pages", count=self._figures.pages))
        answers = self._figures.answers
        if not answers.calls:
            self._letter.paragraph(self._say("report-say-no-calls"))
        elif not answers.taken:
            self._letter.paragraph(self._say("report-say-no-answers", calls=answers.calls))
        else:
            self._letter.paragraph(
                self._say(
                    "report-say-answers",
                    calls=answers.calls,
                    taken=answers.taken,
                    median=self._length(answers.median),
                    worst=self._length(answers.worst),
                )
            )

    def _incidents(self) -> None:
        self._letter.heading(self._say("report-part-incidents"))
        counted = self._figures
        if not counted.incidents:
            self._letter.paragraph(self._say("report-say-no-incidents"))
        else:
            said = {"count": counted.incidents, "rejected": counted.rejected}
            self._letter.paragraph(self._say("report-say-incidents", **said), leads=True)
            self._kinds()
        if counted.drills:
            self._letter.paragraph(self._say("report-say-drills", count=counted.drills))
        self._open()

    def _kinds(self) -> None:
        counted = self._figures
        there = [each for each in _SEVERITIES if counted.severities.get(each)]
        share = (1 - KIND) / (len(there) + 1)
        titles = [self._say("report-column-kind")]
        titles += [self._shown({"severity": each}) for each in there]
        widths = [KIND, *[share] * (len(there) + 1)]
        table = self._letter.table([*titles, self._say("report-column-sum")], widths)
        for kind, count in counted.kinds.items():
            cells = [(self._shown({"kind": kind}), _LEFT)]
            cells += [(str(counted.crossed.get((kind, each), 0)), _MIDDLE) for each in there]
            self._letter.row(table, [*cells, (str(count), _MIDDLE)], widths)
        sums = [self._say("report-column-sum"), *(str(counted.severities[s]) for s in there)]
        row = [*sums, str(counted.incidents)]
        styles = [_BOLD, *[Style(TABLE, bold=True, align=CENTRE)] * (len(row) - 1)]
        self._letter.row(table, list(zip(row, styles, strict=True)), widths)
        self._letter.gap()

    def _open(self) -> None:
        report = self._report
        if not report.open:
            self._letter.paragraph(self._say("report-say-none-open"))
            return
        self._letter.paragraph(self._say("report-say-open"), leads=True)
        rows = [
            (
                one.code,
                self._shown({"severity": one.severity}),
                self._shown(kind_of(one.kind, drill=one.drill)),
                tidy(one.place),
                self._shown({"status": one.status}),
                tidy(one.owner or "") or self._say("nobody"),
            )
            for one in report.open
        ]
        titles = ("code", "severity", "kind", "place", "status", "owner")
        widths = (0.15, 0.12, 0.21, 0.2, 0.16, 0.16)
        self._table(titles, widths, rows, dict.fromkeys(range(6), _SMALL))
        if report.more_open:
            self._letter.paragraph(self._say("report-say-more-open", count=len(report.open)))

    def _days(self) -> None:
        self._letter.heading(self._say("report-part-days"))
        rows = [self._day(day, counted) for day, counted in self._report.days]
        titles = ("day", "arrivals", "cover", "incidents", "pages", "median", "worst")
        widths = (0.1, 0.19, 0.13, 0.14, 0.1, 0.17, 0.17)
        self._table(titles, widths, rows)
        self._chart()

    def _day(self, day: date, counted: Figures) -> tuple[str, ...]:
        came = "/".join(str(counted.came(how)) for how in Arrival)
        permille = counted.cover.permille
        return (
            self._words.date(day),
            came,
            "—" if permille is None else self._shown(percent(permille)),
            str(counted.incidents),
            str(counted.pages),
            self._length(counted.answers.median),
            self._length(counted.answers.worst),
        )

    def _chart(self) -> None:
        points = [
            Point(day, each.incidents, each.answers.median, each.answers.worst)
            for day, each in self._report.days
        ]
        if not points:
            return
        names = ("incidents", "answers", "median", "worst", "none")
        picture = chart(points, Labels(*(self._say(f"report-chart-{name}") for name in names)))
        caption = self._letter.paragraph(
            self._say("report-chart"), Style(TABLE, italic=True, align=CENTRE)
        )
        caption.paragraph_format.keep_with_next = True
        holder = self._letter.document.add_paragraph()
        holder.add_run().add_picture(BytesIO(picture), width=Mm(self._letter.width))

    def _roster(self) -> None:
        self._letter.heading(self._say("report-part-roster"))
        report = self._report
        if not report.unsigned:
            self._letter.paragraph(self._say("report-say-signed"))
        else:
            self._letter.paragraph(self._say("report-say-unsigned"), leads=True)
            for one in report.unsigned:
                said = {"post": self._shown({"post": one.post}), "name": tidy(one.name)}
                end = self._moment(one.end)
                unsigned = self._say("report-say-unsigned-line", end=end, **said)
                self._letter.paragraph(f"- {unsigned}")
        if not report.changes:
            self._letter.paragraph(self._say("report-say-no-changes"))
            return
        self._letter.paragraph(self._say("report-say-changes"), leads=True)
        for line in report.changes:
            self._letter.paragraph(f"- {self._moment(line.at)}: {self._shown(line.said)}")

    def _word(self) -> None:
        self._letter.heading(self._say("report-part-word"))
        self._letter.dotted_lines(REMARKS)


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So" or sign == "\N{VARIATION SELECTOR-16}"
