"""The command line: run · demo · import · export · check · verify · migrate."""

import asyncio
import gc
import logging
import signal
import sqlite3
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from pydantic import ValidationError

from bot.config import Settings, UnknownSettingError, read_settings
from bot.domain.cells import Register
from bot.logs import set_up

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__
)
T = TypeVar("T")


def _consoles() -> tuple[Any, Any]:
    """Return what prints to stdout and to stderr; Rich is loaded by the commands that print."""
    from rich.console import Console

    return Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)


def _settings() -> Settings:
    try:
        settings = read_settings()
    except UnknownSettingError as error:
        _stop(str(error))
    except ValidationError as error:
        for problem in error.errors():
            name = "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"TRUCBAN_{name}: {problem['msg']}", err=True)
        raise typer.Exit(2) from None
    set_up(
        settings.log,
        (
            settings.token.get_secret_value(),
            settings.webhook_secret.get_secret_value(),
            settings.heartbeat_url.get_secret_value(),
            *(url.get_secret_value() for url in (settings.sms_url, settings.email_url)),
            settings.chat_url.get_secret_value(),
        ),
    )
    return settings


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(2)


def _run(work: Coroutine[Any, Any, T]) -> T:
    if sys.platform == "win32":
        return asyncio.run(work)
    import uvloop

    return uvloop.run(work)


@app.command()
def run() -> None:
    """Run the bot until it is told to stop."""
    # Until the program has rehearsed and takes up its garbage for the first time: bot/quiet.py.
    gc.disable()
    settings = _settings()
    if not settings.token.get_secret_value():
        _stop(
            "TRUCBAN_TOKEN is missing: get one from @BotFather, or try `trucban demo` without one"
        )
    from bot.catalog import CatalogError
    from storage.database import DatabaseInUseError

    try:
        _run(_serve(settings))
    except DatabaseInUseError as error:
        _stop(f"another process already works on this database: {error}")
    except CatalogError as error:
        _stop(str(error))
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
            raise
        _stop("another program has been writing to the database for too long; start again later")


async def _serve(settings: Settings) -> None:
    # httpx loads a command line of its own, and with it Rich and Pygments: see docs/performance.md.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
    from bot.app import App

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
    from bot.cli.demo import Wish, only_telegram, play

    screen, wish = _consoles()[0], Wish(host, port, tuple(token or ()))
    try:
        code = _run(only_telegram(screen, wish) if bot_api else play(screen, wish))
    except OSError as error:
        _stop(f"the page cannot be served on port {port}: {error.strerror}")
    raise typer.Exit(code)


@app.command("import")
def import_(what: Register, file: Path) -> None:
    """Import agencies, people, systems, a roster or holidays: every row, or none."""
    from bot.cli import registers

    raise typer.Exit(_run(registers.import_file(_settings(), what, file, *_consoles())))


@app.command()
def export(what: Register, file: Path) -> None:
    """Export agencies, people, systems, roster or holidays as CSV, in the form import reads."""
    from bot.cli import registers

    raise typer.Exit(_run(registers.export_file(_settings(), what, file, *_consoles())))


@app.command()
def check() -> None:
    """Check settings, database, Telegram rights and clock; exit 1 with the reason."""
    from bot.cli import checks

    raise typer.Exit(_run(checks.check(_settings(), _consoles()[0])))


@app.command()
def verify() -> None:
    """Look whether every timeline is still as it was written; exit 1 when one is not."""
    from bot.cli import sealed

    raise typer.Exit(_run(sealed.verify(_settings(), _consoles()[0])))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from storage.migrate import upgrade

    settings = _settings()
    _run(upgrade(settings.database_url))
    typer.echo("The database is up to date.")


def main() -> None:
    """Run the command line."""
    # What is loaded now stays: to search it for garbage at every turn is a sixth of the start.
    gc.set_threshold(50_000)
    app()
