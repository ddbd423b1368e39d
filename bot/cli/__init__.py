"""The command line: run · demo · import · export · check · migrate."""

import asyncio
import logging
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console

from bot.catalog import CatalogError
from bot.cli import registers
from bot.cli.checks import check as run_checks
from bot.config import Settings, UnknownSettingError, read_settings
from bot.logs import set_up
from storage.database import DatabaseInUseError
from storage.migrate import upgrade

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__
)
screen = Console(soft_wrap=True)
errors = Console(stderr=True, soft_wrap=True)
T = TypeVar("T")


def _settings() -> Settings:
    try:
        settings = read_settings()
    except UnknownSettingError as error:
        _stop(str(error))
    except ValidationError as error:
        for problem in error.errors():
            name = "_".join(str(part) for part in problem["loc"]).upper()
            errors.print(f"TRUCBAN_{name}: {problem['msg']}", markup=False)
        raise typer.Exit(2) from None
    set_up(
        settings.log,
        (settings.token.get_secret_value(), settings.webhook_secret.get_secret_value()),
    )
    return settings


def _stop(sentence: str) -> NoReturn:
    errors.print(sentence, markup=False)
    raise typer.Exit(2)


def _run(work: Coroutine[Any, Any, T]) -> T:
    if sys.platform == "win32":
        return asyncio.run(work)
    import uvloop  # noqa: PLC0415 not to be had on Windows

    return uvloop.run(work)


@app.command()
def run() -> None:
    """Run the bot until it is told to stop."""
    settings = _settings()
    if not settings.token.get_secret_value():
        _stop(
            "TRUCBAN_TOKEN is missing: get one from @BotFather, or try `trucban demo` without one"
        )
    try:
        _run(_serve(settings))
    except DatabaseInUseError as error:
        _stop(f"another process already works on this database: {error}")
    except CatalogError as error:
        _stop(str(error))


async def _serve(settings: Settings) -> None:
    from bot.app import App  # noqa: PLC0415 `--help` and `check` need not load all of it

    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopping.set)
    await App(settings).run(stopping)
    logging.getLogger(__name__).info("stopped")


@app.command()
def demo(
    *,
    bot_api: Annotated[
        bool, typer.Option("--bot-api", help="Only the local Telegram, for any other bot.")
    ] = False,
    token: Annotated[
        list[str] | None, typer.Option(help="With --bot-api: a token to register; repeatable.")
    ] = None,
    host: Annotated[
        str | None, typer.Option(help="Listen on this address, not only for this machine.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.")] = 0,
) -> None:
    """Play one night on duty in the browser, with no token and no phone."""
    from bot.cli.demo import Wish, only_telegram, play  # noqa: PLC0415 not needed in earnest

    wish = Wish(host, port, tuple(token or ()))
    try:
        code = _run(only_telegram(screen, wish) if bot_api else play(screen, wish))
    except OSError as error:
        _stop(f"the page cannot be served on port {port}: {error.strerror}")
    raise typer.Exit(code)


@app.command("import")
def import_(what: registers.What, file: Path) -> None:
    """Import agencies, people, systems or a roster: every row, or none."""
    raise typer.Exit(_run(registers.import_file(_settings(), what, file, screen, errors)))


@app.command()
def export(what: registers.What, file: Path) -> None:
    """Export agencies, people, systems or the roster as CSV, in the form that import reads."""
    raise typer.Exit(_run(registers.export_file(_settings(), what, file, screen, errors)))


@app.command()
def check() -> None:
    """Check settings, database, Telegram rights and clock; exit 1 with the reason."""
    raise typer.Exit(_run(run_checks(_settings(), screen)))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    settings = _settings()
    _run(upgrade(settings.database_url))
    screen.print("The database is up to date.")


def main() -> None:
    """Run the command line."""
    app()
