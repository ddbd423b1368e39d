"""The examples in the documents are taken by the program, and what it says is as printed there."""

import ast
import inspect
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import CatalogError, load
from bot.domain.cells import COLUMNS, Register
from bot.domain.errors import Refused
from bot.domain.team import Team
from bot.domain.watch_policy import PostKind, WatchPolicy
from bot.services.register import import_file
from bot.services.sheets import read_sheet
from bot.texts import Voice
from storage.database import Database
from tests.contract.calls import tree_of
from tests.contract.doc_tables import CATALOG, DOCS, between, blocks, first_cells, text_of
from tests.world import a_world

EXAMPLES = DOCS / "operators" / "examples"
REGISTERS = DOCS / "operators" / "registers.md"
ORDER = ("agencies", "systems", "people", "roster", "holidays")
OWN_FOLDER = "/var/lib/trucban/catalog"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "en", None)


@pytest.fixture
async def database(database_url):
    """The database of a team that has imported the examples."""
    database = Database(database_url, lambda: NOW)
    await database.open()
    async with database.begin() as tx:
        for register in ORDER:
            await import_file(tx, TEAM, register, EXAMPLES / f"{register}.csv")
    yield database
    await database.close()


@pytest.mark.parametrize("register", ORDER)
async def test_an_example_taken_twice_is_taken_once(database, register):
    lines = len(read_sheet(EXAMPLES / f"{register}.csv")) - 1
    async with database.begin() as tx:
        done = await import_file(tx, TEAM, register, EXAMPLES / f"{register}.csv")
    assert (done.added, done.changed, done.unchanged) == (0, 0, lines)


def faulty(register: str) -> str:
    """Return the example of a faulty file, told from others by its columns."""
    first = COLUMNS[Register(register)].required[0]
    return next(block for block in blocks(REGISTERS, "text") if block.startswith(f"{first},"))


def printed(name: str) -> list[str]:
    return [line for line in between(REGISTERS, name).splitlines() if not line.startswith("```")]


@pytest.mark.parametrize("register", ["people", "roster"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_mistakes_of_a_file_are_told_as_printed(database, register, tmp_path):
    file = tmp_path / f"{register}.csv"
    file.write_text(faulty(register), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        async with database.begin() as tx:
            await import_file(tx, TEAM, register, file)
    said = Voice(TEAM, NOW, "en").word(refused.value.text_id, refused.value.params)
    assert said.splitlines() == printed(f"{register}-problems")


@pytest.mark.parametrize("register", Register)
def test_the_columns_of_a_register_are_told_as_they_are(register):
    columns = [*COLUMNS[register].all]
    assert first_cells(REGISTERS, register) == columns
    (_, header), *lines = read_sheet(EXAMPLES / f"{register}.csv")
    assert [*header] == columns
    assert lines


def test_the_roster_in_the_readmes_is_the_beginning_of_the_example():
    example = text_of(EXAMPLES / "roster.csv")
    for readme in ("README.md", "README.vi.md"):
        (shown,) = blocks(DOCS.parent / readme, "csv")
        assert example.startswith(shown)


def catalog_examples() -> dict[str, str]:
    """Return each example whose first line says which file it is."""
    named = (re.match(r"# (\w+\.toml)\n", block) for block in blocks(CATALOG, "toml"))
    return {found[1]: found.string for found in named if found}


@pytest.mark.parametrize("name", ["escalation.toml", "hotlines.toml", "kinds.toml", "watch.toml"])
def test_the_example_of_a_catalog_file_is_taken(name, tmp_path):
    (tmp_path / name).write_text(catalog_examples()[name], encoding="utf-8")
    assert load(tmp_path) != load()


@pytest.mark.parametrize("model", [WatchPolicy, PostKind])
def test_every_field_of_how_the_team_keeps_watch_is_explained(model):
    told = set(re.findall(r"`([a-z_]+)`", text_of(CATALOG)))
    assert {*model.model_fields} - told == {"code"} & {*model.model_fields}


def test_the_mistake_in_a_catalog_file_is_told_as_printed(tmp_path):
    wrong = catalog_examples()["escalation.toml"].replace('"10m"', '"10 minutes"', 1)
    (tmp_path / "escalation.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(CatalogError) as error:
        load(tmp_path)
    told = str(error.value).replace(str(tmp_path), OWN_FOLDER)
    assert between(CATALOG, "catalog-problem").splitlines()[1] == f"✗ catalog: {told}"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_silence_pages_the_backup(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        minh, ha = await world.member("Minh"), await world.member("Hà")
        await world.on_duty(minh)
        await world.on_duty(ha, "backup")
        await world.receives(await world.member("An", "staff"), "ransomware")
        await world.settles()
        minh.sees("SC-2026-0001", with_button="Tôi nhận")
        await world.passes(minutes=3, seconds=5)
        await ha.presses("Tôi nhận")
        world.group_sees("Hà nhận lúc")


def test_the_example_of_a_black_box_test_is_the_one_above():
    shown, *_ = blocks(DOCS / "development.md", "python")
    assert shown in inspect.getsource(test_silence_pages_the_backup)


def logged() -> set[str]:
    """Return the constant names of everything that is written to the log."""
    calls = (
        node
        for folder in ("bot", "handlers")
        for path in (DOCS.parent / folder).rglob("*.py")
        if "playground" not in path.parts
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
        if node.func.attr in {"info", "warning", "error", "exception"}
    )
    return {str(c.args[0].value) for c in calls if isinstance(c.args[0], ast.Constant)}


def test_the_table_of_events_is_what_is_logged():
    assert set(first_cells(DOCS / "operators" / "running.md", "events")) == logged()
