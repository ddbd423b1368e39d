"""Documents in the form of Vietnamese administration: letterhead, body, recipients, signer.

They are drafts for somebody to sign: number, day and signature stay blank, and so does whatever
the team's catalog does not name.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from msgspec import Struct

from bot.domain.watch_policy import Letterhead
from bot.papers.words import Words, tidy

FONT = "Times New Roman"
BODY, TABLE, SMALL = 14, 12, 11
A4 = (210, 297)
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
HEAD = (0.38, 0.62)  # shares of the line: the issuer, the nation
BLANK = "………………………………"
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


class Style(Struct, frozen=True):
    """How words stand on paper."""

    size: float = BODY
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH | None = None


Said = tuple[str, Style]


class Letter:
    """One document: begun with its letterhead, filled, ended with the signer's block."""

    def __init__(self, words: Words, letterhead: Letterhead, *, wide: bool = False) -> None:
        self.words = words
        self._letterhead = letterhead
        self.document: Document = docx.Document()
        self.width = _page(self.document, wide=wide)
        self._usual()

    def head(self, year: int) -> None:
        """Write who issues it, the nation and its motto, the number and the place and day."""
        paper, words = self._letterhead, self.words
        table = self._bare(1, HEAD)
        left, right = table.rows[0].cells
        self._lines(
            left,
            (tidy(paper.superior).upper() or BLANK, Style(13, align=CENTRE)),
            (tidy(paper.issuer).upper() or BLANK, Style(13, bold=True, align=CENTRE)),
        )
        _underline(left.paragraphs[-1], self.width * HEAD[0], 0.3)
        self._lines(left, (paper.number or words.say("paper-number"), Style(13, align=CENTRE)))
        self._lines(
            right,
            (words.say("paper-nation"), Style(13, bold=True, align=CENTRE)),
            (words.say("paper-motto"), Style(14, bold=True, align=CENTRE)),
        )
        _underline(right.paragraphs[-1], self.width * HEAD[1], 0.55)
        place = tidy(paper.place) or "……………"
        dated = words.say("paper-place-date", place=place, year=year)
        self._lines(right, (dated, Style(13, italic=True, align=CENTRE)))

    def title(self, *lines: str) -> None:
        """Write what the document is, and of what."""
        for number, line in enumerate(lines):
            paragraph = self.paragraph(line, Style(bold=True, align=CENTRE))
            paragraph.paragraph_format.space_before = Pt(18 if number == 0 else 0)
            paragraph.paragraph_format.space_after = Pt(0 if number < len(lines) - 1 else 10)

    def paragraph(self, said: str, style: Style | None = None, *, leads: bool = False) -> Paragraph:
        """Write a paragraph; one that `leads` to what follows stays with it on the page."""
        paragraph = _written(self.document.add_paragraph(), said, style or Style())
        paragraph.paragraph_format.keep_with_next = leads or None
        return paragraph

    def heading(self, said: str) -> None:
        """Write what heads a part, on the page where the part begins."""
        self.paragraph(said, Style(bold=True), leads=True).paragraph_format.space_before = Pt(8)

    def gap(self) -> None:
        """Leave a little room, as behind a table."""
        self.paragraph("", Style(6)).paragraph_format.space_after = Pt(0)

    def dotted_lines(self, count: int, *, last: bool = True) -> None:
        """Leave lines for what somebody writes by hand; the last on the page of the signature."""
        for _ in range(count):
            line = self.paragraph("\t", leads=last).paragraph_format
            line.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)

    def table(self, titles: Sequence[str], widths: Sequence[float]) -> Table:
        """Begin a table with a heading repeated on every page; widths are shares of the line."""
        table: Table = self.document.add_table(rows=1, cols=len(titles))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for cell, title in zip(table.rows[0].cells, titles, strict=True):
            _written(cell.paragraphs[0], title, Style(TABLE, bold=True, align=CENTRE))
        _repeat(table)
        self._share(table, widths)
        return table

    def row(
        self, table: Table, cells: Iterable[tuple[str, Style]], widths: Sequence[float]
    ) -> None:
        """Add a row that no page divides; line breaks in a cell are paragraphs of their own."""
        row = table.add_row()  # type: ignore[no-untyped-call]  # published without its type
        _whole(row._tr.get_or_add_trPr())  # noqa: SLF001 python-docx has no other way
        for cell, (said, style), wide in zip(row.cells, cells, widths, strict=True):
            cell.width = Mm(self.width * wide)
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            for number, line in enumerate(said.split("\n")):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                _written(paragraph, line, style)

    def join(self, table: Table, first: int, last: int) -> None:
        """Make one cell of the first column's cells from one row to another."""
        joined = table.cell(first, 0).merge(table.cell(last, 0))
        for paragraph in joined.paragraphs:
            if not paragraph.text:
                joined._tc.remove(paragraph._p)  # noqa: SLF001 python-docx has no other way

    def end(self) -> None:
        """Write who gets it and who signs it, kept together on one page."""
        paper, words = self._letterhead, self.words
        gap = self.paragraph("").paragraph_format
        gap.space_after, gap.keep_with_next = Pt(0), True
        left, right = self._bare(1, (0.45, 0.55)).rows[0].cells
        self._lines(
            left,
            (words.say("paper-copies"), Style(12, bold=True, italic=True)),
            *self._copies(),
        )
        signer = tidy(paper.signer).upper() or BLANK
        self._lines(
            right,
            (signer, Style(bold=True, align=CENTRE)),
            (words.say("paper-sign-here"), Style(12, italic=True, align=CENTRE)),
            *[("", Style(align=CENTRE))] * 4,
            (tidy(paper.signed_by) or BLANK, Style(bold=True, align=CENTRE)),
        )
        for cell in (left, right):
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True

    def _copies(self) -> Iterator[Said]:
        copies = [tidy(copy) for copy in self._letterhead.copies] or ["………………", "………………"]
        for number, copy in enumerate(copies, start=1):
            yield f"- {copy}{';' if number < len(copies) else '.'}", Style(SMALL)

    def content(self, made_at: datetime) -> bytes:
        """Return the finished file."""
        known = self.document.core_properties
        known.author, known.comments = "Trực Ban", ""
        known.created = known.modified = made_at.replace(tzinfo=None)
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _usual(self) -> None:
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), FONT)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.line_spacing = 1.05

    def _bare(self, rows: int, widths: Sequence[float]) -> Table:
        """Add a table without lines, by which things stand beside each other."""
        table: Table = self.document.add_table(rows=rows, cols=len(widths))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        self._share(table, widths)
        return table

    def _share(self, table: Table, widths: Sequence[float]) -> None:
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Mm(self.width * wide)
            for cell in column.cells:
                cell.width = Mm(self.width * wide)

    def _lines(self, cell: _Cell, *lines: Said) -> None:
        for said, style in lines:
            first = cell.paragraphs[0]
            fresh = len(cell.paragraphs) == 1 and not first.runs
            paragraph = first if fresh else cell.add_paragraph()
            _written(paragraph, said, style).paragraph_format.space_after = Pt(0)


