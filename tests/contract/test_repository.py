"""What a fresh clone relies on: pinned requirements which hold on any machine."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REQUIREMENTS = sorted(
    path
    for folder in (ROOT, *(ROOT / "tests").rglob("foreign"))
    for path in folder.glob("requirements*.txt")
)
FROM_ELSEWHERE = re.compile(
    r"--(?:extra-)?index-url|--find-links|--trusted-host|^\s*-[if]\b|file://|https?://|\s@\s",
    re.MULTILINE,
)


def pins(path: Path) -> dict[str, str]:
    """Each pinned distribution, named as package indexes do, with the whole of its entry."""
    entries = re.split(r"\n(?=[\w-])", path.read_text(encoding="utf-8").replace("\\\n", " "))
    named = {re.match(r"([\w.-]+)==\S", entry): entry for entry in entries}
    return {re.sub(r"[._-]+", "-", name[1]).lower(): entry for name, entry in named.items() if name}


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_with_its_hashes(path: Path):
    assert pins(path)
    assert [name for name, entry in pins(path).items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_no_requirement_says_where_it_comes_from(path: Path):
    assert FROM_ELSEWHERE.findall(path.read_text(encoding="utf-8")) == []


def test_every_declared_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    runtime = {*project["dependencies"], *extras["postgresql"]}
    for path, declared in {
        "requirements.txt": runtime,
        "requirements-dev.txt": {*runtime, *extras["dev"]},
    }.items():
        names = {
            re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace(".", "-") for line in declared
        }
        assert names - pins(ROOT / path).keys() == set(), path


def test_the_program_is_pinned_alike_for_running_and_for_developing():
    developing = pins(ROOT / "requirements-dev.txt")

    def version(entry: str) -> str:
        return entry.split(maxsplit=1)[0]

    different = [
        name
        for name, entry in pins(ROOT / "requirements.txt").items()
        if version(entry) != version(developing.get(name, "absent"))
    ]
    assert different == []
