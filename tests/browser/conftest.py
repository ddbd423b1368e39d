"""A real browser, the page in it, and people who look at it.

One Chromium serves all tests of a process, so they share one event loop; each has a profile of
its own.
"""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.playground import Playground
from bot.playground.server import serve
from bot.playground.stage import Stage

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
PICTURES = HERE.parents[1] / "docs" / "pictures"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TOKEN = "1:TEST"
DESKTOP = (1440, 900)
PHONE = (390, 844)
PATIENCE = 60_000

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == HERE and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, or a skip that says why; on the machine that decides, a failure."""
    if shutil.which(CHROMIUM) is None:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(f"Chromium is not installed at {CHROMIUM}: the page cannot be looked at")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        yield chromium
        await chromium.close()


@dataclass
class Screen:
    """The page as somebody sees it; whatever its console complains about fails the test."""

    page: Page
    errors: list[str]

    def column(self, name: str) -> Locator:
        """The column of a person or of the group."""
        return self.page.get_by_role("region", name=name, exact=True)

    def bubbles(self, name: str, text: str) -> Locator:
        """The messages in somebody's column that contain this."""
        return self.column(name).locator(".message").filter(has_text=text)

    async def sees(self, name: str, text: str) -> None:
        """Wait until the newest such message is there."""
        await expect(self.bubbles(name, text).last).to_be_visible()

    async def types(self, name: str, text: str) -> None:
        """Write into somebody's line and send it by Enter."""
        line = self.column(name).get_by_role("textbox")
        await line.click()
        await self.page.keyboard.insert_text(text)
        await self.page.keyboard.press("Enter")
        await expect(line).to_have_value("")

    def key(self, name: str, label: str) -> Locator:
        """The newest button that reads so, whatever emoji stands before the words."""
        return self.column(name).locator(f'.key[data-label$="{label}"]').last

    async def presses(self, name: str, label: str) -> None:
        """Wait for a button and press it."""
        await self.key(name, label).click(timeout=PATIENCE)

    async def shoots(self, name: str) -> None:
        """Take a picture of the screen; with PICTURES=1 it is kept among the documents."""
        kept = PICTURES / f"{name}.png" if os.environ.get("PICTURES") else None
        assert await self.page.screenshot(animations="disabled", path=kept)


async def opened(
    browser: Browser, address: str, size: tuple[int, int] = DESKTOP, **options: Any
) -> Screen:
    """Open the page at an address and wait until it shows its columns."""
    wide, high = size
    context = await browser.new_context(
        viewport={"width": wide, "height": high}, **({"locale": "vi-VN"} | options)
    )
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.extend([said.text] if said.type == "error" else []))
    await page.goto(address)
    await expect(page.locator(".column").first).to_be_attached()
    return Screen(page, errors)


@pytest.fixture
def playground() -> Playground:
    """A local Telegram without limits."""
    return Playground(limits=None)


@pytest.fixture
def bot(playground):
    return playground.add_bot(TOKEN, "watch_bot", "Trực Ban")


@pytest.fixture
def alice(playground, bot):
    user = playground.people.add_user("An")
    playground.people.start(user, bot)
    return user


@pytest.fixture
def boris(playground):
    return playground.people.add_user("Bình")


@pytest.fixture
def group(playground, bot, alice, boris):
    return playground.people.add_group("Đội", members=[alice, boris], admins=[bot], forum=True)


@pytest_asyncio.fixture(loop_scope="session")
async def address(playground, bot, alice, boris, group):
    """The page of a small world with one bot, two people and a forum."""
    stage = Stage(playground, {"an": alice, "binh": boris}, bot, group)
    async with serve(playground, stage=stage) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def screen(browser, address):
    """The page of the small world on a desktop."""
    shown = await opened(browser, address)
    yield shown
    await shown.page.context.close()
    assert shown.errors == []