def _written(paragraph: Paragraph, said: str, style: Style) -> Paragraph:
    run = paragraph.add_run(said)
    run.font.size, run.bold, run.italic = Pt(style.size), style.bold, style.italic
    if style.align is not None:
        paragraph.alignment = style.align
    if style.size < BODY:
        paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def _page(document: Document, *, wide: bool) -> float:
    """Make the paper A4 with its margins and page numbers; returns the length of a line in mm."""
    section = document.sections[0]
    across, down = A4[::-1] if wide else A4
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    # The first page has no number.
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    _field(number, "PAGE")
    return across - LEFT - RIGHT


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)  # noqa: SLF001 python-docx has no other way


def _repeat(table: Table) -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 python-docx has no other way
    properties.append(OxmlElement("w:tblHeader"))
    _whole(properties)


def _whole(properties: BaseOxmlElement) -> None:
    properties.append(OxmlElement("w:cantSplit"))


def _underline(paragraph: Paragraph, width: float, share: float) -> None:
    """Draw a thin line below a paragraph over a share of its width in mm."""
    line = paragraph.insert_paragraph_before()
    paragraph._p.addnext(line._p)  # noqa: SLF001 python-docx has no other way
    shape = line.paragraph_format
    shape.left_indent = shape.right_indent = Mm(width * (1 - share) / 2)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(2), Pt(4), Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().append(borders)  # noqa: SLF001 python-docx has no other way
