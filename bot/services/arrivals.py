"""Who is writing or pressing: known people, strangers, and people who blocked the bot."""

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services import reach
from storage import chats, people
from storage.database import Tx


class Account(Struct, frozen=True):
    """A Telegram account as an update shows it."""

    telegram_id: int
    name: str
    username: str | None
    language_code: str | None


def transient(team: Team, account: Account | None = None) -> Person:
    """Return a stranger who is not stored: id 0, no rights."""
    return Person(
        id=0,
        telegram_id=account.telegram_id if account else None,
        name=account.name if account else "",
        role=Role.CITIZEN,
        language=_language(team, account),
        username=account.username if account else None,
    )


async def known(tx: Tx, team: Team, account: Account) -> Person:
    """Return the person behind an account, or a stranger who is not stored."""
    return await people.by_telegram(tx, account.telegram_id) or transient(team, account)


async def arrive(tx: Tx, team: Team, account: Account) -> Person:
    """Return the person who writes in private, stored from the first word on."""
    person = await people.by_telegram(tx, account.telegram_id)
    if person is None:
        return await people.add(tx, replace(transient(team, account), reachable=True))
    seen = {"username": account.username, "reachable": True}
    if person.role is Role.CITIZEN:
        seen["name"] = account.name
    changed = {name: value for name, value in seen.items() if getattr(person, name) != value}
    if not changed:
        return person
    await people.change(tx, person.id, **changed)
    return await people.get(tx, person.id)


async def reached(tx: Tx, telegram_id: int, *, reachable: bool) -> None:
    """Remember that a person has blocked the bot, or let it in again."""
    person = await people.by_telegram(tx, telegram_id)
    if person is None:
        return
    if reachable:
        await people.change(tx, person.id, reachable=True)
    else:
        await reach.lose(tx, person.id)


async def move_group(tx: Tx, team: Team, old_id: int, new_id: int) -> None:
    """Follow the team's group when it becomes a supergroup."""
    await chats.move_chat(tx, old_id, new_id)
    if team.chat_id == old_id:
        team.chat_id = new_id


def _language(team: Team, account: Account | None) -> str:
    code = (account.language_code or "") if account else ""
    if not code:
        return team.language
    return "vi" if code.lower().startswith("vi") else "en"
