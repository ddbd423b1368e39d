"""A paper as PDF: by LibreOffice where there is one, never for longer than its time."""

import pytest

from bot.domain.paper import Finished
from bot.papers import case_pdf
from bot.papers.case_papers import pdf
from bot.services.case_papers import NoPdf

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


def test_what_fails_is_told(soffice):
    soffice("exit 1")
    assert pdf(GIVEN) == NoPdf("failed")


def test_what_never_ends_is_ended_with_all_it_has_started(soffice, monkeypatch, tmp_path):
    monkeypatch.setattr(case_pdf, "LONGEST", 0.3)
    soffice(f"(sleep 2; touch {tmp_path}/late) &", "wait")
    assert pdf(GIVEN) == NoPdf("failed")
    assert not (tmp_path / "late").exists()
