"""A paper as PDF: by LibreOffice where there is one, never for longer than its time."""

from io import BytesIO

import docx
import pytest

from bot.domain.paper import Finished
from bot.papers import case_pdf
from bot.papers.case_papers import pdf
from bot.services.case_pdfs import NoPdf

GIVEN = Finished("sc-2026-0001-03-ban-1.docx", b"words")


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """Return how to put a LibreOffice there that does what it is told."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def that(*lines):
        program = tmp_path / "soffice"
        program.write_text("\n".join(("#!/bin/sh", "PATH=/usr/bin:/bin", *lines, "")))
        program.chmod(0o755)

    return that


def test_without_libreoffice_it_says_so(soffice):
    assert pdf(GIVEN) == NoPdf("missing")


def test_what_libreoffice_makes_is_given_out_under_the_papers_name(soffice):
    soffice("printf '%%PDF ' > paper.pdf; cat paper.docx >> paper.pdf")
    assert pdf(GIVEN) == Finished("sc-2026-0001-03-ban-1.pdf", b"%PDF words")


def test_it_learns_none_of_our_settings(soffice, monkeypatch):
    monkeypatch.setenv("TRUCBAN_TOKEN", "1:SECRET")
    soffice("env > paper.pdf")
    made = pdf(GIVEN)
    assert isinstance(made, Finished)
    assert b"HOME=" in made.content
    assert b"SECRET" not in made.content


def test_what_fails_is_told(soffice):
    soffice("exit 1")
    assert pdf(GIVEN) == NoPdf("failed")


def test_what_cannot_even_be_run_is_told(soffice, tmp_path):
    soffice()
    (tmp_path / "soffice").write_bytes(b"\x7fELF")
    assert pdf(GIVEN) == NoPdf("failed")


def test_a_word_document_becomes_a_pdf_just_where_libreoffice_is(tmp_path, monkeypatch):
    there = case_pdf.converter() is not None
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    document, file = docx.Document(), BytesIO()
    document.add_paragraph("BÁO CÁO BAN ĐẦU SỰ CỐ")
    document.save(file)
    made = pdf(Finished("a.docx", file.getvalue()))
    assert (made != NoPdf("missing")) is there
    assert (isinstance(made, Finished) and made.content.startswith(b"%PDF-")) is there
    assert not (tmp_path / "home").exists()


def test_what_never_ends_is_ended_with_all_it_has_started(soffice, monkeypatch, tmp_path):
    monkeypatch.setattr(case_pdf, "LONGEST", 0.3)
    soffice("echo half > paper.pdf", f"(sleep 2; touch {tmp_path}/late) &", "wait")
    assert pdf(GIVEN) == NoPdf("failed")
    assert not (tmp_path / "late").exists()
