"""The command line as an operator meets it: once for each command in a process of its own.

What else a command says is asked inside this process, since loading it takes longer than its work.
"""

import asyncio
import csv
import logging
import os
import sqlite3
import sys
import traceback
from contextlib import closing
from hashlib import sha256

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.databases import copy_sqlite
from tests.faults.bot_process import PATIENCE, ROOT, a_bot_process

pytestmark = pytest.mark.timeout(180)  # some commands are processes of their own
PEOPLE = "telegram_id,name,role,agency,phone,email,language\n"


@pytest.fixture
def trucban(tmp_path):
    """Run a command of the program with these settings; returns (exit code, what it said)."""

    async def run(*arguments, **settings):
        environment = {
            "PATH": "",
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "TRUCBAN_DATABASE_URL": f"sqlite:///{tmp_path / 'trucban.db'}",
        }
        environment |= {f"TRUCBAN_{name}": value for name, value in settings.items()}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *arguments,
            cwd=tmp_path,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode, said.decode()

    return run


@pytest.fixture
def command(tmp_path, sqlite_template, monkeypatch):
    """Run a command here, on a migrated database; returns what `trucban` does."""
    for name in [name for name in os.environ if name.startswith("TRUCBAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRUCBAN_DATABASE_URL", f"sqlite:///{tmp_path / 'trucban.db'}")
    copy_sqlite(sqlite_template, tmp_path / "trucban.db")
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def run(*arguments, **settings):
        for name, value in settings.items():
            monkeypatch.setenv(f"TRUCBAN_{name}", value)
        result = CliRunner().invoke(app, arguments)
        unexpected = result.exception is not None and not isinstance(result.exception, SystemExit)
        trace = "".join(traceback.format_exception(result.exception)) if unexpected else ""
        return result.exit_code, result.output + trace

    yield run
    root.handlers[:] = handlers
    root.setLevel(level)


async def test_run_without_a_token_says_where_to_get_one(trucban):
    code, said = await trucban("run")
    assert code == 2
    assert "@BotFather" in said
    assert "Traceback" not in said


def test_a_misspelt_setting_is_named(command):
    code, said = command("check", TEMCHAT="1")
    assert (code, said.strip()) == (2, "unknown setting: TRUCBAN_TEMCHAT")


def test_a_wrong_setting_is_named(command):
    code, said = command("check", TIMEZONE="Hanoi")
    assert code == 2
    assert "TRUCBAN_TIMEZONE" in said
    assert "Traceback" not in said


async def test_a_second_bot_on_the_same_database_refuses_to_start_and_says_why(tmp_path, trucban):
    async with a_bot_process(tmp_path) as process:
        await process.start()
        async with asyncio.timeout(PATIENCE):
            while not process.playground.exchanges:
                await process.playground.events.wait(0.1)
        code, said = await trucban("run", TOKEN="1:B", HTTP="")
        assert code == 2
        assert "another process already works on this database" in said
        assert "Traceback" not in said


async def test_a_database_that_another_program_holds_at_the_start_is_said_in_a_sentence(
    tmp_path, trucban, sqlite_template
):
    copy_sqlite(sqlite_template, tmp_path / "trucban.db")
    with closing(sqlite3.connect(tmp_path / "trucban.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        code, said = await trucban("run", TOKEN="1:B", HTTP="")
    assert code == 2
    assert "another program has been writing to the database" in said
    assert "Traceback" not in said


async def test_an_import_and_an_export_may_run_beside_the_bot(tmp_path, trucban):
    (tmp_path / "people.csv").write_text(PEOPLE + "5,Minh,responder,,,,vi\n", encoding="utf-8")
    async with a_bot_process(tmp_path) as process:
        await process.start()
        async with asyncio.timeout(PATIENCE):
            while not process.playground.exchanges:
                await process.playground.events.wait(0.1)
        code, said = await trucban("import", "people", "people.csv")
        assert (code, said.strip()) == (0, "people: 1 added, 0 changed, 0 unchanged")
        code, said = await trucban("export", "people", "out.csv")
        # The administrator of the settings is one of the two.
        assert (code, said.strip()) == (0, "people: 2 written to out.csv")


def test_verify_is_content_with_what_nobody_touched_and_finds_a_forged_line(tmp_path, command):
    code, said = command("verify")
    assert (code, said.strip()) == (0, "✓ 0 lines of 0 timelines were looked at")
    with sqlite3.connect(tmp_path / "trucban.db") as database:
        database.execute(
            "INSERT INTO incidents (code, year, number, kind, severity, status, pages, summary,"
            " anonymous, opened_at) VALUES ('SC-2026-0001', 2026, 1, 'phishing', 'normal',"
            " 'received', 1, '', 0, '2026-09-02 02:00:00.000000')"
        )
        database.execute(
            "INSERT INTO timeline (incident_id, at, kind, details, seal)"
            " VALUES (1, '2026-09-02 02:00:00.000000', 'note', '{}', 'x')"
        )
    database.close()
    code, said = command("verify")
    assert code == 1
    assert "✗ line 1 of SC-2026-0001 was changed" in said
    assert "the head" not in said


@pytest.mark.parametrize(
    ("deeds", "words"),
    [
        (("DELETE FROM timeline WHERE id = 2",), "of SC-2026-0001 was cut off after line 1"),
        (("DELETE FROM timeline",), "whole timeline of SC-2026-0001 is missing; its last line was"),
        (("DELETE FROM heads",), "the head of SC-2026-0001, whose last line is 2, does not fit"),
        (
            ("DELETE FROM timeline", "DELETE FROM incidents"),
            "whole timeline of incident 1, which is gone itself, is missing",
        ),
        (("DELETE FROM incidents",), "incident 1, which is gone itself, has a timeline"),
        (("UPDATE incidents SET status = 'closed'",), "SC-2026-0001 has ended, or not, otherwise"),
        (("UPDATE incidents SET status = 'x'",), "SC-2026-0001 has ended, or not, otherwise"),
    ],
)
def test_verify_names_what_is_missing_at_the_end_of_a_timeline(tmp_path, command, deeds, words):
    command("verify")
    with closing(sqlite3.connect(tmp_path / "trucban.db")) as database, database:
        database.execute(
            "INSERT INTO incidents (code, year, number, kind, severity, status, pages, summary,"
            " anonymous, opened_at) VALUES ('SC-2026-0001', 2026, 1, 'phishing', 'normal',"
            " 'received', 1, '', 0, '2026-09-02 02:00:00.000000')"
        )
        database.execute(
            "INSERT INTO timeline (incident_id, at, kind, details)"
            " VALUES (1, '2026-09-02 02:00:01.000000', 'note', '{}'),"
            " (1, '2026-09-02 02:00:02.000000', 'note', '{}')"
        )
    assert command("verify")[0] == 0
    with closing(sqlite3.connect(tmp_path / "trucban.db")) as database, database:
        database.execute("DROP TRIGGER timeline_no_delete")
        database.execute("DROP TRIGGER heads_no_delete")
        for deed in deeds:
            database.execute(deed)
    code, said = command("verify")
    assert code == 1
    assert words in " ".join(said.split())
    assert said.count("✗") == 2


def test_verify_names_a_paper_of_a_period_that_is_another_one(tmp_path, command):
    command("verify")
    with closing(sqlite3.connect(tmp_path / "trucban.db")) as database, database:
        database.execute(
            "INSERT INTO case_papers (period, form, state, version, asked, answers, ordered_at,"
            " made_at, content, sha256) VALUES ('year.2026-01-01.2026-12-31', 'summary_2017',"
            " 'made', 1, '[]', '{}', '2026-12-01 02:00:00.000000', '2026-12-01 02:00:00.000000',"
            " x'00', ?)",
            (sha256(b"\0").hexdigest(),),
        )
    assert command("verify")[0] == 0
    with closing(sqlite3.connect(tmp_path / "trucban.db")) as database, database:
        database.execute("UPDATE case_papers SET content = x'01'")
    code, said = command("verify")
    assert code == 1
    assert (
        "✗ the paper summary_2017 of year.2026-01-01.2026-12-31, version 1, is gone or no longer"
        " what it was" in " ".join(said.split())
    )


def test_a_bad_row_is_named_and_nothing_is_imported(tmp_path, command):
    (tmp_path / "people.csv").write_text(
        PEOPLE + "5,Minh,responder,,,,vi\nx,Hà,chef,,,,vi\n", encoding="utf-8"
    )
    code, said = command("import", "people", "people.csv")
    assert code == 1
    assert "3" in said
    assert "chef" in said
    assert "Traceback" not in said
    code, said = command("export", "people", "out.csv")
    assert (code, said.strip()) == (0, "people: 0 written to out.csv")


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_is_none_is_one_sentence(command, name):
    code, said = command("import", "people", name)
    assert code == 1
    assert len(said.strip().splitlines()) <= 2
    assert "Traceback" not in said


def test_what_is_exported_can_be_imported(tmp_path, command):
    sheets = {
        "agencies": "code,name,kind,parent\nubnd,UBND tỉnh,ubnd,\nso,Sở KH&CN,so,ubnd\n",
        "systems": "code,name,agency,level,url\nweb,Cổng,so,3,https://x.example\n",
        "people": PEOPLE + "5,Minh,responder,so,0912345678,m@x.example,vi\n",
        "roster": "start,end,post,telegram_id\n2030-09-01T19:30,2030-09-02T07:30,primary,5\n",
    }
    for what, text in sheets.items():
        (tmp_path / f"{what}.csv").write_text(text, encoding="utf-8")
        code, said = command("import", what, f"{what}.csv")
        assert (code, said.split(":")[0]) == (0, what), said
    for what, text in sheets.items():
        code, said = command("export", what, f"out-{what}.csv")
        assert code == 0, said
        with (tmp_path / f"out-{what}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        wanted = list(csv.reader(text.splitlines()))
        assert rows[0] == wanted[0]
        assert len(rows) == len(wanted)
        code, said = command("import", what, f"out-{what}.csv")
        assert "0 added, 0 changed" in said
    assert command("export", "people", "out.xlsx")[0] == 0
    assert "people: 0 added, 0 changed, 1 unchanged" in command("import", "people", "out.xlsx")[1]


def test_check_names_everything_that_is_missing_and_exits_1(command):
    code, said = command("check")
    assert code == 1
    assert "TRUCBAN_TOKEN is missing" in said
    assert "✓ catalog" in said


async def test_check_is_content_with_a_bot_that_is_set_up(tmp_path, trucban):
    async with a_bot_process(tmp_path) as process:
        settings = {
            name.removeprefix("TRUCBAN_"): value
            for name, value in process.environment.items()
            if name.startswith("TRUCBAN_")
        }
        assert (await trucban("migrate"))[0] == 0
        code, said = await trucban("check", **settings)
        await process.start()
    assert code == 0, said
    assert "@trucban_bot" in said
