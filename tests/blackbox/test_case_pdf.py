"""Official papers as PDF, beside the document: where LibreOffice is, is not, or hangs."""

import os

import pytest

from tests.case_papers import (  # noqa: F401 fixtures are asked for by name
    CODE,
    NOTICE,
    case_taken,
    fills,
)


async def test_without_libreoffice_the_pdf_is_refused_in_plain_words(
    taken, minh, monkeypatch, tmp_path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    await minh.presses("Xem bản PDF")
    minh.sees("chưa có LibreOffice", "lưu thành PDF")


@pytest.fixture
def soffice(monkeypatch, tmp_path):
    """Return how to have a LibreOffice that does what it is told; at first there is none."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def that(does):
        (folder / "soffice").write_text(f"#!/bin/sh\n{does}\n")
        (folder / "soffice").chmod(0o755)

    return that


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("printf '%%PDF' > paper.pdf", ["PDF để xem"]),
        ("exit 1", ["Không chuyển được"]),
        (None, []),
    ],
)
async def test_a_pdf_comes_beside_the_paper_where_libreoffice_is(taken, minh, soffice, does, said):
    if does is not None:
        soffice(does)
    taken.app.team.pdf = True
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    files = [m.content["document"]["file_name"] for m in minh.messages if m.kind == "document"]
    kinds = [name.rpartition(".")[2] for name in files]
    assert kinds == ["docx", "pdf"][: 1 + (said == ["PDF để xem"])]
    words = "\n".join(message.text or "" for message in minh.messages)
    known = ("PDF để xem", "Không chuyển được", "chưa có LibreOffice")
    assert [each for each in known if each in words] == said
    assert "Việc tiếp theo" in words


async def test_a_libreoffice_that_hangs_holds_up_nothing_else(taken, minh, soffice, tmp_path):
    word = tmp_path / "word"
    os.mkfifo(word)
    soffice(f"read nothing < {word}")
    taken.app.team.pdf = True
    hanging = taken.converts_beside()
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    await minh.says("/roster png")
    came = [m.kind for m in minh.messages if m.kind in ("photo", "document")]
    assert came == ["document", "photo"]
    assert not hanging[-1].done()
    minh.does_not_see("Không chuyển được")
    word.write_text("")
    await hanging[-1]
    await taken.settles()
    minh.sees("Không chuyển được")
