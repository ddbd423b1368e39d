"""The examples of the incident room's page are files that the catalog takes."""

import re

from bot.catalog import load
from tests.contract.doc_tables import DOCS, blocks

PAGE = DOCS / "operators" / "incident-room.md"


def examples():
    for block in blocks(PAGE, "toml"):
        named = re.match(r"# ([\w/]+\.toml)\n", block)
        assert named is not None
        yield named[1], block


def test_the_examples_are_taken_and_what_is_not_named_stays_as_shipped(tmp_path):
    for name, text in examples():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalog, shipped = load(tmp_path), load()
    assert catalog.crew != shipped.crew
    [own] = [each for each in catalog.playbooks if each not in shipped.playbooks]
    assert own.agency == "SYT"
    assert [each.code for each in catalog.deadlines] == ["province_24h", "province_update"]
