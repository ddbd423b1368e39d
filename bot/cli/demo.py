"""`trucban demo`: one night on duty on a local Telegram, with no token and no phone.

The bot, the local Telegram and four people run here; they talk over HTTP as they would in earnest.
"""

import asyncio
import csv
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
from pydantic import SecretStr
from rich.console import Console

from bot.app import App
from bot.cli import registers
from bot.cli.conversation import Printer, print_timeline
from bot.cli.far import FarTelegram, Phone
from bot.clock import Clock
from bot.config import Settings
from bot.domain.cells import COLUMNS, Register
from bot.playground import Playground
from bot.playground.server import serve

TOKEN = "1:DEMO"  # noqa: S105 of the local Telegram
LAN, MINH, HA, TUNG = "Chị Lan", "Anh Minh", "Chị Hà", "Anh Tùng"


@asynccontextmanager
async def _office(screen: Console) -> AsyncIterator[tuple[App, FarTelegram, dict[str, Phone]]]:
    """Set up the local Telegram, the registers and the bot, and take them down again."""
    playground = Playground()
    with tempfile.TemporaryDirectory(prefix="trucban-demo-") as folder:
        async with serve(playground) as address, httpx.AsyncClient(base_url=address) as client:
            telegram = FarTelegram(client)
            bot = await telegram.do("add_bot", token=TOKEN, username="trucban_bot", name="Trực Ban")
            phones = await _people(telegram, bot["id"])
            group = await telegram.do(
                "add_group",
                title="Đội ứng cứu sự cố",
                members=[phones[name].user_id for name in (TUNG, MINH, HA)],
                admins=[bot["id"]],
            )
            settings = _settings(address, Path(folder), group["id"], phones[TUNG].user_id)
            screen.print(f"Local Telegram: {address}", markup=False)
            screen.print(f"Database:       {settings.database_url}\n", markup=False)
            await _registers(settings, Path(folder), phones, screen)
            stopping = asyncio.Event()
            app = App(settings)
            running = asyncio.create_task(app.run(stopping))
            try:
                yield app, telegram, phones
            finally:
                stopping.set()
                await running


def _settings(address: str, folder: Path, group: int, admin: int) -> Settings:
    return Settings(
        token=SecretStr(TOKEN),
        api_url=address,
        database_url=f"sqlite:///{folder / 'trucban.db'}",
        team_chat=group,
        admins=frozenset({admin}),
        language="vi",
        http="",
        webhook_url="",
        proxy=None,
        catalog=None,
        data=folder,
    )


async def _people(telegram: FarTelegram, bot_id: int) -> dict[str, Phone]:
    phones = {}
    for name in (LAN, MINH, HA, TUNG):
        user = await telegram.do("add_user", first_name=name, language_code="vi")
        phones[name] = Phone(telegram, user["id"], bot_id)
    for name in (MINH, HA, TUNG):
        await phones[name].starts()
    return phones


async def _registers(
    settings: Settings, folder: Path, phones: dict[str, Phone], screen: Console
) -> None:
    """Import the team and tonight's roster as an operator would."""
    now = Clock().now().astimezone(settings.zone).replace(tzinfo=None, second=0, microsecond=0)
    period = [(now + timedelta(hours=h)).isoformat() for h in (-4, 8)]
    ids = {name: str(phone.user_id) for name, phone in phones.items()}
    sheets: dict[Register, Sequence[Sequence[str]]] = {
        Register.AGENCIES: [["ubnd-a", "UBND phường A", "ubnd", ""]],
        Register.SYSTEMS: [["web-a", "Cổng thông tin phường A", "ubnd-a", "2", ""]],
        Register.PEOPLE: [
            [ids[MINH], MINH, "responder", "", "", "", "vi"],
            [ids[HA], HA, "responder", "", "", "", "vi"],
            [ids[TUNG], TUNG, "lead", "", "", "", "vi"],
        ],
        Register.ROSTER: [
            [*period, "primary", ids[MINH]],
            [*period, "backup", ids[HA]],
            [*period, "commander", ids[TUNG]],
        ],
    }
    for what, rows in sheets.items():
        file = folder / f"{what.value}.csv"
        with file.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerows([COLUMNS[what].all, *rows])
        if await registers.import_file(settings, what, file, screen, screen):
            raise SystemExit(1)


async def demo(screen: Console) -> None:
    """Play the night; goes on running when started in a terminal."""
    async with _office(screen) as (app, telegram, phones):
        async with Printer(telegram, screen, app.team.zone).following():
            await _night(phones)
        await print_timeline(app.database, screen, app.team.zone)
        if sys.stdin.isatty() and sys.stdout.isatty():
            screen.print("\nStill running; Ctrl+C ends it.")
            await asyncio.Event().wait()


async def _night(phones: dict[str, Phone]) -> None:
    """A citizen reports a defaced page; the first on duty can't, the backup takes and solves it."""
    lan, minh, ha = phones[LAN], phones[MINH], phones[HA]
    await lan.says("Trang chủ phường A bị thay bằng hình lạ, có chữ nước ngoài")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.says("Cổng thông tin phường A, https://phuong-a.example.vn")
    await lan.presses("Vừa")
    await lan.presses("đủ")
    await lan.presses("Ẩn danh")
    await lan.presses("Gửi")
    await minh.presses("Không thể")
    await ha.presses("Tôi nhận")
    await lan.waits_for("có người nhận")
    await ha.presses("1 giờ")
    await ha.says("/note Đã chuyển trang sang chế độ bảo trì, đang lấy nhật ký máy chủ")
    await ha.says("/resolve")
    await ha.waits_for("Nguyên nhân")
    await ha.says("Lỗ hổng trong phần tải tệp của trang quản trị")
    await ha.waits_for("Đội đã làm gì")
    await ha.says("Khôi phục từ bản sao lưu, vá lỗ hổng, đổi mật khẩu quản trị")
    await ha.presses("Thay đổi giao diện")
    await ha.presses("tự xử lý")
    await ha.presses("Gửi")
    await lan.presses("Đã ổn")
    await lan.waits_for("đã đóng")
