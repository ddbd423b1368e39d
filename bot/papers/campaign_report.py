"""The roll-up of a campaign as a document of administration, with a chart, ready for signature."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO

from docx.shared import Mm, Pt

from bot.domain.paper import Finished, file_name
from bot.domain.rollup import NO, YES, Mark, Reply, Standing, Sum, alphabetical
from bot.domain.typed import unaccented
from bot.papers.campaign_chart import chart
from bot.papers.letter import BLANK, CENTRE, SMALL, TABLE, Letter, Style
from bot.papers.progress_marks import last_day
from bot.papers.words import Words, tidy
from bot.services.rollup_facts import Compiled, Fault

REMARKS = 3  # empty lines
MOST_WORDS = 40  # of what agencies have written themselves
NOTHING = frozenset({"", "khong", "khong co", "khong co gi", "none", "no", "nothing"})
KNOWN = frozenset({"no-contact", "backup-rule", "takeover", "never-scanned", "silent"})
_LEFT, _MIDDLE, _SMALL = Style(TABLE), Style(TABLE, align=CENTRE), Style(SMALL)
_BOLD = Style(TABLE, bold=True, align=CENTRE)


def document(given: Compiled) -> Finished:
    """Return the report as a DOCX file that only lacks number, day and signature."""
    return _Document(given).finished()


class _Document:
    """One report while it is written."""

    def __init__(self, given: Compiled) -> None:
        self._given = given
        self._rollup = given.rollup
        self._words = Words(given.team.language, given.team.zone)
        self._letter = Letter(self._words, given.team.catalog.watch.letterhead)

    def finished(self) -> Finished:
        made_at = self._rollup.made_at
        self._letter.head(made_at.astimezone(self._words.zone).year)
        self._title()
        self._course()
        self._results()
        self._missing()
        self._found()
        self._word()
        self._letter.end()
        name = file_name(f"bao cao tong hop {self._given.code}", "docx")
        return Finished(name, self._letter.content(made_at))

    def _say(self, text_id: str, **values: str | int) -> str:
        return self._words.say(text_id, **values)

    def _day(self, at: datetime) -> str:
        return self._words.date(last_day(at, self._words.zone), year=True)

    def _table(
        self,
        titles: Sequence[str],
        widths: Sequence[float],
        rows: Iterable[Sequence[str]],
        styles: Mapping[int, Style] | None = None,
        *,
        sums: Sequence[str] = (),
    ) -> None:
        table = self._letter.table([self._say(f"rollup-column-{each}") for each in titles], widths)
        for row in rows:
            cells = [(said, (styles or {}).get(n, _MIDDLE)) for n, said in enumerate(row)]
            self._letter.row(table, cells, widths)
        if sums:
            self._letter.row(table, [(said, _BOLD) for said in sums], widths)
        self._letter.gap()

    def _title(self) -> None:
        given = self._given
        self._letter.title(self._say("rollup-title"), self._say("rollup-of", name=tidy(given.name)))
        receiver = tidy(given.receiver) or BLANK
        said = self._say("rollup-to", receiver=receiver)
        self._letter.paragraph(said, Style(align=CENTRE)).paragraph_format.space_after = Pt(10)
        if given.basis:
            self._letter.paragraph(self._say("rollup-basis", basis=tidy(given.basis)))

    def _course(self) -> None:
        self._letter.heading(self._say("rollup-part-course"))
        given, whole = self._given, self._rollup.whole
        opened = self._words.date(given.opened_at.astimezone(self._words.zone).date(), year=True)
        said = {"code": given.code, "day": opened, "due": self._day(given.due_at)}
        self._letter.paragraph(self._say("rollup-say-opened", **said, count=whole.all))
        made_at = self._words.moment(self._rollup.made_at)
        self._letter.paragraph(self._say("rollup-say-made", at=made_at))

    def _results(self) -> None:
        self._letter.heading(self._say("rollup-part-results"))
        whole = self._rollup.whole
        share = self._percent(whole.permille)
        counts = {"finished": whole.finished, "asked": whole.asked}
        late = whole.counts.get(Mark.LATE, 0)
        said = self._say("rollup-say-finished", late=late, percent=share, **counts)
        self._letter.paragraph(said, leads=True)
        self._groups()
        self._chart()
        if self._rollup.sums:
            self._letter.paragraph(self._say("rollup-say-sums", count=whole.finished), leads=True)
            rows = [
                (str(n), tidy(each.question.name), self._summed(each), self._percent(each.permille))
                for n, each in enumerate(self._rollup.sums, start=1)
            ]
            widths = (0.07, 0.5, 0.29, 0.14)
            self._table(("no", "question", "sum", "share"), widths, rows, {1: _LEFT, 2: _LEFT})
            self._written()

    def _percent(self, permille: int | None) -> str:
        if permille is None:
            return "—"
        whole, tenth = divmod(permille, 10)
        return self._words.say("report-percent", whole=whole, tenth=tenth)

    def _groups(self) -> None:
        titles = ("group", "asked", "finished", "late", "exempt", "open", "share")
        widths = (0.28, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12)
        rows = [self._group(each) for each in self._rollup.groups]
        whole = self._group(self._rollup.whole)
        sums = [self._say("rollup-sum"), *whole[1:]]
        self._table(titles, widths, rows, {0: _LEFT}, sums=sums)

    def _group(self, one: Standing) -> tuple[str, ...]:
        exempt, late = (one.counts.get(mark, 0) for mark in (Mark.EXEMPT, Mark.LATE))
        counts = (one.all, one.finished, late, exempt, one.asked - one.finished)
        name = tidy(one.name) or self._say("board-no-group")
        return name, *map(str, counts), self._percent(one.permille)

    def _chart(self) -> None:
        groups = [
            Standing(tidy(each.name) or self._say("board-no-group"), each.counts, each.overdue)
            for each in self._rollup.groups
        ]
        if not groups:
            return
        picture = chart(groups, {mark: self._say(f"mark-{mark}") for mark in Mark})
        caption = self._letter.paragraph(
            self._say("rollup-chart"), Style(TABLE, italic=True, align=CENTRE)
        )
        caption.paragraph_format.keep_with_next = True
        holder = self._letter.document.add_paragraph()
        holder.add_run().add_picture(BytesIO(picture), width=Mm(self._letter.width))

    def _summed(self, each: Sum) -> str:
        """Return what the answers to one question come to."""
        match each.question.kind:
            case "number" | "number_of" if each.whole:
                return self._say("rollup-sum-of", total=each.total, whole=each.whole)
            case "number" | "number_of":
                return self._say("rollup-sum-number", total=each.total)
            case "yes_no":
                return self._say("answers-yes-no", yes=each.counts[YES], no=each.counts[NO])
            case "choice":
                names = each.question.choices
                return "\n".join(f"{tidy(names.get(c, c))}: {n}" for c, n in each.counts.items())
            case "date" if each.first is not None and each.last is not None:
                first, last = (self._words.date(day, year=True) for day in (each.first, each.last))
                return self._say("rollup-sum-dates", first=first, last=last)
            case _:
                return self._say("answers-answered", count=each.answered)

    def _written(self) -> None:
        """List what agencies have written in their own words, question by question."""
        for each in self._rollup.sums:
            if each.question.kind != "text" or not each.answered:
                continue
            lines = list(self._lines(each.question.code))
            if lines:
                self._letter.paragraph(f"{tidy(each.question.name)}:", leads=True)
            for line in lines[:MOST_WORDS]:
                self._letter.paragraph(line, Style(TABLE))
            if len(lines) > MOST_WORDS:
                self._letter.paragraph(self._say("rollup-say-more", count=len(lines) - MOST_WORDS))

    def _lines(self, code: str) -> Iterator[str]:
        by_name = sorted(self._rollup.replies, key=lambda reply: alphabetical(reply.name))
        for reply in by_name:
            said = tidy(str(reply.answers.get(code) or "")) if not reply.is_open else ""
            if unaccented(said) not in NOTHING:
                yield f"- {tidy(reply.name)}: {said}"

    def _missing(self) -> None:
        self._letter.heading(self._say("rollup-part-missing"))
        missing = self._rollup.missing
        if not missing:
            self._letter.paragraph(self._say("rollup-say-none-missing"))
        else:
            self._letter.paragraph(self._say("rollup-say-missing", count=len(missing)), leads=True)
            titles, widths = ("no", "agency", "due", "mark", "contacts"), (0.07, 0.36, 0.15, 0.18)
            rows = [self._owing(n, reply) for n, reply in enumerate(missing, start=1)]
            styles = {1: _LEFT, 4: _SMALL}
            self._table(titles, (*widths, 1 - sum(widths)), rows, styles)
        late = self._rollup.late
        if late:
            self._letter.paragraph(self._say("rollup-say-late", count=len(late)), leads=True)
            rows = [self._late(n, reply) for n, reply in enumerate(late, start=1)]
            widths = (0.07, 0.53, 0.2, 0.2)
            self._table(("no", "agency", "due", "done"), widths, rows, {1: _LEFT})
        self._exempt()

    def _owing(self, number: int, reply: Reply) -> tuple[str, ...]:
        contacts = ", ".join(map(tidy, reply.contacts)) or "—"
        mark = self._say(f"mark-{reply.mark}")
        return str(number), tidy(reply.name), self._day(reply.due_at), mark, contacts

    def _late(self, number: int, reply: Reply) -> tuple[str, ...]:
        done = "—" if reply.done_at is None else self._day(reply.done_at)
        return str(number), tidy(reply.name), self._day(reply.due_at), done

    def _exempt(self) -> None:
        exempt = [reply for reply in self._rollup.replies if reply.mark is Mark.EXEMPT]
        if exempt:
            self._letter.paragraph(self._say("rollup-say-exempt", count=len(exempt)), leads=True)
        for reply in exempt:
            reason = f": {tidy(reply.reason)}" if reply.reason else ""
            self._letter.paragraph(f"- {tidy(reply.name)}{reason}", Style(TABLE))

    def _found(self) -> None:
        faults = self._given.faults
        self._letter.heading(self._say("rollup-part-found"))
        if not faults:
            self._letter.paragraph(self._say("rollup-say-none-found"))
            return
        rows = [
            (str(n), tidy(fault.agency) or "—", self._fault(fault))
            for n, fault in enumerate(faults, start=1)
        ]
        widths = (0.07, 0.38, 0.55)
        self._table(("no", "agency", "finding"), widths, rows, {1: _LEFT, 2: _LEFT})

    def _fault(self, fault: Fault) -> str:
        if fault.kind not in KNOWN:
            return self._say(
                "rollup-finding-other", kind=tidy(str(fault.params.get("question", fault.kind)))
            )
        params = {
            name: value if isinstance(value, int) else tidy(str(value or "—"))
            for name, value in fault.params.items()
        }
        return tidy(self._say(f"rollup-finding-{fault.kind}", **params))

    def _word(self) -> None:
        self._letter.heading(self._say("rollup-part-word"))
        self._letter.dotted_lines(REMARKS)
